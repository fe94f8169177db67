"""Months of the demo centre are completed and paid in both ledgers, and files are made of them; no Qt."""

from collections.abc import Iterable, Iterator
from functools import partial

from subcontract.actions.approve_pay_run import ApprovePayRun, approve_pay_run
from subcontract.actions.calculate_pay_run import CalculatePayRun, calculate_pay_run
from subcontract.actions.complete_month import CompleteMonth, complete_month, gaps_in
from subcontract.actions.make_hand_over import (
    MakeHandOver,
    TickHandOver,
    make_hand_over,
    tick_hand_over,
)
from subcontract.clock import FixedClock
from subcontract.days import Month
from subcontract.ids import HandOverId
from subcontract.money import total
from subcontract.payout.records import Ledger, PayRun
from subcontract.payout.wage_records import HandOverKind
from ui.demo.beginnings import CLERK, MANAGER
from ui.demo.data import UNIT, Data
from ui.demo.steps import Step, Teller, acting, at

LANGUAGE = "fi"


def pay_run_steps(runs: Iterable[Data], ledger: Ledger) -> Iterator[Step]:
    """Each month is completed, calculated by the clerk and approved by the manager, as far as is told."""
    for run in runs:
        month = Month.parse(run["month"])
        if "complete" in run:
            yield at(run["complete"], 13, partial(_complete, month=month))
        ask = CalculatePayRun(month=month, ledger=ledger)
        yield at(run["calculated"], 14, acting(CLERK, calculate_pay_run, ask))
        if "approved" in run:
            yield at(run["approved"], 9, partial(_approve, month=month, ledger=ledger))
        for file in run.get("files", ()):
            yield at(run["approved"], 11, partial(_hand_over, month=month, ledger=ledger, file=file))


def _complete(teller: Teller, month: Month) -> None:
    gaps = gaps_in(teller.books, FixedClock(teller.moment), UNIT, month)
    teller.act(CLERK, complete_month, CompleteMonth(unit=UNIT, month=month, known_gaps=len(gaps)))


def _run(teller: Teller, month: Month, ledger: Ledger) -> PayRun:
    return teller.books.pay_runs.where(unit=UNIT, month=month, ledger=ledger)[0]


def _approve(teller: Teller, month: Month, ledger: Ledger) -> None:
    run = _run(teller, month, ledger)
    paid = total(payout.paid for payout in teller.books.payouts.where(pay_run=run.id))
    teller.act(MANAGER, approve_pay_run, ApprovePayRun(pay_run=run.id, version=run.version, paid=paid))


def _hand_over(teller: Teller, month: Month, ledger: Ledger, file: Data) -> None:
    """A file is made of the run, and perhaps its total found the same where it went."""
    ask = MakeHandOver(
        pay_run=_run(teller, month, ledger).id,
        kind=HandOverKind(file["kind"]),
        language=LANGUAGE,
        texts_in=teller.texts_in,
    )
    done = teller.act(CLERK, make_hand_over, ask)
    if file["ticked"] and done.id is not None:
        made = teller.books.pay.hand_overs.get(HandOverId(done.id))
        teller.act(CLERK, tick_hand_over, TickHandOver(hand_over=made.id, version=made.version))
