"""The place of e-invoices: what waits and why, sending into a folder, receipts, and sending again."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from subcontract.clock import standing_at
from subcontract.invoicing.records import Invoice
from subcontract.jobs.customer import EInvoiceFormat
from subcontract.papers.files.e_invoices.read_finvoice import read_finvoice
from subcontract.people.staff import Role
from tests import make
from tests.billing_office import Office
from tests.e_invoice_office import issued, office
from ui.presenters.customers import CustomersPresenter
from ui.presenters.direct import DirectDoor
from ui.presenters.invoices.e_invoices.e_invoice_words import Shown
from ui.presenters.invoices.e_invoices.e_invoices import EInvoicesPresenter
from ui.presenters.invoices.page import InvoicePage
from ui.presenters.tables.table import write_cell
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


def place(
    made: Office, folder: Path | None = None, *roles: Role, day: date = make.TODAY
) -> EInvoicesPresenter:
    door = DirectDoor(made.store.open_books, made.store.open_lists, standing_at(day), make.worker(*roles))
    page = EInvoicesPresenter(door, TEXTS)
    page.folder = str(folder or "")
    page.load()
    return page


def rows(page: EInvoicesPresenter) -> list[tuple[str, str]]:
    """Number and state of each row in view."""
    columns = {column.key: column for column in page.table.columns}
    return [
        (str(row.cells["number"]), plain(write_cell(row.cells["state"], columns["state"], TEXTS)))
        for row in page.table.visible
    ]


def change_customer(made: Office, **fields: Any) -> None:
    made.store.fill(lambda books: books.customers.save(replace(books.customers.all()[0], **fields)))


def test_an_issued_invoice_waits_and_goes_into_the_folder(tmp_path: Path) -> None:
    made = office()
    invoice = issued(made)
    page = place(made, tmp_path)
    assert rows(page) == [(str(invoice.number), "Lähettämättä")]
    assert page.can_do
    assert plain(page.verb) == "Lähetä 1 verkkolasku"
    assert plain(page.question).startswith("Lähetetäänkö 1 verkkolasku, 10,04 €, kansioon ")
    page.do()
    (path,) = tmp_path.iterdir()
    assert read_finvoice(path.read_bytes()).number == str(invoice.number)
    assert page.notice
    assert page.notice.tone is Tone.READY
    assert rows(page) == []
    assert not page.table.visible
    assert page.table.nothing_words == "Kaikki verkkolaskut on lähetetty."
    page.table.set_filter("x")
    assert page.table.nothing_words == "Suodatus ei löydä mitään."
    page.table.set_filter("")
    page.show(Shown.SENT)
    assert rows(page) == [(str(invoice.number), "Lähetetty 23.11.2026")]


def test_without_a_folder_nothing_can_be_sent_and_it_says_so(tmp_path: Path) -> None:
    made = office()
    issued(made)
    page = place(made)
    assert not page.can_do
    assert page.folder_words == "Valitse ensin kansio, josta operaattori noutaa tiedostot."
    remembered: list[str] = []
    page.on_folder = remembered.append
    page.choose_folder("")
    page.choose_folder(str(tmp_path))
    assert remembered == [str(tmp_path)]
    assert page.can_do
    page.choose_folder(str(tmp_path / "gone"))
    assert "ei ole nyt" in page.folder_words
    page.do()
    assert page.notice
    assert page.notice.tone is Tone.WRONG
    assert rows(page)[0][1] == "Lähettämättä"


def test_what_is_missing_is_told_in_the_row_and_on_the_card(tmp_path: Path) -> None:
    made = office(e_invoice_address="", e_invoice_operator="")
    invoice = issued(made)
    page = place(made, tmp_path)
    told = "Puuttuu: tilaajan verkkolaskuosoite, tilaajan verkkolaskuoperaattori"
    assert rows(page) == [(str(invoice.number), told)]
    assert not page.can_do
    page.open_row(invoice.id)
    assert page.card.wanting == told
    change_customer(made, e_invoice_address="003712345671", e_invoice_operator="003721291126")
    page.load()
    assert page.card.wanting == ""
    assert page.card.hint
    assert page.can_do


def test_peppol_with_an_account_for_an_address_is_told(tmp_path: Path) -> None:
    made = office(EInvoiceFormat.UBL, e_invoice_address="FI2112345600000785")
    issued(made)
    assert "0037-alkuisen" in rows(place(made, tmp_path))[0][1]


def test_only_ticked_ones_go_when_some_are_ticked(tmp_path: Path) -> None:
    made = office()
    first, second = issued(made), issued(made, day=3)
    page = place(made, tmp_path)
    page.ticks.turn(second.id)
    assert [one.head.id for one in page.chosen] == [second.id]
    page.do()
    assert [number for number, _ in rows(page)] == [str(first.number)]


def test_a_received_file_is_marked_and_can_be_undone(tmp_path: Path) -> None:
    made = office()
    invoice = issued(made)
    page = place(made, tmp_path)
    page.do()
    page.show(Shown.SENT)
    assert page.verb == "Merkitse perille tulleiksi: 1"
    page.do()
    assert rows(page) == []
    page.show(Shown.RECEIVED)
    assert rows(page) == [(str(invoice.number), "Perillä 23.11.2026")]
    door = page.door
    assert isinstance(door, DirectDoor)
    assert door.undo()
    page.load()
    assert rows(page) == []


def test_the_card_reads_the_sent_file_back(tmp_path: Path) -> None:
    made = office()
    invoice = issued(made)
    page = place(made, tmp_path)
    page.do()
    page.show(Shown.ALL)
    page.open_row(invoice.id)
    told = {label: plain(value) for label, value in page.card.rows}
    assert told["Lasku"] == str(invoice.number)
    assert told["Yhteensä"] == "10,04 €"
    assert told["Vastaanottajan osoite"] == "003712345671 / 003721291126"
    assert page.card.file
    assert page.card.file.paper.content == next(tmp_path.iterdir()).read_bytes()
    page.close()
    assert page.card.rows == ()


def test_sending_again_asks_for_a_reason(tmp_path: Path) -> None:
    made = office()
    invoice = issued(made)
    page = place(made, tmp_path)
    page.do()
    page.show(Shown.SENT)
    page.open_row(invoice.id)
    page.send_again()
    assert page.card.form.errors["reason"]
    page.card.form.type("reason", "Operaattori ei saanut tiedostoa")
    page.send_again()
    assert len(list(tmp_path.iterdir())) == 2
    assert dict(page.card.rows)["Huomautus"] == "Operaattori ei saanut tiedostoa"


def test_the_list_of_what_has_gone_is_a_table_with_checksums(tmp_path: Path) -> None:
    made = office()
    invoice = issued(made)
    page = place(made, tmp_path)
    assert not page.has_sent
    page.do()
    assert page.has_sent
    name, content = page.list_file()
    assert name == "lahetetyt-verkkolaskut.csv"
    header, row, *_ = content.decode("utf-8-sig").splitlines()
    assert header.startswith("Numero;Tilaaja;")
    assert row.startswith(f"{invoice.number};")
    with made.store.open_lists() as lists:
        assert row.endswith(lists.invoicing.sendings.all()[0].digest)


def test_customers_of_paper_and_old_settled_invoices_are_left_out(tmp_path: Path) -> None:
    made = office(EInvoiceFormat.PAPER)
    invoice: Invoice = issued(made)
    assert rows(place(made, tmp_path)) == []
    change_customer(made, e_invoice_format=EInvoiceFormat.FINVOICE)
    assert len(rows(place(made, tmp_path))) == 1
    made.credit(invoice)
    later = make.TODAY + timedelta(days=60)
    assert rows(place(made, tmp_path, day=later)) == []


def test_a_credit_note_takes_away_from_what_the_question_tells(tmp_path: Path) -> None:
    made = office()
    credited = issued(made)
    issued(made, day=3)
    made.credit(credited)
    page = place(made, tmp_path)
    assert len(page.chosen) == 3
    assert page.total == credited.total
    assert plain(page.question).startswith("Lähetetäänkö 3 verkkolaskua, yhteensä 10,04 €,")


def test_who_may_not_issue_looks_only(tmp_path: Path) -> None:
    made = office()
    issued(made)
    page = place(made, tmp_path, Role.JOB_COACH)
    assert not page.has_act
    assert not page.can_do
    assert page.ticks.most == 0


def test_a_stopped_sending_says_that_nothing_was_sent(tmp_path: Path) -> None:
    made = office()
    issued(made)
    issued(made, day=3)
    page = place(made, tmp_path)
    page.listen(lambda: page.at_once.cancel() if page.at_once.is_working else None)
    page.do()
    assert not page.at_once.is_working
    assert page.notice
    assert len(rows(page)) == 2


# --- the file of one invoice, without sending it


def xml_of(made: Office, invoice: Invoice) -> InvoicePage:
    door = DirectDoor(made.store.open_books, made.store.open_lists, standing_at(make.TODAY), make.worker())
    page = InvoicePage(door, TEXTS, lambda _done: None, lambda _done: None, lambda _done: None)
    page.open(invoice.id)
    return page


@pytest.mark.parametrize("kind", [EInvoiceFormat.FINVOICE, EInvoiceFormat.UBL])
def test_the_file_of_an_issued_invoice_can_be_saved(kind: EInvoiceFormat) -> None:
    made = office(EInvoiceFormat.PAPER)
    page = xml_of(made, issued(made))
    page.xml.make(kind)
    assert page.xml.to_save
    assert page.xml.to_save.content.startswith(b"<?xml")
    assert page.xml.to_save.name.startswith(kind.value)
    page.xml.saved(None)
    assert page.xml.to_save is None
    with made.store.open_lists() as lists:
        assert lists.invoicing.sendings.all() == ()


def test_what_the_file_lacks_is_told() -> None:
    made = office(e_invoice_address="", e_invoice_operator="")
    page = xml_of(made, issued(made))
    page.xml.make(EInvoiceFormat.UBL)
    assert page.xml.to_save is None
    assert page.notice
    assert page.notice.text == "Tiedostoa ei tehty. Puuttuu: tilaajan verkkolaskuosoite"


def test_a_customers_form_tells_the_operator_and_what_does_not_fit() -> None:
    made = office()
    door = DirectDoor(made.store.open_books, made.store.open_lists, standing_at(make.TODAY), make.worker())
    page = CustomersPresenter(door, TEXTS)
    page.load()
    page.open(made.customer.id)
    assert page.form.echo("e_invoice_operator") == "Maventa"
    page.form.pick("e_invoice_format", EInvoiceFormat.UBL)
    assert "e_invoice_format" not in page.form.notes
    page.form.type("e_invoice_address", "FI21 1234 5600 0007 85")
    assert "0037" in page.form.notes["e_invoice_format"]
    page.form.type("e_invoice_operator", "apix")
    page.save()
    with made.store.open_lists() as lists:
        saved = lists.customers.get(made.customer.id)
    assert (saved.e_invoice_operator, saved.e_invoice_address) == ("003723327487", "FI2112345600000785")
    page.form.type("e_invoice_address", "")
    assert page.form.notes["e_invoice_format"] == "Verkkolaskuosoite puuttuu vielä."
