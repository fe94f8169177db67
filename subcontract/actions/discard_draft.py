"""Discards a draft, which frees its work, and takes a discarded or edited draft back."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.billing_facts import WHOLE, shares_left
from subcontract.actions.claims import claim_again, free, stands_on
from subcontract.actions.lateness_facts import must_not_charge_twice
from subcontract.actions.put_back import same_content, with_version_of
from subcontract.clock import Clock
from subcontract.ids import DraftId, EntryId, PhaseId
from subcontract.invoicing.records import Draft, InvoiceLine
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscardDraft:
    """A draft as the asker saw it."""

    draft: DraftId
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreDraft:
    """A draft as it was, and as the step that is taken back left it: ``None`` when it took it away."""

    draft: Draft
    left: Draft | None = None
    stood_on: frozenset[EntryId] = frozenset()
    """Work, billed elsewhere, to which the lines that come back bill differences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeDraftBack:
    """A draft as the step that made it, or brought it back, left it."""

    draft: Draft


def discard_draft(ask: DiscardDraft, books: Books, clock: Clock, who: Worker) -> Done:  # noqa: ARG001
    """Take a draft away; its work can be invoiced again.

    Refuses work whose correction another line bills (``corrected_later``): that line goes first.
    """
    who.must_be_allowed(Permission.EDIT_INVOICES)
    return _away(replace(books.drafts.get(ask.draft), version=ask.version), books)


def take_draft_back(ask: TakeDraftBack, books: Books, clock: Clock, who: Worker) -> Done:  # noqa: ARG001
    """Take away a draft that a step made; refuses as discarding does, and ``changed_elsewhere``.

    What is compared is the content, so that a draft edited and put back again can be taken away.
    """
    who.must_be_allowed(Permission.EDIT_INVOICES)
    stored = books.drafts.find(ask.draft.id)
    if stored is None or not same_content(stored, ask.draft):
        raise refuse(Code.CHANGED_ELSEWHERE)
    return _away(stored, books)


def _away(draft: Draft, books: Books) -> Done:
    """Free the work of the draft and remove it."""
    back = RestoreDraft(draft=draft, stood_on=stands_on(books, draft.lines))
    free(books, draft.lines)
    books.drafts.remove(draft)
    undo = Undo(name=N_("discard draft invoice"), action=restore_draft, ask=back)
    return Done(changed=frozenset({Kind.DRAFTS}), id=draft.id, undo=undo)


def restore_draft(ask: RestoreDraft, books: Books, clock: Clock, who: Worker) -> Done:  # noqa: ARG001
    """Put a draft back as it was.

    Refuses a draft that is no longer as the step left it and differences to work that is not billed any
    more (``changed_elsewhere``), work that is on another line by now, corrected or not
    (``already_invoiced``) and interest likewise, work whose correction another line bills
    (``corrected_later``) and shares over a fixed price (``over_fixed_price``).
    """
    who.must_be_allowed(Permission.EDIT_INVOICES)
    current = books.drafts.find(ask.draft.id)
    if not _same(current, ask.left):
        raise refuse(Code.CHANGED_ELSEWHERE)
    if current is None:
        draft = replace(ask.draft, version=1)
        books.drafts.add(draft)
        undo = Undo(name=N_("discard draft invoice"), action=take_draft_back, ask=TakeDraftBack(draft=draft))
    else:
        gone = _beside(current, ask.draft)
        stood_on = stands_on(books, gone)
        free(books, gone)
        draft = books.drafts.save(with_version_of(ask.draft, current))
        back = RestoreDraft(draft=current, left=draft, stood_on=stood_on)
        undo = Undo(name=N_("edit draft invoice"), action=restore_draft, ask=back)
    fresh = _beside(draft, current)
    claim_again(books, fresh, ask.stood_on)
    must_not_charge_twice(books, fresh)
    _must_fit_fixed_prices(books, fresh)
    return Done(changed=frozenset({Kind.DRAFTS}), id=draft.id, undo=undo)


def _same(one: Draft | None, other: Draft | None) -> bool:
    """Whether two states of a draft tell the same; none is like none."""
    return one is other if one is None or other is None else same_content(one, other)


def _beside(draft: Draft, other: Draft | None) -> tuple[InvoiceLine, ...]:
    """Lines of a draft that another state of it does not have."""
    known = {line.id for line in other.lines} if other else set()
    return tuple(line for line in draft.lines if line.id not in known)


def _must_fit_fixed_prices(books: Books, fresh: Iterable[InvoiceLine]) -> None:
    """Refuse lines, already in a draft again, whose fixed price was invoiced otherwise meanwhile."""
    shares: dict[PhaseId, Decimal] = defaultdict(Decimal)
    for line in fresh:
        if line.phase is not None:
            shares[line.phase] += line.quantity * WHOLE
    jobs = tuple(books.jobs.get(job) for job in {line.job for line in fresh if line.job})
    for phase, left in shares_left(books, jobs).items():
        if left < 0 and shares[phase]:
            raise refuse(Code.OVER_FIXED_PRICE, left=max(Decimal(0), left + shares[phase]))
