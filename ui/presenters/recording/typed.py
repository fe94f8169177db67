"""What is typed in a cell of the day grid, read into what is told; no Qt."""

from dataclasses import replace

from subcontract.hours.entry import Attendance
from subcontract.hours.told import Told, end_after
from subcontract.problems import Refused
from subcontract.rota.shift import Shift
from ui import entry

TWELVE_HOURS = 12 * 60


def break_minutes(text: str, field: str = "break") -> int:
    """Read a break: a bare number means minutes, everything else as hours are read."""
    plain = entry.tidied(text)
    if plain.isascii() and plain.isdigit() and len(plain) <= 3:
        return int(plain)
    return entry.hours(text, field, most=TWELVE_HOURS)


def typed_into(told: Told, key: str, text: str) -> Told:
    """What is told after ``text`` was typed in a cell; raises ``Refused`` when it cannot be read.

    An empty text empties the cell. Typing any time or number says that the client was at work.
    """
    told = replace(told, attendance=Attendance.PRESENT)
    if key == "minutes":
        return _with_minutes(told, entry.hours(text, key) if text.strip() else 0)
    if key in {"pieces", "rejects"}:
        number = int(entry.number(text, key, places=0)) if text.strip() else 0
        return replace(told, pieces=number) if key == "pieces" else replace(told, rejects=number)
    if key == "break":
        return replace(told, break_minutes=break_minutes(text) if text.strip() else 0)
    at = entry.clock(text, key) if text.strip() else None
    if key == "start":
        return replace(told, start=at, start_second=None)
    return replace(told, end=at, end_second=None)


def _with_minutes(told: Told, minutes: int) -> Told:
    """Hours typed in place of an end: the end moves; without a start they are plain hours."""
    if told.start is None or not minutes:
        return replace(told, start=None, end=None, break_minutes=0, minutes=minutes)
    try:
        end = end_after(told.day, told.start, minutes + told.break_minutes)
    except Refused:
        return replace(told, start=None, end=None, break_minutes=0, minutes=minutes)
    return replace(told, end=end, end_second=None, minutes=minutes)


def at_work(told: Told, shift: Shift) -> Told:
    """At work, with the planned times where none are told."""
    if told.start is None and told.end is None and not told.minutes:
        told = replace(
            told,
            start=shift.start,
            end=shift.end,
            break_minutes=shift.break_minutes,
        )
    return replace(told, attendance=Attendance.PRESENT)
