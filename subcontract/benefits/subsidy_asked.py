"""Turns the facts that are kept of a person into what the check list is asked, with what else is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from subcontract.benefits.records import Pension, PensionKind, SubsidyDecision, SubsidyFacts
from subcontract.benefits.subsidy_facts import Asked, EmployerKind, PlannedWork
from subcontract.people.employment import Employment
from subcontract.people.unit import ProviderKind
from subcontract.rules import SubsidyKind

GOES_ON = frozenset(
    {SubsidyKind.REDUCED_CAPACITY, SubsidyKind.REDUCED_CAPACITY_EXTENSION, SubsidyKind.OVER_60}
)
"""A running period on these grounds: what is asked for next is its extension (87 § 3 mom, 89 § 2 mom)."""
MINUTES_OF_HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the records tell beside the facts."""

    employer: ProviderKind
    born: date | None = None
    pensions: tuple[Pension, ...] = ()
    employments: tuple[Employment, ...] = ()
    decisions: tuple[SubsidyDecision, ...] = ()


def asked_of(facts: SubsidyFacts, known: Known) -> Asked:
    """What the check list is asked on the day of the facts; what was typed wins over an agreement.

    An agreement always has an hourly base, so that pay by it is never by result alone.
    """
    day, minutes = facts.checked_on, facts.weekly_minutes
    agreement = agreement_for(known.employments, day)
    terms = agreement.terms_on(max(agreement.days.first, day)) if agreement else None
    running = running_period(known.decisions, day)
    granted = None if running else next((one for one in known.decisions if one.days.last >= day), None)
    return Asked(
        person=facts,
        work=PlannedWork(
            employer=EmployerKind(known.employer.value),
            in_market=facts.in_market,
            decided_on=granted.decided_on if granted else None,
            extends=running.days if running else None,
            applied_on=running.extension_applied if running else None,
            start=facts.start or (agreement.days.first if agreement else None),
            weekly_hours=_hours(terms.weekly_minutes if minutes is None and terms else minutes),
            full_hours=_hours(facts.full_weekly_minutes),
            by_result_alone=False if terms and facts.by_result_alone is None else facts.by_result_alone,
        ),
        born=known.born,
        full_pension=any(
            one.kind is not PensionKind.PARTIAL_WORK for one in known.pensions if day in one.days
        ),
    )


def _hours(minutes: int | None) -> Decimal | None:
    return None if minutes is None else Decimal(minutes) / MINUTES_OF_HOUR


def agreement_for(employments: Iterable[Employment], day: date) -> Employment | None:
    """The agreement in force on a day, or else the next one."""
    coming = sorted((one for one in employments if one.days.last >= day), key=lambda one: one.days.first)
    return next(iter(coming), None)


def running_period(decisions: Iterable[SubsidyDecision], day: date) -> SubsidyDecision | None:
    """The decision that an extension would continue."""
    return next((one for one in decisions if one.ground in GOES_ON and day in one.days), None)
