"""Kind ``collection``: the largest collection costs of a debt."""

from datetime import date

from subcontract.clock import SystemClock
from subcontract.invoicing.collecting.collection import collection_limits
from subcontract.rules import Debtor
from subcontract.words import N_
from ui.calc.case import Answer, Case, Field, at_field
from ui.calc.kinds import Kind


def answer(case: Case) -> Answer:
    """The largest costs on the day asked, today when it is left out; none where the rules give none."""
    principal, debtor, on = case.money("principal"), case.choice("debtor", Debtor), _day(case)
    with at_field("date"):
        limits = collection_limits(principal, debtor, on)
    told = {"reminder": limits.reminder, "demand": limits.demand, "total": limits.total}
    result = {name: str(limit) for name, limit in told.items() if limit is not None}
    return Answer(result=result, lines=limits.lines)


def _day(case: Case) -> date:
    """The day whose rules are asked for."""
    return case.day("date") if case.given("date") else SystemClock().today()


KIND = Kind(
    purpose=N_("Largest collection costs of a debt: reminder, payment demand and in all"),
    fields=(
        Field(name="principal", unit=N_("euros owed")),
        Field(name="debtor", unit=N_("business or consumer")),
        Field(name="date", unit=N_("day of the reminder; today when left out")),
    ),
    example='{"principal":"2500.01","debtor":"business"}',
    answer=answer,
)
