"""The card of one row: the same facts as a plain form, with their history and the reason; no Qt."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from subcontract.actions.correct_entry import CorrectEntry, correct_entry
from subcontract.actions.record_entry import RecordEntry, record_entry
from subcontract.actions.void_entries import VoidEntries, void_entries
from subcontract.hours.check import cautions_of
from subcontract.hours.entry import Attendance
from subcontract.hours.in_force import history_of
from subcontract.hours.told import MOST_PIECES, Told, minutes_of
from subcontract.ids import ClientId
from subcontract.problems import Code, Refused, refuse
from subcontract.words import N_
from ui.presenters.base import Notice
from ui.presenters.forms.fields import PICKED, Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.recording.base import DayPresenter, Place
from ui.presenters.recording.day import Line
from ui.presenters.recording.rows import STATES, history_lines, told_in
from ui.presenters.recording.typed import typed_into
from ui.presenters.tone import Tone
from ui.presenters.turns import Act
from ui.problem_sentences import explain

TWICE = (
    Choice(value=False, label=N_("The first time, before the clocks are moved back")),
    Choice(value=True, label=N_("The second time, after the clocks are moved back")),
)
FIELDS = (
    FieldSpec(
        name="attendance",
        label=N_("State"),
        kind=FieldKind.CHOICE,
        required=True,
        choices=tuple(Choice(value=each, label=words[0]) for each, words in STATES.items()),
    ),
    FieldSpec(name="start", label=N_("Began"), kind=FieldKind.TIME),
    FieldSpec(
        name="start_second",
        label=N_("Which beginning"),
        kind=FieldKind.CHOICE,
        required=True,
        choices=TWICE,
        help=N_("This time comes twice that night."),
    ),
    FieldSpec(name="end", label=N_("Ended"), kind=FieldKind.TIME),
    FieldSpec(
        name="end_second",
        label=N_("Which end"),
        kind=FieldKind.CHOICE,
        required=True,
        choices=TWICE,
        help=N_("This time comes twice that night."),
    ),
    FieldSpec(
        name="break_minutes", label=N_("Break"), kind=FieldKind.QUANTITY, places=0, unit=N_("min"), most=720
    ),
    FieldSpec(
        name="minutes",
        label=N_("Time"),
        kind=FieldKind.HOURS,
        most=1500,
        help=N_("Moves the end. Enough alone when the times of day are not known."),
    ),
    FieldSpec(name="pieces", label=N_("Own pieces"), kind=FieldKind.QUANTITY, places=0, most=MOST_PIECES),
    FieldSpec(name="rejects", label=N_("Own rejects"), kind=FieldKind.QUANTITY, places=0, most=MOST_PIECES),
    FieldSpec(name="note", label=N_("Note"), max_length=500),
    FieldSpec(
        name="reason",
        label=N_("Reason for the correction"),
        max_length=200,
        help=N_("Kept beside the correction, and shown in its history."),
    ),
)
OF_WORK = frozenset({"start", "end", "break_minutes", "minutes", "pieces", "rejects"})
ASKED = {"start": "start_second", "end": "end_second"}


class CardPresenter:
    """One client's day as a form; opened with Enter on a row."""

    def __init__(self, owner: DayPresenter) -> None:
        """Belong to the day grid."""
        self.owner = owner
        self.client: ClientId | None = None
        self.kept: dict[Place, dict[str, Any]] = {}
        """What was typed on cards that were left without saving; it is there when they are opened again."""
        self._place: Place | None = None
        self.form = FormPresenter(FIELDS, owner.texts, owner.door.today, name=N_("Client's day"))
        self.form.on_change = self._changed
        self.history: tuple[str, ...] = ()
        self.cautions: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether a card is open."""
        return self.client is not None

    @property
    def line(self) -> Line | None:
        """The client of the card."""
        return self.owner.line(self.client) if self.client else None

    @property
    def title(self) -> str:
        """Whose card it is."""
        return self.line.client.name if self.line else ""

    @property
    def can_take_back(self) -> bool:
        """Whether there is an entry to take back."""
        return self.line is not None and self.line.entry is not None

    def open(self, line: Line) -> None:
        """Show a client's day, with what was typed in the grid and not saved."""
        shift = self.owner.shift
        if shift is None:
            return
        place = (shift.id, line.client.id)
        if place != self._place:
            self._keep()
        self.client, self._place = line.client.id, place
        draft = self.owner.drafts.get((shift.id, line.client.id))
        told = draft.told if draft else told_in(line, shift)
        self.form.hidden = {"start_second", "end_second"}
        if not self.owner.is_locked:
            self.form.hidden.add("reason")
        self.form.load(_values(told))
        self._show_asked(told)
        self._put_back(place)
        self._changed("attendance")
        self._tell_more(line)
        self.owner.tell()

    def _put_back(self, place: Place) -> None:
        """Show what was typed when the card was left without saving."""
        for name, value in self.kept.get(place, {}).items():
            (self.form.picked if self.form.specs[name].kind in PICKED else self.form.typed)[name] = value

    def _keep(self) -> None:
        """The card is left: what was typed and not saved is kept, and told."""
        place = self._place
        if place is None:
            return
        self.kept.pop(place, None)
        if self.form.dirty:
            self.kept[place] = {**self.form.typed, **self.form.picked}
            self.owner.notice = Notice(self.unsaved_words(place[1]), Tone.ATTENTION)

    @property
    def unsaved(self) -> ClientId | None:
        """A client of the shift in view whose card has something that was typed and not saved."""
        if self.is_open and self.form.dirty:
            return self.client
        return next((client for shift, client in self.kept if shift == self.owner.shift_id), None)

    def unsaved_words(self, client: ClientId) -> str:
        """What is told of a card that is not saved."""
        known = self.owner.data.clients.get(client)
        sentence = N_("{name}: what was typed is not saved yet. Open the row with Enter and save it.")
        return self.owner.texts.say(sentence, name=known.name if known else "")

    def drop(self) -> None:
        """Take back what was typed on the card."""
        if self._place is not None:
            self.kept.pop(self._place, None)
        self.form.reset()
        self._changed("attendance")
        self.owner.notice = None
        self.owner.tell()

    def _tell_more(self, line: Line) -> None:
        """History and cautions of the entry."""
        data, texts = self.owner.data, self.owner.texts
        names: dict[object, str] = {each.id: each.name for each in data.staff.values()}
        chain = history_of(line.entry, data.entries) if line.entry else ()
        self.history = history_lines(chain, names, texts)
        found = cautions_of(line.entry, line.client) if line.entry else ()
        self.cautions = tuple(explain(problem, texts) for problem in found)

    def _show_asked(self, told: Told) -> None:
        """Show which of two like times was meant, when it has been said."""
        for name, second in (("start_second", told.start_second), ("end_second", told.end_second)):
            if second is not None:
                self.form.hidden.discard(name)

    def follow(self) -> None:
        """The day was read anew: show it unless something is being typed."""
        if self.line is None:
            self.close()
        elif not self.form.dirty:
            self.open(self.line)

    def close(self) -> None:
        """Close the card; what was typed and not saved stays with it."""
        self._keep()
        self.client = self._place = None

    def _changed(self, name: str) -> None:
        """Who was away has neither times nor pieces to fill in."""
        if name == "attendance":
            present = self.form.picked["attendance"] is Attendance.PRESENT
            self.form.hidden = self.form.hidden - OF_WORK if present else self.form.hidden | OF_WORK
        if name in ASKED:
            self.form.hidden.add(ASKED[name])

    def save(self) -> None:
        """Save the card: a new entry, or a correction of the one that stands."""
        line, shift, values = self.line, self.owner.shift, self.form.parsed()
        if line is None or shift is None or values is None:
            return
        try:
            told, reason = _told(told_in(line, shift), values), values["reason"]
        except Refused as refused:
            self.refuse(refused)
            return

        def turn() -> Act:
            standing = self.owner.line(line.client.id)
            if standing is None or standing.entry is None:
                return record_entry, RecordEntry(told=told, reason=reason)
            return correct_entry, CorrectEntry(of=standing.entry.id, told=told, reason=reason)

        def saved(_done: object) -> None:
            place = (shift.id, line.client.id)
            self.owner.drafts.pop(place, None)
            self.kept.pop(place, None)
            if self._place == place:
                self.form.saved()

        self.owner.turns.add(turn, done=saved, refused=self.refuse)

    def refuse(self, refused: Refused) -> None:
        """Show what is wrong beside the fields; ask what must be asked."""
        if refused.code is Code.NOTHING_TO_DO:
            self.owner.notice = Notice(self.owner.texts.say(N_("Nothing was changed.")), Tone.INFO)
            return
        for problem in refused.problems:
            if problem.code is Code.TIME_EXISTS_TWICE:
                self.form.hidden.discard(ASKED[problem.field])
            if problem.field == "reason":
                self.form.hidden.discard("reason")
        self.owner.refused(refused, self.form)

    def take_back(self) -> None:
        """Take the entry back: the client is as if not recorded; the history keeps it."""
        line = self.line
        if line is None or line.entry is None:
            return
        of, reason = line.entry.id, self.form.typed["reason"]
        self.owner.turns.add(
            lambda: (void_entries, VoidEntries(entries=(of,), reason=reason)),
            done=lambda _done: self.form.saved(),
            refused=self.refuse,
        )


def _values(told: Told) -> dict[str, Any]:
    """What the form shows of what is told; plain minutes only where there are no times."""
    timed = told.start is not None and told.end is not None
    return {
        "attendance": told.attendance,
        "start": told.start,
        "end": told.end,
        "start_second": told.start_second,
        "end_second": told.end_second,
        "break_minutes": Decimal(told.break_minutes) if told.break_minutes else None,
        "minutes": None if timed else told.minutes or None,
        "pieces": Decimal(told.pieces) if told.pieces else None,
        "rejects": Decimal(told.rejects) if told.rejects else None,
        "note": told.note,
    }


def _told(before: Told, values: dict[str, Any]) -> Told:
    """What the form tells; hours typed beside the times that stood there move the end."""
    told = replace(
        before,
        attendance=values["attendance"],
        start=values["start"],
        end=values["end"],
        start_second=values["start_second"],
        end_second=values["end_second"],
        break_minutes=int(values["break_minutes"] or 0),
        minutes=values["minutes"] or 0,
        pieces=int(values["pieces"] or 0),
        rejects=int(values["rejects"] or 0),
        note=values["note"],
    )
    minutes = values["minutes"]
    if not minutes or told.start is None or told.end is None or minutes_of(told) == minutes:
        return told
    if told.end != before.end:
        raise refuse(Code.END_AND_LENGTH, "minutes")
    return typed_into(told, "minutes", f"{minutes} min")
