"""Published cases of wage subsidies and of the earnings limits, as they were written (WE-1, WE-6)."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from subcontract.benefits.earnings import Effect, LimitState, kela_use, work_use
from subcontract.benefits.records import PensionKind
from subcontract.benefits.subsidy import SubsidyAmount, SubsidyTerms, subsidy_amount
from subcontract.benefits.subsidy_check import Answer, check_subsidy
from subcontract.benefits.subsidy_facts import Asked, EmployerKind, PlannedWork
from subcontract.benefits.subsidy_period import claim_due, must_start_after
from subcontract.days import DateRange, Month
from subcontract.money import Money
from subcontract.payout.eligible import Adjustment, AdjustmentKind, PayOfMonth, eligible_pay
from subcontract.payout.wage_records import PayCode, WageSums
from subcontract.problems import Code, Refused
from subcontract.rules import SubsidyKind
from tests import make_benefits

NOVEMBER = Month(2026, 11).days
CAPS = {50: "1260.00", 70: "1770.00", 100: "2020.00"}


def day(text: str) -> date:
    return date.fromisoformat(text)


def subsidy(
    pay: str, percentage: int, time: str = "0", cap: str = "", days: DateRange = NOVEMBER
) -> SubsidyAmount:
    terms = SubsidyTerms(
        percentage=Decimal(percentage), cap=Money(cap or CAPS[percentage]), working_time=Decimal(time)
    )
    return subsidy_amount(terms, Money(pay), days)


# --- WE-1: City of Helsinki, calculator's test cases 2.3 -------------------------------------


@pytest.mark.parametrize(
    ("case", "pay", "percentage", "time", "expected", "capped"),
    [
        ("1.1", "2500.00", 70, "0", "1750.00", False),
        ("1.3", "3200.00", 70, "0", "1770.00", True),
        ("1.4", "2178.00", 100, "93.3", "1866.36", False),
        ("1.6", "1600.00", 70, "0", "1120.00", False),
        ("1.9", "1330.27", 100, "80", "1329.44", False),
        ("1.12", "3000.00", 50, "0", "1260.00", True),
        ("1.15", "2133.67", 70, "0", "1493.57", False),
    ],
)
def test_we_1_monthly_amount(  # noqa: PLR0917 - a row of the sheet
    case: str, pay: str, percentage: int, time: str, expected: str, capped: bool
) -> None:
    found = subsidy(pay, percentage, time)
    assert (str(found.amount), found.capped) == (expected, capped), case


@pytest.mark.parametrize("pay", ["2500.00", "3200.00", "1600.00", "2133.67"])
def test_we_1_with_the_cap_that_the_act_prints_only_case_1_3_changes(pay: str) -> None:
    used, printed = subsidy(pay, 70), subsidy(pay, 70, cap="2770.00")
    assert (used.amount == printed.amount) is (pay != "3200.00")
    assert not printed.capped
    if pay == "3200.00":
        assert printed.amount == Money("2240.00")


@pytest.mark.parametrize(
    ("percentage", "cap", "first", "last", "expected"),
    [
        (50, "1260.00", "2026-03-16", "2026-03-31", "672.00"),
        (70, "1770.00", "2026-06-01", "2026-06-10", "590.00"),
        (50, "1260.00", "2026-03-01", "2026-03-31", "1260.00"),
    ],
)
def test_we_1b_part_periods(percentage: int, cap: str, first: str, last: str, expected: str) -> None:
    found = subsidy("9000.00", percentage, cap=cap, days=DateRange(day(first), day(last)))
    assert (str(found.amount), found.capped) == (expected, True)


# --- WE-1c: Yrityssalo's matrix --------------------------------------------------------------

ON = day("2026-11-22")


def asked(born: str, work: dict[str, Any] | None = None, **person: Any) -> Asked:
    """A person of the matrix at a county; whatever the matrix does not tell is not known."""
    fields = {"employer": EmployerKind.COUNTY, "start": day("2027-01-04"), **(work or {})}
    return Asked(
        person=make_benefits.facts(checked_on=ON, jobseeker=True, **person),
        work=PlannedWork(**fields),
        born=day(born),
    )


def test_we_1c_young_and_unemployed_for_less_than_a_year() -> None:
    found = check_subsidy(asked("2004-06-01", unemployed_of_14=8, unemployed_of_28=8, reduced_capacity=False))
    assert (found.answer, found.best.ground) == (Answer.LIKELY, SubsidyKind.BASIC)
    assert (found.best.percentage, found.best.months) == (Decimal(50), 5)


@pytest.mark.parametrize("born", ["2005-01-01", "1990-05-01", "1960-05-01"])
def test_we_1c_reduced_capacity_at_any_age(born: str) -> None:
    found = check_subsidy(asked(born, reduced_capacity=True, unemployed_of_14=2, unemployed_of_28=2))
    assert (found.answer, found.best.ground) == (Answer.LIKELY, SubsidyKind.REDUCED_CAPACITY)
    assert (found.best.percentage, found.best.months) == (Decimal(70), 10)
    period = DateRange(day("2026-02-01"), day("2026-11-30"))
    longer = check_subsidy(asked(born, {"extends": period, "applied_on": ON}, reduced_capacity=True))
    assert (longer.best.ground, longer.best.percentage) == (
        SubsidyKind.REDUCED_CAPACITY_EXTENSION,
        Decimal(70),
    )
    assert (longer.answer, longer.best.months) == (Answer.LIKELY, 24)


def test_we_1c_not_possible_for_somebody_in_no_group() -> None:
    found = check_subsidy(
        asked(
            "1990-05-01",
            unemployed_of_14=4,
            unemployed_of_28=4,
            months_without_work=4,
            without_qualification=False,
            integration_plan=False,
            reduced_capacity=False,
        )
    )
    assert found.answer is Answer.NO
    assert all(ground.answer is Answer.NO for ground in found.grounds)


def test_we_1c_over_60_and_long_unemployed_gets_the_aid_of_55() -> None:
    found = check_subsidy(
        asked(
            "1965-05-01",
            {"weekly_hours": Decimal(25)},
            unemployed_of_14=14,
            unemployed_of_28=25,
            reduced_capacity=False,
        )
    )
    assert (found.answer, found.best.ground) == (Answer.LIKELY, SubsidyKind.AID_55)
    assert (found.best.percentage, found.best.months) == (Decimal(70), 10)


def test_we_1c_an_apprentice_for_all_the_training() -> None:
    found = check_subsidy(asked("1990-05-01", apprenticeship=True))
    assert (found.answer, found.best.ground) == (Answer.LIKELY, SubsidyKind.APPRENTICESHIP)
    assert (found.best.percentage, found.best.months) == (Decimal(50), None)


# --- WE-1d: what stands in the way -----------------------------------------------------------


def test_we_1d_the_contract_starts_a_day_before_the_decision() -> None:
    employment = make_benefits.employment(days=DateRange(day("2026-05-04")))
    with pytest.raises(Refused) as refused:
        must_start_after(make_benefits.decision(decided_on=day("2026-05-05")), employment)
    assert refused.value.code is Code.EMPLOYMENT_BEFORE_DECISION
    work = {"start": day("2026-05-04"), "decided_on": day("2026-05-05")}
    found = check_subsidy(asked("1990-05-01", work, reduced_capacity=True))
    assert found.answer is Answer.NO
    assert [one.id for one in found.best.conditions if one.met is False] == ["decision_before_start"]


def test_we_1d_paid_only_by_a_share_of_the_contract_price() -> None:
    found = check_subsidy(asked("1990-05-01", {"by_result_alone": True}, reduced_capacity=True))
    assert found.answer is Answer.NO
    assert [one.id for one in found.best.conditions if one.met is False] == ["not_by_result_alone"]


@pytest.mark.parametrize(("received", "in_time"), [("2026-07-31", True), ("2026-08-01", False)])
def test_we_1d_three_months_from_the_end_of_april(received: str, in_time: bool) -> None:
    due = max(claim_due(day(ended)).value for ended in ("2026-04-15", "2026-04-30"))
    assert (day(received) <= due) is in_time


def test_we_1d_eligible_cost() -> None:
    paid = make_benefits.payout(
        make_benefits.line(PayCode.HOURS, "1600.00"),
        make_benefits.line(PayCode.OTHER_WAGE, "300.00"),
        wage=WageSums(wages=Money(1900), employer_health=Money(320)),
    )
    pay = PayOfMonth(month=paid.month, days=paid.month.days, payouts=(paid,), entries={})
    found = eligible_pay(pay, [Adjustment(kind=AdjustmentKind.OVERTIME, amount=Money(100))])
    assert found.amount == Money(1500)
    left_out = sorted(line.amount for line in found.lines if not line.counted)
    assert left_out == [Money(100), Money(300), Money(320)]


# --- WE-6: disability pensions ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("case", "month", "wages", "effect"),
    [
        ("6.1", "2024-05", "976.59", Effect.NONE),
        ("6.3", "2025-05", "986.30", Effect.NONE),
        ("6.3", "2025-05", "986.31", Effect.SUSPENDED),
        ("6.4", "2026-05", "990.90", Effect.NONE),
        ("6.4", "2026-05", "990.91", Effect.SUSPENDED),
    ],
)
def test_we_6_pension_of_kela(case: str, month: str, wages: str, effect: Effect) -> None:
    use = kela_use(Month.parse(month), Money(wages))
    assert use.effect is effect, case
    assert use.state is (LimitState.AT if effect is Effect.NONE else LimitState.OVER)


@pytest.mark.parametrize(
    ("case", "kind", "wages", "effect"),
    [
        ("6.6", PensionKind.PARTIAL_WORK, "1750.00", Effect.NONE),
        ("6.8", PensionKind.FULL_WORK, "1900.00", Effect.SUSPENDED),
    ],
)
def test_we_6_work_pensions(case: str, kind: PensionKind, wages: str, effect: Effect) -> None:
    assert work_use(kind, Money(3000), Month(2026, 5), Money(wages)).effect is effect, case
