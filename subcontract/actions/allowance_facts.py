"""Gathers what a month of allowance is reckoned of, and what approved months still owe."""

from dataclasses import replace
from datetime import datetime

from subcontract.actions.pay_source import PaySource, later
from subcontract.days import Month
from subcontract.hours.pieces import is_helping, is_present
from subcontract.ids import ClientId, PayRunId
from subcontract.money import ZERO, Money
from subcontract.payout.calculate import Result, calculate
from subcontract.payout.differences import (
    EarlierMonth,
    brought_to,
    carried_on,
    differences,
    with_corrections,
)
from subcontract.payout.facts import MonthFacts
from subcontract.payout.lines import POT_RULE
from subcontract.payout.records import Payout, PayoutLine, PayRun
from subcontract.payout.wage_records import EXPENSES
from subcontract.payout.warnings import PayWarning
from subcontract.people.client import Client, FormOfWork

UNPAYABLE = frozenset({PayWarning.NO_FORM_OF_WORK, PayWarning.NO_TARIFF_CLASS})
"""Why a payout may be nothing although there was work; warnings are kept as their texts."""


def month_facts(source: PaySource, month: Month) -> MonthFacts:
    """One month's facts."""
    told = source.told(month)
    wanted = told.clients
    return MonthFacts(
        month=month,
        tariffs=source.books.tariffs.where(unit=source.unit),
        clients={id_: client for id_, client in source.clients().items() if id_ in wanted},
        jobs=source.jobs(),
        entries=told.entries,
        open_shifts=told.open_shifts,
        paid_here=told.paid_here,
        paid_elsewhere=told.paid_elsewhere,
        costs_here=told.costs_here,
        costs_elsewhere=told.costs_elsewhere,
        employments=source.employments(),
        settings=source.settings(),
        items=told.items,
    )


def allowance_results(source: PaySource, month: Month) -> dict[ClientId, Result]:
    """Everybody's allowance of a month, with corrections of approved months and what was carried over."""
    results = calculate(month_facts(source, month))
    runs = source.approved(month)
    corrections = _corrections(source, runs)
    brought = _brought(source, runs)
    for client in dict.fromkeys((*corrections, *brought)):
        result = results.get(client, Result(client=client))
        results[client] = with_corrections(result, corrections.get(client, ()), brought.get(client, ZERO))
    return results


def _corrections(source: PaySource, runs: tuple[PayRun, ...]) -> dict[ClientId, tuple[PayoutLine, ...]]:
    """Difference lines of months whose entries changed after a run had settled them."""
    found: dict[ClientId, tuple[PayoutLine, ...]] = {}
    payable_now, reopened = _payable_now(source, runs), _reopened_runs(source, runs)
    for run in runs:
        anew = run.id in payable_now or not reopened.isdisjoint(later(run, runs))
        if anew or _changed(source, run, runs):
            payouts = source.books.payouts.where(pay_run=later(run, runs))
            own = tuple(payout for payout in payouts if payout.pay_run == run.id)
            facts = _with_pots_as_paid(source, month_facts(source, run.month), own)
            settled = tuple(payout for payout in payouts if payout.id not in source.reopened())
            earlier = EarlierMonth(month=run.month, results=calculate(facts), payouts=settled)
            for client, lines in differences(earlier).items():
                found[client] = (*found.get(client, ()), *lines)
    return found


def _reopened_runs(source: PaySource, runs: tuple[PayRun, ...]) -> frozenset[PayRunId]:
    """Runs of which somebody was reopened."""
    if not source.reopened():
        return frozenset()
    payouts = source.books.payouts.where(id=tuple(source.reopened()), pay_run=tuple(run.id for run in runs))
    return frozenset(payout.pay_run for payout in payouts)


def _payable_now(source: PaySource, runs: tuple[PayRun, ...]) -> frozenset[PayRunId]:
    """Runs that paid somebody nothing for want of a form of work or tariff class that is known by now."""
    nothing = source.books.payouts.where(pay_run=tuple(run.id for run in runs), tax_free=ZERO, taxable=ZERO)
    wanting = [payout for payout in nothing if UNPAYABLE.intersection(payout.warnings)]
    clients = {one.id: one for one in source.books.clients.where(id=tuple({p.client for p in wanting}))}
    return frozenset(
        p.pay_run for p in wanting if p.client in clients and _is_payable(clients[p.client], p.month)
    )


def _is_payable(client: Client, month: Month) -> bool:
    """Whether an allowance can be reckoned for some day of a month."""
    return any(
        client.form_on(day) is FormOfWork.ALLOWANCE and client.tariff_class_on(day) for day in month.days
    )


def _with_pots_as_paid(source: PaySource, facts: MonthFacts, own: tuple[Payout, ...]) -> MonthFacts:
    """A settled month's facts with the pots that were shared then: a job's pot is told anew each month."""
    paid = [
        (line.rate, line.entries[0])
        for p in own
        for line in p.lines
        if line.rule == POT_RULE and line.entries
    ]
    entries = source.books.entries.where(id=tuple(entry for _, entry in paid))
    job_of = {entry.id: entry.job for entry in entries}
    pots = {job_of[entry]: Money(pot) for pot, entry in paid}
    jobs = {
        id_: replace(job, allowance_pot=pots.get(id_, job.allowance_pot)) for id_, job in facts.jobs.items()
    }
    return replace(facts, jobs=jobs)


def _changed(source: PaySource, run: PayRun, runs: tuple[PayRun, ...]) -> bool:
    """Whether entries, costs or people of a run's month came after the last run that looked at them."""
    looked = [run.calculated_at]
    looked += [one.calculated_at for one in runs if run.approved_at and one.calculated_at >= run.approved_at]
    late = source.books.entries.recorded_after(max(looked), run.month.days)
    costs = source.books.pay.pay_items.where(unit=source.unit, month=run.month, kind=EXPENSES)
    return (
        any(entry.unit == source.unit for entry in late)
        or any(cost.at > max(looked) for cost in costs)
        or _has_newcomers(source, run, max(looked))
    )


def _has_newcomers(source: PaySource, run: PayRun, looked: datetime) -> bool:
    """Whether somebody was changed or reopened since who has work that a run did not pay itself."""
    clients = source.clients()
    since = source.books.log.objects_since(looked)
    if not source.reopened().isdisjoint(since):  # what the other ledger had paid may be due here now
        return True
    changed = since & clients.keys()
    if not changed:
        return False
    people = tuple(ClientId(one) for one in changed)
    payouts = source.books.payouts.where(pay_run=run.id, client=people)
    paid = {entry for payout in payouts for line in payout.lines for entry in line.entries}
    work = source.books.entries.within(run.month.days, client=people)
    return any((is_present(entry) or is_helping(entry)) and entry.id not in paid for entry in work)


def _brought(source: PaySource, runs: tuple[PayRun, ...]) -> dict[ClientId, Money]:
    """What the latest approved run left to be taken from the next; such payouts paid nothing."""
    if not runs:
        return {}
    unpaid = source.books.payouts.where(pay_run=runs[-1].id, tax_free=ZERO, taxable=ZERO)
    carried = {payout.client: carried_on(payout) for payout in unpaid}
    carried |= {payout.client: brought_to(payout) for payout in source.reopened_of(runs[-1])}
    return {client: amount for client, amount in carried.items() if amount}
