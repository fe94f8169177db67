"""The list of drafts and issued invoices: its columns, its rows, and which of them are shown; no Qt."""

from datetime import date
from enum import StrEnum

from subcontract.invoicing.issuing import problems_of, totals_of
from subcontract.invoicing.records import Draft, InvoiceKind
from subcontract.invoicing.states import InvoiceState, open_sum, state_of
from subcontract.ports import InvoiceHead
from subcontract.problems import Problem
from subcontract.words import N_, Texts
from ui.presenters.invoices.lacks import missing_words
from ui.presenters.invoices.reading import ListFacts
from ui.presenters.invoices.words import state_words
from ui.presenters.tables.table import STAYS, CellKind, Column, Row
from ui.presenters.tone import State, Tone

COLUMNS = (
    Column(key="number", title=N_("Number")),
    Column(key="customer", title=N_("Customer"), grows=True),
    Column(key="state", title=N_("State"), kind=CellKind.STATE, worth=3),
    Column(key="day", title=N_("Date"), kind=CellKind.DATE),
    Column(key="due", title=N_("Due day"), kind=CellKind.DATE, worth=2),
    Column(key="net", title=N_("Without VAT"), kind=CellKind.MONEY, total=True, worth=0),
    Column(key="total", title=N_("Total"), kind=CellKind.MONEY, total=True),
    Column(key="open", title=N_("Still open"), kind=CellKind.MONEY, total=True, worth=STAYS),
)
AFTER_ALL = 10**9
"""Drafts have no number yet: sorted by it they stand after every invoice."""


class Kept(StrEnum):
    """Which invoices the list shows."""

    ALL = "all"
    DRAFTS = "drafts"
    UNPAID = "unpaid"
    OVERDUE = "overdue"
    PAID = "paid"


KEPT_WORDS = {
    Kept.ALL: N_("All"),
    Kept.DRAFTS: N_("Drafts"),
    Kept.UNPAID: N_("Awaiting payment"),
    Kept.OVERDUE: N_("Overdue"),
    Kept.PAID: N_("Paid invoices"),
}
KEPT_STATES = {
    Kept.DRAFTS: frozenset({InvoiceState.DRAFT}),
    Kept.UNPAID: frozenset(
        {
            InvoiceState.OPEN,
            InvoiceState.PARTLY_PAID,
            InvoiceState.PARTLY_CREDITED,
            InvoiceState.OVERDUE,
        }
    ),
    Kept.OVERDUE: frozenset({InvoiceState.OVERDUE}),
    Kept.PAID: frozenset({InvoiceState.PAID, InvoiceState.OVERPAID}),
}


def problems_of_draft(draft: Draft, facts: ListFacts, today: date) -> tuple[Problem, ...]:
    """What keeps a draft from being issued."""
    customer = facts.customers.get(draft.customer)
    return problems_of(draft, customer, facts.unit, today) if customer is not None else ()


def draft_row(draft: Draft, problems: tuple[Problem, ...], facts: ListFacts, texts: Texts) -> Row:
    """A draft, and what it lacks."""
    totals = totals_of(draft.lines)
    state = state_words(InvoiceState.DRAFT, texts)
    if problems:
        missing = missing_words(problems, texts)
        state = State(texts.say(N_("Draft. Missing: {what}"), what=missing), Tone.ATTENTION, "pencil-simple")
    cells: dict[str, object] = {
        "number": texts.say(N_("Draft")),
        "customer": facts.name_of(draft.customer),
        "state": state,
        "day": draft.made_on,
        "net": totals.net,
        "total": totals.total,
    }
    return Row(id=draft.id, cells=cells, tone=Tone.INFO, sort={"number": AFTER_ALL})


def head_row(head: InvoiceHead, facts: ListFacts, texts: Texts, today: date) -> Row:
    """An issued invoice or a credit note."""
    state = state_of(head, head.settled, today)
    note = head.kind is InvoiceKind.CREDIT_NOTE
    cells: dict[str, object] = {
        "number": str(head.number),
        "customer": facts.name_of(head.customer),
        "state": state_words(state, texts),
        "day": head.day,
        "due": None if note else head.due,
        "net": -head.net if note else head.net,
        "total": -head.total if note else head.total,
        "open": open_sum(head, head.settled) or None,
    }
    tone = Tone.WRONG if state is InvoiceState.OVERDUE else Tone.NONE
    return Row(id=head.id, cells=cells, tone=tone, search=head.reference, sort={"number": head.number})
