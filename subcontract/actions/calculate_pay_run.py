"""Calculates a month of one ledger, as often as needed while the run is open."""

from dataclasses import dataclass, field, replace
from datetime import date

from subcontract import ids, rules
from subcontract.actions.act import Done, Kind, Permission, Step, Undo, Worker, unseen
from subcontract.actions.pay_facts import results_of
from subcontract.actions.remove_pay_run import RemovePayRun, remove_pay_run
from subcontract.clock import Clock
from subcontract.days import DateRange, Month
from subcontract.ids import ClientId, PayoutId, PayRunId
from subcontract.payout.calculate import Result, paid_of
from subcontract.payout.records import Ledger, Payout, PayRun, PayRunState
from subcontract.payout.warnings import PayWarning
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.words import N_

USUAL_PAY_DAY = 15
LATEST_AFTER = 6
"""Up to so many months after the month a pay day may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalculatePayRun:
    """A month of the worker's own unit; without a day the usual pay day is taken."""

    month: Month
    ledger: Ledger = Ledger.ALLOWANCE
    pay_day: date | None = None
    step: Step = field(default=unseen, repr=False, compare=False)
    """Told as people are stored."""


def calculate_pay_run(ask: CalculatePayRun, books: Books, clock: Clock, who: Worker) -> Done:
    """Reckon everybody's month and put it in the place of what an open run had before.

    Refuses an approved month (``period_locked``), a month still to come (``wrong_state``), a pay day
    far from the month (``outside_period``), a month without attended days (``nothing_to_do``) and one
    without any tariff (``tariff_missing``).
    """
    who.must_be_allowed(Permission.CALCULATE_PAY)
    before = _run_of(books, who, ask)
    if before is not None and before.state is PayRunState.APPROVED:
        raise refuse(Code.PERIOD_LOCKED, month=ask.month)
    if ask.month.first > clock.today():
        raise refuse(Code.WRONG_STATE, "month", month=ask.month)
    _must_be_near(ask)
    run = _run(ask, before, clock, who)
    results = results_of(books, who.unit, ask.ledger, ask.month, run.pay_day)
    _must_be_payable(results, ask.month)
    kept = books.pay_runs.save(run) if before is not None else _added(books, run)
    _store(books, kept, results, ask.step)
    undo = Undo(
        name=N_("calculate pay run"),
        action=remove_pay_run,
        ask=RemovePayRun(pay_run=kept.id, version=kept.version),
    )
    return Done(
        changed=frozenset({Kind.PAY_RUNS}),
        id=kept.id,
        undo=undo if before is None else None,
        facts={"people": len(results), "paid": paid_of(results)},
    )


def pay_day_of(month: Month) -> date:
    """The usual pay day, or the bank day before it (TSL 2:15)."""
    return rules.pay_day(usual_pay_day(month)).value


def usual_pay_day(month: Month) -> date:
    """The 15th of the next month, whatever day that is."""
    return month.plus(1).first.replace(day=USUAL_PAY_DAY)


def _run_of(books: Books, who: Worker, ask: CalculatePayRun) -> PayRun | None:
    """The month's run in the ledger, if there is one."""
    runs = books.pay_runs.where(unit=who.unit, ledger=ask.ledger, month=ask.month)
    return runs[0] if runs else None


def _must_be_near(ask: CalculatePayRun) -> None:
    """Refuse a pay day before the month, or so late that its year is surely a slip."""
    days = DateRange(ask.month.first, ask.month.plus(LATEST_AFTER).last)
    if ask.pay_day is not None and ask.pay_day not in days:
        raise refuse(Code.OUTSIDE_PERIOD, "pay_day", first=days.first, last=days.last)


def _must_be_payable(results: dict[ClientId, Result], month: Month) -> None:
    """Refuse a month that has nothing to pay, or no tariff to pay by."""
    if not results:
        raise refuse(Code.NOTHING_TO_DO, month=month)
    if all(PayWarning.NO_TARIFF in result.warnings for result in results.values()):
        raise refuse(Code.TARIFF_MISSING, month=month)


def _run(ask: CalculatePayRun, before: PayRun | None, clock: Clock, who: Worker) -> PayRun:
    """The run as it stands after this calculation."""
    moment = clock.now()
    if before is not None:
        pay_day = ask.pay_day or before.pay_day
        return replace(before, pay_day=pay_day, calculated_by=who.staff, calculated_at=moment)
    return PayRun(
        id=PayRunId(ids.new()),
        unit=who.unit,
        ledger=ask.ledger,
        month=ask.month,
        pay_day=ask.pay_day or pay_day_of(ask.month),
        calculated_by=who.staff,
        calculated_at=moment,
    )


def _added(books: Books, run: PayRun) -> PayRun:
    """Add a new run."""
    books.pay_runs.add(run)
    return run


def _store(books: Books, run: PayRun, results: dict[ClientId, Result], step: Step) -> None:
    """Write the payouts that are new or different; take away those of nobody any more."""
    stored = {payout.client: payout for payout in books.payouts.where(pay_run=run.id)}
    for at, (client, result) in enumerate(results.items(), 1):
        step(at, len(results))
        old = stored.pop(client, None)
        new = payout_of(result, run, old)
        if old is None:
            books.payouts.add(new)
        elif new != old:
            books.payouts.save(new)
    for payout in stored.values():
        books.payouts.remove(payout)


def payout_of(result: Result, run: PayRun, old: Payout | None = None) -> Payout:
    """A result as the run's payout, in the place of an older one."""
    return Payout(
        id=old.id if old else PayoutId(ids.new()),
        pay_run=run.id,
        client=result.client,
        ledger=run.ledger,
        month=run.month,
        days=result.days,
        minutes=result.minutes,
        pieces=result.pieces,
        tax_free=result.tax_free,
        taxable=result.taxable,
        cut=result.cut,
        lines=result.lines,
        warnings=tuple(sorted(result.warnings)),
        wage=result.wage,
        version=old.version if old else 1,
    )
