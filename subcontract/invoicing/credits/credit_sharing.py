"""Shares an amount to credit out over the lines of an invoice, exact to the cent."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import floor

from subcontract.ids import InvoiceLineId
from subcontract.invoicing.credits.crediting import left, totals_of_note
from subcontract.invoicing.records import Invoice
from subcontract.money import ZERO, Money, total
from subcontract.problems import Code, refuse

STEPS = (0, -1, 1, -2, 2)
"""Cents by which the parts of the VAT rates may move until the sum with VAT is met."""


def spread(rest: Mapping[InvoiceLineId, Money], amount: Money) -> dict[InvoiceLineId, Money]:
    """Share ``amount`` out by what is left of each line; the parts sum to it and none passes its rest.

    Refuses an amount above the sum that is left, or not above nought (``more_than_left``, ``too_small``).
    """
    whole = total(rest.values())
    if amount <= ZERO:
        raise refuse(Code.TOO_SMALL, "amount", least=Money("0.01"))
    if amount > whole:
        raise refuse(Code.MORE_THAN_LEFT, "amount", left=whole)
    exact = {line: Fraction(one.cents * amount.cents, whole.cents) for line, one in rest.items()}
    parts = {line: floor(share) for line, share in exact.items()}
    short = amount.cents - sum(parts.values())
    nearest = sorted(exact, key=lambda line: parts[line] - exact[line])
    for line in nearest[:short]:
        parts[line] += 1
    return {line: Money.of_cents(cents) for line, cents in parts.items()}


def spread_with_vat(invoice: Invoice, notes: Sequence[Invoice], amount: Money) -> dict[InvoiceLineId, Money]:
    """Share an amount with VAT out over the lines, by what is left of each rate.

    VAT is rounded once per rate, so that some sums cannot be met: then the next possible one below is.
    """
    rest = {line: one for line, one in left(invoice, notes).items() if one}
    whole = _note_total(invoice, notes, rest)
    if amount > whole:
        raise refuse(Code.MORE_THAN_LEFT, "amount", left=whole)
    if amount == whole:
        return rest
    net = Money.rounded(total(rest.values()).amount * amount.amount / whole.amount)
    found: dict[InvoiceLineId, Money] = {}
    best = ZERO
    for parts in _around(invoice, rest, net):
        reached = _note_total(invoice, notes, parts)
        if best < reached <= amount:
            found, best = parts, reached
        if best == amount:
            break
    if not found:
        raise refuse(Code.TOO_SMALL, "amount", least=Money("0.01"))
    return found


def _around(
    invoice: Invoice, rest: Mapping[InvoiceLineId, Money], net: Money
) -> list[dict[InvoiceLineId, Money]]:
    """Ways to share sums near ``net`` out: the lines of each rate together move by some cents."""
    by_rate: dict[str, dict[InvoiceLineId, Money]] = {}
    for line in invoice.lines:
        if line.id in rest:
            by_rate.setdefault(line.vat, {})[line.id] = rest[line.id]
    near = spread(rest, max(net, Money("0.01")))
    sums = {vat: total(near[line] for line in lines) for vat, lines in by_rate.items()}
    found = []
    for steps in sorted(product(STEPS, repeat=min(len(sums), 3)), key=lambda way: sum(map(abs, way))):
        moved = {vat: sums[vat] + Money.of_cents(step) for vat, step in zip(sums, steps, strict=False)}
        parts = dict(near)
        for vat, asked in moved.items():
            if ZERO <= asked <= total(by_rate[vat].values()):
                fresh = spread(by_rate[vat], asked) if asked else dict.fromkeys(by_rate[vat], ZERO)
                parts.update(fresh)
        found.append({line: part for line, part in parts.items() if part})
    return found


def _note_total(invoice: Invoice, notes: Sequence[Invoice], parts: Mapping[InvoiceLineId, Money]) -> Money:
    """What a note of these parts would come to, VAT included."""
    lines = tuple(replace(line, net=parts[line.id]) for line in invoice.lines if parts.get(line.id))
    return totals_of_note(lines, notes).total if lines else ZERO
