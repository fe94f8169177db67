from dataclasses import replace

import pytest

from subcontract.clock import standing_at
from subcontract.jobs.customer import Customer, CustomerKind, EInvoiceFormat
from subcontract.people.staff import Role
from tests import make
from tests.fakes import MemoryStore
from ui.presenters.customers import CustomersPresenter
from ui.presenters.direct import DirectDoor
from ui.texts import CatalogueTexts


class Desk:
    """A customers' screen without a window."""

    def __init__(self, *roles: Role) -> None:
        self.store = make.store()
        self.door = DirectDoor(
            self.store.open_books, self.store.open_lists, standing_at(make.TODAY), make.worker(*roles)
        )
        self.screen = CustomersPresenter(self.door, CatalogueTexts("en"))
        self.door.changed.append(lambda _: self.screen.load())
        self.screen.load()

    def has(self, *customers: Customer) -> None:
        with self.store.open_books() as books:
            for customer in customers:
                books.customers.add(customer)
            books.commit()
        self.screen.load()

    def type(self, **typed: str) -> None:
        for name, text in typed.items():
            self.screen.form.type(name, text)

    def stored(self) -> list[Customer]:
        with self.store.open_lists() as lists:
            return list(lists.customers.all())

    def new_firm(self) -> None:
        self.screen.start_new()
        self.type(name="Tavaratalo Kuusi Oy", business_id="1234567-1", payment_term_days="14")


def names(screen: CustomersPresenter) -> list[object]:
    return [row.cells["name"] for row in screen.table.visible]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_new_customer_is_typed_saved_and_stays_open(desk: Desk) -> None:
    desk.new_firm()
    desk.screen.save()
    (customer,) = desk.stored()
    assert (customer.name, customer.number, customer.business_id) == ("Tavaratalo Kuusi Oy", 1, "12345671")
    assert desk.screen.heading == "Tavaratalo Kuusi Oy"
    assert not desk.screen.dirty
    assert desk.door.undo_stack.undo_name == "new customer"
    desk.door.undo()
    assert desk.stored() == []
    assert not desk.screen.is_open


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(desk: Desk) -> None:
    desk.screen.start_new()
    desk.type(name="", business_id="1234567-8", email="outi", payment_term_days="61")
    desk.screen.save()
    form = desk.screen.form
    assert set(form.errors) == {"name", "business_id", "email", "payment_term_days"}
    assert form.typed["email"] == "outi"
    assert desk.stored() == []


def test_what_only_the_books_know_stands_beside_its_field_too(desk: Desk) -> None:
    desk.has(make.customer(number=9))
    desk.new_firm()
    desk.type(name="Muu")
    desk.screen.save()
    assert "Tavaratalo Kuusi Oy (9)" in desk.screen.form.errors["business_id"]


def test_a_similar_name_is_passed_by_saving_again(desk: Desk) -> None:
    desk.has(make.customer(number=9, business_id="23456780"))
    desk.new_firm()
    desk.screen.save()
    assert desk.screen.save_words == "Save anyway"
    assert "similar name" in desk.screen.form.errors["name"]
    desk.screen.save()
    assert len(desk.stored()) == 2
    assert desk.screen.save_words == "Save"


def test_changing_the_text_asks_about_the_name_again(desk: Desk) -> None:
    desk.has(make.customer(number=9, business_id="23456780"))
    desk.new_firm()
    desk.screen.save()
    desk.type(name="Tavaratalo Kuusi")
    assert desk.screen.save_words == "Save"


def test_a_household_shows_no_business_id_and_saves_none(desk: Desk) -> None:
    desk.new_firm()
    desk.screen.form.pick("kind", CustomerKind.HOUSEHOLD)
    assert "business_id" in desk.screen.form.hidden
    desk.screen.save()
    assert desk.stored()[0].business_id == ""


def test_a_long_payment_term_is_noted_while_typing(desk: Desk) -> None:
    desk.new_firm()
    desk.type(payment_term_days="45")
    assert "30 days" in desk.screen.form.notes["payment_term_days"]
    desk.type(payment_term_days="30")
    assert "payment_term_days" not in desk.screen.form.notes


def test_another_row_loses_nothing(desk: Desk) -> None:
    one, other = make.customer(number=1), make.customer(number=2, name="Muu Oy", business_id="23456780")
    desk.has(one, other)
    desk.screen.open(one.id)
    desk.type(note="Soita ensin")
    desk.screen.open(other.id)
    assert desk.screen.form.typed["note"] == ""
    assert "Tavaratalo Kuusi Oy" in desk.screen.unsaved
    desk.screen.open(one.id)
    assert desk.screen.form.typed["note"] == "Soita ensin"
    assert desk.screen.dirty
    desk.screen.reset()
    assert not desk.screen.dirty


def test_a_new_record_half_written_waits_while_another_is_looked_at(desk: Desk) -> None:
    one = make.customer(number=1)
    desk.has(one)
    desk.screen.start_new()
    desk.type(name="Uusi Oy")
    desk.screen.open(one.id)
    assert "Uusi tilaaja" in desk.screen.unsaved or "New customer" in desk.screen.unsaved
    desk.screen.start_new()
    assert desk.screen.form.typed["name"] == "Uusi Oy"
    assert desk.screen.unsaved == ""
    desk.screen.reset()
    assert desk.screen.form.typed["name"] == ""


def test_somebody_elses_save_is_told_and_the_second_press_writes_over_it(desk: Desk) -> None:
    customer = make.customer(number=1)
    desk.has(customer)
    desk.screen.open(customer.id)
    desk.type(note="Minun")
    desk.store.fill(lambda books: books.customers.save(replace(customer, note="Toisen")))
    desk.screen.save()
    assert desk.screen.notice
    assert desk.screen.form.typed["note"] == "Minun"
    assert desk.stored()[0].note == "Toisen"
    desk.screen.save()
    assert desk.stored()[0].note == "Minun"


def test_the_list_filters_as_typed_and_leaves_out_those_no_longer_in_use(desk: Desk) -> None:
    old = make.customer(number=3, name="Åbo Ab", business_id="23456780", active=False)
    desk.has(make.customer(number=1), old)
    assert names(desk.screen) == ["Tavaratalo Kuusi Oy"]
    desk.screen.show_inactive(shown=True)
    assert names(desk.screen) == ["Tavaratalo Kuusi Oy", "Åbo Ab"]
    desk.screen.table.set_filter("abo")
    assert names(desk.screen) == ["Åbo Ab"]
    desk.screen.table.set_filter("12345671")
    assert names(desk.screen) == ["Tavaratalo Kuusi Oy"]


def test_open_jobs_are_counted_and_listed() -> None:
    desk, customer = Desk(), make.customer(number=1)
    desk.has(customer)
    desk.store.fill(lambda books: books.jobs.add(make.job(number=1, customer=customer.id)))
    desk.screen.load()
    assert desk.screen.table.visible[0].cells["jobs"] == 1
    desk.screen.open(customer.id)
    assert [(job.title, job.name) for job in desk.screen.jobs] == [("Job 1", "Pakettien tarroitus")]


def test_who_may_not_edit_reads_only() -> None:
    desk = Desk(Role.AUDITOR)
    desk.has(make.customer(number=1))
    desk.screen.open(desk.stored()[0].id)
    assert desk.screen.form.locked == set(desk.screen.form.specs)
    assert not desk.screen.can_save


def test_a_link_opens_a_customer_before_the_list_has_come() -> None:
    store: MemoryStore = make.store()
    customer = make.customer(number=1)
    store.fill(lambda books: books.customers.add(customer))
    door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker())
    screen = CustomersPresenter(door, CatalogueTexts("fi"))
    screen.open(customer.id)
    screen.load()
    assert screen.heading == "Tavaratalo Kuusi Oy"


def test_a_new_customer_left_half_written_is_gone_on_with(desk: Desk) -> None:
    customer = make.customer(number=4, name="Muu Oy", business_id="23456780")
    desk.has(customer)
    desk.new_firm()
    desk.screen.open(customer.id)
    assert desk.screen.form.typed["name"] == "Muu Oy"
    assert desk.screen.unsaved == "Not saved yet: New customer"
    desk.screen.start_new()
    assert desk.screen.form.typed["name"] == "Tavaratalo Kuusi Oy"
    desk.screen.save()
    assert len(desk.stored()) == 2
    desk.screen.start_new()
    assert desk.screen.form.typed["name"] == ""


def test_what_a_buyer_needs_on_its_invoices_is_kept(desk: Desk) -> None:
    desk.new_firm()
    form = desk.screen.form
    form.pick("needs_order_number", True)
    form.pick("needs_cost_centre", True)
    desk.type(cost_centre="4410")
    desk.screen.save()
    (customer,) = desk.stored()
    needs = (customer.needs_order_number, customer.needs_buyer_reference, customer.needs_cost_centre)
    assert (needs, customer.cost_centre) == ((True, False, True), "4410")


def test_only_a_foreign_customer_is_asked_for_its_vat_number(desk: Desk) -> None:
    desk.new_firm()
    assert "vat_id" in desk.screen.form.hidden
    desk.type(country="EE", vat_id="EE100931559")
    assert "vat_id" not in desk.screen.form.hidden
    desk.screen.save()
    assert set(desk.screen.form.errors) == {"vat_id"}
    desk.type(vat_id="EE 100 931 558")
    desk.screen.save()
    assert desk.stored()[0].vat_id == "EE100931558"
    desk.type(country="FI")
    desk.screen.save()
    assert desk.stored()[0].vat_id == ""


def test_a_household_needs_nothing_on_its_invoices(desk: Desk) -> None:
    desk.new_firm()
    desk.screen.form.pick("needs_order_number", True)
    desk.screen.form.pick("kind", CustomerKind.HOUSEHOLD)
    desk.screen.save()
    assert not desk.stored()[0].needs_order_number
    assert desk.stored()[0].e_invoice_format is EInvoiceFormat.PAPER
