"""Reopens one person of an approved pay run: that payout is not paid, the next run pays what is due."""

from dataclasses import dataclass

from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.hand_over_facts import paid_by_file, sent_of
from subcontract.actions.pay_source import approval
from subcontract.clock import Clock
from subcontract.ids import PayoutId
from subcontract.money import ZERO
from subcontract.payout.lines import CARRY_RULE
from subcontract.payout.records import Payout, PayRun, PayRunState
from subcontract.payout.wage_records import Reopening
from subcontract.people.findings import Findings
from subcontract.ports import Books
from subcontract.problems import Code, refuse

LONGEST_REASON = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenPayout:
    """Whose payout is not to be paid, and why."""

    payout: PayoutId
    reason: str


def reopen_payout(ask: ReopenPayout, books: Books, clock: Clock, who: Worker) -> Done:
    """Leave one payout out of what was settled; the others of its run stand.

    Refuses a missing reason (``reason_needed``), a run that is open or whose rest a later run has taken
    (``wrong_state``), a payout that pays nothing or is reopened already (``nothing_to_do``), and one
    whose money has gone: a file of the run has been matched with the bank or the payroll (``already_paid``).
    """
    who.must_be_allowed(Permission.CALCULATE_PAY)
    payout = books.payouts.get(ask.payout)
    run = books.pay_runs.get(payout.pay_run)
    found = Findings()
    reason = found.line(ask.reason.strip(), "reason", longest=LONGEST_REASON)
    if not reason:
        found.add(Code.REASON_NEEDED, "reason")
    found.refuse_any()
    _must_be_unpaid(payout, run, books)
    reopening = Reopening(payout=payout.id, client=payout.client, reason=reason, by=who.staff, at=clock.now())
    books.pay.reopenings.add(reopening)
    facts = {"month": payout.month, "amount": payout.net}
    return Done(changed=frozenset({Kind.PAY_RUNS}), id=payout.id, facts=facts)


def _must_be_unpaid(payout: Payout, run: PayRun, books: Books) -> None:
    """Refuse what has nothing to be reopened, or has been paid."""
    if run.state is not PayRunState.APPROVED:
        raise refuse(Code.WRONG_STATE)
    if payout.paid == ZERO or books.pay.reopenings.find(payout.id) is not None:
        raise refuse(Code.NOTHING_TO_DO)
    if payout.id in paid_by_file(sent_of(books, run, (payout,))):
        raise refuse(Code.ALREADY_PAID)
    if any(line.rule == CARRY_RULE for line in payout.lines) and not _is_latest(run, books):
        raise refuse(Code.WRONG_STATE)


def _is_latest(run: PayRun, books: Books) -> bool:
    """Whether no run of the ledger was approved after this one."""
    runs = books.pay_runs.where(unit=run.unit, ledger=run.ledger, state=PayRunState.APPROVED)
    return max(runs, key=approval).id == run.id
