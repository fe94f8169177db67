"""Reads what a proposal is made of: the plan around some days, what is kept beside it, and the memory.

The memory is of what happened, never of what was planned: recorded minutes and turns.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from subcontract import ids
from subcontract.actions.pay_facts import Reading
from subcontract.days import ONE_DAY, DateRange
from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.ids import ClientId, JobId, RotaTermsId, UnitId
from subcontract.jobs.job import Job
from subcontract.people.client import Client
from subcontract.rota.calendar import DAYS_IN_WEEK, week_of
from subcontract.rota.plan import Plan
from subcontract.rota.records import RotaTerms
from subcontract.rota.rotation.problem import Memory, Problem
from subcontract.rota.rotation.question import Kept, question_of

HALF_DAY_MINUTES = 4 * 60
"""What a half-day of availability counts for in what a person could have worked."""
LONGEST_PUBLICATION = 62
"""Days: a publication that begins earlier cannot reach the days asked for."""


def rotation_question(books: Reading, unit: UnitId, days: DateRange, today: date) -> Problem:
    """The question of the shifts of those days from ``today`` on, as everything is stored now."""
    asked = DateRange(max(days.first, min(today, days.last)), days.last)
    plan = plan_around(books, unit, asked)
    return question_of(plan, asked, _kept(books, unit, plan, (asked, today)))


def plan_around(books: Reading, unit: UnitId, days: DateRange) -> Plan:
    """The plan of those days, of the rest of their weeks and months, and of the night before and after."""
    wide = DateRange(
        min(week_of(days.first).first - ONE_DAY, days.first.replace(day=1)),
        max(week_of(days.last).last + ONE_DAY, days.last + timedelta(days=31)),
    )
    shifts = books.shifts.within(wide, unit=unit)
    ids_of = {shift.id for shift in shifts}
    return Plan(
        shifts=shifts,
        assignments=tuple(a for a in books.assignments.within(wide) if a.shift in ids_of),
        clients=books.clients.where(unit=unit),
        jobs=books.jobs.where(unit=unit),
        staff=books.staff.where(unit=unit),
    )


def terms_of(books: Reading, unit: UnitId) -> RotaTerms:
    """The goals and rules of a unit; the usual ones until they have been saved."""
    found = books.rota.terms.where(unit=unit)
    return found[0] if found else RotaTerms(id=RotaTermsId(ids.new()), unit=unit)


def _kept(books: Reading, unit: UnitId, plan: Plan, when: tuple[DateRange, date]) -> Kept:
    days, today = when
    terms = terms_of(books, unit)
    since = DateRange(today - timedelta(days=terms.memory_weeks * DAYS_IN_WEEK), today - ONE_DAY)
    early = DateRange(days.first - timedelta(days=LONGEST_PUBLICATION), days.last)
    return Kept(
        terms=terms,
        wishes={each.client: each for each in books.rota.wishes.where(unit=unit)},
        rosters={each.staff: each for each in books.rota.rosters.where(unit=unit)},
        pins=books.rota.pins.within(days, unit=unit),
        promised=tuple(sorted(books.rota.publications.within(early, unit=unit), key=lambda p: p.at)),
        memories=memories_of(plan.clients, books.entries.within(since, unit=unit), plan.job_by_id, since),
    )


def memories_of(
    clients: Iterable[Client], entries: Iterable[WorkEntry], jobs: Mapping[JobId, Job], since: DateRange
) -> dict[ClientId, Memory]:
    """What each client has had on those days, of work that was recorded as attended.

    Days recorded as sick or away were not possible ones, also when nobody wrote the absence itself down.
    """
    worked: dict[ClientId, list[WorkEntry]] = defaultdict(list)
    missed: dict[ClientId, set[date]] = defaultdict(set)
    for entry in in_force(entries):
        if entry.client is None or entry.kind is not EntryKind.WORK:
            continue
        if entry.attendance is Attendance.PRESENT:
            worked[entry.client].append(entry)
        else:
            missed[entry.client].add(entry.day)
    return {
        client.id: _memory(client, worked[client.id], jobs, (since, missed[client.id])) for client in clients
    }


def _memory(
    client: Client, entries: list[WorkEntry], jobs: Mapping[JobId, Job], when: tuple[DateRange, set[date]]
) -> Memory:
    since, missed = when
    days = {entry.day for entry in entries}
    turns: dict[JobId, int] = {}
    for job, _ in {(entry.job, entry.day) for entry in entries}:
        turns[job] = turns.get(job, 0) + 1
    good = {job for job in turns if job in jobs and jobs[job].good}
    minutes = sum(entry.minutes for entry in entries)
    return Memory(
        minutes=minutes,
        # Who stepped in on a day that does not usually suit could have worked at least what was worked.
        possible_minutes=max(possible_minutes(client, since, missed - days), minutes),
        days=len(days),
        good=sum(turns[job] for job in good),
        turns=turns,
    )


def possible_minutes(client: Client, since: DateRange, missed: Collection[date] = ()) -> int:
    """What a client could have worked: agreed days, half-days that suit, not away, the week's limit kept.

    ``missed`` are days on which the client was recorded as sick or away.
    """
    by_week: dict[date, int] = defaultdict(int)
    for day in since:
        away = day in missed or any(day in absence.days for absence in client.absences)
        if away or client.form_on(day) is None:
            continue
        halves = sum(weekday == day.weekday() for weekday, _ in client.availability.half_days)
        by_week[week_of(day).first] += halves * HALF_DAY_MINUTES
    return sum(min(minutes, client.weekly_minutes) for minutes in by_week.values())
