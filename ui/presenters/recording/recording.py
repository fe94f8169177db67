"""The day grid: everybody as planned with one key, then the exceptions; no Qt."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import date, timedelta
from typing import cast

from subcontract.actions.act import Done, Kind
from subcontract.actions.complete_day import CompleteDay, ReopenDay, complete_day, reopen_day
from subcontract.actions.record_day import RecordDay, record_day
from subcontract.hours.told import Told
from subcontract.ids import ClientId, ShiftId
from subcontract.problems import Problem, Refused
from subcontract.rota.shift import Shift
from subcontract.words import N_, Texts
from ui import entry as reading
from ui.presenters.base import Door, Notice
from ui.presenters.recording.base import DayPresenter
from ui.presenters.recording.card import CardPresenter
from ui.presenters.recording.day import Day, read_day
from ui.presenters.recording.group import GroupPresenter
from ui.presenters.recording.pieces import counted, group_words, long_words
from ui.presenters.recording.rows import edit_text, row_of, told_in
from ui.presenters.recording.staying_away import AwayPresenter
from ui.presenters.recording.typing import RowTyping
from ui.presenters.tables.table import Empty
from ui.presenters.tone import Tone
from ui.problem_sentences import explain

NO_SHIFTS = N_("There are no shifts on this day. Plan one first, then record it here.")
NOBODY_HERE = N_("Nobody is on this shift yet. Press F8 to record who came, or plan people on the rota.")


class RecordingPresenter(DayPresenter):
    """A day, one of its shifts, and the grid of its people.

    A cell is saved as soon as it has been typed and can be read; what cannot be saved stays in its
    cell with the reason, also while other days are looked at.
    """

    depends_on = frozenset({Kind.ENTRIES, Kind.SHIFTS, Kind.CLIENTS, Kind.JOBS})

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start at today."""
        super().__init__(door, texts)
        self.on_plan: Callable[[], None] | None = None
        """Leads to the rota; the screen knows where it is."""
        self._empty = Empty(
            picture="calendar",
            sentence=NO_SHIFTS,
            button=N_("To the shifts"),
            command=lambda: self.on_plan() if self.on_plan else None,
        )
        self.table.empty = self._empty
        self.typing = RowTyping(self)
        self.table.on_edit = self.typing.edited
        self.table.on_select = lambda _row: self.tell()
        self.table.edit_text = lambda row, column: edit_text(row, column, self._told)
        self.table.on_open = self.open_row
        self.card = CardPresenter(self)
        self.group = GroupPresenter(self)
        self.away = AwayPresenter(self)
        self.on_instead: Callable[[], None] | None = None
        """Opens the card of who came instead."""
        self._told: dict[ClientId, Told] = {}

    # --- reading

    def load(self) -> None:
        """Read the day anew."""
        unit, day = self.door.who.unit, self.day
        self.door.ask(lambda lists: read_day(lists, unit, day), self._fill)

    def _fill(self, data: Day) -> None:
        """Show what was read, unless another day has been chosen meanwhile."""
        if data.day != self.day:
            return
        self.data = data
        if self.shift is None:
            self.shift_id = self._first_shift()
        self.show_rows()
        self.group.show()
        self.away.start()
        self.card.follow()
        self.tell()

    def _first_shift(self) -> ShiftId | None:
        """One's own shift that is not complete, else any that is not, else the first."""
        mine = [s for s in self.data.shifts if s.coach == self.door.who.staff]
        for shifts in (mine, self.data.shifts):
            for shift in shifts:
                if shift.id not in self.data.complete:
                    return shift.id
        return next((shift.id for shift in (*mine, *self.data.shifts)), None)

    def show_rows(self) -> None:
        """Make the rows of the grid."""
        shift = self.shift
        sentence = NO_SHIFTS if shift is None else NOBODY_HERE
        self.table.empty = replace(self._empty, sentence=sentence)
        if shift is None:
            self._told = {}
            self.table.set_rows(())
            return
        pieces = counted(self.data, shift)
        rows, lines = [], self.lines
        self.typing.note(shift, lines)
        for line in lines:
            draft = self.drafts.get((shift.id, line.client.id))
            self._told[line.client.id] = draft.told if draft else told_in(line, shift)
            rows.append(row_of(line, shift, self.texts, draft, pieces.get(line.client.id)))
        self.table.set_rows(rows)

    # --- choosing the day and the shift

    def step(self, days: int) -> None:
        """Go so many days on or back."""
        self.go_to(self.day + timedelta(days=days))

    def go_to(self, day: date, shift: ShiftId | None = None) -> None:
        """Show another day, and one of its shifts, once what was typed has been saved."""
        self.turns.add(lambda: self._go(day, shift))

    def _go(self, day: date, shift: ShiftId | None) -> None:
        """Show another day now."""
        self.day, self.shift_id, self.notice = day, shift, None
        self.card.close()
        self.load()

    def type_day(self, text: str) -> bool:
        """Go to a day as typed: ``ti``, ``eilen``, ``23.11.``; false and a notice when it is no day."""
        if not text.strip():
            return True
        try:
            self.go_to(reading.day(text, "day", today=self.door.today()))
        except Refused as refused:
            self.refused(refused)
            return False
        return True

    def choose_shift(self, shift: ShiftId) -> None:
        """Show another shift of the day; what was typed stays where it was typed."""
        self.shift_id, self.notice = shift, None
        self.card.close()
        self.table.select(None)
        self.show_rows()
        self.group.show()
        self.tell()

    def step_shift(self, by: int) -> None:
        """The next shift of the day, or the one before."""
        ids = [shift.id for shift in self.data.shifts]
        if self.shift_id in ids:
            self.choose_shift(ids[(ids.index(self.shift_id) + by) % len(ids)])

    def go_to_shift(self, shift: ShiftId) -> None:
        """Show a shift that a link or the search led to."""
        self.door.ask(lambda lists: lists.shifts.find(shift), self._go_to_found)

    def _go_to_found(self, shift: Shift | None) -> None:
        """Show its day."""
        if shift is not None:
            self.go_to(shift.day, shift.id)

    # --- recording

    def record_all(self) -> None:
        """Everybody as planned."""
        if self.shift_id is not None and self.can_record:
            ask = RecordDay(shift=self.shift_id)
            self.turns.add(lambda: (record_day, ask), done=self._all_recorded)

    def _all_recorded(self, done: Done) -> None:
        """Tell who could not be recorded so."""
        left = cast("tuple[Problem, ...]", done.facts["left"])
        if left:
            self.notice = Notice("\n".join(explain(each, self.texts) for each in left), Tone.ATTENTION)

    @property
    def caution_words(self) -> str:
        """What has to be known of the group's result and its sharing, and of very long days."""
        if self.shift is None:
            return ""
        words = [group_words(self.data, self.shift, self.texts), *long_words(self.lines, self.texts)]
        return "\n".join(word for word in words if word)

    # --- the day's word

    def complete(self) -> None:
        """Say that everything of the shift has been recorded."""
        if self.shift_id is None or not self.can_complete or self._is_left_unsaved():
            return
        ask = CompleteDay(shift=self.shift_id)
        self.turns.add(
            lambda: None if self._is_a_row_wrong() else (complete_day, ask), refused=self._not_complete
        )

    @property
    def holds_text(self) -> bool:
        """Whether something typed, in the rows or on the cards, has not been saved."""
        card = self.card
        on_cards = bool(card.kept) or (card.is_open and card.form.dirty)
        return bool(self.drafts) or on_cards or self.group.material.dirty

    def _is_left_unsaved(self) -> bool:
        """Whether something typed on a card waits to be saved; then lead to it."""
        if self.group.material.dirty:
            words = self.texts.say(
                N_("A material has been written but not added. Add it, or empty its fields.")
            )
        elif (client := self.card.unsaved) is not None:
            words = self.card.unsaved_words(client)
            self.table.select(client)
        else:
            return False
        self.notice = Notice(words, Tone.ATTENTION)
        self.tell()
        return True

    def _is_a_row_wrong(self) -> bool:
        """Whether a row of the shift holds what could not be saved; then lead to it."""
        wrong = next((line for line in self.lines if self._problems(line.client.id)), None)
        if wrong is None:
            return False
        self.table.select(wrong.client.id)
        words = N_("{name} has something typed that has not been saved. Mend it first.")
        self.notice = Notice(self.texts.say(words, name=wrong.client.name), Tone.ATTENTION)
        self.tell()
        return True

    def _problems(self, client: ClientId) -> bool:
        draft = self.drafts.get((self.shift_id, client)) if self.shift_id is not None else None
        return draft is not None and bool(draft.problems)

    def _not_complete(self, refused: Refused) -> None:
        """Lead to the first row that is missing."""
        self.refused(refused)
        missing = next((line for line in self.lines if line.entry is None), None)
        if missing is not None:
            self.table.select(missing.client.id)

    def reopen(self) -> None:
        """Take the word back."""
        if self.shift_id is not None and self.can_reopen:
            ask = ReopenDay(shift=self.shift_id)
            self.turns.add(lambda: (reopen_day, ask))

    def key(self, row: Hashable, letter: str) -> bool:
        """What a letter on a row says: that the client came or not, or that another came instead."""
        if not self.group.instead.is_key(letter):
            return self.typing.mark_by_key(row, letter)
        if self.can_record and self.group.instead.start(row) and self.on_instead is not None:
            self.on_instead()
        return True

    def open_row(self, row: Hashable) -> None:
        """Open the card of a row: the same facts as a plain form, with their history."""
        if (line := self.line(row)) is not None:
            self.card.open(line)

    def ask_reason(self, row: Hashable, refused: Refused) -> None:
        """Open the card of a row where the reason is asked."""
        self.open_row(row)
        self.card.refuse(refused)
