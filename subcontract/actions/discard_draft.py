"""Discards a draft, which frees its work, and takes a discarded or edited draft back."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.clock import Clock
from subcontract.ids import DraftId
from subcontract.invoicing.records import Draft
from subcontract.ports import Books
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


def discard_draft(ask: DiscardDraft, books: Books, clock: Clock, who: Worker) -> Done:  # noqa: ARG001
    """Take a draft away; its work can be invoiced again."""
    who.must_be_allowed(Permission.EDIT_INVOICES)
    draft = books.drafts.get(ask.draft)
    _free(books, draft)
    books.drafts.remove(replace(draft, version=ask.version))
    undo = Undo(name=N_("discard draft invoice"), action=restore_draft, ask=RestoreDraft(draft=draft))
    return Done(changed=frozenset({Kind.DRAFTS}), id=draft.id, undo=undo)


def restore_draft(ask: RestoreDraft, books: Books, clock: Clock, who: Worker) -> Done:  # noqa: ARG001
    """Put a draft back as it was; refuses work that is on another line by now (``already_invoiced``)."""
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
        _free(books, current)
        draft = books.drafts.save(replace(ask.draft, version=current.version))
        undo = Undo(name=N_("edit draft invoice"), action=restore_draft, ask=RestoreDraft(draft=current))
    for line in draft.lines:
        for entry in line.entries:
            books.billings.claim(entry, line.id)
    return Done(changed=frozenset({Kind.DRAFTS}), id=draft.id, undo=undo)


def _free(books: Books, draft: Draft) -> None:
    """Free every entry of a draft."""
    for line in draft.lines:
        for entry in line.entries:
            books.billings.free(entry)
