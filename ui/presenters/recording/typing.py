"""Typing in the day grid: read, kept, saved row by row; what cannot be saved stays with its reason; no Qt."""

from collections.abc import Hashable
from dataclasses import replace

from subcontract.actions.act import Done
from subcontract.actions.correct_entry import CorrectEntry, correct_entry
from subcontract.actions.record_entry import RecordEntry, record_entry
from subcontract.hours.entry import Attendance
from subcontract.hours.told import Told
from subcontract.ids import ClientId, EntryId, ShiftId
from subcontract.problems import Code, Refused
from subcontract.rota.shift import Shift
from subcontract.words import N_
from ui.presenters.base import Notice
from ui.presenters.recording.base import DayPresenter, Place
from ui.presenters.recording.day import Line
from ui.presenters.recording.instead import KEY as INSTEAD
from ui.presenters.recording.rows import Draft, column_of, told_in
from ui.presenters.recording.typed import at_work, typed_into
from ui.presenters.tone import Tone
from ui.presenters.turns import Act
from ui.problem_sentences import explain

KEYS = (
    (Attendance.PRESENT, N_("P present")),
    (Attendance.SICK, N_("S sick")),
    (Attendance.AWAY, N_("A away")),
)
"""What a letter typed on a row says; the letter is the first of the translated words."""


class RowTyping:
    """The rows being typed, of every shift that has been looked at."""

    def __init__(self, owner: DayPresenter) -> None:
        """Belong to the day grid."""
        self.owner = owner
        self.texts = owner.texts
        self.standing: dict[Place, EntryId | None] = {}
        """The entry that stands at each place, also of days no longer in view."""

    def note(self, shift: Shift, lines: tuple[Line, ...]) -> None:
        """Take note of what stands on a shift that has just been read."""
        self.standing |= {(shift.id, line.client.id): line.entry.id if line.entry else None for line in lines}

    def mark(self, row: Hashable, attendance: Attendance) -> None:
        """Say at one row whether the client came."""
        line, shift = self.owner.line(row), self.owner.shift
        if line is None or shift is None or not self._open_to_typing():
            return
        draft = self._draft(line, shift)
        told = replace(draft.told, attendance=attendance)
        draft.told = at_work(told, shift) if attendance is Attendance.PRESENT else told
        draft.typed.clear()
        draft.problems.clear()
        self._save(line.client.id, shift.id)

    def mark_by_key(self, row: Hashable, letter: str) -> bool:
        """Say it by a letter; false when the letter says nothing."""
        for attendance, words in KEYS:
            if letter.casefold() == self.texts.say(words)[:1].casefold():
                self.mark(row, attendance)
                return True
        return False

    @property
    def key_words(self) -> str:
        """What keys mean on a row, for the line under the grid."""
        letters = " · ".join(self.texts.say(words) for words in (*(words for _, words in KEYS), INSTEAD))
        return self.texts.say(N_("{letters} · Enter opens the row"), letters=letters)

    @property
    def problem_words(self) -> str:
        """What is wrong with the rows of the shift, in words: the selected row's, else the first one's."""
        shift = self.owner.shift
        lines = {line.client.id: line.client.name for line in self.owner.lines}
        wrong = {
            client: draft.problems
            for (where, client), draft in self.owner.drafts.items()
            if shift is not None and where == shift.id and draft.problems and client in lines
        }
        selected = self.owner.table.selected
        client = next((each for each in wrong if each == selected), next(iter(wrong), None))
        if client is None:
            return ""
        return f"{lines[client]}: {' '.join(dict.fromkeys(wrong[client].values()))}"

    def edited(self, row: Hashable, key: str, text: str) -> None:
        """A cell was typed: read it, keep it, save the row when all of it can be read."""
        line, shift = self.owner.line(row), self.owner.shift
        if line is None or shift is None or not self._open_to_typing():
            return
        draft = self._draft(line, shift)
        try:
            draft.told = typed_into(draft.told, key, text)
        except Refused as refused:
            draft.typed[key] = text
            draft.problems[key] = explain(refused.problems[0], self.texts)
            self._show_drafts()
            return
        draft.typed.pop(key, None)
        draft.problems.clear()
        if draft.typed:
            self._show_drafts()
        else:
            self._save(line.client.id, shift.id)

    def _open_to_typing(self) -> bool:
        """Whether a row may be typed; tells how to correct when not."""
        if self.owner.is_locked:
            text = N_("The day is complete. Press Enter on the row to correct it with a reason.")
            self.owner.notice = Notice(self.texts.say(text), Tone.INFO)
            self.owner.tell()
            return False
        return self.owner.can_record

    def _draft(self, line: Line, shift: Shift) -> Draft:
        """What has been typed of a row so far."""
        place = (shift.id, line.client.id)
        return self.owner.drafts.setdefault(place, Draft(told=told_in(line, shift)))

    def _show_drafts(self) -> None:
        """Show the rows with what is not saved."""
        self.owner.show_rows()
        self.owner.tell()

    def _save(self, client: ClientId, shift: ShiftId) -> None:
        """Save a row after those before it; what it corrects is looked up when its turn comes."""
        place = (shift, client)
        sent: list[Told] = []

        def turn() -> Act | None:
            draft, of = self.owner.drafts.get(place), self.standing.get(place)
            if draft is None:
                return None
            sent.append(draft.told)
            if of is None:
                return record_entry, RecordEntry(told=draft.told)
            return correct_entry, CorrectEntry(of=of, told=draft.told)

        def saved(done: Done) -> None:
            self.standing[place] = EntryId(done.id) if done.id else None
            if place in self.owner.drafts and self.owner.drafts[place].told == sent[0]:
                del self.owner.drafts[place]

        self.owner.turns.add(turn, done=saved, refused=lambda refused: self._row_refused(place, refused))
        self.owner.show_rows()

    def _row_refused(self, place: Place, refused: Refused) -> None:
        """Show what is wrong in the cells of the row; nothing typed is lost."""
        draft = self.owner.drafts.get(place)
        if draft is None:
            return
        if refused.code is Code.NOTHING_TO_DO:
            del self.owner.drafts[place]
        elif any(problem.field == "reason" for problem in refused.problems):
            self.owner.ask_reason(place[1], refused)
        else:
            for problem in refused.problems:
                draft.problems.setdefault(column_of(problem.field), explain(problem, self.texts))
        self.owner.show_rows()
