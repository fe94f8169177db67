"""The cards beside the day grid: a row as a plain form, materials, one more client."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.actions.act import Permission
from subcontract.words import N_
from ui.presenters.recording.recording import RecordingPresenter
from ui.presenters.tone import Tone
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.form import FormView
from ui.widgets.labels import Label, ToneLine
from ui.widgets.table import TableView


class RowCard(QWidget):
    """One client's day: the form that reads the same as the row, and its history."""

    def __init__(self, presenter: RecordingPresenter) -> None:
        super().__init__()
        self.card = presenter.card
        say = presenter.texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.form = FormView(self.card.form)
        self.caution = ToneLine("", Tone.ATTENTION)
        self.save = Button(say(N_("Save")), self.card.save, key="Ctrl+S")
        self.drop = LinkButton(say(N_("Take back what was typed")), self.card.drop)
        self.take_back = LinkButton(say(N_("Take the entry back")), self.card.take_back)
        self.history_title = Label(say(N_("History")), "section")
        self.history = Label("", "muted", wrap=True)
        self.form.below.addWidget(self.history_title)
        self.form.below.addWidget(self.history)
        for part in (self.form, self.caution, self.save, self.drop, self.take_back):
            column.addWidget(part)
        self._shown: object = None
        self.card.form.listen(self._show_drop)

    def _show_drop(self) -> None:
        """What was typed can be taken back only where something was."""
        self.drop.setVisible(self.card.is_open and self.card.form.dirty)

    def refresh(self) -> None:
        """Show what the card has now; a card just opened takes the focus."""
        self.caution.say("\n".join(self.card.cautions), Tone.ATTENTION)
        self.history.setText("\n".join(self.card.history))
        self.history_title.setVisible(bool(self.card.history))
        self.take_back.setVisible(self.card.can_take_back)
        self.save.setEnabled(self.card.is_open)
        self._show_drop()
        if self.card.client != self._shown:
            self._shown = self.card.client
            if self.card.is_open:
                self.form.focus_first()


class MaterialsCard(QWidget):
    """Materials and kilometres of the shift."""

    def __init__(self, presenter: RecordingPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        say = presenter.texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.form = FormView(presenter.group.material)
        self.add = Button(say(N_("Add")), self._add, key="Ctrl+S", icon_name="plus")
        self.list = TableView(presenter.group.materials, filtered=False)
        presenter.group.materials.count_words = ("", "")
        self.take_back = LinkButton(say(N_("Take the selected one back")), self._take_back)
        column.addWidget(self.form, 3)
        column.addWidget(self.add)
        column.addWidget(self.list, 2)
        column.addWidget(self.take_back)
        presenter.group.materials.listen(self.refresh)

    def _add(self) -> None:
        self.presenter.group.add_material()
        self.focus_first()

    def _take_back(self) -> None:
        selected = self.presenter.group.materials.selected
        if selected is not None:
            self.presenter.group.take_back_material(selected)

    def focus_first(self) -> None:
        """Go to the first field."""
        self.form.focus_first()

    def refresh(self) -> None:
        """Show what is possible now."""
        self.take_back.setVisible(bool(self.presenter.group.materials.rows))
        self.take_back.setEnabled(self.presenter.group.materials.selected is not None)


class AwayCard(QWidget):
    """How long somebody who was absent stays away."""

    def __init__(self, presenter: RecordingPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        say = presenter.texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.form = FormView(presenter.away.form)
        self.mark = Button(say(N_("Mark away")), presenter.away.save, key="Ctrl+S", icon_name="calendar-x")
        self.ends = LinkButton(say(N_("No, only this day")), presenter.away.ends)
        for part in (self.mark, self.ends):
            self.form.below.addWidget(part)
        column.addWidget(self.form)
        self._left = 0

    def focus_first(self) -> None:
        """Go to the choice."""
        self.form.focus_first()

    def refresh(self) -> None:
        """Show what is possible now; once one has been answered the next one is at hand."""
        left = len(self.presenter.away.asked)
        self.mark.setEnabled(left > 0)
        self.ends.setEnabled(left > 0)
        if 0 < left < self._left and self.isVisible():
            self.focus_first()
        self._left = left


class ExtraClientCard(QWidget):
    """Somebody who came without having been planned."""

    def __init__(self, presenter: RecordingPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.form = FormView(presenter.group.extra)
        add = presenter.texts.say(N_("Add"))
        self.add = Button(add, presenter.group.add_client, key="Ctrl+S", icon_name="user-plus")
        self.form.below.addWidget(self.add)
        column.addWidget(self.form)

    def focus_first(self) -> None:
        """Go to the choice."""
        self.form.focus_first()

    def refresh(self) -> None:
        """Show what is possible now; to a complete day somebody is added with a reason."""
        self.add.setEnabled(self.presenter.may(Permission.RECORD_WORK))
