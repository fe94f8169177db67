"""Replaces an issued invoice: the draft of what it still charged, with its lines, work and texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from subcontract import ids
from subcontract.days import DateRange
from subcontract.ids import DraftId, EntryId, InvoiceLineId
from subcontract.invoicing.credits.crediting import credited
from subcontract.invoicing.records import Draft, Invoice, InvoiceLine, LineKind
from subcontract.invoicing.totals import LineAmounts, line_net
from subcontract.money import Money
from subcontract.words import N_, Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacing:
    """What was true of the invoice before it was credited, and when it is replaced."""

    notes: tuple[Invoice, ...]
    """Its credit notes so far."""
    entries: Mapping[InvoiceLineId, tuple[EntryId, ...]]
    """Work that each of its lines billed, free now."""
    texts: Texts
    """In the customer's language."""
    on: date


def replacement(invoice: Invoice, facts: Replacing) -> Draft:
    """The draft that comes in the place of an invoice: it comes to what was left of it, line by line."""
    so_far = credited(invoice, facts.notes)
    lines = tuple(line for one in invoice.lines for line in _lines(one, so_far[one.id], facts))
    return Draft(
        id=DraftId(ids.new()),
        unit=invoice.unit,
        customer=invoice.customer,
        period=_period(lines),
        lines=lines,
        order_number=invoice.order_number,
        buyer_reference=invoice.buyer_reference,
        note=invoice.note,
        exemption=invoice.exemption,
        exemption_code=invoice.exemption_code,
        buyer_cost_centre=invoice.buyer_cost_centre,
        attachments=invoice.attachments,
        replaces=invoice.id,
        made_on=facts.on,
    )


def _lines(line: InvoiceLine, gone: Money, facts: Replacing) -> tuple[InvoiceLine, ...]:
    """A line as it was, less what had been credited of it: by quantity, or as a line of its own."""
    fresh = replace(line, id=InvoiceLineId(ids.new()), entries=facts.entries.get(line.id, ()))
    if not gone:
        return (fresh,)
    if gone == line.net:
        return ()
    less = _less(fresh, line.net - gone, facts.notes, line.id)
    if less is not None:
        return (less,)
    earlier = replace(
        fresh,
        id=InvoiceLineId(ids.new()),
        kind=LineKind.OTHER,
        text=facts.texts.say(N_("Credited earlier: {text}"), text=line.text),
        quantity=Decimal(1),
        unit="",
        unit_price=-gone.amount,
        discount=Decimal(0),
        net=-gone,
        phase=None,
        entries=(),
    )
    return (fresh, earlier)


def _less(line: InvoiceLine, rest: Money, notes: Iterable[Invoice], of: InvoiceLineId) -> InvoiceLine | None:
    """The line with the quantity that is left of it; nothing when quantities do not come to the rest."""
    gone = [one for note in notes for one in note.lines if one.credits_line == of]
    if any((one.unit_price, one.discount) != (line.unit_price, line.discount) for one in gone):
        return None
    quantity = line.quantity - sum((one.quantity for one in gone), Decimal(0))
    amounts = LineAmounts(quantity=quantity, unit_price=line.unit_price, discount=line.discount, vat=line.vat)
    return replace(line, quantity=quantity, net=rest) if line_net(amounts) == rest else None


def _period(lines: tuple[InvoiceLine, ...]) -> DateRange:
    """From the first day of supply to the last."""
    ends = [line.supplied.last or line.supplied.first for line in lines]
    return DateRange(min(line.supplied.first for line in lines), max(ends))
