"""What a person sees at once: words cut, things on top of each other, screens that scroll sideways."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QSplitterHandle,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from ui.widgets.cells import CellDelegate
from ui.widgets.chips import BoardChip

SLACK = 2
"""Pixels that nobody sees."""


def wrong(window: QWidget) -> list[str]:
    """Everything that does not fit in a window."""
    return [
        *_words(window),
        *_buttons(window),
        *_sideways(window),
        *_tables(window),
        *_tabs(window),
        *_outside(window),
        *_overlaps(window),
    ]


def _seen(window: QWidget, kind: type) -> Iterator[QWidget]:
    """The widgets of a kind that are in sight, or would be after scrolling down."""
    found: list[QWidget] = window.findChildren(kind)
    for widget in found:
        if widget.isVisible() and widget.window() is window:
            yield widget


def _words(window: QWidget) -> Iterator[str]:
    """Labels, fields and chips whose words have no room."""
    for label in _seen(window, QLabel):
        assert isinstance(label, QLabel)
        if label.text() and not _label_fits(label):
            yield f"label: {label.text()!r}"
    for field in _seen(window, QLineEdit):
        assert isinstance(field, QLineEdit)
        if not field.text() and not _line_fits(field):
            yield f"field: {field.placeholderText()!r}"
    for combo in _seen(window, QComboBox):
        assert isinstance(combo, QComboBox)
        if not _choice_fits(combo):
            yield f"choice: {combo.currentText()!r}"
    for chip in _seen(window, BoardChip):
        if chip.width() + SLACK < chip.sizeHint().width():
            yield f"chip: {chip.accessibleName()!r}"


def _buttons(window: QWidget) -> Iterator[str]:
    """Buttons whose words have no room."""
    for button in _seen(window, QAbstractButton):
        assert isinstance(button, QAbstractButton)
        needed = button.sizeHint() if isinstance(button, QCheckBox) else button.minimumSizeHint()
        if button.text() and (
            button.width() + SLACK < needed.width() or button.height() + SLACK < needed.height()
        ):
            yield f"button: {button.text()!r}"


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
        assert isinstance(area, QAbstractScrollArea)
        if area.property("pans"):
            continue
        name = area.accessibleName() or area.metaObject().className()
        if area.horizontalScrollBar().maximum() > area.horizontalScrollBar().minimum():
            yield f"scrolls sideways: {name} {area.viewport().width()}+{area.horizontalScrollBar().maximum()}"


def _tables(window: QWidget) -> Iterator[str]:
    """Headings and cells that end in dots."""
    for table in _seen(window, QTableView):
        assert isinstance(table, QTableView)
        model, header = table.model(), table.horizontalHeader()
        for column in range(model.columnCount()):
            if table.isColumnHidden(column):
                continue
            title = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            width = max(
                (header.fontMetrics().horizontalAdvance(line) for line in title.split("\n")), default=0
            )
            if width + 2 * 8 > header.sectionSize(column) + SLACK:
                yield f"heading: {title!r}"
            for row in range(min(model.rowCount(), 40)):
                index = model.index(row, column)
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
        assert isinstance(bar, QTabBar)
        if bar.count() and bar.tabRect(bar.count() - 1).right() > bar.width():
            yield f"tabs: {bar.tabText(bar.count() - 1)!r}"


def _outside(window: QWidget) -> Iterator[str]:
    """What stands partly outside of what holds it, so that it is cut."""
    for widget in _seen(window, QWidget):
        parent = widget.parentWidget()
        if parent is None or widget.isWindow() or isinstance(parent, QTableView) or not _tells(widget):
            continue
        area = parent.rect()
        scrolls = isinstance(parent.parentWidget(), QAbstractScrollArea)
        place = widget.geometry()
        sideways = place.left() < -SLACK or place.right() > area.right() + SLACK
        down = place.top() < -SLACK or place.bottom() > area.bottom() + SLACK
        around = parent.parentWidget()
        if isinstance(around, QAbstractScrollArea) and around.property("pans"):
            continue
        if sideways or (down and not scrolls):
            yield f"outside: {_told(widget)} {place.getRect()} in {area.width()}x{area.height()}"


def _tells(widget: QWidget) -> bool:
    """Whether a widget is a thing of its own that people look at."""
    return bool(widget.objectName() != "qt_scrollarea_viewport") and widget.width() > 0


def _overlaps(window: QWidget) -> Iterator[str]:
    """Neighbours that stand on each other."""
    for parent in (window, *_seen(window, QWidget)):
        if (
            isinstance(parent, QAbstractScrollArea | QTabBar | QComboBox | QLineEdit)
            or parent.layout() is None
        ):
            continue
        children = [
            child
            for child in parent.children()
            if isinstance(child, QWidget)
            and child.isVisible()
            and not child.isWindow()
            and not isinstance(child, QSplitterHandle)
        ]
        for at, one in enumerate(children):
            for other in children[at + 1 :]:
                shared = one.geometry().intersected(other.geometry())
                if shared.width() > SLACK and shared.height() > SLACK:
                    yield f"overlap: {_told(one)} and {_told(other)}"


def _told(widget: QWidget) -> str:
    """What a widget is, for the message."""
    words = str(widget.property("text") or widget.accessibleName())[:60]
    return f"{widget.metaObject().className()} {words!r}" if words else widget.metaObject().className()


def in_window(widget: QWidget) -> QRect:
    """Where a widget stands in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
