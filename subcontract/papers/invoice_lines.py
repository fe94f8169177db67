"""The lines of an invoice as a table, in either layout.

Prepayments taken off stand among the lines, as they lessen what is sold. A charge or discount on the whole
stands below the lines, as in e-invoices.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from subcontract.ids import InvoiceLineId
from subcontract.invoicing.records import Invoice, InvoiceLine, LineKind, VatSum
from subcontract.invoicing.terms import Layout
from subcontract.money import ZERO, Money
from subcontract.papers import wording
from subcontract.papers.flow import Block
from subcontract.papers.invoice_parties import supplied_of
from subcontract.papers.measures import BODY_WIDTH, MM, MUTED, REGULAR, SEMIBOLD, Type
from subcontract.papers.table import Cell, Column, Side, Table, rows
from subcontract.words import N_, Texts

FIGURE: Final = 24 * MM
DAYS: Final = 34 * MM
CLOSE: Final = Type(17 / 2)
CLOSE_NOTE: Final = Type(17 / 2, REGULAR, MUTED)
CLOSE_HEAD: Final = Type(15 / 2, SEMIBOLD, MUTED)
CLOSE_PAD: Final = MM / 2


def in_table(invoice: Invoice) -> tuple[InvoiceLine, ...]:
    """The lines of the table: all but charges and discounts on the whole."""
    return tuple(line for line in invoice.lines if line.kind is not LineKind.CHARGE)


def shows_vat(invoice: Invoice) -> bool:
    """Whether rates and amounts of VAT may stand on the paper: only a registered seller's (209 e § 4 mom).

    Late interest is no price of anything sold: an invoice of interest alone has no VAT to show.
    """
    return bool(invoice.seller.vat_id) and not invoice.is_interest


def is_household(invoice: Invoice) -> bool:
    """A buyer without a business id is a consumer, who sees prices with VAT too."""
    buyer = invoice.buyer
    return shows_vat(invoice) and not buyer.business_id and not buyer.vat_id


def table_of(invoice: Invoice, layout: Layout, texts: Texts) -> Table:
    """The columns that this invoice needs; the text takes what the others leave."""
    compact = layout is Layout.COMPACT
    figures = [
        Column(texts.say(N_("Quantity")), 19 * MM, Side.RIGHT),
        Column(texts.say(N_("Unit")), 15 * MM),
        Column(texts.say(N_("Unit price €")), 23 * MM, Side.RIGHT),
    ]
    if _days_beside(invoice, layout):
        figures.insert(0, Column(texts.say(N_("Supplied")), DAYS))
    if _has_discounts(invoice):
        figures.append(Column(texts.say(N_("Discount")), 16 * MM, Side.RIGHT))
    if shows_vat(invoice):
        figures.append(Column(texts.say(N_("VAT")), 19 * MM, Side.RIGHT))
    net = N_("Without VAT €") if shows_vat(invoice) else N_("Amount €")
    figures.append(Column(texts.say(net), FIGURE, Side.RIGHT))
    if is_household(invoice):
        figures.append(Column(texts.say(N_("With VAT €")), FIGURE - 3 * MM, Side.RIGHT))
    left = BODY_WIDTH - sum(column.width for column in figures)
    columns = (Column(texts.say(N_("What")), left), *figures)
    if compact:
        return Table(columns=columns, kind=CLOSE, note=CLOSE_NOTE, head=CLOSE_HEAD, pad=CLOSE_PAD)
    return Table(columns=columns)


def _has_discounts(invoice: Invoice) -> bool:
    """Whether a line has a discount of its own."""
    return any(line.discount for line in in_table(invoice))


def _days_beside(invoice: Invoice, layout: Layout) -> bool:
    """Whether days of supply have a column: in the close layout, if there is room and they differ."""
    wide = _has_discounts(invoice) and is_household(invoice)
    return layout is Layout.COMPACT and not wide and supplied_of(invoice) is None


def line_rows(table: Table, invoice: Invoice, head: Block, texts: Texts) -> tuple[Block, ...]:
    """A row for each line."""
    beside = any(column.width == DAYS for column in table.columns)
    shown = in_table(invoice)
    gross = dict(with_gross(invoice))
    cells = [_cells(invoice, line, gross[line.id], texts, beside=beside) for line in shown]
    return rows(table, cells, head)


def _cells(
    invoice: Invoice, line: InvoiceLine, gross: Money, texts: Texts, *, beside: bool
) -> tuple[Cell, ...]:
    """One line of the invoice; its days of supply stand with it if they are not those of all."""
    apart = supplied_of(invoice) is None or invoice.is_interest
    days = wording.days(texts, line.supplied) if apart else ""
    cells = [
        Cell(line.text, "" if beside else days),
        *([Cell(days)] if beside else []),
        Cell(texts.number(line.quantity)),
        Cell(line.unit),
        Cell(wording.unit_price(texts, line.unit_price)),
    ]
    if _has_discounts(invoice):
        cells.append(Cell(texts.percent(line.discount) if line.discount else ""))
    if shows_vat(invoice):
        cells.append(Cell(wording.vat(texts, line.vat)))
    cells.append(Cell(wording.amount(texts, line.net)))
    if is_household(invoice):
        cells.append(Cell(wording.amount(texts, gross)))
    return tuple(cells)


def with_gross(invoice: Invoice) -> Iterator[tuple[InvoiceLineId, Money]]:
    """Each line's sum including VAT; these sum exactly to the total of the invoice."""
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
        yield line.id, line.net + shares.get(line.id, ZERO)


def _is_of(line: InvoiceLine, part: VatSum) -> bool:
    """Whether a line belongs to a VAT sum."""
    return line.vat == part.code if line.vat in wording.CODES else Decimal(line.vat) == part.rate
