"""The real window on the real storage by keys alone: each key where the focus is, and no mouse at all."""

from collections.abc import Iterator
from typing import Any

import pytest

pytest.importorskip("PySide6", reason="the window needs PySide6; the other journeys do without")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

import db
from subcontract.days import Month
from subcontract.invoicing.records import Invoice
from subcontract.jobs.job import JobState
from subcontract.payout.records import PayRunState
from tests.desk import Desk
from tests.fakes import MemoryStore
from tests.hands import Hands, hands_on
from tests.ui import accessible
from tests.ui.frame import TODAY, window
from ui.menu import SCREENS
from ui.screens.bones import Screen

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
FIRM, JOB = "Tavaratalo Kuusi Oy", "Pakettien tarroitus"
NAMES = ("Aalto", "Berg", "Heino", "Koski", "Lahti", "Mäki", "Niemi", "Öhman")
OCTOBER = Month(2026, 10)
WITH_ROWS = frozenset(("hours", "payouts", "invoices", "clients", "customers", "reports"))
"""Screens of the demo centre on which a list is in sight at once."""


def small_centre(store: Any) -> Desk:
    """Eight people on today's shift; October recorded, calculated by the office and not yet approved."""
    desk = Desk.new_centre(store)
    desk.set_tariff("1.9.2026", ("A", "Kokopäivä", "8"))
    desk.add_customer(FIRM, business_id="1234567-1", street="Katu 2", postcode="53100", town="Lappeenranta")
    for name in NAMES:
        desk.add_client(name, "Aino", iban="FI21 1234 5600 0007 85")
    desk.add_job(JOB, FIRM, first="1.10.2026", most="8", coach="Koivu, Maija")
    desk.price_phase("Tarroitus", "Kappaleelta", quantity="900", minutes_per_unit="1", unit_price="0,50")
    desk.save_job()
    desk.make_quote()
    desk.accept_quote("Pekka Ostaja")
    desk.move_job(JobState.RUNNING)
    for day, weekday in (("29.10.2026", "torstai"), ("23.11.2026", "maanantai")):
        desk.plan_shifts(
            JOB, weekdays=(weekday,), first=day, last=day, phase="Tarroitus", start="9", end="12"
        )
        for name in NAMES:
            desk.put_on(name, day)
    desk.on("29.10.2026", 13).as_manager().open_day("tänään")
    desk.record_day_as_planned()
    desk.group_result("400")
    desk.complete_day()
    desk.on("2.11.2026").as_clerk().complete_month(OCTOBER)
    desk.calculate_pay(OCTOBER)
    return desk.on("23.11.2026").as_manager()


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    store = db.open_temporary()
    desk = small_centre(store)
    with hands_on(qtbot, store, desk, desk.people["Koivu, Maija"]) as both:
        yield both


def add_customer(hands: Hands) -> None:
    """A household, field by field with Tab."""
    hands.press(Qt.Key.Key_8, ALT)
    hands.press(Qt.Key.Key_N, CTRL)
    hands.tab_to_named("Nimi")
    hands.write("Vanhanen")
    hands.press(Qt.Key.Key_Tab)
    hands.write("Kot")
    hands.tab_to_named("Postitoimipaikka")
    hands.write("Joutseno")
    hands.tab_to_grid()
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_N, CTRL)
    hands.tab_to_named("Postitoimipaikka")
    assert hands.focus.text() == "Joutseno"  # type: ignore[attr-defined]
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.until(lambda: len(hands.stored(lambda lists: lists.customers.all())) == 2)
    found = hands.stored(lambda lists: lists.customers.all())[-1]
    assert (found.name, found.kind.value, found.address.town) == ("Vanhanen", "household", "Joutseno")


def record_today(hands: Hands) -> None:
    """Eight people as planned, one of them sick, the group's result, the day complete."""

    def standing() -> list[Any]:
        return [e for e in hands.stored(lambda lists: lists.entries.all()) if e.day == TODAY and e.client]

    hands.press(Qt.Key.Key_4, ALT)
    hands.until(lambda: "23.11.2026" in str(hands.shell.current.presenter.day_words))  # type: ignore[attr-defined]
    hands.until(lambda: hands.shell.current.presenter.can_record_all)  # type: ignore[attr-defined]
    before = hands.keys
    hands.press(Qt.Key.Key_F5)
    hands.until(lambda: len(standing()) == 8)
    hands.until(lambda: not hands.shell.current.presenter.can_record_all)  # type: ignore[attr-defined]
    normal = hands.keys - before
    before = hands.keys
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Down)
    hands.write("s")
    hands.until(lambda: len(standing()) == 9)
    exception = hands.keys - before
    before = hands.keys
    hands.tab_to(lambda widget: isinstance(widget, QLineEdit) and "tulos" in accessible.name_of(widget))
    hands.write("520")
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.until(lambda: len(hands.stored(lambda lists: lists.complete_days.all())) == 2)
    normal += hands.keys - before
    results = [e.pieces for e in hands.stored(lambda lists: lists.entries.all()) if e.kind == "group_result"]
    assert results == [400, 520]
    assert normal <= 12
    assert exception <= 6


def approve_october(hands: Hands) -> None:
    hands.press(Qt.Key.Key_5, ALT)
    hands.until(lambda: len(hands.shell.current.presenter.runs.visible) > 0)  # type: ignore[attr-defined]
    hands.go_to_row("lokakuu 2026")
    hands.press(Qt.Key.Key_Return)
    presenter = hands.shell.current.presenter  # type: ignore[attr-defined]
    hands.until(lambda: presenter.can_approve)
    hands.say_yes()
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.until(lambda: presenter.is_approved)
    (run,) = hands.stored(lambda lists: lists.pay_runs.all())
    assert run.state is PayRunState.APPROVED


def issue_invoice(hands: Hands) -> Invoice:
    hands.press(Qt.Key.Key_6, ALT)
    presenter = hands.shell.current.presenter  # type: ignore[attr-defined]
    hands.tab_to(hands.shell.current.places.isAncestorOf)  # type: ignore[attr-defined]
    hands.press(Qt.Key.Key_Right)
    hands.until(lambda: len(presenter.to_invoice.table.visible) == 1)
    hands.tab_to_grid()
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.until(lambda: presenter.draft.draft is not None and not presenter.draft.busy)
    hands.say_yes()
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.until(lambda: len(hands.stored(lambda lists: lists.invoices.all())) == 1)
    (invoice,) = hands.stored(lambda lists: lists.invoices.all())
    assert isinstance(invoice, Invoice)
    return invoice


def test_the_main_journey_needs_no_mouse(hands: Hands) -> None:
    add_customer(hands)
    record_today(hands)
    approve_october(hands)
    invoice = issue_invoice(hands)
    assert (invoice.number, str(invoice.net), str(invoice.total)) == (1001, "200.00", "251.00")
    for at, name in enumerate(SCREENS, start=1):
        hands.press(Qt.Key(Qt.Key.Key_0 + at % 10), ALT)
        assert hands.shell.shown == name
        assert isinstance(hands.shell.current, Screen)
        buttons = hands.shell.current.findChildren(QPushButton)
        shown = [button for button in buttons if button.isVisible() and button.isEnabled()]
        deaf = [accessible.name_of(one) for one in shown if not one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert deaf == [], name


def test_every_screen_of_the_demo_centre_opens_by_its_key(qtbot: QtBot) -> None:
    store = MemoryStore()
    desk = Desk.demo(store)
    shell = window(store, desk.door.who, screen="settings")
    hands = Hands(qtbot, shell, desk)
    for at, name in enumerate(SCREENS, start=1):
        hands.press(Qt.Key(Qt.Key.Key_0 + at % 10), ALT)
        assert shell.shown == name
        assert isinstance(shell.current, Screen)
        qtbot.wait(150)
        tables = [table for table in shell.current.findChildren(QTableView) if table.isVisible()]
        assert name not in WITH_ROWS or any(table.model().rowCount() for table in tables), name
    shell.close()
    shell.deleteLater()
    accessible.free()
