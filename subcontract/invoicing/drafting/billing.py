"""What drafting an invoice stands on: the work, what is billed of it already, and at what prices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from subcontract.days import DateRange
from subcontract.hours.entry import WorkEntry
from subcontract.ids import EntryId, JobId, PhaseId
from subcontract.jobs.job import Job
from subcontract.money import Money
from subcontract.words import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class BillingFacts:
    """All that drafting needs, gathered beforehand."""

    period: DateRange
    jobs: Mapping[JobId, Job]
    entries: tuple[WorkEntry, ...]
    """Every entry of the jobs in the period, superseded and void ones too."""
    billed: frozenset[EntryId]
    texts: Texts
    """In the customer's language."""
    vat_registered: bool = True
    shares: Mapping[PhaseId, Decimal] | None = None
    """Hundredths of fixed prices to be invoiced now."""
    shares_left: Mapping[PhaseId, Decimal] | None = None
    """Hundredths of fixed prices not yet invoiced; all when a phase is missing."""
    quoted: Mapping[PhaseId, str] = field(default_factory=dict)
    """What the accepted quote calls a phase."""
    fixed_billed: Mapping[PhaseId, Money] = field(default_factory=dict)
    """What of fixed prices stands on lines already, discounts not taken off."""
    billed_at: Mapping[EntryId, "LinePrice"] = field(default_factory=dict)
    """At what price the billed links of corrected work were billed; the phase's own price otherwise."""


@dataclass(frozen=True, slots=True)
class LinePrice:
    """What a unit costs on a line."""

    unit_price: Decimal
    vat: str
    discount: Decimal = Decimal(0)
