"""An issued invoice: its paper as it left the house, what is credited and paid, and crediting; no Qt."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace

from subcontract.actions.act import Done, Permission
from subcontract.actions.credit_invoice import CreditInvoice, credit_invoice
from subcontract.ids import InvoiceId, InvoiceLineId
from subcontract.invoicing.crediting import CreditLine, credited_total, left, totals_of_note
from subcontract.invoicing.payments import paid_total
from subcontract.invoicing.records import Invoice, InvoiceKind, InvoiceLine
from subcontract.invoicing.states import Settled, open_sum, state_of
from subcontract.money import ZERO, Money
from subcontract.ports import Paper
from subcontract.problems import Code, Refused, refuse
from subcontract.words import N_, Texts
from ui import entry
from ui.presenters.base import Door, Presenter
from ui.presenters.forms.fields import FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.invoices.invoice_xml import InvoiceXml
from ui.presenters.invoices.payments import InvoicePayments
from ui.presenters.invoices.reading import InvoiceAnswer, read_invoice
from ui.presenters.invoices.words import state_words
from ui.presenters.tables.table import CellKind, Column, Row, TablePresenter
from ui.presenters.tone import State
from ui.presenters.working import Step, steps_of_invoice
from ui.problem_sentences import explain
from ui.texts import CatalogueTexts

CREDIT_COLUMNS = (
    Column(key="text", title=N_("Text"), grows=True),
    Column(key="net", title=N_("Without VAT"), kind=CellKind.MONEY, total=True),
    Column(key="left", title=N_("Can be credited"), kind=CellKind.MONEY, total=True, worth=0),
    Column(key="credit", title=N_("Credit now"), kind=CellKind.MONEY, total=True, editable=True),
)
NOTE = (
    FieldSpec(
        name="note",
        label=N_("Why is it credited"),
        kind=FieldKind.MULTILINE,
        max_length=1000,
        help=N_("The customer reads this on the credit note."),
    ),
)


class InvoicePage(Presenter):
    """The invoice that is open, its payments, and the credit note that is being made of it."""

    def __init__(
        self, door: Door, texts: Texts, credited: Callable[[Done], None], paid: Callable[[Done], None]
    ) -> None:
        """``credited`` is called with each new credit note, ``paid`` with each act on payments."""
        super().__init__(door, texts)
        self.invoice: Invoice | None = None
        self.wanted: InvoiceId | None = None
        """The invoice that was asked for; it stands in ``invoice`` once it has been read."""
        self.notes: tuple[Invoice, ...] = ()
        self.paper: Paper | None = None
        self.is_crediting = False
        self._credited = credited
        self._amounts: dict[InvoiceLineId, Money] = {}
        self._wrong: dict[InvoiceLineId, str] = {}
        self._unread: dict[InvoiceLineId, str] = {}
        """What was typed in the cells that are wrong: it stays in sight."""
        self.table = TablePresenter(CREDIT_COLUMNS, texts, name=N_("Lines to credit"))
        self.table.count_words = (N_("{number} line"), N_("{number} lines"))
        self.table.on_edit = self._edit
        self.form = FormPresenter(NOTE, texts, door.today, name=N_("Credit note"))
        self.payments = InvoicePayments(self, paid)
        self.xml = InvoiceXml(self, lambda: self.invoice.id if self.invoice is not None else None)

    # --- reading

    def open(self, invoice: InvoiceId) -> None:
        """Show an issued invoice or credit note."""
        self.is_crediting = self.payments.is_open = False
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
            self.invoice, self.notes, self.paper = answer.invoice, answer.notes, answer.paper
            self.payments.show(answer.payments, answer.names)
            self.tell()

    def close(self) -> None:
        """Nothing is open."""
        self.invoice = self.wanted = None
        self.is_crediting = self.payments.is_open = False

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
        return Settled(credited=credited_total(self.notes), paid=paid_total(self.payments.all))

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
        elif invoice.original_number is not None:
            rows.append((say(N_("Credits invoice")), str(invoice.original_number)))
        rows.append((say(N_("Total")), self.texts.money(invoice.total)))
        rows += [
            (say(N_("Credit note {number}"), number=str(note.number)), self.texts.money(-note.total))
            for note in self.notes
        ]
        return (*rows, *self._paid_facts())

    def _paid_facts(self) -> Iterator[tuple[str, str]]:
        """Payments that stand, and what they leave open."""
        if self.invoice is None or self.invoice.kind is InvoiceKind.CREDIT_NOTE:
            return
        for payment in self.payments.standing:
            word = N_("Payment {day}") if payment.amount > ZERO else N_("Given back {day}")
            yield self.texts.say(word, day=payment.day), self.texts.money(-payment.amount)
        word = N_("Still open") if self.left >= ZERO else N_("To be given back")
        yield self.texts.say(word), self.texts.money(abs(self.left))

    @property
    def steps(self) -> tuple[Step, ...]:
        """How the total came about."""
        if self.invoice is None:
            return ()
        return steps_of_invoice(self.invoice.lines, self.invoice.vat, self.texts)

    @property
    def can_credit(self) -> bool:
        """Whether something is left that this person may credit."""
        invoice = self.invoice
        return (
            invoice is not None
            and invoice.kind is InvoiceKind.INVOICE
            and any(left(invoice, self.notes).values())
            and self.may(Permission.ISSUE_INVOICES)
            and not self.busy
        )

    # --- crediting

    def start_credit(self) -> None:
        """Begin a credit note of everything that is left."""
        if self.invoice is None or not self.can_credit:
            return
        self.is_crediting, self.notice = True, None
        self._amounts = {line: amount for line, amount in left(self.invoice, self.notes).items() if amount}
        self._wrong = {}
        self.form.load({})
        self._show_lines()

    def stop_credit(self) -> None:
        """Give the credit note up."""
        self.is_crediting = False
        self.tell()

    def _show_lines(self) -> None:
        if self.invoice is not None:
            rest = left(self.invoice, self.notes)
            self.table.set_rows(self._row(line, rest[line.id]) for line in self.invoice.lines)
        self.tell()

    def _row(self, line: InvoiceLine, rest: Money) -> Row:
        cells = {
            "text": line.text,
            "net": line.net,
            "left": rest,
            "credit": self._unread[line.id] if line.id in self._wrong else self._amounts.get(line.id, ZERO),
        }
        wrong = {"credit": self._wrong[line.id]} if line.id in self._wrong else {}
        return Row(id=line.id, cells=cells, problems=wrong)

    def _edit(self, row: Hashable, _key: str, text: str) -> None:
        """An amount to credit was typed."""
        line = next((one for one in self.invoice.lines if one.id == row), None) if self.invoice else None
        if line is None or self.invoice is None:
            return
        rest = left(self.invoice, self.notes)[line.id]
        self._wrong.pop(line.id, None)
        try:
            amount = entry.money(text, "credit") if text.strip() else ZERO
            if amount > rest:
                raise refuse(Code.MORE_THAN_LEFT, "credit", left=rest)
            self._amounts[line.id] = amount
        except Refused as refused:
            self._wrong[line.id] = explain(refused.problems[0], self.texts)
            self._unread[line.id] = text
        self._show_lines()

    @property
    def credit_total(self) -> Money:
        """What the credit note would come to, VAT included."""
        invoice = self.invoice
        if invoice is None:
            return ZERO
        parts = [(line, self._amounts.get(line.id, ZERO)) for line in invoice.lines]
        kept = tuple(replace(line, net=amount) for line, amount in parts if amount)
        return totals_of_note(kept, self.notes).total if kept else ZERO

    @property
    def verb(self) -> str:
        """What the primary button does."""
        if self.payments.is_open:
            return self.payments.verb
        if self.is_crediting:
            return self.texts.say(N_("Credit {total}"), total=self.credit_total)
        return self.texts.say(N_("Save the PDF"))

    @property
    def can_do(self) -> bool:
        """Whether the primary button does anything."""
        if self.payments.is_open:
            return self.payments.can_pay
        if self.is_crediting:
            return bool(self.credit_total) and not self._wrong and self.can_credit
        return self.paper is not None

    @property
    def question(self) -> str:
        """The question before crediting, which cannot be undone."""
        number = str(self.invoice.number) if self.invoice else ""
        sentence = N_("Issue a credit note of invoice {number}, {total}?")
        return self.texts.say(sentence, number=number, total=self.credit_total)

    def credit(self) -> None:
        """Issue the credit note."""
        invoice, values = self.invoice, self.form.parsed()
        if invoice is None or values is None or not self.can_do or not self.is_crediting:
            return
        ask = CreditInvoice(
            invoice=invoice.id,
            texts_in=CatalogueTexts,
            lines=self._asked(invoice),
            note=values["note"],
            credited_before=len(self.notes),
        )
        self.act(credit_invoice, ask, done=self._done, form=self.form)

    def _asked(self, invoice: Invoice) -> tuple[CreditLine, ...]:
        """The lines to credit; none when all that is left is credited."""
        rest = {line: amount for line, amount in left(invoice, self.notes).items() if amount}
        chosen = {line: amount for line, amount in self._amounts.items() if amount}
        if chosen == rest:
            return ()
        return tuple(CreditLine(line=line, amount=amount) for line, amount in chosen.items())

    def _done(self, done: Done) -> None:
        self.is_crediting = False
        self._credited(done)
