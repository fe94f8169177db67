"""What the check list is asked when facts are kept and more is known, and what goes with an application."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from subcontract.benefits.records import PensionKind
from subcontract.benefits.subsidy_asked import Known, agreement_for, asked_of
from subcontract.benefits.subsidy_attached import attachments
from subcontract.benefits.subsidy_check import Answer, check_subsidy
from subcontract.benefits.subsidy_facts import EmployerKind
from subcontract.days import DateRange
from subcontract.people.unit import ProviderKind
from subcontract.rules import SubsidyKind
from tests import make, subsidy_world
from tests.make_benefits import decision, employment, facts, pension, terms

DAY = date(2026, 11, 22)


def known(**fields: Any) -> Known:
    return replace(Known(employer=ProviderKind.COUNTY, born=date(1990, 5, 1)), **fields)


def test_what_was_typed_wins_over_the_agreement() -> None:
    agreement = employment(days=DateRange(date(2026, 12, 1)), terms=(terms(first=date(2026, 12, 1)),))
    asked = asked_of(facts(), known(employments=(agreement,)))
    assert (asked.work.start, asked.work.weekly_hours) == (date(2026, 12, 1), Decimal(16))
    assert asked.work.by_result_alone is False
    typed = facts(start=date(2027, 1, 4), weekly_minutes=1230, full_weekly_minutes=2295, by_result_alone=True)
    asked = asked_of(typed, known(employments=(agreement,)))
    assert (asked.work.start, asked.work.weekly_hours) == (date(2027, 1, 4), Decimal("20.5"))
    assert (asked.work.full_hours, asked.work.by_result_alone) == (Decimal("38.25"), True)


def test_without_an_agreement_the_plan_is_not_known() -> None:
    work = asked_of(facts(), known()).work
    assert (work.start, work.weekly_hours, work.full_hours, work.by_result_alone) == (None, None, None, None)
    assert work.employer is EmployerKind.COUNTY


def test_the_agreement_in_force_comes_before_the_next_one() -> None:
    now = employment(days=DateRange(date(2026, 1, 1), date(2026, 12, 31)))
    over = employment(days=DateRange(date(2025, 1, 1), date(2025, 12, 31)))
    later = employment(days=DateRange(date(2027, 1, 1)))
    assert agreement_for((later, over, now), DAY) == now
    assert agreement_for((later, over), DAY) == later
    assert agreement_for((over,), DAY) is None


def test_a_running_period_is_looked_at_as_its_extension() -> None:
    running = decision(
        days=DateRange(date(2026, 3, 1), date(2026, 12, 31)), extension_applied=date(2026, 11, 2)
    )
    asked = asked_of(facts(), known(decisions=(running,)))
    assert (asked.work.extends, asked.work.applied_on) == (running.days, date(2026, 11, 2))
    assert asked.work.decided_on is None
    assert check_subsidy(asked).best.ground is SubsidyKind.REDUCED_CAPACITY_EXTENSION


@pytest.mark.parametrize("ground", [SubsidyKind.BASIC, SubsidyKind.APPRENTICESHIP, SubsidyKind.FULL])
def test_other_running_periods_are_not(ground: SubsidyKind) -> None:
    running = decision(ground=ground, days=DateRange(date(2026, 9, 1), date(2027, 1, 31)))
    asked = asked_of(facts(), known(decisions=(running,)))
    assert (asked.work.extends, asked.work.decided_on) == (None, running.decided_on)


def test_a_decision_that_is_over_says_nothing() -> None:
    asked = asked_of(facts(), known(decisions=(decision(),)))
    assert (asked.work.extends, asked.work.decided_on) == (None, None)


@pytest.mark.parametrize(
    ("kind", "full"),
    [(PensionKind.KELA, True), (PensionKind.FULL_WORK, True), (PensionKind.PARTIAL_WORK, False)],
)
def test_a_full_pension_on_the_day_is_an_open_point(kind: PensionKind, full: bool) -> None:
    asked = asked_of(facts(), known(pensions=(pension(kind=kind),)))
    assert asked.full_pension is full
    before = DateRange(date(2020, 1, 1), date(2026, 11, 21))
    assert not asked_of(facts(), known(pensions=(pension(kind=kind, days=before),))).full_pension


def test_one_fact_is_missing_in_the_world_of_the_tests() -> None:
    client = make.client(number=1)
    kept = subsidy_world.facts(client.id)
    check = check_subsidy(asked_of(kept, known()))
    assert (check.answer, check.best.ground) == (Answer.LIKELY, SubsidyKind.REDUCED_CAPACITY)
    assert [one.id for one in check.missing] == ["decision_before_start", "no_other_aid"]
    granted = known(decisions=(subsidy_world.decision(client.id),))
    check = check_subsidy(asked_of(replace(kept, other_aid=False), granted))
    assert check.answer is Answer.ELIGIBLE


# --- what goes with the application ----------------------------------------------------------


def attached(ground: SubsidyKind, **fields: Any) -> dict[str, bool]:
    others = {name: fields.pop(name) for name in ("decisions", "employer") if name in fields}
    asked = asked_of(facts(**fields), known(**others))
    found = next(one for one in check_subsidy(asked).grounds if one.ground is ground)
    return {one.what.split()[0] + " " + one.what.split()[1]: one.there for one in attachments(found, asked)}


def test_papers_of_reduced_capacity() -> None:
    assert attached(SubsidyKind.REDUCED_CAPACITY) == {
        "Medical certificate": False,
        "Employment plan,": False,
        "Draft of": False,
    }
    told = attached(SubsidyKind.REDUCED_CAPACITY, certificate=DAY, plan_states_subsidy=True, other_aid=True)
    assert told == {
        "Medical certificate": True,
        "Employment plan,": True,
        "Draft of": False,
        "Decisions on": False,
    }


def test_papers_of_an_extension_are_of_the_running_period() -> None:
    running = decision(days=DateRange(date(2026, 3, 1), date(2026, 12, 31)))
    kind = SubsidyKind.REDUCED_CAPACITY_EXTENSION
    old = attached(kind, decisions=(running,), certificate=date(2026, 2, 28), adjustments_made=True)
    assert old == {"Medical certificate": False, "Account of": True, "Employment plan,": False}
    new = attached(kind, decisions=(running,), certificate=date(2026, 3, 1))
    assert (new["Medical certificate"], new["Account of"]) == (True, False)


def test_papers_of_skills_and_of_associations() -> None:
    assert "Medical certificate" not in attached(SubsidyKind.BASIC)
    association = {"employer": ProviderKind.ASSOCIATION, "in_market": True}
    assert "Latest tax" in attached(SubsidyKind.BASIC, **association)
    full = attached(
        SubsidyKind.FULL, employer=ProviderKind.ASSOCIATION, in_market=False, reduced_capacity=True
    )
    assert list(full) == ["Medical certificate", "Employment plan,", "Draft of", "Account that"]
    trade = attached(SubsidyKind.APPRENTICESHIP, apprenticeship=True)
    assert "Apprenticeship agreement" in trade
