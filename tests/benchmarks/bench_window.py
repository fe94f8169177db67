"""How soon the window can be used, and whether it ever stands still.

Run from the root: ``python -m tests.benchmarks.bench_window [turns]``. Whole processes are timed from
their start to the moment when their window has been painted and takes keys: a bare PySide6 window with a
table, and ours at its first start, when the field that has the focus has been painted. The clock on the
wall counts what others do with the machine too; the processor's time does not. Both run compiled, as they
do from the second start on, wherever the benchmark itself may write.

Then every screen of the demo centre is opened while a watch ticks on the window's own thread: the longest
gap between two ticks is how long the window stood still.
"""

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

TURNS = 5
AIM_TIMES, AIM_SECONDS = 2, 0.2
TICK_MS = 2
QUIET_SECONDS = 0.7
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
    if field.window().focusWidget() is field:
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


def watch_screens() -> None:
    """Open every screen of the demo centre, each twice, and tell the longest standstill."""
    from PySide6.QtCore import QElapsedTimer, QTimer
    from PySide6.QtWidgets import QApplication

    from ui import start
    from ui.look import LOOK, STYLE
    from ui.menu import SCREENS
    from ui.settings import KeptSettings

    app = QApplication([sys.argv[0], *STYLE])
    LOOK.start(app)
    program = start.Program(KeptSettings(None), demo=True)
    gaps: list[int] = []
    clock = QElapsedTimer()

    def tick() -> None:
        gaps.append(clock.restart())

    ticking = QTimer(program)
    ticking.timeout.connect(tick)

    def run(quiet: float) -> float:
        """Let the window live for a while; gives the longest gap in seconds."""
        gaps.clear()
        clock.start()
        until = time.perf_counter() + quiet
        while time.perf_counter() < until:
            app.processEvents()
            time.sleep(0.0005)
        return max(gaps, default=0) / 1000

    program.window.show()
    ticking.start(TICK_MS)
    program.begin()
    begun, worst = time.perf_counter(), 0.0
    while program.window.desk is None and time.perf_counter() - begun < 300:
        worst = max(worst, run(0.2))
    print(f"\nlongest standstill of the window, in seconds (aim: at most {AIM_SECONDS})")
    print(f"{'while the centre is made':26} {worst:6.3f}   in {time.perf_counter() - begun:.1f} s")
    run(QUIET_SECONDS)
    for name in SCREENS:
        _watch_screen(name, program.window.show_screen, run)
    program.window.close()


def _watch_screen(name: str, show: Callable[[str], object], run: Callable[[float], float]) -> None:
    """Open a screen, leave it and open it again, and tell both standstills."""
    first = _gap_of(partial(show, name), run)
    run(0.1)
    show("settings")
    run(0.1)
    again = _gap_of(partial(show, name), run)
    print(f"{name:26} {first:6.3f}   again {again:6.3f}")


def _gap_of(act: Callable[[], object], run: Callable[[float], float]) -> float:
    """The longest gap that an act brings, the act itself included."""
    begun = time.perf_counter()
    act()
    itself = time.perf_counter() - begun
    return max(itself, run(QUIET_SECONDS))


def main() -> None:
    """Print the figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"{platform.platform()}, {os.cpu_count()} processors, Python {platform.python_version()}")
    compare_starts(int(sys.argv[1]) if len(sys.argv) > 1 else TURNS)
    watch_screens()


if __name__ == "__main__":
    main()
