"""A draft invoice: its texts, discounts and lines, and what it comes to; no Qt."""

from collections.abc import Callable
from dataclasses import dataclass

from subcontract.actions.act import Done
from subcontract.ids import DraftId
from subcontract.invoicing.buyers import warnings
from subcontract.invoicing.issuing import problems_of, totals_of
from subcontract.invoicing.records import Draft
from subcontract.invoicing.totals import Totals
from subcontract.jobs.customer import Customer
from subcontract.jobs.job import Job
from subcontract.jobs.vat_classes import EXEMPT
from subcontract.money import Money
from subcontract.people.unit import Unit
from subcontract.ports import Lists
from subcontract.problems import Refused
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Notice, Refusable
from ui.presenters.invoices.drafts.draft_acts import DraftActs
from ui.presenters.invoices.drafts.draft_fields import GROUND
from ui.presenters.invoices.drafts.draft_line import DraftLine
from ui.presenters.invoices.drafts.draft_parting import DraftParting
from ui.presenters.tone import Tone
from ui.presenters.working import Step, steps_of_invoice
from ui.problem_sentences import explain


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRead:
    """A draft with whom it is for, who sells, and the customer's jobs."""

    draft: Draft
    customer: Customer
    unit: Unit
    jobs: tuple[Job, ...]


class DraftPage(DraftActs):
    """The draft that is open. Texts are kept as typed until they are saved; issuing saves them first."""

    def __init__(
        self, door: Door, texts: Texts, issued: Callable[[Done], None], closed: Callable[[], None]
    ) -> None:
        """``issued`` is called with a new invoice, ``closed`` when the draft is gone."""
        super().__init__(door, texts, issued, closed)
        self.line = DraftLine(self)
        self.parting = DraftParting(self)
        self.wanted: DraftId | None = None
        self._left: Callable[[], None] | None = None
        """Called when the draft is left, while a save is under way for it."""
        self.needs: Notice | None = None
        """What is still missing of the draft that stands beside no field, and how the buyer takes it."""

    # --- reading

    def open(self, draft: DraftId) -> None:
        """Show a draft."""

        def read(lists: Lists) -> DraftRead | None:
            found = lists.drafts.find(draft)
            return _read(lists, found) if found is not None else None

        if draft != self.wanted:
            self.put_aside()
        self.wanted = draft
        self.door.ask(read, lambda answer: self._fill(draft, answer))

    def reopen(self) -> None:
        """Read the open draft again, unless somebody is writing in it."""
        if self.wanted is not None and not self.dirty:
            self.open(self.wanted)

    def _fill(self, of: DraftId, answer: DraftRead | None) -> None:
        """Show what was read, unless another draft has been opened meanwhile."""
        if of != self.wanted:
            return
        if answer is None:
            self.forget(of)
            self.close()
            self._closed()
            return
        self.draft, self.customer = answer.draft, answer.customer
        self.unit, self.jobs = answer.unit, answer.jobs
        self.paper = b""
        exempt = any(line.vat == EXEMPT for line in self.draft.lines)
        self.form.hidden = set() if exempt and self.unit.vat_registered else set(GROUND)
        self.show_stored(self.draft)
        self._note_needs()
        after, self.after = self.after, None
        if after is not None:
            after()

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
        self.draft = self.wanted = self.after = None
        self.paper = b""
        self.line.close()
        self.parting.close()

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
    def part(self) -> DraftLine | DraftParting | None:
        """The part that is written in: a line by hand, or a new draft of some lines."""
        return next((part for part in (self.line, self.parting) if part.is_open), None)

    @property
    def verb(self) -> str:
        """What the primary button does."""
        if self.part is not None:
            return self.part.verb
        return self.texts.say(N_("Issue invoice, {total}"), total=self.total)

    @property
    def is_covered(self) -> bool:
        """Whether its page, or a part that is written in, is over the draft."""
        return bool(self.paper) or self.part is not None

    def step_back(self) -> bool:
        """Close what is over the draft; false when nothing was."""
        covered = self.is_covered
        self.paper = b""
        self.line.close()
        self.parting.close()
        if covered:
            self.tell()
        return covered

    @property
    def can_do(self) -> bool:
        """Whether the primary button can be pressed."""
        return self.part.can_do if self.part is not None else self.can_issue

    @property
    def question(self) -> str:
        """The question before issuing, which cannot be undone."""
        name = self.customer.name if self.customer else ""
        sentence = N_("Issue the invoice to {customer}, {total}? After this it can only be credited.")
        return self.texts.say(sentence, customer=name, total=self.total)


def _read(lists: Lists, draft: Draft) -> DraftRead:
    return DraftRead(
        draft=draft,
        customer=lists.customers.get(draft.customer),
        unit=lists.units.get(draft.unit),
        jobs=lists.jobs.where(customer=draft.customer),
    )
