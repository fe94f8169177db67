"""Takes away a pay run that nobody has approved; the entries stay as they are."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.clock import Clock
from subcontract.ids import PayRunId
from subcontract.payout.records import PayRunState
from subcontract.ports import Books
from subcontract.problems import Code, refuse


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovePayRun:
    """An open run as the asker saw it."""

    pay_run: PayRunId
    version: int


def remove_pay_run(ask: RemovePayRun, books: Books, clock: Clock, who: Worker) -> Done:  # noqa: ARG001
    """Take away an open run and its payouts; an approved one is refused (``period_locked``)."""
    who.must_be_allowed(Permission.CALCULATE_PAY)
    run = books.pay_runs.get(ask.pay_run)
    if run.state is PayRunState.APPROVED:
        raise refuse(Code.PERIOD_LOCKED, month=run.month)
    for payout in books.payouts.where(pay_run=run.id):
        books.payouts.remove(payout)
    books.pay_runs.remove(replace(run, version=ask.version))
    return Done(changed=frozenset({Kind.PAY_RUNS}), id=run.id)
