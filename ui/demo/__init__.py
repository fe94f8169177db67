"""The demo centre: made by the program's own actions from readable data in ``resources/demo``; no Qt.

Everything happens in the autumn of 2026 and ends on the demo's own day, so that the same data always
makes the same centre, whatever the computer's clock says.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from subcontract.actions.act import Worker
from subcontract.clock import HELSINKI, Clock, SystemClock
from subcontract.ids import StaffId
from subcontract.payout.records import Ledger
from subcontract.ports import OpenBooks
from ui.demo.accounting import accounting_steps
from ui.demo.bank import bank_steps
from ui.demo.beginnings import centre_steps, job_steps
from ui.demo.data import demo_id
from ui.demo.days import autumn_of, shift_steps
from ui.demo.drafting import drafting_steps
from ui.demo.money import money_steps
from ui.demo.pay import pay_steps
from ui.demo.pay_runs import pay_run_steps
from ui.demo.portraits import photo_steps
from ui.demo.promises import promise_steps
from ui.demo.records import FOLDER, DemoData, read_demo
from ui.demo.rota import rota_steps
from ui.demo.steps import Progress, Step, tell_all, workers

COMPUTER = SystemClock()


@dataclass(frozen=True, slots=True)
class DemoClock:
    """The demo's own day, with the computer's time of day."""

    day: date
    computer: Clock = COMPUTER

    def today(self) -> date:
        """The day on which the demo stands."""
        return self.now().astimezone(HELSINKI).date()

    def now(self) -> datetime:
        """The time of day of the computer, on the demo's day."""
        now = self.computer.now()
        return now + timedelta(days=(self.day - now.astimezone(HELSINKI).date()).days)


def demo_steps(data: DemoData, folder: Path = FOLDER) -> Iterator[Step]:
    """The whole story."""
    autumn = tomllib.loads((folder / "autumn.toml").read_text(encoding="utf-8"))
    yield from centre_steps(data)
    yield from photo_steps(data.clients, folder)
    for story in data.jobs:
        yield from job_steps(story, data.today)
        yield from shift_steps(story, autumn_of(autumn))
    pay = tomllib.loads((folder / "pay.toml").read_text(encoding="utf-8"))
    yield from pay_steps(pay)
    for told, ledger in ((autumn, Ledger.ALLOWANCE), (pay, Ledger.WAGE)):
        yield from pay_run_steps(told["pay_run"], ledger)
    yield from money_steps(autumn)
    rota = tomllib.loads((folder / "rota.toml").read_text(encoding="utf-8"))
    yield from rota_steps(rota)
    yield from promise_steps(rota)
    yield from drafting_steps(autumn)
    yield from accounting_steps(tomllib.loads((folder / "accounting.toml").read_text(encoding="utf-8")))
    yield from bank_steps(autumn, folder)


def make_demo(open_books: OpenBooks, progress: Progress | None = None) -> DemoData:
    """Make the demo centre in empty books; ``progress`` is told steps done and steps in all."""
    data = read_demo()
    tell_all(demo_steps(data), open_books, data.staff, progress)
    return data


def demo_worker(data: DemoData, key: str = "johanna") -> Worker:
    """The member of staff who sits at the demo."""
    return workers(data.staff)[StaffId(demo_id("staff", key))]
