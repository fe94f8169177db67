"""Puts e-invoices into the operator's folder, and keeps what went, when and by whom."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from subcontract import ids
from subcontract.actions.act import Done, Kind, Permission, Step, Undo, Worker, unseen
from subcontract.actions.make_quote import TextsIn
from subcontract.clock import Clock
from subcontract.ids import InvoiceId, SendingId
from subcontract.invoicing.records import Invoice
from subcontract.invoicing.sendings import Sending
from subcontract.jobs.customer import EInvoiceFormat
from subcontract.papers.files.e_invoices.sending import (
    PAPER_KINDS,
    addressed,
    e_invoice,
    file_name,
    sending_problems,
)
from subcontract.people.findings import Findings
from subcontract.ports import Books, Paper
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.words import N_

LONGEST_REASON = 200
Put = Callable[[str, bytes], None]
"""Puts a file of a name into the folder; refuses what cannot be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendEInvoices:
    """Which invoices go, and where."""

    invoices: tuple[InvoiceId, ...]
    texts_in: TextsIn = field(repr=False, compare=False)
    put: Put = field(repr=False, compare=False)
    reason: str = ""
    """Why those that have gone before go again."""
    step: Step = field(default=unseen, repr=False, compare=False)
    """Told as invoices are written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TellReceived:
    """What the operator told of files: a day when they came through, or what was wrong with them."""

    sendings: tuple[tuple[SendingId, int], ...]
    """Each with its version."""
    on: date | None = None
    note: str = ""


def send_e_invoices(ask: SendEInvoices, books: Books, clock: Clock, who: Worker) -> Done:
    """Write every invoice that can go, in the order asked, and keep its very bytes.

    What cannot go is told in ``facts``; refuses when that is all there is: a customer that takes paper
    (``not_by_e_invoice``), an address or operator that is missing (``required``), an invoice that has gone
    already and no reason to send it again (``sent_already``), and what the format refuses. Stopped on the
    way, none is kept as sent.
    """
    who.must_be_allowed(Permission.ISSUE_INVOICES)
    if not ask.invoices:
        raise refuse(Code.NOTHING_TO_DO)
    reason = _reason(ask.reason)
    made: list[Sending] = []
    left: list[tuple[InvoiceId, tuple[Problem, ...]]] = []
    for at, wanted in enumerate(dict.fromkeys(ask.invoices), 1):
        try:
            made.append(_send(books.invoices.get(wanted), replace(ask, reason=reason), books, clock, who))
        except Refused as refused:
            if refused.code in {Code.STORAGE_FAILED, Code.ALREADY_EXISTS}:
                raise
            left.append((wanted, refused.problems))
        ask.step(at, len(ask.invoices))
    if not made:
        raise Refused(*(problem for _, problems in left for problem in problems))
    facts = {"made": len(made), "left": tuple(left), "file": made[0].file_name}
    return Done(changed=frozenset({Kind.SENDINGS}), id=made[0].id, facts=facts)


def _reason(typed: str) -> str:
    found = Findings()
    reason = found.line(typed.strip(), "reason", longest=LONGEST_REASON)
    found.refuse_any()
    return reason


def _send(invoice: Invoice, ask: SendEInvoices, books: Books, clock: Clock, who: Worker) -> Sending:
    """Write one invoice and keep it."""
    customer = books.customers.get(invoice.customer)
    before = books.invoicing.sendings.where(invoice=invoice.id)
    format_ = customer.e_invoice_format
    if before and format_ is not EInvoiceFormat.PAPER and not ask.reason:
        raise refuse(Code.SENT_ALREADY, "reason", number=str(invoice.number))
    ready = addressed(invoice, customer, books.units.get(invoice.unit))
    problems = sending_problems(ready, format_)
    if problems:
        raise Refused(*problems)
    time = len(before) + 1
    content = e_invoice(ready, format_, ask.texts_in(invoice.language), time=time, at=clock.now())
    sending = Sending(
        id=SendingId(ids.new()),
        unit=invoice.unit,
        invoice=invoice.id,
        format=format_,
        file_name=file_name(invoice, format_, time),
        digest=hashlib.sha256(content).hexdigest(),
        made_by=who.staff,
        made_at=clock.now(),
        note=ask.reason if before else "",
    )
    books.invoicing.sendings.add(sending)
    books.papers.add(
        Paper(
            of=sending.id,
            kind=PAPER_KINDS[format_],
            name=sending.file_name,
            content=content,
            made_at=sending.made_at,
        )
    )
    ask.put(sending.file_name, content)
    return sending


def tell_received(ask: TellReceived, books: Books, _clock: Clock, who: Worker) -> Done:
    """Mark files as received, or as not; each is marked as it was seen (``changed_elsewhere``)."""
    who.must_be_allowed(Permission.ISSUE_INVOICES)
    if not ask.sendings:
        raise refuse(Code.NOTHING_TO_DO)
    note = _reason(ask.note)
    back = []
    for wanted, version in ask.sendings:
        before = books.invoicing.sendings.get(wanted)
        told = replace(before, version=version, received_on=ask.on, note=note or before.note)
        saved = books.invoicing.sendings.save(told)
        back.append(replace(before, version=saved.version))
    undo = Undo(
        name=N_("receipt of e-invoices"), action=put_sendings_back, ask=PutSendingsBack(was=tuple(back))
    )
    return Done(changed=frozenset({Kind.SENDINGS}), undo=undo, facts={"number": len(back)})


@dataclass(frozen=True, slots=True, kw_only=True)
class PutSendingsBack:
    """Files as they were marked before, with the version that they have now."""

    was: tuple[Sending, ...]


def put_sendings_back(ask: PutSendingsBack, books: Books, _clock: Clock, who: Worker) -> Done:
    """Mark files as they were before."""
    who.must_be_allowed(Permission.ISSUE_INVOICES)
    back = []
    for one in ask.was:
        before = books.invoicing.sendings.get(one.id)
        saved = books.invoicing.sendings.save(one)
        back.append(replace(before, version=saved.version))
    undo = Undo(
        name=N_("receipt of e-invoices"), action=put_sendings_back, ask=PutSendingsBack(was=tuple(back))
    )
    return Done(changed=frozenset({Kind.SENDINGS}), undo=undo, facts={"number": len(back)})


def _told(was: tuple[Sending, ...]) -> Done:
    """What came of it, and the way back."""
    back = Undo(name=N_("receipt of e-invoices"), action=put_sendings_back, ask=PutSendingsBack(was=was))
    return Done(changed=frozenset({Kind.SENDINGS}), undo=back, facts={"number": len(was)})
