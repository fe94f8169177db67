"""All that a month's allowance is reckoned of, gathered beforehand: the reckoning itself reads nothing."""

from collections.abc import Mapping
from dataclasses import dataclass

from subcontract.days import Month
from subcontract.hours.entry import WorkEntry
from subcontract.ids import ClientId, EntryId, JobId, ShiftId
from subcontract.jobs.job import Job
from subcontract.payout.records import Tariff
from subcontract.payout.wage_records import PayItem, PaySettings
from subcontract.people.client import Client
from subcontract.people.employment import Employment


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFacts:
    """One month of one unit."""

    month: Month
    tariffs: tuple[Tariff, ...]
    """The unit's tariffs; their days do not overlap."""
    clients: Mapping[ClientId, Client]
    jobs: Mapping[JobId, Job]
    entries: tuple[WorkEntry, ...]
    """Entries in force of the month's days."""
    open_shifts: frozenset[ShiftId] = frozenset()
    """Shifts of those entries that the coach has not declared complete."""
    paid_elsewhere: frozenset[EntryId] = frozenset()
    """Entries that the other ledger has paid: the same hours are never in both."""
    paid_here: frozenset[EntryId] = frozenset()
    """Entries that this ledger has settled: they stay here, whatever becomes of their form of work."""
    costs_here: frozenset[ClientId] = frozenset()
    """Whose costs of the month this ledger has settled."""
    costs_elsewhere: frozenset[ClientId] = frozenset()
    employments: tuple[Employment, ...] = ()
    """The clients' employments: work at a job that somebody is employed for is no allowance work."""
    settings: tuple[PaySettings, ...] = ()
    """The unit's settings by date: what becomes of a day with both wage and allowance work."""
    items: tuple[PayItem, ...] = ()
    """The month's typed lines; costs of clients without wages are paid back with the allowance."""
