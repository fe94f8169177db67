"""Drafts an invoice of the late interest and collection costs of a customer's invoices."""

from dataclasses import dataclass, field

from subcontract import ids
from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.discard_draft import TakeDraftBack, take_draft_back
from subcontract.actions.lateness_facts import late_invoices, reminding
from subcontract.actions.make_quote import TextsIn
from subcontract.clock import Clock
from subcontract.days import DateRange
from subcontract.ids import DraftId, InvoiceId
from subcontract.invoicing.collecting.interest_invoice import interest_lines
from subcontract.invoicing.records import Draft, Invoice, InvoiceLine
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeInterestInvoice:
    """Late invoices of one customer."""

    invoices: tuple[InvoiceId, ...]
    texts_in: TextsIn = field(repr=False, compare=False)


def make_interest_invoice(ask: MakeInterestInvoice, books: Books, clock: Clock, who: Worker) -> Done:
    """Draft the invoice; what an interest invoice or a draft of one charges already is left out.

    Refuses when nothing is left to charge (``nothing_to_do``), invoices of several customers
    (``other_person``), and a half-year whose reference rate is not known (``rate_unknown``).
    """
    who.must_be_allowed(Permission.EDIT_INVOICES)
    late = late_invoices(books, ask.invoices)
    customers = {one.invoice.customer for one in late}
    if len(customers) > 1:
        raise refuse(Code.OTHER_PERSON, "invoices")
    by = reminding(books, who.unit, clock.today())
    lines = tuple(
        line for one in late for line in interest_lines(one, by, ask.texts_in(one.invoice.language))
    )
    if not lines:
        raise refuse(Code.NOTHING_TO_DO)
    first = late[0].invoice
    draft = Draft(
        id=DraftId(ids.new()),
        unit=who.unit,
        customer=first.customer,
        period=_period(lines),
        lines=lines,
        order_number=first.order_number,
        buyer_reference=first.buyer_reference,
        buyer_cost_centre=first.buyer_cost_centre,
        note=_note(tuple(one.invoice for one in late), ask.texts_in),
        made_on=clock.today(),
    )
    books.drafts.add(draft)
    undo = Undo(name=N_("make interest invoice"), action=take_draft_back, ask=TakeDraftBack(draft=draft))
    return Done(changed=frozenset({Kind.DRAFTS, Kind.REMINDERS}), id=draft.id, undo=undo)


def _period(lines: tuple[InvoiceLine, ...]) -> DateRange:
    """From the first day charged to the last."""
    return DateRange(min(line.supplied.first for line in lines), max(line.supplied.last for line in lines))


def _note(invoices: tuple[Invoice, ...], texts_in: TextsIn) -> str:
    """What the paper says of the invoices that were paid late."""
    texts = texts_in(invoices[0].language)
    sentence = N_("Invoice {number} of {day} was due on {due}.")
    told = (texts.say(sentence, number=str(one.number), day=one.day, due=one.due) for one in invoices)
    return "\n".join(told)
