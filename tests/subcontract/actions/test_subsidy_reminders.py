"""What decisions ask for: months to claim, claims to correct, extensions, breaks."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from subcontract.actions.make_subsidy_claim import (
    MakeSubsidyClaim,
    MarkClaimSent,
    make_subsidy_claim,
    mark_claim_sent,
)
from subcontract.actions.subsidy_reminders import SubsidyReminder, breaks_of, subsidy_reminders
from subcontract.benefits.subsidy_months import Paid
from subcontract.days import DateRange, Month
from subcontract.hours.entry import Attendance
from subcontract.ids import PayItemId, UnitId
from subcontract.money import Money
from subcontract.payout.wage_records import PayCode, PayItem, Reopening
from subcontract.payout.wages.lines import difference
from tests import make, make_benefits
from tests.make_benefits import line
from tests.pay_office import CLOCK, Office

OCTOBER = Month(2026, 10)
TODAY = make.TODAY


@pytest.fixture
def office() -> Office:
    return Office()


def decide(office: Office, first: str, last: str, **fields: Any) -> Any:
    """A decision for Liisa's agreement, which began a day after the decision."""
    days = DateRange(date.fromisoformat(first), date.fromisoformat(last))
    employment = office.employ(days=DateRange(days.first))
    decision = make_benefits.decision(
        client=office.liisa.id,
        employment=employment.id,
        days=days,
        decided_on=days.first - timedelta(days=1),
        **fields,
    )
    office.add("pay.subsidy_decisions", decision)
    return decision


def work(office: Office, *days: str, **fields: Any) -> None:
    for day in days:
        entry = make.entry(client=office.liisa.id, day=date.fromisoformat(day), **fields)
        office.add("entries", entry)


def reminders(office: Office, unit: UnitId = make.UNIT, today: date = TODAY) -> tuple[SubsidyReminder, ...]:
    with office.store.open_lists() as lists:
        return subsidy_reminders(lists, unit, today)


def test_months_to_claim_until_they_are_sent(office: Office) -> None:
    decision = decide(office, "2026-09-16", "2027-07-15")
    work(office, "2026-09-20", "2026-10-10", "2026-11-02")
    (found,) = reminders(office)
    assert found.decision == decision
    assert [(one.month, one.due, one.late) for one in found.to_claim] == [
        (Month(2026, 9), date(2026, 12, 31), False),
        (OCTOBER, date(2027, 1, 31), False),
    ]
    assert (found.to_correct, found.extend_by, found.breaks) == ((), None, ())
    office.approve(Month(2026, 9))
    office.approve(OCTOBER, line(PayCode.HOURS, "1000.00"))
    office.do(make_subsidy_claim, MakeSubsidyClaim(decision=decision.id, month=OCTOBER))
    (claim,) = office.all("subsidy_claims")
    office.do(mark_claim_sent, MarkClaimSent(claim=claim.id, version=claim.version, sent_on=TODAY))
    (found,) = reminders(office)
    assert [one.month for one in found.to_claim] == [Month(2026, 9)]
    office.approve(Month(2026, 11), difference(PayCode.HOURS, OCTOBER, Money(50)))
    (found,) = reminders(office)
    assert [one.amount for one in found.to_correct] == [Money(735)]


def test_an_old_decision_asks_from_the_first_month_whose_last_day_to_claim_is_known(office: Office) -> None:
    decide(office, "2024-11-01", "2026-10-31")
    (found,) = reminders(office)
    assert (found.to_claim[0].month, found.to_claim[-1].month) == (Month(2025, 1), OCTOBER)
    assert found.breaks == (DateRange(date(2025, 1, 1), date(2026, 10, 31)),)


def test_an_extension_that_is_near(office: Office) -> None:
    decide(office, "2026-11-20", "2026-12-31")
    (found,) = reminders(office)
    assert (found.extend_by, found.to_claim) == (date(2026, 12, 30), ())


@pytest.mark.parametrize("asked", [{"unit": UnitId(make.MANAGER)}, {"today": date(2026, 1, 1)}])
def test_nothing_for_another_unit_or_before_the_period(office: Office, asked: dict[str, Any]) -> None:
    decide(office, "2026-01-02", "2026-10-31")
    assert reminders(office, **asked) == ()


def test_a_decision_without_an_employment_has_nothing_to_claim(office: Office) -> None:
    office.add("pay.subsidy_decisions", make_benefits.decision(client=office.liisa.id))
    assert reminders(office) == ()


def test_breaks_that_the_records_show(office: Office) -> None:
    decision = decide(office, "2026-01-02", "2026-10-31")
    work(office, "2026-01-05", "2026-02-02", "2026-04-30", "2026-06-29", "2026-10-31")
    work(office, "2026-03-16", attendance=Attendance.SICK, minutes=0)
    away = PayItem(
        id=PayItemId(decision.id),
        unit=make.UNIT,
        client=office.liisa.id,
        month=Month(2026, 6),
        day=date(2026, 5, 29),
        kind=PayCode.PAID_ABSENCE,
        amount=Money(100),
        by=make.MANAGER,
        at=datetime(2026, 6, 1, tzinfo=CLOCK.now().tzinfo),
    )
    office.add("pay.pay_items", away)
    with office.store.open_lists() as lists:
        found = breaks_of(lists, decision, Paid(), TODAY)
        assert breaks_of(lists, decision, Paid(), date(2026, 1, 2)) == ()
        early = breaks_of(lists, decision, Paid(), date(2026, 3, 4))
    assert found == (
        DateRange(date(2026, 2, 3), date(2026, 4, 29)),
        DateRange(date(2026, 6, 30), date(2026, 10, 30)),
    )
    assert early == (DateRange(date(2026, 2, 3), date(2026, 3, 3)),)


def test_months_before_the_first_wages_paid_here_are_not_waited_for(office: Office) -> None:
    decide(office, "2026-08-16", "2027-07-15")
    work(office, "2026-09-10", "2026-10-05", "2026-11-02")
    assert [one.month for one in reminders(office)[0].to_claim] == [Month(2026, 8), Month(2026, 9), OCTOBER]
    office.approve(OCTOBER, line(PayCode.HOURS, "1000.00"))
    assert [one.month for one in reminders(office)[0].to_claim] == [OCTOBER]


def test_a_month_without_pay_is_not_waited_for_but_one_that_was_taken_back_is(office: Office) -> None:
    decide(office, "2026-09-16", "2027-07-15")
    work(office, "2026-09-20", "2026-10-05", "2026-11-02")
    office.approve(Month(2026, 9), client=office.emil.id)
    assert [one.month for one in reminders(office)[0].to_claim] == [OCTOBER]
    paid = office.approve(OCTOBER, line(PayCode.HOURS, "1000.00"))
    with office.store.open_books() as books:
        reopening = Reopening(
            payout=paid.id, client=office.liisa.id, reason="väärä taksa", by=make.MANAGER, at=CLOCK.now()
        )
        books.pay.reopenings.add(reopening)
        books.commit()
    assert [one.month for one in reminders(office)[0].to_claim] == [OCTOBER]
    office.approve(Month(2026, 11), difference(PayCode.HOURS, Month(2026, 9), Money(50)))
    assert [one.month for one in reminders(office)[0].to_claim] == [Month(2026, 9), OCTOBER]


def test_no_break_is_seen_before_wages_were_paid_here(office: Office) -> None:
    decide(office, "2026-06-01", "2027-01-15")
    work(office, "2026-10-01", "2026-10-28", "2026-11-20")
    assert [gap.first for gap in reminders(office)[0].breaks] == [date(2026, 6, 1)]
    office.approve(OCTOBER, line(PayCode.HOURS, "1000.00"))
    assert reminders(office)[0].breaks == ()


def test_a_break_is_not_told_of_once_nothing_can_be_claimed(office: Office) -> None:
    decide(office, "2026-01-02", "2026-05-31")
    work(office, "2026-01-05")
    assert reminders(office, today=date(2026, 8, 31))[0].breaks != ()
    assert reminders(office, today=date(2026, 9, 1))[0].breaks == ()
