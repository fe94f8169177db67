"""Walks the tree that screen readers see, and tells what is wrong in it."""

from collections import Counter

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QWidget,
)

from ui.widgets.reading_order import in_reading_order, is_stop


def in_tab_order(window: QWidget) -> list[QWidget]:
    """The widgets that Tab stops at, in order."""
    return [widget for widget in in_reading_order(window) if is_stop(widget)]


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def nameless(window: QWidget) -> list[str]:
    """Controls that Tab reaches and that have no name."""
    return [_told(widget) for widget in in_tab_order(window) if not name_of(widget).strip()]


def doubles(window: QWidget) -> list[str]:
    """Names that two controls in sight share."""
    names = Counter(name_of(widget) for widget in in_tab_order(window))
    return [name for name, times in names.items() if times > 1]


def invisible_stops(window: QWidget) -> list[str]:
    """Tab stops that take no room, so that the focus would seem lost."""
    return [_told(widget) for widget in in_tab_order(window) if widget.width() < 4 or widget.height() < 4]


def rich_labels(window: QWidget) -> list[str]:
    """Labels that would obey markup."""
    labels = window.findChildren(QLabel)
    plain = Qt.TextFormat.PlainText
    return [label.text() for label in labels if label.textFormat() != plain and label.text()]


def clipped(window: QWidget) -> list[str]:
    """Labels and buttons in sight whose words do not fit."""
    found = [
        f"{label.text()} {label.size().toTuple()} {label.sizeHint().toTuple()}"
        for label in window.findChildren(QLabel)
        if label.isVisible() and label.text() and not _fits(label)
    ]
    found.extend(
        button.text()
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and button.text() and button.width() + 1 < button.minimumSizeHint().width()
    )
    return found


def _fits(label: QLabel) -> bool:
    """Whether a label has room for its words, in the width that it has."""
    room: QRect = label.contentsRect()
    if label.wordWrap():
        return label.heightForWidth(label.width()) <= label.height() + 2
    return label.fontMetrics().horizontalAdvance(label.text()) <= room.width() + 2


def settle(times: int = 3) -> None:
    """Let the window lay itself out."""
    for _ in range(times):
        QApplication.processEvents()


def free() -> None:
    """Have Qt delete what waits to be deleted, so that windows of earlier tests do not add up."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def _told(widget: QWidget) -> str:
    kind = widget.metaObject().className()
    parent = widget.parentWidget()
    return f"{kind} in {parent.metaObject().className() if parent else '-'}"
