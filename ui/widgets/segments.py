"""A few choices side by side, one of which holds: what a list shows, which report is open."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget
from shiboken6 import isValid

from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout

SPACE = 8
"""Between two choices."""


class ChipButton(Button):
    """A choice that can be on."""

    look = "chip"

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let Tab stop at every choice: Qt would leave out those that do not hold."""
        super().focusInEvent(event)
        group: QButtonGroup | None = self.group()
        for button in group.buttons() if group is not None and isValid(group) else ():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class Segments(QWidget):
    """Choices as chips; ``name`` is what is chosen, told to screen readers."""

    def __init__(
        self,
        name: str,
        choices: Iterable[tuple[object, str]],
        chosen: Callable[[object], object],
        keys: Mapping[object, str] | None = None,
        *,
        whole_line: bool = False,
    ) -> None:
        """``choices`` are values with their translated words; ``chosen`` is called with the value.

        ``keys`` are keys that choose a value. With a ``whole_line`` for itself they leave their keys to
        the hints where that saves a line.
        """
        super().__init__()
        self._whole_line = whole_line
        self.setAccessibleName(name)
        row = FlowLayout()
        self.setLayout(row)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: list[tuple[object, ChipButton]] = []
        self._value: object = None
        for value, word in choices:
            key = (keys or {}).get(value, "")
            button = ChipButton(word, lambda *_, one=value: chosen(one), key=key)
            button.setCheckable(True)
            self._group.addButton(button)
            self._buttons.append((value, button))
            row.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def walk_in(self, screen: QWidget) -> None:
        """Ctrl+PageDown and Ctrl+PageUp go from choice to choice anywhere on a screen, as in tabs."""
        for keys, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), screen, partial(self._step, by))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _step(self, by: int) -> None:
        """Choose the next choice in sight, or the one before; after the last comes the first."""
        shown = [at for at, (_, button) in enumerate(self._buttons) if button.isVisible()]
        at = next((at for at, (value, _) in enumerate(self._buttons) if value == self._value), -1)
        if at in shown:
            self._buttons[shown[(shown.index(at) + by) % len(shown)]][1].click()

    def event(self, event: QEvent) -> bool:
        """Leave the keys out where the line is too short for them."""
        if self._whole_line and event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._choose_keys()
        return super().event(event)

    def _choose_keys(self) -> None:
        """Show the keys if the choices fit on a line with them."""
        shown = [button for _, button in self._buttons if not button.isHidden()]
        wide = sum(button.sizeHint().width() + SPACE for button in shown)
        keys = sum(button.key_width for button in shown if button.is_brief)
        for button in shown:
            button.set_brief(brief=wide + keys - SPACE > self.width())

    def show_choices(self, values: Collection[object]) -> None:
        """Leave out the choices that there are not now; the keys of what is hidden do nothing."""
        for one, button in self._buttons:
            button.setVisible(one in values)

    def show_value(self, value: object) -> None:
        """Show which choice holds; a key that chooses another takes the focus along from choice to choice."""
        moves = value != self._value and any(button.hasFocus() for _, button in self._buttons)
        self._value = value
        for one, button in self._buttons:
            button.setChecked(one == value)
            if moves and one == value:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
