"""How quick the rota of a county is: 500 clients, 60 shifts a week, opened and worked on in a real window.

Run from the root: ``python -m tests.benchmarks.bench_board``. For each act the longest standstill of the
window's own thread is printed, and the processor time of the whole program until the answer is in sight.
"""

import os
import platform
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QApplication

import db
from subcontract.clock import standing_at
from subcontract.rota.records import PinKind
from tests.benchmarks import county, county_rota
from tests.benchmarks.bench_window import AIM_SECONDS, Watch
from ui import start
from ui.look import LOOK
from ui.opening import Opened
from ui.presenters.rota.rota import RotaPresenter
from ui.screens.shifts.shifts import ShiftsScreen
from ui.settings import KeptSettings
from ui.shell import Shell

MONDAY = date(2026, 11, 16)
WEEKS_BEFORE, WEEKS_AFTER = 4, 5


def _county() -> Opened:
    store = db.open_temporary()
    county.settle(store.open_books)
    county_rota.settle(store.open_books, MONDAY, range(-WEEKS_BEFORE, WEEKS_AFTER))
    with store.open_lists() as lists:
        people = lists.staff.all()[:1]
    return Opened(store=store, clock=standing_at(MONDAY), people=people, place="")


class Measure:
    """Does things and prints how long they took, all that they asked for included."""

    def __init__(self, app: QApplication, window: Shell) -> None:
        self.app, self.window, self.watch = app, window, Watch(app)

    def tell(self, what: str, act: Callable[[], object]) -> None:
        """Do something, and wait until nothing that it asked for is still to come."""
        begun = time.process_time()
        gaps = [self.watch.gap(act, 0)]
        for _ in range(4):  # an answer may ask again
            answers: list[object] = []
            assert self.window.desk is not None
            self.window.desk.door(self.window).ask(lambda _lists: None, answers.append)
            while not answers or (self.window.background is not None and self.window.background.is_writing):
                gaps.append(self.watch.gap(lambda: None, 0.005))
            gaps.append(self.watch.gap(lambda: None, 0.02))
        used = time.process_time() - begun
        wall, still = (max(each) for each in zip(*gaps, strict=True))
        long = "   too long" if still > AIM_SECONDS else ""
        print(f"{what:34} {wall:6.3f}  {still:9.3f}  {used:9.3f}{long}", flush=True)


def week(measure: Measure, presenter: RotaPresenter) -> None:
    """A week: both ways down, the filter, and acts of every kind."""
    measure.tell("by person", lambda: presenter.show_people(by_person=True))
    measure.tell("filter", lambda: presenter.set_filter("aalto"))
    measure.tell("filter away", lambda: presenter.set_filter(""))
    measure.tell("by job", lambda: presenter.show_people(by_person=False))
    measure.tell("rows after", lambda: presenter.turn_page(1))
    measure.tell("the week after", lambda: presenter.step(1))
    card = next(one for cell in presenter.rows[0].cells for one in cell)
    person, other = (presenter.week.plan.clients[at].id for at in (300, 301))
    measure.tell("open a shift", lambda: presenter.open(card.shift))
    measure.tell("put on", lambda: presenter.put_on(person))
    measure.tell("put another on", lambda: presenter.put_on(other))
    measure.tell("close the card", presenter.close)
    measure.tell("take in hand", lambda: presenter.pick_up(person, card.shift))
    target = next(one for cell in presenter.rows[1].cells for one in cell).shift
    measure.tell("put down", lambda: presenter.put_down(target))
    measure.tell("lock a place", lambda: presenter.pins.toggle(PinKind.LOCKED, person, target))
    measure.tell("publish the week", presenter.publishing.publish)


def month(measure: Measure, screen: ShiftsScreen) -> None:
    """A month both ways down."""
    presenter = screen.presenter
    measure.tell("the month", lambda: presenter.show_month(is_month=True))
    measure.tell("the month by person", lambda: presenter.show_people(by_person=True))
    bar = screen.month.verticalScrollBar()
    measure.tell("scrolled down", lambda: bar.setValue(bar.maximum() // 2))
    measure.tell("filter", lambda: presenter.set_filter("aalto"))
    measure.tell("filter away", lambda: presenter.set_filter(""))
    measure.tell("the month after", lambda: presenter.step(1))
    shift = next(cell for cell in presenter.made.by_job[5].cells if cell)[0].shift
    person = presenter.week.plan.clients[302].id
    measure.tell("put on in the month", lambda: presenter.put_on(person, shift))


def main() -> None:
    """Print the figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"{platform.platform()}, {os.cpu_count()} processors, Python {platform.python_version()}")
    app = start.make_application(sys.argv[:1])
    LOOK.start(app)
    program = start.Program(KeptSettings(None), demo=True)
    measure = Measure(app, program.window)
    screen = _opened(program, measure)
    week(measure, screen.presenter)
    month(measure, screen)
    program.window.close()


def _opened(program: start.Program, measure: Measure) -> ShiftsScreen:
    """The rota of the county in its window, publishing without a question."""
    window = program.window
    window.resize(1366, 768)
    window.show()
    program.opening.start(_county)
    measure.watch.until(lambda: window.desk is not None)
    print(f"{'in seconds':34} {'wall':>6}  {'window':>9}  {'processor':>9}   (aim: at most {AIM_SECONDS})")
    measure.tell("shifts, first opened", partial(window.show_screen, "shifts"))
    screen = window.current
    assert isinstance(screen, ShiftsScreen)
    screen.presenter.publishing.confirm = lambda _sentence, _verb: True
    return screen


if __name__ == "__main__":
    main()
