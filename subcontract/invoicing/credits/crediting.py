"""Credit notes: whole or by line, never above what is left, at the original's VAT rate."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from subcontract import ids
from subcontract.codes import make_reference
from subcontract.ids import EntryId, InvoiceId, InvoiceLineId
from subcontract.invoicing.issuing import Issue, totals_of
from subcontract.invoicing.records import Invoice, InvoiceKind, InvoiceLine, VatSum
from subcontract.invoicing.totals import LineAmounts, Totals, line_net
from subcontract.money import ZERO, Money, total
from subcontract.problems import Code, refuse


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditLine:
    """A line to credit: by quantity, by amount without VAT, or all that is left when neither is given."""

    line: InvoiceLineId
    quantity: Decimal | None = None
    amount: Money | None = None
    entries: tuple[EntryId, ...] = ()
    """Corrected work whose difference this credits."""


def credited(invoice: Invoice, notes: Iterable[Invoice]) -> dict[InvoiceLineId, Money]:
    """Net credited so far, by line of the invoice."""
    sums = {line.id: ZERO for line in invoice.lines}
    for note in notes:
        for line in note.lines:
            if line.credits_line in sums:
                sums[line.credits_line] += line.net
    return sums


def left(invoice: Invoice, notes: Iterable[Invoice]) -> dict[InvoiceLineId, Money]:
    """Net that can still be credited, by line."""
    so_far = credited(invoice, notes)
    return {line.id: line.net - so_far[line.id] for line in invoice.lines}


def credit_note(
    invoice: Invoice, notes: Sequence[Invoice], asked: Sequence[CreditLine], issue: Issue, note: str = ""
) -> Invoice:
    """The credit note of an invoice; nothing asked means everything that is left.

    Refuses a credit note of a credit note (``credit_of_credit``), more than what is left
    (``more_than_left``) and an invoice of which nothing is left (``nothing_to_do``).
    """
    if invoice.kind is InvoiceKind.CREDIT_NOTE:
        raise refuse(Code.CREDIT_OF_CREDIT)
    rest = left(invoice, notes)
    wanted = asked or [CreditLine(line=line.id) for line in invoice.lines if rest[line.id]]
    lines = tuple(_credit_line(invoice, one, rest) for one in wanted)
    if not any(line.net for line in lines):
        raise refuse(Code.NOTHING_TO_DO)
    totals = totals_of_note(lines, notes)
    return replace(
        invoice,
        id=InvoiceId(ids.new()),
        kind=InvoiceKind.CREDIT_NOTE,
        number=issue.number,
        day=issue.day,
        due=issue.day,
        reference=make_reference(str(issue.number)).national,
        lines=lines,
        vat=totals.vat,
        net=totals.net,
        total=totals.total,
        note=note,
        replaces=None,
        original=invoice.id,
        original_number=invoice.number,
        original_day=invoice.day,
        by=issue.by,
        at=issue.at,
    )


def totals_of_note(lines: tuple[InvoiceLine, ...], notes: Iterable[Invoice]) -> Totals:
    """Sums of a note: its VAT is that of all credited so far and now, less what earlier notes credited.

    Rounded note by note the cents would drift: this way the notes together credit the invoice's own VAT.
    """
    earlier = tuple(one for note in notes for one in note.vat)
    sums = totals_of(lines)
    vat = tuple(_vat_after(one, earlier) for one in sums.vat)
    return replace(sums, vat=vat, total=sums.net + total(one.amount for one in vat))


def _vat_after(one: VatSum, earlier: Iterable[VatSum]) -> VatSum:
    """The VAT of one rate after what earlier notes credited of it."""
    of_rate = [each for each in earlier if (each.code, each.rate) == (one.code, one.rate)]
    base = one.base + total(each.base for each in of_rate)
    return replace(one, amount=base.percent(one.rate) - total(each.amount for each in of_rate))


def _credit_line(invoice: Invoice, asked: CreditLine, rest: dict[InvoiceLineId, Money]) -> InvoiceLine:
    """One line of a credit note; ``rest`` is lessened so that a line asked twice cannot exceed it."""
    line = next((one for one in invoice.lines if one.id == asked.line), None)
    if line is None:
        raise refuse(Code.NOT_FOUND)
    made = _as_asked(line, asked, rest[line.id])
    if is_more(made.net, rest[line.id]):
        raise refuse(Code.MORE_THAN_LEFT, "amount", left=rest[line.id])
    rest[line.id] -= made.net
    return made


def _as_asked(line: InvoiceLine, asked: CreditLine, left_of_line: Money) -> InvoiceLine:
    """The line as the asker wants it credited."""
    fresh = replace(line, id=InvoiceLineId(ids.new()), entries=asked.entries, credits_line=line.id)
    if asked.quantity is not None:
        amounts = LineAmounts(
            quantity=asked.quantity, unit_price=line.unit_price, discount=line.discount, vat=line.vat
        )
        return replace(fresh, quantity=asked.quantity, net=line_net(amounts))
    amount = left_of_line if asked.amount is None else asked.amount
    if amount == line.net:
        return fresh
    return replace(
        fresh, quantity=Decimal(1), unit="", unit_price=amount.amount, discount=Decimal(0), net=amount
    )


def is_more(amount: Money, left_of_line: Money) -> bool:
    """Whether an amount is above what is left, or goes the other way."""
    if left_of_line < ZERO:
        return not left_of_line <= amount < ZERO
    return not ZERO < amount <= left_of_line


def credited_total(notes: Iterable[Invoice]) -> Money:
    """What has been credited, VAT included."""
    return total(note.total for note in notes)
