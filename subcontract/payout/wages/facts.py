"""All that a month's wages are reckoned of, gathered beforehand: the reckoning itself reads nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from subcontract.days import ONE_DAY, Month
from subcontract.hours.entry import WorkEntry
from subcontract.ids import (
    ClientId,
    EmploymentId,
    EntryId,
    JobId,
    PaySettingsId,
    ShiftId,
    TaxCardId,
    UnitId,
    WagePotId,
)
from subcontract.jobs.job import Job
from subcontract.money import ZERO, Money
from subcontract.payout.records import PayoutLine
from subcontract.payout.wage_records import PayItem, PaySettings, WagePot, settings_on
from subcontract.people.client import Client
from subcontract.people.employment import Employment, FeeTerms
from subcontract.people.tax_card import TaxCard
from subcontract.people.unit import ProviderKind

UNSET = PaySettings(id=PaySettingsId(UUID(int=0)), unit=UnitId(UUID(int=0)), first=date(1900, 1, 1))
"""What holds while a unit has no settings: Sunday and holiday increments as the law has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WageFacts:
    """What one month of one unit earned in employment and as fees."""

    month: Month
    clients: Mapping[ClientId, Client]
    """Everybody with an entry, a typed line, or an employment that ends in the month."""
    jobs: Mapping[JobId, Job]
    entries: tuple[WorkEntry, ...]
    """Entries in force of the month's days, the whole group's: a result is shared by all its members."""
    settings: tuple[PaySettings, ...] = ()
    employments: tuple[Employment, ...] = ()
    fee_terms: tuple[FeeTerms, ...] = ()
    items: tuple[PayItem, ...] = ()
    pots: tuple[WagePot, ...] = ()
    pot_prices: Mapping[WagePotId, Money] = field(default_factory=dict)
    """The month's price without VAT of the work on each pot's days, where a part of it is shared."""
    open_shifts: frozenset[ShiftId] = frozenset()
    """Shifts of those entries that the coach has not declared complete."""
    paid_elsewhere: frozenset[EntryId] = frozenset()
    """Entries that the allowance has paid: the same hours are never in both ledgers."""
    paid_here: frozenset[EntryId] = frozenset()
    """Entries that this ledger has settled: they stay here, whatever becomes of their form of work."""
    costs_here: frozenset[ClientId] = frozenset()
    """Whose costs of the month this ledger has settled."""
    costs_elsewhere: frozenset[ClientId] = frozenset()
    parts: Mapping[ClientId, tuple[date, ...]] = field(default_factory=dict)
    """Days from which a client's pay is told on lines of its own: a subsidy starts or ends there."""
    holiday_before: Mapping[EmploymentId, Mapping[Month, Money]] = field(default_factory=dict)
    """Of employments that end in the month and pay holiday compensation then: earlier months' bases."""

    @property
    def setting_starts(self) -> tuple[date, ...]:
        """Days of the month from which other settings hold."""
        return tuple(one.first for one in self.settings if one.first in self.month.days)

    @property
    def pot_starts(self) -> Mapping[JobId, tuple[date, ...]]:
        """Days from which a job has another pot, or none: its work is told apart there."""
        found: dict[JobId, tuple[date, ...]] = {}
        for pot in self.pots:
            ends = () if pot.days.is_open else (pot.days.last + ONE_DAY,)
            found[pot.job] = (*found.get(pot.job, ()), pot.days.first, *ends)
        return found

    def settings_of(self, day: date) -> PaySettings:
        """The unit's settings on a day, or the defaults."""
        return settings_on(self.settings, day) or UNSET


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidBefore:
    """An earlier payment of the wage ledger to a person, as far as its withholding goes."""

    client: ClientId
    pay_day: date
    card: TaxCardId | None
    used: Money = ZERO
    """What of it counts into the limit of a card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rests:
    """Sums below zero that an earlier run left for the next one; each stays in its own kind."""

    pay: Money = ZERO
    fees: Money = ZERO
    expenses: Money = ZERO


NO_RESTS = Rests()


@dataclass(frozen=True, slots=True, kw_only=True)
class PayingFacts:
    """When and on what ground a month is paid."""

    pay_day: date
    """The day agreed; a day off is moved to the working day before it (TSL 2:15)."""
    provider: ProviderKind = ProviderKind.COUNTY
    cards: tuple[TaxCard, ...] = ()
    paid: tuple[PaidBefore, ...] = ()
    """Approved payments of other runs, at least those of the pay day's year."""
    corrections: Mapping[ClientId, tuple[PayoutLine, ...]] = field(default_factory=dict)
    brought: Mapping[ClientId, Rests] = field(default_factory=dict)
    clients: Mapping[ClientId, Client] = field(default_factory=dict)
    """Those who have nothing in the month but a correction or a rest."""
