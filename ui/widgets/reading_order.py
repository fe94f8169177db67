"""Tab goes as one reads, whatever was made first.

Qt's own order is the one in which widgets were made: a line, a card or a field that comes while one
works would be reached only after the last button of the window.
"""

from collections.abc import Iterator
from operator import itemgetter
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QButtonGroup,
    QMainWindow,
    QScrollArea,
    QWidget,
)

WHOLE_FIELD = "whole_field"
"""The property of a widget that is to be seen whole when something in it has the focus."""
ABOVE_AND_BELOW = 8
SLACK = 2
"""Pixels by which neighbours may overlap and yet stand one after the other."""


def go_to(widget: QWidget, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
    """Give a widget the focus and scroll it into sight, once what holds it has been laid out."""
    widget.setFocus(reason)
    QTimer.singleShot(0, widget, lambda: _arrive(widget))


def _arrive(widget: QWidget) -> None:
    """Take the focus that Qt only took note of while the widget was not in sight, and scroll to it."""
    if not widget.hasFocus() and widget.window().focusWidget() is widget:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
    into_sight(widget)


def into_sight(widget: QWidget) -> None:
    """Scroll every area around a widget so that it, with its label and its error, can be seen."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # a tab just shown, an error
    shown, place = widget, widget.parentWidget()
    while place is not None:
        if place.property(WHOLE_FIELD):
            shown = place
        if isinstance(place, QScrollArea):
            place.ensureWidgetVisible(shown, 0, ABOVE_AND_BELOW)
        place = place.parentWidget()


def step(top: QWidget, *, onwards: bool) -> bool:
    """Move the focus of a window to the next or the previous stop; false when it has none."""
    walk = list(in_reading_order(top))
    stops = [place for place, widget in enumerate(walk) if is_stop(widget)]
    if not stops:
        return False
    at = top.focusWidget()
    here = _place(walk, at)
    if onwards:
        here = max(here, _end_of_head(walk, at))
        place = next((place for place in stops if place > here), stops[0])
        go_to(walk[place], Qt.FocusReason.TabFocusReason)
    else:
        place = next((place for place in reversed(stops) if place < here), stops[-1])
        go_to(walk[place], Qt.FocusReason.BacktabFocusReason)
    return True


def _place(walk: list[QWidget], at: QWidget | None) -> int:
    """Where the focus is; something inside a table is where the table is."""
    while at is not None:
        if at in walk:
            return walk.index(at)
        at = at.parentWidget()
    return -1


def _end_of_head(walk: list[QWidget], at: QWidget | None) -> int:
    """Who comes to a page goes on to what it is about; its head is come to from there, or last."""
    head = getattr(at, "header", None)
    if not isinstance(head, QWidget):
        return -1
    return max((place for place, widget in enumerate(walk) if head.isAncestorOf(widget)), default=-1)


def is_stop(widget: QWidget) -> bool:
    """Whether Tab stops at a widget: of choices that exclude each other, at the one that holds."""
    if not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    if isinstance(widget, QAbstractButton):
        group = cast("QButtonGroup | None", widget.group())
        chosen = group.checkedButton() if group is not None and group.exclusive() else None
        if chosen is not None:
            return chosen is widget
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    """A widget and everything in it that can be seen."""
    if not widget.isVisible():
        return
    yield widget
    for inner in _inside(widget):
        yield from in_reading_order(inner)


def _inside(widget: QWidget) -> list[QWidget]:
    """What a widget holds, in reading order; a table or a text is one stop, whatever is in it."""
    match widget:
        case QMainWindow():
            return _given(widget.centralWidget())
        case QScrollArea():
            return _given(widget.widget())
        case QAbstractScrollArea():
            return []
    layout = widget.layout()
    if layout is not None:
        layout.activate()  # what came just now has no place of its own yet
    held = [child for child in widget.children() if isinstance(child, QWidget)]
    return _as_read([child for child in held if child.isVisible() and not child.isWindow()])


def _given(widget: QWidget | None) -> list[QWidget]:
    return [] if widget is None else [widget]


def _as_read(widgets: list[QWidget]) -> list[QWidget]:
    """Order neighbours: line after line; on a line that cannot be divided, column after column.

    The places in sight are asked, not the items of layouts: these Qt deletes without telling Python.
    """
    if len(widgets) <= 1:
        return widgets
    lines = _apart([(widget.y(), widget.height(), widget) for widget in widgets])
    parts = lines if len(lines) > 1 else _apart([(one.x(), one.width(), one) for one in widgets])
    if len(parts) == 1:
        return sorted(widgets, key=lambda widget: (widget.y(), widget.x()))
    return [widget for part in parts for widget in _as_read(part)]


def _apart(places: list[tuple[int, int, QWidget]]) -> list[list[QWidget]]:
    """Divide widgets, given by where they begin and how long they are, at the gaps between them."""
    parts: list[list[QWidget]] = []
    reached = -1
    for begin, length, widget in sorted(places, key=itemgetter(0)):
        if not parts or begin >= reached - SLACK:
            parts.append([])
        parts[-1].append(widget)
        reached = max(reached, begin + length)
    return parts
