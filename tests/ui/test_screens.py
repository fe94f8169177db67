"""Every screen, whatever it is about: names, Tab stops, plain labels, room for words."""

import importlib.util
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import accessible
from tests.ui.frame import window
from ui.look import LOOK
from ui.menu import SCREENS
from ui.screens.bones import Screen
from ui.shell import Shell
from ui.texts import LANGUAGE_NAMES
from ui.theme import ThemeChoice

MADE = [name for name, (place, _, _) in SCREENS.items() if importlib.util.find_spec(place.partition(":")[0])]


@pytest.fixture
def shell(qtbot: QtBot) -> Iterator[Shell]:
    assert qtbot
    made = window()
    yield made
    made.close()
    made.deleteLater()
    accessible.free()
    LOOK.set_percent(100)
    LOOK.set_choice(ThemeChoice.LIGHT)


def shown(shell: Shell, name: str) -> Shell:
    shell.resize(1366, 768)
    shell.show_screen(name)
    accessible.settle(12)  # what was read comes later, and moves what is there already
    return shell


@pytest.mark.parametrize("name", MADE)
def test_every_control_has_a_name_of_its_own_and_can_be_seen(shell: Shell, name: str) -> None:
    shown(shell, name)
    assert isinstance(shell.current, Screen)
    assert accessible.nameless(shell) == []
    assert accessible.doubles(shell) == []
    assert accessible.invisible_stops(shell) == []


@pytest.mark.parametrize("name", MADE)
def test_labels_never_obey_markup(shell: Shell, name: str) -> None:
    assert accessible.rich_labels(shown(shell, name)) == []


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_words_are_cut(shell: Shell, name: str, percent: int) -> None:
    LOOK.set_percent(percent)
    assert accessible.clipped(shown(shell, name)) == []


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("language", list(LANGUAGE_NAMES))
def test_every_screen_opens_in_every_language_and_theme(shell: Shell, name: str, language: str) -> None:
    shown(shell, name)
    shell.set_language(language)
    for choice in ThemeChoice:
        shell.set_theme(choice)
        accessible.settle()
    assert shell.shown == name
    assert isinstance(shell.current, Screen)


@pytest.mark.parametrize("name", MADE)
def test_tab_goes_round_and_changes_nothing(shell: Shell, name: str) -> None:
    shown(shell, name)
    stops = accessible.in_tab_order(shell)
    stops[0].setFocus()
    seen = []
    for _ in stops:
        seen.append(shell.focusWidget())
        shell.focusNextChild()
    assert seen == stops
    assert shell.focusWidget() is stops[0], "Tab goes round"
    shell.focusPreviousChild()
    assert shell.focusWidget() is stops[-1]


def test_who_comes_to_a_screen_goes_on_to_what_it_is_about(shell: Shell) -> None:
    shown(shell, "customers")
    screen = shell.current
    assert isinstance(screen, Screen)
    screen.setFocus()  # as a screen without a list has it
    shell.focusNextChild()
    focus = shell.focusWidget()
    assert focus is not None
    assert not screen.header.isAncestorOf(focus)
    assert screen.isAncestorOf(focus)
