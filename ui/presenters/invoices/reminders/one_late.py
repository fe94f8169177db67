"""One invoice's lateness: what has been sent of it, its dispute, and the invoice of its interest; no Qt."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from subcontract.actions.act import Done, Permission
from subcontract.actions.disputes import (
    LONGEST_REASON,
    EndDispute,
    OpenDispute,
    end_dispute,
    open_dispute,
)
from subcontract.actions.lateness_facts import late_invoices, reminding
from subcontract.actions.make_interest_invoice import MakeInterestInvoice, make_interest_invoice
from subcontract.ids import InvoiceId, StaffId
from subcontract.invoicing.collecting.interest_invoice import interest_lines
from subcontract.invoicing.collecting.lateness import LateInvoice
from subcontract.invoicing.collecting.reminder_plan import Proposal, Reminding, proposal
from subcontract.invoicing.records import InvoiceKind, InvoiceLine
from subcontract.money import Money, total
from subcontract.ports import Lists
from subcontract.problems import Refused
from subcontract.words import N_, Texts
from ui.presenters.forms.fields import FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.invoices.reminders.late_words import KINDS, steps_of_proposal, why_not
from ui.presenters.owner import Owner
from ui.presenters.tables.table import CellKind, Column, Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone
from ui.presenters.working import Step, steps_of_invoice
from ui.problem_sentences import explain
from ui.texts import CatalogueTexts

REASON = (
    FieldSpec(
        name="reason",
        label=N_("Why does the customer contest it"),
        kind=FieldKind.MULTILINE,
        required=True,
        max_length=LONGEST_REASON,
        help=N_("Reminders stop until the dispute is ended. The customer does not see this."),
    ),
)
COLUMNS = (
    Column(key="day", title=N_("Day"), kind=CellKind.DATE),
    Column(key="what", title=N_("What"), kind=CellKind.STATE),
    Column(key="words", title=N_("More"), grows=True),
    Column(key="by", title=N_("Written by"), worth=0),
    Column(key="total", title=N_("To be paid"), kind=CellKind.MONEY, worth=5),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An invoice with its lateness, what would be sent of it, and what an interest invoice would charge."""

    late: LateInvoice
    proposal: Proposal | None
    lines: tuple[InvoiceLine, ...]
    unknown: str
    """Why its interest cannot be charged."""
    names: dict[StaffId, str]


class OneLate:
    """The invoice that is looked at."""

    def __init__(self, owner: Owner, drafted: Callable[[UUID], None]) -> None:
        """``drafted`` is called with the draft of each new interest invoice."""
        self._owner, self._drafted = owner, drafted
        self.wanted: InvoiceId | None = None
        self.answer: Answer | None = None
        self.form = FormPresenter(REASON, owner.texts, owner.door.today, name=N_("Dispute"))
        self.form.on_change = lambda _name: owner.tell()
        empty = Empty(picture="post", sentence=N_("Nothing has been sent of this invoice."))
        self.table = TablePresenter(COLUMNS, owner.texts, name=N_("History of the invoice"), empty=empty)
        self.table.count_words = ("", "")

    # --- reading

    def open(self, invoice: InvoiceId) -> None:
        """Look at an invoice."""
        self.wanted, self.answer = invoice, None
        self.form.load({})
        self.load()

    def close(self) -> None:
        """Back to the lists."""
        self.wanted = self.answer = None
        self._owner.tell()

    def load(self) -> None:
        """Read it anew; what is typed stays."""
        wanted, unit, today = self.wanted, self._owner.door.who.unit, self._owner.door.today()
        if wanted is None:
            return
        texts = self._owner.texts

        def read(lists: Lists) -> Answer:
            (late,) = late_invoices(lists, (wanted,))
            by = reminding(lists, unit, today)
            lines, unknown = _charged(late, by, texts)
            names = {one.id: one.name for one in lists.staff.all()}
            return Answer(late=late, proposal=proposal(late, by), lines=lines, unknown=unknown, names=names)

        self._owner.door.ask(read, self._fill)

    def _fill(self, answer: Answer) -> None:
        if answer.late.invoice.id == self.wanted:
            self.answer = answer
            self.table.set_rows(
                sorted(self._rows(answer), key=lambda row: str(row.cells["day"]), reverse=True)
            )
            self._owner.tell()

    def _rows(self, answer: Answer) -> Iterator[Row]:
        """Its reminders and disputes."""
        say = self._owner.texts.say
        for one in answer.late.reminders:
            cells = {
                "day": one.day,
                "what": State(say(KINDS[one.kind]), Tone.INFO, "envelope"),
                "words": say(N_("Pay by {day}"), day=one.due),
                "by": answer.names.get(one.by, ""),
                "total": one.total,
            }
            yield Row(id=one.id, cells=cells)
        for dispute in answer.late.disputes:
            ended = dispute.ended_on is not None
            word = N_("Dispute ended {day}") if ended else N_("Disputed")
            cells = {
                "day": dispute.first,
                "what": State(
                    say(word, day=dispute.ended_on), Tone.QUIET if ended else Tone.ATTENTION, "scales"
                ),
                "words": dispute.reason,
                "by": answer.names.get(dispute.by, ""),
            }
            yield Row(id=dispute.id, cells=cells)

    # --- what is shown

    @property
    def heading(self) -> str:
        """Number and customer."""
        if self.answer is None:
            return ""
        invoice = self.answer.late.invoice
        words = N_("Invoice {number}, {customer}")
        return self._owner.texts.say(words, number=str(invoice.number), customer=invoice.buyer.name)

    @property
    def sentence(self) -> str:
        """How it stands with reminding and charging."""
        if self.answer is None:
            return ""
        if self.answer.proposal is not None and (told := why_not(self.answer.proposal, self._owner.texts)):
            return told
        return self.answer.unknown

    @property
    def sum_words(self) -> str:
        """What the lines come to, in words."""
        say = self._owner.texts.say
        answer = self.answer
        if answer is None:
            return ""
        if answer.proposal is not None:
            return say(N_("A reminder today would ask for {total}"), total=answer.proposal.total)
        if answer.lines:
            return say(N_("An interest invoice would charge {total}"), total=self.to_charge)
        return say(N_("Nothing is overdue and no interest is left to charge"))

    @property
    def steps(self) -> tuple[Step, ...]:
        """The lines of what would be sent, or of what would be charged."""
        if self.answer is None:
            return ()
        if self.answer.proposal is not None:
            return steps_of_proposal(self.answer.proposal, self._owner.texts)
        return steps_of_invoice(self.answer.lines, (), self._owner.texts) if self.answer.lines else ()

    @property
    def to_charge(self) -> Money:
        """What an interest invoice would come to."""
        return total(line.net for line in self.answer.lines) if self.answer else Money(0)

    # --- acting

    @property
    def can_dispute(self) -> bool:
        """Whether a dispute can be noted."""
        answer, owner = self.answer, self._owner
        return (
            answer is not None
            and answer.late.dispute is None
            and answer.late.invoice.kind is InvoiceKind.INVOICE
            and owner.may(Permission.ISSUE_INVOICES)
            and not owner.busy
        )

    @property
    def can_end(self) -> bool:
        """Whether its dispute can be ended."""
        answer, owner = self.answer, self._owner
        has = answer is not None and answer.late.dispute is not None
        return has and owner.may(Permission.ISSUE_INVOICES) and not owner.busy

    @property
    def can_charge(self) -> bool:
        """Whether an interest invoice can be drafted."""
        owner = self._owner
        has = self.answer is not None and bool(self.answer.lines)
        return has and owner.may(Permission.EDIT_INVOICES) and not owner.busy

    def dispute(self) -> None:
        """Note the dispute with its reason."""
        values = self.form.parsed()
        if values is None or self.wanted is None or not self.can_dispute:
            self._owner.tell()
            return
        ask = OpenDispute(invoice=self.wanted, reason=values["reason"])
        self._owner.act(open_dispute, ask, done=lambda _done: self._changed(), form=self.form)

    def end(self) -> None:
        """End the dispute."""
        dispute = self.answer.late.dispute if self.answer else None
        if dispute is not None and self.can_end:
            self._owner.act(end_dispute, EndDispute(dispute=dispute.id), done=lambda _done: self._changed())

    def charge(self) -> None:
        """Draft the invoice of its interest."""
        if self.wanted is None or not self.can_charge:
            return
        ask = MakeInterestInvoice(invoices=(self.wanted,), texts_in=CatalogueTexts)
        self._owner.act(make_interest_invoice, ask, done=self._made)

    def _made(self, done: Done) -> None:
        if done.id is not None:
            self._drafted(done.id)

    def _changed(self) -> None:
        self.form.load({})
        self._owner.load()


def _charged(late: LateInvoice, by: Reminding, texts: Texts) -> tuple[tuple[InvoiceLine, ...], str]:
    """What an interest invoice would charge; a sentence when a rate is not known."""
    try:
        return interest_lines(late, by, texts), ""
    except Refused as refused:
        return (), explain(refused.problems[0], texts)
