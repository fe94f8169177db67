"""Tariffs, pay runs, payouts and their lines."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from subcontract.days import DateRange, Month
from subcontract.ids import ClientId, EntryId, PayoutId, PayRunId, StaffId, TariffId, UnitId
from subcontract.money import ZERO, Money
from subcontract.payout.wage_records import WageSums


class Ledger(StrEnum):
    """The two ledgers; a fee belongs to the wage ledger's payer but has its own name."""

    ALLOWANCE = "allowance"
    WAGE = "wage"


class TariffBasis(StrEnum):
    """What the allowance is reckoned by."""

    DAY = "day"
    HALF_DAY = "half_day"
    HOUR = "hour"
    PIECE = "piece"
    POT_SHARE = "pot_share"


class LimitMode(StrEnum):
    """How the 12 € limit is read: each day at most, or the period's average (TVL 92 § 23)."""

    DAY = "day"
    PERIOD = "period"


class AboveLimit(StrEnum):
    """What happens to what exceeds the limit."""

    CUT = "cut"
    TAXABLE = "taxable"


@dataclass(frozen=True, slots=True, kw_only=True)
class TariffRate:
    """A row of the tariff: class, basis and amount; a pot share has no amount of its own."""

    tariff_class: str
    basis: TariffBasis
    amount: Money = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariff:
    """The unit's published table of allowance, over days."""

    id: TariffId
    unit: UnitId
    days: DateRange
    rates: tuple[TariffRate, ...]
    full_day_minutes: int = 240
    """From how many minutes an attended day is a whole day where the class has half-days."""
    limit_mode: LimitMode = LimitMode.DAY
    above_limit: AboveLimit = AboveLimit.CUT
    version: int = 1


class PayRunState(StrEnum):
    """An open run is calculated as often as needed; an approved one is locked."""

    OPEN = "open"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True, kw_only=True)
class PayRun:
    """One month of a unit in one ledger."""

    id: PayRunId
    unit: UnitId
    ledger: Ledger
    month: Month
    pay_day: date
    state: PayRunState = PayRunState.OPEN
    calculated_by: StaffId
    calculated_at: datetime
    approved_by: StaffId | None = None
    approved_at: datetime | None = None
    version: int = 1

    @property
    def approved(self) -> bool:
        """Whether the run is locked for good."""
        return self.state is PayRunState.APPROVED


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutLine:
    """One line of the working: what, basis times rate, amount, rule and its source."""

    what: str
    """Marked English text of the catalogue, with named blanks filled from ``blanks``."""
    blanks: tuple[tuple[str, str], ...] = ()
    day: date | None = None
    basis: Decimal = Decimal(0)
    basis_unit: str = ""
    rate: Decimal = Decimal(0)
    amount: Money = ZERO
    rule: str = ""
    valid_from: date | None = None
    source: str = ""
    entries: tuple[EntryId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Payout:
    """One person's result in a pay run."""

    id: PayoutId
    pay_run: PayRunId
    client: ClientId
    ledger: Ledger
    month: Month
    days: int
    """Attended days."""
    minutes: int
    pieces: int
    tax_free: Money
    taxable: Money = ZERO
    cut: Money = ZERO
    """What the limit took off; not paid."""
    lines: tuple[PayoutLine, ...] = ()
    warnings: tuple[str, ...] = ()
    """Stable codes of what the payer should look at."""
    wage: WageSums | None = None
    """What is withheld, paid back and paid on top; none where there is only allowance free of tax."""
    approved: bool = False
    version: int = 1

    @property
    def paid(self) -> Money:
        """What the person gets before any withholding."""
        return self.tax_free + self.taxable

    @property
    def net(self) -> Money:
        """What goes to the person's account."""
        return self.paid - self.wage.withheld if self.wage else self.paid
