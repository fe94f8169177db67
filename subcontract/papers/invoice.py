"""The invoice and the credit note on paper: contents by the VAT act (AVL 1501/1993) 209 e §.

Nobody who did the work is named here. Parties, lines and sums are those copied into the invoice at issue.
No sums are carried over from page to page: the head of the table is repeated, and the sums stand once,
together with the last line, so that there is one set of figures to check.
"""

from dataclasses import replace
from typing import Final

from subcontract.invoicing.records import Invoice
from subcontract.invoicing.terms import InvoicingTerms, Layout
from subcontract.papers.blocks import line_block, paragraph
from subcontract.papers.flow import Block, space
from subcontract.papers.invoice_kind import heading_of, is_credit, relation
from subcontract.papers.invoice_lines import in_table, line_rows, table_of
from subcontract.papers.invoice_parties import buyer_facts, own_facts, recipient, seller_foot
from subcontract.papers.invoice_sums import grounds, sums
from subcontract.papers.measures import BODY, MM, SECOND, STRONG
from subcontract.papers.page import FACT_STEP, Letter, print_letter
from subcontract.papers.slip import tail_of
from subcontract.papers.table import head_block
from subcontract.people.unit import Unit
from subcontract.words import N_, Texts

CLOSE_FACTS: Final = 43 * MM / 10


def make_invoice(invoice: Invoice, unit: Unit, texts: Texts, terms: InvoicingTerms | None = None) -> bytes:
    """Print an invoice or a credit note; ``texts`` in the language of the invoice.

    ``terms`` choose the layout, the words above the lines and the code for a phone. An invoice without a
    number is a draft: marked as such, with nothing that could be paid by.
    """
    layout = terms.layout if terms is not None else Layout.CLASSIC
    tail = tail_of(invoice, texts, qr_code=terms is not None and terms.qr_code)
    letter = _letter(invoice, unit, texts, layout)
    blocks = _blocks(invoice, unit, texts, terms)
    return print_letter(letter, blocks, texts, tail=tail.height, draw_tail=tail.draw)


def _letter(invoice: Invoice, unit: Unit, texts: Texts, layout: Layout) -> Letter:
    """The frame: who sends, to whom, and the facts of the invoice."""
    heading = heading_of(invoice, texts)
    return Letter(
        title=heading.title,
        subject=heading.subject,
        mark="" if invoice.number else texts.say(N_("DRAFT")),
        sender=invoice.seller.name,
        under_sender=unit.name if unit.name != invoice.seller.name else "",
        logo=unit.logo,
        recipient=recipient(invoice.buyer),
        fact_step=CLOSE_FACTS if layout is Layout.COMPACT else FACT_STEP,
        facts=(*own_facts(invoice, texts), *buyer_facts(invoice, texts)),
        foot=seller_foot(invoice.seller, texts),
    )


def _blocks(invoice: Invoice, unit: Unit, texts: Texts, terms: InvoicingTerms | None) -> tuple[Block, ...]:
    """Everything under the head."""
    layout = terms.layout if terms is not None else Layout.CLASSIC
    table = table_of(invoice, layout, texts)
    head = head_block(table)
    lines = line_rows(table, invoice, head, texts)
    if lines:
        lines = (*lines[:-1], replace(lines[-1], with_next=True, closing=True))
    return (
        *_opening(invoice, texts, terms),
        *((head, *lines, space(3 * MM, with_next=True)) if in_table(invoice) else ()),
        *sums(invoice, texts),
        *grounds(invoice, texts),
        *paragraph(invoice.note, BODY),
        *_attachments(invoice, texts),
        *paragraph("" if is_credit(invoice) else unit.invoice_note, SECOND),
    )


def _opening(invoice: Invoice, texts: Texts, terms: InvoicingTerms | None) -> tuple[Block, ...]:
    """What the paper says first: what it does to an earlier one, then the unit's own words."""
    what = relation(invoice, texts)
    if is_credit(invoice):
        return (line_block(what, STRONG), line_block(texts.say(N_("Do not pay this."))), space(4 * MM))
    own = terms.opening if terms is not None else ""
    blocks = (*paragraph(what, STRONG), *paragraph(own, BODY))
    return (*blocks, space(3 * MM)) if blocks else ()


def _attachments(invoice: Invoice, texts: Texts) -> tuple[Block, ...]:
    """The papers that go with the invoice, by name."""
    if not invoice.attachments:
        return ()
    return paragraph(texts.say(N_("Attachments: {names}"), names=", ".join(invoice.attachments)), BODY)
