"""What reports are made of: records of a span of days, gathered beforehand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from subcontract.days import DateRange, Month
from subcontract.hours.entry import WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.ids import ClientId, EntryId, JobId
from subcontract.invoicing.records import Invoice
from subcontract.jobs.job import Job
from subcontract.payout.records import Ledger, Payout
from subcontract.people.client import Client
from subcontract.people.employment import Employment


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """Some days of one unit."""

    days: DateRange
    today: date
    jobs: Mapping[JobId, Job]
    clients: Mapping[ClientId, Client]
    entries: tuple[WorkEntry, ...]
    """Every entry of those days, superseded and void ones too."""
    payouts: tuple[Payout, ...] = ()
    """Payouts of the months of those days, of both ledgers, without the reopened: the run that pays their
    difference counts them."""
    reopened: Mapping[EntryId, datetime] = field(default_factory=dict)
    """Entries of payouts that were reopened, and when: until a later run they are not paid."""
    invoices: tuple[Invoice, ...] = ()
    """Invoices and credit notes of the jobs, whenever issued."""
    billed: frozenset[EntryId] = frozenset()
    """Entries of those days that a line bills."""
    employments: tuple[Employment, ...] = ()
    """Agreements of the unit: work at the job of one is wage work."""
    calculated: Mapping[tuple[Ledger, Month], datetime] = field(default_factory=dict)
    """When the pay run of each ledger and month was last calculated."""
    settled_until: Mapping[Ledger, datetime] = field(default_factory=dict)
    """When each ledger's latest approved run was calculated: what was recorded before it has been settled."""

    @property
    def standing(self) -> tuple[WorkEntry, ...]:
        """The entries in force."""
        return in_force(self.entries)
