"""A pensioner's earnings month by month: from us, from elsewhere, planned, and the last day that fits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from subcontract.benefits.earnings import LimitState, LimitUse, gravest, kela_use, work_use
from subcontract.benefits.records import EarnedIn, OutsideEarnings, Pension, PensionKind
from subcontract.days import Month
from subcontract.money import ZERO, Money, total


@dataclass(frozen=True, slots=True, kw_only=True)
class Earning:
    """What a day of work gives, or is going to give."""

    work_day: date
    pay_day: date
    amount: Money
    planned: bool = False
    """Not worked yet."""

    def month(self, by: EarnedIn) -> Month:
        """The month that it is counted in."""
        return Month.of(self.pay_day if by is EarnedIn.PAYMENT else self.work_day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How much of the planned work fits under a limit."""

    last: date | None
    """The last planned day that still fits; ``None`` when not even the first one does."""
    all_fits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthOfEarnings:
    """One month of a pensioner."""

    month: Month
    used: Money
    """Earned from us."""
    elsewhere: Money
    planned: Money
    kela: LimitUse
    work: LimitUse | None = None
    """Only with a work pension."""
    fit: Fit | None = None
    """Against Kela's limit, the lower one; ``None`` without plans or without a known limit."""

    @property
    def total(self) -> Money:
        """All earnings of the month."""
        return self.used + self.elsewhere + self.planned

    @property
    def uses(self) -> tuple[LimitUse, ...]:
        """Each limit that is watched: Kela's, and that of a work pension."""
        return (self.kela,) if self.work is None else (self.kela, self.work)

    @property
    def state(self) -> LimitState:
        """The gravest of the lights."""
        return gravest(use.state for use in self.uses)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarningsFacts:
    """All that a person's months are reckoned of."""

    pensions: tuple[Pension, ...]
    earnings: tuple[Earning, ...] = ()
    outside: tuple[OutsideEarnings, ...] = ()
    by: EarnedIn = EarnedIn.PAYMENT


def months_of_earnings(facts: EarningsFacts, months: Iterable[Month]) -> tuple[MonthOfEarnings, ...]:
    """Those of the months in which the person has a pension."""
    return tuple(
        month_of_earnings(facts, month, pensions)
        for month in months
        if (pensions := pensions_in(facts.pensions, month))
    )


def pensions_in(pensions: Iterable[Pension], month: Month) -> tuple[Pension, ...]:
    """The pensions of some day of a month."""
    return tuple(one for one in pensions if one.days.overlap(month.days))


def month_of_earnings(facts: EarningsFacts, month: Month, pensions: Iterable[Pension]) -> MonthOfEarnings:
    """One month with these pensions; of two work pensions in a month the lower limit is watched."""
    here = [one for one in facts.earnings if one.month(facts.by) == month]
    used = total(one.amount for one in here if not one.planned)
    elsewhere = total(one.amount for one in facts.outside if one.month == month)
    plans = [one for one in here if one.planned]
    planned = total(one.amount for one in plans)
    earned = used + elsewhere + planned
    kela = kela_use(month, earned)
    uses = [
        work_use(one.kind, one.prior_earnings, month, earned)
        for one in pensions
        if one.kind is not PensionKind.KELA
    ]
    return MonthOfEarnings(
        month=month,
        used=used,
        elsewhere=elsewhere,
        planned=planned,
        kela=kela,
        work=min(uses, key=lambda use: use.limit or ZERO, default=None),
        fit=fit_of(kela.limit, used + elsewhere, plans) if kela.limit is not None and plans else None,
    )


def fit_of(limit: Money, before: Money, plans: Iterable[Earning]) -> Fit:
    """The last planned day up to which everything still fits."""
    by_day: dict[date, Money] = {}
    for one in sorted(plans, key=lambda plan: plan.work_day):
        by_day[one.work_day] = by_day.get(one.work_day, ZERO) + one.amount
    last, earned = None, before
    for day, amount in by_day.items():
        earned += amount
        if earned > limit:
            return Fit(last=last, all_fits=False)
        last = day
    return Fit(last=last, all_fits=True)
