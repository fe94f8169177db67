"""In letters of every size each place of the window shows its words whole, on a small screen."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.fakes import MemoryStore
from tests.seat import Seat
from tests.ui import accessible, fits, places
from ui.look import LOOK
from ui.shell import Shell

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.slow]

SMALL = (1366, 768)
"""The screen of an office PC of ten years ago, in pixels."""


@pytest.fixture(autouse=True)
def _letters() -> Iterator[None]:
    """Give the letters their own size back."""
    yield
    LOOK.set_percent(100)
    accessible.free()


def open_windows(shell: Shell) -> list[QWidget]:
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    return [shell, *dialogs]


def walked(shell: Shell, area: Callable[[places.Walk], Iterator[str]], percent: int) -> dict[str, list[str]]:
    """What does not fit at each place of an area."""
    LOOK.set_percent(percent)
    shell.resize(*SMALL)
    walk = places.Walk(shell)
    walk.rest()
    found: dict[str, list[str]] = {}
    for name in area(walk):
        walk.rest()
        for seen in open_windows(shell):
            wrong = list(dict.fromkeys(fits.wrong(seen)))
            if seen.width() > SMALL[0] or seen.height() > SMALL[1]:
                wrong.append(f"larger than the screen: {seen.width()} x {seen.height()}")
            if wrong:
                found.setdefault(name, []).extend(wrong)
    shell.close()
    shell.deleteLater()
    return found


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("area", places.AREAS, ids=str)
def test_every_place_fits(area: str, percent: int) -> None:
    shell = places.demo_window(places.demo_store())
    assert walked(shell, places.AREAS[area], percent) == {}


@pytest.mark.parametrize("percent", [100, 200])
def test_a_new_centre_fits(percent: int) -> None:
    store = MemoryStore()
    seat = Seat.new_centre(store)
    shell = places.demo_window(store, seat.door.who)
    assert walked(shell, places.every_screen, percent) == {}


def test_a_word_without_room_is_found() -> None:
    shell = places.demo_window(places.demo_store())
    shell.resize(*SMALL)
    walk = places.Walk(shell)
    walk.rest()
    assert fits.wrong(shell) == []
    shell.rail.setFixedWidth(20)
    walk.rest()
    assert fits.wrong(shell) != []
    shell.close()
    shell.deleteLater()
