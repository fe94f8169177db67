"""Months of the demo centre are completed, paid, invoiced and corrected; no Qt."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from subcontract import ids
from subcontract.actions.correct_entry import CorrectEntry, correct_entry
from subcontract.actions.credit_invoice import CreditInvoice, credit_invoice
from subcontract.actions.issue_invoice import IssueInvoice, issue_invoice
from subcontract.actions.make_draft import MakeDraft, make_draft
from subcontract.actions.record_payment import (
    RecordPayment,
    TakePaymentBack,
    record_payment,
    take_payment_back,
)
from subcontract.actions.send_e_invoices import (
    SendEInvoices,
    TellReceived,
    send_e_invoices,
    tell_received,
)
from subcontract.days import DateRange, Month
from subcontract.hours.entry import Attendance, EntryKind
from subcontract.hours.in_force import in_force
from subcontract.hours.told import told_of
from subcontract.ids import CustomerId, DraftId, InvoiceId, JobId, PaymentId
from subcontract.invoicing.payments import paid_total
from subcontract.invoicing.states import Settled, open_sum
from subcontract.jobs.job import Basis
from subcontract.money import Money
from ui.demo.beginnings import CLERK
from ui.demo.data import Data, client_id, demo_id
from ui.demo.lateness import late_steps, terms_steps
from ui.demo.steps import Step, Teller, acting, at


def money_steps(autumn: dict[str, Any]) -> Iterator[Step]:
    """Everything that ``autumn.toml`` tells of money."""
    for correction in autumn["correction"]:
        yield at(correction["on"], 12, partial(_correct, correction=correction))
    yield from terms_steps(autumn)
    for invoice in autumn["invoice"]:
        yield from _invoice_steps(invoice)


def _correct(teller: Teller, correction: Data) -> None:
    """Somebody's entry of a paid month is corrected."""
    days = Month.parse(correction["month"]).days
    job = JobId(demo_id("job", correction["job"]))
    entries = in_force(teller.books.entries.within(days, job=job))
    worked = [one for one in entries if one.kind is EntryKind.WORK and one.attendance is Attendance.PRESENT]
    entry = next(one for one in worked if one.client == client_id(correction["client"]))
    assert entry.end is not None  # noqa: S101 - the demo's entries have times
    later = entry.end.replace(hour=entry.end.hour + correction["minutes_more"] // 60)
    told = replace(told_of(entry), end=later)
    ask = CorrectEntry(of=entry.id, told=told, reason=correction["reason"])
    teller.act(CLERK, correct_entry, ask)


def _invoice_steps(data: Data) -> Iterator[Step]:
    """A draft is made, issued, perhaps credited and paid."""
    made: list[DraftId] = []

    def draft(teller: Teller) -> None:
        done = teller.act(CLERK, make_draft, _draft_of(teller, data))
        assert done.id is not None  # noqa: S101 - a draft that was made has an id
        made.append(DraftId(done.id))

    def issue(teller: Teller) -> None:
        version = teller.books.drafts.get(made[0]).version
        ask = IssueInvoice(draft=made[0], version=version, texts_in=teller.texts_in)
        teller.act(CLERK, issue_invoice, ask)

    def credit(teller: Teller) -> None:
        ask = CreditInvoice(invoice=InvoiceId(made[0]), texts_in=teller.texts_in, note=data["note"])
        teller.act(CLERK, credit_invoice, ask)

    yield at(data["made"], 10, draft)
    if "issued" in data:
        yield at(data["issued"], 11, issue)
    if "credited" in data:
        yield at(data["credited"], 9, credit)
    if "sent" in data:
        yield from _sending_steps(data, made)
    for payment in data.get("payments", ()):
        yield from _payment_steps(payment, made)
    yield from late_steps(data, made)


def _sending_steps(data: Data, made: list[DraftId]) -> Iterator[Step]:
    """The invoice goes as an e-invoice, and perhaps the operator tells that it came through."""

    def send(teller: Teller) -> None:
        wanted = (InvoiceId(made[0]),)
        ask = SendEInvoices(invoices=wanted, texts_in=teller.texts_in, put=lambda _name, _content: None)
        teller.act(CLERK, send_e_invoices, ask)

    def receive(teller: Teller) -> None:
        (sending,) = teller.books.invoicing.sendings.where(invoice=InvoiceId(made[0]))
        ask = TellReceived(sendings=((sending.id, sending.version),), on=data["received"])
        teller.act(CLERK, tell_received, ask)

    yield at(data["sent"], 13, send)
    if "received" in data:
        yield at(data["received"], 8, receive)


def _payment_steps(data: Data, made: list[DraftId]) -> Iterator[Step]:
    """Money comes for the invoice; a mistaken record is taken back."""
    payment = PaymentId(ids.new())

    def pay(teller: Teller) -> None:
        ask = _payment_of(teller, InvoiceId(made[0]), data)
        teller.act(CLERK, record_payment, replace(ask, id=payment))

    yield at(data["day"], 15, pay)
    if "taken_back" in data:
        ask = TakePaymentBack(payment=payment, reason=data["reason"])
        yield at(data["taken_back"], 9, acting(CLERK, take_payment_back, ask))


def _payment_of(teller: Teller, invoice: InvoiceId, data: Data) -> RecordPayment:
    """All that is open, so much more, or the amount that is told."""
    paid = paid_total(teller.books.payments.where(invoice=invoice))
    left = open_sum(teller.books.invoices.get(invoice), Settled(paid=paid)) + Money(data.get("more", "0"))
    amount = Money(data["amount"]) if "amount" in data else left
    return RecordPayment(invoice=invoice, day=data["day"], amount=amount, payer=data["payer"])


def _draft_of(teller: Teller, data: Data) -> MakeDraft:
    """Everything of the customer in the period, and so much of its fixed prices."""
    customer = CustomerId(demo_id("customer", data["customer"]))
    period = DateRange(data["from"], data["to"])
    shares = {
        phase.id: Decimal(data["fixed_share"])
        for job in teller.books.jobs.where(customer=customer)
        for phase in job.phases
        if phase.basis is Basis.FIXED and "fixed_share" in data
    }
    return MakeDraft(customer=customer, period=period, texts_in=teller.texts_in, shares=shares)
