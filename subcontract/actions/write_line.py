"""Adds a line to a draft by hand, or a charge or a discount on the whole invoice."""

from dataclasses import dataclass, field, replace

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.discard_draft import RestoreDraft, restore_draft
from subcontract.actions.make_draft import must_have_buyer_of
from subcontract.actions.make_quote import TextsIn
from subcontract.actions.name_nobody import must_name_nobody
from subcontract.clock import Clock
from subcontract.days import DateRange
from subcontract.ids import DraftId, JobId
from subcontract.invoicing.drafting.arranging import days_of_work
from subcontract.invoicing.drafting.hand_lines import HandLine, Place, check_line, hand_line
from subcontract.invoicing.grounds import with_ground
from subcontract.invoicing.records import Draft, LineKind
from subcontract.people.findings import Findings
from subcontract.ports import Books
from subcontract.problems import Code
from subcontract.words import N_

KINDS = frozenset({LineKind.OTHER, LineKind.CHARGE})


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteLine:
    """What the line says and of which days; of a charge the price is the sum, below nought a discount."""

    draft: DraftId
    version: int
    line: HandLine
    texts_in: TextsIn = field(repr=False, compare=False)
    supplied: DateRange | None = None
    """The days of the draft's other lines when ``None``."""
    kind: LineKind = LineKind.OTHER
    job: JobId | None = None


def write_line(ask: WriteLine, books: Books, _clock: Clock, who: Worker) -> Done:
    """Put the line last on the draft; its VAT is that of the last day of its supply.

    Refuses what is wrong beside its field, a text that names a client (``names_a_client``), reverse charge
    to a buyer without a VAT id (``buyer_vat_id_needed``) and another's job (``not_found``).
    """
    who.must_be_allowed(Permission.EDIT_INVOICES)
    draft = books.drafts.get(ask.draft)
    customer = books.customers.get(draft.customer)
    _check(ask, draft, books)
    must_name_nobody(books, (("text", ask.line.text), ("unit", ask.line.unit)))
    registered = books.units.get(draft.unit).vat_registered
    days = ask.supplied or days_of_work(draft)
    place = Place(supplied=days, registered=registered, kind=ask.kind, job=ask.job)
    line = hand_line(ask.line, place)
    must_have_buyer_of((line,), customer)
    longer = replace(draft, version=ask.version, lines=(*draft.lines, line))
    if registered:
        longer = with_ground(longer, ask.line.vat_class, ask.texts_in(customer.language))
    saved = books.drafts.save(longer)
    undo = Undo(name=N_("line on a draft"), action=restore_draft, ask=RestoreDraft(draft=draft, left=saved))
    return Done(changed=frozenset({Kind.DRAFTS}), id=saved.id, undo=undo, facts={"net": line.net})


def _check(ask: WriteLine, draft: Draft, books: Books) -> None:
    """Refuse with everything that is wrong."""
    found = Findings()
    check_line(ask.line, found, signed=ask.kind is LineKind.CHARGE)
    if ask.kind not in KINDS:
        found.add(Code.UNKNOWN_VALUE, "kind")
    if not ask.line.unit_price:
        found.add(Code.REQUIRED, "unit_price")
    if ask.job is not None and books.jobs.get(ask.job).customer != draft.customer:
        found.add(Code.NOT_FOUND, "job")
    found.refuse_any()
