"""Writes numbers and amounts with the signs of a locale, which Babel tells once.

A list or a paper writes thousands of figures; Babel reads its pattern anew for each and takes ten times
as long. A test holds every figure against Babel's own.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from babel import Locale

    from subcontract.money import Money

NBSP = "\u00a0"
MINUS = "\u2212"
_MOST_PLACES = 6
_ONE = Decimal(1)
_ZERO = Decimal(0)


def tidy(text: str) -> str:
    """One minus and one no-break space everywhere."""
    return text.replace("-", MINUS).replace("\u202f", NBSP)


@dataclass(frozen=True, slots=True)
class Figures:
    """How a locale writes figures."""

    signs: dict[int, str]
    """What stands for the comma between thousands and for the decimal point."""
    before: str
    """What stands before an amount of euros, between the minus and the figures."""
    after: str

    @classmethod
    def of(cls, locale: "Locale") -> Self:
        """Ask Babel."""
        from babel import numbers  # noqa: PLC0415 - a quick start matters more than the usual place

        decimal = numbers.get_decimal_symbol(locale)
        group = tidy(numbers.get_group_symbol(locale))
        before, _, after = tidy(numbers.format_currency(_ONE, "EUR", locale=locale)).partition(
            f"1{decimal}00"
        )
        return cls(str.maketrans({",": group, ".": decimal}), before, after)

    def number(self, value: Decimal | int, places: int | None = None) -> str:
        """Write a number with ``places`` decimals, or as many as it has; rounded half up."""
        exponent = -(_MOST_PLACES if places is None else places)
        rounded = Decimal(value).quantize(_ONE.scaleb(exponent), rounding=ROUND_HALF_UP) + _ZERO
        digits = f"{abs(rounded):,f}"
        if places is None:
            digits = digits.rstrip("0").removesuffix(".")
        return f"{MINUS if rounded < _ZERO else ''}{digits.translate(self.signs)}"

    def money(self, amount: "Money") -> str:
        """Write an amount with its currency."""
        digits = f"{abs(amount.amount):,f}".translate(self.signs)
        return f"{MINUS if amount.amount < _ZERO else ''}{self.before}{digits}{self.after}"
