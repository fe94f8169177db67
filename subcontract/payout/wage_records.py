"""Wages: the unit's settings by date, typed items, pots, the sums of a payout, and what left the house."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from subcontract.benefits.records import EarnedIn
from subcontract.days import DateRange, Month
from subcontract.ids import (
    ClientId,
    HandOverId,
    JobId,
    PayItemId,
    PayoutId,
    PayRunId,
    PaySettingsId,
    StaffId,
    TaxCardId,
    UnitId,
    WagePotId,
)
from subcontract.jobs.job import SplitRule
from subcontract.money import ZERO, Money


class MixedDay(StrEnum):
    """What a day with both wage work and allowance work gives; the same hours are never in both."""

    WAGE_ALONE = "wage_alone"
    """Allowance only for days without wage: the default."""
    EACH_ITS_OWN = "each_its_own"


class NetPay(StrEnum):
    """Who reckons the net pay."""

    OURS = "ours"
    PAYROLL = "payroll"
    """The provider's payroll pays: gross lines by pay code are handed over."""


class PayCode(StrEnum):
    """What a gross line is, for the payroll's own codes."""

    HOURS = "hours"
    PIECES = "pieces"
    POT = "pot"
    FLOOR = "floor"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"
    SICK_PAY = "sick_pay"
    PAID_ABSENCE = "paid_absence"
    OTHER_WAGE = "other_wage"
    OVERTIME_INCREMENT = "overtime_increment"
    """What overtime or emergency work gives on top of its pay; no holiday compensation of it."""
    HOLIDAY_COMPENSATION = "holiday_compensation"
    FEE = "fee"
    BUS_TICKET = "bus_ticket"
    KILOMETRES = "kilometres"
    DIFFERENCE = "difference"


TYPED = (
    PayCode.SICK_PAY,
    PayCode.PAID_ABSENCE,
    PayCode.OTHER_WAGE,
    PayCode.OVERTIME_INCREMENT,
    PayCode.FEE,
    PayCode.BUS_TICKET,
    PayCode.KILOMETRES,
)
"""What somebody types in; the rest comes from work entries and rules."""
EXPENSES = (PayCode.BUS_TICKET, PayCode.KILOMETRES)
"""Costs paid back: no pay, no withholding, not under the allowance's limit."""
WAGES = (
    PayCode.HOURS,
    PayCode.PIECES,
    PayCode.POT,
    PayCode.FLOOR,
    PayCode.SUNDAY,
    PayCode.HOLIDAY,
    PayCode.SICK_PAY,
    PayCode.PAID_ABSENCE,
    PayCode.OTHER_WAGE,
    PayCode.OVERTIME_INCREMENT,
)
"""Pay of an employment, holiday compensation left out."""
AT_WORK = tuple(
    code for code in WAGES if code not in {PayCode.SICK_PAY, PayCode.PAID_ABSENCE, PayCode.OVERTIME_INCREMENT}
)
"""Pay for time at work, of which holiday compensation is reckoned (162/2005 12 and 16 §): not the increments
of overtime and emergency work, and not what is paid for time away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaySettings:
    """How the unit pays from ``first`` on, until the next settings."""

    id: PaySettingsId
    unit: UnitId
    first: date
    sunday: Decimal = Decimal(100)
    """Increment of Sunday work in per cent of the hourly base."""
    holiday: Decimal = Decimal(100)
    """Increment of work on a public holiday."""
    mixed_day: MixedDay = MixedDay.WAGE_ALONE
    net_pay: NetPay = NetPay.OURS
    earned_in: EarnedIn = EarnedIn.PAYMENT
    large_employer: bool = True
    """Whether the payroll exceeds the limit of the unemployment insurance contribution."""
    employer_pension: Decimal = Decimal(0)
    """The employer's own share in per cent, from its pension institution; 0 while not known."""
    other_employer: Decimal = Decimal(0)
    """Accident and group life insurance together, in per cent."""
    salary_payment: bool = True
    """Mark payments to persons as salaries in the bank file (category purpose SALA)."""
    per_kilometre: Decimal = Decimal(0)
    """Euros of a kilometre, at most four decimals; 0 while none are paid."""
    codes: tuple[tuple[PayCode, str], ...] = ()
    """The payroll's own code for each kind of line."""
    version: int = 1

    def code_of(self, kind: PayCode) -> str:
        """The payroll's code, or our own word while none is set."""
        return dict(self.codes).get(kind, kind.value)


def settings_on(settings: tuple[PaySettings, ...], day: date) -> PaySettings | None:
    """The settings in force on a day."""
    return max((one for one in settings if one.first <= day), key=lambda one: one.first, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PayItem:
    """A typed line of a month: sick pay, a fee, a bus ticket, kilometres."""

    id: PayItemId
    unit: UnitId
    client: ClientId
    month: Month
    """The pay run's month."""
    day: date
    kind: PayCode
    text: str = ""
    minutes: int = 0
    quantity: Decimal = Decimal(0)
    """Kilometres, tickets or occasions; 0 when only a sum was typed."""
    rate: Decimal = Decimal(0)
    amount: Money
    by: StaffId
    at: datetime
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class WagePot:
    """What of a job is shared as pay in each month with work, over days."""

    id: WagePotId
    unit: UnitId
    job: JobId
    days: DateRange
    amount: Money = ZERO
    """A fixed sum of a month; zero when a part of the price is shared."""
    percent: Decimal = Decimal(0)
    """Per cent of the month's price without VAT."""
    split: SplitRule = SplitRule.MINUTES
    shares: tuple[tuple[ClientId, Decimal], ...] = ()
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class WageSums:
    """What a payout comes to beside its gross: pay, what is withheld, and the employer's costs."""

    wages: Money = ZERO
    holiday_compensation: Money = ZERO
    fees: Money = ZERO
    expenses: Money = ZERO
    """Costs paid back, free of tax."""
    withholding: Money = ZERO
    pension: Money = ZERO
    unemployment: Money = ZERO
    employer_health: Money = ZERO
    employer_unemployment: Money = ZERO
    employer_pension: Money = ZERO
    employer_other: Money = ZERO
    tax_card: TaxCardId | None = None
    card_used: Money = ZERO
    """Of the taxable pay, what counts into the card's limit."""
    protected: Money = ZERO
    """The part of the net pay that an attachment leaves alone; information."""

    @property
    def withheld(self) -> Money:
        """All that is taken off the person's pay."""
        return self.withholding + self.pension + self.unemployment

    @property
    def employer_costs(self) -> Money:
        """What the employer pays on top."""
        return self.employer_health + self.employer_unemployment + self.employer_pension + self.employer_other


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopening:
    """An approved payout that is not paid as it stands; the next run pays the difference."""

    payout: PayoutId
    client: ClientId
    reason: str
    by: StaffId
    at: datetime

    @property
    def id(self) -> PayoutId:
        """A payout is reopened once."""
        return self.payout


class HandOverKind(StrEnum):
    """What left the house from a pay run."""

    BANK_FILE = "bank_file"
    INCOMES_REGISTER = "incomes_register"
    PAYROLL = "payroll"
    LEDGER = "ledger"
    SUBSIDY_CLAIM = "subsidy_claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """A file that was made of a run: its control total, and who ticked it."""

    id: HandOverId
    pay_run: PayRunId
    kind: HandOverKind
    reference: str
    """The file's own id: message id, delivery id, file name."""
    count: int
    total: Money
    made_by: StaffId
    made_at: datetime
    ticked_by: StaffId | None = None
    ticked_at: datetime | None = None
    version: int = 1
