"""An issued invoice: its paper as it left the house, what is credited and paid, and its relatives; no Qt."""

from collections.abc import Callable, Iterator

from subcontract.actions.act import Done
from subcontract.ids import InvoiceId
from subcontract.invoicing.collecting.reminding import Dispute, Reminder, charged_total
from subcontract.invoicing.credits.crediting import credited_total
from subcontract.invoicing.payments import paid_total
from subcontract.invoicing.records import InvoiceKind
from subcontract.invoicing.states import Settled, open_sum, state_of, unpaid_charges
from subcontract.money import ZERO, Money
from subcontract.ports import Paper
from subcontract.words import N_, Texts
from ui.presenters.base import Door
from ui.presenters.invoices.crediting import Crediting
from ui.presenters.invoices.e_invoices.invoice_xml import InvoiceXml
from ui.presenters.invoices.payments import InvoicePayments
from ui.presenters.invoices.reading import InvoiceAnswer, read_invoice
from ui.presenters.invoices.relatives import Link, Relatives, links_of
from ui.presenters.invoices.words import state_words
from ui.presenters.tone import State
from ui.presenters.working import Step, steps_of_invoice


class InvoicePage(Crediting):
    """The invoice that is open, its payments, its relatives, and what is being credited of it."""

    def __init__(
        self,
        door: Door,
        texts: Texts,
        credited: Callable[[Done], None],
        replaced: Callable[[Done], None],
        paid: Callable[[Done], None],
    ) -> None:
        """``paid`` is called with each act on payments; the others as of ``Crediting``."""
        super().__init__(door, texts, credited, replaced)
        self.wanted: InvoiceId | None = None
        """The invoice that was asked for; it stands in ``invoice`` once it has been read."""
        self.reminders: tuple[Reminder, ...] = ()
        self.dispute: Dispute | None = None
        self.relatives = Relatives()
        self.paper: Paper | None = None
        self.payments = InvoicePayments(self, paid)
        self.xml = InvoiceXml(self, lambda: self.invoice.id if self.invoice is not None else None)

    # --- reading

    def open(self, invoice: InvoiceId) -> None:
        """Show an issued invoice or credit note."""
        self.way, self.payments.is_open = None, False
        self.wanted = invoice
        self.door.ask(lambda lists: read_invoice(lists, invoice), self._fill)

    def reopen(self) -> None:
        """Read the open invoice again, unless it is being credited; what is typed of a payment stays."""
        wanted = self.wanted
        if wanted is None or self.is_crediting:
            return
        if self.payments.is_open:
            self.door.ask(lambda lists: read_invoice(lists, wanted), self._fill)
        else:
            self.open(wanted)

    def _fill(self, answer: InvoiceAnswer) -> None:
        """Show what was read, unless another invoice has been opened meanwhile."""
        if answer.invoice.id == self.wanted:
            self.invoice, self.paper, self.relatives = answer.invoice, answer.paper, answer.relatives
            self.notes, self.taken_by, self.reminders = answer.notes, answer.taken_by, answer.reminders
            self.dispute = answer.dispute
            self.payments.show(answer.payments, answer.names)
            self.tell()

    def close(self) -> None:
        """Nothing is open."""
        self.invoice = self.wanted = None
        self.way, self.payments.is_open = None, False

    # --- what is shown

    @property
    def heading(self) -> str:
        """The kind and number."""
        if self.invoice is None:
            return ""
        note = self.invoice.kind is InvoiceKind.CREDIT_NOTE
        sentence = N_("Credit note {number}, {customer}") if note else N_("Invoice {number}, {customer}")
        return self.texts.say(sentence, number=str(self.invoice.number), customer=self.invoice.buyer.name)

    @property
    def settled(self) -> Settled:
        """What has been credited and paid."""
        return Settled(
            credited=credited_total(self.notes),
            paid=paid_total(self.payments.all),
            charged=charged_total(self.reminders),
        )

    @property
    def unpaid_charges(self) -> Money:
        """What reminders have charged and is not paid."""
        return unpaid_charges(self.invoice, self.settled) if self.invoice is not None else ZERO

    @property
    def left(self) -> Money:
        """What is still to be paid; below nought what is to be given back."""
        return open_sum(self.invoice, self.settled) if self.invoice is not None else ZERO

    @property
    def state(self) -> State:
        """What has become of it."""
        assert self.invoice is not None  # noqa: S101 - shown only when open
        return state_words(state_of(self.invoice, self.settled, self.door.today()), self.texts)

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Days, reference, what has been credited and paid, and what is open: ``(label, value)``."""
        if self.invoice is None:
            return ()
        invoice, say = self.invoice, self.texts.say
        rows = [(say(N_("Date")), self.texts.day(invoice.day))]
        if invoice.kind is InvoiceKind.INVOICE:
            rows.append((say(N_("Due day")), self.texts.day(invoice.due)))
            rows.append((say(N_("Reference number")), invoice.reference))
        rows.append((say(N_("Total")), self.texts.money(invoice.total)))
        rows += [
            (say(N_("Credit note {number}"), number=str(note.number)), self.texts.money(-note.total))
            for note in self.notes
        ]
        return (*rows, *self._paid_facts())

    @property
    def links(self) -> tuple[Link, ...]:
        """What belongs to it: the invoice that it credits or replaces, and what came in its place."""
        return links_of(self.invoice, self.relatives, self.texts) if self.invoice is not None else ()

    def _paid_facts(self) -> Iterator[tuple[str, str]]:
        """Payments that stand, and what they leave open."""
        if self.invoice is None or self.invoice.kind is InvoiceKind.CREDIT_NOTE:
            return
        for payment in self.payments.standing:
            word = N_("Payment {day}") if payment.amount > ZERO else N_("Given back {day}")
            yield self.texts.say(word, day=payment.day), self.texts.money(-payment.amount)
        word = N_("Still open") if self.left >= ZERO else N_("To be given back")
        yield self.texts.say(word), self.texts.money(abs(self.left))
        for reminder in self.reminders:
            yield self.texts.say(N_("Reminder {day}"), day=reminder.day), self.texts.money(reminder.total)
        if self.dispute is not None:
            yield self.texts.say(N_("Disputed since")), self.texts.day(self.dispute.first)

    @property
    def steps(self) -> tuple[Step, ...]:
        """How the total came about."""
        if self.invoice is None:
            return ()
        return steps_of_invoice(self.invoice.lines, self.invoice.vat, self.texts)

    @property
    def verb(self) -> str:
        """What the primary button does."""
        if self.payments.is_open:
            return self.payments.verb
        if self.is_crediting:
            return self.credit_verb
        return self.texts.say(N_("Save the PDF"))

    @property
    def can_do(self) -> bool:
        """Whether the primary button does anything."""
        if self.payments.is_open:
            return self.payments.can_pay
        if self.is_crediting:
            return self.can_finish
        return self.paper is not None
