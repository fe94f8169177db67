"""What is shown of a proposal, or of the plan as it stands while there is none: four views; no Qt."""

from collections.abc import Callable, Hashable
from enum import StrEnum
from typing import Protocol, cast

from subcontract.actions.act import Permission
from subcontract.ids import ClientId, ShiftId
from subcontract.rota.rotation.problem import Pair
from subcontract.words import N_, Texts
from ui.presenters.base import Door
from ui.presenters.rota.proposal.empty import EMPTY, Leads, empty_rows
from ui.presenters.rota.proposal.figures import FIGURES, figure_rows
from ui.presenters.rota.proposal.kept import Kept, Shelf
from ui.presenters.rota.proposal.question import Measured, Question
from ui.presenters.rota.proposal.rows import ON_SHIFT, PEOPLE, SHIFTS, on_shift_rows, people_rows, shift_rows
from ui.presenters.rota.proposal.words import shift_words
from ui.presenters.rota.why import WhySaid
from ui.presenters.tables.table import Empty, TablePresenter


class View(StrEnum):
    """What is looked at."""

    SHIFTS = "shifts"
    EMPTY = "empty"
    PEOPLE = "people"
    FIGURES = "figures"


VIEWS = {
    View.SHIFTS: N_("Shift by shift"),
    View.EMPTY: N_("What cannot be filled"),
    View.PEOPLE: N_("Everybody's hours"),
    View.FIGURES: N_("Before and after"),
}


class OfProposal(Protocol):
    """What the result needs of the page."""

    texts: Texts
    question: Question | None
    now: Measured | None
    door: Door

    def may(self, permission: Permission) -> bool:
        """Whether the one who is signed in may do it."""

    @property
    def shelf(self) -> Shelf:
        """The proposals of the days."""

    @property
    def kept(self) -> Kept | None:
        """The one that is looked at."""

    def tell(self) -> None:
        """Tell that something shown has changed."""


class Result:
    """The lists."""

    def __init__(self, page: OfProposal) -> None:
        """Belong to a page."""
        self.page = page
        texts = page.texts
        self.view = View.SHIFTS
        self.shifts = TablePresenter(SHIFTS, texts, name=VIEWS[View.SHIFTS])
        self.shifts.count_words = (N_("{number} shift"), N_("{number} shifts"))
        nothing = Empty(picture="success", sentence=N_("Every place is filled, and nothing is in conflict."))
        self.empty = TablePresenter(EMPTY, texts, name=VIEWS[View.EMPTY], empty=nothing)
        self.people = TablePresenter(PEOPLE, texts, name=VIEWS[View.PEOPLE])
        self.people.count_words = (N_("{number} client"), N_("{number} clients"))
        self.figures = TablePresenter(FIGURES, texts, name=VIEWS[View.FIGURES])
        self.on_shift = TablePresenter(ON_SHIFT, texts, name=N_("People on the shift"))
        self.shift: ShiftId | None = None
        """The shift in the card."""
        self.why = ""
        """Why the one who is selected in it is there, or is not."""
        self._said: WhySaid | None = None
        self.on_open_shift: Callable[[ShiftId], None] = lambda _: None
        self.on_open_client: Callable[[ClientId], None] = lambda _: None
        self.shifts.on_open = self.open_card
        self.shifts.on_select = self._selected
        self.on_shift.on_select = lambda _: self._ask_why()
        self.on_shift.on_open = lambda client: self.on_open_client(cast("ClientId", client))
        self.people.on_open = lambda client: self.on_open_client(cast("ClientId", client))
        self.empty.on_open = self._open_empty

    def look(self, view: View) -> None:
        """Look at something else of it."""
        self.view = view
        if view is not View.SHIFTS:
            self.shift = None
        self.page.tell()

    def set_filter(self, words: str) -> None:
        """Keep the shifts and the people with these words."""
        for table in (self.shifts, self.people):
            table.set_filter(words)

    @property
    def plan(self) -> Measured | None:
        """The plan that is looked at: the proposal, or the plan as it stands."""
        return self.page.kept.plan if self.page.kept is not None else self.page.now

    @property
    def pairs(self) -> frozenset[Pair]:
        """Who is on which shift of it."""
        return self.plan.pairs if self.plan is not None else frozenset()

    @property
    def letters(self) -> tuple[str, ...]:
        """The proposals beside each other."""
        return tuple(kept.letter for kept in self.page.shelf)

    def show(self) -> None:
        """Fill every list."""
        question, now, plan, texts = self.page.question, self.page.now, self.plan, self.page.texts
        if question is None or now is None or plan is None:
            for table in (self.shifts, self.empty, self.people, self.figures):
                table.set_rows(())
            return
        kept = self.page.kept
        self._said = WhySaid(
            (question.with_goals(kept.question.weights, kept.question.start) if kept else question).problem,
            plan.pairs,
            texts,
            jobs={job.id: job.name for job in question.plan.jobs},
            with_sums=self.page.may(Permission.SEE_PAY),
        )
        self.shifts.set_rows(shift_rows(question, plan.pairs, texts))
        self.empty.set_rows(empty_rows(question, plan, kept.conflict if kept else None, self._said, texts))
        beside = tuple(self.page.shelf)
        self.people.set_rows(people_rows(question, now, beside, plan, texts))
        self.figures.set_rows(figure_rows(question, now, beside, texts))
        self._show_card()

    # --- the card of a shift

    def open_card(self, shift: Hashable) -> None:
        """Show who is on a shift."""
        self.shift = cast("ShiftId", shift)
        self._show_card()
        self.page.tell()

    def _selected(self, shift: Hashable | None) -> None:
        """Follow the list while the card is open."""
        if self.shift is not None and shift is not None:
            self.open_card(shift)

    def close_card(self) -> None:
        """Close it."""
        self.shift = None
        self.page.tell()

    def _show_card(self) -> None:
        question = self.page.question
        if question is None or self.shift not in question.problem.slot_by_id:
            self.shift = None
        if question is not None and self.shift is not None:
            self.on_shift.set_rows(on_shift_rows(question, self.pairs, self.shift, self.page.texts))
            self._ask_why()

    def _ask_why(self) -> None:
        """Why the one who is selected is there or not; weighing the plan takes a moment, so not here."""
        said, shift, client = self._said, self.shift, self.on_shift.selected
        self.why = ""
        whom = cast("ClientId", client)
        if said is not None and shift is not None and client is not None:
            self.page.door.ask(
                lambda _: said.sentence(whom, shift),
                lambda words: self._tell_why(said, (shift, whom), words),
            )
        self.page.tell()

    def _tell_why(self, said: WhySaid, of: tuple[ShiftId, ClientId], words: str) -> None:
        """Show the answer, unless something else is looked at meanwhile."""
        if said is self._said and of == (self.shift, self.on_shift.selected):
            self.why = words
            self.page.tell()

    @property
    def card_title(self) -> str:
        """The shift in the card in words."""
        question = self.page.question
        if question is None or self.shift is None:
            return ""
        return shift_words(question.problem.slot_by_id[self.shift], question, self.page.texts)

    # --- where rows lead

    def _open_empty(self, row: Hashable) -> None:
        """Enter leads to what can be mended: the person, or the shift."""
        if not isinstance(row, Leads):
            return
        if row.client is not None:
            self.on_open_client(row.client)
        else:
            self.on_open_shift(row.shift)

    def open_shift(self) -> None:
        """The shift in the card, on the board."""
        if self.shift is not None:
            self.on_open_shift(self.shift)
