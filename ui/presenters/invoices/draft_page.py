"""A draft invoice: its texts, discounts and lines, and what it comes to; no Qt."""

from collections.abc import Callable
from typing import Any

from subcontract import papers
from subcontract.actions.act import Done, Permission
from subcontract.actions.discard_draft import DiscardDraft, discard_draft
from subcontract.actions.edit_draft import DraftLineEdit, EditDraft, edit_draft, edited
from subcontract.actions.issue_invoice import IssueInvoice, issue_invoice
from subcontract.ids import DraftId, InvoiceLineId
from subcontract.invoicing.buyers import warnings
from subcontract.invoicing.issuing import Issue, problems_of, totals_of, unissued
from subcontract.invoicing.records import Draft
from subcontract.invoicing.totals import Totals
from subcontract.jobs.customer import Customer
from subcontract.jobs.vat_classes import EXEMPT
from subcontract.money import Money
from subcontract.people.unit import Unit
from subcontract.ports import Lists
from subcontract.problems import Problem, Refused
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Notice, Progress, Refusable
from ui.presenters.invoices.draft_fields import GROUND, asked_of
from ui.presenters.invoices.draft_typing import DraftTyping
from ui.presenters.tone import Tone
from ui.presenters.working import Step, steps_of_invoice
from ui.problem_sentences import explain
from ui.texts import CatalogueTexts


class DraftPage(DraftTyping):
    """The draft that is open. Texts are kept as typed until they are saved; issuing saves them first."""

    def __init__(
        self, door: Door, texts: Texts, issued: Callable[[Done], None], closed: Callable[[], None]
    ) -> None:
        """``issued`` is called with a new invoice, ``closed`` when the draft is gone."""
        super().__init__(door, texts)
        self.unit: Unit | None = None
        self._issued, self._closed = issued, closed
        self.wanted: DraftId | None = None
        self._left: Callable[[], None] | None = None
        """Called when the draft is left, while a save is under way for it."""
        self.paper = b""
        """The page as it would be, while it is looked at."""
        self.needs: Notice | None = None
        """What is still missing of the draft that stands beside no field, and how the buyer takes it."""

    # --- reading

    def open(self, draft: DraftId) -> None:
        """Show a draft."""

        def read(lists: Lists) -> tuple[Draft, Customer, Unit] | None:
            found = lists.drafts.find(draft)
            if found is None:
                return None
            return found, lists.customers.get(found.customer), lists.units.get(found.unit)

        if draft != self.wanted:
            self.put_aside()
        self.wanted = draft
        self.door.ask(read, lambda answer: self._fill(draft, answer))

    def reopen(self) -> None:
        """Read the open draft again, unless somebody is writing in it."""
        if self.wanted is not None and not self.dirty:
            self.open(self.wanted)

    def _fill(self, of: DraftId, answer: tuple[Draft, Customer, Unit] | None) -> None:
        """Show what was read, unless another draft has been opened meanwhile."""
        if of != self.wanted:
            return
        if answer is None:
            self.forget(of)
            self.close()
            self._closed()
            return
        self.draft, self.customer, self.unit = answer
        self.paper = b""
        exempt = any(line.vat == EXEMPT for line in self.draft.lines)
        self.form.hidden = set() if exempt and self.unit.vat_registered else set(GROUND)
        self.show_stored(self.draft)
        self._note_needs()

    def _note_needs(self) -> None:
        """Say beside their fields what the buyer asks for and does not stand there; and how it takes them."""
        if self.draft is None or self.customer is None or self.unit is None:
            return
        found = problems_of(self.draft, self.customer, self.unit, self.door.today())
        for problem in found:
            if problem.field in self.form.specs:
                self.form.notes[problem.field] = explain(problem, self.texts)
        above = [one for one in found if one.field not in self.form.specs]
        sentences = [explain(one, self.texts) for one in (*above, *warnings(self.customer))]
        self.needs = Notice("\n".join(sentences), Tone.ATTENTION) if sentences else None
        self.form.tell()

    def close(self) -> None:
        """Nothing is open."""
        self.draft = self.wanted = None
        self.paper = b""

    # --- leaving

    def leave(self, left: Callable[[], None]) -> None:
        """Save what has been typed and call ``left``; what cannot be saved waits for the draft's opening."""
        if self.dirty and self.can_edit and not self.problems and self.form.parsed() is not None:
            self._left = left
            self.save(then=lambda _done: self._go())
        else:
            self.put_aside()
            left()

    def _go(self) -> None:
        left, self._left = self._left, None
        if left is not None:
            left()

    def refused(self, refused: Refused, form: Refusable | None = None) -> None:
        """Show a refusal; one that came of leaving does not keep anybody on the page."""
        if self._left is None:
            super().refused(refused, form)
        else:
            self.put_aside()
            self._go()

    # --- what it comes to

    @property
    def totals(self) -> Totals | None:
        """The sums as they would be issued."""
        return totals_of(self.lines) if self.lines else None

    @property
    def steps(self) -> tuple[Step, ...]:
        """How the total comes about."""
        totals = self.totals
        return steps_of_invoice(self.lines, totals.vat, self.texts) if totals else ()

    @property
    def total(self) -> Money:
        """What the customer would pay."""
        return self.totals.total if self.totals else Money(0)

    @property
    def heading(self) -> str:
        """What stands above the draft."""
        name = self.customer.name if self.customer else ""
        return self.texts.say(N_("Draft invoice: {customer}"), customer=name)

    @property
    def verb(self) -> str:
        """What the primary button does."""
        return self.texts.say(N_("Issue invoice, {total}"), total=self.total)

    @property
    def question(self) -> str:
        """The question before issuing, which cannot be undone."""
        name = self.customer.name if self.customer else ""
        sentence = N_("Issue the invoice to {customer}, {total}? After this it can only be credited.")
        return self.texts.say(sentence, customer=name, total=self.total)

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
