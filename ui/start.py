"""The only joining place: settings, storage, window. The window is painted before storage is imported."""

import builtins
import gc
import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

# What the program is made of stays: looking for rubbish in it while it is made would only take time.
gc.disable()
# PySide6 puts its own function in the place of the import statement, which slows every later import.
_plain_import = builtins.__import__
from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

builtins.__import__ = _plain_import

from subcontract.problems import Code, Refused, refuse  # noqa: E402
from subcontract.words import N_  # noqa: E402
from ui.collecting import COLLECTOR  # noqa: E402
from ui.look import LOOK, STYLE  # noqa: E402
from ui.opening import Opened, Opening, OpenStore  # noqa: E402
from ui.room import show_whole  # noqa: E402
from ui.settings import KeptSettings, data_path, log_path, settings_path  # noqa: E402
from ui.shell import Shell  # noqa: E402
from ui.theme import ThemeChoice  # noqa: E402

gc.freeze()
gc.enable()

if TYPE_CHECKING:
    from datetime import date

    from subcontract.people.staff import Staff

LOG = logging.getLogger("urakka")
SWITCH_SECONDS = 0.001
"""How long a worker that reckons keeps the window waiting. Qt asks Python about each cell and each event, and
every time a worker may come between: with Python's own five milliseconds a screen would stand still."""


class Program(QObject):
    """One window on one store, from the first paint to the last."""

    def __init__(self, settings: KeptSettings, *, demo: bool) -> None:
        super().__init__()
        self.settings = settings
        self.demo = demo
        self.opened: Opened | None = None
        self.opening = Opening()
        self.opening.opened.connect(self._is_open)
        self.opening.refused.connect(self._is_refused)
        self.opening.failed.connect(self._has_failed)
        self.opening.progressed.connect(self._is_further)
        self.window = Shell(settings, self._today)
        self.window.on_switch_person = self.choose_person
        self.window.on_close = self._close

    def _today(self) -> "date":
        from subcontract.clock import SystemClock

        return (self.opened.clock if self.opened is not None else SystemClock()).today()

    def begin(self) -> None:
        """Ask or open; called when the window has been painted."""
        say = self.window.texts.say
        if self.demo:
            self.open_demo()
        elif self._file().exists():
            self.window.welcome.ask_password(self._file().name, self._open_file, self.open_demo)
        else:
            self.window.welcome.ask_first(self._make_file, self.open_demo)
        self.window.setAccessibleName(say(N_("Urakka")))

    def _file(self) -> Path:
        return Path(self.settings.now.file) if self.settings.now.file else data_path()

    def open_demo(self) -> None:
        """Make the made-up centre and open it."""
        say = self.window.texts.say
        self.window.welcome.show_opening(say(N_("Making the made-up centre. This takes a few seconds.")))
        self.opening.start(lambda: _demo(self.opening.progressed.emit))

    def _open_file(self, password: str) -> None:
        path = self._file()
        self.opening.start(lambda: _opened_file(path, password))

    def _make_file(self, values: dict[str, str]) -> None:
        path = self._file()
        self.opening.start(lambda: _made_file(path, values))

    def _is_open(self, opened: Opened) -> None:
        """Ask who is working, when there are several."""
        self.opened = opened
        COLLECTOR.keep()
        self.window.place = self.window.texts.say(opened.place)
        working = [person for person in opened.people if person.active]
        if len(working) == 1 or (opened.is_demo and working):
            self._sign_in(working[0])
        else:
            self.window.welcome.choose_person(working, self._sign_in)

    def choose_person(self) -> None:
        """Let somebody else work: the list of people is read anew."""
        opened = self.opened
        if opened is None:
            return
        with opened.store.open_lists() as lists:
            people = tuple(person for person in lists.staff.all() if person.active)
        self.window.welcome.choose_person(people, self._sign_in)
        self.window.show_welcome()

    def _sign_in(self, person: "Staff") -> None:
        """Give the window to a member of staff."""
        from subcontract.actions.act import Worker
        from ui.background import Background
        from ui.changes import Changes

        opened = self.opened
        if opened is None:
            return
        who = Worker(staff=person.id, name=person.name, roles=person.roles, unit=person.unit)
        background = self.window.background
        if background is None:
            store = opened.store
            background = Background(store.open_books, store.open_lists, opened.clock, who, Changes())
        else:
            background.sign_in(who)
        self.window.open_desk(background)

    def _is_further(self, done: int, of: int) -> None:
        """Tell how far the opening is."""
        self.window.welcome.show_progress(done, of)

    def _is_refused(self, refused: Refused) -> None:
        """Tell why it could not be opened; a file made half is not there."""
        welcome = self.window.welcome
        if welcome.form is None:
            self.begin()
        welcome.refuse(refused)

    def _has_failed(self, _problem: object) -> None:
        self._is_refused(refuse(Code.STORAGE_FAILED))

    def _close(self) -> None:
        self.opening.close()
        if self.opened is not None:
            self.opened.store.close()
            self.opened = None


# --- work of the opening thread: nothing below touches a widget


def _people(store: OpenStore) -> "tuple[Staff, ...]":
    with store.open_lists() as lists:
        return lists.staff.all()


def _opened_file(path: Path, password: str) -> Opened:
    """Open the centre's file."""
    import db
    from subcontract.clock import SystemClock

    store = cast("OpenStore", db.open_embedded(path, password))
    return Opened(store=store, clock=SystemClock(), people=_people(store), place=store.describe())


def _made_file(path: Path, values: dict[str, str]) -> Opened:
    """Make a centre's file with its unit and its first member of staff, a manager."""
    import db
    from subcontract import ids
    from subcontract.actions.act import Worker
    from subcontract.actions.perform import perform
    from subcontract.actions.save_staff import SaveStaff, save_staff
    from subcontract.actions.save_unit import SaveUnit, save_unit
    from subcontract.clock import SystemClock
    from subcontract.ids import StaffId, UnitId
    from subcontract.people.staff import Role, Staff
    from subcontract.people.unit import Unit

    path.parent.mkdir(parents=True, exist_ok=True)
    store = cast("OpenStore", db.create_embedded(path, values["password"]))
    clock = SystemClock()
    unit = Unit(id=UnitId(ids.new()), name=values["unit"], provider=values["provider"])
    manager = Staff(
        id=StaffId(ids.new()),
        unit=unit.id,
        name=values["name"],
        roles=frozenset({Role.MANAGER, Role.JOB_COACH}),
    )
    who = Worker(staff=manager.id, name=manager.name, roles=manager.roles, unit=unit.id)
    perform(save_unit, SaveUnit(unit=unit), store.open_books, clock, who)
    perform(save_staff, SaveStaff(staff=manager), store.open_books, clock, who)
    return Opened(store=store, clock=clock, people=_people(store), place=store.describe())


def _demo(progress: Callable[[int, int], None]) -> Opened:
    """Make the made-up centre in a store that is gone afterwards."""
    import db
    from ui.demo import DemoClock, demo_worker, make_demo

    store = cast("OpenStore", db.open_temporary())
    data = make_demo(store.open_books, progress)
    first = demo_worker(data).staff
    clock = DemoClock(data.today)
    people = sorted(_people(store), key=lambda person: person.id != first)
    return Opened(store=store, clock=clock, people=tuple(people), place=N_("Made-up centre"), is_demo=True)


# --- starting


class LogFile(logging.Handler):
    """Keeps unexpected problems in a file, made at the first of them; the data itself is never logged."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a problem; without a file there is only the window to tell of it."""
        with suppress(OSError):
            self._file = self._file or self._made()
            self._file.emit(record)

    def _made(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(self._path, maxBytes=1_000_000, backupCount=2, encoding="utf-8")
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        return file


def _translate_qt(app: QApplication, language: str) -> None:
    """Have Qt's own words (copy, paste, the file dialog) in the same language."""
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(language), "qtbase", "_", folder):
        app.installTranslator(translator)


def make_application(arguments: list[str]) -> QApplication:
    """Make Qt's application, and have the window's thread come before all others."""
    app = QApplication([*arguments, *STYLE])
    COLLECTOR.start(app)
    sys.setswitchinterval(SWITCH_SECONDS)
    return app


def main(*, demo: bool = False, arguments: list[str] | None = None) -> int:
    """Open the window; gives the exit code when it closes."""
    app = make_application(arguments or sys.argv[:1])
    app.setApplicationName("urakka")
    app.setApplicationDisplayName("Urakka")
    settings = KeptSettings(settings_path())
    LOOK.choice = ThemeChoice(settings.now.theme) if settings.now.theme in list(ThemeChoice) else LOOK.choice
    LOOK.set_percent(settings.now.percent)
    LOOK.start(app)
    program = Program(settings, demo=demo)
    show_whole(program.window)
    QTimer.singleShot(0, program, lambda: _after_first_paint(app, program))
    try:
        return app.exec()
    finally:
        COLLECTOR.stop()


def _after_first_paint(app: QApplication, program: Program) -> None:
    """Everything that can wait until the window is in sight."""
    LOG.addHandler(LogFile(log_path()))
    _translate_qt(app, program.settings.now.language)
    program.begin()
