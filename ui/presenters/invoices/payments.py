"""Payments of an issued invoice: what has come, writing one in, taking a mistaken one back; no Qt."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from subcontract.actions.act import Done, Permission
from subcontract.actions.record_payment import (
    RecordPayment,
    TakePaymentBack,
    record_payment,
    take_payment_back,
)
from subcontract.ids import StaffId
from subcontract.invoicing.payments import Payment, PaymentSource, is_taken_back
from subcontract.invoicing.records import Invoice, InvoiceKind
from subcontract.money import ZERO, Money
from subcontract.words import N_
from ui.presenters.forms.fields import FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter, SummaryLine
from ui.presenters.owner import Owner
from ui.presenters.tables.table import CellKind, Column, Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone

LONGEST = 200
FIELDS = (
    FieldSpec(
        name="day",
        label=N_("Day on the account"),
        kind=FieldKind.DATE,
        required=True,
        help=N_("The day on which the bank booked the money."),
    ),
    FieldSpec(
        name="amount",
        label=N_("Amount that came"),
        kind=FieldKind.MONEY,
        required=True,
        signed=True,
        help=N_("Write what is given back to the customer with a minus."),
    ),
    FieldSpec(name="payer", label=N_("Payer or message"), max_length=LONGEST),
)
REASON = (FieldSpec(name="reason", label=N_("Why is it taken back"), required=True, max_length=LONGEST),)
COLUMNS = (
    Column(key="day", title=N_("Day on the account"), kind=CellKind.DATE),
    Column(key="state", title=N_("State"), kind=CellKind.STATE),
    Column(key="words", title=N_("Payer, message or reason"), grows=True),
    Column(key="by", title=N_("Written by")),
    Column(key="amount", title=N_("Amount"), kind=CellKind.MONEY, total=True),
)
EMPTY = Empty(picture="coins", sentence=N_("Nothing has been paid yet."))


class OfInvoice(Owner, Protocol):
    """What payments need to know of the page that they belong to."""

    @property
    def invoice(self) -> Invoice | None:
        """The invoice that is open."""

    @property
    def left(self) -> Money:
        """What is still to be paid of it."""

    @property
    def unpaid_charges(self) -> Money:
        """What reminders have charged and is not paid."""


class InvoicePayments:
    """The payments of the invoice that is open."""

    def __init__(self, page: OfInvoice, recorded: Callable[[Done], None]) -> None:
        """``recorded`` is called with what each act on payments did."""
        self.page = page
        self.is_open = False
        """Whether payments are in sight in place of the paper."""
        self.taking_back: Payment | None = None
        """The payment whose counter-entry is being made."""
        self.all: tuple[Payment, ...] = ()
        self._recorded = recorded
        self._names: Mapping[StaffId, str] = {}
        today = page.door.today
        self.form = FormPresenter(FIELDS, page.texts, today, name=N_("Payment"))
        self.form.summary = self._summary
        self.form.on_change = lambda _name: self._typed()
        self.reason = FormPresenter(REASON, page.texts, today, name=N_("Counter-entry"))
        self.table = TablePresenter(COLUMNS, page.texts, name=N_("Payments of the invoice"), empty=EMPTY)
        self.table.count_words = (N_("{number} payment"), N_("{number} payments"))
        self.table.on_select = lambda _row: page.tell()

    def show(self, payments: tuple[Payment, ...], names: Mapping[StaffId, str]) -> None:
        """Show what was read."""
        self.all, self._names = payments, names
        self.table.set_rows(map(self._row, payments))

    @property
    def standing(self) -> tuple[Payment, ...]:
        """Payments that nothing takes back."""
        return tuple(one for one in self.all if one.reverses is None and not is_taken_back(one, self.all))

    def _row(self, payment: Payment) -> Row:
        """One payment or counter-entry."""
        gone = payment.reverses is not None or is_taken_back(payment, self.all)
        cells = {
            "day": payment.day,
            "state": self._state(payment),
            "words": self._words(payment),
            "by": self._names.get(payment.by, ""),
            "amount": payment.amount,
        }
        return Row(id=payment.id, cells=cells, tone=Tone.QUIET if gone else Tone.NONE)

    def _words(self, payment: Payment) -> str:
        """The payer's words; of a counter-entry its reason."""
        if payment.reverses is None:
            return payment.payer or payment.reference
        return payment.reason or self.page.texts.say(N_("Undone"))

    def _state(self, payment: Payment) -> State:
        """What a row is."""
        say = self.page.texts.say
        if payment.reverses is not None:
            return State(say(N_("Counter-entry")), Tone.QUIET, "arrow-u-up-left")
        if is_taken_back(payment, self.all):
            return State(say(N_("Taken back")), Tone.QUIET, "x")
        if payment.amount < ZERO:
            return State(say(N_("Given back")), Tone.INFO, "arrow-u-up-left")
        by_hand = payment.source is PaymentSource.HAND
        return State(say(N_("Written by hand") if by_hand else N_("From the bank")), Tone.READY, "coin")

    # --- opening

    @property
    def can_pay(self) -> bool:
        """Whether a payment of the invoice can be written in now."""
        page = self.page
        return (
            page.invoice is not None
            and page.invoice.kind is InvoiceKind.INVOICE
            and page.may(Permission.RECORD_PAYMENTS)
            and not page.busy
        )

    def start(self) -> None:
        """Show the payments and propose one: today, all that is open."""
        if self.can_pay:
            self.is_open, self.taking_back, self.page.notice = True, None, None
            left = self.page.left
            self.form.load({"day": self.page.door.today(), "amount": left or None})
            self.page.tell()

    def close(self) -> None:
        """Back to the paper; nothing is written in."""
        self.is_open, self.taking_back = False, None
        self.page.tell()

    def back(self) -> None:
        """One step back: from the counter-entry to the payments, from them to the paper."""
        if self.taking_back is None:
            self.close()
        else:
            self.taking_back = None
            self.page.tell()

    # --- writing one in

    def _summary(self, values: Mapping[str, Any]) -> Iterable[SummaryLine]:
        """What is open, and what the payment leaves open, in words."""
        say, money = self.page.texts.say, self.page.texts.money
        left, amount = self.page.left, values["amount"]
        yield SummaryLine(label=say(N_("Open now")), value=money(left))
        yield SummaryLine(label=say(N_("This payment")), value=money(amount))
        rest = left - amount
        if rest < ZERO and (covered := min(-rest, self.page.unpaid_charges)):
            yield SummaryLine(label=say(N_("Pays reminders' costs and interest")), value=money(covered))
            rest += covered
        if rest > ZERO:
            word = N_("Stays open")
        else:
            word = N_("Paid too much") if rest else N_("Stays open: paid in full")
        tone = Tone.ATTENTION if rest < ZERO else Tone.NONE if rest else Tone.READY
        yield SummaryLine(label=say(word), value=money(abs(rest)), tone=tone, large=True)

    def _typed(self) -> None:
        """Say what the button would do; a day before the invoice's is likely a slip of the pen."""
        invoice, values = self.page.invoice, self.form.readable()
        day = values.get("day")
        self.form.notes.pop("day", None)
        if invoice is not None and day is not None and day < invoice.day:
            words = N_("The invoice was made {day}, after this. Check the day.")
            self.form.notes["day"] = self.page.texts.say(words, day=invoice.day)
        self.page.tell()

    def record(self) -> None:
        """Write the payment in."""
        invoice, values = self.page.invoice, self.form.parsed()
        if invoice is None or values is None or not self.can_pay:
            self.page.tell()
            return
        ask = RecordPayment(invoice=invoice.id, **values)
        self.page.act(record_payment, ask, done=self._recorded, form=self.form)

    # --- taking one back

    @property
    def can_take_back(self) -> bool:
        """Whether the selected payment can be taken back."""
        return self.can_pay and self._selected is not None

    @property
    def _selected(self) -> Payment | None:
        return next((one for one in self.standing if one.id == self.table.selected), None)

    def start_taking_back(self) -> None:
        """Ask why the selected payment was a mistake."""
        if self.can_take_back:
            self.taking_back, self.page.notice = self._selected, None
            self.reason.load({})
            self.page.tell()

    def take_back(self) -> None:
        """Make the counter-entry."""
        payment, values = self.taking_back, self.reason.parsed()
        if payment is None or values is None:
            self.page.tell()
            return
        ask = TakePaymentBack(payment=payment.id, reason=values["reason"])
        self.page.act(take_payment_back, ask, done=self._recorded, form=self.reason)

    # --- the primary button

    @property
    def verb(self) -> str:
        """What the primary button does."""
        say = self.page.texts.say
        if self.taking_back is not None:
            return say(N_("Take back {amount}"), amount=self.taking_back.amount)
        amount = self.form.readable().get("amount")
        if isinstance(amount, Money) and amount < ZERO:
            return say(N_("Record {amount} given back"), amount=-amount)
        if isinstance(amount, Money):
            return say(N_("Record payment, {amount}"), amount=amount)
        return say(N_("Record payment"))

    def do(self) -> None:
        """The primary act."""
        if self.taking_back is None:
            self.record()
        else:
            self.take_back()

    @property
    def asked_back(self) -> str:
        """What is being taken back, in words."""
        payment, texts = self.taking_back, self.page.texts
        if payment is None:
            return ""
        words = N_("The payment of {day}, {amount}, is taken back by a counter-entry. Both stay in the list.")
        return texts.say(words, day=payment.day, amount=payment.amount)
