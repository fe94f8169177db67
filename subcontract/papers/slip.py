"""What stands at the foot of an invoice: the filled slip, or its place while the invoice is a draft."""

from collections.abc import Callable
from dataclasses import dataclass

from subcontract.invoicing.records import Invoice, InvoiceKind
from subcontract.money import ZERO
from subcontract.papers import giro
from subcontract.papers.measures import HAIRLINE, LINE, SECOND, WIDTH
from subcontract.papers.page import address_lines
from subcontract.papers.sheet import Sheet
from subcontract.words import N_, Texts


@dataclass(frozen=True, slots=True)
class Tail:
    """The lowest points of the last page, and who draws them."""

    height: float = 0
    draw: Callable[[Sheet], None] | None = None


def tail_of(invoice: Invoice, texts: Texts, *, qr_code: bool = False) -> Tail:
    """The slip of an invoice; nothing when nothing is to be paid to an account."""
    facts = giro_facts(invoice, texts, qr_code=qr_code)
    if facts is None:
        return Tail()
    if invoice.number:
        return Tail(giro.SLIP, lambda sheet: giro.draw_giro(sheet, facts))
    words = texts.say(N_("The giro slip comes here when the invoice is issued."))
    return Tail(giro.SLIP, lambda sheet: _draw_place(sheet, words))


def giro_facts(invoice: Invoice, texts: Texts, *, qr_code: bool = False) -> giro.GiroFacts | None:
    """What the giro slip says; there is none when nothing is to be paid to an account."""
    if invoice.kind is InvoiceKind.CREDIT_NOTE or invoice.total <= ZERO or not invoice.seller.iban:
        return None
    return giro.GiroFacts(
        iban=invoice.seller.iban,
        recipient=(invoice.seller.name, *address_lines(invoice.seller.address)),
        payer=(invoice.buyer.name, *address_lines(invoice.buyer.address)),
        message=(
            texts.say(N_("Invoice {number}"), number=str(invoice.number)),
            texts.say(N_("Please give the reference number when you pay.")),
        ),
        reference=invoice.reference,
        due=invoice.due,
        amount=invoice.total,
        language=invoice.language,
        qr_code=qr_code,
    )


def _draw_place(sheet: Sheet, words: str) -> None:
    """Keep the slip's place: the pages break as those of the issued invoice will, and nobody can pay."""
    sheet.across(0, WIDTH, giro.TOP, HAIRLINE, LINE)
    sheet.centre(WIDTH / 2, giro.TOP + giro.SLIP / 2, words, SECOND)
