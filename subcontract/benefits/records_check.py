"""Checks pensions, earnings elsewhere, facts and decisions of a wage subsidy before they are saved."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from subcontract.benefits.records import (
    OutsideEarnings,
    Pension,
    SubsidyDecision,
    SubsidyFacts,
)
from subcontract.benefits.subsidy import WHOLE
from subcontract.money import Money
from subcontract.people.employment import Employment
from subcontract.people.employment_check import MOST_WEEKLY, days_given, no_overlap
from subcontract.people.findings import Findings
from subcontract.problems import Code

CENT = Money("0.01")
MOST_MONTHLY = Money(100_000)
MOST_CAP = Money(10_000)
LEAST_PERCENTAGE = Decimal(1)
MOST_MONTHS = 1200
LONGEST_NUMBER = 40


def checked_pension(pension: Pension, others: Iterable[Pension]) -> Pension:
    """The pension as stored; ``others`` are the person's other ones: on one day there is one."""
    found = Findings()
    days_given(pension.days, found)
    no_overlap(pension.days, (one.days for one in others if one.id != pension.id), found)
    found.amount(pension.prior_earnings, "prior_earnings", MOST_MONTHLY)
    found.refuse_any()
    return pension


def checked_outside(earnings: OutsideEarnings, others: Iterable[OutsideEarnings]) -> OutsideEarnings:
    """Earnings elsewhere as stored; of one month and source there is one sum."""
    found = Findings()
    read = replace(earnings, source=found.line(earnings.source, "source"))
    found.amount(read.amount, "amount", MOST_MONTHLY)
    if any(
        one.id != read.id and one.month == read.month and one.source.casefold() == read.source.casefold()
        for one in others
    ):
        found.add(Code.ALREADY_EXISTS, "source", name=read.source)
    found.refuse_any()
    return read


def checked_facts(facts: SubsidyFacts, today: date) -> SubsidyFacts:
    """The facts of a person as stored; none of them lies in the future, and months fit into their frame."""
    found = Findings()
    read = replace(facts, note=found.note(facts.note, "note"))
    for name, most in (
        ("unemployed_of_14", 14),
        ("unemployed_of_28", 28),
        ("unemployed_in_a_row", MOST_MONTHS),
        ("months_without_work", MOST_MONTHS),
        ("weekly_minutes", MOST_WEEKLY),
        ("full_weekly_minutes", MOST_WEEKLY),
    ):
        number: int | None = getattr(read, name)
        if number is not None:
            found.between(number, name, 0, most)
    for name in ("checked_on", "certificate"):
        day: date | None = getattr(read, name)
        if day is not None and day > today:
            found.add(Code.FUTURE_DAY, name)
    found.refuse_any()
    return read


def checked_decision(
    decision: SubsidyDecision,
    others: Iterable[SubsidyDecision],
    employment: Employment | None,
    today: date,
) -> SubsidyDecision:
    """The decision as stored; its own percentage, cap and days are taken as the authority wrote them.

    ``others`` are the person's other decisions, ``employment`` the one it is for, if it is known yet.
    """
    found = Findings()
    read = replace(decision, number=found.line(decision.number, "number", longest=LONGEST_NUMBER))
    days_given(read.days, found)
    if read.days.is_open:
        found.add(Code.REQUIRED, "days.last")
    no_overlap(read.days, (one.days for one in others if one.id != read.id), found)
    found.between(read.percentage, "percentage", LEAST_PERCENTAGE, 100)
    found.decimals(read.percentage, "percentage", 2)
    found.amount(read.cap, "cap", MOST_CAP, least=CENT)
    _working_time(read, found)
    for name in ("decided_on", "extension_applied"):
        day: date | None = getattr(read, name)
        if day is not None and day > today:
            found.add(Code.FUTURE_DAY, name)
    if employment is not None:
        _of_employment(read, employment, found)
    found.refuse_any()
    return read


def _working_time(decision: SubsidyDecision, found: Findings) -> None:
    """The share of full hours: asked for at 100 per cent, optional otherwise."""
    found.percentage(decision.working_time, "working_time")
    if decision.percentage == WHOLE and not decision.working_time:
        found.add(Code.REQUIRED, "working_time")


def _of_employment(decision: SubsidyDecision, employment: Employment, found: Findings) -> None:
    """The employment is the same person's and has days in common with the decision."""
    if employment.client != decision.client:
        found.add(Code.OTHER_PERSON, "employment")
    elif not decision.days.overlap(employment.days):
        found.add(Code.OUTSIDE_PERIOD, "days", first=employment.days.first, last=employment.days.last)
