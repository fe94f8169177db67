"""Issues an invoice: number, reference and paper in one transaction; never changed after that."""

from dataclasses import dataclass, field

from subcontract import papers
from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.lateness_facts import must_not_charge_twice
from subcontract.actions.make_quote import TextsIn
from subcontract.actions.name_nobody import must_name_nobody
from subcontract.actions.prepaid_facts import overdrawing
from subcontract.clock import Clock
from subcontract.ids import DraftId, InvoiceId, UnitId
from subcontract.invoicing.issuing import SERIES, Issue, issued, must_be_issuable
from subcontract.invoicing.records import Draft, Invoice, InvoiceKind
from subcontract.invoicing.terms import InvoicingTerms
from subcontract.people.unit import Unit
from subcontract.ports import Books, Paper
from subcontract.problems import Code, Refused, refuse
from subcontract.words import N_

PAPER = "invoice"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueInvoice:
    """A draft as the asker saw it."""

    draft: DraftId
    version: int
    texts_in: TextsIn = field(repr=False, compare=False)


def issue_invoice(ask: IssueInvoice, books: Books, clock: Clock, who: Worker) -> Done:
    """Issue a draft; a second press gives the same invoice.

    Refuses a draft changed meanwhile (``changed_elsewhere``), a total below zero (``negative_total``),
    texts that name a client (``names_a_client``), more taken off than is left of a prepayment
    (``prepayment_used``), late interest that another paper charges (``already_invoiced``) and what
    ``must_be_issuable`` finds.
    """
    who.must_be_allowed(Permission.ISSUE_INVOICES)
    before = books.invoices.find(InvoiceId(ask.draft))
    if before is not None:
        return _done(before)
    draft = books.drafts.get(ask.draft)
    if draft.version != ask.version:
        raise refuse(Code.CHANGED_ELSEWHERE)
    customer, unit = books.customers.get(draft.customer), books.units.get(draft.unit)
    must_be_issuable(draft, customer, unit, clock.today())
    terms = terms_of_unit(books, draft.unit)
    must_name_nobody(books, (*texts_of(draft), *texts_of_unit(unit, terms)))
    must_not_charge_twice(books, draft.lines)
    if (problem := overdrawing(books, draft)) is not None:
        raise Refused(problem)
    return _done(issue_one(draft, books, Issuing(clock=clock, who=who, texts_in=ask.texts_in, terms=terms)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuing:
    """Who issues, and what the paper is made by."""

    clock: Clock
    who: Worker
    texts_in: TextsIn
    terms: InvoicingTerms | None


def issue_one(draft: Draft, books: Books, by: Issuing) -> Invoice:
    """Make the invoice of a draft that may be issued, and keep its paper."""
    customer, unit = books.customers.get(draft.customer), books.units.get(draft.unit)
    issue = issue_now(books, by.clock, by.who, draft)
    replaced = books.invoices.get(draft.replaces) if draft.replaces else None
    invoice = issued(draft, customer, unit, issue, replaced)
    books.drafts.remove(draft)
    books.invoices.add(invoice)
    archive(books, invoice, by.texts_in, by.terms)
    return invoice


def issue_now(books: Books, clock: Clock, who: Worker, of: Draft | Invoice) -> Issue:
    """The next place in the unit's series; invoices and credit notes share it."""
    place = books.numbers.take(of.unit, SERIES)
    return Issue(place=place, by=who.staff, day=clock.today(), at=clock.now())


def archive(books: Books, invoice: Invoice, texts_in: TextsIn, terms: InvoicingTerms | None) -> None:
    """Keep the paper byte for byte: every later print is this one."""
    texts = texts_in(invoice.language)
    content = papers.invoice_pdf(invoice, books.units.get(invoice.unit), texts, terms)
    name = texts.say(N_("invoice-{number}"), number=str(invoice.number))
    if invoice.kind is InvoiceKind.CREDIT_NOTE:
        name = texts.say(N_("credit-note-{number}"), number=str(invoice.number))
    paper = Paper(of=invoice.id, kind=PAPER, name=f"{name}.pdf", content=content, made_at=invoice.at)
    books.papers.add(paper)


def texts_of(draft: Draft) -> tuple[tuple[str, str], ...]:
    """What the paper says in the user's words, with the fields."""
    return (
        ("note", draft.note),
        ("order_number", draft.order_number),
        ("exemption", draft.exemption),
        ("buyer_reference", draft.buyer_reference),
        ("buyer_cost_centre", draft.buyer_cost_centre),
        *(("attachments", name) for name in draft.attachments),
        *(("text", text) for line in draft.lines for text in (line.text, line.unit)),
    )


def terms_of_unit(books: Books, unit: UnitId) -> InvoicingTerms | None:
    """The terms that a unit has saved."""
    return next(iter(books.invoicing.terms.where(unit=unit)), None)


def texts_of_unit(unit: Unit, terms: InvoicingTerms | None) -> tuple[tuple[str, str], ...]:
    """What every invoice of a unit says: a client of that name may have come after it was written."""
    opening = terms.opening if terms else ""
    return (("opening", opening), ("invoice_note", unit.invoice_note))


def _done(invoice: Invoice) -> Done:
    """What came of it; an issued invoice is not undone but credited."""
    return Done(
        changed=frozenset({Kind.DRAFTS, Kind.INVOICES}),
        id=invoice.id,
        facts={"number": invoice.number, "total": invoice.total},
    )
