"""Lines in UBL: the price is never below nought, the quantity may be."""

from subcontract.invoicing.records import Invoice, InvoiceLine
from subcontract.invoicing.totals import vat_code
from subcontract.money import ZERO, Money
from subcontract.papers.files.e_invoices.elements import Element, el
from subcontract.papers.files.e_invoices.figures import UN_UNITS, gross, plain, taken_off, un_unit
from subcontract.papers.files.e_invoices.ubl_values import amount, category, clean
from subcontract.words import N_, Texts


def line_element(invoice: Invoice, line: InvoiceLine, at: int, texts: Texts) -> Element:
    """One line; ``at`` is its place from one."""
    name = "CreditNoteLine" if invoice.is_credit_note else "InvoiceLine"
    counted = "CreditedQuantity" if invoice.is_credit_note else "InvoicedQuantity"
    quantity = line.quantity if line.unit_price >= 0 else -line.quantity
    days = line.supplied
    period = [el("cbc:StartDate", days.first.isoformat()), el("cbc:EndDate", days.last.isoformat())]
    item = [
        el("cbc:Name", clean(line.text)),
        category("cac:ClassifiedTaxCategory", *vat_code(line.vat)),
    ]
    price = el("cbc:PriceAmount", plain(abs(line.unit_price), 2), currencyID="EUR")
    return el(
        f"cac:{name}",
        [
            el("cbc:ID", str(at)),
            el("cbc:Note", _unit_note(line, texts)),
            el(f"cbc:{counted}", plain(quantity), unitCode=un_unit(line.unit)),
            amount("cbc:LineExtensionAmount", line.net),
            el("cac:InvoicePeriod", period),
            *_changes(line, texts),
            el("cac:Item", item),
            el("cac:Price", [price]),
        ],
    )


def _unit_note(line: InvoiceLine, texts: Texts) -> str:
    """A unit that the list of units does not know, in its own word."""
    unit = clean(line.unit)
    if not unit or unit.rstrip(".").lower() in UN_UNITS:
        return ""
    return texts.say(N_("Unit: {unit}"), unit=unit)


def _changes(line: InvoiceLine, texts: Texts) -> list[Element]:
    """What is taken off quantity times price, or what rounding put on it."""
    off = taken_off(line)
    if not off:
        return []
    if line.discount:
        return [
            _change(
                "false",
                texts.say(N_("Discount")),
                off,
                el("cbc:MultiplierFactorNumeric", plain(line.discount)),
                amount("cbc:BaseAmount", gross(line)),
            )
        ]
    rounding = texts.say(N_("Rounding"))
    return [_change("false" if off > ZERO else "true", rounding, abs(off))]


def _change(
    charge: str, reason: str, sum_: Money, factor: Element | None = None, base: Element | None = None
) -> Element:
    return el(
        "cac:AllowanceCharge",
        [
            el("cbc:ChargeIndicator", charge),
            el("cbc:AllowanceChargeReason", reason),
            *([factor] if factor else []),
            amount("cbc:Amount", sum_),
            *([base] if base else []),
        ],
    )
