"""The rota: a week of shifts, who is on them, what to look at, and how evenly work is shared; no Qt."""

from collections.abc import Hashable
from datetime import date, timedelta
from typing import cast
from uuid import UUID

from subcontract.actions.act import Kind
from subcontract.actions.cancel_shift import RestoreShift, restore_shift
from subcontract.actions.put_on_shift import (
    MoveToShift,
    move_to_shift,
)
from subcontract.actions.remove_shifts import RemoveShifts, remove_shifts
from subcontract.ids import ClientId, ShiftId
from subcontract.rota.calendar import week_of
from subcontract.rota.shift import Shift
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Notice
from ui.presenters.rota.base import OF_A_SHIFT, Card, WeekPresenter
from ui.presenters.rota.board import BoardRow, MadeBoard, made_board, read_week, shown_days
from ui.presenters.rota.limits import limited_board, with_headroom
from ui.presenters.rota.look import has_filter, warnings_in
from ui.presenters.rota.people import ShiftPeople
from ui.presenters.rota.plans import ShiftForms
from ui.presenters.rota.wall import WallList
from ui.presenters.rota.why_card import WhyOfShift
from ui.presenters.tables.table import Column, Row, TablePresenter
from ui.presenters.tone import Tone

MOST_ROWS = 25
"""Rows laid on the board at once."""
LOOK = (Column(key="words", title=N_("To look at"), grows=True),)


class RotaPresenter(WeekPresenter):
    """A week, its board, and the card beside it."""

    depends_on = frozenset(
        (
            *(Kind.SHIFTS, Kind.CLIENTS, Kind.JOBS, Kind.STAFF),
            *(Kind.PENSIONS, Kind.EMPLOYMENTS, Kind.PAY_RUNS, Kind.ENTRIES),
        )
    )
    """The board, and what is earned for the limits of pensions."""

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start at this week, jobs down."""
        super().__init__(door, texts)
        self.by_person = False
        self.filter = ""
        self.rows: tuple[BoardRow, ...] = ()
        self.is_read = False
        """Whether a week has been read: before that nothing can be said of an empty board."""
        self.held: tuple[ShiftId | None, ClientId] | None = None
        """Who is being moved by keys or by mouse, and from which shift."""
        self.made = MadeBoard(week=self.week)
        self.left_out = 0
        self.warnings: tuple[tuple[ShiftId, str], ...] = ()
        """What to look at in the week, each with the shift it leads to."""
        self.forms = ShiftForms(self)
        self.people = ShiftPeople(self)
        self.why = WhyOfShift(self)
        self.people.on_chosen = self.why.follow
        self.wall = WallList(self)
        self.look = TablePresenter(LOOK, texts, name=N_("To look at"))
        self.look.on_open = self._open_looked

    # --- reading

    @property
    def is_empty(self) -> bool:
        """Whether the week has been read and has no shifts."""
        return self.is_read and not self.rows and not self.filter

    def load(self) -> None:
        """Read the week anew; the board is made where it is read, away from the window."""
        unit, day, texts = self.door.who.unit, self.monday, self.texts
        room = self.week.plan.headroom if self.week.days.first == day else None
        self.door.ask(
            lambda lists: made_board(with_headroom(read_week(lists, unit, day), room), texts),
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
        if made.week.days.first != self.monday:
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
        self.why.reread()
        self.show()

    def show(self) -> None:
        """Choose the rows that are in view; more than fit in an eye's span wait for the filter."""
        rows = self.made.by_person if self.by_person else self.made.by_job
        passing = tuple(row for row in rows if has_filter(row, self.filter))
        self.rows, self.left_out = passing[:MOST_ROWS], max(0, len(passing) - MOST_ROWS)
        self.tell()

    @property
    def left_out_words(self) -> str:
        """How many rows are out of view; empty when none."""
        if not self.left_out:
            return ""
        return self.texts.count(
            N_("{number} more row: use the filter to see it."),
            N_("{number} more rows: use the filter to see them."),
            self.left_out,
        )

    def set_filter(self, text: str) -> None:
        """Show rows with these words."""
        self.filter = text
        self.show()

    def show_people(self, *, by_person: bool) -> None:
        """People down, or jobs down."""
        self.by_person = by_person
        self.show()

    # --- the week

    @property
    def days(self) -> tuple[date, ...]:
        """The days across."""
        return shown_days(self.week)

    @property
    def title(self) -> str:
        """The week in words: its number and days."""
        number = str(self.monday.isocalendar().week)
        return self.texts.say(
            N_("Week {number}: {first}–{last}"),
            number=number,
            first=f"{self.monday.day}.{self.monday.month}.",
            last=self.texts.day(week_of(self.monday).last),
        )

    @property
    def short_title(self) -> str:
        """The week's number in words."""
        return self.texts.say(N_("Week {number}"), number=str(self.monday.isocalendar().week))

    def step(self, weeks: int) -> None:
        """Go so many weeks on or back."""
        self.go_to(self.monday + timedelta(days=7 * weeks))

    def go_to(self, day: date) -> None:
        """Show the week of a day."""
        self.monday, self.notice, self.held = week_of(day).first, None, None
        was_open = self.wall.close()
        self.close()
        self.load()
        if was_open:
            self.wall.show()

    def go_to_shift(self, shift: UUID) -> None:
        """Show the week of a shift and open its card."""
        self.door.ask(lambda lists: lists.shifts.find(ShiftId(shift)), self._go_to_found)

    def _go_to_found(self, shift: Shift | None) -> None:
        """Open a shift that search or a link led to."""
        if shift is not None:
            self.wall.close()
            self.place = ""
            self.go_to(shift.day)
            self.open(shift.id)

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
        if self.shift is None:
            return ""
        times = f"{self.texts.clock(self.shift.start)}–{self.texts.clock(self.shift.end)}"
        return f"{self.texts.weekday(self.shift.day)} {self.texts.day(self.shift.day)} {times}"

    def open(self, shift: ShiftId) -> None:
        """Open a shift's card."""
        if shift != self.shift_id:
            self.people.forget()
            self.why.leave()
        self.shift_id, self.card, self.notice = shift, Card.SHIFT, None
        self.people.show()
        self.tell()

    # --- people on and off

    def pick_up(self, client: ClientId, shift: ShiftId | None) -> None:
        """Take a person in hand, to be put down on a shift: what dragging does, by keys."""
        if not self.can_plan:
            return
        self.held = (shift, client)
        person = self.week.plan.client_by_id[client]
        words = N_("{name} is being moved. Go to a shift and press Enter; Esc leaves as it was.")
        self.notice = Notice(self.texts.say(words, name=person.name), Tone.INFO)
        self.tell()

    def let_go(self) -> bool:
        """Leave the person where they were; false when nobody was in hand."""
        was, self.held = self.held, None
        if was is not None:
            self.notice = None
            self.tell()
        return was is not None

    def put_down(self, shift: ShiftId) -> None:
        """Put the person in hand on a shift."""
        if self.held is None:
            return
        (from_shift, client), self.held, self.notice = self.held, None, None
        if from_shift is None:
            self.put_on(client, shift)
        elif from_shift != shift:
            ask = MoveToShift(client=client, from_shift=from_shift, to_shift=shift)
            self.act_in_turn(lambda: (move_to_shift, ask))
        else:
            self.tell()

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
