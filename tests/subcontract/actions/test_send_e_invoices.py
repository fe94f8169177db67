"""Sending e-invoices: what goes, what is kept of it, what is missing, and never twice without a reason."""

import hashlib
from dataclasses import replace
from typing import Any

import pytest

from subcontract.actions.send_e_invoices import (
    PutSendingsBack,
    SendEInvoices,
    TellReceived,
    put_sendings_back,
    send_e_invoices,
    tell_received,
)
from subcontract.invoicing.records import Invoice
from subcontract.invoicing.sendings import Sending
from subcontract.jobs.customer import EInvoiceFormat
from subcontract.papers.files.e_invoices.read_finvoice import read_finvoice
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused, refuse
from tests import make
from tests.billing_office import Office, refusal
from tests.e_invoice_office import OWN, WAY, Folder, issued, office
from ui.texts import CatalogueTexts


def send(made: Office, *invoices: Invoice, folder: Folder | None = None, **fields: Any) -> Any:
    put = (folder if folder is not None else Folder()).put
    ask = SendEInvoices(
        invoices=tuple(one.id for one in invoices), texts_in=CatalogueTexts, put=put, **fields
    )
    return made.do(send_e_invoices, ask)


def sendings(made: Office) -> tuple[Sending, ...]:
    with made.store.open_lists() as lists:
        return lists.invoicing.sendings.all()


def problems(made: Office, *invoices: Invoice, **fields: Any) -> list[tuple[Code, str]]:
    with pytest.raises(Refused) as refused:
        send(made, *invoices, **fields)
    return [(problem.code, problem.field) for problem in refused.value.problems]


def test_an_invoice_goes_to_the_folder_and_its_bytes_are_kept() -> None:
    made, folder = office(), Folder()
    invoice = issued(made)
    done = send(made, invoice, folder=folder)
    assert (done.facts["made"], done.facts["left"]) == (1, ())
    (sending,) = sendings(made)
    assert list(folder) == [sending.file_name]
    assert sending.digest == hashlib.sha256(folder[sending.file_name]).hexdigest()
    with made.store.open_lists() as lists:
        paper = lists.papers.find(sending.id, "finvoice")
    assert paper
    assert paper.content == folder[sending.file_name]
    facts = read_finvoice(paper.content)
    assert (facts.number, facts.total) == (str(invoice.number), invoice.total)
    assert (facts.buyer.e_invoice_address, facts.seller.e_invoice_operator) == (
        WAY["e_invoice_address"],
        OWN["e_invoice_operator"],
    )


def test_a_file_is_named_by_number_and_not_by_people() -> None:
    made, folder = office(name="Nimi Näkyy Oy"), Folder()
    invoice = issued(made)
    send(made, invoice, folder=folder)
    (name,) = folder
    assert name == f"finvoice-{invoice.number}-{invoice.id.hex[:8]}.xml"
    assert name.isascii()


def test_ubl_goes_to_those_who_take_it() -> None:
    made, folder = office(EInvoiceFormat.UBL), Folder()
    send(made, issued(made), folder=folder)
    (content,) = folder.values()
    assert b"urn:fdc:peppol.eu:2017:poacc:billing:01:1.0" in content


def test_an_address_that_came_after_the_issue_is_used() -> None:
    made, folder = office(e_invoice_address="", e_invoice_operator=""), Folder()
    invoice = issued(made)
    assert problems(made, invoice) == [
        (Code.REQUIRED, "buyer.e_invoice_address"),
        (Code.REQUIRED, "buyer.e_invoice_operator"),
    ]

    def give_way(books: Any) -> None:
        books.customers.save(replace(books.customers.all()[0], **WAY))

    made.store.fill(give_way)
    send(made, invoice, folder=folder)
    assert len(folder) == 1


def test_a_way_of_our_own_is_needed() -> None:
    made = office()
    invoice = issued(made)

    def take_away(books: Any) -> None:
        unit = books.units.get(make.UNIT)
        books.units.save(replace(unit, e_invoice_address="", e_invoice_operator=""))

    made.store.fill(take_away)
    again = issued(made, day=3)
    assert problems(made, again) == [
        (Code.REQUIRED, "seller.e_invoice_address"),
        (Code.REQUIRED, "seller.e_invoice_operator"),
    ]
    assert send(made, invoice).facts["made"] == 1


def test_a_customer_of_paper_gets_no_file() -> None:
    made = office(EInvoiceFormat.PAPER)
    assert problems(made, issued(made)) == [(Code.NOT_BY_E_INVOICE, "")]


def test_the_same_invoice_goes_again_only_for_a_reason() -> None:
    made, folder = office(), Folder()
    invoice = issued(made)
    send(made, invoice, folder=folder)
    assert problems(made, invoice) == [(Code.SENT_ALREADY, "reason")]
    send(made, invoice, folder=folder, reason="Operaattori kadotti tiedoston")
    first, second = sendings(made)
    assert (first.note, second.note) == ("", "Operaattori kadotti tiedoston")
    assert second.file_name.endswith("-2.xml")
    assert b">%d-2</MessageIdentifier>" % invoice.number in folder[second.file_name]


def test_what_can_go_goes_and_the_rest_is_told() -> None:
    made, folder = office(), Folder()
    first, second = issued(made), issued(made, day=3)
    send(made, first, folder=folder)
    steps: list[tuple[int, int]] = []
    done = send(made, first, second, folder=folder, step=lambda at, of: steps.append((at, of)))
    assert done.facts["made"] == 1
    assert [(left, problem.code) for left, (problem,) in done.facts["left"]] == [
        (first.id, Code.SENT_ALREADY)
    ]
    assert steps == [(1, 2), (2, 2)]
    assert len(folder) == 2


def test_a_folder_that_cannot_be_written_leaves_nothing_sent() -> None:
    made = office()
    first, second = issued(made), issued(made, day=3)
    names: list[str] = []

    def put(name: str, _content: bytes) -> None:
        names.append(name)
        if len(names) > 1:
            raise refuse(Code.STORAGE_FAILED)

    ask = SendEInvoices(invoices=(first.id, second.id), texts_in=CatalogueTexts, put=put)
    assert refusal(made, send_e_invoices, ask) is Code.STORAGE_FAILED
    assert sendings(made) == ()


def test_a_stopped_sending_leaves_nothing_sent() -> None:
    made = office()
    first, second = issued(made), issued(made, day=3)

    def step(_at: int, _of: int) -> None:
        raise refuse(Code.STOPPED)

    with pytest.raises(Refused):
        send(made, first, second, step=step)
    assert sendings(made) == ()


def test_a_credit_note_goes_the_same_way() -> None:
    made, folder = office(), Folder()
    note = made.credit(issued(made))
    send(made, note, folder=folder)
    (content,) = folder.values()
    assert read_finvoice(content).original_number


def test_the_operators_receipt_is_marked_and_taken_back() -> None:
    made = office()
    send(made, issued(made))
    (sending,) = sendings(made)
    ask = TellReceived(sendings=((sending.id, sending.version),), on=made.at.date())
    done = made.do(tell_received, ask)
    (told,) = sendings(made)
    assert told.received_on == made.at.date()
    assert refusal(made, tell_received, ask) is Code.CHANGED_ELSEWHERE
    assert done.undo
    again = made.do(done.undo.action, done.undo.ask)
    assert sendings(made)[0].received_on is None
    assert again.undo
    made.do(again.undo.action, again.undo.ask)
    assert sendings(made)[0].received_on == made.at.date()


def test_only_the_office_sends() -> None:
    made = office()
    invoice = issued(made)
    ask = SendEInvoices(invoices=(invoice.id,), texts_in=CatalogueTexts, put=Folder().put)
    assert refusal(made, send_e_invoices, ask, Role.JOB_COACH) is Code.NOT_ALLOWED
    assert refusal(made, tell_received, TellReceived(sendings=()), Role.JOB_COACH) is Code.NOT_ALLOWED
    assert refusal(made, put_sendings_back, PutSendingsBack(was=()), Role.JOB_COACH) is Code.NOT_ALLOWED
    nothing = SendEInvoices(invoices=(), texts_in=CatalogueTexts, put=Folder().put)
    assert refusal(made, send_e_invoices, nothing) is Code.NOTHING_TO_DO
