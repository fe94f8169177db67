"""Reference rates that the unit has written in for half-years that the dated rule does not know yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from subcontract import rules
from subcontract.days import DateRange
from subcontract.ids import ReferenceRateId, StaffId, UnitId
from subcontract.people.findings import Findings
from subcontract.problems import Code, Refused, refuse
from subcontract.rules import Confidence, InterestAct, Ruled

RULE = "late_interest_reference"
SECOND_HALF = 7
MOST_RATE = 30
LONGEST_SOURCE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceRate:
    """The reference rate of one half-year as somebody read it, with where it was read."""

    id: ReferenceRateId
    unit: UnitId
    first: date
    """The first day of the half-year: 1 January or 1 July."""
    rate: Decimal
    """In per cent (Interest Act 633/1982, 12 §), without what the act adds."""
    source: str
    by: StaffId
    at: datetime
    version: int = 1


def half_year(day: date) -> DateRange:
    """The half-year of a day."""
    if day.month < SECOND_HALF:
        return DateRange(date(day.year, 1, 1), date(day.year, 6, 30))
    return DateRange(date(day.year, 7, 1), date(day.year, 12, 31))


def yearly_rate(act: InterestAct, on: date, typed: Iterable[ReferenceRate] = ()) -> Ruled[Decimal]:
    """The rate of a day's late interest in per cent; what the unit wrote in fills gaps of the rule alone.

    Refuses a half-year that neither knows (``rate_unknown``).
    """
    try:
        return rules.late_interest(act, on)
    except Refused as refused:
        half = half_year(on)
        own = next((one for one in typed if one.first == half.first), None)
        if own is None:
            facts = {**refused.problems[0].facts, "first": half.first, "last": half.last}
            raise refuse(Code.RATE_UNKNOWN, "", **facts) from None
    addition = rules.late_interest_addition(act, on)
    return Ruled(
        value=own.rate + addition.value,
        rule=RULE,
        title=addition.title,
        valid_from=half.first,
        valid_to=half.last,
        basis=addition.basis,
        source=own.source,
        confidence=Confidence.MEMORY,
    )


def is_known(on: date) -> bool:
    """Whether the dated rule itself has the rate of a day's half-year."""
    try:
        rules.late_interest(InterestAct.GENERAL, on)
    except Refused:
        return False
    return True


def checked_rate(rate: ReferenceRate) -> ReferenceRate:
    """Refuse what is no half-year or known already, a strange rate, and one without a source."""
    found = Findings()
    if rate.first != half_year(rate.first).first:
        found.add(Code.NOT_A_HALF_YEAR, "first")
    elif is_known(rate.first):
        found.add(Code.RATE_KNOWN, "first")
    found.between(rate.rate, "rate", 0, MOST_RATE)
    found.decimals(rate.rate, "rate", 2)
    found.line(rate.source, "source", required=True, longest=LONGEST_SOURCE)
    found.refuse_any()
    return rate
