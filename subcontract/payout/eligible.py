"""What of a month's pay a wage subsidy is paid for: counted in, or left out and why (380/2023 85 §)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from subcontract.benefits.records import ClaimLine
from subcontract.days import DateRange, Month
from subcontract.hours.entry import WorkEntry
from subcontract.ids import EmploymentId, EntryId, PayoutId
from subcontract.money import ZERO, Money, total
from subcontract.payout.lines import DIFFERENCE_RULE, month_of_difference
from subcontract.payout.records import Payout, PayoutLine
from subcontract.payout.wage_records import PayCode
from subcontract.payout.wages.increments import SUNDAY, is_public_holiday
from subcontract.payout.wages.lines import code_of
from subcontract.payout.wages.terms import Agreements
from subcontract.people.employment import Employment
from subcontract.problems import Code, refuse
from subcontract.words import N_

COUNTED: Mapping[PayCode, str] = {
    PayCode.HOURS: N_("Pay for working time"),
    PayCode.FLOOR: N_("Top-up to the hourly base"),
    PayCode.SUNDAY: N_("Increment for Sunday work"),
    PayCode.HOLIDAY: N_("Increment for work on a public holiday"),
    PayCode.SICK_PAY: N_("Pay during illness"),
    PayCode.PAID_ABSENCE: N_("Pay for a paid absence"),
}
"""Pay for working time, annual leave and illness."""
OVERTIME = N_("Overtime and extra work are not eligible (85 § 2 mom 2 k)")
OTHER_MONTH = N_("Correction of another month: it belongs to that month's claim")
LEFT_OUT: Mapping[PayCode, str] = {
    PayCode.PIECES: N_("Pay by the piece: result-based pay is not eligible (85 § 2 mom 4 k)"),
    PayCode.POT: N_("Share of a job's sum: result-based pay is not eligible (85 § 2 mom 4 k)"),
    PayCode.OTHER_WAGE: N_("Other pay: left out until its eligibility has been checked (85 §)"),
    PayCode.OVERTIME_INCREMENT: OVERTIME,
    PayCode.HOLIDAY_COMPENSATION: N_("Holiday compensation is not eligible (85 § 2 mom 1 k)"),
    PayCode.FEE: N_("A fee is not pay of an employment (85 § 1 mom)"),
    PayCode.BUS_TICKET: N_("Travel costs paid back are not eligible (85 § 2 mom 5 k)"),
    PayCode.KILOMETRES: N_("Travel costs paid back are not eligible (85 § 2 mom 5 k)"),
    PayCode.DIFFERENCE: OTHER_MONTH,
}
EMPLOYERS_COSTS = N_("Employer's contributions are not eligible (85 §)")
OUTSIDE = N_("Pay of days that the decision does not cover (385/2024 18 §)")
WITHOUT_DAY = N_("Pay without a day in a part of a month: left out until it has been checked")
EARLIER_DAY = N_("Pay typed for a day of another month: left out until it has been checked")
OTHER_AGREEMENT = N_("Pay of another employment, which the decision does not cover")
CORRECTED = N_("Correction of this month in a later pay run")
PAID_LATER = N_("Correction of a part of this month in a later pay run: left out until it has been checked")
SPECIAL: Mapping[PayCode, Callable[[date], bool]] = {
    PayCode.SUNDAY: lambda day: day.weekday() == SUNDAY,
    PayCode.HOLIDAY: is_public_holiday,
}
"""The days that an increment is of."""
MAY_BE_ACCEPTED = frozenset(
    {
        LEFT_OUT[PayCode.PIECES],
        LEFT_OUT[PayCode.POT],
        LEFT_OUT[PayCode.OTHER_WAGE],
        WITHOUT_DAY,
        EARLIER_DAY,
        PAID_LATER,
    }
)
"""Left out on the safe side: the clerk may count in what has been found eligible."""

LESS_OVERTIME = N_("Overtime and extra work in the pay, taken off")
LESS_REIMBURSED = N_("Pay reimbursed elsewhere, taken off")
REIMBURSED = N_("Pay of days that Kela or an insurer reimburses is not eligible (85 § 2 mom 3 k)")
ACCEPTED = N_("Checked and found eligible")
LESS_LEFT_OUT = N_("Of what was left out, counted in")


class AdjustmentKind(StrEnum):
    """What the clerk knows of the pay and its lines do not tell."""

    OVERTIME = "overtime"
    REIMBURSED = "reimbursed"
    ACCEPTED = "accepted"


WORDS: Mapping[AdjustmentKind, tuple[str, str]] = {
    AdjustmentKind.OVERTIME: (LESS_OVERTIME, OVERTIME),
    AdjustmentKind.REIMBURSED: (LESS_REIMBURSED, REIMBURSED),
    AdjustmentKind.ACCEPTED: (ACCEPTED, LESS_LEFT_OUT),
}
"""The line among what counts, and its mirror among what was left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """A sum moved out of the eligible pay, or with ``ACCEPTED`` into it."""

    kind: AdjustmentKind
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PayOfMonth:
    """The approved payouts that a month's claim is made of."""

    month: Month
    days: DateRange
    """What the claim covers of the month."""
    payouts: tuple[Payout, ...]
    """The month's own, and later ones with corrections of it."""
    entries: Mapping[EntryId, WorkEntry]
    """The work that the lines name."""
    employment: EmploymentId | None = None
    """The one that the decision is for."""
    agreements: tuple[Employment, ...] = ()
    """All of the person's that are in force on some day of the month."""

    @property
    def has_others(self) -> bool:
        """Whether some of the pay may be of another employment."""
        return any(one.id != self.employment for one in self.agreements)

    def is_of_another(self, line: PayoutLine) -> bool:
        """Whether a line is pay of an employment that the decision is not for."""
        work = next((self.entries[entry] for entry in line.entries if entry in self.entries), None)
        day, job = (work.day, work.job) if work else (line.day, None)
        if not self.has_others or day is None:
            return self.has_others
        client = self.agreements[0].client
        found = Agreements(self.agreements).employments_on(client, day, job)
        return not found or found[0].id != self.employment


@dataclass(frozen=True, slots=True, kw_only=True)
class EligiblePay:
    """The basis of a claim: what counts sums to ``amount``, or to less than nothing and then it is zero."""

    amount: Money
    lines: tuple[ClaimLine, ...]


def eligible_pay(pay: PayOfMonth, adjustments: Iterable[Adjustment] = ()) -> EligiblePay:
    """Sort every sum of a month's pay into what counts and what does not.

    Refuses an adjustment larger than what it is taken of (``more_than_left``).
    """
    sums: dict[tuple[str, bool, PayoutId | None], Money] = {}
    for line in _sorted_pay(pay):
        key = (line.what, line.counted, line.payout)
        sums[key] = sums.get(key, ZERO) + line.amount
    lines = [
        ClaimLine(what=what, amount=amount, counted=counted, payout=payout)
        for (what, counted, payout), amount in sums.items()
        if amount
    ]
    for at, adjustment in enumerate(adjustments):
        lines += _adjusted(adjustment, lines, f"adjustments.{at}.amount")
    ordered = tuple(sorted(lines, key=lambda line: not line.counted))
    return EligiblePay(amount=max(ZERO, _counted(ordered)), lines=ordered)


def _counted(lines: Iterable[ClaimLine]) -> Money:
    return total(line.amount for line in lines if line.counted)


def _sorted_pay(pay: PayOfMonth) -> Iterator[ClaimLine]:
    """Each sum as a line of its own, with its reason."""
    for payout in pay.payouts:
        if payout.month != pay.month:
            yield from _corrections(pay, payout)
            continue
        for line in payout.lines:
            yield from _of_line(line, payout, pay)
        if payout.wage is not None:
            yield _left_out(EMPLOYERS_COSTS, payout.wage.employer_costs, payout)


def _corrections(pay: PayOfMonth, payout: Payout) -> Iterator[ClaimLine]:
    """Corrections of the month in another one's payout, by what they are of.

    They tell neither days nor employment: where the claim covers a part of the month's pay, what was
    added waits for a check.
    """
    for line in payout.lines:
        if month_of_difference(line) != pay.month:
            continue
        code = code_of(line)
        if code not in COUNTED:
            yield _left_out(LEFT_OUT[code] if code else PAID_LATER, line.amount, payout)
        elif line.amount < ZERO or (pay.days == pay.month.days and not pay.has_others):
            yield ClaimLine(what=CORRECTED, amount=line.amount, payout=payout.id)
        else:
            yield _left_out(PAID_LATER, line.amount, payout)


def _of_line(line: PayoutLine, payout: Payout, pay: PayOfMonth) -> Iterator[ClaimLine]:
    """A line of the month's own payout; lines that are no pay, as withholding, are passed over."""
    code = PayCode.DIFFERENCE if line.rule == DIFFERENCE_RULE else code_of(line)
    if code is None:
        return
    if code not in COUNTED:
        yield _left_out(LEFT_OUT[code], line.amount, payout)
        return
    if pay.is_of_another(line):
        yield _left_out(OTHER_AGREEMENT, line.amount, payout)
        return
    if not line.entries and line.day is not None and line.day not in pay.month.days:
        yield _left_out(EARLIER_DAY, line.amount, payout)
        return
    inside, outside = _by_days(line, code, pay)
    yield ClaimLine(what=COUNTED[code], amount=inside, payout=payout.id)
    unknown = line.day is None and not line.entries
    yield _left_out(WITHOUT_DAY if unknown else OUTSIDE, outside, payout)


def _left_out(what: str, amount: Money, payout: Payout) -> ClaimLine:
    return ClaimLine(what=what, amount=amount, counted=False, payout=payout.id)


def _by_days(line: PayoutLine, code: PayCode, pay: PayOfMonth) -> tuple[Money, Money]:
    """What of a line belongs to the claim's days and what does not, shared by minutes if it spans both."""
    if pay.days == pay.month.days:
        return line.amount, ZERO
    days = _days_of(line, code, pay.entries)
    inside = sum(weight for day, weight in days if day in pay.days)
    outside = sum(weight for day, weight in days if day not in pay.days)
    if not inside:
        return ZERO, line.amount
    parts = line.amount.share_out({"in": inside, "out": outside})
    return parts["in"], parts["out"]


def _days_of(line: PayoutLine, code: PayCode, entries: Mapping[EntryId, WorkEntry]) -> list[tuple[date, int]]:
    """The days of a line with their weights: those of its work by minutes, or its own day.

    An increment belongs to the Sundays or holidays of the work.
    """
    work = [entries[entry] for entry in line.entries if entry in entries]
    special = [entry for entry in work if code in SPECIAL and SPECIAL[code](entry.day)]
    weights = [(entry.day, entry.minutes) for entry in special or work]
    if any(weight for _, weight in weights):
        return weights
    if line.day is not None:
        return [(line.day, 1)]
    return [(day, 1) for day, _ in weights]


def _adjusted(adjustment: Adjustment, lines: list[ClaimLine], field: str) -> list[ClaimLine]:
    """The two lines of an adjustment: what counts changes, and what was left out changes as much."""
    accepted = adjustment.kind is AdjustmentKind.ACCEPTED
    left = _acceptable(lines) if accepted else _counted(lines)
    if adjustment.amount <= ZERO:
        raise refuse(Code.TOO_SMALL, field, least=Money("0.01"))
    if adjustment.amount > left:
        raise refuse(Code.MORE_THAN_LEFT, field, left=max(ZERO, left))
    counted, mirror = WORDS[adjustment.kind]
    into = adjustment.amount if accepted else -adjustment.amount
    return [
        ClaimLine(what=counted, amount=into),
        ClaimLine(what=mirror, amount=-into, counted=False),
    ]


def adjustments_in(lines: Iterable[ClaimLine]) -> tuple[Adjustment, ...]:
    """The adjustments that a stored claim was made with, so that it can be reckoned anew."""
    kinds = {counted: kind for kind, (counted, _) in WORDS.items()}
    return tuple(
        Adjustment(kind=kinds[line.what], amount=abs(line.amount))
        for line in lines
        if line.counted and line.what in kinds
    )


def _acceptable(lines: Iterable[ClaimLine]) -> Money:
    """What was left out on the safe side and has not been counted in yet."""
    open_sums = MAY_BE_ACCEPTED | {LESS_LEFT_OUT}
    return total(line.amount for line in lines if not line.counted and line.what in open_sums)
