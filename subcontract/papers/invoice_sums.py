"""What is below the lines of an invoice: charges and discounts of the whole, VAT by rate, sum, grounds."""

from collections.abc import Iterator

from subcontract.invoicing.records import Invoice, LineKind, VatSum
from subcontract.jobs.vat_classes import BY_CODE, EXEMPT, REVERSE_CHARGE
from subcontract.money import total
from subcontract.papers.blocks import paragraph
from subcontract.papers.flow import Block, space
from subcontract.papers.invoice_kind import is_credit
from subcontract.papers.invoice_lines import in_table, shows_vat
from subcontract.papers.measures import BODY, MM
from subcontract.papers.offer import sum_box, sum_line
from subcontract.words import N_, Texts

OUTSIDE = "O"
HOME = "FI"


def sums(invoice: Invoice, texts: Texts) -> tuple[Block, ...]:
    """Charges, VAT by rate and what is to be paid, never torn apart."""
    parts = [_vat_line(part, texts) for part in invoice.vat] if shows_vat(invoice) else []
    net = (texts.say(N_("Total without VAT")), texts.money(invoice.net))
    lines = [*_charges(invoice, texts), *((net, *parts) if parts else ())]
    return (
        *(sum_line(*line) for line in lines),
        space(2 * MM, with_next=True),
        _total(invoice, texts),
        space(4 * MM),
    )


def _charges(invoice: Invoice, texts: Texts) -> Iterator[tuple[str, str]]:
    """Charges and discounts on the whole invoice, after the sum of its lines."""
    charges = [line for line in invoice.lines if line.kind is LineKind.CHARGE]
    shown = in_table(invoice)
    if charges and shown:
        yield texts.say(N_("Lines in all")), texts.money(total(line.net for line in shown))
    for line in charges:
        yield line.text, texts.money(line.net)


def _vat_line(part: VatSum, texts: Texts) -> tuple[str, str]:
    """Base, rate and amount of VAT (points 8 to 10); reverse charge shows neither rate nor amount."""
    base = texts.money(part.base)
    if part.code == REVERSE_CHARGE:
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
    if is_credit(invoice):
        return sum_box(texts.say(N_("Credited in total")), value)
    return sum_box(texts.say(N_("To be paid")), value, texts.say(N_("Due {day}"), day=invoice.due))


def grounds(invoice: Invoice, texts: Texts) -> tuple[Block, ...]:
    """Why there is no VAT (points 11 and 12)."""
    sentences = tuple(_sentences(invoice, texts))
    return tuple(block for sentence in sentences for block in paragraph(sentence, BODY))


def _sentences(invoice: Invoice, texts: Texts) -> Iterator[str]:
    """One sentence for each ground."""
    codes = {line.vat for line in invoice.lines}
    if REVERSE_CHARGE in codes:
        yield _reverse(invoice, texts)
    ground = _exemption(invoice, texts)
    if ground:
        yield texts.say(N_("No VAT: {ground}"), ground=ground)
    if OUTSIDE in codes:
        words = N_("No VAT is charged on late interest and collection costs: they are outside the VAT Act.")
        yield texts.say(words)
    if not invoice.seller.vat_id and not ground and not invoice.is_interest:
        yield texts.say(N_("No VAT: the seller is not registered for VAT."))


def _reverse(invoice: Invoice, texts: Texts) -> str:
    """Who pays the VAT, and by which rule; a buyer of another EU country has its VAT id from there."""
    vat_id = invoice.buyer.vat_id
    if vat_id and not vat_id.startswith(HOME):
        return texts.say(
            N_("Reverse charge: the buyer pays the VAT (Directive 2006/112/EC, articles 44 and 196).")
        )
    return texts.say(N_("Reverse charge: the buyer pays the VAT (VAT Act, section 8 c)."))


def _exemption(invoice: Invoice, texts: Texts) -> str:
    """The ground in words, those of its code where nobody wrote any, then the code of e-invoices."""
    known = BY_CODE.get(invoice.exemption_code)
    words = invoice.exemption or (texts.say(known.sentence) if known else "")
    return f"{words} ({invoice.exemption_code})" if words and invoice.exemption_code else words
