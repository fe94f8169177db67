"""Totals of an invoice: each line rounded, VAT once per code and rate on the sum of its lines.

The same figures stand on the paper, in the e-invoice and in the ledger, because they come from here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from subcontract.invoicing.records import VatSum
from subcontract.money import ZERO, Money, exact, product, total
from subcontract.problems import Code, Refused, refuse
from subcontract.rules import WorkingLine
from subcontract.words import N_

STANDARD = "S"
NO_VAT_CODES = frozenset({"E", "AE", "Z", "O"})
"""Exempt, reverse charge, zero rate and outside the VAT act: the base is shown, no VAT is reckoned."""
WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineAmounts:
    """What a line's net comes from."""

    quantity: Decimal
    unit_price: Decimal
    discount: Decimal = Decimal(0)
    """Hundredths taken off, 0 to 100."""
    vat: str
    """Rate in hundredths as text (``25.5``) or the code ``E``, ``AE`` or ``Z``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Net of each line, and the sums of the whole."""

    nets: tuple[Money, ...]
    net: Money
    vat: tuple[VatSum, ...]
    """One per code and rate, in the order of their first lines."""
    total: Money
    lines: tuple[WorkingLine, ...] = ()


def line_net(line: LineAmounts) -> Money:
    """Quantity times unit price less the discount, rounded half up to the cent."""
    discount = exact(line.discount)
    if not 0 <= discount <= WHOLE:
        raise refuse(Code.UNKNOWN_VALUE, "discount", least=0, most=100)
    left = WHOLE - discount
    return Money.rounded(product(exact(line.quantity), exact(line.unit_price), left).scaleb(-2))


def vat_code(vat: str) -> tuple[str, Decimal]:
    """The code and rate of a line: a positive rate is ``S``, nought per cent is ``Z``."""
    if vat in NO_VAT_CODES:
        return vat, Decimal(0)
    try:
        rate = exact(vat)
    except Refused as refused:
        raise refuse(refused.code, "vat") from None
    if not 0 <= rate <= WHOLE:
        raise refuse(Code.UNKNOWN_VALUE, "vat", least=0, most=100)
    return (STANDARD, rate) if rate else ("Z", Decimal(0))


def totals(lines: Sequence[LineAmounts]) -> Totals:
    """Reckon the totals of lines, or of one invoice; refuses an invoice without lines."""
    if not lines:
        raise refuse(Code.REQUIRED, "lines")
    nets = tuple(line_net(line) for line in lines)
    return sum_up((line.vat, net) for line, net in zip(lines, nets, strict=True))


def sum_up(parts: Iterable[tuple[str, Money]]) -> Totals:
    """Reckon the totals of nets that are rounded already, each with its VAT rate or code."""
    parts = tuple(parts)
    bases: dict[tuple[str, Decimal], Money] = {}
    for vat, net in parts:
        key = vat_code(vat)
        bases[key] = bases.get(key, ZERO) + net
    sums = tuple(
        VatSum(code=code, rate=rate, base=base, amount=base.percent(rate))
        for (code, rate), base in bases.items()
    )
    net = total(net for _, net in parts)
    return Totals(
        nets=tuple(net for _, net in parts),
        net=net,
        vat=sums,
        total=net + total(one.amount for one in sums),
        lines=tuple(_line(one) for one in sums),
    )


def _line(one: VatSum) -> WorkingLine:
    """How the VAT of one rate came."""
    return WorkingLine(
        what=N_("Value added tax on the sum of the lines of this rate"),
        basis=one.base.amount,
        rate=one.rate,
        amount=one.amount,
    )
