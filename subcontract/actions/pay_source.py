"""Reads what both ledgers are reckoned of: one query for each kind of thing, none for each client."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from subcontract.days import Month
from subcontract.hours.entry import WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.ids import ClientId, EntryId, JobId, PayoutId, PayRunId, ShiftId, UnitId
from subcontract.jobs.job import Job
from subcontract.payout.records import Ledger, Payout, PayoutLine, PayRun, PayRunState
from subcontract.payout.wage_records import PayCode, PayItem, PaySettings
from subcontract.people.client import Client, FormOfWork
from subcontract.people.employment import Employment
from subcontract.ports import Books, Lists

Reading = Books | Lists
T = TypeVar("T")
V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was recorded and typed of one month."""

    entries: tuple[WorkEntry, ...]
    """In force."""
    items: tuple[PayItem, ...]
    open_shifts: frozenset[ShiftId]
    paid_elsewhere: frozenset[EntryId]
    paid_here: Mapping[EntryId, FormOfWork]

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
        return Told(
            entries=entries,
            items=books.pay.pay_items.where(unit=self.unit, month=month),
            open_shifts=frozenset(e.shift for e in entries if e.shift and e.shift not in complete),
            paid_elsewhere=self._paid_elsewhere(month, told),
            paid_here=self._paid_here(month, told),
        )

    def approved(self, month: Month) -> tuple[PayRun, ...]:
        """The other months' approved runs of this ledger, in the order of their approval."""
        runs = self.books.pay_runs.where(unit=self.unit, ledger=self.ledger, state=PayRunState.APPROVED)
        return tuple(sorted((run for run in runs if run.month != month), key=approval))

    def _paid_elsewhere(self, month: Month, told: tuple[WorkEntry, ...]) -> frozenset[EntryId]:
        """Entries of the month that another ledger has paid, and what they were corrected to."""
        others = tuple(ledger for ledger in Ledger if ledger is not self.ledger)
        payouts = self.books.payouts.where(month=month, ledger=others)
        paid = (payout for payout in payouts if payout.id not in self.reopened())
        found = {entry: True for payout in paid for line in payout.lines for entry in line.entries}
        return frozenset(_with_newer(found, told))

    def _paid_here(self, month: Month, told: tuple[WorkEntry, ...]) -> Mapping[EntryId, FormOfWork]:
        """Entries of the month that this ledger's approved payouts have paid, and by which form of work."""
        payouts = self.books.payouts.where(month=month, ledger=self.ledger, approved=True)
        paid = (payout for payout in payouts if payout.id not in self.reopened())
        found = {
            entry: _paid_by(payout, line)
            for payout in paid
            for line in payout.lines
            for entry in line.entries
        }
        return _with_newer(found, told)

    def _once(self, name: str, read: Callable[[], T]) -> T:
        if name not in self._kept:
            self._kept[name] = read()
        return cast("T", self._kept[name])


def _with_newer(found: dict[EntryId, V], told: Iterable[WorkEntry]) -> dict[EntryId, V]:
    """The same of what entries were corrected to."""
    newer = {entry.supersedes: entry.id for entry in told if entry.supersedes}
    for entry, value in tuple(found.items()):
        link = newer.get(entry)
        while link is not None:
            found[link] = value
            link = newer.get(link)
    return found


def _paid_by(payout: Payout, line: PayoutLine) -> FormOfWork:
    """The form of work that a line pays for."""
    if payout.ledger is Ledger.ALLOWANCE:
        return FormOfWork.ALLOWANCE
    return FormOfWork.FEE if line.rule == PayCode.FEE.value else FormOfWork.EMPLOYMENT


def approval(run: PayRun) -> str:
    """Order by the moment of approval."""
    return run.approved_at.isoformat() if run.approved_at else ""


def later(run: PayRun, runs: tuple[PayRun, ...]) -> tuple[PayRunId, ...]:
    """The run itself and those approved after it: the ones that may have settled its month."""
    return tuple(one.id for one in runs if approval(one) >= approval(run))
