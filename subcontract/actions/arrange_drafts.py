"""Merges drafts of a customer, splits a draft, and takes either back; no work changes its line."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.put_back import same_content, with_version_of
from subcontract.clock import Clock
from subcontract.ids import DraftId, InvoiceLineId
from subcontract.invoicing.drafting.arranging import merged, only_job, split
from subcontract.invoicing.records import Draft
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeDrafts:
    """Drafts of one customer as the asker saw them; the first one takes the lines of the others."""

    drafts: tuple[tuple[DraftId, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitDraft:
    """A draft as the asker saw it, and the lines of each new draft."""

    draft: DraftId
    version: int
    groups: tuple[frozenset[InvoiceLineId], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PutDraftsBack:
    """Drafts as they were and as an act left them; together they have the same lines."""

    name: str
    was: tuple[Draft, ...]
    now: tuple[Draft, ...]


def merge_drafts(ask: MergeDrafts, books: Books, _clock: Clock, who: Worker) -> Done:
    """Put drafts together; refuses fewer than two (``nothing_to_do``) and what ``merged`` refuses."""
    who.must_be_allowed(Permission.EDIT_INVOICES)
    was = tuple(_seen(books, draft, version) for draft, version in dict(ask.drafts).items())
    if len(was) < 2:  # noqa: PLR2004 - two of a kind
        raise refuse(Code.NOTHING_TO_DO)
    return _arranged(N_("merging of drafts"), was, (merged(was),), books)


def split_draft(ask: SplitDraft, books: Books, _clock: Clock, who: Worker) -> Done:
    """Move lines into new drafts; one that comes to have a single job takes its order number."""
    who.must_be_allowed(Permission.EDIT_INVOICES)
    was = _seen(books, ask.draft, ask.version)
    now = tuple(_with_order_number(draft, books) for draft in split(was, ask.groups))
    return _arranged(N_("splitting of a draft"), (was,), now, books)


def put_drafts_back(ask: PutDraftsBack, books: Books, _clock: Clock, who: Worker) -> Done:
    """Take a merging or a splitting back; refuses when a draft has changed since (``changed_elsewhere``)."""
    who.must_be_allowed(Permission.EDIT_INVOICES)
    stored = tuple(_as_left(books, draft) for draft in ask.now)
    return _arranged(ask.name, stored, ask.was, books)


def _seen(books: Books, draft: DraftId, version: int) -> Draft:
    """A draft that nobody has changed since the asker saw it."""
    found = books.drafts.get(draft)
    if found.version != version:
        raise refuse(Code.CHANGED_ELSEWHERE)
    return found


def _as_left(books: Books, draft: Draft) -> Draft:
    found = books.drafts.find(draft.id)
    if found is None or not same_content(found, draft):
        raise refuse(Code.CHANGED_ELSEWHERE)
    return found


def _with_order_number(draft: Draft, books: Books) -> Draft:
    """The draft with the order number of its one job, where it has none yet."""
    job = only_job(draft)
    if draft.order_number or job is None:
        return draft
    return replace(draft, order_number=books.jobs.get(job).order_number)


def _arranged(name: str, was: tuple[Draft, ...], now: tuple[Draft, ...], books: Books) -> Done:
    """Put other drafts in the place of those there are: a line is never in two at a time."""
    before = {draft.id: draft for draft in was}
    after = {draft.id for draft in now}
    for draft in was:
        if draft.id not in after:
            books.drafts.remove(draft)
    kept = {
        draft.id: books.drafts.save(with_version_of(draft, before[draft.id]))
        for draft in now
        if draft.id in before
    }
    for draft in now:
        if draft.id not in before:
            kept[draft.id] = replace(draft, version=1)
            books.drafts.add(kept[draft.id])
    left = tuple(kept[draft.id] for draft in now)
    return Done(
        changed=frozenset({Kind.DRAFTS}),
        id=left[0].id,
        undo=Undo(name=name, action=put_drafts_back, ask=PutDraftsBack(name=name, was=was, now=left)),
        facts={"drafts": len(left)},
    )
