"""A window on books in memory, for tests of screens."""

from datetime import date

from subcontract.actions.act import Worker
from subcontract.clock import standing_at
from subcontract.people.staff import Role
from tests import make
from tests.fakes import MemoryStore
from ui.background import Background
from ui.changes import Changes
from ui.look import LOOK
from ui.settings import KeptSettings
from ui.shell import Shell
from ui.theme import ThemeChoice

TODAY = date(2026, 11, 23)


def window(
    store: MemoryStore | None = None,
    who: Worker | None = None,
    *,
    language: str = "fi",
    screen: str = "settings",
) -> Shell:
    """Open a window; close it with ``close`` when the test ends."""
    settings = KeptSettings(None)
    settings.change(language=language, screen=screen, theme="light")
    LOOK.choice = ThemeChoice.LIGHT
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    LOOK.start(app)
    LOOK.set_percent(100)
    shell = Shell(settings, lambda: TODAY)
    books = store or make.store()
    clock = standing_at(TODAY)
    background = Background(
        books.open_books, books.open_lists, clock, who or make.worker(Role.MANAGER), Changes()
    )
    shell.show()
    shell.open_desk(background)
    return shell
