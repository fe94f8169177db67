"""Ehdotus: the days and goals of a proposal, its making, its result, and taking it into use."""

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.ids import ClientId, ShiftId
from subcontract.rota.calendar import week_of
from subcontract.words import N_
from ui.presenters.rota.proposal.days import SPANS, Span
from ui.presenters.rota.proposal.kept import LETTERS
from ui.presenters.rota.proposal.making import TENTH
from ui.presenters.rota.proposal.presenter import ProposalPresenter
from ui.presenters.rota.proposal.rows import PROPOSAL_TITLES
from ui.presenters.tone import Tone
from ui.screens.bones import Desk, Screen, SideCard, Stepper
from ui.screens.shifts.proposal_parts import GoalsCard, OnShiftCard, ResultPages
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.labels import Label, ToneLine, hide_unless, restyle
from ui.widgets.pages import Pages
from ui.widgets.segments import Segments


class ProposalPage(Screen):
    """A page beside the week board."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the tools, the sentences and the lists."""
        super().__init__(desk, title=N_("Proposal of shifts"))
        self.presenter = presenter = self.use(ProposalPresenter(desk.door(self), desk.texts))
        presenter.on_accepted = lambda day: desk.go(f"shifts/{day.isoformat()}")
        presenter.result.on_open_shift = self._open_shift
        presenter.result.on_open_client = self._open_client
        self.tools = self._make_tools()
        self.body.addWidget(self.tools)
        self.asked = Label("", "quiet", wrap=True)
        self.outcome, self.old, self.best = ToneLine(), ToneLine(), ToneLine()
        for line in (self.asked, self.best, self.outcome, self.old):
            self.body.addWidget(line)
        self.pages = Pages()
        self.pages.addWidget(self._make_result())
        self.empty = EmptyState("calendar", " ", self.texts.say(N_("To the week board")), self._to_board)
        self.pages.addWidget(self.empty)
        self.body.addWidget(self.pages, 1)
        self.anew = self.add_secondary(
            N_("Make another proposal"), presenter.propose, key="F5", icon_name="arrows-clockwise"
        )
        self.set_primary(N_("Make a proposal"), self._do)
        self.timer = QTimer(self)
        self.timer.setInterval(TENTH)
        self.timer.timeout.connect(presenter.poll)
        self.destroyed.connect(presenter.making.end)

    # --- parts

    def _make_tools(self) -> QWidget:
        """How many days, which ones, the goals, and the proposals made."""
        say, presenter = self.texts.say, self.presenter
        tools = Flow()
        self.spans = Segments(
            say(N_("How many days")),
            tuple((span, say(word)) for span, word in SPANS.items()),
            lambda span: presenter.choose(Span(str(span))),
        )
        self.days = Stepper(self.texts, lambda: presenter.title, presenter.step, N_("days"))
        self.goals = Button("", self._turn_goals, key="Ctrl+G", icon_name="sliders-horizontal")
        self.goals.setCheckable(True)
        restyle(self.goals, look="chip")
        self.letters = Segments(
            say(N_("Which proposal")),
            tuple((letter, say(PROPOSAL_TITLES[letter])) for letter in LETTERS),
            lambda letter: presenter.look_at(str(letter)),
            {letter: f"Ctrl+{at}" for at, letter in enumerate(LETTERS, 1)},
        )
        for part in (self.spans, self.days, self.goals, self.letters):
            tools.add(part)
        return tools

    def _make_result(self) -> QWidget:
        """The lists, and beside them the shift that is open or the goals."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.lists = ResultPages(self.presenter)
        self.on_shift = OnShiftCard(self.presenter)
        self.goal_fields = GoalsCard(self.presenter)
        self.cards = Pages()
        for card in (self.on_shift, self.goal_fields):
            self.cards.addWidget(card)
        self.side = SideCard(self.texts, self.lists, N_("Shift"), self.cards, shares=(9, 5))
        self.side.on_close = self._close_card
        self.side.stands_alone.connect(lambda alone: hide_unless(self.tools, shown=not alone))
        column.addWidget(self.side, 1)
        return page

    # --- what the user does

    def _do(self) -> None:
        """Take a fresh proposal into use; otherwise make one."""
        if self.presenter.can_accept:
            self.presenter.accept()
        else:
            self.presenter.propose()

    def _turn_goals(self) -> None:
        presenter = self.presenter
        presenter.show_goals(shown=not presenter.goals_open)
        if presenter.goals_open:
            self.goal_fields.form.focus_first()

    def _close_card(self) -> None:
        """The card was closed: neither goals nor a shift is open."""
        self.presenter.show_goals(shown=False)
        self.presenter.result.close_card()

    def _open_shift(self, shift: ShiftId) -> None:
        self.desk.go("shifts", shift)

    def _open_client(self, client: ClientId) -> None:
        self.desk.go("clients", client)

    def _to_board(self) -> None:
        self.desk.go(f"shifts/{self.presenter.chosen.day.isoformat()}")

    def show_week(self, monday: date) -> None:
        """Follow the board to a week that is to come; in the week that is under way the next one stays."""
        presenter = self.presenter
        if monday > presenter.door.today() and monday != week_of(presenter.chosen.day).first:
            presenter.show_day(monday)

    def cancel_work(self) -> None:
        """Take the best so far."""
        self.presenter.stop()

    def step_back(self) -> bool:
        """Esc stops the search first, then closes the card."""
        return self.presenter.stop() or super().step_back()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page comes in sight: the process ends. A window that is put small goes on."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.presenter.leave()
            self.timer.stop()

    # --- following

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        self.spans.show_value(presenter.chosen.span)
        self.days.refresh()
        self._show_polling()
        self._show_words()
        obstacle = presenter.obstacle
        self.pages.setCurrentIndex(1 if obstacle and not presenter.has_shifts else 0)
        self.empty.say(obstacle or " ")
        self.goals.set_text(presenter.goals.words())
        self.goals.setChecked(presenter.goals_open)
        letters = presenter.result.letters
        self.letters.show_choices(letters)
        self.letters.show_value(presenter.shelf.chosen)
        self.letters.setVisible(bool(letters))
        self.lists.refresh()
        self._show_card()
        self._show_buttons()

    def _show_polling(self) -> None:
        """Listen to the process while there is one, and show how far it is."""
        making = self.presenter.making
        if making.needs_polling and not self.timer.isActive() and self.isVisible():
            self.timer.start()
        elif not making.needs_polling:
            self.timer.stop()
        if self.presenter.is_working:
            self.progress.show_step(*self.presenter.step_words)
        else:
            self.progress.finish()

    def _show_words(self) -> None:
        """What is asked, what came of it, and whether it is as fresh as can be."""
        presenter = self.presenter
        self.asked.say(presenter.asked_words)
        self.best.say(presenter.best_words, Tone.INFO)
        words, tone = presenter.outcome
        self.outcome.say("" if presenter.best_words else words, tone)
        obstacle = presenter.obstacle if presenter.has_shifts else ""
        self.old.say(
            obstacle or presenter.old_words, Tone.ATTENTION if not presenter.is_in_use else Tone.READY
        )

    def _show_card(self) -> None:
        """The goals, or the people of the shift that is open."""
        presenter = self.presenter
        if presenter.goals_open:
            self.cards.setCurrentWidget(self.goal_fields)
            self.goal_fields.refresh()
            self.side.show_card(title=self.texts.say(N_("Goals of this proposal")))
            return
        is_open = presenter.result.shift is not None
        self.cards.setCurrentWidget(self.on_shift)
        self.on_shift.refresh()
        self.side.show_card(shown=is_open, title=presenter.result.card_title)

    def _show_buttons(self) -> None:
        """Make one, or take it into use."""
        presenter = self.presenter
        say, accepts = self.texts.say, presenter.can_accept
        again = presenter.kept is not None
        words = N_("Take into use") if accepts else N_("Make anew") if again else N_("Make a proposal")
        self.primary.set_text(say(words))
        self.primary.setEnabled(accepts or presenter.can_propose)
        self.anew.setVisible(accepts)
