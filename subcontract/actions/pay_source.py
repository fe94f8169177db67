"""Reads what both ledgers are reckoned of: one query for each kind of thing, none for each client."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from subcontract.days import Month
from subcontract.hours.entry import WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.ids import ClientId, EntryId, JobId, PayoutId, PayRunId, ShiftId, UnitId
from subcontract.jobs.job import Job
from subcontract.payout.expenses import has_expenses
from subcontract.payout.records import Ledger, Payout, PayRun, PayRunState
from subcontract.payout.wage_records import PayItem, PaySettings
from subcontract.people.client import Client
from subcontract.people.employment import Employment
from subcontract.ports import Books, Lists

Reading = Books | Lists
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was recorded and typed of one month."""

    entries: tuple[WorkEntry, ...]
    """In force."""
    items: tuple[PayItem, ...]
    open_shifts: frozenset[ShiftId]
    paid_here: frozenset[EntryId]
    """Entries that this ledger has settled: they stay here, whatever becomes of their form of work."""
    paid_elsewhere: frozenset[EntryId]
    costs_here: frozenset[ClientId]
    """Whose costs of the month this ledger has settled."""
    costs_elsewhere: frozenset[ClientId]

    @property
    def clients(self) -> frozenset[ClientId]:
        """Everybody with an entry or a typed line."""
        worked = frozenset(entry.client for entry in self.entries if entry.client is not None)
        return worked | {item.client for item in self.items}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaySource:
    """A unit's registers and months, as one ledger reads them; registers are read once."""

    books: Reading
    unit: UnitId
    ledger: Ledger
    _kept: dict[str, object] = field(default_factory=dict)

    def clients(self) -> Mapping[ClientId, Client]:
        """The unit's clients."""
        return self._once("clients", lambda: {c.id: c for c in self.books.clients.where(unit=self.unit)})

    def jobs(self) -> Mapping[JobId, Job]:
        """The unit's jobs."""
        return self._once("jobs", lambda: {job.id: job for job in self.books.jobs.where(unit=self.unit)})

    def employments(self) -> tuple[Employment, ...]:
        """The unit's employments."""
        return self._once("employments", lambda: self.books.pay.employments.where(unit=self.unit))

    def settings(self) -> tuple[PaySettings, ...]:
        """The unit's settings of pay."""
        return self._once("settings", lambda: self.books.pay.pay_settings.where(unit=self.unit))

    def reopened(self) -> frozenset[PayoutId]:
        """Approved payouts that are not paid as they stand: they have settled nothing."""
        reopenings = self.books.pay.reopenings
        return self._once("reopened", lambda: frozenset(one.payout for one in reopenings.all()))

    def reopened_of(self, run: PayRun) -> tuple[Payout, ...]:
        """The payouts of a run that were reopened."""
        reopened = self.reopened()
        if not reopened:
            return ()
        return tuple(one for one in self.books.payouts.where(pay_run=run.id) if one.id in reopened)

    def told(self, month: Month) -> Told:
        """What was recorded of a month."""
        books = self.books
        told = books.entries.within(month.days, unit=self.unit)
        entries = in_force(told)
        complete = {one.shift for one in books.complete_days.within(month.days, unit=self.unit)}
        # An open run has paid nothing: what it reckoned before a form of work was changed goes by the form.
        approved = books.payouts.where(month=month, approved=True)
        payouts = [one for one in approved if one.id not in self.reopened()]
        elsewhere = [one for one in payouts if one.ledger is not self.ledger]
        here = [one for one in payouts if one.ledger is self.ledger]
        newer = {entry.supersedes: entry.id for entry in told if entry.supersedes}
        return Told(
            entries=entries,
            items=books.pay.pay_items.where(unit=self.unit, month=month),
            open_shifts=frozenset(e.shift for e in entries if e.shift and e.shift not in complete),
            paid_here=_entries_of(here, newer),
            paid_elsewhere=_entries_of(elsewhere, newer),
            costs_here=_with_costs(here),
            costs_elsewhere=_with_costs(elsewhere),
        )

    def approved(self, month: Month) -> tuple[PayRun, ...]:
        """The other months' approved runs of this ledger, in the order of their approval."""
        runs = self.books.pay_runs.where(unit=self.unit, ledger=self.ledger, state=PayRunState.APPROVED)
        return tuple(sorted((run for run in runs if run.month != month), key=approval))

    def _once(self, name: str, read: Callable[[], T]) -> T:
        if name not in self._kept:
            self._kept[name] = read()
        return cast("T", self._kept[name])


def _entries_of(payouts: Iterable[Payout], newer: Mapping[EntryId, EntryId]) -> frozenset[EntryId]:
    """The entries that payouts are of, and what they were corrected to."""
    found = {entry for payout in payouts for line in payout.lines for entry in line.entries}
    for entry in tuple(found):
        link = newer.get(entry)
        while link is not None:
            found.add(link)
            link = newer.get(link)
    return frozenset(found)


def _with_costs(payouts: Iterable[Payout]) -> frozenset[ClientId]:
    """Whose payouts have costs paid back."""
    return frozenset(payout.client for payout in payouts if has_expenses(payout.lines))


def approval(run: PayRun) -> str:
    """Order by the moment of approval."""
    return run.approved_at.isoformat() if run.approved_at else ""


def later(run: PayRun, runs: tuple[PayRun, ...]) -> tuple[PayRunId, ...]:
    """The run itself and those approved after it: the ones that may have settled its month."""
    return tuple(one.id for one in runs if approval(one) >= approval(run))
