"""Editors of single fields: all selected on focus, Enter goes on, the wheel never changes a value."""

from collections.abc import Callable, Iterable
from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ui.look import LOOK
from ui.presenters.forms.fields import Choice
from ui.widgets.undoing import leave_undo

BESIDE_FIELD = "beside_field"
"""The property of a button that belongs to the field before it."""
KEEPING_REASONS = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
"""The focus comes back for these reasons: what was selected stays selected."""
AREA_HEIGHT = 112
"""Height of a field of several lines, in pixels."""
MOST_LETTERS = 40
"""A choice asks for the room of so many letters at most."""
SEARCHED_FROM = 13
"""A list this long can be searched by typing."""


def go_on(editor: QWidget) -> None:
    """Enter is the next field: a button that stands beside this one is left to Tab."""
    editor.focusNextChild()
    beside = cast("QWidget | None", editor.window().focusWidget())
    if beside is not None and beside.property(BESIDE_FIELD):
        beside.focusNextChild()


class LineEdit(QLineEdit):
    """One line of text."""

    left = Signal()
    stepped = Signal(int)
    """Arrow up (+1) or down (-1), for dates."""

    def __init__(self) -> None:
        super().__init__()
        leave_undo(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select everything, so that typing replaces it."""
        super().focusInEvent(event)
        if event.reason() not in KEEPING_REASONS:
            QTimer.singleShot(0, self, self.selectAll)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.deselect()  # what is selected looks like what has the focus
        self.left.emit()

    def mouseDoubleClickEvent(self, _event: object) -> None:
        """Select everything, not a word of it."""
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the next field; arrows step where there is something to step."""
        key, plain = event.key(), not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self.returnPressed.emit()
            if self.window().focusWidget() is self:  # unless Enter has led elsewhere
                go_on(self)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self.receivers("2stepped(int)"):
            self.stepped.emit(1 if key == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)


class TextArea(QPlainTextEdit):
    """Several lines of text; Tab leaves, so that it is no trap."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        leave_undo(self)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(AREA_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), AREA_HEIGHT)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Combo(QComboBox):
    """One of several; a long list is searched by typing part of a word."""

    def __init__(self) -> None:
        super().__init__()
        leave_undo(self)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)
        self.setMaxVisibleItems(14)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._values: list[object] = []
        self._longest = ""

    def set_choices(self, choices: Iterable[Choice], say: Callable[[str], str], nothing: str | None) -> None:
        """Offer choices, with ``nothing`` first unless it is ``None``: a value then always holds."""
        given = list(choices)
        empty = [] if nothing is None else [nothing]
        self._values = [*(None for _ in empty), *(choice.value for choice in given)]
        self.blockSignals(True)
        self.clear()
        self.addItems([*empty, *(say(choice.label) for choice in given)])
        self.blockSignals(False)
        self._longest = max((self.itemText(at) for at in range(self.count())), key=len, default="")
        self._make_searchable(searchable=len(given) >= SEARCHED_FROM)

    def sizeHint(self) -> QSize:
        """Room for the longest choice, as long as it is no sentence."""
        hint = super().sizeHint()
        words = self.fontMetrics().horizontalAdvance(self._longest[:MOST_LETTERS])
        arrow = LOOK.sizes.px(28) + 2 * LOOK.sizes.soft(10) + 8
        return QSize(max(hint.width(), words + arrow), hint.height())

    def _make_searchable(self, *, searchable: bool) -> None:
        if searchable == self.isEditable():
            return
        self.setEditable(searchable)
        if not searchable:
            return
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer, line = self.completer(), self.lineEdit()
        if completer is None or line is None:
            return
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        line.setAccessibleName(self.accessibleName())
        line.editingFinished.connect(self._settle)
        self._dress_found()
        LOOK.changed.connect(self._dress_found, Qt.ConnectionType.UniqueConnection)

    def _dress_found(self) -> None:
        """Have the list of what was found wear the style sheet: it is a window of its own."""
        completer = self.completer()
        found = completer.popup() if completer is not None else None
        if found is not None:
            LOOK.dress(found)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select what stands in a list that is searched, so that typing replaces it."""
        super().focusInEvent(event)
        line = self.lineEdit()
        if line is not None and event.reason() not in KEEPING_REASONS:
            QTimer.singleShot(0, line, line.selectAll)

    def _settle(self) -> None:
        """Take the item that was typed, whole or the one that it can mean, or go back to what was chosen."""
        at = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        if at < 0:
            at = self._only_match(self.currentText().strip().casefold())
        if at >= 0 and at != self.currentIndex():
            self.setCurrentIndex(at)
        elif at < 0:
            self.setEditText(self.itemText(self.currentIndex()))

    def _only_match(self, typed: str) -> int:
        """The one choice that has the typed letters in it, -1 when none or several have."""
        first = int(self._values[:1] == [None])
        found = [at for at in range(first, self.count()) if typed and typed in self.itemText(at).casefold()]
        return found[0] if len(found) == 1 else -1

    def value(self) -> object:
        """The value chosen."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def set_value(self, value: object) -> None:
        """Choose a value without telling anybody."""
        at = self._values.index(value) if value in self._values else 0
        if at != self.currentIndex():
            self.blockSignals(True)
            self.setCurrentIndex(at)
            self.blockSignals(False)

    def showPopup(self) -> None:
        """Show every choice whole: Qt forgets the room that the style sheet puts round the list."""
        super().showPopup()
        for _ in range(2):  # the arrows that Qt shows for want of room go when there is some
            self._fit_popup()

    def _fit_popup(self) -> None:
        view = self.view()
        popup, shown = view.window(), min(self.count(), self.maxVisibleItems())
        arrows = (one for one in popup.children() if isinstance(one, QWidget) and one is not view)
        needed = sum(view.sizeHintForRow(at) for at in range(shown))
        needed += sum(one.height() for one in arrows if one.isVisible())
        missing = needed - view.viewport().height()
        place, room = popup.geometry(), self.screen().availableGeometry()
        if missing:
            place.setHeight(min(place.height() + missing, room.height()))
            place.moveBottom(min(place.bottom(), room.bottom()))
            popup.setGeometry(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel move the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the next field; in a list that is searched, after what was typed has been taken."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self.isEditable():
            self._settle()
        if enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            go_on(self)
            return
        super().keyPressEvent(event)


class Flag(QCheckBox):
    """Yes or no; Enter is the next field, Space changes."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            go_on(self)
            return
        super().keyPressEvent(event)


class Flags(QWidget):
    """Several of several, as boxes in two columns where there is room."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._boxes: list[tuple[object, Flag]] = []
        self._columns = 2
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_choices(self, choices: Iterable[Choice], say: Callable[[str], str]) -> None:
        """Offer choices."""
        for _, box in self._boxes:
            box.deleteLater()
        self._boxes = []
        for choice in choices:
            box = Flag(say(choice.label).replace("&", "&&"))
            box.setAccessibleName(f"{self.accessibleName()}: {say(choice.label)}".strip(": "))
            box.toggled.connect(self.changed)
            self._boxes.append((choice.value, box))
        self._place()
        if self._boxes:
            self.setFocusProxy(self._boxes[0][1])

    def _widest(self) -> int:
        return max((box.sizeHint().width() for _, box in self._boxes), default=0)

    def _place(self) -> None:
        """Put the boxes in their columns."""
        for at, (_, box) in enumerate(self._boxes):
            self._grid.addWidget(box, at // self._columns, at % self._columns)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest(), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Follow the room, and the size of the letters."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            room = self.width() >= 2 * self._widest() + self._grid.spacing()
            if (2 if room else 1) != self._columns:
                self._columns = 2 if room else 1
                self._place()
        return super().event(event)

    def value(self) -> tuple[object, ...]:
        """The values ticked."""
        return tuple(value for value, box in self._boxes if box.isChecked())

    def set_value(self, values: object) -> None:
        """Tick without telling anybody."""
        ticked = values if isinstance(values, tuple | list | frozenset) else ()
        for value, box in self._boxes:
            box.blockSignals(True)
            box.setChecked(value in ticked)
            box.blockSignals(False)
