"""How e-invoices are told: columns, states, what is missing, and what a file says; no Qt."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from subcontract.clock import HELSINKI
from subcontract.codes import print_business_id
from subcontract.invoicing.records import InvoiceKind, Party
from subcontract.jobs.customer import EInvoiceFormat
from subcontract.money import Money
from subcontract.papers.files.csv_file import Cell, csv_bytes
from subcontract.papers.files.e_invoices.e_invoice import EInvoice
from subcontract.problems import Code, Problem
from subcontract.words import N_, Texts
from ui.presenters.invoices.e_invoices.e_invoice_reading import Going, GoingFacts
from ui.presenters.tables.table import STAYS, CellKind, Column, Row
from ui.presenters.tone import State, Tone
from ui.problem_sentences import explain

COLUMNS = (
    Column(key="number", title=N_("Number")),
    Column(key="customer", title=N_("Customer"), grows=True),
    Column(key="state", title=N_("State"), kind=CellKind.STATE, width=21, worth=STAYS),
    Column(key="format", title=N_("Format"), worth=0),
    Column(key="day", title=N_("Date"), kind=CellKind.DATE, width=12, worth=2),
    Column(key="total", title=N_("Total"), kind=CellKind.MONEY, total=True, worth=3),
)
FORMATS: Mapping[EInvoiceFormat, str] = {
    EInvoiceFormat.PAPER: N_("Paper or PDF"),
    EInvoiceFormat.FINVOICE: N_("Finvoice"),
    EInvoiceFormat.UBL: N_("UBL (Peppol)"),
}
MISSING: Mapping[str, str] = {
    "seller.e_invoice_address": N_("our own e-invoice address"),
    "seller.e_invoice_operator": N_("our own e-invoice operator"),
    "seller.iban": N_("our own account number"),
    "seller.vat_id": N_("our own VAT id"),
    "seller.business_id": N_("our own business id"),
    "buyer.e_invoice_address": N_("customer's e-invoice address"),
    "buyer.e_invoice_operator": N_("customer's e-invoice operator"),
    "buyer.street": N_("customer's street address"),
    "buyer.postcode": N_("customer's postcode"),
    "buyer.town": N_("customer's town"),
    "buyer.vat_id": N_("customer's VAT id"),
    "exemption": N_("ground of exemption"),
}
OWN_ADDRESS = N_("Peppol needs an e-invoice address that begins with 0037: our own is an account number.")
THEIR_ADDRESS = N_("Peppol needs an e-invoice address that begins with 0037: the customer's is an account.")


def missing(problems: tuple[Problem, ...], texts: Texts) -> str:
    """What keeps an invoice from going, in a few words."""
    return ", ".join(dict.fromkeys(_missing(problem, texts) for problem in problems))


def _missing(problem: Problem, texts: Texts) -> str:
    if problem.code in {Code.REQUIRED, Code.BUYER_VAT_ID_NEEDED} and problem.field in MISSING:
        return texts.say(MISSING[problem.field])
    if problem.code is Code.BAD_E_INVOICE_ADDRESS:
        return texts.say(OWN_ADDRESS if problem.field.startswith("seller") else THEIR_ADDRESS)
    return explain(problem, texts)


def state_of(going: Going, texts: Texts) -> State:
    """What has become of an invoice."""
    last = going.last
    if last is None and going.problems:
        words = texts.say(N_("Missing: {what}"), what=missing(going.problems, texts))
        return State(words, Tone.ATTENTION)
    if last is None:
        return State(texts.say(N_("Not sent")), Tone.INFO, "clock")
    if last.received_on is not None:
        return State(texts.say(N_("Received {day}"), day=last.received_on), Tone.READY)
    day = last.made_at.astimezone(HELSINKI).date()
    return State(texts.say(N_("Sent {day}"), day=day), Tone.NONE, "paper-plane-tilt")


def row_of(going: Going, texts: Texts) -> Row:
    """An invoice in the list."""
    head, last = going.head, going.last
    return Row(
        id=head.id,
        cells={
            "number": str(head.number),
            "customer": going.customer,
            "state": state_of(going, texts),
            "format": texts.say(FORMATS[going.format]),
            "day": head.day,
            "total": signed_total(going),
        },
        tone=Tone.ATTENTION if going.problems else Tone.NONE,
        search=f"{head.reference} {last.file_name if last else ''}",
        sort={"number": head.number},
    )


def signed_total(going: Going) -> Money:
    """What it comes to: a credit note takes away."""
    head = going.head
    return -head.total if head.kind is InvoiceKind.CREDIT_NOTE else head.total


def file_facts(facts: EInvoice, texts: Texts) -> Iterator[tuple[str, str]]:
    """What a Finvoice says, read back from its bytes: ``(label, value)``."""
    say = texts.say
    kind = N_("Credit note") if facts.kind is InvoiceKind.CREDIT_NOTE else N_("Invoice")
    yield say(kind), facts.number
    yield say(N_("Date")), texts.day(facts.day)
    yield say(N_("Due day")), texts.day(facts.due)
    yield say(N_("Reference number")), facts.reference
    yield say(N_("Seller")), _party(facts.seller)
    yield say(N_("Goes from")), _way(facts.seller)
    yield say(N_("Buyer")), _party(facts.buyer)
    yield say(N_("Goes to")), _way(facts.buyer)
    yield say(N_("Order number")), facts.order_number
    yield say(N_("Buyer's reference")), facts.buyer_reference
    yield say(N_("Lines")), texts.number(len(facts.lines) + len(facts.charges))
    yield say(N_("Without VAT")), texts.money(facts.net)
    for one in facts.vat:
        label = say(N_("VAT {rate}"), rate=texts.percent(one.rate) if one.code == "S" else one.code)
        yield label, texts.money(one.amount)
    yield say(N_("Total")), texts.money(facts.total)


def _party(party: Party) -> str:
    number = party.business_id
    printed = print_business_id(number) if number.isdecimal() else number
    return ", ".join(part for part in (party.name, printed) if part)


def _way(party: Party) -> str:
    return " / ".join(part for part in (party.e_invoice_address, party.e_invoice_operator) if part)


def receipt_list(facts: GoingFacts, texts: Texts) -> bytes:
    """Every file that has gone, for the folder: what, when, by whom, with which bytes, and its receipt."""
    titles = (
        N_("Number"),
        N_("Customer"),
        N_("Date"),
        N_("Total"),
        N_("Format"),
        N_("File"),
        N_("Sent"),
        N_("Sent by"),
        N_("Received"),
        N_("Note"),
        N_("Checksum (SHA-256)"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            going.head.number,
            going.customer,
            going.head.day,
            signed_total(going),
            texts.say(FORMATS[sent.format]),
            sent.file_name,
            texts.moment(sent.made_at),
            facts.names.get(sent.made_by, ""),
            sent.received_on,
            sent.note,
            sent.digest,
        )
        for going in facts.going
        for sent in going.sendings
    ]
    return csv_bytes([texts.say(title) for title in titles], rows)


class Shown(StrEnum):
    """Which invoices the list shows."""

    WAITING = "waiting"
    SENT = "sent"
    RECEIVED = "received"
    ALL = "all"


SHOWN_WORDS = {
    Shown.WAITING: N_("Not sent"),
    Shown.SENT: N_("Sent"),
    Shown.RECEIVED: N_("Received"),
    Shown.ALL: N_("All"),
}
NONE_KEPT = {
    Shown.WAITING: N_("All e-invoices have been sent."),
    Shown.SENT: N_("None is on its way."),
    Shown.RECEIVED: N_("None has been marked as received."),
}
"""Why a list of some of them is empty."""
