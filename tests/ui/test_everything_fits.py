"""Every place of the window at 1366 by 768 in letters of up to 200 per cent: nothing cut, all named."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import MemoryStore
from tests.seat import Seat
from tests.ui import accessible, fits, places
from ui.look import LOOK
from ui.screens.hours.hours import HoursScreen
from ui.shell import Shell

WIDE, HIGH = 1366, 768
PERCENTS = (100, 150, 200)
Area = Callable[[places.Walk], Iterator[str]]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Callable[..., places.Walk]]:
    """Open a window of the size and the letters asked for."""
    assert qtbot
    shells: list[Shell] = []

    def opens(shell: Shell, percent: int) -> places.Walk:
        shells.append(shell)
        LOOK.set_percent(percent)
        shell.resize(WIDE, HIGH)
        walk = places.Walk(shell)
        walk.rest()
        return walk

    yield opens
    for shell in shells:
        shell.close()
        shell.deleteLater()
    accessible.free()
    LOOK.set_percent(100)


def windows(shell: Shell) -> list[QWidget]:
    """The window and the dialog over it, if there is one."""
    return [shell, *(one for one in shell.findChildren(QDialog) if one.isVisible())]


def told(walk: places.Walk, area: Area, look: Callable[[QWidget], list[str]]) -> list[str]:
    """What is wrong at each place of an area."""
    found = []
    for place in area(walk):
        walk.rest()
        for window in windows(walk.shell):
            found += [f"{place}: {problem}" for problem in look(window)]
    return found


def too_large(window: QWidget) -> list[str]:
    """A window that does not fit on a small screen cannot be used there."""
    size = window.size()
    return [] if size.width() <= WIDE and size.height() <= HIGH else [f"window {size.toTuple()}"]


def unfit(window: QWidget) -> list[str]:
    return [*fits.wrong(window), *too_large(window)]


def unnamed(window: QWidget) -> list[str]:
    """Controls without a name of their own, and stops of Tab that nobody sees."""
    return [*accessible.nameless(window), *accessible.invisible_stops(window)]


@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize("area", places.AREAS)
def test_nothing_is_cut_anywhere(opened: Callable[..., places.Walk], area: str, percent: int) -> None:
    walk = opened(places.demo_window(places.demo_store()), percent)
    assert told(walk, places.AREAS[area], unfit) == []


@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut_in_a_centre_where_nothing_has_been_done(
    opened: Callable[..., places.Walk], percent: int
) -> None:
    store = MemoryStore()
    walk = opened(places.demo_window(store, Seat.new_centre(store).door.who), percent)
    assert told(walk, places.every_screen, unfit) == []


@pytest.mark.parametrize("area", places.AREAS)
def test_every_control_of_every_place_has_a_name_and_is_seen(
    opened: Callable[..., places.Walk], area: str
) -> None:
    walk = opened(places.demo_window(places.demo_store()), 100)
    assert told(walk, places.AREAS[area], unnamed) == []


def test_a_list_without_room_is_told_of(opened: Callable[..., places.Walk]) -> None:
    """What the walk looks for is really found: a grid held to widths that its window does not have."""
    walk = opened(places.demo_window(places.demo_store()), 200)
    screen = walk.to(HoursScreen, "hours")
    header = screen.grid.horizontalHeader()
    for at in range(header.count()):
        header.resizeSection(at, WIDE // 4)
    QApplication.processEvents()
    assert any(problem.startswith("scrolls sideways") for problem in fits.wrong(walk.shell))
