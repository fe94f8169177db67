"""Money: whole cents in a ``Decimal``, one rounding named in one place, exact sharing-out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import (
    ROUND_CEILING,
    ROUND_HALF_UP,
    Context,
    Decimal,
    DecimalException,
    Inexact,
    InvalidOperation,
    Overflow,
    Subnormal,
)
from typing import Self, TypeVar

from subcontract.problems import Code, refuse

K = TypeVar("K")

HALF_UP = ROUND_HALF_UP
UP_TO_STEP = ROUND_CEILING

CENT = Decimal("0.01")
LARGEST = Decimal("999999999.99")
MOST_CENTS = 99_999_999_999
MOST_DIGITS = 18
"""More digits than any amount, rate or quantity here needs, and few enough to stay exact."""

NARROW = Context(
    prec=MOST_DIGITS,
    Emin=1 - MOST_DIGITS,
    Emax=MOST_DIGITS - 1,
    traps=[Inexact, Overflow, Subnormal, InvalidOperation],
)
"""Takes a number with that many digits as it is, and no other."""

WIDE = Context(prec=120)
"""Arithmetic before rounding: six factors of ``MOST_DIGITS`` stay exact, and a division is so close
that a half cent can never be mistaken."""

PLAIN = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?", re.ASCII)
"""A number as machine files write it: no exponent, no thousands, no digits of other scripts."""


def exact(value: object) -> Decimal:
    """Read a ``Decimal`` from a Decimal, a whole number or a plain text; floats and NaN are refused."""
    if isinstance(value, bool | float):
        raise refuse(Code.FLOAT_REFUSED)
    if not isinstance(value, Decimal | int | str):
        raise refuse(Code.WRONG_TYPE)
    if isinstance(value, str) and not PLAIN.fullmatch(value):
        raise refuse(Code.NOT_A_NUMBER)
    number = Decimal(value)
    if not number.is_finite():
        raise refuse(Code.NOT_A_NUMBER)
    try:
        return NARROW.plus(number)
    except DecimalException:
        raise refuse(Code.TOO_LARGE) from None


def product(*factors: Decimal | int) -> Decimal:
    """Multiply without losing a digit; round afterwards, once."""
    whole = Decimal(1)
    for factor in factors:
        whole = WIDE.multiply(whole, Decimal(factor))
    return whole


def ratio(of: Decimal | int, to: Decimal | int) -> Decimal:
    """Divide with digits enough for any rounding that follows."""
    return WIDE.divide(Decimal(of), Decimal(to))


def to_step(value: Decimal, step: Decimal, rounding: str = HALF_UP) -> Decimal:
    """Round to a multiple of ``step``, never to minus zero: 0.7857 up to 0.05 is 0.80."""
    steps = WIDE.divide(value, step).to_integral_value(rounding=rounding)
    return WIDE.add(WIDE.multiply(steps, step), Decimal(0))


def to_cent(value: Decimal, rounding: str = HALF_UP) -> Decimal:
    """Round to the cent, never to minus zero."""
    return WIDE.add(value.quantize(CENT, rounding=rounding, context=WIDE), Decimal("0.00"))


M = TypeVar("M", bound="Money")


def _hold(money: M, cents: Decimal) -> M:
    """Put an amount that already has its two decimals into new money."""
    if not -LARGEST <= cents <= LARGEST:
        raise refuse(Code.TOO_LARGE)
    object.__setattr__(money, "amount", cents)
    return money


def _money(cents: Decimal) -> "Money":
    """Money of a sum or difference, which needs no reading."""
    return _hold(object.__new__(Money), cents)


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount of euros with exactly two decimals; floats and third decimals are refused."""

    amount: Decimal

    def __init__(self, amount: Decimal | int | str = 0) -> None:
        """Hold ``amount`` euros; more than two decimals need a named rounding elsewhere."""
        number = exact(amount)
        cents = to_cent(number)
        if cents != number:
            raise refuse(Code.TOO_LARGE if abs(number) > LARGEST else Code.NOT_AN_AMOUNT)
        _hold(self, cents)

    @classmethod
    def of_cents(cls, cents: int) -> Self:
        """Make money of whole cents, as storage keeps it."""
        if isinstance(cents, bool) or not isinstance(cents, int):
            raise refuse(Code.WRONG_TYPE)
        if abs(cents) > MOST_CENTS:
            raise refuse(Code.TOO_LARGE)
        return _hold(object.__new__(cls), Decimal(cents).scaleb(-2))

    @classmethod
    def rounded(cls, amount: Decimal | int, rounding: str = HALF_UP) -> Self:
        """Make money of a finer figure by a named rounding."""
        if not isinstance(amount, Decimal):
            return cls(amount)
        if not amount.is_finite():
            raise refuse(Code.NOT_A_NUMBER)
        if amount.adjusted() >= MOST_DIGITS:
            raise refuse(Code.TOO_LARGE)
        return _hold(object.__new__(cls), to_cent(amount, rounding))

    @property
    def cents(self) -> int:
        """The amount in whole cents."""
        return int(self.amount.scaleb(2))

    def __add__(self, other: object) -> "Money":
        """Add money to money only."""
        return _money(self.amount + other.amount) if isinstance(other, Money) else NotImplemented

    def __radd__(self, other: object) -> "Money":
        """Let ``sum`` start from its own zero."""
        return self if isinstance(other, int) and other == 0 else NotImplemented

    def __sub__(self, other: object) -> "Money":
        """Subtract money from money only."""
        return _money(self.amount - other.amount) if isinstance(other, Money) else NotImplemented

    def __neg__(self) -> "Money":
        """The same amount the other way."""
        return _money(-self.amount)

    def __abs__(self) -> "Money":
        """The amount without its sign."""
        return _money(abs(self.amount))

    def __bool__(self) -> bool:
        """Whether the amount differs from zero."""
        return bool(self.amount)

    def __str__(self) -> str:
        """Decimal point and two decimals, for machine files: ``-1234.50``."""
        return str(self.amount)

    def times(self, quantity: Decimal | int, rounding: str = HALF_UP) -> "Money":
        """Multiply and round once."""
        return Money.rounded(product(self.amount, exact(quantity)), rounding)

    def percent(self, percentage: Decimal, rounding: str = HALF_UP) -> "Money":
        """Take ``percentage`` hundredths of the amount, rounded once."""
        return Money.rounded(product(self.amount, exact(percentage)).scaleb(-2, WIDE), rounding)

    def for_minutes(self, minutes: int, rounding: str = HALF_UP) -> "Money":
        """Take the amount as a price of an hour and give that of ``minutes``."""
        return Money.rounded(ratio(product(self.amount, exact(minutes)), 60), rounding)

    def share_out(self, shares: Mapping[K, Decimal | int]) -> dict[K, "Money"]:
        """Share out by weights so that the parts always sum to the whole; see ``share_out``."""
        return share_out(self, shares)


ZERO = Money(0)


def total(amounts: Iterable[Money]) -> Money:
    """Sum amounts; nothing sums to zero."""
    return sum(amounts, ZERO)


def _key_order(key: object) -> tuple[int, int, str]:
    """Order keys that are numbers as numbers, before all others."""
    text = str(key)
    if not (text.isascii() and text.isdigit()):
        return (1, 0, text)
    digits = text.lstrip("0")
    return (0, len(digits), digits)  # as long as they like: no text is made a number


def share_out(pot: Money, shares: Mapping[K, Decimal | int]) -> dict[K, Money]:
    """Share a pot by weights: exact share cut to the cent, left-over cents to largest remainders.

    Equal remainders go to the smaller key first, keys that are numbers compared as numbers. A
    negative pot is the mirror of the positive one. Refuses when no weight is positive
    (``nothing_to_share``) and when one is negative (``negative_share``).
    """
    weights = {key: exact(weight) for key, weight in shares.items()}
    if any(weight < 0 for weight in weights.values()):
        raise refuse(Code.NEGATIVE_SHARE)
    if not any(weights.values()):
        raise refuse(Code.NOTHING_TO_SHARE)
    if pot.amount < 0:
        return {key: -part for key, part in share_out(-pot, shares).items()}
    parts, remainders = _cut_to_cent(pot.cents, weights)
    left_over = pot.cents - sum(parts.values())
    for key in sorted(weights, key=lambda k: (-remainders[k], _key_order(k)))[:left_over]:
        parts[key] += 1
    return {key: Money.of_cents(cents) for key, cents in parts.items()}


def _cut_to_cent(cents: int, weights: Mapping[K, Decimal]) -> tuple[dict[K, int], dict[K, int]]:
    """Give each key its whole cents and its remainder, both exact: weights are made integers."""
    finest = min(int(weight.as_tuple().exponent) for weight in weights.values())
    units = {key: int(weight.scaleb(max(0, -finest), WIDE)) for key, weight in weights.items()}
    divisor = sum(units.values())
    return (
        {key: cents * unit // divisor for key, unit in units.items()},
        {key: cents * unit % divisor for key, unit in units.items()},
    )
