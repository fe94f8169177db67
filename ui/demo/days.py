"""Shifts of the demo centre, who is put on them, and what is recorded of them; no Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from decimal import Decimal
from functools import partial
from hashlib import sha256
from typing import Any

from subcontract.actions.cancel_shift import CancelShift, cancel_shift
from subcontract.actions.complete_day import CompleteDay, complete_day
from subcontract.actions.plan_shifts import PlanShifts, plan_shifts
from subcontract.actions.put_on_shift import PutOnShift, put_on_shift
from subcontract.actions.record_day import RecordDay, record_day
from subcontract.actions.record_entry import RecordEntry, record_entry
from subcontract.actions.record_swap import RecordSwap, record_swap
from subcontract.days import DateRange, working_time
from subcontract.hours.entry import Attendance, EntryKind
from subcontract.hours.planned import as_planned
from subcontract.hours.told import Told
from subcontract.ids import ClientId, StaffId
from subcontract.jobs.job import Basis, Phase, SplitRule
from subcontract.money import Money
from subcontract.people.client import Client, HalfDay
from subcontract.rota.calendar import CalendarRule
from subcontract.rota.making import Pattern
from subcontract.rota.shift import Shift
from ui.demo.data import Data, client_id, demo_id
from ui.demo.jobs import Calendar, JobStory
from ui.demo.steps import Step, Teller, at

NOON = time(12)
THOUSAND = 1000


def chance(*of: object) -> int:
    """A number below a thousand that is always the same for the same things."""
    text = "/".join(str(one) for one in of)
    return int.from_bytes(sha256(text.encode()).digest()[:4], "big") % THOUSAND


@dataclass(frozen=True, slots=True, kw_only=True)
class Autumn:
    """What ``autumn.toml`` says of working days."""

    sick: int
    away: int
    shorter: int
    rejects: int
    planned: date
    recorded: date
    unrecorded: frozenset[str]
    incomplete: frozenset[str]
    materials: tuple[Data, ...]
    swaps: tuple[Data, ...]
    ahead: date
    """The last day before the demo's own on which weeks to come were planned."""


def autumn_of(data: dict[str, Any]) -> Autumn:
    """Read what ``autumn.toml`` says of working days."""
    return Autumn(
        **data["unusual"],
        planned=data["until"]["planned"],
        recorded=data["until"]["recorded"],
        unrecorded=frozenset(data["left"]["unrecorded"]),
        incomplete=frozenset(data["left"]["incomplete"]),
        materials=tuple(data.get("material", ())),
        swaps=tuple(data.get("swap", ())),
        ahead=data["until"]["ahead"],
    )


def shift_steps(story: JobStory, autumn: Autumn) -> Iterator[Step]:
    """Plan the job's shifts, put people on them week by week, and record them day by day."""
    calendar, days = story.calendar, story.job.days
    if calendar is None or days is None or story.accepted is None or days.first > autumn.planned:
        return
    span = DateRange(days.first, min(days.last, autumn.planned))
    coach = story.job.coach
    assert coach is not None  # noqa: S101 - every demo job has its coach
    yield at(story.accepted, 15, lambda teller: _plan(teller, story, calendar, span))
    monday = span.first - timedelta(days=span.first.weekday())
    while monday <= span.last:
        week = DateRange(monday, monday + timedelta(days=6))
        told = _thursday_before(monday, story.accepted, autumn)
        yield at(told, 16, partial(_assign, story=story, week=week))
        monday += timedelta(days=7)
    recording = (day for day in span if day <= autumn.recorded and day.weekday() in calendar.weekdays)
    for day in recording:
        yield at(day, 18, partial(_record, story=story, autumn=autumn, day=day))


def _thursday_before(monday: date, accepted: date, autumn: Autumn) -> date:
    """When the week of a Monday is planned: on the Thursday before, and nothing after the demo's own day."""
    return min(max(monday - timedelta(days=4), accepted), autumn.ahead)


def _plan(teller: Teller, story: JobStory, calendar: Calendar, span: DateRange) -> None:
    """Make the shifts; a job of two phases has the first one on its first weekday."""
    job = story.job
    many = len(job.phases) > 1
    parts = [(job.phases[0], calendar.weekdays[:1] if many else calendar.weekdays)]
    if many:
        parts.append((job.phases[1], calendar.weekdays[1:]))
    for phase, weekdays in parts:
        pattern = Pattern(
            unit=job.unit,
            job=job.id,
            phase=phase.id,
            start=calendar.start,
            end=calendar.end,
            break_minutes=calendar.break_minutes,
            place=job.place,
            coach=job.coach,
            least=job.least,
            most=job.most,
            wanted=calendar.wanted,
            needs=job.needs,
        )
        rule = CalendarRule(days=span, weekdays=frozenset(weekdays))
        teller.act("maija", plan_shifts, PlanShifts(pattern=pattern, rule=rule))


def _assign(teller: Teller, story: JobStory, week: DateRange) -> None:
    """Put people on the week's shifts; somebody has a turn off when the group is large."""
    turn = week.first.isocalendar().week
    busy = {(one.client, one.day) for one in teller.books.assignments.within(week)}
    for shift in teller.books.shifts.within(week, job=story.job.id):
        group = _rotated(story.group, turn + shift.day.weekday())
        free = [one for one in group if (one, shift.day) not in busy]
        able = [one for one in free if _can(teller.books.clients.get(one), shift)]
        for client in able[: max(shift.least, min(shift.most, len(story.group) - 1))]:
            busy.add((client, shift.day))
            teller.act("maija", put_on_shift, PutOnShift(shift=shift.id, client=client))


def _rotated(group: Sequence[ClientId], turn: int) -> list[ClientId]:
    """The group in turn: another one is last each time."""
    cut = turn % len(group)
    return [*group[cut:], *group[:cut]]


def _can(client: Client, shift: Shift) -> bool:
    """Whether the client has said that this half-day suits, and still works here."""
    half = HalfDay.MORNING if shift.start < NOON else HalfDay.AFTERNOON
    agreed = client.active and client.form_on(shift.day) is not None
    return agreed and (shift.day.weekday(), half) in client.availability.half_days


def _record(teller: Teller, story: JobStory, autumn: Autumn, day: date) -> None:
    """Record a day: what was unusual first, then everybody else as planned."""
    for shift in teller.books.shifts.within(DateRange(day, day), job=story.job.id):
        key = _key_of(story, autumn.unrecorded | autumn.incomplete)
        last = day == autumn.recorded or (key is not None and _is_last(shift, story, autumn))
        if last and key in autumn.unrecorded:
            continue
        if not _people(teller, shift):
            ask = CancelShift(shift=shift.id, reason="Kukaan ei päässyt tänään")
            teller.act("maija", cancel_shift, ask)
            continue
        _record_shift(teller, story, autumn, shift)
        if not (last and key in autumn.incomplete):
            teller.act_as(_coach(story), complete_day, CompleteDay(shift=shift.id))


def _people(teller: Teller, shift: Shift) -> list[Client]:
    """Who has been put on the shift."""
    books = teller.books
    return [books.clients.get(one.client) for one in books.assignments.where(shift=shift.id)]


def _is_last(shift: Shift, story: JobStory, autumn: Autumn) -> bool:
    """Whether no later shift of the job is recorded."""
    calendar = story.calendar
    assert calendar is not None  # noqa: S101 - asked of jobs with shifts only
    later = DateRange(shift.day, autumn.recorded)
    return not any(day.weekday() in calendar.weekdays for day in list(later)[1:])


def _key_of(story: JobStory, keys: frozenset[str]) -> str | None:
    """Which of the keys is this job's."""
    return next((key for key in keys if demo_id("job", key) == story.job.id), None)


def _coach(story: JobStory) -> StaffId:
    """The job's coach."""
    assert story.job.coach is not None  # noqa: S101 - every demo job has its coach
    return story.job.coach


def _record_shift(teller: Teller, story: JobStory, autumn: Autumn, shift: Shift) -> None:
    """Record a shift of the job."""
    phase = story.job.phase(shift.phase)
    counted = phase is not None and phase.basis is Basis.PIECE and story.pieces_an_hour > 0
    own = counted and phase is not None and phase.split is SplitRule.PIECES
    swapped = _swap(teller, story, autumn, shift)
    people = _people(teller, shift)
    for client in (one for one in people if one.id not in swapped):
        told = _told(client, shift, autumn)
        if own and told.attendance is Attendance.PRESENT:
            told = replace(told, pieces=_pieces(story, told, client), rejects=_rejects(autumn, shift, client))
        if told != as_planned(shift, client):
            teller.act_as(_coach(story), record_entry, RecordEntry(told=told))
    teller.act_as(_coach(story), record_day, RecordDay(shift=shift.id))
    if counted and not own and phase is not None and people:
        _record_result(teller, story, shift, phase)
    for material in autumn.materials:
        if demo_id("job", material["job"]) == story.job.id:
            told = _material(material, shift)
            teller.act_as(_coach(story), record_entry, RecordEntry(told=told))


def _swap(teller: Teller, story: JobStory, autumn: Autumn, shift: Shift) -> frozenset[ClientId]:
    """Record who came in the place of whom, and tell who did not come."""
    told = [s for s in autumn.swaps if s["day"] == shift.day and demo_id("job", s["job"]) == story.job.id]
    for swap in told:
        ask = RecordSwap(
            shift=shift.id,
            absent=client_id(swap["absent"]),
            attendance=Attendance(swap["attendance"]),
            came=client_id(swap["came"]),
        )
        teller.act_as(_coach(story), record_swap, ask)
    return frozenset(client_id(swap["absent"]) for swap in told)


def _told(client: Client, shift: Shift, autumn: Autumn) -> Told:
    """As planned, or sick, or away, or gone home early."""
    told = as_planned(shift, client)
    if told.attendance is not Attendance.PRESENT:
        return told
    luck = chance(shift.day, client.identity_code)
    nothing = replace(told, start=None, end=None, break_minutes=0)
    if luck < autumn.sick:
        return replace(nothing, attendance=Attendance.SICK)
    if luck < autumn.sick + autumn.away:
        return replace(nothing, attendance=Attendance.AWAY)
    if luck < autumn.sick + autumn.away + autumn.shorter:
        return replace(told, end=time(shift.end.hour - 1, shift.end.minute))
    return told


def _minutes(told: Told) -> int:
    """Working minutes of what is told."""
    if told.start is None or told.end is None:
        return 0
    return working_time(told.day, told.start, told.end).minutes - told.break_minutes


def _pieces(story: JobStory, told: Told, client: Client) -> int:
    """Pieces of one person: the usual ones, a few more or fewer."""
    usual = story.pieces_an_hour * _minutes(told) // 60
    return usual * (900 + chance(told.day, client.identity_code, "pieces") // 5) // THOUSAND


def _rejects(autumn: Autumn, shift: Shift, client: Client) -> int:
    """Now and then a few rejects."""
    luck = chance(shift.day, client.identity_code, "rejects")
    return 1 + luck % 3 if luck < autumn.rejects else 0


def _record_result(teller: Teller, story: JobStory, shift: Shift, phase: Phase) -> None:
    """Record the group's result."""
    entries = teller.books.entries.where(shift=shift.id, kind=EntryKind.WORK)
    minutes = sum(entry.minutes for entry in entries if entry.attendance is Attendance.PRESENT)
    told = Told(
        kind=EntryKind.GROUP_RESULT,
        unit=shift.unit,
        day=shift.day,
        job=shift.job,
        phase=shift.phase,
        shift=shift.id,
        pieces=story.pieces_an_hour * minutes // 60,
        rejects=chance(shift.day, shift.job) % 4,
        split=phase.split,
    )
    if told.pieces:
        teller.act_as(_coach(story), record_entry, RecordEntry(told=told))


def _material(data: Data, shift: Shift) -> Told:
    """Material or kilometres of a shift."""
    return Told(
        kind=EntryKind.MATERIAL,
        unit=shift.unit,
        day=shift.day,
        job=shift.job,
        phase=shift.phase,
        shift=shift.id,
        material=data["text"],
        quantity=Decimal(data["quantity"]),
        unit_price=Money(data["unit_price"]),
    )
