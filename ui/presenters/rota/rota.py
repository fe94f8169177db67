"""The rota: a week of shifts, who is on them, what to look at, and how evenly work is shared; no Qt."""

from collections.abc import Callable, Hashable
from datetime import date, timedelta
from typing import cast
from uuid import UUID

from subcontract.actions.act import Kind
from subcontract.actions.cancel_shift import RestoreShift, restore_shift
from subcontract.actions.remove_shifts import RemoveShifts, remove_shifts
from subcontract.days import Month
from subcontract.ids import ClientId, ShiftId
from subcontract.rota.calendar import week_of
from subcontract.rota.shift import Shift
from subcontract.words import N_, Texts
from ui.presenters.base import Door
from ui.presenters.rota.base import OF_A_SHIFT, Card
from ui.presenters.rota.board import MadeBoard, made_board, read_days, shown_days
from ui.presenters.rota.limits import limited_board, with_headroom
from ui.presenters.rota.look import warnings_in
from ui.presenters.rota.not_coming import NotComing
from ui.presenters.rota.papers.wall import WallList
from ui.presenters.rota.people import ShiftPeople
from ui.presenters.rota.pins import Pins
from ui.presenters.rota.plans import ShiftForms
from ui.presenters.rota.publishing import Publishing
from ui.presenters.rota.rows import RowsPresenter
from ui.presenters.rota.week import month_of
from ui.presenters.rota.why_card import WhyOfShift
from ui.presenters.tables.table import Column, Row, TablePresenter

LOOK = (Column(key="words", title=N_("To look at"), grows=True),)


class RotaPresenter(RowsPresenter):
    """A week or a month, its board, and the card beside it."""

    depends_on = frozenset(
        (
            *(Kind.SHIFTS, Kind.CLIENTS, Kind.JOBS, Kind.STAFF),
            Kind.ROSTERS,
            *(Kind.PENSIONS, Kind.EMPLOYMENTS, Kind.PAY_RUNS, Kind.ENTRIES),
            *(Kind.PINS, Kind.PUBLICATIONS, Kind.ROTA_WISHES, Kind.ROTA_TERMS),
        )
    )
    """The board, what is earned for the limits of pensions, and what the rotation is asked with."""

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start at this week, jobs down."""
        super().__init__(door, texts)
        self.is_read = False
        """Whether a week has been read: before that nothing can be said of an empty board."""
        self.warnings: tuple[tuple[ShiftId, str], ...] = ()
        """What to look at in the week, each with the shift it leads to."""
        self.leads_to = Card.SHIFT
        """The card that the next link to a shift opens."""
        self.forms = ShiftForms(self)
        self.people = ShiftPeople(self)
        self.why = WhyOfShift(self)
        self.people.on_chosen = self.why.follow
        self.away = NotComing(self)
        self.away.on_done = lambda: self.people.choose(None)
        self.wall = WallList(self)
        self.pins = Pins(self)
        self.publishing = Publishing(self)
        self.publishing.on_open = self.open
        self.look = TablePresenter(LOOK, texts, name=N_("To look at"))
        self.look.on_open = self._open_looked

    # --- reading

    @property
    def is_empty(self) -> bool:
        """Whether the week has been read and has no shifts."""
        return self.is_read and not self.rows and not self.filter

    def load(self) -> None:
        """Read the week anew; the board is made where it is read, away from the window."""
        self.questions.forget()
        unit, days, texts = self.door.who.unit, self.shown, self.texts
        view = month_of(days).days if self.is_month else None
        room = self.week.plan.headroom if self.week.days == days else None
        self.door.ask(
            lambda lists: made_board(with_headroom(read_days(lists, unit, days, view), room), texts),
            self._fill_board,
        )

    def _fill_board(self, made: MadeBoard) -> None:
        """Show the week with the limits as they were last known, then read those anew."""
        self._fill(made)
        who, today, texts = self.door.who, self.door.today(), self.texts
        self.door.ask(
            lambda lists: limited_board(lists, made, who, today, texts),
            lambda now: self._fill_again(made, now),
        )

    def _fill_again(self, made: MadeBoard, limited: MadeBoard | None) -> None:
        """Show the limits that were read, unless the week has been read anew meanwhile."""
        if limited is not None and self.made is made:
            self._fill(limited)

    def _fill(self, made: MadeBoard) -> None:
        """Show what was read, unless another week has been chosen meanwhile."""
        if made.week.days != self.shown:
            return
        self.is_read = True
        self.week, self.made, self.bars = made.week, made, made.bars
        if self.shift is None and self.card in OF_A_SHIFT:
            self.close()
        self.warnings = warnings_in(made.by_job, self.texts)
        self.look.set_rows(
            Row(id=(shift, at), cells={"words": words}) for at, (shift, words) in enumerate(self.warnings)
        )
        self.people.show()
        self.publishing.show()
        self.why.reread()
        self._take_hand()
        self.away.reread()
        self.show()

    def show_month(self, *, is_month: bool) -> None:
        """Show the weeks of a month, or one week: that of today when it is one of them."""
        if is_month == self.is_month:
            return
        today, shown = self.door.today(), self.shown
        self.is_month = is_month
        if is_month:
            self.month = Month.of(today) if today in shown else month_of(shown)
        else:
            self.monday = week_of(today if today in shown else self.monday).first
        self._go()

    def show_week_of(self, day: date) -> None:
        """Show the week of a day of the month."""
        self.is_month = False
        self.go_to(day)

    # --- the week

    @property
    def days(self) -> tuple[date, ...]:
        """The days across."""
        return shown_days(self.week)

    @property
    def title(self) -> str:
        """The week in words: its number and days; or the month."""
        if self.is_month:
            return self.texts.month(month_of(self.shown))
        number = str(self.monday.isocalendar().week)
        return self.texts.say(
            N_("Week {number}: {first}–{last}"),
            number=number,
            first=f"{self.monday.day}.{self.monday.month}.",
            last=self.texts.day(week_of(self.monday).last),
        )

    @property
    def short_title(self) -> str:
        """The week's number in words; or the month."""
        if self.is_month:
            return self.title
        return self.texts.say(N_("Week {number}"), number=str(self.monday.isocalendar().week))

    def step(self, steps: int) -> None:
        """Go so many weeks, or months, on or back."""
        if self.is_month:
            self.go_to(month_of(self.shown).plus(steps).first)
        else:
            self.go_to(self.monday + timedelta(days=7 * steps))

    def go_to(self, day: date) -> None:
        """Show the week of a day, or the month."""
        self.monday, self.month = week_of(day).first, Month.of(day)
        self._go()

    def _go(self) -> None:
        """Read other days, nobody in hand and no card open."""
        self.notice = None
        self._drop_hand()
        was_open = self.wall.close()
        self.close()
        self.load()
        if was_open:
            self.wall.show()

    def go_to_shift(
        self, record: UUID, otherwise: Callable[[str, UUID], object] = lambda _place, _record: None
    ) -> None:
        """Show the week of a shift and open its card; what is no shift may belong to the page beside."""

        def found(shift: Shift | None) -> None:
            if shift is None:
                otherwise(self.place, record)
            else:
                self._go_to_found(shift)

        self.door.ask(lambda lists: lists.shifts.find(ShiftId(record)), found)

    def _go_to_found(self, shift: Shift) -> None:
        """Open a shift that search or a link led to."""
        self.wall.close()
        self.place = ""
        self.go_to(shift.day)
        if self.leads_to is Card.SHIFT:
            self.open(shift.id)
        else:
            self.card, self.leads_to = self.leads_to, Card.SHIFT
            self.tell()

    @property
    def holds_text(self) -> bool:
        """Whether the form that is open has been changed and not saved."""
        forms = self.forms
        typed = {Card.NEW: forms.new, Card.CHANGE: forms.change, Card.CANCEL: forms.reason}
        return self.card in typed and typed[self.card].dirty

    # --- one shift

    @property
    def card_title(self) -> str:
        """What stands at the head of the card."""
        if self.card is Card.NEW:
            return self.texts.say(N_("New shifts"))
        if self.card is Card.LOOK:
            return self.look_words
        if self.card is Card.PROMISE:
            return state.text if (state := self.publishing.state) else ""
        if self.shift is None:
            return ""
        times = self.texts.times(self.shift.start, self.shift.end)
        return f"{self.texts.weekday(self.shift.day)} {self.texts.day(self.shift.day)} {times}"

    def open(self, shift: ShiftId, client: ClientId | None = None) -> None:
        """Open a shift's card; a ``client`` who is on it is selected there, and nobody else."""
        is_other = shift != self.shift_id
        if is_other:
            self.people.forget()
            self.why.leave()
        self.shift_id, self.card, self.notice = shift, Card.SHIFT, None
        self.people.show()
        if is_other or client is not None:
            self.people.choose(client)
        self.turn_to(shift)
        self.tell()
        if self.shift is not None and self.can_plan:  # so that somebody who does not come is answered at once
            self.questions.of(self.shift.day, lambda _question: None)

    def back_to_shift(self) -> None:
        """Back to the shift itself; who does not come after all is the one selected there."""
        self.people.show()
        if self.card is Card.AWAY:
            self.people.choose(self.away.client)
        super().back_to_shift()

    # --- the shift as a whole

    def restore(self) -> None:
        """Let a shift that was called off stand again."""
        if (shift := self.shift) is not None:
            self.act_in_turn(lambda: (restore_shift, RestoreShift(shift=shift.id)))

    def remove(self) -> None:
        """Remove a shift on which nothing has happened; the undo brings it back."""
        if (shift := self.shift) is not None:
            self.act_in_turn(
                lambda: (remove_shifts, RemoveShifts(shifts=(shift.id,))), lambda _done: self.close()
            )

    # --- what to look at

    @property
    def look_words(self) -> str:
        """How much there is to look at in the week; empty when nothing."""
        number = len(self.look.rows)
        if not number:
            return ""
        return self.texts.count(N_("{number} thing to look at"), N_("{number} things to look at"), number)

    def open_look(self) -> None:
        """Open the list of what to look at."""
        self.card = Card.LOOK
        self.tell()

    def _open_looked(self, row: Hashable) -> None:
        """Open the shift of a sentence."""
        if isinstance(row, tuple):
            self.open(cast("ShiftId", row[0]))
