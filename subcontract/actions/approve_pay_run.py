"""Approves a pay run: another person than the one who calculated it, and only figures that still hold."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.pay_facts import Reading, results_of
from subcontract.clock import Clock
from subcontract.ids import EntryId, PayRunId
from subcontract.money import Money, total
from subcontract.payout.calculate import Result
from subcontract.payout.records import Payout, PayRun, PayRunState
from subcontract.ports import Books
from subcontract.problems import Code, refuse

Line = tuple[str, date | None, Money, frozenset[EntryId]]
Figures = tuple[int, int, int, Money, Money, Money, frozenset[tuple[Line, int]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovePayRun:
    """A run as the approver saw it: its version and the sum that stood on the button."""

    pay_run: PayRunId
    version: int
    paid: Money


def approve_pay_run(ask: ApprovePayRun, books: Books, clock: Clock, who: Worker) -> Done:
    """Lock the run and its payouts for good.

    Refuses the person who calculated (``same_person``), a run already approved (``period_locked``) and
    one whose entries have changed since it was calculated (``amounts_changed``).
    """
    who.must_be_allowed(Permission.APPROVE_PAY)
    run = books.pay_runs.get(ask.pay_run)
    payouts = books.payouts.where(pay_run=run.id)
    _must_be_open(run, ask, who)
    if total(payout.paid for payout in payouts) != ask.paid or not still_holds(books, run, payouts):
        raise refuse(Code.AMOUNTS_CHANGED, month=run.month)
    for payout in payouts:
        books.payouts.save(replace(payout, approved=True))
    books.pay_runs.save(
        replace(run, state=PayRunState.APPROVED, approved_by=who.staff, approved_at=clock.now())
    )
    facts = {"people": len(payouts), "paid": ask.paid}
    return Done(changed=frozenset({Kind.PAY_RUNS}), id=run.id, facts=facts)


def _must_be_open(run: PayRun, ask: ApprovePayRun, who: Worker) -> None:
    """Refuse a locked run, a stale view of it and the one who calculated it."""
    if run.state is PayRunState.APPROVED:
        raise refuse(Code.PERIOD_LOCKED, month=run.month)
    if run.version != ask.version:
        raise refuse(Code.CHANGED_ELSEWHERE)
    if run.calculated_by == who.staff:
        raise refuse(Code.SAME_PERSON)


def still_holds(books: Reading, run: PayRun, payouts: tuple[Payout, ...]) -> bool:
    """Whether what was calculated is what would be calculated now, entry by entry."""
    results = results_of(books, run.unit, run.ledger, run.month, run.pay_day)
    stored = {payout.client: _figures(payout) for payout in payouts}
    return stored == {client: _figures(result) for client, result in results.items()}


def _figures(of: Payout | Result) -> Figures:
    """What an approver approves: the sums, and the lines that a later correction starts from."""
    lines = Counter((line.what, line.day, line.amount, frozenset(line.entries)) for line in of.lines)
    return (of.days, of.minutes, of.pieces, of.tax_free, of.taxable, of.cut, frozenset(lines.items()))
