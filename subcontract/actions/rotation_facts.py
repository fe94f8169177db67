"""Reads what a proposal is made of: the plan around some days, what is kept beside it, and the memory.

One query for each kind of thing, none for each person. What was recorded counts before what was planned.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from subcontract import ids
from subcontract.actions.pay_facts import Reading
from subcontract.actions.plan_facts import read_plan
from subcontract.actions.rotation_past import RECORDED_WITHIN, Told, memories_of, past_of
from subcontract.actions.rotation_pay import ShiftPay, Watched
from subcontract.days import ONE_DAY, DateRange, Month
from subcontract.ids import RotaTermsId, UnitId
from subcontract.rota.calendar import DAYS_IN_WEEK, week_of
from subcontract.rota.plan import Plan
from subcontract.rota.publishing import days_that_reach, promised_on
from subcontract.rota.records import RotaTerms
from subcontract.rota.rotation.chances import Chances
from subcontract.rota.rotation.problem import Pair, Problem
from subcontract.rota.rotation.question import Kept, asked_days, question_of


@dataclass(frozen=True, kw_only=True)
class RotationFacts:
    """The question of some days, with the plan that it was made of."""

    days: DateRange
    """Those asked about: none that have passed."""
    problem: Problem
    plan: Plan
    """Of those days, and of more around them."""
    terms: RotaTerms

    @cached_property
    def seen(self) -> frozenset[Pair]:
        """Who is on the shifts of those days now, whether or not they are asked about."""
        return frozenset((each.client, each.shift) for each in self.plan.assignments if each.day in self.days)

    @property
    def pairs(self) -> frozenset[Pair]:
        """Those of them that the question knows: without old clients, and without shifts that happened."""
        return self.problem.known(self.seen)


def rotation_question(
    books: Reading, unit: UnitId, days: DateRange, today: date, weeks: int | None = None
) -> Problem:
    """The question alone; see ``rotation_facts``."""
    return rotation_facts(books, unit, days, today, weeks).problem


def rotation_facts(
    books: Reading, unit: UnitId, days: DateRange, today: date, weeks: int | None = None
) -> RotationFacts:
    """The question of the shifts of those days from ``today`` on, as everything is stored now.

    Shifts on which work was recorded, or which are complete, have happened and are not asked about.
    ``weeks`` looks further back, or less far, than the unit's own memory.
    """
    asked = asked_days(days, today)
    terms = terms_of(books, unit)
    since = min(asked.first, today) - timedelta(days=(weeks or terms.memory_weeks) * DAYS_IN_WEEK)
    plan = _plan_around(books, unit, asked, DateRange(since, max(since, today - RECORDED_WITHIN)))
    read = DateRange(_earliest(since, asked), asked.last)
    problem = question_of(plan, asked, _kept(books, plan, terms, (since, asked, read, today)))
    return RotationFacts(days=asked, problem=problem, plan=plan, terms=terms)


def _plan_around(books: Reading, unit: UnitId, days: DateRange, earlier: DateRange) -> Plan:
    """The plan of those days, of the rest of their weeks and months, and of the night before and after.

    Besides the shifts since the first day of ``earlier``, and who was on them since its last one.
    """
    first = min(week_of(days.first).first - ONE_DAY, Month.of(days.first).first)
    last = max(week_of(days.last).last + ONE_DAY, Month.of(days.last).last)
    whole = DateRange(min(first, earlier.first), last)
    return read_plan(books, unit, whole, people_since=min(first, earlier.last))


def terms_of(books: Reading, unit: UnitId) -> RotaTerms:
    """The goals and rules of a unit; the usual ones until they have been saved."""
    found = books.rota.terms.where(unit=unit)
    return found[0] if found else RotaTerms(id=RotaTermsId(ids.new()), unit=unit)


def _earliest(since: date, asked: DateRange) -> date:
    """The first day of the memory, of the month or of the week before, whichever comes first."""
    return min(since, Month.of(asked.first).first, week_of(asked.first).first - ONE_DAY)


def _kept(
    books: Reading, plan: Plan, terms: RotaTerms, when: tuple[date, DateRange, DateRange, date]
) -> Kept:
    since, asked, read, today = when
    unit = terms.unit
    pay = ShiftPay(books, unit, plan.clients)
    told = Told(
        entries=books.entries.within(read, unit=unit),
        complete=books.complete_days.within(read, unit=unit),
        days=asked,
        today=today,
    )
    past = past_of(told, plan, pay)
    watched = Watched(books, unit, asked, today)
    shifts = tuple(shift for shift in plan.shifts if shift.day in asked)
    before = (shift for shift in plan.shifts if shift.day < asked.first)
    publications = books.rota.publications.within(days_that_reach(asked), unit=unit)
    return Kept(
        terms=terms,
        wishes={each.client: each for each in books.rota.wishes.where(unit=unit)},
        rosters={each.staff: each for each in books.rota.rosters.where(unit=unit)},
        pins=books.rota.pins.within(asked, unit=unit),
        promised=promised_on(publications, asked),
        past=past,
        memories=memories_of(
            plan, past, Chances(before, plan.job_by_id), DateRange(since, asked.last), today
        ),
        pay=pay.rows(shifts, watched.clients),
        limits=watched.limits(shifts, pay, past),
    )
