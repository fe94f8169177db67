"""How soon the window can be used, and whether it ever stands still.

Run from the root: ``python -m tests.benchmarks.bench_window [turns] [county]``. Whole processes are timed
from their start to the moment when their window has been painted and takes keys: a bare PySide6 window with
a table, and ours at its first start, when the field that has the focus has been painted. The clock on the
wall counts what others do with the machine too; the processor's time does not. Both run compiled, as any
program does from its second start on.

Then every screen of the demo centre, or of a large one, is opened while a watch ticks on the window's own
thread: the longest gap between two ticks is how long the window stood still.
"""

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTabWidget

import db
from subcontract.clock import standing_at
from subcontract.days import Month
from tests.benchmarks import county
from ui import commands, start
from ui.look import LOOK
from ui.menu import SCREENS
from ui.opening import Opened
from ui.screens.settings.settings import PAGES
from ui.settings import KeptSettings
from ui.shell import Shell

TURNS = 5
AIM_TIMES, AIM_SECONDS = 2, 0.2
TICK_MS = 2
QUIET_SECONDS = 0.7
COUNTY_DAY = date(2026, 11, 20)
BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
class Table(QTableView):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("ready", time.process_time(), flush=True)
        QTimer.singleShot(0, app.quit)
app = QApplication(sys.argv[:1])
model = QStandardItemModel(40, 5)
for row in range(40):
    for column in range(5):
        model.setItem(row, column, QStandardItem(f"{row} {column}"))
table = Table()
table.setModel(model)
window = QMainWindow()
window.setCentralWidget(table)
window.resize(1366, 768)
window.show()
app.exec()
"""
OURS = """
import sys, time
from ui import start
def paint(field, event):
    super(type(field), field).paintEvent(event)
    if field.hasFocus():
        print("ready", time.process_time(), flush=True)
        start.QTimer.singleShot(0, start.QApplication.quit)
begin = start.Program.begin
def begin_watched(program):
    from ui.widgets.editors import LineEdit
    LineEdit.paintEvent = paint
    begin(program)
start.Program.begin = begin_watched
start.main(arguments=["urakka"])
"""


def seconds(program: str, home: str) -> tuple[float, float]:
    """From the start of a process until its window can be used: on the wall, and of a processor."""
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "PYTHONPYCACHEPREFIX")
    surroundings = {**os.environ, **dict.fromkeys(names, home), "PYTHONPATH": str(Path.cwd())}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program], env=surroundings, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        word, _, used = process.stdout.readline().strip().partition(" ")
        taken = time.perf_counter() - begun
    assert word == "ready", f"the window did not open: {process.returncode}"
    return taken, float(used)


def compare_starts(turns: int) -> None:
    """Start both in turn, so that both meet the same machine."""
    bare, ours = [], []
    with tempfile.TemporaryDirectory() as home:
        for turn in range(turns + 1):
            times = seconds(BARE, home), seconds(OURS, home)
            if turn:  # the first one compiles, and warms the disk's cache
                bare.append(times[0])
                ours.append(times[1])
    print(f"\n{'from the start, in seconds':28} {'wall':>6}  {'processor':>9}")
    for name, starts in (("bare window with a table", bare), ("our first usable window", ours)):
        wall, used = (median(times) for times in zip(*starts, strict=True))
        print(f"{name:28} {wall:6.3f}  {used:9.3f}")
    pairs = zip(ours, bare, strict=True)
    wall, used = (median(ratios) for ratios in zip(*map(_ratios, pairs), strict=True))
    print(f"{'ratio':28} {wall:6.2f}  {used:9.2f}   (aim: at most {AIM_TIMES})")


def _ratios(pair: tuple[tuple[float, float], tuple[float, float]]) -> tuple[float, float]:
    """How many times one start took the other, on the wall and of a processor."""
    one, other = pair
    return one[0] / other[0], one[1] / other[1]


class Watch:
    """Ticks on the window's own thread; the longest gap between two ticks is how long it stood still."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._gaps: list[tuple[float, float]] = []
        self._last = (0.0, 0.0)
        self._ticking = QTimer()
        self._ticking.timeout.connect(self._tick)
        self._ticking.start(TICK_MS)

    def _tick(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self._gaps.append((now[0] - self._last[0], now[1] - self._last[1]))
        self._last = now

    def gap(self, act: Callable[[], object], quiet: float = QUIET_SECONDS) -> tuple[float, float]:
        """The longest gap that an act brings, the act itself included: on the wall, and of the processor."""
        self._gaps.clear()
        self._last = time.perf_counter(), time.thread_time()
        act()
        self._tick()
        until = time.perf_counter() + quiet
        while time.perf_counter() < until:
            self._app.processEvents()
            time.sleep(0.0005)
        wall, used = zip(*self._gaps, strict=True)
        return max(wall), max(used)

    def tell(self, what: str, act: Callable[[], object]) -> None:
        """Do something and print how long the window stood still."""
        wall, used = self.gap(act)
        print(f"{what:28} {wall:6.3f}  {used:9.3f}{'   too long' if used > AIM_SECONDS else ''}")

    def until(self, ready: Callable[[], object]) -> tuple[float, float]:
        """The longest gap until something is ready."""
        found = [self.gap(lambda: None, 0.2)]
        while not ready():
            found.append(self.gap(lambda: None, 0.2))
        found.append(self.gap(lambda: None))
        wall, used = zip(*found, strict=True)
        return max(wall), max(used)


def _county() -> Opened:
    """A store with 500 clients and a quarter's work."""
    store = db.open_temporary()
    county.settle(store.open_books)
    for number in (9, 10, 11):
        county.work(store.open_books, Month(2026, number), 20)
    with store.open_lists() as lists:
        people = lists.staff.all()[:1]
    return Opened(store=store, clock=standing_at(COUNTY_DAY), people=people, place="")


def watch_window(*, large: bool) -> None:
    """Open everything there is to open, once and again, and tell the longest standstill of each."""
    app = start.make_application(sys.argv[:1])
    LOOK.start(app)
    program = start.Program(KeptSettings(None), demo=True)
    window, watch = program.window, Watch(app)
    window.show()
    begun = time.perf_counter()
    program.opening.start(_county) if large else program.begin()
    wall, used = watch.until(lambda: window.desk is not None)
    print(f"\n{'standing still, in seconds':28} {'wall':>6}  {'processor':>9}   (aim: at most {AIM_SECONDS})")
    taken = time.perf_counter() - begun
    print(f"{'while the centre is made':28} {wall:6.3f}  {used:9.3f}   in {taken:.1f} s")
    for name in SCREENS:
        watch.tell(name, partial(window.show_screen, name))
    for name in SCREENS:
        watch.tell(f"{name}, again", partial(window.show_screen, name))
    _watch_pages(window, watch)
    for command in ("find", "larger", "normal_size", "theme_dark", "language_sv"):
        watch.tell(command, partial(commands.run, window, command))
    window.close()


def _watch_pages(window: Shell, watch: Watch) -> None:
    """Open a record of each kind, every tab of a job and every page of the settings."""
    found: dict[str, list[Any]] = {}
    assert window.desk is not None
    for kind in ("jobs", "clients", "customers"):
        window.desk.door(window).ask(
            lambda lists, kind=kind: getattr(lists, kind).all(),  # type: ignore[misc]
            partial(found.__setitem__, kind),
        )
    watch.until(lambda: len(found) == 3)
    for kind, records in found.items():
        for at in (-1, -2):
            watch.tell(f"{kind}, a record", partial(window.show_screen, kind, records[at].id))
    window.show_screen("jobs", found["jobs"][-1].id)
    watch.gap(lambda: None)
    tabs = window.screens["jobs"].findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    for at in range(tabs.count()):
        watch.tell(f"jobs, tab {at + 1}", partial(tabs.setCurrentIndex, at))
    for name in PAGES:
        watch.tell(f"settings/{name}", partial(window.show_screen, f"settings/{name}"))


def main() -> None:
    """Print the figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"{platform.platform()}, {os.cpu_count()} processors, Python {platform.python_version()}")
    turns = [int(word) for word in sys.argv[1:] if word.isdigit()]
    compare_starts(turns[0] if turns else TURNS)
    watch_window(large="county" in sys.argv)


if __name__ == "__main__":
    main()
