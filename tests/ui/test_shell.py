from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from subcontract.actions.act import Kind, Undo
from subcontract.actions.save_customer import SaveCustomer, save_customer
from subcontract.people.staff import Role
from subcontract.words import N_
from tests import make
from tests.ui import accessible
from tests.ui.frame import window
from ui import commands
from ui.look import LOOK
from ui.menu import BY_ID
from ui.presenters.base import Notice
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.palette import PalettePresenter
from ui.screens.bones import Screen
from ui.screens.invoices.invoices import InvoicesScreen
from ui.screens.invoices.places import BESIDE
from ui.screens.pay.payouts import PayoutsScreen
from ui.screens.settings.settings import SettingsScreen
from ui.screens.settings.tariffs import TariffsPage
from ui.shell import Shell
from ui.theme import ThemeChoice
from ui.widgets.buttons import Button
from ui.widgets.dialogs import Dialog
from ui.widgets.editors import SEARCHED_FROM, Combo, LineEdit, TextArea
from ui.widgets.form import FieldView
from ui.widgets.palette import PaletteDialog
from ui.widgets.table import TableView


@pytest.fixture
def shell(qtbot: QtBot) -> Iterator[Shell]:
    assert qtbot
    made = window()
    made.activateWindow()
    accessible.settle()
    yield made
    made.close()
    made.deleteLater()
    accessible.free()
    LOOK.set_percent(100)
    LOOK.set_choice(ThemeChoice.LIGHT)


def test_screens_are_reached_by_their_keys(shell: Shell) -> None:
    QTest.keyClick(shell, Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    assert shell.shown == "customers"
    QTest.keyClick(shell, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert shell.shown == "settings"
    assert shell.rail.buttons["settings"].isChecked()


@pytest.mark.parametrize("screen", ["jobs", "shifts", "customers", "clients", "invoices"])
def test_ctrl_f_goes_to_the_filter_of_the_screen_in_sight(shell: Shell, screen: str) -> None:
    shell.show_screen(screen)
    accessible.settle()
    QTest.keyClick(shell, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.accessibleName().startswith("Suodata")


def test_the_menus_show_every_key_of_the_table(shell: Shell) -> None:
    for name, command in BY_ID.items():
        action = shell.menus.actions[name]
        if command.key:
            assert QKeySequence(command.key) in action.shortcuts()


def test_letters_grow_and_shrink_by_keys_within_bounds(shell: Shell) -> None:
    for _ in range(20):
        commands.run(shell, "larger")
    assert (LOOK.sizes.percent, shell.settings.now.percent) == (300, 300)
    for _ in range(20):
        commands.run(shell, "smaller")
    assert LOOK.sizes.percent == 100


def test_other_letters_are_worn_at_once_in_sight_and_elsewhere_when_it_is_shown(shell: Shell) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    shell.show_screen("customers")
    shell.show_screen("settings")
    commands.run(shell, "larger")
    assert app.styleSheet() == ""
    assert shell.screens["settings"].styleSheet() == LOOK.sheet
    assert shell.screens["customers"].styleSheet() != LOOK.sheet
    shell.show_screen("customers")
    assert shell.screens["customers"].styleSheet() == LOOK.sheet
    commands.run(shell, "keys")
    dialog = shell.findChild(Dialog)
    assert isinstance(dialog, Dialog)
    assert dialog.styleSheet() == LOOK.sheet
    dialog.close()


def test_the_keys_of_the_page_in_sight_are_told_first(shell: Shell) -> None:
    shell.show_screen("customers")
    commands.run(shell, "keys")
    dialog = shell.findChild(Dialog)
    assert isinstance(dialog, Dialog)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert told[1:3] == ["Ctrl+N", "Uusi tilaaja"]
    assert told.count("Ctrl+L") == 1
    dialog.close()


def test_the_list_under_a_searched_field_wears_what_the_window_wears(shell: Shell) -> None:
    searched = Combo()
    searched.set_choices([Choice(value=at, label=str(at)) for at in range(SEARCHED_FROM)], str, "")
    assert isinstance(shell.current, Screen)
    shell.current.body.addWidget(searched)
    completer = searched.completer()
    assert completer is not None
    found = completer.popup()
    assert found is not None
    assert found.styleSheet() == LOOK.sheet
    commands.run(shell, "larger")
    assert found.styleSheet() == LOOK.sheet


def test_another_language_is_spoken_at_once_and_the_screen_stays(shell: Shell) -> None:
    commands.run(shell, "language_sv")
    assert shell.rail.buttons["settings"].accessibleName() == "Inställningar"
    assert shell.shown == "settings"
    assert isinstance(shell.current, Screen)
    assert shell.current.title.text() == "Inställningar"
    assert shell.menus.actions["language_sv"].isChecked()


def test_undo_is_named_in_the_menu_and_takes_the_act_back(qtbot: QtBot, shell: Shell) -> None:
    assert shell.desk is not None
    assert shell.background is not None
    customer = make.customer()
    door = shell.desk.door(shell)
    door.act(save_customer, SaveCustomer(customer=customer))
    door.act(save_customer, SaveCustomer(customer=replace(customer, name="Uusi nimi")))
    qtbot.waitUntil(lambda: len(shell.background.undo_stack) == 2)  # type: ignore[union-attr]
    assert shell.menus.actions["undo"].text().startswith("Kumoa: ")
    with qtbot.waitSignal(shell.background.changes.happened) as happened:
        QTest.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert Kind.CUSTOMERS in happened.args[0]
    found: list[str] = []
    door.ask(lambda lists: lists.customers.get(customer.id).name, found.append)
    qtbot.waitUntil(lambda: found == [customer.name])
    assert shell.menus.actions["redo"].text().startswith("Tee uudelleen: ")


def test_redo_is_named_also_when_nothing_is_left_to_undo(qtbot: QtBot, shell: Shell) -> None:
    assert shell.desk is not None
    background = shell.background
    assert background is not None
    shell.desk.door(shell).act(save_customer, SaveCustomer(customer=make.customer()))
    qtbot.waitUntil(lambda: len(background.undo_stack) == 1)
    background.undo()
    qtbot.waitUntil(lambda: bool(background.undo_stack.redo_name))
    assert shell.menus.actions["undo"].text() == "Kumoa"
    assert shell.menus.actions["redo"].text().startswith("Tee uudelleen: ")


def test_what_was_undone_is_said_by_name_and_old_notices_go(qtbot: QtBot, shell: Shell) -> None:
    assert shell.desk is not None
    assert shell.background is not None
    shell.show_screen("customers")
    screen = shell.current
    assert isinstance(screen, Screen)
    assert screen.base_presenter is not None
    shell.desk.door(shell).act(save_customer, SaveCustomer(customer=make.customer()))
    qtbot.waitUntil(lambda: len(shell.background.undo_stack) == 1)  # type: ignore[union-attr]
    screen.base_presenter.notice = Notice("Vanha")
    screen.base_presenter.tell()
    name = shell.texts.say(shell.background.undo_stack.undo_name)
    shell.background.undo()
    qtbot.waitUntil(lambda: screen.state.text() == f"Kumottu: {name}")
    assert screen.banner.isHidden()
    shell.background.redo()
    qtbot.waitUntil(lambda: screen.state.text() == f"Tehty uudelleen: {name}")


def test_undo_in_a_field_comes_before_undo_in_the_program(shell: Shell) -> None:
    assert shell.background is not None
    shell.background.undo_stack.acted(Undo(name="x", action=save_customer, ask=None))
    field = LineEdit()
    field.setAccessibleName("x")
    assert isinstance(shell.current, Screen)
    shell.current.body.addWidget(field)
    accessible.settle()
    field.setFocus()
    assert field.hasFocus()
    QTest.keyClicks(field, "abc")
    commands.run(shell, "undo")
    assert field.text() == ""
    assert len(shell.background.undo_stack) == 1


@pytest.mark.parametrize("kind", ["filter", "line", "text", "list"])
def test_undo_in_a_field_with_nothing_to_undo_is_the_programs(qtbot: QtBot, shell: Shell, kind: str) -> None:
    assert shell.desk is not None
    assert shell.background is not None
    shell.show_screen("customers")
    screen = shell.current
    assert isinstance(screen, Screen)
    searched = Combo()
    searched.set_choices([Choice(value=at, label=str(at)) for at in range(SEARCHED_FROM)], str, "")
    table = screen.findChild(TableView)
    assert isinstance(table, TableView)
    fields = {"filter": table.filter, "line": LineEdit(), "text": TextArea(), "list": searched}
    field = fields[kind]
    if kind != "filter":
        screen.body.addWidget(field)
    accessible.settle()
    shell.desk.door(shell).act(save_customer, SaveCustomer(customer=make.customer()))
    qtbot.waitUntil(lambda: len(shell.background.undo_stack) == 1)  # type: ignore[union-attr]
    field.setFocus()
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(shell.background.undo_stack.redo_name))  # type: ignore[union-attr]


def test_anything_is_found_and_opened_by_keys(qtbot: QtBot, shell: Shell) -> None:
    shell.show_screen("customers")
    QTest.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = shell.findChild(PaletteDialog)
    assert isinstance(dialog, PaletteDialog)
    assert accessible.nameless(dialog) == []
    QTest.keyClicks(dialog.field, "qzqz")
    qtbot.waitUntil(lambda: "Mitään ei löytynyt" in dialog.list.item(0).text())
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.field.clear()
    QTest.keyClicks(dialog.field, "asetu")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.shown == "settings")


def test_records_come_before_commands_and_late_answers_are_left_out(qtbot: QtBot, shell: Shell) -> None:
    assert shell.desk is not None
    door = shell.desk.door(shell)
    customer = make.customer()
    saved: list[object] = []
    door.act(save_customer, SaveCustomer(customer=customer), done=saved.append)
    qtbot.waitUntil(lambda: bool(saved))
    palette = PalettePresenter(door, shell.texts, shell.possible)
    palette.type(customer.name[:4])
    qtbot.waitUntil(lambda: any(hit.record == customer.id for hit in palette.hits))
    assert palette.hits[0].screen == "customers"
    palette.type("zz")
    palette.type("")
    qtbot.wait(100)
    assert all(hit.record is None for hit in palette.hits)


def test_a_screen_that_cannot_be_made_tells_so_and_the_window_lives(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.screens.making.LOG.error", lambda *_, **__: None)
    monkeypatch.setitem(__import__("ui.menu").menu.SCREENS, "today", ("ui.nowhere:Nothing", "Today", "sun"))
    shell.show_screen("today")
    assert shell.shown == "today"
    shell.show_screen("settings")
    assert isinstance(shell.current, Screen)


def test_what_a_role_may_not_do_is_not_offered(qtbot: QtBot) -> None:
    assert qtbot
    shell = window(who=make.worker(Role.WORK_COACH))
    assert not shell.menus.actions["go_reports"].isEnabled()
    assert shell.menus.actions["go_hours"].isEnabled()
    shell.close()
    shell.deleteLater()
    accessible.free()


def test_the_search_finds_pages_of_invoicing_that_one_may_see(shell: Shell, qtbot: QtBot) -> None:
    shell.find_anything()
    dialog = shell.findChild(PaletteDialog)
    assert isinstance(dialog, PaletteDialog)
    dialog._presenter.type("verkkolas")
    (hit,) = (one for one in dialog._presenter.hits if one.screen)
    assert (hit.title, hit.detail, hit.screen) == ("Verkkolaskut", "Laskut", "invoices/e_invoices")
    dialog.close()
    shell.go_to(hit)
    qtbot.waitUntil(lambda: shell.shown == "invoices")
    assert isinstance(shell.current, InvoicesScreen)
    assert shell.current.presenter.place == "e_invoices"
    seen = BESIDE.for_(make.worker(Role.WORK_COACH).may)
    assert "invoices/e_invoices" not in seen


def test_help_tells_about_the_field_with_the_focus(shell: Shell) -> None:
    name, words = commands.help_for(shell.rail.buttons["jobs"], shell.texts)
    assert (name, words) == ("Urakat", "Alt+2")
    assert commands.help_for(None, shell.texts) == ("", "Tästä ei ole enempää kerrottavaa.")


def test_help_tells_how_a_field_is_written_after_its_own_help(shell: Shell) -> None:
    specs = (
        FieldSpec(name="day", label=N_("From"), kind=FieldKind.DATE, required=True),
        FieldSpec(
            name="job",
            label=N_("Work"),
            kind=FieldKind.CHOICE,
            help=N_("Leave it unchosen when the employment goes on from job to job."),
        ),
    )
    form = FormPresenter(specs, shell.texts, lambda: make.TODAY, name="")
    day, job = (FieldView(form, spec) for spec in specs)
    name, told = commands.help_for(day.editor, shell.texts)
    assert name == "Alkaen"
    assert told == (
        "Täytettävä. Kirjoita päivä esimerkiksi 1.2.2026, 1.2. tai tänään. "
        "Nuolet ylös ja alas siirtävät päivän."
    )
    assert commands.help_for(job.editor, shell.texts)[1].startswith(
        "Jätä valitsematta, kun työsuhde jatkuu urakasta toiseen. Valitse nuolilla"
    )
    button = Button("Tallenna", lambda: None, key="Ctrl+Return")
    assert commands.help_for(button, shell.texts)[1] == (
        "Välilyönti painaa sitä, ja Ctrl+Enter missä tahansa tällä sivulla."
    )


def test_the_search_finds_pages_of_settings(shell: Shell, qtbot: QtBot) -> None:
    shell.find_anything()
    dialog = shell.findChild(PaletteDialog)
    assert isinstance(dialog, PaletteDialog)
    dialog._presenter.type("palkanm")
    (hit,) = (one for one in dialog._presenter.hits if one.screen)
    assert (hit.title, hit.detail, hit.screen) == ("Palkanmaksu", "Asetukset", "settings/wages")
    dialog._presenter.type("")
    assert all(one.command for one in dialog._presenter.hits)
    dialog.close()
    shell.go_to(hit)
    qtbot.waitUntil(lambda: shell.shown == "settings")
    screen = shell.current
    assert isinstance(screen, SettingsScreen)
    assert screen.list.currentItem().text() == "Palkanmaksu"


def test_a_page_of_settings_is_led_to_and_escape_goes_back(shell: Shell) -> None:
    shell.show_screen("payouts")
    payouts, desk = shell.screens["payouts"], shell.desk
    assert isinstance(payouts, PayoutsScreen)
    assert desk is not None
    payouts.tariffs.click()
    settings = shell.screens["settings"]
    assert isinstance(settings, SettingsScreen)
    assert isinstance(settings.pages.currentWidget(), TariffsPage)
    assert settings.back.isVisible()
    accessible.settle()
    QTest.keyClick(shell.windowHandle(), Qt.Key.Key_Escape)
    assert shell.shown == "payouts"
    shell.show_screen("settings")
    assert not settings.step_back()
    desk.go("settings/nowhere")
    assert shell.shown == "settings"
