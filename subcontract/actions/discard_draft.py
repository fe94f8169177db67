"""Discards a draft, which frees its work, and takes a discarded or edited draft back."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.billing_facts import WHOLE, shares_left
from subcontract.actions.claims import claim_again, free, stands_on
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
    """A draft as it was."""

    draft: Draft
    stood_on: frozenset[EntryId] = frozenset()
    """Work, billed elsewhere, to which the lines that come back bill differences."""


def discard_draft(ask: DiscardDraft, books: Books, clock: Clock, who: Worker) -> Done:  # noqa: ARG001
    """Take a draft away; its work can be invoiced again.

    Refuses work whose correction another line bills (``corrected_later``): that line goes first.
    """
    who.must_be_allowed(Permission.EDIT_INVOICES)
    draft = books.drafts.get(ask.draft)
    back = RestoreDraft(draft=draft, stood_on=stands_on(books, draft.lines))
    free(books, draft.lines)
    books.drafts.remove(replace(draft, version=ask.version))
    undo = Undo(name=N_("discard draft invoice"), action=restore_draft, ask=back)
    return Done(changed=frozenset({Kind.DRAFTS}), id=draft.id, undo=undo)


def restore_draft(ask: RestoreDraft, books: Books, clock: Clock, who: Worker) -> Done:  # noqa: ARG001
    """Put a draft back as it was.

    Refuses work that is on another line by now, corrected or not (``already_invoiced``), differences to
    work that is not billed any more (``changed_elsewhere``), work whose correction another line bills
    (``corrected_later``) and shares over a fixed price (``over_fixed_price``).
    """
    who.must_be_allowed(Permission.EDIT_INVOICES)
    current = books.drafts.find(ask.draft.id)
    if current is None:
        draft = replace(ask.draft, version=1)
        books.drafts.add(draft)
        undo = Undo(
            name=N_("discard draft invoice"),
            action=discard_draft,
            ask=DiscardDraft(draft=draft.id, version=draft.version),
        )
    else:
        gone = _beside(current, ask.draft)
        back = RestoreDraft(draft=current, stood_on=stands_on(books, gone))
        free(books, gone)
        draft = books.drafts.save(replace(ask.draft, version=current.version))
        undo = Undo(name=N_("edit draft invoice"), action=restore_draft, ask=back)
    fresh = _beside(draft, current)
    claim_again(books, fresh, ask.stood_on)
    _must_fit_fixed_prices(books, fresh)
    return Done(changed=frozenset({Kind.DRAFTS}), id=draft.id, undo=undo)


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
