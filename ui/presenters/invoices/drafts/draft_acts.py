"""What can be done with a draft invoice: saved, looked at as a page, issued, discarded; no Qt."""

from collections.abc import Callable
from typing import Any

from subcontract import papers
from subcontract.actions.act import Done, Permission
from subcontract.actions.discard_draft import DiscardDraft, discard_draft
from subcontract.actions.edit_draft import DraftLineEdit, EditDraft, edit_draft, edited
from subcontract.actions.issue_invoice import IssueInvoice, issue_invoice
from subcontract.ids import DraftId, InvoiceLineId
from subcontract.invoicing.issuing import Issue, unissued
from subcontract.jobs.job import Job
from subcontract.people.unit import Unit
from subcontract.ports import Lists
from subcontract.problems import Problem, Refused
from subcontract.words import Texts
from ui.presenters.base import Door, Progress
from ui.presenters.invoices.drafts.draft_fields import asked_of
from ui.presenters.invoices.drafts.draft_typing import DraftTyping
from ui.texts import CatalogueTexts


class DraftActs(DraftTyping):
    """The acts on the draft that is open; issuing saves what has been typed first."""

    def __init__(
        self, door: Door, texts: Texts, issued: Callable[[Done], None], closed: Callable[[], None]
    ) -> None:
        """``issued`` is called with a new invoice, ``closed`` when the draft is gone."""
        super().__init__(door, texts)
        self.unit: Unit | None = None
        self.jobs: tuple[Job, ...] = ()
        """Of the customer."""
        self._issued, self._closed = issued, closed
        self.after: Callable[[], None] | None = None
        """Called once the draft has been read again."""
        self.paper = b""
        """The page as it would be, while it is looked at."""

    def open(self, draft: DraftId) -> None:
        """Show a draft."""
        raise NotImplementedError

    def when_saved(self, then: Callable[[], None]) -> None:
        """Call ``then`` when nothing typed waits to be saved; what cannot be saved keeps one here."""
        if not self.dirty:
            then()
            return

        def saved(_done: Done) -> None:
            if self.draft is not None:
                self.after = then
                self.open(self.draft.id)

        self.save(then=saved)

    @property
    def can_edit(self) -> bool:
        """Whether the draft can be edited now."""
        return self.draft is not None and self.may(Permission.EDIT_INVOICES) and not self.busy

    @property
    def can_issue(self) -> bool:
        """Whether the draft can be issued now."""
        return (
            self.draft is not None
            and not self.problems
            and self.may(Permission.ISSUE_INVOICES)
            and not self.busy
        )

    # --- what can be done

    def save(self, then: Callable[[Done], None] | None = None) -> None:
        """Save the texts and discounts."""
        values = self.form.parsed()
        if self.draft is not None and values is not None and not self.problems:
            self.act(edit_draft, self._ask(values), done=then or self._saved, form=self)
        else:
            self.tell()

    def _ask(self, values: dict[str, Any], removed: frozenset[InvoiceLineId] = frozenset()) -> EditDraft:
        assert self.draft is not None  # noqa: S101 - the callers have looked
        edits = tuple(
            DraftLineEdit(line=line.id, text=line.text, discount=line.discount) for line in self.lines
        )
        return EditDraft(
            draft=self.draft.id,
            version=self.draft.version,
            lines=edits,
            removed=removed,
            **asked_of(values),
        )

    def _saved(self, _done: Done) -> None:
        if self.draft is not None:
            self.open(self.draft.id)

    def remove_line(self) -> None:
        """Leave the selected line out; its work is free again."""
        values = self.form.parsed()
        chosen = next((line.id for line in self.lines if line.id == self.table.selected), None)
        if chosen is not None and values is not None and self.can_edit:
            self.act(edit_draft, self._ask(values, frozenset({chosen})), done=self._saved, form=self)

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Show problems beside the form's fields; the rest above."""
        return self.form.refuse(refused)

    # --- looking at the page

    def preview(self) -> None:
        """Show the page as it would be issued today, with what has been typed; nothing is saved."""
        values, customer, unit = self.form.parsed(), self.customer, self.unit
        if self.draft is None or customer is None or unit is None or values is None or self.problems:
            self.tell()
            return
        draft = edited(self.draft, self._ask(values))
        now = Issue(place=0, by=self.door.who.staff, day=self.door.today(), at=self.door.clock.now())

        def make(lists: Lists, _progress: Progress) -> bytes:
            replaced = lists.invoices.find(draft.replaces) if draft.replaces else None
            invoice = unissued(draft, customer, unit, now, replaced)
            terms = next(iter(lists.invoicing.terms.where(unit=unit.id)), None)
            return papers.invoice_pdf(invoice, unit, CatalogueTexts(customer.language), terms)

        self.door.work(make, lambda paper: self._show_paper(draft.id, paper), refused=self.refused)

    def _show_paper(self, of: DraftId, paper: bytes) -> None:
        """Show the page, unless another draft has been opened meanwhile."""
        if self.draft is not None and of == self.draft.id:
            self.paper = paper
            self.tell()

    def close_paper(self) -> None:
        """Back to the lines and texts."""
        self.paper = b""
        self.tell()

    def issue(self) -> None:
        """Issue the invoice; what has been typed is saved first."""
        if self.draft is None or not self.can_issue:
            return
        if self.dirty:
            self.save(then=self._issue_saved)
        else:
            self._issue(self.draft.version)

    def _issue_saved(self, _done: Done) -> None:
        if self.draft is not None:
            self._issue(self.draft.version + 1)

    def _issue(self, version: int) -> None:
        assert self.draft is not None  # noqa: S101 - the callers have looked
        ask = IssueInvoice(draft=self.draft.id, version=version, texts_in=CatalogueTexts)
        self.act(issue_invoice, ask, done=self._issued)

    def discard(self) -> None:
        """Throw the draft away; undo brings it back."""
        if self.draft is not None and self.can_edit:
            ask = DiscardDraft(draft=self.draft.id, version=self.draft.version)
            self.act(discard_draft, ask, done=lambda _done: self._closed())
