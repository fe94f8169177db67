"""The page of papers in a real window: from a client's page, by keys, and a calendar saved."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar
from pytestqt.qtbot import QtBot

from tests import make
from tests.paper_reading import text
from tests.ui import accessible
from tests.ui.frame import window
from tests.ui.presenters.test_rota import LIISA, MONDAY, Desk
from ui.presenters.rota.papers.kinds import PaperKind
from ui.screens.clients.clients import ClientsScreen
from ui.screens.shifts.papers import RotaPapersPage
from ui.screens.shifts.shifts import ShiftsScreen
from ui.shell import Shell


@pytest.fixture
def shell(qtbot: QtBot) -> Iterator[Shell]:
    shell = window(Desk().store, make.worker(), screen="shifts")
    yield shell
    shell.close()
    shell.deleteLater()
    accessible.free()


def shifts(shell: Shell) -> ShiftsScreen:
    screen = shell.screens["shifts"]
    assert isinstance(screen, ShiftsScreen)
    return screen


def page(shell: Shell) -> RotaPapersPage:
    found = shifts(shell).beside.page("papers")
    assert isinstance(found, RotaPapersPage)
    return found


def test_a_clients_page_leads_to_the_own_week(shell: Shell, qtbot: QtBot) -> None:
    shell.show_screen("clients", LIISA.id)
    clients = shell.current
    assert isinstance(clients, ClientsScreen)
    qtbot.waitUntil(lambda: clients.presenter.current is not None)
    accessible.settle()
    assert clients.week.isVisible()
    clients.week.click()
    qtbot.waitUntil(lambda: bool(page(shell).presenter.paper))
    accessible.settle()
    printed = text(page(shell).presenter.paper)
    assert "Oma viikko 48" in printed
    assert "Liisa Aalto" in printed
    assert page(shell).paper.isVisible()
    assert accessible.nameless(page(shell)) == []
    assert page(shell).step_back()
    accessible.settle()
    assert not page(shell).paper.isVisible()


def test_a_shift_that_is_gone_to_closes_the_page(shell: Shell, qtbot: QtBot) -> None:
    shell.show_screen("shifts/papers")
    qtbot.waitUntil(lambda: page(shell).presenter.read is not None)
    shell.show_screen("shifts", MONDAY.id)
    qtbot.waitUntil(lambda: shifts(shell).presenter.shift_id == MONDAY.id)
    assert shifts(shell).presenter.place == ""


def test_a_calendar_is_saved_where_the_user_wants_it(
    shell: Shell, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []

    def path(name: str, kind: str) -> str:
        asked.append((name, kind))
        return str(tmp_path / name)

    shell.show_screen("shifts/papers")
    found = page(shell)
    monkeypatch.setattr(found.desk, "ask_save_path", path)
    found.presenter.choose(PaperKind.CALENDAR)
    qtbot.waitUntil(lambda: found.presenter.can_make)
    found.primary.click()
    qtbot.waitUntil(lambda: found.presenter.notice is not None)
    assert asked == [("tyovuorot-2026-viikko-48-maija-koivu.ics", "ics")]
    events = Calendar.from_ical((tmp_path / asked[0][0]).read_bytes()).walk("VEVENT")
    assert len(events) == 2
