"""Edits a draft: its texts, discounts and which lines it has; quantities and prices come from the work."""

from dataclasses import dataclass, replace
from decimal import Decimal

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.claims import free, stands_on
from subcontract.actions.discard_draft import RestoreDraft, restore_draft
from subcontract.clock import Clock
from subcontract.ids import DraftId, InvoiceLineId
from subcontract.invoicing.privacy import problems_of_texts
from subcontract.invoicing.records import Draft, InvoiceLine
from subcontract.invoicing.totals import LineAmounts, line_net
from subcontract.jobs.vat_classes import BY_CODE
from subcontract.people.findings import Findings
from subcontract.ports import Books
from subcontract.problems import Code, Problem, Refused
from subcontract.words import N_

LONGEST_TEXT = 200
LONGEST_NUMBER = 60
LONGEST_REFERENCE = 120
LONGEST_NOTE = 1000
MOST_DISCOUNT = 100
MOST_ATTACHMENTS = 20
LONGEST = {
    **dict.fromkeys(("order_number", "buyer_cost_centre"), LONGEST_NUMBER),
    "buyer_reference": LONGEST_REFERENCE,
    **dict.fromkeys(("text", "attachments"), LONGEST_TEXT),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLineEdit:
    """What a line says and how much is taken off."""

    line: InvoiceLineId
    text: str
    discount: Decimal = Decimal(0)
    """Hundredths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditDraft:
    """A draft as it should be; lines that are not named stay as they are."""

    draft: DraftId
    version: int
    order_number: str = ""
    buyer_reference: str = ""
    note: str = ""
    exemption: str = ""
    exemption_code: str = ""
    """Of ``EXEMPTIONS``; empty when the ground is written in own words."""
    buyer_cost_centre: str = ""
    attachments: tuple[str, ...] = ()
    """Names of the papers that go with the invoice."""
    lines: tuple[DraftLineEdit, ...] = ()
    removed: frozenset[InvoiceLineId] = frozenset()
    """Lines to leave out; their work is free again."""


def edit_draft(ask: EditDraft, books: Books, clock: Clock, who: Worker) -> Done:  # noqa: ARG001
    """Save the draft's texts and lines.

    Refuses texts that name a client (``names_a_client``), a line without a text, a discount outside
    0 to 100, a draft left without lines (``required``: discard it), and a line taken away whose work
    another line corrects (``corrected_later``).
    """
    who.must_be_allowed(Permission.EDIT_INVOICES)
    draft = books.drafts.get(ask.draft)
    problems = (*_problems(ask, draft), *problems_of_texts(_texts(ask), books.clients.names()))
    if problems:
        raise Refused(*problems)
    removed = tuple(line for line in draft.lines if line.id in ask.removed)
    stood_on = stands_on(books, removed)
    free(books, removed)
    saved = books.drafts.save(edited(draft, ask))
    back = RestoreDraft(draft=draft, left=saved, stood_on=stood_on)
    undo = Undo(name=N_("edit draft invoice"), action=restore_draft, ask=back)
    return Done(changed=frozenset({Kind.DRAFTS}), id=saved.id, undo=undo)


def edited(draft: Draft, ask: EditDraft) -> Draft:
    """The draft as asked."""
    edits = {edit.line: edit for edit in ask.lines}
    return replace(
        draft,
        version=ask.version,
        order_number=ask.order_number.strip(),
        buyer_reference=ask.buyer_reference.strip(),
        note=ask.note.strip(),
        exemption=ask.exemption.strip(),
        exemption_code=ask.exemption_code,
        buyer_cost_centre=ask.buyer_cost_centre.strip(),
        attachments=tuple(name.strip() for name in ask.attachments if name.strip()),
        lines=tuple(_edited(line, edits.get(line.id)) for line in draft.lines if line.id not in ask.removed),
    )


def _edited(line: InvoiceLine, edit: DraftLineEdit | None) -> InvoiceLine:
    """One line as asked, its net reckoned anew."""
    if edit is None:
        return line
    amounts = LineAmounts(
        quantity=line.quantity, unit_price=line.unit_price, discount=edit.discount, vat=line.vat
    )
    return replace(line, text=edit.text.strip(), discount=edit.discount, net=line_net(amounts))


def _texts(ask: EditDraft) -> tuple[tuple[str, str], ...]:
    """Every text that will be read by the customer, with its field."""
    return (
        ("order_number", ask.order_number),
        ("buyer_reference", ask.buyer_reference),
        ("note", ask.note),
        ("exemption", ask.exemption),
        ("buyer_cost_centre", ask.buyer_cost_centre),
        *(("attachments", name) for name in ask.attachments),
        *(("text", edit.text) for edit in ask.lines),
    )


def _problems(ask: EditDraft, draft: Draft) -> tuple[Problem, ...]:
    """What is wrong with the asked texts and lines."""
    found = Findings()
    if all(line.id in ask.removed for line in draft.lines):
        found.add(Code.REQUIRED, "lines")
    if ask.exemption_code and ask.exemption_code not in BY_CODE:
        found.add(Code.UNKNOWN_VALUE, "exemption_code")
    if len(ask.attachments) > MOST_ATTACHMENTS:
        found.add(Code.TOO_LARGE, "attachments", most=MOST_ATTACHMENTS)
    for name, text in _texts(ask):
        if name == "note":
            found.note(text, name, longest=LONGEST_NOTE)
        else:
            found.line(text.strip(), name, required=name == "text", longest=LONGEST.get(name, LONGEST_NOTE))
    for edit in ask.lines:
        if not 0 <= edit.discount <= MOST_DISCOUNT:
            found.add(Code.TOO_LARGE, "discount", most=MOST_DISCOUNT)
    return tuple(found.problems)
