"""The page of payments: reading files, what is proposed and why, placing, setting aside."""

from pathlib import Path
from typing import Any

import pytest

from subcontract.clock import standing_at
from subcontract.ids import InvoiceId
from subcontract.invoicing.bank.matching import Ground
from subcontract.money import Money
from subcontract.people.staff import Role
from tests import make
from tests.bank_office import Bank
from tests.make_bank_files import Told, camt, camt_entry
from tests.seat import plain
from ui.presenters.direct import DirectDoor
from ui.presenters.invoices.bank.bank import BankPresenter, View
from ui.presenters.invoices.bank.bank_words import GROUNDS
from ui.presenters.tables.table import Row
from ui.presenters.today.today import TodayPresenter
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")


@pytest.fixture
def bank() -> Bank:
    return Bank()


def door(bank: Bank, *roles: Role) -> DirectDoor:
    store = bank.office.store
    return DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker(*roles))


def page(bank: Bank, *roles: Role) -> BankPresenter:
    made = BankPresenter(door(bank, *roles), TEXTS)
    made.load()
    return made


def file_of(folder: Path, *told: Told, name: str = "tiliote.xml") -> str:
    path = folder / name
    path.write_bytes(camt([camt_entry([one]) for one in told]))
    return str(path)


def said(own: BankPresenter) -> str:
    assert own.notice is not None
    return plain(own.notice.text)


def row_of(own: BankPresenter, invoice: InvoiceId) -> Row:
    """The row of an invoice among those to place on."""
    row = own.places.table.row(invoice)
    assert row is not None
    return row


def mixed(bank: Bank) -> tuple[Told, ...]:
    """A certain one, one by name and amount, one that nobody knows."""
    return (
        bank.told(0),
        bank.told(1, reference="", payer="TAVARATALO KUUSI", archive_id="B", text="marraskuu"),
        Told(amount=Money("17.00"), payer="RANTAPAJAN KERHO", text="Lahjoitus", archive_id="C"),
    )


def test_a_file_is_read_and_what_came_of_it_is_said(bank: Bank, tmp_path: Path) -> None:
    own = page(bank)
    assert not own.waiting.rows
    own.read(file_of(tmp_path, *mixed(bank)))
    sum_of_all = sum((one.amount for one in mixed(bank)), Money(0))
    assert said(own) == (
        f"3 tilitapahtumaa luettiin, yhteensä {plain(TEXTS.money(sum_of_all))}. 1 kirjattiin laskunsa "
        "maksuksi. 1 odottaa, ja sillä on ehdotus. 1 on tuntematon."
    )
    assert [own.waiting.text(one, own.waiting.columns[3]) for one in own.waiting.visible] == [
        "Lasku 1002",
        "Ei tiedossa",
    ]
    (file,) = own.tables[View.FILES].visible
    assert (file.cells["name"], file.cells["count"]) == ("tiliote.xml", 3)


def test_the_same_file_again_says_when_it_was_read(bank: Bank, tmp_path: Path) -> None:
    own = page(bank)
    path = file_of(tmp_path, *mixed(bank))
    own.read(path)
    own.read(path)
    assert said(own).startswith("Tämä tiedosto on luettu")
    assert len(bank.bookings) == 3
    own.read(file_of(tmp_path, *mixed(bank), Told(archive_id="D"), name="uusi.xml"))
    assert "3 oli tullut aiemmissa tiedostoissa." in said(own)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Tiedosto on tyhjä."),
        (b"PK\x03\x04\0\0", "Tämä ei ole pankin tiedosto"),
        (b"<!DOCTYPE a><a/>", "jotain, mitä pankit eivät lähetä"),
        (camt([camt_entry([Told()]).replace("204.92", "20x", 1)]), "Tiedoston tapahtuma 1, summa:"),
        (camt([camt_entry([Told()])])[:-30], "Tiedosto on rikki riviltä"),
    ],
)
def test_a_file_that_is_refused_says_why_and_leaves_nothing(
    bank: Bank, tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "outo.xml"
    path.write_bytes(content)
    own = page(bank)
    own.read(str(path))
    assert words in said(own)
    assert own.notice is not None
    assert own.notice.tone is Tone.WRONG
    assert (bank.bookings, own.reading.is_working) == ((), False)
    own.read(str(tmp_path / "ei ole.xml"))
    assert said(own).startswith("Tiedostoa ei voitu avata.")


def test_a_large_file_tells_how_far_it_is_and_can_be_stopped(bank: Bank, tmp_path: Path) -> None:
    many = [Told(archive_id=f"M{number}") for number in range(300)]
    path = file_of(tmp_path, *many)
    own = page(bank)
    steps: list[tuple[int, int, str]] = []
    own.listen(lambda: steps.append((own.reading.done, own.reading.of, own.reading.what)))
    own.listen(lambda: own.reading.cancel() if own.reading.what.startswith("Tilitap") else None)
    own.read(path)
    assert any(of == 100 and done > 0 for done, of, _ in steps)
    assert bank.bookings == ()
    assert not own.reading.is_working
    assert said(own) == "Pysäytetty pyynnöstäsi. Mitään ei muutettu."


def test_a_proposal_says_why_and_is_placed(bank: Bank, tmp_path: Path) -> None:
    own = page(bank)
    own.read(file_of(tmp_path, *mixed(bank)))
    assert own.places.heading.startswith("TAVARATALO KUUSI, ")
    assert "marraskuu" in own.places.about
    first, *sums = own.places.steps
    assert first.what == TEXTS.say(GROUNDS[Ground.AMOUNT_AND_NAME])
    assert [plain(step.amount) for step in sums][-1] == "0,00 €"
    own.do()
    assert bank.left(1) == Money(0)
    assert said(own).startswith("1 tilitapahtuma kohdistettiin")
    assert [row.cells["payer"] for row in own.waiting.visible] == ["RANTAPAJAN KERHO"]


def test_all_clear_proposals_are_accepted_together_and_undone_together(bank: Bank, tmp_path: Path) -> None:
    own = page(bank)
    paid_twice = bank.told(0, archive_id="X")
    other = bank.told(2, reference="", payer="TAVARATALO KUUSI OY", archive_id="Y")
    own.read(file_of(tmp_path, *mixed(bank), paid_twice, other))
    assert own.accept_words == "Hyväksy 2 ehdotusta"
    own.accept()
    assert (bank.left(1), bank.left(2)) == (Money(0), Money(0))
    assert bank.left(0) == Money(0)
    assert len(own.waiting.visible) == 2
    assert not own.can_accept
    front = own.door
    assert isinstance(front, DirectDoor)
    assert front.undo()
    own.load()
    assert len(own.waiting.visible) == 4


def test_a_booking_is_divided_and_mistakes_stand_beside_the_amount(bank: Bank, tmp_path: Path) -> None:
    own = page(bank)
    own.read(file_of(tmp_path, Told(amount=Money("17.00"), payer="JOKU", archive_id="C")))
    table = own.places.table
    first, second = bank.invoices[0].id, bank.invoices[1].id
    assert not own.can_do
    table.edit(first, "now", "10,5x")
    assert row_of(own, first).problems
    assert row_of(own, first).cells["now"] == "10,5x"
    table.edit(first, "now", "18")
    assert "17,00" in plain(row_of(own, first).problems["now"])
    assert not own.can_do
    table.edit(first, "now", "-1")
    assert not own.can_do
    table.edit(first, "now", "10,50")
    table.open(second)
    assert own.places.rest == Money(0)
    assert plain(own.verb) == "Kohdista 17,00 € 2 laskulle"
    own.do()
    assert own.waiting.visible == ()
    assert sorted(str(payment.amount) for payment in bank.payments) == ["10.50", "6.50"]


def test_filling_in_takes_what_is_open_and_takes_it_away_again(bank: Bank, tmp_path: Path) -> None:
    own = page(bank)
    own.read(file_of(tmp_path, Told(amount=Money("1000.00"), payer="JOKU", archive_id="C")))
    invoice = bank.invoices[0]
    own.places.table.open(invoice.id)
    assert own.places.placed_now == invoice.total
    own.places.table.open(invoice.id)
    assert own.places.placed_now == Money(0)
    own.places.table.edit(invoice.id, "now", "")
    assert not own.can_do
    # More than is open may be placed: the rest is given back.
    own.places.table.edit(invoice.id, "now", "1000")
    own.do()
    assert bank.left(0) == invoice.total - Money(1000)


def test_what_is_typed_stays_when_something_else_changes(bank: Bank, tmp_path: Path) -> None:
    own = page(bank)
    own.read(file_of(tmp_path, Told(amount=Money("17.00"), payer="JOKU", archive_id="C")))
    own.places.table.edit(bank.invoices[0].id, "now", "3")
    own.load()
    assert own.places.placed_now == Money(3)


def test_foreign_money_is_placed_in_euros_by_hand(bank: Bank, tmp_path: Path) -> None:
    own = page(bank)
    own.read(file_of(tmp_path, bank.told(0, Money(2300), currency="SEK", archive_id="S")))
    (row,) = own.waiting.visible
    assert plain(str(row.cells["left"])) == "2 300,00 SEK"
    assert own.places.placed_now == bank.invoices[0].total
    assert not own.can_accept
    own.places.table.edit(bank.invoices[0].id, "now", "9999")
    own.do()
    assert own.waiting.visible == ()


def test_a_booking_is_set_aside_with_a_reason_and_brought_back(bank: Bank, tmp_path: Path) -> None:
    own = page(bank)
    own.read(file_of(tmp_path, Told(payer="JOKU", archive_id="C")))
    own.aside.start()
    own.do()
    assert own.aside.form.errors
    own.aside.form.type("reason", "Avustus")
    own.do()
    assert not own.aside.is_open
    assert own.waiting.visible == ()
    own.show(View.ASIDE)
    (row,) = own.tables[View.ASIDE].visible
    assert row.cells["reason"] == "Avustus"
    assert not own.can_do
    own.tables[View.ASIDE].select(row.id)
    own.do()
    own.show(View.WAITING)
    assert len(own.waiting.visible) == 1


def test_who_may_not_record_payments_changes_nothing(bank: Bank, tmp_path: Path) -> None:
    page(bank).read(file_of(tmp_path, Told(payer="JOKU", archive_id="C")))
    own = page(bank, Role.AUDITOR)
    assert not own.aside.can_do
    own.places.table.open(bank.invoices[0].id)
    assert not own.can_do
    own.read(file_of(tmp_path, Told(archive_id="D")))
    assert own.notice is not None
    assert own.notice.tone is Tone.WRONG
    assert len(bank.bookings) == 1


def test_today_leads_to_what_waits(bank: Bank, tmp_path: Path) -> None:
    page(bank).read(file_of(tmp_path, *mixed(bank)))
    today = TodayPresenter(door(bank), TEXTS)
    today.load()
    (card,) = [card for card in today.cards if card.screen == "invoices/payments"]
    waiting = sum((one.booking.amount for one in bank.waiting), Money(0))
    assert plain(card.what) == f"2 tilitapahtumaa odottaa laskuaan, {plain(TEXTS.money(waiting))}"


def test_a_link_opens_a_booking(bank: Bank, tmp_path: Path) -> None:
    own = page(bank)
    own.read(file_of(tmp_path, *mixed(bank)))
    own.show(View.FILES)
    last: Any = own.waiting.visible[-1].id
    own.open_record(last)
    assert own.selected is not None
    assert (own.view, own.selected.booking.id) == (View.WAITING, last)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_ground_has_its_sentence(language: str) -> None:
    texts = CatalogueTexts(language)
    assert set(GROUNDS) == set(Ground)
    assert all(texts.say(sentence) for sentence in GROUNDS.values())


def test_a_sum_whose_payments_came_one_by_one_is_set_aside_with_one_press(bank: Bank, tmp_path: Path) -> None:
    one, other = bank.told(0, payer=""), bank.told(1, payer="", archive_id="B")
    statement = tmp_path / "tiliote.xml"
    statement.write_bytes(camt([camt_entry([one, other], details="")]))
    own = page(bank)
    own.read(str(statement))
    assert own.waiting.text(own.waiting.visible[0], own.waiting.columns[3]) == "Ei tiedossa"
    payments = tmp_path / "maksut.xml"
    payments.write_bytes(camt([camt_entry([one, other])], "054"))
    own.read(str(payments))
    assert (bank.left(0), bank.left(1)) == (Money(0), Money(0))
    assert own.waiting.text(own.waiting.visible[0], own.waiting.columns[3]) == "Maksujen summa"
    assert own.places.steps[0].what == TEXTS.say(GROUNDS[Ground.BATCH])
    assert own.verb == "Siirrä sivuun"
    own.do()
    assert not own.waiting.rows
    assert [row.cells["reason"] for row in own.tables[View.ASIDE].visible] == [
        "Maksut tulivat yksitellen toisessa tiedostossa"
    ]
