"""The whole main job from an empty centre: from a firm's enquiry to paid clients and a printed invoice."""

from typing import Any

import pytest

from subcontract.actions.perform import broken_link
from subcontract.days import Month
from subcontract.hours.in_force import in_force
from subcontract.invoicing.records import InvoiceKind
from subcontract.jobs.job import JobState
from subcontract.money import Money, total
from tests.desk import Desk, Stopped, plain
from tests.fakes import MemoryStore
from ui.presenters.reports.reports import Report

OCTOBER = Month(2026, 10)
JOB = "Pakettien tarroitus"
FIRM = "Tavaratalo Kuusi Oy"
DAYS = ("1.10.", "6.10.", "8.10.", "13.10.", "15.10.", "20.10.", "22.10.", "27.10.", "29.10.")


def found_centre(store: Any) -> Desk:
    """A tariff, a customer and three clients, typed in by the manager."""
    desk = Desk.new_centre(store)
    assert desk.todo() == ["Mikään taksa ei ole voimassa", "Tilaajia ei ole vielä", "Asiakkaita ei ole vielä"]
    desk.set_tariff("1.9.2026", ("A", "Kokopäivä", "8,00"), ("B", "Tunti", "4,50"))
    desk.add_customer(
        FIRM, business_id="1234567-1", street="Mallikatu 2", postcode="53100", town="Lappeenranta"
    )
    account = "FI21 1234 5600 0007 85"
    valid = ("Hygieniapassi", "31.12.2027")
    desk.add_client("Aalto", "Liisa", iban=account, permit=valid)
    desk.add_client("Berg", "Emil", tariff_class="B", iban=account, permit=valid)
    desk.add_client("Mäki", "Timo", permit=("Hygieniapassi", "30.9.2026"))
    return desk


def price_job(desk: Desk) -> None:
    """Two phases on the price sheet: pieces with a time study, and a fixed beginning."""
    desk.add_job(
        JOB,
        FIRM,
        first="1.10.2026",
        last="31.10.2026",
        least="2",
        most="3",
        needs="Hygieniapassi",
        place="Varasto",
        coach="Ohjaaja, Outi",
    )
    desk.price_phase(
        "Tarroitus",
        "Kappaleelta",
        unit_name="kpl",
        quantity="1 200",
        minutes_per_unit="1,5",
        pace="0,6",
        pay_form="Palkka",
        hourly="11,20",
        holiday_compensation="9",
        employer_costs="24,9",
        materials="35",
        tools="10",
        transport="24 €",
        coach_hours="16",
        coach_hourly="28,50",
        overhead="8 %",
        margin="5",
        market_price="0,79",
        market_source="Kaksi hinnastoa, syyskuu 2026",
    )


def quote_and_order(desk: Desk) -> None:
    price_job(desk)
    page = desk.jobs.page
    assert plain(page.sheet.unit_price) == "0,79 €"
    amounts = [plain(line.amount) for line in page.sheet.lines]
    assert {"560,00 €", "50,40 €", "831,39 €", "66,51 €", "897,90 €", "942,80 €", "948,00 €"} <= set(amounts)
    workings = [plain(line.working) for line in page.sheet.lines]
    assert {
        *("1 800 min ÷ 0,6", "610,40 € × 24,9 %"),
        *("942,80 € ÷ 1 200", "948,00 € × 25,5 %"),
    } <= set(workings)
    assert page.sheet.warnings == ()
    page.sheet.take_suggested()
    desk.price_phase("Aloitus", "Kiinteä hinta", pay_form="Työosuusraha", unit_price="120", hours="4")
    assert "Tallenna urakka ensin" in page.quotes.why_not
    desk.save_job()
    page.sheet.choose(0)
    desk.study(("20", "30", "0"), ("40", "60", "0"))
    assert "1,5" in page.studies.shown[0].title
    desk.make_quote(text="Työ toimitetaan viikoittain.")
    (quote,) = page.quotes.shown
    assert (quote.title, quote.total) == ("Tarjous, versio 1", Money("1340.34"))
    desk.on("17.9.2026").as_manager().open_job(JOB)
    desk.accept_quote("Pekka Ostaja", order_number="PO-7", times="ti ja to 9–12")
    papers: list[bytes] = []
    for kind in ("quote", "agreement"):
        desk.jobs.page.quotes.paper(quote.id, kind, papers.append)
    assert [paper[:5] for paper in papers] == [b"%PDF-", b"%PDF-"]
    assert desk.jobs.page.state.text == "Tilattu"
    desk.move_job(JobState.RUNNING)
    assert [column.title.text for column in desk.jobs.board if column.cards] == ["Käynnissä"]


def plan_october(desk: Desk) -> None:
    """Tuesdays and Thursdays; one permit has expired, and taking it off is undone by its name."""
    desk.plan_shifts(
        JOB,
        weekdays=("tiistai", "torstai"),
        first="1.10.2026",
        last="8.10.2026",
        phase="Tarroitus",
        start="9",
        end="12",
        break_minutes="15",
    )
    for day in DAYS[:3]:
        assert desk.put_on("Aalto", f"{day}2026").warnings == (
            "Ryhmä on liian pieni: työvuorossa 1, tarvitaan 2.",
        )
        assert desk.put_on("Berg", f"{day}2026").warnings == ()
        (warning,) = desk.put_on("Mäki", f"{day}2026").warnings
        assert warning == "Timo: luvan voimassaolo on päättynyt (Hygieniapassi, 30.9.2026)."
    assert len(desk.take_off("Aalto", "8.10.2026").chips) == 2
    assert desk.undo() == "vuorosta poistaminen"
    assert len(desk.show_shift("8.10.2026").chips) == 3
    for day in ("6.10.2026", "13.10.2026", "20.10.2026"):
        desk.copy_week(day)
    assert len(desk.show_shift("29.10.2026").chips) == 3


def record_october(desk: Desk) -> None:
    """Each day by the coach: everybody as planned, then the exceptions."""
    for day in DAYS:
        desk.on(f"{day}2026", 13).as_coach()
        desk.open_day("tänään")
        desk.record_day_as_planned()
        if day == "6.10.":
            desk.press("Mäki", "S")
            assert desk.cell(desk.recording.table, "Mäki", "state") == "Sairas"
        if day == "8.10.":
            desk.type_cell("Aalto", "end", "11.15")
            assert desk.cell(desk.recording.table, "Aalto", "minutes") == "2 t"
        if day == "13.10.":
            desk.type_cell("Berg", "minutes", "1:30")
        if day == "15.10.":
            desk.add_material("Pakkausteippi", "3", "4,50")
        desk.group_result("130")
        desk.complete_day()
    desk.on("21.10.2026").as_coach()
    desk.open_day("eilen")
    with pytest.raises(Stopped, match="syy"):
        desk.correct("Berg", "", end="11")
    desk.correct("Berg", "Lähti bussille", end="11")
    assert len(desk.recording.card.history) == 2
    desk.on("2.11.2026").as_clerk()
    assert desk.month.groups == ()
    desk.complete_month(OCTOBER)
    assert desk.month.is_complete


def pay_october(desk: Desk) -> None:
    """The manager reckons, so another must approve: the clerk reckons anew and the manager approves."""
    desk.on("3.11.2026").as_manager()
    assert any("lokakuu" in what.casefold() for what in desk.todo())
    desk.calculate_pay(OCTOBER)
    with pytest.raises(Stopped, match="toinen henkilö"):
        desk.approve_pay(OCTOBER)
    desk.as_clerk().calculate_pay(OCTOBER)
    desk.as_manager().pay.open_month(OCTOBER)
    page = desk.pay
    assert [group.sentence for group in page.warnings if "tilinumero" in group.sentence] != []
    assert plain(page.verb) == "Hyväksy 3 maksua, 234,63 €"
    why = desk.why("Berg")
    assert ("ti 13.10.2026 · Päivän tunnit", "6,75 €") in why
    assert ("ti 20.10.2026 · Päivän tunnit", "7,88 €") in why
    assert [amount for _, amount in why].count("−0,38 €") == 7
    assert why[-1] == ("Maksetaan", "98,63 €")
    desk.approve_pay(OCTOBER)
    assert desk.pay.is_approved
    assert "3" in (desk.pay.notice.text if desk.pay.notice else "")
    desk.pay.people.select(desk.row(desk.pay.people, "Aalto").id)
    desk.pay.papers.show_statement()
    first = desk.pay.papers.shown
    desk.on("4.11.2026").pay.open_month(OCTOBER)
    desk.pay.people.select(desk.row(desk.pay.people, "Aalto").id)
    desk.pay.papers.show_statement()
    assert first is not None
    assert first.content.startswith(b"%PDF")
    assert desk.pay.papers.shown == first


def invoice_october(desk: Desk) -> None:
    """Drafted, its text edited, issued, credited by line, invoiced again."""
    desk.on("5.11.2026").as_clerk()
    before = desk.todo()
    desk.draft(FIRM, {"Aloitus": "100"})
    draft = desk.invoices.draft
    assert [str(line.net) for line in draft.lines] == ["924.30", "13.50", "120.00"]
    desk.undo()
    assert desk.undo_words == ""
    desk.draft(FIRM, {"Aloitus": "100"})
    desk.type_line("Tarroitus", "text", "Pakettien tarroitus lokakuussa")
    desk.fill(desk.invoices.draft.form, note="Kiitos tilauksesta!", order_number="PO-7")
    assert plain(desk.invoices.draft.verb) == "Vahvista lasku, 1 327,54 €"
    desk.issue()
    page = desk.invoices.invoice
    invoice, paper = page.invoice, page.paper
    assert invoice is not None
    assert paper is not None
    assert (invoice.number, invoice.reference, invoice.total) == (1001, "10016", Money("1327.54"))
    assert paper.content.startswith(b"%PDF")
    assert len(desk.todo()) < len(before)
    desk.credit("Teippi kuului tilaajalle.", {"Pakkausteippi": "13,50"})
    note = desk.invoices.invoice.invoice
    assert note is not None
    assert (note.kind, note.number, note.total) == (InvoiceKind.CREDIT_NOTE, 1002, Money("16.94"))
    desk.on("6.11.2026").as_clerk().draft(FIRM)
    assert [line.text for line in desk.invoices.draft.lines] == ["Pakkausteippi"]
    desk.issue()
    again = desk.invoices.invoice.invoice
    assert again is not None
    assert (again.number, again.total) == (1003, Money("16.94"))
    desk.on("20.11.2026").as_clerk().open_invoice(1001)
    assert desk.invoices.invoice.paper == paper


def look_back(desk: Desk) -> None:
    """Nothing is open, and nothing issued, approved or recorded can be undone away."""
    desk.on("21.11.2026").as_manager()
    assert desk.open_lines(OCTOBER) == []
    desk.reports.show(Report.JOBS)
    assert desk.cell(desk.reports.table, JOB, "pieces") == "1 170"
    assert desk.cell(desk.reports.table, JOB, "revenue") == "1 057,80 €"
    entries = desk.stored(lambda lists: in_force(lists.entries.all()))
    billed = desk.stored(lambda lists: lists.billings.billed(tuple(entry.id for entry in entries)))
    assert len(billed) == 9 * 3 - 1 + 9 + 1
    assert broken_link(desk.stored(lambda lists: lists.log.last(10_000))) is None


def test_from_an_enquiry_to_paid_clients_and_a_printed_invoice(store: Any) -> None:
    desk = found_centre(store)
    quote_and_order(desk)
    plan_october(desk)
    record_october(desk)
    pay_october(desk)
    invoice_october(desk)
    look_back(desk)


def test_what_is_issued_or_approved_cannot_be_undone() -> None:
    desk = found_centre(MemoryStore())
    quote_and_order(desk)
    plan_october(desk)
    record_october(desk)
    desk.on("5.11.2026").as_clerk().calculate_pay(OCTOBER)
    assert desk.undo() != ""
    assert desk.stored(lambda lists: lists.pay_runs.all()) == ()
    desk.calculate_pay(OCTOBER)
    desk.draft(FIRM)
    desk.type_line("Tarroitus", "text", "Tarroitus lokakuussa")
    desk.invoices.draft.save()
    assert desk.undo_words != ""
    desk.issue()
    desk.door.who = desk.people["Koivu, Maija"]
    desk.approve_pay(OCTOBER)
    before = desk.stored(lambda lists: (lists.invoices.all(), lists.payouts.all(), lists.entries.all()))
    desk.undo_everything()
    after = desk.stored(lambda lists: (lists.invoices.all(), lists.payouts.all(), lists.entries.all()))
    assert after == before
    assert total(line.net for line in after[0][0].lines) == after[0][0].net
