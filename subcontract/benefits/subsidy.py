"""The wage subsidy of a period: a share of the eligible pay, never above the decision's cap (380/2023)."""

from dataclasses import dataclass
from decimal import Decimal

from subcontract import rules
from subcontract.benefits.records import SubsidyDecision
from subcontract.days import DateRange, Month
from subcontract.money import ZERO, Money, product, ratio
from subcontract.problems import Code, refuse
from subcontract.rules import Confidence, Ruled, WorkingLine
from subcontract.words import N_

WHOLE = Decimal(100)
DOUBTFUL = Decimal(70)
"""The percentage whose cap the act and the authorities give differently."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubsidyTerms:
    """What the decision grants."""

    percentage: Decimal
    cap: Money
    """At most in a calendar month."""
    working_time: Decimal = Decimal(0)
    """Share of full hours in per cent; asked for at 100 per cent only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubsidyAmount:
    """What is paid for a period, and how it came."""

    amount: Money
    capped: bool
    lines: tuple[WorkingLine, ...] = ()


def subsidy_amount(terms: SubsidyTerms, pay: Money, days: DateRange) -> SubsidyAmount:
    """The subsidy of ``pay``, the eligible pay of ``days``.

    A whole calendar month has the cap as it is, any other period a thirtieth of it for each calendar day
    (94 § 2 mom); everything is rounded once, at the end. Refuses figures that no decision has.
    """
    _must_be_possible(terms, pay)
    share = _share(terms, pay, days)
    most = exact_cap(terms.cap, days)
    lines = (_share_line(terms, pay, days, share), _cap_line(terms, days, most), *_doubt_line(terms, days))
    return SubsidyAmount(amount=Money.rounded(min(share, most)), capped=share > most, lines=lines)


def terms_of(decision: SubsidyDecision) -> SubsidyTerms:
    """The decision's own figures.

    Working time below the share that is supported counts as that share: no more than the real pay is
    eligible (88 § 1 mom: pay of *at most* 65 per cent of full hours).
    """
    working_time = decision.working_time
    if decision.percentage == WHOLE:
        full = rules.subsidy_full(decision.days.first).value
        working_time = max(working_time, full["hours_percent"])
    return SubsidyTerms(percentage=decision.percentage, cap=decision.cap, working_time=working_time)


def is_whole_month(days: DateRange) -> bool:
    """Whether days are exactly a calendar month."""
    return days == Month.of(days.first).days


def exact_cap(cap: Money, days: DateRange) -> Decimal:
    """The cap of a period, not yet rounded."""
    if is_whole_month(days):
        return cap.amount
    return ratio(product(cap.amount, len(days)), rules.subsidy_part_period(days.first).value)


def doubt_of_cap(percentage: Decimal, days: DateRange) -> Ruled[Money] | None:
    """The rule of the cap where its sources conflict; its note and ``alternatives`` are to be shown."""
    if percentage != DOUBTFUL:
        return None
    cap = rules.subsidy_cap(int(percentage), days.first)
    return cap if cap.confidence is Confidence.OPEN else None


def _must_be_possible(terms: SubsidyTerms, pay: Money) -> None:
    """Refuse a percentage, cap, pay or working time that cannot be."""
    if not 0 < terms.percentage <= WHOLE:
        raise refuse(Code.TOO_LARGE if terms.percentage > 0 else Code.TOO_SMALL, "percentage")
    if terms.cap < ZERO:
        raise refuse(Code.NEGATIVE, "cap")
    if pay < ZERO:
        raise refuse(Code.NEGATIVE, "eligible_pay")
    if terms.percentage == WHOLE and not 0 < terms.working_time <= WHOLE:
        raise refuse(Code.TOO_LARGE if terms.working_time > 0 else Code.TOO_SMALL, "working_time")


def _share(terms: SubsidyTerms, pay: Money, days: DateRange) -> Decimal:
    """The share of the pay, not yet rounded."""
    if terms.percentage < WHOLE:
        return ratio(product(pay.amount, terms.percentage), 100)
    full = rules.subsidy_full(days.first).value
    return ratio(product(pay.amount, full["hours_percent"], full["factor"]), terms.working_time)


def _share_line(terms: SubsidyTerms, pay: Money, days: DateRange, share: Decimal) -> WorkingLine:
    """How the share came."""
    amount = Money.rounded(share)
    if terms.percentage < WHOLE:
        what = N_("Share of the eligible pay, per cent")
        return WorkingLine(what=what, basis=pay.amount, rate=terms.percentage, amount=amount)
    full = rules.subsidy_full(days.first)
    return WorkingLine(
        what=N_("Pay by {time} per cent of working time, times {hours} per cent, times {factor}"),
        facts={
            "time": terms.working_time,
            "hours": full.value["hours_percent"],
            "factor": full.value["factor"],
        },
        basis=pay.amount,
        rate=terms.percentage,
        amount=amount,
    ).by(full)


def _cap_line(terms: SubsidyTerms, days: DateRange, most: Decimal) -> WorkingLine:
    """How the cap of the period came."""
    amount = Money.rounded(most)
    if is_whole_month(days):
        what = N_("At most for a calendar month, by the decision")
        return WorkingLine(what=what, rate=terms.cap.amount, amount=amount)
    divisor = rules.subsidy_part_period(days.first)
    return WorkingLine(
        what=N_("At most for a part of a month: the cap divided by {divisor}, times calendar days"),
        facts={"divisor": divisor.value},
        basis=Decimal(len(days)),
        rate=terms.cap.amount,
        amount=amount,
    ).by(divisor)


def _doubt_line(terms: SubsidyTerms, days: DateRange) -> tuple[WorkingLine, ...]:
    """The standing note where sources give two caps: the decision's own one decides."""
    doubt = doubt_of_cap(terms.percentage, days)
    if doubt is None:
        return ()
    return (WorkingLine(what=doubt.note, rate=doubt.alternatives[0], amount=doubt.value).by(doubt),)
