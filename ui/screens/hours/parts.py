"""Parts of the day page: the shifts of the day, and the line of the whole group."""

from functools import partial

from PySide6.QtWidgets import QWidget

from subcontract.ids import ShiftId
from ui.presenters.recording.recording import RecordingPresenter
from ui.screens.bones import Stepper
from ui.widgets.buttons import Button
from ui.widgets.editors import Combo, LineEdit
from ui.widgets.flow import Flow
from ui.widgets.form import FieldView
from ui.widgets.labels import restyle

LARGE = 150
"""With letters of this many per cent words that can be found elsewhere give way to rows."""
GROUP_FIELDS = ("pieces", "split", "rejects", "coaching", "reason")


def widen(stepper: Stepper) -> None:
    """Let a stepper's words have all the room that they need, also in large letters."""
    words = stepper.words
    words.ensurePolished()
    words.setMinimumWidth(words.fontMetrics().horizontalAdvance(words.text()) + 4)


class DayTools(Flow):
    """A button for each shift of the day when there are several, then what else belongs to the day."""

    def __init__(self, presenter: RecordingPresenter, *rest: QWidget) -> None:
        super().__init__()
        self.presenter = presenter
        self.rest = rest
        self.buttons: dict[ShiftId, Button] = {}
        for widget in rest:
            self.add(widget)

    def refresh(self, *, on_month: bool) -> None:
        """Show the shifts of the day that is in view."""
        shifts = {shift.id: shift for shift in self.presenter.data.shifts}
        if list(self.buttons) != list(shifts):
            self._make(list(shifts))
        for shift, button in self.buttons.items():
            button.set_text(self.presenter.shift_words(shifts[shift]))
            button.setChecked(shift == self.presenter.shift_id)
            button.setVisible(len(shifts) > 1 and not on_month)

    def _make(self, shifts: list[ShiftId]) -> None:
        """Make the buttons anew, before the rest."""
        while self.flow.takeAt(0) is not None:
            pass
        for button in self.buttons.values():
            button.hide()
            button.deleteLater()
        self.buttons = {shift: Button(" ", partial(self._choose, shift)) for shift in shifts}
        for button in self.buttons.values():
            button.setCheckable(True)
            restyle(button, look="chip")
            self.add(button)
        for widget in self.rest:
            self.add(widget)

    def _choose(self, shift: ShiftId, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.presenter.choose_shift(shift)


class GroupLine(Flow):
    """The group's result, how it is shared, rejects and the coach's hours: saved when a field is left."""

    def __init__(self, presenter: RecordingPresenter) -> None:
        super().__init__(space=16, line_space=8, at_bottom=True)
        self.group = presenter.group
        self.fields: dict[str, FieldView] = {}
        for name in GROUP_FIELDS:
            view = FieldView(self.group.form, self.group.form.specs[name])
            self.fields[name] = view
            self.add(view)
            left = partial(self._left, name)
            if isinstance(view.editor, LineEdit):
                view.editor.left.connect(left)
            elif isinstance(view.editor, Combo):
                view.editor.activated.connect(left)
        self.group.form.listen(self.refresh)

    def _left(self, name: str, _index: int = 0) -> None:
        self.group.left(name)

    def commit(self) -> None:
        """Save the field that is being typed."""
        for name, view in self.fields.items():
            if view.editor.hasFocus():
                self.group.left(name)

    def refresh(self) -> None:
        """Show what the presenter has now."""
        for view in self.fields.values():
            view.refresh()
