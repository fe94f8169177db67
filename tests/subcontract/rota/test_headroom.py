"""What a pensioner may still earn in the month of a shift: with it, as planned, and where the light turns."""

from datetime import date
from decimal import Decimal

from subcontract.benefits.earnings import LimitState
from subcontract.benefits.earnings_months import Earning, EarningsFacts
from subcontract.benefits.records import EarnedIn, PensionKind
from subcontract.days import DateRange, Month
from subcontract.ids import JobId
from subcontract.money import Money
from subcontract.people.client import Client
from subcontract.rota.headroom import Headroom, nearest
from subcontract.rota.plan import Plan
from subcontract.rota.warnings import WarningCode, warnings_if_put_on, warnings_of
from tests import make, make_benefits

LIISA = make.client(number=1)
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
FIRST, SECOND = make.shift(day=MONDAY), make.shift(day=TUESDAY)


class Hundred:
    """A hundred euros for any time of work; nothing for the rest."""

    def of(self, client: Client, _day: date, _job: JobId, _minutes: int) -> Money:
        return Money(100) if client is LIISA else Money(0)


def planned(day: date, amount: int = 100) -> Earning:
    return Earning(work_day=day, pay_day=day, amount=Money(amount), planned=True)


def headroom(*earnings: Earning, with_sums: bool = True, **fields: object) -> Headroom:
    facts = EarningsFacts(
        pensions=(make_benefits.pension(**fields),),
        earnings=earnings,
        by=EarnedIn.WORK,
    )
    return Headroom(
        pay=Hundred(), pay_day=lambda month: month.last, facts={LIISA.id: facts}, with_sums=with_sums
    )


def earned(amount: str) -> Earning:
    return Earning(work_day=date(2026, 11, 2), pay_day=date(2026, 11, 2), amount=Money(amount))


def test_a_shift_that_could_be_added_counts_into_its_month_once() -> None:
    room = headroom(earned("800"))
    month = room.month_with(LIISA, FIRST)
    assert month
    assert (month.month, month.total, month.state) == (Month(2026, 11), Money(900), LimitState.NEAR)
    assert room.month_with(LIISA, FIRST) is month
    now = room.month_of(LIISA, FIRST)
    assert now
    assert now.total == Money(800)


def test_who_has_no_pension_or_no_pay_has_nothing_to_watch() -> None:
    room = headroom(days=DateRange(date(2020, 1, 1), date(2026, 10, 31)))
    assert room.month_with(LIISA, FIRST) is None
    assert room.month_of(LIISA, FIRST) is None
    assert room.month_changed_by(LIISA, FIRST) is None
    other = make.client(number=2)
    assert room.month_with(other, FIRST) is None
    assert room.month_of(other, FIRST) is None
    assert room.month_changed_by(other, FIRST) is None


def test_the_light_turns_on_the_day_that_turns_it() -> None:
    room = headroom(earned("850"), planned(MONDAY), planned(TUESDAY))
    first, second = room.month_changed_by(LIISA, FIRST), room.month_changed_by(LIISA, SECOND)
    assert first
    assert (first.total, first.state) == (Money(950), LimitState.CLOSE)
    assert second
    assert (second.total, second.state) == (Money(1050), LimitState.OVER)
    quiet = headroom(earned("100"), planned(MONDAY), planned(TUESDAY))
    assert quiet.month_changed_by(LIISA, FIRST) is None
    assert headroom(earned("850")).month_changed_by(LIISA, FIRST) is None, "nothing planned on that day"


def test_of_two_limits_the_nearer_is_told() -> None:
    room = headroom(earned("950"), kind=PensionKind.PARTIAL_WORK, prior_earnings=Money(3000))
    month = room.month_with(LIISA, FIRST)
    assert month
    assert nearest(month).limit == Money("990.90")
    assert Decimal(1800) == (month.work.limit.amount if month.work and month.work.limit else None)


def test_warnings_of_a_shift_and_of_one_who_could_come() -> None:
    room = headroom(earned("850"), planned(MONDAY))
    plan = Plan(
        shifts=(FIRST, SECOND),
        assignments=(make.assignment(FIRST, LIISA),),
        clients=(LIISA,),
        headroom=room,
    )
    limits = {WarningCode.EARNINGS_NEAR, WarningCode.EARNINGS_OVER, WarningCode.ASK_FIRST}
    (on,) = [one for one in warnings_of(FIRST, plan) if one.code in limits]
    assert (on.code, on.facts["total"]) == (WarningCode.EARNINGS_NEAR, Money(950))
    (could,) = [one for one in warnings_if_put_on(LIISA, SECOND, plan) if one.code in limits]
    assert (could.code, could.facts["limit"]) == (WarningCode.EARNINGS_OVER, Money("990.90"))
    assert not [one for one in warnings_if_put_on(LIISA, FIRST, plan) if one.code in limits], "on it already"


def test_without_the_right_to_see_pay_no_fact_but_the_name_is_told() -> None:
    room = headroom(earned("950"), with_sums=False)
    plan = Plan(shifts=(FIRST,), clients=(LIISA,), headroom=room)
    (found,) = [one for one in warnings_if_put_on(LIISA, FIRST, plan) if one.code is WarningCode.ASK_FIRST]
    assert dict(found.facts) == {"name": "Liisa"}
