"""What people have had beside the shifts of a question: recorded where it was recorded, else as planned."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from subcontract.actions.places_on_shifts import worked_of
from subcontract.actions.rotation_pay import ShiftPay
from subcontract.actions.told_places import told_places
from subcontract.days import DateRange
from subcontract.hours.entry import OF_PEOPLE, Attendance, DayComplete, EntryKind, WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.ids import ClientId, ShiftId
from subcontract.people.client import Client, FormOfWork
from subcontract.rota.plan import Plan
from subcontract.rota.rotation.chances import Chances
from subcontract.rota.rotation.past import Had, Past, memory_of
from subcontract.rota.rotation.problem import Memory
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.times import planned_minutes

RECORDED_WITHIN = timedelta(days=14)
"""Work is recorded within two weeks: an older shift of which nothing was told did not take place."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """What was recorded, and the days of the question."""

    entries: tuple[WorkEntry, ...]
    complete: tuple[DayComplete, ...]
    days: DateRange
    today: date


def past_of(told: Told, plan: Plan, pay: ShiftPay) -> Past:
    """What was had, as it stands after corrections; the plan counts where nothing is told against it."""
    entries = in_force(told.entries)
    work = [one for one in entries if one.kind in OF_PEOPLE and one.client is not None]
    happened = worked_of(entries) | {each.shift for each in told.complete}
    missed = _missed(work)
    had = [*_recorded(work), *_planned(told, plan, _Recorded(work, happened, missed))]
    return Past(had=_paid(had, pay), missed=missed, happened=frozenset(happened))


@dataclass(frozen=True, slots=True)
class _Recorded:
    """What records say against the plan."""

    work: list[WorkEntry]
    happened: frozenset[ShiftId]
    missed: dict[ClientId, frozenset[date]]


def _missed(work: Iterable[WorkEntry]) -> dict[ClientId, frozenset[date]]:
    """Days on which somebody was sick or away and did nothing else either."""
    absent: dict[ClientId, set[date]] = defaultdict(set)
    present: dict[ClientId, set[date]] = defaultdict(set)
    for one in work:
        if one.client is not None:
            (present if one.attendance is Attendance.PRESENT else absent)[one.client].add(one.day)
    return {client: frozenset(days - present[client]) for client, days in absent.items()}


def _recorded(work: Iterable[WorkEntry]) -> Iterator[Had]:
    for one in work:
        if one.client is not None and one.attendance is Attendance.PRESENT:
            yield Had(
                client=one.client,
                job=one.job,
                day=one.day,
                minutes=one.minutes,
                shift=one.shift,
                helping=one.kind is EntryKind.COACHING,
            )


def _planned(told: Told, plan: Plan, recorded: _Recorded) -> Iterator[Had]:
    """Places of the plan outside the question of which nothing has been recorded, and help of the coach."""
    places = tuple(_places(plan))
    known = told_places(((client, shift) for client, shift, _ in places), recorded.work, plan.shift_by_id)
    away = {client.id: tuple(absence.days for absence in client.absences) for client in plan.clients}
    for client, shift, helping in places:
        asked = shift.day in told.days and shift.id not in recorded.happened
        told_of = (client, shift.id) in known or shift.day in recorded.missed.get(client, ())
        gone = any(shift.day in days for days in away.get(client, ()))
        over = shift.day < told.today - RECORDED_WITHIN
        if not (told_of or gone or over or (asked and not helping)):
            yield Had(
                client=client,
                job=shift.job,
                day=shift.day,
                minutes=planned_minutes(shift),
                shift=shift.id,
                recorded=False,
                helping=helping,
            )


def _places(plan: Plan) -> Iterator[tuple[ClientId, Shift, bool]]:
    """Who is on or helps at each standing shift."""
    for shift in plan.shifts:
        if shift.state is ShiftState.PLANNED:
            for each in plan.on_shift(shift.id):
                yield each.client, shift, False
            if shift.peer_coach is not None:
                yield shift.peer_coach, shift, True


def _paid(had: Iterable[Had], pay: ShiftPay) -> dict[ClientId, tuple[Had, ...]]:
    """By client with the pay; what a day's allowance has given already is not given twice."""
    found: dict[ClientId, list[Had]] = defaultdict(list)
    before: dict[tuple[ClientId, date], int] = defaultdict(int)
    for one in had:
        key = (one.client, one.day)
        allowance = pay.form_on(one.client, one.day, one.job) is FormOfWork.ALLOWANCE
        amount = pay.of(one.client, one.day, one.job, one.minutes, before[key] if allowance else 0)
        if allowance:
            before[key] += one.minutes
        found[one.client].append(replace(one, pay=amount) if amount else one)
    return {client: tuple(each) for client, each in found.items()}


def memories_of(
    plan: Plan, past: Past, chances: Chances, since: DateRange, today: date
) -> dict[ClientId, Memory]:
    """What everybody has had since a day, the plan up to the end of the question counted in."""
    good = frozenset(job.id for job in plan.jobs if job.good)
    found = {}
    for client in plan.clients:
        had = past.of(client.id, since)
        possible = _possible(client, past, chances, since)
        found[client.id] = memory_of(had, possible, good, today)
    return found


def _possible(client: Client, past: Past, chances: Chances, since: DateRange) -> int:
    """Minutes that the client could have had."""
    by_day: dict[date, int] = defaultdict(int)
    for one in past.of(client.id, since):
        by_day[one.day] += one.minutes
    return chances.of(client, since, past.missed.get(client.id, frozenset()), by_day)
