"""What keeps an invoice from becoming an e-invoice, found before anything is written.

The fields of the problems are those of the invoice: ``seller.iban``, ``buyer.street``, ``lines.3.text``.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from subcontract.codes import VAT_PREFIXES, is_country
from subcontract.invoicing.records import Invoice, InvoiceLine, Party
from subcontract.invoicing.totals import vat_code
from subcontract.papers.files.e_invoices.figures import comma, plain
from subcontract.papers.files.e_invoices.pieces import SHORTEST, pieces
from subcontract.papers.files.xml import one_line
from subcontract.problems import Code, Problem, Refused

LONGEST_NAME = 70
LONGEST_QUANTITY = 14
LONGEST_POSTCODE = 35
RATE_PLACES, PRICE_PLACES = 3, 5
REASON_CODE = re.compile(r"[A-Za-z0-9-]{1,20}", re.ASCII)
REFERENCE = re.compile(r"[0-9]{2,20}|RF[0-9]{2}[0-9A-Za-z]{1,21}", re.ASCII)
COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)
ACCOUNT = re.compile(r"[A-Z0-9]{1,34}", re.ASCII)
VATEX = re.compile(
    r"VATEX-EU-(79-C|132|132-1[A-Q]|135-1|143|143-1[A-L]|143-1FA|144|146-1E|148|148-[A-G]|151|151-1AA"
    r"|151-1[A-E]|153|159|309|AE|D|F|G|I|IC|J|O)"
)
"""Codes of the list VATEX that stand for grounds of the whole Union."""
OUTSIDE = "O"
NEED_SELLER_ID = frozenset({"S", "Z", "AE"})


def must_be_writable(problems: Iterable[Problem]) -> None:
    """Refuse with every problem found."""
    found = tuple(problems)
    if found:
        raise Refused(*found)


def finvoice_problems(invoice: Invoice, encoding: str) -> Iterator[Problem]:
    """What Finvoice 3.0 could not hold or must have; ``encoding`` tells the letters of the file."""
    yield from _common(invoice)
    for side, party in (("seller", invoice.seller), ("buyer", invoice.buyer)):
        yield from _texts_survive(side, party, encoding)
        yield from _address(side, party)
    if not ACCOUNT.fullmatch(invoice.seller.iban):
        yield _wrong("seller.iban", invoice.seller.iban, Code.BAD_IBAN)
    if invoice.reference and not REFERENCE.fullmatch(invoice.reference):
        yield Problem(code=Code.BAD_REFERENCE, field="reference")
    if invoice.exemption_code and not REASON_CODE.fullmatch(invoice.exemption_code):
        yield Problem(code=Code.UNKNOWN_VALUE, field="exemption_code")
    for at, line in enumerate(invoice.lines):
        yield from _finvoice_line(f"lines.{at}", line, encoding)


def ubl_problems(invoice: Invoice) -> Iterator[Problem]:
    """What a Peppol invoice must have beside the usual."""
    yield from _common(invoice)
    for side, party in (("seller", invoice.seller), ("buyer", invoice.buyer)):
        yield from _endpoint(side, party)
        if not is_country(party.address.country):
            yield _wrong(f"{side}.country", party.address.country, Code.UNKNOWN_VALUE)
        if party.vat_id and party.vat_id[:2] not in VAT_PREFIXES:
            yield Problem(code=Code.BAD_VAT_ID, field=f"{side}.vat_id", facts={"reason": "form"})
    codes = {one.code for one in invoice.vat}
    if OUTSIDE in codes and len(codes) > 1:
        yield Problem(code=Code.AMBIGUOUS, field="lines")
    if not invoice.seller.vat_id and not invoice.seller.business_id:
        yield Problem(code=Code.REQUIRED, field="seller.business_id")
    if invoice.exemption_code and not VATEX.fullmatch(invoice.exemption_code):
        yield Problem(code=Code.UNKNOWN_VALUE, field="exemption_code")


def _common(invoice: Invoice) -> Iterator[Problem]:
    """What either format needs: a number, names, lines, and the ids that the VAT asks for."""
    if invoice.number < 1:
        yield Problem(code=Code.WRONG_STATE, field="number")
    if not invoice.lines:
        yield Problem(code=Code.REQUIRED, field="lines")
    for side, party in (("seller", invoice.seller), ("buyer", invoice.buyer)):
        if len(party.name.strip()) < SHORTEST:
            yield Problem(code=Code.REQUIRED, field=f"{side}.name")
    codes = {vat_code(line.vat)[0] for line in invoice.lines}
    if codes & NEED_SELLER_ID and not invoice.seller.vat_id:
        yield Problem(code=Code.REQUIRED, field="seller.vat_id")
    if "AE" in codes and not (invoice.buyer.vat_id or invoice.buyer.business_id):
        yield Problem(code=Code.BUYER_VAT_ID_NEEDED, field="buyer.vat_id")
    if "E" in codes and invoice.seller.vat_id and not invoice.exemption.strip():
        yield Problem(code=Code.REQUIRED, field="exemption")
    for at, line in enumerate(invoice.lines):
        if not one_line(line.text, "utf-8"):
            yield Problem(code=Code.REQUIRED, field=f"lines.{at}.text")


def _texts_survive(side: str, party: Party, encoding: str) -> Iterator[Problem]:
    """A name of letters that the file does not have would be lost."""
    name = one_line(party.name, encoding)
    if party.name.strip() and any(len(one) < SHORTEST for one in pieces(name, LONGEST_NAME) or ("",)):
        yield Problem(code=Code.FORBIDDEN_CHARACTER, field=f"{side}.name")


def _address(side: str, party: Party) -> Iterator[Problem]:
    """A postal address has a street, a postcode and a town, or is left out."""
    address = party.address
    parts = {"street": address.street, "postcode": address.postcode, "town": address.town}
    if any(parts.values()):
        for name, text in parts.items():
            if len(text.strip()) < SHORTEST:
                yield Problem(code=Code.REQUIRED, field=f"{side}.{name}")
        if len(address.postcode.strip()) > LONGEST_POSTCODE:
            yield Problem(code=Code.TOO_LONG, field=f"{side}.postcode", facts={"most": LONGEST_POSTCODE})
        if not COUNTRY.fullmatch(address.country):
            yield Problem(code=Code.UNKNOWN_VALUE, field=f"{side}.country")


def _finvoice_line(place: str, line: InvoiceLine, encoding: str) -> Iterator[Problem]:
    if len(comma(line.quantity)) >= LONGEST_QUANTITY:
        yield Problem(code=Code.TOO_LARGE, field=f"{place}.quantity")
    if _places(line.unit_price) > PRICE_PLACES:
        yield _too_fine(f"{place}.unit_price", PRICE_PLACES)
    if _places(vat_code(line.vat)[1]) > RATE_PLACES:
        yield _too_fine(f"{place}.vat", RATE_PLACES)
    if line.text.strip() and not one_line(line.text, encoding):
        yield Problem(code=Code.FORBIDDEN_CHARACTER, field=f"{place}.text")


def _endpoint(side: str, party: Party) -> Iterator[Problem]:
    """An address in the network of Peppol: an OVT code, never an account."""
    address = party.e_invoice_address
    if not address:
        yield Problem(code=Code.REQUIRED, field=f"{side}.e_invoice_address")
    elif not address[0].isdecimal():
        yield Problem(
            code=Code.BAD_E_INVOICE_ADDRESS, field=f"{side}.e_invoice_address", facts={"reason": "form"}
        )


def _wrong(field: str, said: str, code: Code) -> Problem:
    """What is missing is required; what is there is wrong in its own way."""
    if not said:
        return Problem(code=Code.REQUIRED, field=field)
    facts = {"reason": "form"} if code is Code.BAD_IBAN else {}
    return Problem(code=code, field=field, facts=facts)


def _too_fine(field: str, places: int) -> Problem:
    return Problem(code=Code.TOO_MANY_DECIMALS, field=field, facts={"places": places})


def _places(number: Decimal) -> int:
    """How many decimals a number has."""
    return len(plain(number).partition(".")[2])
