"""The facts of an invoice as JSON, read field by field: each refused by its own name, nothing guessed."""

from datetime import UTC, date, datetime, time
from uuid import UUID

from subcontract.codes import (
    business_id,
    e_invoice_address,
    e_invoice_operator,
    iban,
    is_country,
    read_reference,
    vat_id,
)
from subcontract.ids import CustomerId, InvoiceId, StaffId, UnitId
from subcontract.invoicing.records import Invoice, InvoiceKind, LineKind, Party
from subcontract.invoicing.totals import sum_up
from subcontract.money import ZERO
from subcontract.people.unit import Address, Unit
from subcontract.problems import Code, Problem, Refused, refuse
from ui.calc.case import Case
from ui.outside import facts_texts as texts
from ui.outside.facts_lines import OUTSIDE, all_lines

HEAD = ("kind", "number", "date", "due", "reference", "language", "order_number", "buyer_reference", "notes")
ALL = frozenset({*HEAD, "seller", "buyer", "lines", "charges", "exemption", "original"})
ADDRESS = ("street", "postcode", "town", "country")
PARTY = frozenset({"name", "business_id", "vat_id", *ADDRESS, "iban", "ovt", "operator"})
EXEMPTION = frozenset({"code", "text"})
ORIGINAL = frozenset({"number", "date"})
LANGUAGES = ("fi", "sv", "en")
EXEMPT, REVERSE = "E", "AE"
OF_REGISTERED = frozenset({"S", REVERSE})
"""Only a seller in the VAT register charges VAT, or leaves it to the buyer (VAT Act 209 e §)."""
NAMES = {"e_invoice_address": "ovt", "e_invoice_operator": "operator", "exemption_code": "exemption.code"}
NAMES_OF_CHARGE = {"unit_price": "amount"}
HOME = "FI"
NOBODY = UUID(int=0)


def invoice_of(said: object) -> Invoice:
    """The invoice that the facts tell; sums are reckoned by the program's own rule.

    Refuses unknown and missing fields by name, floats, codes whose check digits do not hold, an exempt line
    without its ground, reverse charge without the buyer's id, VAT without the seller's, and an invoice below
    nought.
    """
    case = Case(said, ALL)
    kind = case.choice("kind", InvoiceKind)
    day = case.day("date")
    due = case.day("due")
    if due < day:
        raise refuse(Code.ENDS_BEFORE_START, "due", first=day, last=due)
    lines = all_lines(case)
    sums = sum_up((line.vat, line.net) for line in lines)
    exemption, exemption_code = _exemption(case)
    number, original_day = _original(case, kind)
    invoice = Invoice(
        id=InvoiceId(NOBODY),
        kind=kind,
        unit=UnitId(NOBODY),
        customer=CustomerId(NOBODY),
        number=texts.number(case, "number"),
        day=day,
        due=due,
        reference=_reference(case, kind),
        language=_language(case),
        seller=_party(case, "seller"),
        buyer=_party(case, "buyer"),
        lines=lines,
        vat=sums.vat,
        net=sums.net,
        total=sums.total,
        order_number=texts.line(case, "order_number"),
        buyer_reference=texts.line(case, "buyer_reference"),
        note="\n".join(texts.notes(case)),
        exemption=exemption,
        exemption_code=exemption_code,
        original_number=number,
        original_day=original_day,
        by=StaffId(NOBODY),
        at=datetime.combine(day, time(12), tzinfo=UTC),
    )
    _must_hold(invoice)
    return invoice


def field_of(field: str, invoice: Invoice) -> str:
    """A field of an invoice by its name among the facts: ``seller.ovt``, ``charges.0.amount``."""
    first, _, rest = field.partition(".")
    if first in {"seller", "buyer"}:
        return f"{first}.{NAMES.get(rest, rest)}"
    at, _, part = rest.partition(".")
    lines = sum(1 for line in invoice.lines if line.kind is not LineKind.CHARGE)
    if first == "lines" and at.isdecimal() and int(at) >= lines:
        return f"charges.{int(at) - lines}.{NAMES_OF_CHARGE.get(part, part)}"
    return NAMES.get(field, field)


def unit_of(invoice: Invoice) -> Unit:
    """The unit that would have sent the invoice."""
    seller = invoice.seller
    return Unit(
        id=invoice.unit,
        name=seller.name,
        provider=seller.name,
        business_id=seller.business_id,
        vat_registered=bool(seller.vat_id),
        address=seller.address,
        iban=seller.iban,
        e_invoice_address=seller.e_invoice_address,
        e_invoice_operator=seller.e_invoice_operator,
    )


def _must_hold(invoice: Invoice) -> None:
    """What the parts ask of each other."""
    codes = {line.vat for line in invoice.lines}
    found = []
    if EXEMPT in codes and not invoice.exemption:
        found.append(Problem(code=Code.REQUIRED, field="exemption"))
    if REVERSE in codes and not invoice.buyer.vat_id:
        found.append(Problem(code=Code.BUYER_VAT_ID_NEEDED, field="buyer.vat_id"))
    if not invoice.seller.vat_id and any(one.code in OF_REGISTERED for one in invoice.vat):
        found.append(Problem(code=Code.REQUIRED, field="seller.vat_id"))
    if OUTSIDE in codes and len(codes) > 1:
        found.append(Problem(code=Code.AMBIGUOUS, field="lines"))
    if invoice.total < ZERO:
        found.append(Problem(code=Code.NEGATIVE_TOTAL, field="lines"))
    if found:
        raise Refused(*found)


def _reference(case: Case, kind: InvoiceKind) -> str:
    """The national reference, or the RF one if that was given; a credit note may have none."""
    if not case.given("reference") and kind is InvoiceKind.CREDIT_NOTE:
        return ""
    text = case.text("reference")
    read = read_reference(text, "reference")
    return read.rf if text.strip().upper().startswith("RF") else read.national


def _language(case: Case) -> str:
    language = case.text("language") if case.given("language") else LANGUAGES[0]
    if language not in LANGUAGES:
        raise refuse(Code.UNKNOWN_VALUE, "language", allowed=LANGUAGES)
    return language


def _original(case: Case, kind: InvoiceKind) -> tuple[int | None, date | None]:
    """Number and day of the invoice that a credit note amends."""
    if not case.given("original"):
        if kind is InvoiceKind.CREDIT_NOTE:
            raise refuse(Code.REQUIRED, "original")
        return None, None
    original = case.inner("original", ORIGINAL)
    return texts.number(original, "number"), original.day("date")


def _exemption(case: Case) -> tuple[str, str]:
    """The words and the code of the ground."""
    if not case.given("exemption"):
        return "", ""
    said = case.inner("exemption", EXEMPTION)
    return texts.line(said, "text", required=True), texts.line(said, "code")


def _party(case: Case, side: str) -> Party:
    """Seller or buyer; codes of Finland must hold, those of other countries are taken as they are."""
    if not case.given(side):
        raise refuse(Code.REQUIRED, side)
    said = case.inner(side, PARTY)
    country = texts.line(said, "country") or HOME
    if not is_country(country):
        raise refuse(Code.UNKNOWN_VALUE, said.place + "country")
    home = country == HOME
    return Party(
        name=texts.line(said, "name", required=True),
        business_id=texts.code(said, "business_id", business_id if home else None),
        vat_id=texts.code(said, "vat_id", vat_id if home else None),
        address=Address(
            street=texts.line(said, "street"),
            postcode=texts.line(said, "postcode"),
            town=texts.line(said, "town"),
            country=country,
        ),
        iban=texts.code(said, "iban", iban),
        e_invoice_address=texts.code(said, "ovt", e_invoice_address),
        e_invoice_operator=texts.code(said, "operator", e_invoice_operator),
    )
