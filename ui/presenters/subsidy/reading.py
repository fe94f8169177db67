"""Reads a client's wage subsidy: facts and what else is known, decisions, and the months to claim; no Qt."""

from dataclasses import dataclass
from datetime import date

from subcontract.actions.claim_facts import passed_of
from subcontract.actions.subsidy_paid import paid_here
from subcontract.actions.subsidy_reminders import breaks_of
from subcontract.benefits.records import SubsidyClaim, SubsidyDecision, SubsidyFacts
from subcontract.benefits.subsidy_asked import Known
from subcontract.benefits.subsidy_months import ClaimMonth, claim_months
from subcontract.codes import birth_date
from subcontract.days import DateRange
from subcontract.ids import ClientId, EmploymentId, UnitId
from subcontract.people.client import Client
from subcontract.people.employment import Employment
from subcontract.people.unit import Unit
from subcontract.ports import Lists


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRead:
    """What the check list is made of."""

    client: Client
    unit: Unit
    facts: SubsidyFacts | None
    known: Known


def read_check(lists: Lists, client: ClientId) -> CheckRead:
    """Facts, pensions, agreements and decisions of one person."""
    person = lists.clients.get(client)
    unit = lists.units.get(person.unit)
    facts = lists.pay.subsidy_facts.where(client=client)
    return CheckRead(
        client=person,
        unit=unit,
        facts=facts[0] if facts else None,
        known=Known(
            employer=unit.kind,
            born=birth_date(person.identity_code) if person.identity_code else None,
            pensions=lists.pay.pensions.where(client=client),
            employments=lists.pay.employments.where(client=client),
            decisions=lists.pay.subsidy_decisions.where(client=client),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SubsidyRead:
    """Decisions with their agreements, claims and months."""

    client: Client
    unit: Unit
    decisions: tuple[SubsidyDecision, ...]
    employments: dict[EmploymentId, Employment]
    claims: tuple[SubsidyClaim, ...]
    months: tuple[ClaimMonth, ...]
    """Of all decisions, the newest first."""
    breaks: tuple[tuple[SubsidyDecision, DateRange], ...] = ()
    """The latest break of a month or more in work and pay of each decision that has one, by the records."""


def read_subsidy(lists: Lists, client: ClientId, today: date) -> SubsidyRead:
    """Everything but the facts of one person."""
    person = lists.clients.get(client)
    decisions = lists.pay.subsidy_decisions.where(client=client)
    employments = {one.id: one for one in lists.pay.employments.where(client=client)}
    claims = lists.pay.subsidy_claims.where(decision=tuple(one.id for one in decisions))
    paid = paid_here(lists, person.unit, (client,))
    return SubsidyRead(
        client=person,
        unit=lists.units.get(person.unit),
        decisions=tuple(sorted(decisions, key=lambda one: one.days.first, reverse=True)),
        employments=employments,
        claims=claims,
        months=months_of(lists, person.unit, decisions, employments, claims, today),
        breaks=tuple(
            (one, found[-1])
            for one in decisions
            if one.employment in employments and (found := breaks_of(lists, one, paid[client], today))
        ),
    )


def months_of(  # noqa: PLR0917 - what months are made of, read by the caller
    lists: Lists,
    unit: UnitId,
    decisions: tuple[SubsidyDecision, ...],
    employments: dict[EmploymentId, Employment],
    claims: tuple[SubsidyClaim, ...],
    today: date,
) -> tuple[ClaimMonth, ...]:
    """The months of decisions that have an agreement, the newest first."""
    passed = passed_of(lists, decisions, today)
    paid = paid_here(lists, unit, (one.client for one in decisions))
    found: list[ClaimMonth] = []
    for one in decisions:
        employment = employments.get(one.employment) if one.employment else None
        if employment is not None:
            found += claim_months(one, employment, claims, paid[one.client], today, passed=passed)
    return tuple(sorted(found, key=lambda one: one.days.first, reverse=True))
