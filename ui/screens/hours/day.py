"""The day page: what it is about, the rows, what is wrong in words, and the group's line."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from subcontract.words import N_
from ui.look import LOOK
from ui.presenters.recording.recording import RecordingPresenter
from ui.presenters.tone import State, Tone
from ui.screens.hours.grid import DayGrid
from ui.screens.hours.parts import LARGE, GroupLine
from ui.widgets.buttons import Button
from ui.widgets.chips import StateChip
from ui.widgets.labels import Label, ToneLine
from ui.widgets.table import TableView


class DayPage(QWidget):
    """One shift of the day."""

    def __init__(
        self,
        presenter: RecordingPresenter,
        show_materials: Callable[[], object],
        show_extra: Callable[[], object],
        show_away: Callable[[], object],
    ) -> None:
        super().__init__()
        self.presenter = presenter
        say = presenter.texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._make_heading())
        self.grid = DayGrid(presenter)
        self.list = TableView(presenter.table, filtered=False, hugs=True, grid=self.grid)
        self.wrong = ToneLine("", Tone.WRONG)
        self.caution = ToneLine("", Tone.ATTENTION)
        self.away = ToneLine("", Tone.ATTENTION)
        self.keys = Label("", "muted", wrap=True)
        self.group = GroupLine(presenter)
        self.to_materials = Button(say(N_("Material list")), show_materials, key="F7", icon_name="package")
        self.to_extra = Button(say(N_("One more client")), show_extra, key="F8", icon_name="user-plus")
        self.group.add(self.to_materials)
        self.to_away = Button(say(N_("Absence goes on")), show_away, key="F9", icon_name="calendar-x")
        self.group.add(self.to_extra)
        self.group.add(self.to_away)
        column.addWidget(self.list, 1)
        for part in (self.wrong, self.caution, self.away, self.keys, self.group):
            column.addWidget(part)
        column.addStretch()

    def _make_heading(self) -> QHBoxLayout:
        """What the grid is about, and how far it is."""
        row = QHBoxLayout()
        row.setSpacing(12)
        self.heading = Label("", "section", wrap=True)
        self.count = Label("", "section")
        self.done_chip = StateChip(State("", Tone.READY))
        row.addWidget(self.heading, 1)
        row.addWidget(self.done_chip)
        row.addWidget(self.count)
        return row

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        has_shift = presenter.shift is not None
        self.heading.setText(presenter.heading)
        self.count.setText(presenter.count_words)
        self.done_chip.setVisible(presenter.is_locked and has_shift)
        self.done_chip.set_state(State(presenter.lock_words, Tone.READY, "lock"))
        self.keys.setText(presenter.typing.key_words)
        self.keys.setVisible(has_shift and LOOK.sizes.percent < LARGE)
        self.wrong.say(presenter.typing.problem_words, Tone.WRONG)
        self.caution.say(presenter.caution_words, Tone.ATTENTION)
        self.away.say(presenter.away.words, Tone.ATTENTION)
        self.grid.follow_lock()
        self.grid.begin()
        self.group.refresh()
        for part in (self.group, self.to_materials, self.to_extra):
            part.setVisible(has_shift)
        self.to_away.setVisible(bool(presenter.away.asked))

    def commit(self) -> None:
        """Save what is being typed, in a cell or in the group's line."""
        self.grid.commit()
        self.group.commit()
