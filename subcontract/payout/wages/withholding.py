"""Withholding of tax from a payment (EPL 1118/1996, EPA 1124/1996): by card, by last year's rate, without."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from subcontract import rules
from subcontract.ids import TaxCardId
from subcontract.money import WIDE, ZERO, Money, product
from subcontract.payout.records import PayoutLine
from subcontract.payout.wages import lines
from subcontract.rules import Ruled

JANUARY = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CardUse:
    """A card in force on the pay day, and what of its limit earlier payments have used."""

    base: Decimal
    """Per cent up to the limit."""
    additional: Decimal = Decimal(0)
    limit: Money | None = None
    """``None`` when the card has no limit: the base percentage is of everything."""
    used: Money = ZERO
    card: TaxCardId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LastYear:
    """No card of this year; the percentage in force at the end of last year is known."""

    base: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class NoCard:
    """Nothing is known of the person's percentage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Small:
    """A single occasional payment, so small that nothing is withheld (EPA 14 §)."""


Ground = CardUse | LastYear | NoCard | Small


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """What is withheld, with its lines (below zero) and what the payment adds to a card's use."""

    amount: Money
    lines: tuple[PayoutLine, ...]
    used: Money = ZERO
    """What of the payment counts into the limit of a card."""
    above_limit: bool = False


def withhold(taxable: Money, ground: Ground, pay_day: date, most: Money | None = None) -> Withheld:
    """Withhold from one payment; never below nothing, and never more than is paid in cash (EPL 11 § 2 mom).

    ``most`` is what the contributions leave of the payment, where nobody may be left owing.
    """
    cash = taxable if most is None else most
    match ground:
        case CardUse():
            return _by_card(taxable, ground, pay_day, cash)
        case LastYear() if pay_day.month == JANUARY:
            january = rules.withholding_january(pay_day).map(lambda _: ground.base)
            return replace(_flat(taxable, lines.LAST_YEARS, january, cash), used=taxable)
        case Small():
            small = rules.withholding_small_payment(pay_day).map(lambda _: Decimal(0))
            return _flat(taxable, lines.SMALL, small, cash)
        case _:
            return _flat(taxable, lines.NO_CARD, rules.withholding_without_card(pay_day), cash)


def _flat(taxable: Money, what: str, percentage: Ruled[Decimal], cash: Money) -> Withheld:
    """One percentage of everything."""
    amount = _held(cash, taxable.percent(percentage.value))
    return Withheld(amount=amount, lines=(lines.ruled(what, taxable, percentage, -amount),))


def _by_card(taxable: Money, card: CardUse, pay_day: date, cash: Money) -> Withheld:
    """The base percentage within what is left of the limit, the additional one on the rest; rounded once."""
    left = taxable if card.limit is None else max(ZERO, card.limit - card.used)
    within = min(taxable, left)
    above = taxable - within
    exact = WIDE.add(product(within.amount, card.base), product(above.amount, card.additional))
    amount = _held(cash, Money.rounded(exact.scaleb(-2, WIDE)))
    use = rules.withholding_limit_use(pay_day)
    first = _held(amount, within.percent(card.base)) if above else amount
    told = [lines.ruled(lines.BY_CARD, within, use.map(lambda _: card.base), -first)]
    if above:
        # Together the two are rounded once, so the second takes what the first leaves.
        rest = use.map(lambda _: card.additional)
        told.append(lines.ruled(lines.ABOVE_LIMIT, above, rest, first - amount))
    return Withheld(amount=amount, lines=tuple(told), used=taxable, above_limit=bool(above))


def _held(most: Money, amount: Money) -> Money:
    """An amount between nothing and ``most``."""
    return max(ZERO, min(amount, most))
