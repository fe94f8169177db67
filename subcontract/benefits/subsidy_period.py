"""The days of a wage subsidy: when it may start, what it covers, when it is claimed, broken off, extended."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from subcontract import rules
from subcontract.benefits.records import SubsidyClaim, SubsidyDecision
from subcontract.days import ONE_DAY, DateRange, Month
from subcontract.people.employment import Employment
from subcontract.problems import Code, refuse
from subcontract.rules import Ruled, SubsidyKind

EXTENDABLE = frozenset(
    {
        SubsidyKind.REDUCED_CAPACITY,
        SubsidyKind.REDUCED_CAPACITY_EXTENSION,
        SubsidyKind.OVER_60,
        SubsidyKind.APPRENTICESHIP,
    }
)
"""Grounds whose period may be extended (87 § 3 mom, 89 § 2 mom, 90 § 2 mom)."""
WITHIN_A_YEAR = frozenset({SubsidyKind.BASIC, SubsidyKind.LONG_UNEMPLOYED})
"""Grounds whose period, moved by a break, ends within twelve months of its beginning (92 § 2 mom)."""
MONTHS_OF_A_YEAR = 12
DAYS_TO_EXTEND = 60
"""How early an extension is reminded of: a certificate and an appointment take weeks. No rule, our habit."""


# --- the beginning ---------------------------------------------------------------------------


def must_start_after(
    decision: SubsidyDecision, employment: Employment, others: Iterable[SubsidyDecision] = ()
) -> None:
    """Refuse a decision that is not older than the employment (``employment_before_decision``).

    84 § 1 mom: no subsidy if the employment "has begun before the decision has been made". A beginning on
    the day of the decision is refused too: from two dates nobody can show that the decision came first.
    An extension is decided in the middle of the employment (87 § 3 mom, 89 § 2 mom, 90 § 2 mom).
    """
    if employment.days.first <= decision.decided_on and not is_extension(decision, others):
        raise refuse(
            Code.EMPLOYMENT_BEFORE_DECISION,
            "decided_on",
            start=employment.days.first,
            decided=decision.decided_on,
        )


def is_extension(decision: SubsidyDecision, others: Iterable[SubsidyDecision] = ()) -> bool:
    """Whether a decision continues another one of the same employment without a gap."""
    return decision.ground is SubsidyKind.REDUCED_CAPACITY_EXTENSION or (
        decision.ground in EXTENDABLE
        and any(
            other.id != decision.id
            and other.client == decision.client
            and other.employment == decision.employment
            and other.ground in EXTENDABLE
            and other.days.last + ONE_DAY == decision.days.first
            for other in others
        )
    )


# --- a month ---------------------------------------------------------------------------------


def days_to_claim(
    decision: SubsidyDecision, employment: Employment, month: Month, broken_off: DateRange | None = None
) -> DateRange | None:
    """The days of a month that a claim covers, ``None`` when there are none.

    A period or an employment that ends in mid-month ends the payment period with it (385/2024 18 § 1 mom).
    ``broken_off`` are days of a break of a month or more: nothing is paid for them (92 §).
    """
    granted = decision.days.overlap(month.days)
    days = granted.overlap(employment.days) if granted else None
    return _without(days, broken_off) if days and broken_off else days


def _without(days: DateRange, gap: DateRange) -> DateRange | None:
    """Days without those of a gap, which is too long to lie in their middle."""
    if not days.overlap(gap):
        return days
    if gap.first > days.first:
        return DateRange(days.first, gap.first - ONE_DAY)
    return DateRange(gap.last + ONE_DAY, days.last) if gap.last < days.last else None


def claim_due(ended: date) -> Ruled[date]:
    """The last day to claim pay of a pay period that ended on a day: three months from that month's end.

    The decree counts from the last payment period of the whole subsidy period (385/2024 18 § 2 mom). Each
    month is watched by itself here, which is never later.
    """
    return rules.subsidy_claim_months(ended).map(lambda months: Month.of(ended).plus(months).last)


def first_month(decision: SubsidyDecision) -> Month:
    """The first month to claim; of an older decision the first one whose last day to claim is known.

    What came before that can be claimed no more in any case.
    """
    return Month.of(max(decision.days.first, rules.subsidy_claims_known_from()))


def last_to_claim(decision: SubsidyDecision) -> date:
    """The last day to claim the last month of a decision; of one that ended earlier, its own last day."""
    last = decision.days.last
    return claim_due(last).value if last >= rules.subsidy_claims_known_from() else last


@dataclass(frozen=True, slots=True, kw_only=True)
class ToClaim:
    """A month that has not been claimed yet."""

    month: Month
    due: date
    late: bool = False


def unclaimed(
    decision: SubsidyDecision, employment: Employment, claims: Iterable[SubsidyClaim], today: date
) -> tuple[ToClaim, ...]:
    """The ended months of a decision whose claims have not been sent, the oldest first."""
    sent = {claim.month for claim in claims if claim.decision == decision.id and claim.sent_on}
    found: list[ToClaim] = []
    month, last = first_month(decision), min(decision.days.last, employment.days.last)
    while month.last < today and month.first <= last:
        if month not in sent and days_to_claim(decision, employment, month):
            due = claim_due(month.last).value
            found.append(ToClaim(month=month, due=due, late=today > due))
        month = month.plus(1)
    return tuple(found)


# --- breaks and extensions -------------------------------------------------------------------


def is_break(gap: DateRange) -> bool:
    """Whether days without work and pay are a month or more (92 § 1 mom)."""
    months = rules.subsidy_interruption(gap.first).value
    return gap.last >= months_after(gap.first, months) - ONE_DAY


def breaks(paid: Iterable[date], days: DateRange) -> tuple[DateRange, ...]:
    """The breaks of a month or more in ``days``, of which ``paid`` have work or pay."""
    found: list[DateRange] = []
    free = days.first
    for day in sorted(set(paid)):
        if day in days:
            if day > free:
                found.append(DateRange(free, day - ONE_DAY))
            free = day + ONE_DAY
    if free <= days.last:
        found.append(DateRange(free, days.last))
    return tuple(gap for gap in found if is_break(gap))


def moved_end(decision: SubsidyDecision, gap: DateRange) -> date:
    """Where the period would end when its rest is moved over a break; the authority decides (92 §)."""
    common = decision.days.overlap(gap)
    if common is None:
        return decision.days.last
    left = (decision.days.last - common.first).days + 1
    end = decision.days.last + timedelta(days=min(len(gap), left))
    if decision.ground not in WITHIN_A_YEAR:
        return end
    return min(end, months_after(decision.days.first, MONTHS_OF_A_YEAR) - ONE_DAY)


def extension_by(decision: SubsidyDecision) -> date | None:
    """The last safe day to apply for an extension, which must be *before* the period ends; or none.

    The last day of the period itself is left as room: whether it still counts has not been found out.
    """
    return decision.days.last - ONE_DAY if decision.ground in EXTENDABLE else None


def extension_to_apply(decision: SubsidyDecision, today: date) -> date | None:
    """The last day to apply, once it is near; ``None`` when applied for, far away or over."""
    by = extension_by(decision)
    if by is None or decision.extension_applied is not None or today > decision.days.last:
        return None
    return by if by - today <= timedelta(days=DAYS_TO_EXTEND) else None


def months_after(day: date, months: int) -> date:
    """The same day some months later; in a shorter month its last day."""
    month = Month.of(day).plus(months)
    return month.first.replace(day=min(day.day, month.last.day))
