"""A question with three answers side by side: yes, no, not known; the arrows go from one to another."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from ui.presenters.forms.fields import Choice
from ui.widgets.buttons import Button
from ui.widgets.editors import go_on
from ui.widgets.flow import FlowLayout


class AnswerButton(Button):
    """An answer; Enter is the next field, as in every other field."""

    look = "chip"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            go_on(self)
            return
        super().keyPressEvent(event)


class Whether(QWidget):
    """One of the answers always holds; Tab stops once, at that one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = FlowLayout()
        self.setLayout(row)
        self._row = row
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: list[tuple[object, AnswerButton]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_choices(self, choices: Iterable[Choice], say: Callable[[str], str]) -> None:
        """Offer the answers."""
        for _, button in self._buttons:
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for choice in choices:
            button = AnswerButton(say(choice.label))
            button.setAccessibleName(f"{self.accessibleName()}: {say(choice.label)}")
            button.setCheckable(True)
            button.toggled.connect(self._toggled)
            self._group.addButton(button)
            self._buttons.append((choice.value, button))
            self._row.addWidget(button)
        self._lead_to_held()

    def _toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's own signature
        if on:
            self._lead_to_held()
            self.changed.emit()

    def _lead_to_held(self) -> None:
        """The question's label, and whoever is sent to the first error, come to the answer that holds."""
        held = next((button for _, button in self._buttons if button.isChecked()), None)
        if held is not None:
            self.setFocusProxy(held)

    def value(self) -> object:
        """The answer that holds."""
        return next((value for value, button in self._buttons if button.isChecked()), None)

    def set_value(self, value: object) -> None:
        """Show an answer without telling anybody."""
        for one, button in self._buttons:
            if one is value:
                button.blockSignals(True)
                button.setChecked(True)
                button.blockSignals(False)
        self._lead_to_held()
