"""Corrections after approval: the old payout stays, the difference goes into the next run."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from subcontract.days import Month
from subcontract.ids import ClientId
from subcontract.money import ZERO, Money, total
from subcontract.payout import lines
from subcontract.payout.calculate import Result, own_lines
from subcontract.payout.records import Payout, PayoutLine
from subcontract.payout.warnings import PayWarning


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The two parts of what a person gets."""

    tax_free: Money = ZERO
    taxable: Money = ZERO

    def __add__(self, other: "Parts") -> "Parts":
        """Add part to part."""
        return Parts(tax_free=self.tax_free + other.tax_free, taxable=self.taxable + other.taxable)

    def __sub__(self, other: "Parts") -> "Parts":
        """Take part from part."""
        return Parts(tax_free=self.tax_free - other.tax_free, taxable=self.taxable - other.taxable)

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.tax_free or self.taxable)


NOTHING = Parts()


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierMonth:
    """An earlier month that has changed since it was approved."""

    month: Month
    results: Mapping[ClientId, Result]
    """What its entries give now."""
    payouts: tuple[Payout, ...]
    """Approved payouts of that month's own run and of every other run that may correct it.

    One that was reopened is left out: it is not paid as it stands, so all of it is still due.
    """


def settled(earlier: EarlierMonth) -> dict[ClientId, Parts]:
    """What has been settled for a month so far: its own payouts and corrections in other runs."""
    sums: dict[ClientId, Parts] = {}
    for payout in earlier.payouts:
        part = _own_part(payout) if payout.month == earlier.month else _part_for(payout, earlier.month)
        sums[payout.client] = sums.get(payout.client, NOTHING) + part
    return sums


def _own_part(payout: Payout) -> Parts:
    """What a payout settled for its own month, without corrections and carried sums."""
    own = own_lines(payout.lines)
    taxable = total(Money(line.basis) for line in own if line.what in lines.TAXABLE)
    return Parts(tax_free=total(line.amount for line in own) - taxable, taxable=taxable)


def _part_for(payout: Payout, month: Month) -> Parts:
    """What a payout of another month settled for ``month``."""
    found = [line for line in payout.lines if lines.month_of_difference(line) == month]
    return Parts(
        tax_free=total(line.amount for line in found if not lines.is_taxable_difference(line)),
        taxable=total(line.amount for line in found if lines.is_taxable_difference(line)),
    )


def differences(earlier: EarlierMonth) -> dict[ClientId, tuple[PayoutLine, ...]]:
    """Lines of what a month now gives above or below what has been settled for it."""
    before = settled(earlier)
    found: dict[ClientId, tuple[PayoutLine, ...]] = {}
    for client in dict.fromkeys((*earlier.results, *before)):
        now = earlier.results.get(client)
        due = Parts(tax_free=now.tax_free, taxable=now.taxable) if now else NOTHING
        rest = due - before.get(client, NOTHING)
        if rest:
            found[client] = _lines_of(earlier.month, rest)
    return found


def _lines_of(month: Month, rest: Parts) -> tuple[PayoutLine, ...]:
    """A line for each part that differs."""
    pairs = ((rest.tax_free, False), (rest.taxable, True))
    return tuple(lines.difference(month, amount, taxable=taxable) for amount, taxable in pairs if amount)


def with_corrections(result: Result, corrections: Iterable[PayoutLine], brought: Money) -> Result:
    """A month's result together with corrections of earlier months and what was carried over.

    ``brought`` is zero or below. A result below zero pays nothing and carries the rest on.
    """
    added = tuple(corrections)
    if brought:
        added = (lines.carry(lines.BROUGHT, brought), *added)
    taxable = result.taxable + total(line.amount for line in added if lines.is_taxable_difference(line))
    tax_free = result.tax_free + total(line.amount for line in added if not lines.is_taxable_difference(line))
    # A rest below zero in one part is taken from the other before anything is carried on.
    if taxable < ZERO:
        tax_free, taxable = tax_free + taxable, ZERO
    elif tax_free < ZERO:
        tax_free, taxable = min(ZERO, tax_free + taxable), max(ZERO, tax_free + taxable)
    warnings = set(result.warnings)
    if any(line.rule == lines.DIFFERENCE_RULE for line in added):
        warnings.add(PayWarning.CORRECTED)
    if tax_free < ZERO:
        added = (*added, lines.carry(lines.CARRIED_ON, -tax_free))
        tax_free = ZERO
        warnings.add(PayWarning.CARRIED_OVER)
    return replace(
        result,
        tax_free=tax_free,
        taxable=taxable,
        lines=(*result.lines, *added),
        warnings=frozenset(warnings),
    )


def carried_on(payout: Payout) -> Money:
    """What a payout left to be taken from the next one: zero or below."""
    return -total(line.amount for line in payout.lines if line.what == lines.CARRIED_ON)


def brought_to(payout: Payout) -> Money:
    """What a payout took over from the one before; one that is not paid has taken nothing, so it waits."""
    return total(line.amount for line in payout.lines if line.what == lines.BROUGHT)
