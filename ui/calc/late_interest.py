"""Kind ``late-interest``: interest of a late payment, half-year by half-year."""

from subcontract.invoicing.collecting.late_interest import (
    Debt,
    Fall,
    InterestBy,
    InterestPeriod,
    late_interest,
)
from subcontract.invoicing.terms import DayCount
from subcontract.money import ZERO
from subcontract.problems import Code, refuse
from subcontract.rules import InterestAct
from subcontract.words import N_
from ui.calc.case import Answer, Case, Field, at_field, rate
from ui.calc.kinds import Kind

PAYMENT = frozenset({"date", "amount"})


def answer(case: Case) -> Answer:
    """The interest from the day after ``due`` to ``paid``."""
    principal, due, paid = case.money("principal"), case.day("due"), case.day("paid")
    debt = Debt(principal=principal, due=due, falls=_falls(case))
    by = InterestBy(
        act=case.choice("act", InterestAct, InterestAct.GENERAL),
        day_count=case.choice("day_count", DayCount, DayCount.ACTUAL_365),
    )
    with at_field("paid"):
        found = late_interest(debt, paid, by)
    periods = [_period(one, with_principal=bool(debt.falls)) for one in found.periods]
    result = {"interest": str(found.interest), "days": found.days, "periods": periods}
    return Answer(result=result, lines=found.lines)


def _falls(case: Case) -> tuple[Fall, ...]:
    """Partial payments and credits on the way."""
    falls = []
    for part in case.cases("payments", PAYMENT):
        amount = part.money("amount")
        if amount < ZERO:
            raise refuse(Code.NEGATIVE, f"{part.place}amount")
        falls.append(Fall(day=part.day("date"), amount=amount))
    return tuple(falls)


def _period(period: InterestPeriod, *, with_principal: bool) -> dict[str, object]:
    """One period; its principal is told where it changes on the way."""
    said: dict[str, object] = {
        "from": period.days.first.isoformat(),
        "to": period.days.last.isoformat(),
        "rate": rate(period.rate.value),
        "days": period.count,
    }
    return {**said, "principal": str(period.principal)} if with_principal else said


KIND = Kind(
    purpose=N_("Late interest: each day at the rate of its half-year, rounded once"),
    fields=(
        Field(name="principal", unit=N_("euros owed")),
        Field(name="due", unit=N_("due day; interest runs from the day after")),
        Field(name="paid", unit=N_("day of payment, included")),
        Field(name="act", unit=N_("4 or 4a: section of the Interest Act; 4 when left out")),
        Field(name="day_count", unit=N_("actual/365 or 30/360; actual/365 when left out")),
        Field(name="payments", unit=N_("partial payments and credits: date and amount; may be left out")),
    ),
    example=(
        '{"principal":"1000.00","due":"2025-06-15","paid":"2025-07-15","act":"4a","day_count":"actual/365"}'
    ),
    answer=answer,
)
