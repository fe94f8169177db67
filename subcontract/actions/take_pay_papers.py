"""Takes the papers of pay of a period out of the program: a row in every such client's log."""

from dataclasses import dataclass

from subcontract.actions.act import Done, Permission, Worker
from subcontract.actions.perform import act_in
from subcontract.actions.see_client import SeeClient, see_pay
from subcontract.clock import Clock
from subcontract.days import DateRange
from subcontract.payout.records import PayRunState
from subcontract.ports import Books


@dataclass(frozen=True, slots=True, kw_only=True)
class TakePayPapers:
    """Of which period, and for what (act 703/2023, 10 §)."""

    period: DateRange
    purpose: str


def take_pay_papers(ask: TakePayPapers, books: Books, clock: Clock, who: Worker) -> Done:
    """Log that the papers of everybody paid in the period's months are taken; refuses without a purpose."""
    who.must_be_allowed(Permission.EXPORT_LEDGER)
    who.must_be_allowed(Permission.SEE_PAY)
    runs = books.pay_runs.where(unit=who.unit, state=PayRunState.APPROVED)
    inside = tuple(run.id for run in runs if run.month.days.overlap(ask.period))
    clients = dict.fromkeys(one.client for one in books.payouts.where(pay_run=inside)) if inside else {}
    for client in clients:
        act_in(books, see_pay, SeeClient(client=client, purpose=ask.purpose), clock, who)
    return Done(changed=frozenset(), id=who.unit, facts={"number": len(clients)})
