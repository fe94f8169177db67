"""What a person would see at once: words that are cut, things on each other, screens that scroll sideways."""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from ui.widgets.cells import SPACE, CellDelegate
from ui.widgets.chips import BoardChip

ROWS = 40
"""Rows of a table that are looked at."""
SLACK = 2
"""Pixels that nobody sees."""


W = TypeVar("W", bound=QWidget)


def wrong(window: QWidget) -> list[str]:
    """Everything that does not fit in a window, each thing once."""
    looks = (_labels, _buttons, _fields, _choices, _chips, _sideways, _tables, _tabs, _outside, _overlaps)
    return list(dict.fromkeys(found for look in looks for found in look(window)))


def _seen(window: QWidget, kind: type[W]) -> Iterator[W]:
    """The widgets of a kind that are in sight, or would be after scrolling down."""
    for widget in window.findChildren(kind):
        if widget.isVisible() and widget.window() is window:
            yield widget


def _labels(window: QWidget) -> Iterator[str]:
    for label in _seen(window, QLabel):
        if label.text() and not _label_fits(label):
            yield f"label: {label.text()!r}"


def _buttons(window: QWidget) -> Iterator[str]:
    for button in _seen(window, QAbstractButton):
        needed = button.sizeHint() if isinstance(button, QCheckBox) else button.minimumSizeHint()
        room = button.size() + QSize(SLACK, SLACK)
        if button.text() and (room.width() < needed.width() or room.height() < needed.height()):
            yield f"button: {button.text()!r}"


def _fields(window: QWidget) -> Iterator[str]:
    for field in _seen(window, QLineEdit):
        if not field.text() and not _line_fits(field):
            yield f"field: {field.placeholderText()!r}"


def _choices(window: QWidget) -> Iterator[str]:
    for combo in _seen(window, QComboBox):
        if not _choice_fits(combo):
            yield f"choice: {combo.currentText()!r}"


def _chips(window: QWidget) -> Iterator[str]:
    for chip in _seen(window, BoardChip):
        if chip.width() + SLACK < chip.sizeHint().width():
            yield f"chip: {chip.accessibleName()!r}"


def _label_fits(label: QLabel) -> bool:
    """Whether a label has room for its words, in the width that it has."""
    room = label.contentsRect()
    metrics = label.fontMetrics()
    longest = max(
        (
            metrics.horizontalAdvance(part)
            for part in (re.split(r"\s+|(?<=[-–/])", label.text()) if label.wordWrap() else [label.text()])
        ),
        default=0,
    )
    if longest > room.width() + SLACK:
        return False
    needed = label.heightForWidth(label.width()) if label.wordWrap() else metrics.height()
    return needed <= label.height() + SLACK


def _line_fits(field: QLineEdit) -> bool:
    margins = field.textMargins()
    room = field.width() - margins.left() - margins.right() - 2 * 10
    room -= sum(child.width() for child in field.findChildren(QToolButton) if child.isVisible())
    return field.fontMetrics().horizontalAdvance(field.placeholderText()) <= room


def _choice_fits(combo: QComboBox) -> bool:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    area = combo.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, combo
    )
    return combo.fontMetrics().horizontalAdvance(combo.currentText()) <= area.width() + SLACK


def _sideways(window: QWidget) -> Iterator[str]:
    """What scrolls sideways, or would if it could; a board or a page of paper may."""
    for area in _seen(window, QAbstractScrollArea):
        if area.property("pans"):
            continue
        name = area.accessibleName() or area.metaObject().className()
        if area.horizontalScrollBar().maximum() > area.horizontalScrollBar().minimum():
            yield f"scrolls sideways: {name} {area.viewport().width()}+{area.horizontalScrollBar().maximum()}"


def _tables(window: QWidget) -> Iterator[str]:
    """Headings and cells that end in dots."""
    for table in _seen(window, QTableView):
        model, header = table.model(), table.horizontalHeader()
        edges = 0 if header.property("narrow") else 2 * SPACE
        for at in (one for one in range(model.columnCount()) if not table.isColumnHidden(one)):
            title = str(model.headerData(at, Qt.Orientation.Horizontal) or "")
            lines = [header.fontMetrics().horizontalAdvance(line) for line in title.split("\n")]
            if max(lines) + edges > header.sectionSize(at) + SLACK:
                yield f"heading: {title!r}"
            for index in (model.index(row, at) for row in range(min(model.rowCount(), ROWS))):
                if not _cell_fits(table, index):
                    yield f"cell: {str(index.data())[:60]!r}"


def _cell_fits(table: QTableView, index: QModelIndex) -> bool:
    """Whether all the words of a cell are in sight."""
    delegate, width = table.itemDelegate(), table.columnWidth(index.column())
    if not isinstance(delegate, CellDelegate):
        return True
    needed = delegate.size_of(table, index, width)
    shown = "".join(delegate.block(table, index, width).lines).replace(" ", "")
    return (
        needed.width() <= width + SLACK
        and needed.height() <= table.rowHeight(index.row()) + SLACK
        and shown == str(index.data() or "").replace(" ", "")
    )


def _tabs(window: QWidget) -> Iterator[str]:
    """Tabs that are out of sight."""
    for bar in _seen(window, QTabBar):
        if bar.count() and bar.tabRect(bar.count() - 1).right() > bar.width():
            yield f"tabs: {bar.tabText(bar.count() - 1)!r}"


def _outside(window: QWidget) -> Iterator[str]:
    """What stands partly outside of what holds it, so that it is cut."""
    for widget in _seen(window, QWidget):
        parent = widget.parentWidget()
        if parent is None or widget.isWindow() or isinstance(parent, QTableView) or not widget.width():
            continue
        around = parent.parentWidget()
        scrolls = isinstance(around, QAbstractScrollArea)
        if scrolls and around is not None and around.property("pans"):
            continue
        area, place = parent.rect(), widget.geometry()
        sideways = place.left() < -SLACK or place.right() > area.right() + SLACK
        down = place.top() < -SLACK or place.bottom() > area.bottom() + SLACK
        if sideways or (down and not scrolls):
            yield f"outside: {_told(widget)} {place.getRect()} in {area.width()}x{area.height()}"


def _overlaps(window: QWidget) -> Iterator[str]:
    """Neighbours that stand on each other."""
    for parent in (window, *_seen(window, QWidget)):
        if parent.layout() is None or isinstance(parent, QAbstractScrollArea):
            continue
        for one, other in combinations(filter(_is_neighbour, parent.children()), 2):
            shared = one.geometry().intersected(other.geometry())  # type: ignore[attr-defined]
            if shared.width() > SLACK and shared.height() > SLACK:
                yield f"overlap: {_told(one)} and {_told(other)}"  # type: ignore[arg-type]


def _is_neighbour(child: QObject) -> bool:
    """Whether a child is laid out beside the others."""
    return isinstance(child, QWidget) and child.isVisible() and not child.isWindow()


def _told(widget: QWidget) -> str:
    """What a widget is, for the message."""
    words = str(widget.property("text") or widget.accessibleName())[:60]
    return f"{widget.metaObject().className()} {words!r}" if words else widget.metaObject().className()
