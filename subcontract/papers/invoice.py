"""The invoice and the credit note on paper: contents by the VAT act (AVL 1501/1993) 209 e §.

Nobody who did the work is named here. Parties, lines and sums are those copied into the invoice at issue.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from subcontract.days import DateRange
from subcontract.ids import InvoiceLineId
from subcontract.invoicing.records import Invoice, InvoiceKind, InvoiceLine, Party, VatSum
from subcontract.money import ZERO, Money
from subcontract.papers import giro, wording
from subcontract.papers.blocks import line_block, paragraph
from subcontract.papers.flow import Block, space
from subcontract.papers.measures import (
    BODY,
    BODY_WIDTH,
    MM,
    SECOND,
    STRONG,
)
from subcontract.papers.offer import sum_box, sum_line
from subcontract.papers.page import Letter, address_lines, print_letter
from subcontract.papers.slip import tail_of
from subcontract.papers.table import Cell, Column, Side, Table, head_block, rows
from subcontract.people.unit import Unit
from subcontract.words import N_, Texts

FIGURE: Final = 24 * MM
REVERSE: Final = "AE"
EXEMPT: Final = "E"
OUTSIDE: Final = "O"


def make_invoice(invoice: Invoice, unit: Unit, texts: Texts) -> bytes:
    """Print an invoice or a credit note; ``texts`` in the language of the invoice.

    An invoice without a number is a draft: marked as such, with nothing that could be paid by.
    """
    tail = tail_of(invoice, texts)
    letter, blocks = _letter(invoice, unit, texts), _blocks(invoice, unit, texts)
    return print_letter(letter, blocks, texts, tail=tail.height, draw_tail=tail.draw)


def _is_credit(invoice: Invoice) -> bool:
    """Whether this is a credit note."""
    return invoice.kind is InvoiceKind.CREDIT_NOTE


def _letter(invoice: Invoice, unit: Unit, texts: Texts) -> Letter:
    """The frame: who sends, to whom, and the facts of the invoice."""
    number = str(invoice.number)
    if _is_credit(invoice):
        title, subject = texts.say(N_("Credit note")), texts.say(N_("Credit note {number}"), number=number)
    elif not invoice.number:
        title = subject = texts.say(N_("Draft invoice"))
    else:
        title, subject = texts.say(N_("Invoice")), texts.say(N_("Invoice {number}"), number=number)
    return Letter(
        title=title,
        subject=subject,
        mark="" if invoice.number else texts.say(N_("DRAFT")),
        sender=invoice.seller.name,
        under_sender=unit.name if unit.name != invoice.seller.name else "",
        logo=unit.logo,
        recipient=_recipient(invoice.buyer),
        facts=(*_own_facts(invoice, texts), *_buyer_facts(invoice, texts)),
        foot=_foot(invoice.seller, texts),
    )


def _recipient(buyer: Party) -> tuple[str, ...]:
    """The buyer in the window."""
    return tuple(line for line in (buyer.name, buyer.contact_name, *address_lines(buyer.address)) if line)


def _own_facts(invoice: Invoice, texts: Texts) -> tuple[tuple[str, str], ...]:
    """Number, days and how to pay."""
    number = (texts.say(N_("Invoice number")), str(invoice.number or ""))
    day = (texts.say(N_("Date of issue")), texts.day(invoice.day))
    if _is_credit(invoice):
        return (number, day, (texts.say(N_("Credits invoice")), _original(invoice, texts)))
    supplied = _supplied(invoice)
    net_days = (invoice.due - invoice.day).days
    term = texts.count(N_("{number} day net"), N_("{number} days net"), net_days)
    return (
        number,
        day,
        (texts.say(N_("Supplied")), wording.days(texts, supplied) if supplied else ""),
        (texts.say(N_("Pay by")), texts.day(invoice.due)),
        (texts.say(N_("Payment reference")), giro.printed_reference(invoice.reference)),
        (texts.say(N_("Terms of payment")), term),
        (texts.say(N_("Late interest")), texts.say(N_("by the Interest Act"))),
    )


def _original(invoice: Invoice, texts: Texts) -> str:
    """Number and date of the invoice that a credit note amends (209 e § point 18)."""
    number = "" if invoice.original_number is None else str(invoice.original_number)
    return f"{number}, {texts.day(invoice.original_day)}" if invoice.original_day else number


def _buyer_facts(invoice: Invoice, texts: Texts) -> tuple[tuple[str, str], ...]:
    """What the buyer knows the invoice by."""
    buyer = invoice.buyer
    return (
        (
            texts.say(N_("Your business id")),
            wording.business_id(buyer.business_id),
        ),
        (texts.say(N_("Your VAT id")), buyer.vat_id if _has(invoice, REVERSE) else ""),
        (texts.say(N_("Your order")), invoice.order_number),
        (texts.say(N_("Your reference")), invoice.buyer_reference),
    )


def _foot(seller: Party, texts: Texts) -> tuple[tuple[str, ...], ...]:
    """The seller: address, ids, how to reach, where to pay."""
    number = wording.business_id(seller.business_id)
    ids = (
        texts.say(N_("Business id {number}"), number=number) if number else "",
        texts.say(N_("VAT id {number}"), number=seller.vat_id) if seller.vat_id else "",
    )
    pay = (
        giro.printed_account(seller.iban),
        texts.say(N_("E-invoice {address}"), address=seller.e_invoice_address)
        if seller.e_invoice_address
        else "",
        seller.e_invoice_operator,
    )
    columns = ((seller.name, *address_lines(seller.address)), ids, (seller.phone, seller.email), pay)
    return tuple(tuple(line for line in column if line) for column in columns)


def _has(invoice: Invoice, code: str) -> bool:
    """Whether a line has this VAT code."""
    return any(line.vat == code for line in invoice.lines)


def _shows_vat(invoice: Invoice) -> bool:
    """Whether rates and amounts of VAT may stand on the paper: only a registered seller's (209 e § 4 mom)."""
    return bool(invoice.seller.vat_id) and not all(line.vat == OUTSIDE for line in invoice.lines)


def _blocks(invoice: Invoice, unit: Unit, texts: Texts) -> tuple[Block, ...]:
    """Everything under the head."""
    table = _table(invoice, texts)
    head = head_block(table)
    lines = rows(table, [_cells(invoice, line, gross, texts) for line, gross in _with_gross(invoice)], head)
    if lines:
        lines = (*lines[:-1], replace(lines[-1], with_next=True, closing=True))
    return (
        *_opening(invoice, texts),
        head,
        *lines,
        space(3 * MM, with_next=True),
        *_sums(invoice, texts),
        *_grounds(invoice, texts),
        *paragraph(invoice.note, BODY),
        *paragraph("" if _is_credit(invoice) else unit.invoice_note, SECOND),
    )


def _opening(invoice: Invoice, texts: Texts) -> tuple[Block, ...]:
    """What a credit note says first."""
    if not _is_credit(invoice):
        return ()
    sentence = texts.say(
        N_("This credit note amends invoice {original}."), original=_original(invoice, texts)
    )
    return (line_block(sentence, STRONG), line_block(texts.say(N_("Do not pay this."))), space(4 * MM))


def _table(invoice: Invoice, texts: Texts) -> Table:
    """The columns that this invoice needs; the text takes what the others leave."""
    figures = [
        Column(texts.say(N_("Quantity")), 19 * MM, Side.RIGHT),
        Column(texts.say(N_("Unit")), 15 * MM),
        Column(texts.say(N_("Unit price €")), 23 * MM, Side.RIGHT),
    ]
    if any(line.discount for line in invoice.lines):
        figures.append(Column(texts.say(N_("Discount")), 16 * MM, Side.RIGHT))
    if _shows_vat(invoice):
        figures.append(Column(texts.say(N_("VAT")), 19 * MM, Side.RIGHT))
    figures.append(Column(texts.say(N_("Without VAT €")), FIGURE, Side.RIGHT))
    if _is_household(invoice):
        figures.append(Column(texts.say(N_("With VAT €")), FIGURE - 3 * MM, Side.RIGHT))
    left = BODY_WIDTH - sum(column.width for column in figures)
    return Table(columns=(Column(texts.say(N_("What")), left), *figures))


def _supplied(invoice: Invoice) -> DateRange | None:
    """The days of supply that all lines share (209 e § point 7)."""
    spans = {line.supplied for line in invoice.lines}
    return spans.pop() if len(spans) == 1 else None


def _is_household(invoice: Invoice) -> bool:
    """A buyer without a business id is a consumer, who sees prices with VAT too."""
    return _shows_vat(invoice) and not invoice.buyer.business_id


def _cells(invoice: Invoice, line: InvoiceLine, gross: Money, texts: Texts) -> tuple[Cell, ...]:
    """One line of the invoice; its days of supply stand under the text if they are not those of all."""
    cells = [
        Cell(line.text, "" if _supplied(invoice) else wording.days(texts, line.supplied)),
        Cell(texts.number(line.quantity)),
        Cell(line.unit),
        Cell(wording.unit_price(texts, line.unit_price)),
    ]
    if any(other.discount for other in invoice.lines):
        cells.append(Cell(texts.percent(line.discount) if line.discount else ""))
    if _shows_vat(invoice):
        cells.append(Cell(wording.vat(texts, line.vat)))
    cells.append(Cell(wording.amount(texts, line.net)))
    if _is_household(invoice):
        cells.append(Cell(wording.amount(texts, gross)))
    return tuple(cells)


def _with_gross(invoice: Invoice) -> Iterator[tuple[InvoiceLine, Money]]:
    """Each line with its sum including VAT; these sum exactly to the total of the invoice."""
    shares: dict[InvoiceLineId, Money] = {}
    for part in invoice.vat:
        nets: dict[InvoiceLineId, Decimal | int] = {
            line.id: line.net.amount for line in invoice.lines if _is_of(line, part)
        }
        if any(net < 0 for net in nets.values()) or not sum(nets.values()):
            shares.update({line.id: line.net.percent(part.rate) for line in invoice.lines if line.id in nets})
        else:
            shares.update(part.amount.share_out(nets))
    for line in invoice.lines:
        yield line, line.net + shares.get(line.id, ZERO)


def _is_of(line: InvoiceLine, part: VatSum) -> bool:
    """Whether a line belongs to a VAT sum."""
    return line.vat == part.code if line.vat in wording.CODES else Decimal(line.vat) == part.rate


def _sums(invoice: Invoice, texts: Texts) -> tuple[Block, ...]:
    """VAT by rate and what is to be paid, never torn apart."""
    parts = [_vat_line(part, texts) for part in invoice.vat] if _shows_vat(invoice) else []
    net = (texts.say(N_("Total without VAT")), texts.money(invoice.net))
    lines = [sum_line(*line) for line in (net, *parts)] if parts else []
    return (*lines, space(2 * MM, with_next=True), _total(invoice, texts), space(4 * MM))


def _vat_line(part: VatSum, texts: Texts) -> tuple[str, str]:
    """Base, rate and amount of VAT (points 8 to 10); reverse charge shows neither rate nor amount."""
    base = texts.money(part.base)
    if part.code == REVERSE:
        return texts.say(N_("Reverse charge, on {base}"), base=base), "–"
    if part.code == OUTSIDE:
        return texts.say(N_("Outside VAT {base}"), base=base), "–"
    if part.code == EXEMPT:
        return texts.say(N_("No VAT, on {base}"), base=base), "–"
    rate = texts.percent(part.rate)
    return texts.say(N_("VAT {rate} of {base}"), rate=rate, base=base), texts.money(part.amount)


def _total(invoice: Invoice, texts: Texts) -> Block:
    """The sum of the invoice in its box."""
    value = texts.money(invoice.total)
    if _is_credit(invoice):
        return sum_box(texts.say(N_("Credited in total")), value)
    return sum_box(texts.say(N_("To be paid")), value, texts.say(N_("Due {day}"), day=invoice.due))


def _grounds(invoice: Invoice, texts: Texts) -> tuple[Block, ...]:
    """Why there is no VAT (points 11 and 12)."""
    sentences = []
    if _has(invoice, REVERSE):
        sentences.append(texts.say(N_("Reverse charge: the buyer pays the VAT (VAT Act, section 8 c).")))
    if invoice.exemption:
        sentences.append(texts.say(N_("No VAT: {ground}"), ground=invoice.exemption))
    if _has(invoice, OUTSIDE):
        words = N_("No VAT is charged on late interest and collection costs: they are outside the VAT Act.")
        sentences.append(texts.say(words))
    elif not _shows_vat(invoice) and not invoice.exemption:
        sentences.append(texts.say(N_("No VAT: the seller is not registered for VAT.")))
    return tuple(block for sentence in sentences for block in paragraph(sentence, BODY))
