"""Gathers what a pay run is reckoned of: one query for each kind of thing, none for each client."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from subcontract.days import Month
from subcontract.hours.entry import WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.ids import ClientId, EntryId, PayRunId, UnitId
from subcontract.money import ZERO, Money
from subcontract.payout.calculate import Result, calculate
from subcontract.payout.differences import EarlierMonth, carried_on, differences, with_corrections
from subcontract.payout.facts import MonthFacts
from subcontract.payout.lines import POT_RULE
from subcontract.payout.records import Ledger, Payout, PayoutLine, PayRun, PayRunState
from subcontract.payout.wage_records import PayItem
from subcontract.payout.warnings import PayWarning
from subcontract.people.client import Client, FormOfWork
from subcontract.ports import Books, Lists

Reading = Books | Lists
UNPAYABLE = frozenset({PayWarning.NO_FORM_OF_WORK, PayWarning.NO_TARIFF_CLASS})
"""Why a payout may be nothing although there was work; warnings are kept as their texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanging:
    """What is the same for every month that is reckoned: read once."""

    books: Reading
    unit: UnitId
    ledger: Ledger

    def facts(self, month: Month) -> MonthFacts:
        """One month's facts."""
        books = self.books
        told = books.entries.within(month.days, unit=self.unit)
        entries = in_force(told)
        complete = {one.shift for one in books.complete_days.within(month.days, unit=self.unit)}
        items = books.pay.pay_items.where(unit=self.unit, month=month)
        return MonthFacts(
            month=month,
            tariffs=books.tariffs.where(unit=self.unit),
            clients=self._clients(entries, items),
            jobs={job.id: job for job in books.jobs.where(unit=self.unit)},
            entries=entries,
            open_shifts=frozenset(e.shift for e in entries if e.shift and e.shift not in complete),
            paid_elsewhere=self._paid_elsewhere(month, told),
            employments=books.pay.employments.where(unit=self.unit),
            settings=books.pay.pay_settings.where(unit=self.unit),
            items=items,
        )

    def _clients(
        self, entries: tuple[WorkEntry, ...], items: tuple[PayItem, ...]
    ) -> Mapping[ClientId, Client]:
        """The clients who have entries or typed lines."""
        wanted = {entry.client for entry in entries} | {item.client for item in items}
        return {one.id: one for one in self.books.clients.where(unit=self.unit) if one.id in wanted}

    def _paid_elsewhere(self, month: Month, told: tuple[WorkEntry, ...]) -> frozenset[EntryId]:
        """Entries of the month that another ledger has paid, and what they were corrected to."""
        others = tuple(ledger for ledger in Ledger if ledger is not self.ledger)
        payouts = self.books.payouts.where(month=month, ledger=others)
        found = {entry for payout in payouts for line in payout.lines for entry in line.entries}
        newer = {entry.supersedes: entry.id for entry in told if entry.supersedes}
        for entry in tuple(found):
            link = newer.get(entry)
            while link is not None:
                found.add(link)
                link = newer.get(link)
        return frozenset(found)


def results_of(books: Reading, unit: UnitId, ledger: Ledger, month: Month) -> dict[ClientId, Result]:
    """Everybody's result of a month, with corrections of approved months and what was carried over."""
    source = Unchanging(books=books, unit=unit, ledger=ledger)
    results = calculate(source.facts(month))
    runs = _approved(source, month)
    corrections = _corrections(source, runs)
    brought = _brought(source, runs)
    for client in dict.fromkeys((*corrections, *brought)):
        result = results.get(client, Result(client=client))
        results[client] = with_corrections(result, corrections.get(client, ()), brought.get(client, ZERO))
    return results


def _approved(source: Unchanging, month: Month) -> tuple[PayRun, ...]:
    """The other months' approved runs, in the order of their approval."""
    runs = source.books.pay_runs.where(unit=source.unit, ledger=source.ledger, state=PayRunState.APPROVED)
    return tuple(sorted((run for run in runs if run.month != month), key=_approval))


def _approval(run: PayRun) -> str:
    """Order by the moment of approval."""
    return run.approved_at.isoformat() if run.approved_at else ""


def _corrections(source: Unchanging, runs: tuple[PayRun, ...]) -> dict[ClientId, tuple[PayoutLine, ...]]:
    """Difference lines of months whose entries changed after a run had settled them."""
    found: dict[ClientId, tuple[PayoutLine, ...]] = {}
    payable_now = _payable_now(source, runs)
    for run in runs:
        if run.id in payable_now or _changed(source, run, runs):
            payouts = source.books.payouts.where(pay_run=_later(run, runs))
            own = tuple(payout for payout in payouts if payout.pay_run == run.id)
            facts = _with_pots_as_paid(source, source.facts(run.month), own)
            earlier = EarlierMonth(month=run.month, results=calculate(facts), payouts=payouts)
            for client, lines in differences(earlier).items():
                found[client] = (*found.get(client, ()), *lines)
    return found


def _payable_now(source: Unchanging, runs: tuple[PayRun, ...]) -> frozenset[PayRunId]:
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


def _with_pots_as_paid(source: Unchanging, facts: MonthFacts, own: tuple[Payout, ...]) -> MonthFacts:
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


def _changed(source: Unchanging, run: PayRun, runs: tuple[PayRun, ...]) -> bool:
    """Whether entries of a run's month came after the last run that looked at them."""
    looked = [run.calculated_at]
    looked += [one.calculated_at for one in runs if run.approved_at and one.calculated_at >= run.approved_at]
    late = source.books.entries.recorded_after(max(looked), run.month.days)
    return any(entry.unit == source.unit for entry in late)


def _later(run: PayRun, runs: tuple[PayRun, ...]) -> tuple[PayRunId, ...]:
    """The run itself and those approved after it: the ones that may have settled its month."""
    return tuple(one.id for one in runs if _approval(one) >= _approval(run))


def _brought(source: Unchanging, runs: tuple[PayRun, ...]) -> dict[ClientId, Money]:
    """What the latest approved run left to be taken from the next; such payouts paid nothing."""
    if not runs:
        return {}
    unpaid = source.books.payouts.where(pay_run=runs[-1].id, tax_free=ZERO, taxable=ZERO)
    carried = {payout.client: carried_on(payout) for payout in unpaid}
    return {client: amount for client, amount in carried.items() if amount}
