"""A second reckoning of invoices in whole numbers alone, written from the rule and not from the program.

It shares no code with the program: quantities, prices and discounts are ten-thousandths, rates are
thousandths of a per cent, sums are cents, all plain integers. Where the two disagree, one of them is wrong.
"""

from collections.abc import Iterable
from dataclasses import dataclass

WITHOUT_VAT = ("E", "AE", "Z", "O")
Vat = tuple[int, int, int]
"""Rate, base and amount."""


def half_up(over: int, under: int) -> int:
    """Divide and round halves away from nothing."""
    sign = -1 if over < 0 else 1
    return sign * ((abs(over) * 2 + under) // (2 * under))


def scaled(text: str, places: int) -> int:
    """A plain decimal number times ten to so many places, which must hold all of it."""
    whole, _, part = text.lstrip("-").partition(".")
    assert not part[places:].strip("0"), text
    number = int(whole + part[:places].ljust(places, "0"))
    return -number if text.startswith("-") else number


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line to be charged."""

    quantity: int
    price: int
    discount: int
    vat: str
    """A rate as text, or a code."""

    @property
    def net(self) -> int:
        """Quantity times price less the discount, in cents."""
        return half_up(self.quantity * self.price * (1_000_000 - self.discount), 10**12)

    @property
    def group(self) -> tuple[str, int]:
        """What VAT is reckoned for once: the code, and the rate of what is taxed."""
        rate = 0 if self.vat in WITHOUT_VAT else scaled(self.vat, 3)
        return (self.vat if self.vat in WITHOUT_VAT else "S" if rate else "Z", rate)


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What an invoice comes to, in cents; nets and VAT in order of size, however a paper orders them."""

    nets: tuple[int, ...]
    vat: tuple[Vat, ...]
    net: int
    total: int

    @classmethod
    def of(cls, nets: Iterable[int], vat: Iterable[Vat], net: int, total: int) -> "Figures":
        """Put them in order."""
        return cls(nets=tuple(sorted(nets)), vat=tuple(sorted(vat)), net=net, total=total)


def reckoned(lines: Iterable[Line], credited: Iterable[Iterable[Line]] = ()) -> Figures:
    """The figures of an invoice, or of a credit note after what earlier notes ``credited``.

    All notes together credit the VAT of all they credit: each has what the earlier ones left.
    """
    kept = tuple(lines)
    before = _bases(line for note in credited for line in note)
    # Notes before this one have credited exactly the VAT of their bases together.
    vat = [
        (group[1], base, _vat(before.get(group, 0) + base, group[1]) - _vat(before.get(group, 0), group[1]))
        for group, base in _bases(kept).items()
    ]
    net = sum(line.net for line in kept)
    return Figures.of((line.net for line in kept), vat, net, net + sum(amount for _, _, amount in vat))


def _bases(lines: Iterable[Line]) -> dict[tuple[str, int], int]:
    bases: dict[tuple[str, int], int] = {}
    for line in lines:
        bases[line.group] = bases.get(line.group, 0) + line.net
    return bases


def _vat(base: int, rate: int) -> int:
    return half_up(base * rate, 100_000)
