"""A preview of drafts from which many are chosen, and many drafts issued at once."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from subcontract import ids
from subcontract.jobs.customer import CustomerKind
from subcontract.jobs.job import JobState
from subcontract.money import Money
from subcontract.people.staff import Role
from tests import make
from tests.fakes import MemoryStore
from tests.ui.presenters.test_money_screens import CUSTOMER, FIXED, JOB, LIISA, entry, invoices
from ui.presenters.invoices.drafts.to_invoice import ToInvoicePresenter
from ui.presenters.invoices.drafts.waiting import Grouping
from ui.presenters.invoices.invoices import InvoicesPresenter, Page
from ui.presenters.invoices.listing import Kept
from ui.presenters.tables.ticks import FREE, TICKED
from ui.presenters.tone import State, Tone

CITY = make.customer(number=2, name="Mallikaupunki", kind=CustomerKind.PUBLIC, needs_order_number=True)
CITY_PHASE = make.phase(unit_price=Decimal("0.50"))
CITY_JOB = make.job(number=2, name="Postitus", customer=CITY.id, phases=(CITY_PHASE,), state=JobState.RUNNING)
FREE_PHASE = make.phase(name="Hinnaton", unit_price=Decimal(0))
FREE_FIRM = make.customer(number=3, name="Hinnaton Oy", business_id="")
FREE_JOB = make.job(number=3, customer=FREE_FIRM.id, phases=(FREE_PHASE,), state=JobState.RUNNING)


@pytest.fixture
def store() -> MemoryStore:
    made = make.store()

    def write(books: Any) -> None:
        books.clients.add(LIISA)
        for customer in (CUSTOMER, CITY, FREE_FIRM):
            books.customers.add(customer)
        for job in (JOB, CITY_JOB, FREE_JOB):
            books.jobs.add(job)
        books.entries.add(entry())
        books.entries.add(entry(day=date(2026, 9, 30), pieces=100))
        books.entries.add(entry(job=CITY_JOB.id, phase=CITY_PHASE.id, pieces=10))
        books.entries.add(entry(job=FREE_JOB.id, phase=FREE_PHASE.id, pieces=10))

    made.fill(write)
    return made


def opened(store: MemoryStore, *roles: Role) -> tuple[InvoicesPresenter, ToInvoicePresenter]:
    desk = invoices(store, make.worker(*roles)) if roles else invoices(store)
    desk.show_to_invoice()
    return desk, desk.to_invoice


def states(waiting: ToInvoicePresenter) -> dict[object, str]:
    found = {}
    for row in waiting.table.visible:
        state = row.cells["state"]
        assert isinstance(state, State)
        found[row.cells["customer"]] = state.text
    return found


def test_the_preview_tells_what_each_draft_holds_and_lacks(store: MemoryStore) -> None:
    _, waiting = opened(store)
    assert states(waiting) == {
        "Tavaratalo Kuusi Oy": "Laskutettavaa",
        "Mallikaupunki": "Puuttuu: tilausnumero, verkkolaskuosoite",
        "Hinnaton Oy": "Työvaiheella Hinnaton ei ole vielä hintaa. Anna yksikköhinta hintalaskelmassa.",
    }
    (row,) = [row for row in waiting.table.visible if row.cells["customer"] == "Tavaratalo Kuusi Oy"]
    assert (row.cells["net"], row.cells["vat"], row.cells["total"]) == (
        Money("104.00"),
        Money("26.52"),
        Money("130.52"),
    )


def test_several_are_ticked_and_drafted_in_one_act(store: MemoryStore) -> None:
    desk, waiting = opened(store)
    icons = {row.cells["customer"]: row.icon for row in waiting.table.visible}
    assert icons == {"Tavaratalo Kuusi Oy": FREE, "Mallikaupunki": FREE, "Hinnaton Oy": ""}
    waiting.ticks.all()
    assert len(waiting.ticks) == 2
    assert [row.icon for row in waiting.table.visible if row.icon] == [TICKED, TICKED]
    assert waiting.verb == "Tee 2 luonnosta, 109,00\u00a0€"
    waiting.make()
    assert (desk.page, desk.kept) == (Page.LIST, Kept.DRAFTS)
    assert desk.notice is not None
    assert desk.notice.text == "2 luonnosta tehtiin."
    assert len(desk.table.visible) == 2


def test_what_a_filter_hides_is_not_acted_upon(store: MemoryStore) -> None:
    _, waiting = opened(store)
    waiting.ticks.all()
    told: list[int] = []
    waiting.listen(lambda: told.append(len(waiting.ticks)))
    waiting.table.set_filter("ei ole ketään tämännimistä")
    assert told[-1] == 0
    assert waiting.waiting[0].id not in waiting.ticks
    waiting.table.set_filter("")
    assert len(waiting.ticks) == 2


def test_ticks_are_turned_one_by_one_and_taken_away(store: MemoryStore) -> None:
    _, waiting = opened(store)
    first = waiting.table.visible[0]
    waiting.table.tick(first.id)
    assert first.id in waiting.ticks
    assert waiting.table.spoken(waiting.table.visible[0], waiting.table.columns[0]).endswith("valittu")
    waiting.table.tick(first.id)
    assert not waiting.ticks
    waiting.ticks.all()
    waiting.ticks.none()
    assert not waiting.ticks
    priceless = next(row for row in waiting.table.visible if row.cells["customer"] == "Hinnaton Oy")
    waiting.table.tick(priceless.id)
    assert not waiting.ticks


def test_all_means_all_in_sight(store: MemoryStore) -> None:
    _, waiting = opened(store)
    waiting.table.set_filter("malli")
    waiting.ticks.all()
    assert [one.customer.name for one in waiting.chosen] == ["Mallikaupunki"]


def test_each_month_is_a_draft_of_its_own(store: MemoryStore) -> None:
    desk, waiting = opened(store)
    waiting.group(Grouping.MONTH)
    rows = {(row.cells["customer"], str(row.cells["job"])[:5]): row for row in waiting.table.visible}
    assert rows["Tavaratalo Kuusi Oy", "syysk"].cells["net"] == Money("8.00")
    assert rows["Tavaratalo Kuusi Oy", "lokak"].cells["net"] == Money("96.00")
    waiting.table.tick(rows["Tavaratalo Kuusi Oy", "syysk"].id)
    waiting.table.tick(rows["Tavaratalo Kuusi Oy", "lokak"].id)
    waiting.make()
    assert sorted(str(row.cells["net"]) for row in desk.table.visible) == ["8.00", "96.00"]


def test_a_share_typed_for_a_row_waits_while_others_are_looked_at(store: MemoryStore) -> None:
    desk, waiting = opened(store)
    rows = {row.cells["customer"]: row.id for row in waiting.table.visible}
    waiting.table.select(rows["Tavaratalo Kuusi Oy"])
    assert waiting.form is not None
    waiting.form.type(str(FIXED.id), "50")
    waiting.table.select(rows["Mallikaupunki"])
    assert waiting.form is None
    waiting.ticks.all()
    assert waiting.net == Money("359.00")
    waiting.table.select(rows["Tavaratalo Kuusi Oy"])
    waiting.form.type(str(FIXED.id), "x")
    waiting.table.select(rows["Mallikaupunki"])
    waiting.make()
    assert desk.page is Page.TO_INVOICE
    assert waiting.table.selected == rows["Tavaratalo Kuusi Oy"]
    assert waiting.form.errors


def test_many_drafts_are_issued_after_a_look_at_their_sum(store: MemoryStore) -> None:
    desk, waiting = opened(store)
    waiting.ticks.all()
    waiting.make()
    desk.many.ticks.all()
    assert [row.icon for row in desk.table.visible].count(TICKED) == 2
    found = {row.cells["customer"]: row.cells["state"] for row in desk.table.visible}
    city = found["Mallikaupunki"]
    assert isinstance(city, State)
    assert (city.text, city.tone) == ("Luonnos. Puuttuu: tilausnumero", Tone.ATTENTION)
    assert desk.many.verb == "Vahvista 1 lasku, 130,52\u00a0€"
    assert desk.many.question.startswith("Vahvistetaanko 1 lasku, 130,52")
    assert desk.many.question.endswith("1 luonnoksesta puuttuu jotain, ja se jää luonnokseksi.")
    desk.many.issue()
    assert desk.notice is not None
    assert desk.notice.text == "Lasku 1001 vahvistettiin, 130,52\u00a0€."
    with store.open_lists() as lists:
        assert (len(lists.drafts.all()), len(lists.invoices.all())) == (1, 1)


def test_what_came_to_lack_something_meanwhile_is_told_and_stays(store: MemoryStore) -> None:
    desk, waiting = opened(store)
    waiting.ticks.all()
    waiting.make()
    desk.many.ticks.all()
    store.fill(lambda books: books.customers.save(replace(CUSTOMER, needs_order_number=True)))
    store.fill(lambda books: books.customers.save(replace(CITY, version=1, needs_order_number=False)))
    desk.many.issue()
    assert desk.notice is not None
    assert "tilausnumero" in desk.notice.text
    with store.open_lists() as lists:
        assert not lists.invoices.all()


def test_who_may_not_issue_ticks_nothing(store: MemoryStore) -> None:
    desk, waiting = opened(store)
    waiting.ticks.all()
    waiting.make()
    coach = invoices(store, make.worker(Role.JOB_COACH, staff=ids.StaffId(ids.new())))
    coach.many.ticks.all()
    assert not coach.many.ticks
    assert not coach.many.can_merge
    coach.show_to_invoice()
    assert not coach.to_invoice.can_make
    assert desk.page is Page.LIST


def test_drafts_of_a_customer_are_put_together_and_taken_apart(store: MemoryStore) -> None:
    desk, waiting = opened(store)
    waiting.group(Grouping.MONTH)
    waiting.ticks.all()
    waiting.make()
    desk.many.ticks.all()
    assert not desk.many.can_merge
    city = next(row.id for row in desk.table.visible if row.cells["customer"] == "Mallikaupunki")
    desk.table.tick(city)
    assert desk.many.can_merge
    desk.many.merge()
    assert desk.page is Page.DRAFT
    assert len(desk.draft.lines) == 2
    desk.show_list()
    assert len(desk.table.visible) == 2
