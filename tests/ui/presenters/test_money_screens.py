"""Pay runs, tariffs, invoices, reports and the day as a user meets them, without a window."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.act import Worker
from subcontract.clock import standing_at
from subcontract.days import DateRange, Month
from subcontract.hours.entry import EntryKind, WorkEntry
from subcontract.ids import StaffId
from subcontract.jobs.customer import CustomerKind
from subcontract.jobs.job import Basis, JobState
from subcontract.money import Money
from subcontract.payout.records import PayRunState, TariffBasis, TariffRate
from subcontract.payout.warnings import PayWarning
from subcontract.people.client import Permit, TariffClassSpan
from subcontract.people.staff import Role
from subcontract.ports import Lists
from tests import make
from tests.fakes import MemoryStore
from tests.paper_reading import text
from ui.presenters.direct import DirectDoor
from ui.presenters.invoices.invoices import InvoicesPresenter, Page
from ui.presenters.invoices.listing import Kept
from ui.presenters.pay.runs import PayRunsPresenter
from ui.presenters.reports.reports import Report, ReportsPresenter
from ui.presenters.settings.tariffs import TariffsPresenter
from ui.presenters.today.today import TodayPresenter
from ui.texts import CatalogueTexts

OCTOBER = Month(2026, 10)
TEXTS = CatalogueTexts("fi")
CLERK = StaffId(ids.new())
PIECES = make.phase(unit_price=Decimal("0.08"))
FIXED = make.phase(
    name="Kevätsiivous", basis=Basis.FIXED, unit_name="", quantity=Decimal(1), unit_price=Decimal("500.00")
)
LIISA = make.client(
    number=1,
    iban="FI2112345600000785",
    tariff_classes=(TariffClassSpan(days=DateRange(date(2026, 1, 1)), tariff_class="A"),),
)
CUSTOMER = make.customer(number=1)
JOB = make.job(number=1, customer=CUSTOMER.id, phases=(PIECES, FIXED), state=JobState.RUNNING)


def entry(**fields: Any) -> WorkEntry:
    defaults: dict[str, Any] = {
        "client": LIISA.id,
        "job": JOB.id,
        "phase": PIECES.id,
        "day": date(2026, 10, 1),
        "pieces": 1200,
        "at": datetime(2026, 10, 1, 12, tzinfo=UTC),
    }
    return make.entry(**(defaults | fields))


@pytest.fixture
def store() -> MemoryStore:
    made = make.store()

    def write(books: Any) -> None:
        books.staff.add(make.staff(id=CLERK, name="Kalle Kassa", roles=frozenset({Role.CLERK})))
        books.clients.add(LIISA)
        books.customers.add(CUSTOMER)
        books.jobs.add(JOB)
        books.tariffs.add(make.tariff())
        books.entries.add(entry())

    made.fill(write)
    return made


def door(store: MemoryStore, who: Worker | None = None, hour: int = 12) -> DirectDoor:
    clock = standing_at(make.TODAY, hour)
    return DirectDoor(store.open_books, store.open_lists, clock, who or make.worker())


def clerk() -> Worker:
    return make.worker(Role.CLERK, staff=CLERK, name="Kalle Kassa")


def pay_runs(store: MemoryStore, who: Worker | None = None, month: Month = OCTOBER) -> PayRunsPresenter:
    made = PayRunsPresenter(door(store, who), TEXTS)
    made.load()
    made.open_month(month)
    return made


# --- pay runs ------------------------------------------------------------------------------------


def test_a_worked_month_without_a_run_stands_in_the_list(store: MemoryStore):
    runs = pay_runs(store)
    (row,) = runs.runs.visible
    assert runs.runs.text(row, runs.runs.columns[0]) == "lokakuu 2026"
    assert runs.runs.text(row, runs.runs.columns[1]) == "Laskematta"


def test_one_calculates_and_another_approves(store: MemoryStore):
    first = pay_runs(store, clerk())
    assert first.verb == "Laske kuukausi"
    first.calculate()
    assert (first.verb, first.can_approve) == ("Laske uudelleen", False)
    (row,) = first.people.visible
    assert row.cells["paid"] == Money("8.00")
    second = pay_runs(store)
    assert second.verb == "Hyväksy 1 maksu, 8,00\u00a0€"
    second.approve()
    assert second.run is not None
    assert second.run.state is PayRunState.APPROVED
    assert second.verb == "Tulosta lista kansioon"


def test_the_one_who_calculated_is_told_that_another_approves(store: MemoryStore):
    runs = pay_runs(store)
    runs.calculate()
    assert runs.notice is not None
    assert "toinen henkilö" in runs.notice.text
    assert not runs.can_approve


def test_an_entry_after_the_calculation_asks_for_another(store: MemoryStore):
    pay_runs(store, clerk()).calculate()
    late = entry(day=date(2026, 10, 2), at=datetime(2026, 11, 24, tzinfo=UTC))
    store.fill(lambda books: books.entries.add(late))
    runs = pay_runs(store)
    assert (runs.can_approve, runs.verb) == (False, "Laske uudelleen")
    assert runs.notice is not None


def test_a_change_of_the_tariff_asks_for_another_calculation(store: MemoryStore):
    pay_runs(store, clerk()).calculate()
    dearer = (TariffRate(tariff_class="A", basis=TariffBasis.DAY, amount=Money("9.00")),)

    def write(books: Any) -> None:
        (tariff,) = books.tariffs.all()
        books.tariffs.save(replace(tariff, rates=dearer))

    store.fill(write)
    runs = pay_runs(store)
    assert (runs.can_approve, runs.verb) == (False, "Laske uudelleen")


def test_miksi_shows_each_line_and_the_sum(store: MemoryStore):
    runs = pay_runs(store)
    runs.calculate()
    runs.people.select(runs.people.visible[0].id)
    day, whole = runs.steps
    assert (day.what, day.basis, day.rate, day.amount) == (
        "to 1.10.2026 · Kokopäivä",
        "1 päivä",
        "8,00\u00a0€",
        "8,00\u00a0€",
    )
    assert day.rule == "Taksa, luokka A"
    assert (whole.amount, whole.is_sum) == ("8,00\u00a0€", True)


def test_warnings_are_grouped_and_lead_to_their_people(store: MemoryStore):
    ben = make.client(number=2, first_name="Ben", last_name="Berg")

    def write(books: Any) -> None:
        books.clients.add(ben)
        books.entries.add(entry(client=ben.id, pieces=0))

    store.fill(write)
    runs = pay_runs(store)
    runs.calculate()
    assert [group.code for group in runs.warnings] == [PayWarning.NO_TARIFF_CLASS, PayWarning.IBAN_MISSING]
    assert runs.warnings[1].sentence == "1 asiakkaalta puuttuu tilinumero"
    runs.show_only(PayWarning.IBAN_MISSING)
    assert [row.cells["name"] for row in runs.people.visible] == ["Berg, Ben"]
    runs.show_only(PayWarning.IBAN_MISSING)
    assert len(runs.people.visible) == 2


def test_statements_and_the_list_are_made_once_and_kept(store: MemoryStore):
    pay_runs(store, clerk()).calculate()
    runs = pay_runs(store)
    runs.approve()
    runs.people.select(runs.people.visible[0].id)
    runs.papers.show_statement()
    first = runs.papers.shown
    assert first is not None
    assert first.content.startswith(b"%PDF")
    runs.papers.keep_all()
    assert runs.notice is not None
    assert "1 paperi on valmis" in runs.notice.text
    runs.papers.show_statement()
    assert runs.papers.shown == first
    runs.papers.show_list()
    assert runs.papers.shown is not None
    assert runs.papers.shown.name == "tyoosuusrahalista-2026-10.pdf"


# --- tariffs -------------------------------------------------------------------------------------


def test_a_new_tariff_begins_as_a_copy_of_the_newest(store: MemoryStore):
    tariffs = TariffsPresenter(door(store), TEXTS)
    tariffs.load()
    tariffs.start_new()
    assert tariffs.form.typed["first"] == "1.12.2026"
    tariffs.rates.rows[0].type("amount", "9,50")
    tariffs.save()
    assert tariffs.notice is None
    assert sorted(str(row.cells["last"]) for row in tariffs.table.visible) == ["2026-11-30", "None"]
    newest = max(tariffs.tariffs, key=lambda one: one.days.first)
    assert (newest.rates[0].basis, newest.rates[0].amount) == (TariffBasis.DAY, Money("9.50"))


def test_errors_of_a_tariff_stand_beside_their_fields(store: MemoryStore):
    tariffs = TariffsPresenter(door(store), TEXTS)
    tariffs.load()
    tariffs.start_new()
    tariffs.form.type("first", "1.1.2026")
    tariffs.rates.rows[0].type("amount", "")
    tariffs.save()
    assert "first" in tariffs.form.errors
    assert "amount" in tariffs.rates.rows[0].errors


# --- invoices ------------------------------------------------------------------------------------


def invoices(store: MemoryStore, who: Worker | None = None) -> InvoicesPresenter:
    made = InvoicesPresenter(door(store, who), TEXTS)
    made.load()
    return made


def drafted(store: MemoryStore) -> InvoicesPresenter:
    made = invoices(store)
    made.show_to_invoice()
    made.to_invoice.table.select(made.to_invoice.table.visible[0].id)
    made.to_invoice.make()
    return made


def test_from_work_to_invoice_to_credit(store: MemoryStore):
    desk = invoices(store)
    desk.show_to_invoice()
    waiting = desk.to_invoice
    waiting.table.select(waiting.table.visible[0].id)
    assert waiting.verb == "Tee luonnos, 96,00\u00a0€"
    waiting.make()
    assert desk.page is Page.DRAFT
    assert desk.draft.verb == "Vahvista lasku, 120,48\u00a0€"
    desk.draft.issue()
    assert str(desk.page) == "invoice"
    assert desk.invoice.heading == "Lasku 1001, Tavaratalo Kuusi Oy"
    assert desk.invoice.paper is not None
    assert desk.notice is not None
    assert desk.notice.text.endswith("toimita tilaajalle.")
    desk.invoice.start_credit()
    assert desk.notice is None
    assert desk.invoice.verb == "Hyvitä 120,48\u00a0€"
    desk.invoice.form.type("note", "Väärä hinta")
    desk.invoice.credit()
    assert desk.invoice.heading == "Hyvityslasku 1002, Tavaratalo Kuusi Oy"
    desk.show_list()
    assert [(row.cells["number"], row.cells["total"]) for row in desk.table.visible] == [
        ("1002", Money("-120.48")),
        ("1001", Money("120.48")),
    ]


def test_a_share_of_a_fixed_price_is_asked_for(store: MemoryStore):
    desk = invoices(store)
    desk.show_to_invoice()
    waiting = desk.to_invoice
    waiting.table.select(waiting.table.visible[0].id)
    assert waiting.form is not None
    waiting.form.type(str(FIXED.id), "40")
    assert waiting.net == Money("296.00")
    waiting.form.type(str(FIXED.id), "101")
    waiting.make()
    assert desk.page is Page.TO_INVOICE
    assert waiting.form.errors
    waiting.form.type(str(FIXED.id), "100")
    waiting.make()
    assert desk.draft.totals is not None
    assert desk.draft.totals.net == Money("596.00")


def test_a_drafts_texts_and_discount_are_typed_and_saved_at_issue(store: MemoryStore):
    desk = drafted(store)
    line = desk.draft.lines[0]
    desk.draft.table.edit(line.id, "text", "Tarrat syksylle")
    desk.draft.table.edit(line.id, "discount", "10 %")
    desk.draft.form.type("order_number", "PO-77")
    assert desk.draft.dirty
    assert desk.draft.total == Money("108.43")
    desk.draft.issue()
    assert desk.invoice.invoice is not None
    assert desk.invoice.invoice.lines[0].text == "Tarrat syksylle"
    assert (desk.invoice.invoice.order_number, desk.invoice.invoice.total) == ("PO-77", Money("108.43"))


def test_what_cannot_be_read_stands_in_its_cell(store: MemoryStore):
    desk = drafted(store)
    line = desk.draft.lines[0]
    desk.draft.table.edit(line.id, "discount", "paljon")
    assert desk.draft.table.visible[0].problems
    assert not desk.draft.can_issue


def test_a_draft_that_cannot_be_saved_can_be_left_and_what_was_typed_waits(store: MemoryStore):
    desk = drafted(store)
    line, draft = desk.draft.lines[0], desk.draft.wanted
    assert draft is not None
    desk.draft.table.edit(line.id, "text", "Tarrat syksylle")
    desk.draft.table.edit(line.id, "discount", "paljon")
    desk.leave()
    assert desk.page is Page.LIST
    assert desk.notice is not None
    assert "Tavaratalo Kuusi Oy" in desk.notice.text
    desk.open_draft(draft)
    row = desk.draft.table.visible[0]
    assert (row.cells["text"], row.cells["discount"]) == ("Tarrat syksylle", "paljon")
    assert desk.draft.problems
    desk.draft.table.edit(line.id, "discount", "10")
    desk.leave()
    assert str(desk.page) == "list"
    assert not desk.notice
    with store.open_lists() as lists:
        assert [str(one.discount) for one in lists.drafts.get(draft).lines] == ["10"]


def test_a_refusal_on_leaving_keeps_nobody_in_the_draft(store: MemoryStore):
    desk = drafted(store)
    draft = desk.draft.wanted
    assert draft is not None
    desk.draft.form.type("note", "Terveisin Liisa Aalto")
    desk.leave()
    assert desk.page is Page.LIST
    assert desk.notice is not None
    desk.open_draft(draft)
    assert desk.draft.form.typed["note"] == "Terveisin Liisa Aalto"
    assert desk.draft.dirty


def test_a_draft_is_looked_at_as_it_would_be_and_nothing_is_saved(store: MemoryStore):
    desk = drafted(store)
    desk.draft.table.edit(desk.draft.lines[0].id, "text", "Tarrat syksylle")
    desk.draft.preview()
    printed = text(desk.draft.paper)
    assert "LUONNOS" in printed
    assert "Tarrat syksylle" in printed
    assert "120,48 €" in printed
    assert desk.draft.dirty
    with store.open_lists() as lists:
        assert lists.invoices.all() == ()
        assert lists.drafts.all()[0].lines[0].text != "Tarrat syksylle"
    desk.draft.close_paper()
    assert (desk.draft.paper, bool(desk.draft.texts_typed)) == (b"", True)
    desk.draft.table.edit(desk.draft.lines[0].id, "discount", "paljon")
    desk.draft.preview()
    assert desk.draft.paper == b""


def test_the_looked_at_page_closes_when_the_invoice_is_issued(store: MemoryStore):
    desk = drafted(store)
    desk.draft.preview()
    desk.draft.issue()
    assert desk.page is Page.INVOICE
    assert desk.draft.paper == b""


def test_a_clients_name_keeps_a_draft_from_being_saved(store: MemoryStore):
    desk = drafted(store)
    desk.draft.form.type("note", "Terveisin Liisa Aalto")
    desk.draft.save()
    assert "note" in desk.draft.form.errors
    assert desk.draft.form.typed["note"] == "Terveisin Liisa Aalto"


def test_a_discarded_draft_comes_back_by_undo(store: MemoryStore):
    front = door(store)
    desk = InvoicesPresenter(front, TEXTS)
    desk.load()
    desk.show_to_invoice()
    desk.to_invoice.table.select(desk.to_invoice.table.visible[0].id)
    desk.to_invoice.make()
    desk.draft.discard()
    assert (desk.page, desk.table.visible) == (Page.LIST, ())
    front.undo()
    desk.load()
    assert [row.cells["number"] for row in desk.table.visible] == ["Luonnos"]


def test_a_household_sees_prices_with_vat(store: MemoryStore):
    home = replace(CUSTOMER, kind=CustomerKind.HOUSEHOLD, business_id="")
    store.fill(lambda books: books.customers.save(home))
    desk = drafted(store)
    assert desk.draft.table.visible[0].cells["gross"] == Money("120.48")


def test_part_of_a_line_is_credited_and_no_more_than_is_left(store: MemoryStore):
    desk = drafted(store)
    desk.draft.issue()
    desk.invoice.start_credit()
    line = desk.invoice.table.visible[0].id
    desk.invoice.table.edit(line, "credit", "96,01")
    assert (desk.invoice.can_do, bool(desk.invoice.table.visible[0].problems)) == (False, True)
    desk.invoice.table.edit(line, "credit", "40")
    assert desk.invoice.verb == "Hyvitä 50,20\u00a0€"
    desk.invoice.credit()
    desk.show_list()
    desk.keep(Kept.UNPAID)
    assert [row.cells["number"] for row in desk.table.visible] == ["1001"]


# --- reports and the day -------------------------------------------------------------------------


def test_the_reports_agree_after_paying_and_invoicing(store: MemoryStore):
    reports = ReportsPresenter(door(store), TEXTS)
    reports.load()
    reports.show(Report.CHECK)
    assert [row.cells["of"] for row in reports.table.visible] == ["Työosuusraha", "Pakettien tarroitus"]
    gone: list[str] = []
    reports.on_go = lambda screen, _record: gone.append(screen)
    for row in reports.table.visible:
        reports.lead(row.id)
    assert gone == ["payouts/allowance/2026-10", "invoices/to_invoice"]
    pay_runs(store).calculate()
    drafted(store).draft.issue()
    reports.load()
    assert reports.verdict.text == "Kaikki täsmää"
    reports.show(Report.JOBS)
    assert reports.table.visible[0].cells["margin"] == Money("88.00")
    assert reports.csv().decode("utf-8-sig").splitlines()[1].startswith("Pakettien tarroitus;50:00;3:45;")


def test_the_day_greets_and_tells_what_waits(store: MemoryStore):
    shift = make.shift(job=JOB.id, day=make.TODAY, place="Varasto")
    hygiene = Permit(name="Hygieniapassi", valid_to=date(2026, 12, 1))
    ben = make.client(number=2, first_name="Ben", last_name="Berg", permits=(hygiene,))

    def write(books: Any) -> None:
        books.clients.add(ben)
        books.shifts.add(shift)
        books.assignments.add(make.assignment(shift, LIISA))
        books.shifts.add(make.shift(job=JOB.id, day=date(2026, 11, 20)))
        books.entries.add(entry(kind=EntryKind.COACHING, client=None, staff=make.MANAGER, pieces=0))

    store.fill(write)
    today = TodayPresenter(door(store, hour=8), TEXTS)
    today.load()
    assert (today.greeting, today.day) == ("Hyvää huomenta", "maanantai 23. marraskuuta 2026")
    assert (today.shifts[0].times, today.shifts[0].place) == ("8.00–12.00", "Varasto")
    assert [face.name for face in today.shifts[0].people] == ["Liisa"]
    assert [card.screen for card in today.cards] == [
        "hours",
        "clients/permits",
        "clients/pay",
        "payouts/allowance/2026-10",
        "invoices/to_invoice",
    ]
    assert today.cards[0].what == "1 työvuoro on kirjaamatta"
    assert today.shifts_words.replace("\xa0", " ") == "1 työvuoro, 1 asiakas"


class LateDoor(DirectDoor):
    """A door whose answers come when they are let through, in any order."""

    waiting: list[Callable[[], None]]

    def ask(self, query: Callable[[Lists], Any], done: Callable[[Any], None]) -> None:
        self.waiting.append(lambda: DirectDoor.ask(self, query, done))


def test_an_answer_that_comes_late_does_not_replace_what_was_opened_after_it(store: MemoryStore):
    desk = drafted(store)
    desk.draft.issue()
    first = desk.invoice.invoice
    assert first is not None
    desk.invoice.start_credit()
    desk.invoice.credit()
    second = desk.invoice.invoice
    assert second is not None
    front = LateDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker())
    front.waiting = []
    late = InvoicesPresenter(front, TEXTS)
    late.open_invoice(first.id)
    late.open_invoice(second.id)
    for answer in reversed(front.waiting):
        answer()
    assert late.invoice.heading.startswith("Hyvityslasku 1002")
