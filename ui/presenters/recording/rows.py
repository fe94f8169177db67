"""The rows of the day grid: what is recorded, what is planned, what is typed and not yet saved; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time

from subcontract.hours.entry import Attendance, WorkEntry
from subcontract.hours.planned import as_planned, helping_as_planned
from subcontract.hours.told import Told, minutes_of, told_of
from subcontract.ids import ClientId
from subcontract.people.client import Client
from subcontract.problems import Refused
from subcontract.rota.shift import Shift
from subcontract.words import N_, Texts
from ui.presenters.recording.day import Line
from ui.presenters.tables.table import CellKind, Column, Row
from ui.presenters.tone import State, Tone

COLUMNS = (
    Column(key="client", title=N_("Client"), kind=CellKind.PERSON, grows=True, width=16),
    Column(key="state", title=N_("State"), kind=CellKind.STATE, width=12),
    Column(key="start", title=N_("Began"), kind=CellKind.TIME, editable=True, width=9),
    Column(key="end", title=N_("Ended"), kind=CellKind.TIME, editable=True, width=9),
    Column(key="break", title=N_("Break, min"), kind=CellKind.NUMBER, editable=True, width=9),
    Column(key="minutes", title=N_("Time"), kind=CellKind.HOURS, editable=True, total=True, width=12),
    Column(key="pieces", title=N_("Pieces"), kind=CellKind.NUMBER, editable=True, total=True, width=10),
)
STATES = {
    Attendance.PRESENT: (N_("At work"), Tone.READY, "check"),
    Attendance.SICK: (N_("Sick"), Tone.ATTENTION, "x"),
    Attendance.AWAY: (N_("Away"), Tone.ATTENTION, "minus"),
}
"""Word, tone and icon of each attendance."""
PLACES = {"break_minutes": "break", "attendance": "state"}
"""Columns of fields that have another name in the records."""


@dataclass(slots=True, kw_only=True)
class Draft:
    """What has been typed of a row and is not saved yet, because something in it is not right."""

    told: Told
    typed: dict[str, str] = field(default_factory=dict)
    """Texts that could not be read, by column: they stay in their cells."""
    problems: dict[str, str] = field(default_factory=dict)
    """What is wrong, in words, by column."""


def told_in(line: Line, shift: Shift) -> Told:
    """What a row tells before anything is typed: its entry, or the plan."""
    if line.entry is not None:
        return told_of(line.entry)
    return (helping_as_planned if line.helps else as_planned)(shift, line.client)


def row_of(
    line: Line, shift: Shift, texts: Texts, draft: Draft | None = None, counted: int | None = None
) -> Row:
    """One client's row; a plan nobody has confirmed is shown quietly.

    ``counted`` are the pieces that count for the client: own ones and a share of the group's result.
    """
    told = draft.told if draft else told_in(line, shift)
    confirmed = line.entry is not None or draft is not None
    cells: dict[str, object] = {"client": line.client.name, "state": _state(told, texts, confirmed=confirmed)}
    if line.helps and told.attendance is Attendance.PRESENT:
        cells["state"] = _helping(texts, confirmed=confirmed)
    if told.attendance is Attendance.PRESENT:
        recorded = line.entry.pieces if line.entry is not None else 0
        pieces = counted if counted and told.pieces == recorded else told.pieces
        cells |= _figures(told, pieces, confirmed=confirmed)
    hints = _of_group(told.pieces, counted, texts)
    if told.note:
        hints["client"] = told.note
    if draft:
        cells |= draft.typed
    return Row(
        id=line.client.id,
        cells=cells,
        tone=Tone.NONE if confirmed else Tone.QUIET,
        problems=dict(draft.problems) if draft else {},
        photo=photo_of(line.client),
        hints=hints,
    )


def _of_group(own: int, counted: int | None, texts: Texts) -> dict[str, str]:
    """Where pieces come from that are not all the client's own."""
    if not counted or counted == own:
        return {}
    if not own:
        return {"pieces": texts.say(N_("Share of the group's result"))}
    said = N_("{own} own pieces; {number} with the group's result")
    return {"pieces": texts.say(said, own=own, number=counted)}


def photo_of(client: Client) -> bytes:
    """The photo, only while there is consent."""
    return client.photo if client.photo_consent else b""


def _state(told: Told, texts: Texts, *, confirmed: bool) -> State:
    """The word and icon of a row's state."""
    word, tone, icon = STATES[told.attendance]
    if confirmed:
        return State(texts.say(word), tone, icon)
    if told.attendance is Attendance.PRESENT:
        return State(texts.say(N_("Planned")), Tone.QUIET, "circle-dashed")
    return State(texts.say(N_("Planned: {state}"), state=texts.say(word)), Tone.QUIET, "circle-dashed")


def _helping(texts: Texts, *, confirmed: bool) -> State:
    """A peer coach is at work beside the group."""
    words = texts.say(N_("Peer coach"))
    return State(words, Tone.READY, "check") if confirmed else State(words, Tone.QUIET, "circle-dashed")


def _figures(told: Told, pieces: int, *, confirmed: bool) -> dict[str, object]:
    """Times, minutes and pieces; those of a plan are not summed, so they are given as words."""
    figures: dict[str, object] = {"start": told.start, "end": told.end, "break": told.break_minutes or None}
    try:
        figures["minutes"] = minutes_of(told) or None
    except Refused:
        figures["minutes"] = None
    figures["pieces"] = pieces or None if confirmed else None
    return {key: value for key, value in figures.items() if value is not None}


def edit_text(row: Row, column: Column, told: Mapping[ClientId, Told]) -> str:
    """The text that typing in a cell starts from: as people write it, without units."""
    known = told.get(row.id)  # type: ignore[call-overload]
    value = row.cells.get(column.key)
    if isinstance(value, str) or known is None:
        return value if isinstance(value, str) else ""
    if column.key == "pieces":
        return str(known.pieces) if known.pieces else ""
    if column.key == "minutes" and isinstance(value, int):
        return f"{value // 60}:{value % 60:02}"
    if isinstance(value, time):
        return f"{value.hour}.{value.minute:02}"
    return str(value) if value is not None else ""


def column_of(problem_field: str) -> str:
    """The column where a problem of a field is shown; the state's when the row has no such column."""
    key = PLACES.get(problem_field, problem_field)
    return key if any(column.key == key for column in COLUMNS) else "state"


def history_lines(chain: tuple[WorkEntry, ...], names: Mapping[object, str], texts: Texts) -> tuple[str, ...]:
    """The chain of corrections in words, the newest first: when, who, what and why."""
    lines = []
    for entry in reversed(chain):
        who = names.get(entry.by, "")
        what = _told_in_words(entry, texts)
        line = texts.say(N_("{moment}, {who}: {what}"), moment=entry.at, who=who, what=what)
        if entry.note and not entry.void:
            line = texts.say(N_("{line} Note: {note}"), line=line, note=entry.note)
        if entry.reason:
            line = texts.say(N_("{line} Reason: {reason}"), line=line, reason=entry.reason)
        lines.append(line)
    return tuple(lines)


def _told_in_words(entry: WorkEntry, texts: Texts) -> str:
    """What one entry tells."""
    if entry.void:
        return texts.say(N_("taken back."))
    if entry.attendance is not Attendance.PRESENT:
        return f"{texts.say(STATES[entry.attendance][0])}."
    parts = [texts.length(entry.minutes)]
    if entry.start is not None and entry.end is not None:
        parts.insert(0, texts.times(entry.start, entry.end))
    if entry.pieces:
        parts.append(texts.count(N_("{number} piece"), N_("{number} pieces"), entry.pieces))
    return f"{', '.join(parts)}."
