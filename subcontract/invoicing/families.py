"""An invoice with everything that came of it: notes that credit it, invoices that take those notes back.

Work stays claimed by the line of the first invoice however often it is credited and charged again. What
the whole family still charges of that line tells whether the work is free.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from subcontract.ids import InvoiceId, InvoiceLineId
from subcontract.invoicing.records import Invoice, InvoiceKind, InvoiceLine
from subcontract.money import ZERO, Money


def root_of(invoice: Invoice, by_id: Mapping[InvoiceId, Invoice]) -> Invoice:
    """The first invoice of a family, as far as ``by_id`` knows it."""
    while invoice.original is not None and invoice.original in by_id:
        invoice = by_id[invoice.original]
    return invoice


def families(invoices: Iterable[Invoice]) -> tuple[tuple[Invoice, ...], ...]:
    """Invoices by family, each in the order of numbers: the first invoice comes first."""
    kept = sorted(invoices, key=lambda one: one.number)
    by_id = {one.id: one for one in kept}
    found: dict[InvoiceId, list[Invoice]] = {}
    for one in kept:
        found.setdefault(root_of(one, by_id).id, []).append(one)
    return tuple(tuple(family) for family in found.values())


def root_lines(family: Iterable[Invoice]) -> dict[InvoiceLineId, InvoiceLineId]:
    """For every line of a family the line of the first invoice from which it descends."""
    roots: dict[InvoiceLineId, InvoiceLineId] = {}
    for one in family:
        for line in one.lines:
            roots[line.id] = roots.get(line.credits_line, line.id) if line.credits_line else line.id
    return roots


def still_charged(family: Iterable[Invoice]) -> dict[InvoiceLineId, Money]:
    """Net that a family still charges of each line of its first invoice."""
    family = tuple(family)
    roots = root_lines(family)
    sums: dict[InvoiceLineId, Money] = {}
    for one in family:
        for line in one.lines:
            net = line.net if one.kind is InvoiceKind.INVOICE else -line.net
            sums[roots[line.id]] = sums.get(roots[line.id], ZERO) + net
    return sums


def freed(family: Iterable[Invoice]) -> frozenset[InvoiceLineId]:
    """Lines of the first invoice of which nothing is charged any more: their work is free.

    A line that was given free has nothing to credit: it goes with the last of the others.
    """
    family = tuple(family)
    sums = still_charged(family)
    whole = not any(sums.values())
    return frozenset(
        line.id for line in family[0].lines if not sums[line.id] and (line.net or (whole and len(family) > 1))
    )


def lines_of(family: Iterable[Invoice], roots: frozenset[InvoiceLineId]) -> tuple[InvoiceLine, ...]:
    """All lines of a family that descend from some of the first invoice's."""
    family = tuple(family)
    of = root_lines(family)
    return tuple(line for one in family for line in one.lines if of[line.id] in roots)


def share_charged(line: InvoiceLine, net: Money) -> Decimal:
    """Hundredths of a fixed price that a first invoice's line bills when ``net`` is charged of it."""
    if not line.net:
        return line.quantity * 100
    return line.quantity * 100 * net.amount / line.net.amount
