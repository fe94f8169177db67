"""Checks pay settings, pots and typed pay items before they are saved."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from subcontract.jobs.job import SplitRule
from subcontract.money import ZERO, Money, product
from subcontract.payout.wage_records import TYPED, PayCode, PayItem, PaySettings, WagePot
from subcontract.people.employment import NOT_GIVEN
from subcontract.people.employment_check import days_given, no_overlap
from subcontract.people.findings import Findings
from subcontract.problems import Code

CENT = Money("0.01")
MOST_POT = Money(1_000_000)
MOST_ITEM = Money(20_000)
MOST_INCREMENT = 300
MOST_PER_KILOMETRE = Decimal(5)
MOST_QUANTITY = Decimal(100_000)
MOST_RATE = Decimal(10_000)
MOST_MINUTES = 31 * 24 * 60
RATE_PLACES = 4
LONGEST_CODE = 20
OLDEST_ITEM = timedelta(days=366)
"""How far back a typed line may reach; older claims are a matter for the payroll office."""


def checked_settings(settings: PaySettings, others: Iterable[PaySettings]) -> PaySettings:
    """The settings as stored; ``others`` are the unit's other ones, each with a first day of its own."""
    found = Findings()
    if settings.first == NOT_GIVEN:
        found.add(Code.REQUIRED, "first")
    if any(one.first == settings.first and one.id != settings.id for one in others):
        found.add(Code.ALREADY_EXISTS, "first", name=settings.first)
    found.percentage(settings.sunday, "sunday", MOST_INCREMENT)
    found.percentage(settings.holiday, "holiday", MOST_INCREMENT)
    found.percentage(settings.employer_pension, "employer_pension")
    found.percentage(settings.other_employer, "other_employer")
    found.between(settings.per_kilometre, "per_kilometre", 0, MOST_PER_KILOMETRE)
    found.decimals(settings.per_kilometre, "per_kilometre", RATE_PLACES)
    codes = tuple(
        (kind, found.line(code, f"codes.{kind.value}", longest=LONGEST_CODE)) for kind, code in settings.codes
    )
    twice = [kind for kind, number in Counter(kind for kind, _ in codes).items() if number > 1]
    if twice:
        found.add(Code.TWICE_IN_LIST, f"codes.{twice[0].value}")
    found.refuse_any()
    return replace(settings, codes=tuple((kind, code) for kind, code in codes if code))


def pays_alike(one: PaySettings | None, other: PaySettings | None) -> bool:
    """Whether two states of the settings give the same pay; codes and files may differ."""
    return _of_pay(one) == _of_pay(other)


def _of_pay(settings: PaySettings | None) -> object:
    if settings is None:
        return None
    return (
        settings.sunday,
        settings.holiday,
        settings.mixed_day,
        settings.net_pay,
        settings.large_employer,
        settings.employer_pension,
        settings.other_employer,
    )


def checked_pot(pot: WagePot, others: Iterable[WagePot]) -> WagePot:
    """The pot as stored: a sum or a part of the price, with shares where they are agreed."""
    found = Findings()
    days_given(pot.days, found)
    no_overlap(pot.days, (one.days for one in others if one.id != pot.id), found)
    found.amount(pot.amount, "amount", MOST_POT)
    found.percentage(pot.percent, "percent")
    if pot.amount and pot.percent:
        found.add(Code.AMBIGUOUS, "percent")
    elif not pot.amount and not pot.percent:
        found.add(Code.REQUIRED, "amount")
    agreed = pot.split is SplitRule.AGREED
    if agreed and not any(share > 0 for _, share in pot.shares):
        found.add(Code.NOTHING_TO_SHARE, "shares")
    for at, (_, share) in enumerate(pot.shares):
        if share < 0:
            found.add(Code.NEGATIVE_SHARE, f"shares.{at}")
        found.decimals(share, f"shares.{at}", RATE_PLACES)
    if len({client for client, _ in pot.shares}) < len(pot.shares):
        found.add(Code.TWICE_IN_LIST, "shares")
    found.refuse_any()
    return pot if agreed else replace(pot, shares=())


def checked_item(item: PayItem, per_kilometre: Decimal = Decimal(0)) -> PayItem:
    """The typed line as stored: a sum, or quantity times rate; kilometres have the unit's rate.

    Its day is at latest the last day of the pay run's month and at most a year before it.
    """
    found = Findings()
    if item.kind not in TYPED:
        found.add(Code.UNKNOWN_VALUE, "kind", allowed=TYPED)
    if not item.month.last - OLDEST_ITEM <= item.day <= item.month.last:
        found.add(Code.OUTSIDE_PERIOD, "day", first=item.month.last - OLDEST_ITEM, last=item.month.last)
    found.between(item.minutes, "minutes", 0, MOST_MINUTES)
    for name, most in (("quantity", MOST_QUANTITY), ("rate", MOST_RATE)):
        figure: Decimal = getattr(item, name)
        found.between(figure, name, 0, most)
        found.decimals(figure, name, RATE_PLACES)
    rate = item.rate or (per_kilometre if item.kind is PayCode.KILOMETRES else Decimal(0))
    read = replace(item, rate=rate, text=found.line(item.text, "text"))
    if read.kind is PayCode.KILOMETRES and read.quantity and not read.rate and not read.amount:
        found.add(Code.REQUIRED, "rate")
    else:
        read = replace(read, amount=_amount(read, found))
        found.amount(read.amount, "amount", MOST_ITEM, least=CENT)
    found.refuse_any()
    return read


def _amount(item: PayItem, found: Findings) -> Money:
    """The sum of the line: of quantity and rate where both are known, as typed otherwise."""
    if not item.quantity or not item.rate or found.problems:
        return item.amount
    reckoned = Money.rounded(product(item.quantity, item.rate))
    if item.amount not in {ZERO, reckoned}:
        found.add(Code.AMBIGUOUS, "amount", alternatives=(reckoned, item.amount))
    return reckoned
