"""Writing in what has come for an invoice, and seeing its state wherever the invoice is shown."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.act import Worker
from subcontract.clock import standing_at
from subcontract.ids import StaffId
from subcontract.invoicing.records import Invoice
from subcontract.jobs.job import JobState
from subcontract.money import Money
from subcontract.people.staff import Role
from tests import make
from tests.fakes import MemoryStore
from ui.presenters.direct import DirectDoor
from ui.presenters.invoices.invoices import InvoicesPresenter
from ui.presenters.invoices.listing import Kept
from ui.presenters.jobs.work import JobMoneyPresenter
from ui.presenters.today.today import TodayPresenter
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")
PIECES = make.phase(unit_price=Decimal("0.08"))
CUSTOMER = make.customer(number=1)
JOB = make.job(number=1, customer=CUSTOMER.id, phases=(PIECES,), state=JobState.RUNNING)
CLERK = StaffId(ids.new())
LATER = date(2026, 12, 20)


@pytest.fixture
def store() -> MemoryStore:
    made = make.store()

    def write(books: Any) -> None:
        books.staff.add(make.staff(id=CLERK, name="Kalle Kassa", roles=frozenset({Role.CLERK})))
        books.clients.add(make.client(number=1))
        books.customers.add(CUSTOMER)
        books.jobs.add(JOB)
        at = datetime(2026, 10, 1, 12, tzinfo=UTC)
        client = books.clients.all()[0].id
        work = {"client": client, "job": JOB.id, "phase": PIECES.id, "day": date(2026, 10, 1), "at": at}
        books.entries.add(make.entry(pieces=1200, **work))

    made.fill(write)
    return made


def door(store: MemoryStore, day: date = make.TODAY, who: Worker | None = None) -> DirectDoor:
    return DirectDoor(store.open_books, store.open_lists, standing_at(day), who or make.worker())


def office(store: MemoryStore, front: DirectDoor | None = None) -> InvoicesPresenter:
    made = InvoicesPresenter(front or door(store), TEXTS)
    made.load()
    return made


def issued(store: MemoryStore, front: DirectDoor | None = None) -> InvoicesPresenter:
    """An invoice of 120,48 € is open on its page."""
    desk = office(store, front)
    desk.show_to_invoice()
    desk.to_invoice.table.select(desk.to_invoice.table.visible[0].id)
    desk.to_invoice.make()
    desk.draft.issue()
    return desk


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


def row(desk: InvoicesPresenter) -> tuple[str, object]:
    """The state and the open sum of the only invoice in the list."""
    desk.show_list()
    (only,) = desk.table.visible
    return only.cells["state"].text, only.cells["open"]  # type: ignore[attr-defined]


def test_today_and_all_that_is_open_are_proposed_and_recorded(store: MemoryStore):
    desk = issued(store)
    payments = desk.invoice.payments
    payments.start()
    assert (payments.form.typed["day"], payments.form.typed["amount"]) == ("23.11.2026", "120,48")
    assert plain(desk.invoice.verb) == "Kirjaa maksu, 120,48 €"
    payments.form.type("payer", "Kuusi Oy, kiitos")
    payments.do()
    assert not payments.is_open
    assert desk.notice is not None
    assert desk.notice.text == "Tallennettu. Lasku 1001 on maksettu kokonaan."
    assert desk.invoice.state.text == "Maksettu"
    assert [plain(value) for _, value in desk.invoice.facts[-2:]] == ["−120,48 €", "0,00 €"]
    (paid,) = payments.table.rows
    assert (paid.cells["words"], paid.cells["by"]) == ("Kuusi Oy, kiitos", "Maija Koivu")
    assert row(desk) == ("Maksettu", None)


def test_a_part_stays_open_and_too_much_is_said(store: MemoryStore):
    desk = issued(store)
    payments = desk.invoice.payments
    payments.start()
    payments.form.type("amount", "100")
    assert [plain(f"{one.label} {one.value}") for one in payments.form.summary_lines()] == [
        "Avoinna nyt 120,48 €",
        "Tämä maksu 100,00 €",
        "Jää avoimeksi 20,48 €",
    ]
    payments.do()
    assert desk.notice is not None
    assert plain(desk.notice.text) == "Tallennettu. Laskusta 1001 on vielä avoinna 20,48 €."
    payments.start()
    assert payments.form.typed["amount"] == "20,48"
    payments.form.type("amount", "25")
    assert plain(payments.form.summary_lines()[-1].label) == "Maksettu liikaa"
    payments.do()
    assert desk.invoice.state.text == "Maksettu liikaa"
    assert [plain(part) for part in desk.invoice.facts[-1]] == ["Palautettava", "4,52 €"]
    payments.start()
    assert payments.form.typed["amount"] == "−4,52"
    assert plain(payments.verb) == "Kirjaa palautus, 4,52 €"
    payments.do()
    assert row(desk) == ("Maksettu", None)


def test_what_cannot_be_read_or_be_stays_beside_its_field(store: MemoryStore):
    desk = issued(store)
    payments = desk.invoice.payments
    payments.start()
    payments.form.type("amount", "paljon")
    payments.form.type("day", "24.11.2026")
    payments.do()
    assert set(payments.form.errors) == {"amount"}
    payments.form.type("amount", "−5")
    payments.do()
    assert set(payments.form.errors) == {"day", "amount"}
    assert payments.form.typed == {"day": "24.11.2026", "amount": "−5", "payer": ""}
    assert payments.is_open
    payments.form.type("day", "1.10.2026")
    assert payments.form.notes["day"] == "Lasku on tehty vasta 23.11.2026. Tarkista päivä."


def test_a_mistake_is_taken_back_with_a_reason_and_both_stay(store: MemoryStore):
    desk = issued(store)
    payments = desk.invoice.payments
    payments.start()
    payments.do()
    payments.start()
    assert payments.form.typed["amount"] == ""
    assert not payments.can_take_back
    payments.table.select(payments.table.rows[0].id)
    payments.start_taking_back()
    assert plain(desk.invoice.verb) == "Peru kirjaus, 120,48 €"
    payments.do()
    assert payments.reason.errors
    payments.reason.type("reason", "Maksu kuului laskulle 1002")
    payments.do()
    assert desk.invoice.state.text == "Avoin"
    assert [(one.cells["state"].text, one.cells["words"]) for one in payments.table.rows] == [  # type: ignore[attr-defined]
        ("Peruttu", ""),
        ("Vastakirjaus", "Maksu kuului laskulle 1002"),
    ]
    assert payments.standing == ()
    assert row(desk) == ("Avoin", Money("120.48"))


def test_a_payment_is_undone_by_name_and_done_again(store: MemoryStore):
    front = door(store)
    desk = issued(store, front)
    desk.invoice.payments.start()
    desk.invoice.payments.do()
    assert TEXTS.say(front.undo_stack.undo_name) == "maksun kirjaus"
    front.undo()
    desk.load()
    assert desk.invoice.state.text == "Avoin"
    assert desk.invoice.payments.table.rows[1].cells["words"] == "Kumottu"
    front.redo()
    desk.load()
    assert desk.invoice.state.text == "Maksettu"


def test_escape_leaves_the_payment_and_then_the_counter_entry_unwritten(store: MemoryStore):
    desk = issued(store)
    payments = desk.invoice.payments
    payments.start()
    payments.do()
    payments.start()
    payments.table.select(payments.table.rows[0].id)
    payments.start_taking_back()
    payments.back()
    assert payments.is_open
    payments.back()
    assert not payments.is_open
    assert len(payments.all) == 1


def test_who_may_not_record_sees_what_has_been_paid(store: MemoryStore):
    issued(store).invoice.payments.start()
    desk = office(store, door(store, who=make.worker(Role.JOB_COACH, staff=CLERK)))
    desk.open_row(desk.table.visible[0].id)
    assert desk.invoice.invoice is not None
    assert not desk.invoice.payments.can_pay
    desk.invoice.payments.start()
    assert not desk.invoice.payments.is_open


def test_the_list_shows_what_is_open_and_keeps_by_it(store: MemoryStore):
    desk = issued(store)
    assert row(desk) == ("Avoin", Money("120.48"))
    pay(store, desk, "20.48")
    assert row(desk) == ("Osa maksettu", Money("100.00"))
    shown = {}
    for kept in Kept:
        desk.keep(kept)
        shown[kept] = len(desk.table.visible)
    assert shown == {Kept.ALL: 1, Kept.DRAFTS: 0, Kept.UNPAID: 1, Kept.OVERDUE: 0, Kept.PAID: 0}
    pay(store, desk, "100")
    desk.show_list()
    desk.keep(Kept.PAID)
    assert len(desk.table.visible) == 1


def pay(store: MemoryStore, desk: InvoicesPresenter, amount: str) -> None:
    invoice = the_invoice(store)
    desk.open_invoice(invoice.id)
    desk.invoice.payments.start()
    desk.invoice.payments.form.type("amount", amount)
    desk.invoice.payments.do()


def the_invoice(store: MemoryStore) -> Invoice:
    with store.open_lists() as lists:
        return lists.invoices.all()[0]


def test_only_what_is_open_of_a_late_invoice_is_told_in_the_morning(store: MemoryStore):
    desk = issued(store)
    pay(store, desk, "20.48")
    today = TodayPresenter(door(store, LATER), TEXTS)
    today.load()
    late = [card.what for card in today.cards if card.screen.startswith("invoices")]
    assert [plain(what) for what in late] == ["1 lasku on myöhässä, 100,00 €"]
    assert row(office(store, door(store, LATER))) == ("Myöhässä", Money("100.00"))
    pay(store, desk, "100")
    today.load()
    assert [card for card in today.cards if card.screen.startswith("invoices")] == []


def test_what_is_to_be_given_back_waits_in_the_morning(store: MemoryStore):
    desk = issued(store)
    pay(store, desk, "125")
    today = TodayPresenter(door(store), TEXTS)
    today.load()
    (card,) = [card for card in today.cards if card.screen.startswith("invoices")]
    assert (plain(card.what), card.record) == ("1 laskulle on maksettu liikaa, 4,52 €", the_invoice(store).id)
    pay(store, desk, "−4,52")
    today.load()
    assert [card for card in today.cards if card.screen.startswith("invoices")] == []


def test_an_undo_elsewhere_leaves_what_is_typed_of_a_payment(store: MemoryStore):
    front = door(store)
    desk = issued(store, front)
    pay(store, desk, "20.48")
    desk.invoice.payments.start()
    desk.invoice.payments.form.type("payer", "Kuusi")
    front.undo()
    desk.load()
    assert desk.invoice.payments.is_open
    assert desk.invoice.payments.form.typed["payer"] == "Kuusi"
    assert desk.invoice.payments.standing == ()


def test_the_jobs_page_tells_the_same(store: MemoryStore):
    pay(store, issued(store), "20.48")
    money = JobMoneyPresenter(door(store), TEXTS)
    money.show(JOB)
    (paper,) = money.papers.rows
    assert (paper.cells["state"].text, paper.cells["open"]) == ("Osa maksettu", Money("100.00"))  # type: ignore[attr-defined]
