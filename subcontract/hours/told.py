"""What is told of a piece of work, before it becomes an entry, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from subcontract.days import HELSINKI, instant, is_double, working_time
from subcontract.hours.entry import OF_PEOPLE, Attendance, EntryKind, WorkEntry
from subcontract.ids import ClientId, EntryId, JobId, PhaseId, ShiftId, StaffId, UnitId
from subcontract.jobs.job import SplitRule
from subcontract.money import ZERO, Money
from subcontract.problems import Code, Problem, Refused

MOST_PIECES = 99_999
MOST_QUANTITY = Decimal(99_999)
QUANTITY_PLACES = Decimal("0.01")
LONGEST_TEXT = 200
LONGEST_NOTE = 500
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A fact of a day as told: times, or plain minutes where no times are known."""

    kind: EntryKind = EntryKind.WORK
    unit: UnitId
    day: date
    job: JobId
    phase: PhaseId | None = None
    shift: ShiftId | None = None
    client: ClientId | None = None
    staff: StaffId | None = None
    attendance: Attendance = Attendance.PRESENT
    start: time | None = None
    end: time | None = None
    start_second: bool | None = None
    """Which one of a start that comes twice that night; ``None`` while it has not been said."""
    end_second: bool | None = None
    break_minutes: int = 0
    minutes: int = 0
    """Plain minutes of work; reckoned from the times where they are given."""
    pieces: int = 0
    rejects: int = 0
    split: SplitRule | None = None
    material: str = ""
    quantity: Decimal = Decimal(0)
    unit_price: Money = ZERO
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who tells, when, in place of what and why."""

    id: EntryId
    by: StaffId
    at: datetime
    supersedes: EntryId | None = None
    reason: str = ""


def has_time(told: Told) -> bool:
    """Whether times or minutes belong to what is told: work that was done, or coaching."""
    is_coachs = told.kind is EntryKind.COACHING and told.staff is not None
    return is_coachs or (told.kind in OF_PEOPLE and told.attendance is Attendance.PRESENT)


def minutes_of(told: Told) -> int:
    """Real minutes of work; refuses times that do not make any (see ``problems_of_times``)."""
    if not has_time(told):
        return 0
    if told.start is None or told.end is None:
        return told.minutes
    worked = working_time(
        told.day, told.start, told.end, start_fold=int(told.start_second or 0), end_fold=_end_fold(told)
    )
    return worked.minutes - told.break_minutes


def _end_fold(told: Told) -> int:
    """The second of a double end unless the first was said."""
    return 0 if told.end_second is False else 1


def end_after(day: date, start: time, minutes: int) -> time:
    """The time of day that real ``minutes`` after a start, as when hours are typed in place of an end."""
    return (instant(day, start) + minutes * MINUTE).astimezone(HELSINKI).time().replace(fold=0)


def problems_of_told(told: Told, today: date) -> tuple[Problem, ...]:
    """Everything that is wrong with what is told, taken alone."""
    return tuple(_problems(told, today))


def _problems(told: Told, today: date) -> Iterator[Problem]:
    """Go through the fields."""
    if told.day > today:
        yield Problem(code=Code.FUTURE_DAY, field="day", facts={"day": told.day})
    if told.kind is EntryKind.WORK and told.client is None:
        yield Problem(code=Code.REQUIRED, field="client")
    if told.kind is EntryKind.COACHING and told.staff is None and told.client is None:
        yield Problem(code=Code.REQUIRED, field="staff")
    if has_time(told):
        yield from _problems_of_times(told)
    yield from _problems_of_pieces(told)
    if told.kind is EntryKind.MATERIAL:
        yield from _problems_of_material(told)
    if len(told.note) > LONGEST_NOTE:
        yield Problem(code=Code.TOO_LONG, field="note", facts={"most": LONGEST_NOTE})


def _problems_of_times(told: Told) -> Iterator[Problem]:
    """Times that make no work: half given, without length, not existing, double, or all break."""
    if told.break_minutes < 0:
        yield Problem(code=Code.NEGATIVE, field="break_minutes")
    elif (told.start is None) != (told.end is None):
        yield Problem(code=Code.REQUIRED, field="end" if told.end is None else "start")
    elif told.start is None or told.end is None:
        yield from _problems_of_minutes(told)
    else:
        yield from _problems_of_clock(told, told.start, told.end)


def _problems_of_minutes(told: Told) -> Iterator[Problem]:
    """Plain minutes: more than none, and no more than the day has."""
    if told.minutes < 0:
        yield Problem(code=Code.NEGATIVE, field="minutes")
    elif not told.minutes:
        yield Problem(code=Code.NO_MINUTES, field="minutes")
    elif told.minutes > minutes_in(told.day):
        yield Problem(code=Code.DAY_OVER_24_HOURS, field="minutes")


def _problems_of_clock(told: Told, start: time, end: time) -> Iterator[Problem]:
    """A start and an end: each must exist, be the only one meant, and leave time beside the break."""
    end_day = told.day + timedelta(days=1) if end < start else told.day
    doubles = (
        ("start", told.day, start, told.start_second),
        ("end", end_day, end, told.end_second),
    )
    asked = [
        Problem(code=Code.TIME_EXISTS_TWICE, field=field, facts={"time": at, "day": day})
        for field, day, at, said in doubles
        if said is None and is_double(day, at)
    ]
    if asked:
        yield from asked
        return
    try:
        minutes = minutes_of(told)
    except Refused as refused:
        for problem in refused.problems:
            at_start = problem.facts.get("time") == start and problem.code is Code.TIME_DOES_NOT_EXIST
            yield Problem(code=problem.code, field="start" if at_start else "end", facts=problem.facts)
        return
    if minutes <= 0:
        yield Problem(code=Code.BREAK_OUTSIDE, field="break_minutes")


def minutes_in(day: date) -> int:
    """How many minutes a day has: 23 or 25 hours when the clocks change."""
    midnight = time(0)
    length = instant(day + timedelta(days=1), midnight) - instant(day, midnight)
    return int(length.total_seconds()) // 60


def _problems_of_pieces(told: Told) -> Iterator[Problem]:
    """Pieces and rejects: whole, not below zero, not absurdly many."""
    for field, number in (("pieces", told.pieces), ("rejects", told.rejects)):
        if number < 0:
            yield Problem(code=Code.NEGATIVE, field=field)
        elif number > MOST_PIECES:
            yield Problem(code=Code.TOO_LARGE, field=field, facts={"most": MOST_PIECES})


def _problems_of_material(told: Told) -> Iterator[Problem]:
    """Material: what, how much, at what price."""
    if not told.material.strip():
        yield Problem(code=Code.REQUIRED, field="material")
    elif len(told.material) > LONGEST_TEXT:
        yield Problem(code=Code.TOO_LONG, field="material", facts={"most": LONGEST_TEXT})
    elif not told.material.isprintable():
        yield Problem(code=Code.FORBIDDEN_CHARACTER, field="material")
    if told.quantity <= 0:
        yield Problem(code=Code.REQUIRED, field="quantity")
    elif told.quantity > MOST_QUANTITY:
        yield Problem(code=Code.TOO_LARGE, field="quantity", facts={"most": MOST_QUANTITY})
    elif told.quantity != told.quantity.quantize(QUANTITY_PLACES):
        yield Problem(code=Code.TOO_MANY_DECIMALS, field="quantity", facts={"places": 2})
    if told.unit_price < ZERO:
        yield Problem(code=Code.NEGATIVE, field="unit_price")


def entry_of(told: Told, signature: Signature) -> WorkEntry:
    """Make the entry; what does not belong to its kind or attendance is left out."""
    timed = has_time(told)
    made = timed or told.kind is EntryKind.GROUP_RESULT
    is_material = told.kind is EntryKind.MATERIAL
    of_client = told.kind is EntryKind.WORK or (told.kind is EntryKind.COACHING and told.staff is None)
    return WorkEntry(
        id=signature.id,
        unit=told.unit,
        kind=told.kind,
        day=told.day,
        job=told.job,
        phase=told.phase,
        shift=told.shift,
        client=told.client if of_client else None,
        staff=told.staff if told.kind is EntryKind.COACHING else None,
        attendance=told.attendance if of_client else Attendance.PRESENT,
        start=told.start if timed else None,
        end=told.end if timed else None,
        break_minutes=told.break_minutes if timed else 0,
        minutes=minutes_of(told),
        pieces=told.pieces if made else 0,
        rejects=told.rejects if made else 0,
        split=(told.split or SplitRule.MINUTES) if told.kind is EntryKind.GROUP_RESULT else None,
        material=" ".join(told.material.split()) if is_material else "",
        quantity=told.quantity if is_material else Decimal(0),
        unit_price=told.unit_price if is_material else ZERO,
        note=told.note.strip(),
        supersedes=signature.supersedes,
        reason=signature.reason,
        by=signature.by,
        at=signature.at,
    )


def told_of(entry: WorkEntry) -> Told:
    """What an entry tells, to be told again with a change."""
    second_start, second_end = _seconds_of(entry)
    return Told(
        kind=entry.kind,
        unit=entry.unit,
        day=entry.day,
        job=entry.job,
        phase=entry.phase,
        shift=entry.shift,
        client=entry.client,
        staff=entry.staff,
        attendance=entry.attendance,
        start=entry.start,
        end=entry.end,
        start_second=second_start,
        end_second=second_end,
        break_minutes=entry.break_minutes,
        minutes=entry.minutes,
        pieces=entry.pieces,
        rejects=entry.rejects,
        split=entry.split,
        material=entry.material,
        quantity=entry.quantity,
        unit_price=entry.unit_price,
        note=entry.note,
    )


def _seconds_of(entry: WorkEntry) -> tuple[bool | None, bool | None]:
    """Which of two like times was meant, read back from the minutes that were kept."""
    if entry.start is None or entry.end is None:
        return None, None
    end_day = entry.day + timedelta(days=1) if entry.end < entry.start else entry.day
    starts = (False, True) if is_double(entry.day, entry.start) else (None,)
    ends = (False, True) if is_double(end_day, entry.end) else (None,)
    tries = [(start, end) for start in starts for end in ends]
    return next((each for each in tries if len(tries) == 1 or _fits(entry, each)), (starts[0], ends[-1]))


def _fits(entry: WorkEntry, seconds: tuple[bool | None, bool | None]) -> bool:
    """Whether this reading of the times gives the minutes of the entry."""
    told = replace(_timed(entry), start_second=seconds[0], end_second=seconds[1])
    try:
        return minutes_of(told) == entry.minutes
    except Refused:
        return False


def _timed(entry: WorkEntry) -> Told:
    """The times of an entry alone."""
    return Told(
        kind=entry.kind,
        unit=entry.unit,
        day=entry.day,
        job=entry.job,
        start=entry.start,
        end=entry.end,
        break_minutes=entry.break_minutes,
    )


def span(entry: WorkEntry) -> tuple[datetime, datetime] | None:
    """First and last instant of an entry with times, in UTC."""
    if entry.start is None or entry.end is None:
        return None
    second_start, _ = _seconds_of(entry)
    begins = instant(entry.day, entry.start, fold=int(second_start or 0))
    return begins, begins + (entry.minutes + entry.break_minutes) * MINUTE
