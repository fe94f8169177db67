"""A client's pensions, earnings elsewhere and months against the limit, at the presenters."""

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

import pytest

from subcontract.benefits.records import EarnedIn, OutsideEarnings, Pension, PensionKind
from subcontract.clock import standing_at
from subcontract.days import DateRange, Month
from subcontract.money import Money
from subcontract.people.client import Client, FormOfWork, FormOfWorkSpan
from subcontract.people.staff import Role
from tests import make, make_benefits, make_pay
from tests.pay_office import Office
from tests.seat import plain
from ui.presenters.clients.limit_months import LimitMonthsPresenter
from ui.presenters.clients.outside_earnings import OutsideEarningsPresenter
from ui.presenters.clients.pensions import PensionsPresenter
from ui.presenters.direct import DirectDoor
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

P = TypeVar("P", bound=Any)
NOVEMBER, DECEMBER = Month(2026, 11), Month(2026, 12)
PAID = (FormOfWorkSpan(days=DateRange(date(2026, 1, 1)), form=FormOfWork.EMPLOYMENT),)


@pytest.fixture
def office() -> Office:
    office = Office(liisa=make.client(number=1, forms=PAID))
    office.add("pay.employments", office.employment())
    return office


def shown(
    office: Office, made: type[P], *roles: Role, today: date = make.TODAY, whose: Client | None = None
) -> P:
    door = DirectDoor(
        office.store.open_books, office.store.open_lists, standing_at(today), make.worker(*roles)
    )
    screen: P = made(door, CatalogueTexts("fi"))
    screen.show_client(whose or office.liisa, "Palkanmaksu")
    return screen


def add_pension(office: Office, **fields: Any) -> Pension:
    pension = make_benefits.pension(client=office.liisa.id, **fields)
    office.add("pay.pensions", pension)
    return pension


def add_outside(office: Office, amount: str, month: Month = DECEMBER, source: str = "") -> OutsideEarnings:
    earned = make_benefits.outside(client=office.liisa.id, month=month, amount=Money(amount), source=source)
    office.add("pay.outside_earnings", earned)
    return earned


def plan(office: Office, day: date) -> None:
    shift = make.shift(day=day, job=office.job.id)
    office.add("shifts", shift)
    office.add("assignments", make.assignment(shift, office.liisa))


def cells(screen: LimitMonthsPresenter, month: Month) -> dict[str, str]:
    row = screen.table.row(month)
    assert row is not None
    return {one.key: plain(screen.table.text(row, one)) for one in screen.table.columns}


# --- month by month --------------------------------------------------------------------------


def test_a_month_says_what_is_used_planned_and_left_and_until_when_the_shifts_fit(office: Office) -> None:
    add_pension(office)
    add_outside(office, "850", source="Kioski")
    for day in (16, 24, 25, 26):  # the first is worked, the others are to come: paid in December
        if day == 16:
            entry = make.entry(client=office.liisa.id, day=date(2026, 11, day))
            office.add("entries", entry)
        else:
            plan(office, date(2026, 11, day))
    screen = shown(office, LimitMonthsPresenter)
    assert cells(screen, DECEMBER) == {
        "month": "joulukuu 2026",
        "state": "Yli rajan",
        "used": "55,82 €",
        "elsewhere": "850,00 €",
        "planned": "167,46 €",
        "left": "−82,38 €",
        "fit": "mahtuu 24.11. asti",
    }
    screen.open(DECEMBER)
    assert screen.heading == "joulukuu 2026"
    assert screen.state.tone is Tone.WRONG
    assert "24.11.2026 asti" in plain(screen.fit)
    steps = {step.what: plain(step.amount) for step in screen.steps}
    assert steps["Muualta: Kioski"] == "850,00 €"
    assert steps["Kelan eläkkeen ansaintaraja"] == "990,90 €"
    assert any("koko eläke" in note for note in screen.notes)
    assert any("31.12.2025" in note for note in screen.notes), "the open point about the act"
    assert not screen.hours_left


def test_a_month_with_room_says_how_much_more_work_fits(office: Office) -> None:
    add_pension(office)
    add_outside(office, "941.28", NOVEMBER)  # 49,62 left: 3 h 20 min at 13,35 and 11,5 per cent
    screen = shown(office, LimitMonthsPresenter)
    assert screen.month == NOVEMBER, "the present month is looked at first"
    assert "3 t 20 min" in plain(screen.hours_left)
    assert screen.state.text == "Lähellä ansaintarajaa", "941,28 is 94,99 per cent of the limit"
    assert screen.fit == ""


def test_a_work_pension_has_a_limit_of_its_own_beside_kelas(office: Office) -> None:
    add_pension(office, kind=PensionKind.PARTIAL_WORK, prior_earnings=Money(3000))  # WE-6.6
    add_outside(office, "1750", NOVEMBER)
    screen = shown(office, LimitMonthsPresenter)
    amounts = [plain(step.amount) for step in screen.steps if step.rule]
    assert amounts == ["990,90 €", "1 800,00 €"]
    assert screen.state.text == "Yli rajan", "the gravest light is shown: Kela's limit is passed"
    assert len([note for note in screen.notes if "päättää" in note]) == 2


def test_a_year_without_a_known_limit_is_no_guess(office: Office) -> None:
    add_pension(office)
    screen = shown(office, LimitMonthsPresenter)
    january = cells(screen, Month(2027, 1))
    assert (january["state"], january["left"]) == ("Raja ei tiedossa", "–")
    screen.open(Month(2027, 1))
    assert screen.steps[-1].amount == "ei tiedossa"
    assert any("ei vielä tiedetä" in note for note in screen.notes)


def test_the_setting_tells_in_which_month_pay_counts(office: Office) -> None:
    add_pension(office)
    screen = shown(office, LimitMonthsPresenter)
    assert any("jona se maksetaan" in note for note in screen.notes)
    settings = make_pay.settings(earned_in=EarnedIn.WORK)
    office.add("pay.pay_settings", settings)
    screen.load()
    assert any("jona työ tehdään" in note for note in screen.notes)


def test_without_a_pension_there_is_nothing_to_watch(office: Office) -> None:
    screen = shown(office, LimitMonthsPresenter)
    assert screen.table.visible == ()
    assert screen.shown is None
    assert (screen.heading, screen.fit, screen.steps, screen.notes) == ("", "", (), ())
    led: list[bool] = []
    screen.on_new = lambda: led.append(True)
    assert screen.table.empty
    assert screen.table.empty.command
    screen.table.empty.command()
    assert led == [True]


def test_only_months_of_the_pension_are_shown(office: Office) -> None:
    add_pension(office, days=DateRange(date(2026, 1, 1), date(2026, 9, 10)))
    screen = shown(office, LimitMonthsPresenter)
    assert [row.id for row in screen.table.visible] == [Month(2026, number) for number in range(5, 10)]
    assert screen.shown is None


def test_the_look_is_written_in_the_log_and_a_work_coach_sees_nothing(office: Office) -> None:
    add_pension(office)
    screen = shown(office, LimitMonthsPresenter, Role.WORK_COACH)
    assert screen.table.visible == ()
    assert screen.notice
    shown(office, LimitMonthsPresenter)
    with office.store.open_lists() as lists:
        looks = [event for event in lists.log.of(office.liisa.id) if event.action == "see_pay"]
    assert [event.purpose for event in looks] == ["Palkanmaksu"]


def test_another_client_begins_at_the_present_month(office: Office) -> None:
    add_pension(office)
    screen = shown(office, LimitMonthsPresenter)
    screen.open(DECEMBER)
    screen.table.select(Month(2026, 10))
    assert screen.month == Month(2026, 10), "the card follows the row"
    screen.close()
    screen.table.select(DECEMBER)
    assert screen.month is None, "a closed card stays closed"
    screen.show_client(office.emil, "Palkanmaksu")
    assert screen.table.visible == ()
    screen.show_client(None, "Palkanmaksu")
    screen.show_client(office.liisa, "Palkanmaksu")
    assert screen.month == NOVEMBER


# --- pensions --------------------------------------------------------------------------------


def test_a_pension_is_saved_with_what_belongs_to_its_kind(office: Office) -> None:
    screen = shown(office, PensionsPresenter)
    screen.start_new()
    assert screen.form.hidden == {"prior_earnings"}
    screen.form.pick("kind", PensionKind.FULL_WORK)
    assert not screen.form.hidden
    screen.form.type("days.first", "1.3.2024")
    screen.form.type("prior_earnings", "1 900,00")
    screen.save()
    assert screen.heading.startswith("Täysi työeläke 1.3.2024")
    (kept,) = office.all("pensions")
    assert (kept.kind, kept.prior_earnings) == (PensionKind.FULL_WORK, Money(1900))
    assert kept.days.is_open
    screen.form.pick("kind", PensionKind.KELA)
    screen.save()
    (kept,) = office.all("pensions")
    assert kept.prior_earnings == Money(0), "earnings before it belong to a work pension"
    screen.remove()
    assert office.all("pensions") == ()


def test_a_new_pension_says_what_is_missing(office: Office) -> None:
    screen = shown(office, PensionsPresenter)
    screen.start_new()
    screen.save()
    assert set(screen.form.errors) == {"kind", "days.first"}


def test_pensions_that_overlap_are_told_beside_the_first_day_and_nothing_is_lost(office: Office) -> None:
    add_pension(office)
    screen = shown(office, PensionsPresenter)
    screen.start_new()
    screen.form.pick("kind", PensionKind.PARTIAL_WORK)
    screen.form.type("days.first", "1.6.2026")
    screen.form.type("prior_earnings", "2000")
    screen.save()
    assert "päällekkäin" in screen.form.errors["days.first"]
    assert screen.notice is None
    assert screen.form.typed["prior_earnings"] == "2000"
    assert len(office.all("pensions")) == 1


def test_a_last_day_before_the_first_and_one_in_the_past(office: Office) -> None:
    screen = shown(office, PensionsPresenter)
    screen.start_new()
    screen.form.pick("kind", PensionKind.KELA)
    screen.form.type("days.first", "1.3.2026")
    screen.form.type("days.last", "28.2.2026")
    screen.save()
    assert "days.last" in screen.form.errors
    screen.form.type("days.last", "31.10.2026")
    assert "päättynyt" in screen.form.notes["days.last"]
    screen.save()
    assert len(office.all("pensions")) == 1, "a pension of the past may be written down"


def test_the_office_may_write_and_a_reader_without_the_right_reads(office: Office) -> None:
    add_pension(office)
    screen = shown(office, PensionsPresenter, Role.CLERK)
    screen.open(next(iter(screen.records)))
    assert screen.can_edit
    assert not screen.form.locked
    other = shown(office, PensionsPresenter, Role.AUDITOR)
    assert not other.records


# --- earnings elsewhere ----------------------------------------------------------------------


def test_earnings_elsewhere_are_saved_and_their_month_is_chosen(office: Office) -> None:
    add_pension(office)
    screen = shown(office, OutsideEarningsPresenter)
    screen.start_new()
    assert screen.form.picked["month"] == NOVEMBER
    offered = [choice.value for choice in screen.form.specs["month"].choices]
    assert (offered[0], offered[-1]) == (Month(2027, 2), Month(2024, 11))
    screen.form.type("source", "Kioski")
    screen.form.type("amount", "120,50")
    screen.save()
    (kept,) = office.all("outside_earnings")
    assert (kept.month, kept.amount, kept.source) == (NOVEMBER, Money("120.50"), "Kioski")
    assert screen.heading == "marraskuu 2026, Kioski"
    assert plain(screen.table.totals()["amount"]) == "120,50 €"


def test_a_month_typed_twice_is_told_beside_the_month(office: Office) -> None:
    add_pension(office)
    add_outside(office, "100", NOVEMBER, "Kioski")
    screen = shown(office, OutsideEarningsPresenter)
    screen.start_new()
    screen.form.type("source", "kioski")
    screen.form.type("amount", "5")
    screen.save()
    assert "Kioski" in screen.form.errors["month"] or "kioski" in screen.form.errors["month"]
    assert screen.form.typed["amount"] == "5"
    screen.form.type("source", "Lehdenjako")
    screen.save()
    assert len(office.all("outside_earnings")) == 2


def test_bad_sums_are_told_beside_the_sum(office: Office) -> None:
    screen = shown(office, OutsideEarningsPresenter)
    screen.start_new()
    for text in ("", "-5", "sata", "1000000", "1,234"):
        screen.form.type("amount", text)
        screen.save()
        assert "amount" in screen.form.errors, text
    assert office.all("outside_earnings") == ()


def test_a_month_without_a_pension_says_that_nothing_watches_it(office: Office) -> None:
    add_pension(office, days=DateRange(date(2026, 12, 1)))
    screen = shown(office, OutsideEarningsPresenter)
    screen.start_new()
    assert "ei seurata" in screen.form.notes["month"]
    screen.form.pick("month", DECEMBER)
    assert "month" not in screen.form.notes


def test_a_record_of_long_ago_keeps_its_month(office: Office) -> None:
    old = add_outside(office, "50", Month(2019, 5))
    screen = shown(office, OutsideEarningsPresenter)
    screen.open(old.id)
    assert screen.form.picked["month"] == Month(2019, 5)
    screen.form.type("amount", "60")
    screen.save()
    (kept,) = office.all("outside_earnings")
    assert (kept.month, kept.amount) == (Month(2019, 5), Money(60))
    screen.remove()
    assert office.all("outside_earnings") == ()


def test_what_is_typed_waits_while_another_client_is_looked_at(office: Office) -> None:
    screen = shown(office, OutsideEarningsPresenter)
    screen.start_new()
    screen.form.type("amount", "77")
    screen.show_client(office.emil, "Palkanmaksu")
    screen.show_client(replace(office.liisa), "Palkanmaksu")
    screen.start_new()
    assert screen.form.typed["amount"] == "77"
