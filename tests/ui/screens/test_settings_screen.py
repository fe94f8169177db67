"""Settings in the window: every page follows undo, closes its own card, and leads to what is wrong."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui import accessible
from tests.ui.frame import window
from ui.presenters.tone import Tone
from ui.screens.settings.rules import RulesPage
from ui.screens.settings.settings import PAGES, SettingsScreen
from ui.screens.settings.staff import StaffPage
from ui.screens.settings.tariffs import TariffsPage
from ui.screens.settings.unit import UnitPage
from ui.shell import Shell
from ui.widgets.icons import has_icon


@pytest.fixture
def shell(qtbot: QtBot) -> Iterator[Shell]:
    assert qtbot
    made = window()
    made.resize(1366, 740)
    accessible.settle()
    yield made
    made.close()
    made.deleteLater()
    accessible.free()


def page(shell: Shell, name: str) -> object:
    screen = shell.current
    assert isinstance(screen, SettingsScreen)
    screen.open_page(name)
    accessible.settle()
    return screen.pages.currentWidget()


def wait(qtbot: QtBot, shell: Shell) -> None:
    assert shell.background is not None
    qtbot.wait(80)
    accessible.settle()


def test_a_page_shows_what_was_undone_and_says_so(shell: Shell, qtbot: QtBot) -> None:
    staff = page(shell, "staff")
    assert isinstance(staff, StaffPage)
    before = len(staff.presenter.table.rows)
    staff.presenter.start_new()
    staff.presenter.form.type("name", "Aino Uusi")
    staff.presenter.save()
    qtbot.waitUntil(lambda: len(staff.presenter.table.rows) == before + 1)
    background = shell.background
    assert background is not None
    qtbot.waitUntil(lambda: bool(background.undo_stack.undo_name), timeout=20_000)
    background.undo()
    qtbot.waitUntil(lambda: len(staff.presenter.table.rows) == before, timeout=20_000)
    assert "Kumottu" in staff.state.text()
    look = page(shell, "look")
    assert look is not staff
    qtbot.waitUntil(lambda: bool(background.undo_stack.redo_name), timeout=20_000)
    background.redo()
    screen = shell.current
    assert isinstance(screen, SettingsScreen)
    qtbot.waitUntil(lambda: "Tehty uudelleen" in screen.banner.words.text())
    page(shell, "staff")
    qtbot.waitUntil(lambda: len(staff.presenter.table.rows) == before + 1)
    assert not screen.banner.isVisible()


def test_escape_closes_the_card_that_is_in_sight(shell: Shell, qtbot: QtBot) -> None:
    staff, rules = page(shell, "staff"), page(shell, "rules")
    assert isinstance(staff, StaffPage)
    assert isinstance(rules, RulesPage)
    table = rules.presenter.table
    table.select(table.visible[0].id)
    assert not rules.side.is_open, "the card opens with Enter"
    table.open(table.visible[0].id)
    assert rules.side.is_open
    table.select(table.visible[1].id)
    assert rules.presenter.open_rule is not None
    assert rules.presenter.open_rule.name == table.visible[1].id, "an open card follows the row"
    QTest.keyClick(shell.current, Qt.Key.Key_Escape)
    assert not rules.side.is_open
    assert rules.presenter.open_rule is None


def test_the_card_of_a_rule_tells_when_it_was_checked_and_from_where(shell: Shell) -> None:
    rules = page(shell, "rules")
    assert isinstance(rules, RulesPage)
    rules.presenter.open("allowance_limit")
    words = " ".join(label.text() for label in rules.area.findChildren(QLabel))
    assert "Tarkistettu 22.11.2026" in words
    assert "ajantasainen teksti luettu" in words
    day = rules.presenter.day
    tones = []
    for rules.presenter.day in (day, day.replace(year=2028)):
        tones.append(rules.presenter.checked[1])
    assert tones == [Tone.READY, Tone.ATTENTION]


def test_a_save_that_is_refused_leads_to_the_first_error(shell: Shell, qtbot: QtBot) -> None:
    unit = page(shell, "unit")
    assert isinstance(unit, UnitPage)
    qtbot.waitUntil(lambda: unit.presenter.unit is not None)
    unit.presenter.form.type("postcode", "531")
    unit.presenter.form.type("e_invoice_address", "abc")
    unit.form.fields["invoice_note"].editor.setFocus()
    unit.presenter.save()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is unit.form.fields["postcode"].editor)
    accessible.settle()
    area = unit.form.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    field = unit.form.fields["postcode"]
    assert field.error.text()
    seen = field.rect().translated(field.mapTo(area.viewport(), field.rect().topLeft()))
    assert area.viewport().rect().contains(seen)


def test_a_wrong_line_of_a_tariff_takes_the_focus(shell: Shell, qtbot: QtBot) -> None:
    tariffs = page(shell, "tariffs")
    assert isinstance(tariffs, TariffsPage)
    wait(qtbot, shell)
    tariffs.presenter.start_new()
    tariffs.presenter.rates.add()
    tariffs.presenter.rates.rows[-1].type("tariff_class", "A")
    tariffs.form.fields["first"].editor.setFocus()
    tariffs.presenter.save()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is tariffs.lines.editors[-1][1])


def test_every_page_has_an_icon_that_there_is(qapp: object) -> None:
    assert [name for name, (_, _, icon) in PAGES.items() if not has_icon(icon)] == []
