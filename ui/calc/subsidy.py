"""Kind ``subsidy``: the wage subsidy of a payment period."""

from decimal import Decimal

from subcontract.benefits.subsidy import WHOLE, SubsidyAmount, SubsidyTerms, subsidy_amount
from subcontract.days import DateRange
from subcontract.money import Money
from subcontract.problems import Refused, refuse
from subcontract.words import N_
from ui.calc.case import Answer, Case, Field
from ui.calc.kinds import Kind


def answer(case: Case) -> Answer:
    """The subsidy of the eligible pay of a period."""
    percentage = case.number("percentage")
    terms = SubsidyTerms(
        percentage=percentage,
        cap=case.money("cap"),
        working_time=case.number("working_time", None if percentage == WHOLE else Decimal(0)),
    )
    found = _reckoned(terms, case.money("eligible_pay"), _days(case))
    return Answer(result={"amount": str(found.amount), "capped": found.capped}, lines=found.lines)


def _reckoned(terms: SubsidyTerms, pay: Money, days: DateRange) -> SubsidyAmount:
    """The subsidy; a day for which the rules are not known is refused by the period's first day."""
    try:
        return subsidy_amount(terms, pay, days)
    except Refused as refused:
        problem = refused.problems[0]
        raise refuse(problem.code, problem.field or "from", **problem.facts) from None


def _days(case: Case) -> DateRange:
    """The period; one that ends before it starts is refused by its end."""
    first, last = case.day("from"), case.day("to")
    try:
        return DateRange(first, last)
    except Refused as refused:
        raise refuse(refused.code, "to") from None


KIND = Kind(
    purpose=N_("Wage subsidy of a period: a share of the eligible pay up to the cap"),
    fields=(
        Field(name="percentage", unit=N_("per cent of the decision: 50, 70 or 100")),
        Field(name="cap", unit=N_("euros in a calendar month at most, from the decision")),
        Field(name="eligible_pay", unit=N_("euros of eligible pay in the period")),
        Field(name="from", unit=N_("first day of the period")),
        Field(name="to", unit=N_("last day of the period")),
        Field(name="working_time", unit=N_("per cent of full hours; needed at 100 per cent")),
    ),
    example=(
        '{"percentage":"70","cap":"1770.00","eligible_pay":"2500.00","from":"2026-11-01","to":"2026-11-30"}'
    ),
    answer=answer,
)
