"""What each person has in hand in a month, and how near the earnings limit it comes."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from subcontract.benefits.earnings import minutes_that_fit
from subcontract.benefits.earnings_months import (
    Earning,
    EarningsFacts,
    MonthOfEarnings,
    month_of_earnings,
    pensions_in,
)
from subcontract.benefits.subsidy import subsidy_amount
from subcontract.money import ZERO, Money, total
from subcontract.payout.allowance import AllowanceSplit, split_allowance
from subcontract.payout.earnings import lines_of_day
from subcontract.payout.records import AboveLimit, LimitMode
from subcontract.payout.wages.earned import pay_of_minutes
from subcontract.payout.wages.net import NetOfPay, PayAsk, net_pay
from subcontract.payout.wages.withholding import CardUse, Ground, NoCard, withhold
from subcontract.payout.what_if.ask import MONTHS_OF_YEAR, WEEKS_OF_YEAR, Person, Way, WhatIfAsk
from subcontract.payout.work import WorkDay


@dataclass(frozen=True, slots=True, kw_only=True)
class InHand:
    """One person's month, one way."""

    person: Person
    gross: Money
    """Pay before withholding, holiday compensation included; or the allowance."""
    pay: Money
    """The same without holiday compensation: what a subsidy is reckoned of."""
    net: Money
    month: MonthOfEarnings | None = None
    """Against the limits of the pension; ``None`` without one."""
    subsidy: Money = ZERO
    """What the employer gets of the pay."""
    by_assumption: bool = False
    """Whether the assumed allowance of a day was taken, for want of a daily or hourly rate."""
    without_card: bool = False
    """Whether the percentage of those without a card was withheld."""


def allowance_of(person: Person, ask: WhatIfAsk) -> InHand:
    """The tariff's allowance of average days, held to the tax-free limit."""
    split = _split(person, ask)
    paid = split.tax_free + split.taxable if split else ZERO
    held = withhold(split.taxable, _ground(person, ask), ask.pay_day).amount if split else ZERO
    return InHand(
        person=person,
        gross=paid,
        pay=paid,
        net=paid - held,
        month=_limit(person, ZERO, ask),
        by_assumption=not _by_tariff(person, ask),
    )


def _split(person: Person, ask: WhatIfAsk) -> AllowanceSplit | None:
    """The allowance of the month's days; nothing without days."""
    tariff = person.rates.tariff if person.rates else None
    mode = tariff.limit_mode if tariff else LimitMode.DAY
    above = tariff.above_limit if tariff else AboveLimit.CUT
    first, amount = ask.month.first, day_allowance(person, ask)
    sums = {first + timedelta(days=at): amount for at in range(ask.days)}
    return split_allowance(sums, mode, above) if sums else None


def day_allowance(person: Person, ask: WhatIfAsk) -> Money:
    """What an average day gives by the tariff, or the assumed sum where it pays by neither day nor hour."""
    return _by_tariff(person, ask) or ask.per_day


def _by_tariff(person: Person, ask: WhatIfAsk) -> Money:
    """What the person's class is paid for an average day; pieces and pots are not known beforehand."""
    if person.rates is None:
        return ZERO
    work = WorkDay(day=ask.month.first, minutes=ask.minutes_of_day)
    return total(line.amount for line in lines_of_day(work, person.rates))


def wage_of(person: Person, ask: WhatIfAsk, way: Way = Way.WAGE) -> InHand:
    """The wage of a month; with a subsidy the same money in hand, and less cost for the employer."""
    pay = pay_of_minutes(ask.minutes, ask.hourly.amount)
    gross = pay + pay.percent(ask.holiday)
    ground = _ground(person, ask)
    subsidised = way is Way.SUBSIDY
    terms = person.decision or ask.subsidy
    return InHand(
        person=person,
        gross=gross,
        pay=pay,
        net=net_of(person, gross, ask).net,
        month=_limit(person, gross, ask),
        subsidy=subsidy_amount(terms, pay, ask.month.days).amount if subsidised else ZERO,
        without_card=isinstance(ground, NoCard),
    )


def net_of(person: Person, gross: Money, ask: WhatIfAsk) -> NetOfPay:
    """One payment of wages to a person."""
    return net_pay(
        PayAsk(
            pay_day=ask.pay_day,
            born=person.born,
            wages=gross,
            ground=_ground(person, ask),
            never_owing=True,
        )
    )


def _ground(person: Person, ask: WhatIfAsk) -> Ground:
    """The person's own card, or the assumed percentage where there is none."""
    if isinstance(person.ground, NoCard) and ask.assumed_tax is not None:
        return CardUse(base=ask.assumed_tax)
    return person.ground


def _limit(person: Person, gross: Money, ask: WhatIfAsk) -> MonthOfEarnings | None:
    """Pay of this job, of our other jobs and from elsewhere against the limits of the person's pensions."""
    pensions = pensions_in(person.pensions, ask.month)
    if not pensions:
        return None
    earning = Earning(work_day=ask.month.first, pay_day=ask.month.first, amount=gross)
    facts = EarningsFacts(pensions=pensions, earnings=(earning,), outside=person.outside)
    return month_of_earnings(facts, ask.month, pensions)


def most_weekly_minutes(ask: WhatIfAsk) -> int | None:
    """How long each may work in a week so that every pensioner stays under the limit.

    ``None`` when nobody has a limit that is known.
    """
    rooms = [
        minutes_that_fit(limit - month.elsewhere, ask.hourly, ask.holiday)
        for person in ask.people
        if (month := _limit(person, ZERO, ask)) is not None and (limit := month.kela.limit) is not None
    ]
    if not rooms:
        return None
    return int(Decimal(min(rooms)) * MONTHS_OF_YEAR // WEEKS_OF_YEAR)
