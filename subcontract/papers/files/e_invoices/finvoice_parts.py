"""Parts of a Finvoice that is read: parties, rows, charges, sums of VAT."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from subcontract.codes import business_id
from subcontract.days import DateRange
from subcontract.invoicing.records import Party, VatSum
from subcontract.money import ZERO, Money
from subcontract.papers.files.e_invoices.e_invoice import EInvoiceCharge, EInvoiceLine
from subcontract.papers.files.e_invoices.figures import plain
from subcontract.papers.files.e_invoices.finvoice import LONGEST_GROUND, LONGEST_REASON
from subcontract.papers.files.e_invoices.finvoice_parties import LONGEST_LINE, LONGEST_NAME
from subcontract.papers.files.e_invoices.finvoice_reading import Node, Rests, must
from subcontract.papers.files.e_invoices.finvoice_rows import LONGEST_TEXT, LONGEST_UNIT
from subcontract.papers.files.e_invoices.pieces import joined
from subcontract.people.unit import Address
from subcontract.problems import Refused

TAXED, ZERO_RATE, EXEMPT = "S", "Z", "E"
WAYS = {"Seller": ("MessageSenderDetails", "From"), "Buyer": ("MessageReceiverDetails", "To")}


def party(file: Node, side: str, rests: Rests) -> Party:
    """``Seller`` or ``Buyer``."""
    details, code = file.part(f"{side}PartyDetails"), side.upper()
    names = details.texts(f"{side}OrganisationName")
    reached = file.part(f"{side}CommunicationDetails")
    end, way = WAYS[side]
    message = file.part(f"MessageTransmissionDetails/{end}")
    account = file.text("EpiDetails/EpiPartyDetails/EpiBeneficiaryPartyDetails/EpiAccountID")

    def carried(node: Node, name: str, rest: str, longest: int) -> str:
        return rests.whole(f"{code}{rest}", node.texts(f"{side}{name}")[:1], longest)

    return Party(
        name=joined(names, LONGEST_NAME) or details.refused(f"{side}OrganisationName"),
        business_id=_digits(carried(details, "PartyIdentifier", "ID", LONGEST_LINE)),
        vat_id=carried(details, "OrganisationTaxCode", "VAT", LONGEST_LINE),
        address=_address(details.part(f"{side}PostalAddressDetails"), side, rests),
        contact_name=carried(file, "ContactPersonName", "CONTACT", LONGEST_NAME),
        email=carried(reached, "EmailaddressIdentifier", "EMAIL", LONGEST_NAME),
        phone=carried(reached, "PhoneNumberIdentifier", "PHONE", LONGEST_LINE),
        iban=account if side == "Seller" else "",
        e_invoice_address=message.text(f"{way}Identifier") or file.text(f"{side}OrganisationUnitNumber"),
        e_invoice_operator=message.text(f"{way}Intermediator") or rests.value(f"{code}OPERATOR"),
    )


def _digits(number: str) -> str:
    """A Finnish business id as it is stored; any other as it is written."""
    try:
        return business_id(number)
    except Refused:
        return number


def _address(details: Node, side: str, rests: Rests) -> Address:
    code = side.upper()
    return Address(
        street=rests.whole(f"{code}STREET", details.texts(f"{side}StreetName"), LONGEST_LINE),
        postcode=details.text(f"{side}PostCodeIdentifier"),
        town=rests.whole(f"{code}TOWN", details.texts(f"{side}TownName"), LONGEST_LINE),
        country=details.text("CountryCode") or "FI",
    )


def line(row: Node, details: Node, *, turned: bool) -> EInvoiceLine:
    """One row; what only the whole tells about days holds for it too."""
    rests = Rests(row, "RowDefinition")
    net = row.money("RowVatExcludedAmount")
    quantity, price = row.number("InvoicedQuantity"), row.number("UnitPriceAmount")
    if quantity is None:
        quantity = Decimal(0) if net is None else Decimal(-1 if turned else 1)
    if price is None:
        price = abs(net.amount) if net is not None and abs(quantity) == 1 else Decimal(0)
    percent = row.number("RowDiscountPercent") or Rests.decimal(rests.value("DISCOUNT"))
    unit = row.part("InvoicedQuantity").attribute("QuantityUnitCode")
    kept = ZERO if net is None else net
    return EInvoiceLine(
        text=_text(row),
        quantity=-quantity if turned else quantity,
        unit=rests.whole("UNIT", (unit,) if unit else (), LONGEST_UNIT),
        unit_price=price,
        discount=percent,
        vat=_vat(row, "RowVatCode", "RowVatRatePercent"),
        net=-kept if turned else kept,
        supplied=_supplied(row, details),
    )


def _text(row: Node) -> str:
    """The name of a row; a description that begins with it is the whole text."""
    name, description = row.text("ArticleName"), row.texts("ArticleDescription")[:1]
    free = row.texts("RowFreeText")
    if description and description[0].startswith(name):
        return joined((*description, *free), LONGEST_TEXT)
    return " ".join(part for part in (name, *description, *free) if part)


def _supplied(row: Node, details: Node) -> DateRange | None:
    first = row.day("StartDate") or row.day("RowDeliveryDate") or details.day("InvoicingPeriodStartDate")
    last: date | None = (
        row.day("EndDate") or row.day("RowDeliveryDate") or details.day("InvoicingPeriodEndDate")
    )
    if first is None or last is None:
        return None
    if last < first:
        row.refused("EndDate")
    return DateRange(first, last)


def _vat(node: Node, code_name: str, rate_name: str) -> str:
    """The rate of a taxed row, the code of any other."""
    code, rate = node.text(code_name), node.number(rate_name)
    if code not in {"", TAXED}:
        return code
    return plain(rate) if rate else ZERO_RATE


def charges(details: Node, rests: Rests, *, turned: bool) -> Iterator[EInvoiceCharge]:
    """Discounts, then charges of the whole."""
    found = [(node, "FreeText", not turned) for node in details.parts("DiscountDetails")]
    found += [(node, "ReasonText", turned) for node in details.parts("ChargeDetails")]
    for at, (node, name, below) in enumerate(found, 1):
        amount = must(node.money("Amount"), node, "Amount")
        yield EInvoiceCharge(
            text=rests.whole(f"CHARGE-{at}", node.texts(name), LONGEST_REASON),
            amount=-amount if below else amount,
            vat=_vat(node, "VatCategoryCode", "VatRatePercent"),
        )


def vat_sum(node: Node, *, turned: bool) -> VatSum:
    """The VAT of one code and rate."""
    vat = _vat(node, "VatCode", "VatRatePercent")
    base, amount = node.money("VatBaseAmount") or ZERO, node.money("VatRateAmount") or ZERO
    return VatSum(
        code=vat if vat.isalpha() else TAXED,
        rate=Decimal(0) if vat.isalpha() else Decimal(vat),
        base=_signed(base, turned=turned),
        amount=_signed(amount, turned=turned),
    )


def _signed(amount: Money, *, turned: bool) -> Money:
    return -amount if turned else amount


def ground(details: Node, rests: Rests) -> tuple[str, str]:
    """The words and the code of an exemption."""
    for part in details.parts("VatSpecificationDetails"):
        if part.text("VatCode") == EXEMPT:
            words = rests.whole("GROUND-E", part.texts("VatFreeText"), LONGEST_GROUND)
            return words, part.text("VatExemptionReasonCode")
    return "", ""
