"""Jobs and their phases."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from subcontract.days import DateRange
from subcontract.ids import ClientId, CustomerId, JobId, PhaseId, StaffId, StudyId, UnitId
from subcontract.money import ZERO, Money


class JobState(StrEnum):
    """Where a job is on its way from an enquiry to its end."""

    ENQUIRY = "enquiry"
    QUOTED = "quoted"
    ORDERED = "ordered"
    RUNNING = "running"
    FINISHED = "finished"
    CLOSED = "closed"
    LOST = "lost"


class JobSource(StrEnum):
    """How the job came; a tender means a competitive market (611/2021, 131 §)."""

    DIRECT = "direct"
    FRAME_AGREEMENT = "frame_agreement"
    TENDER = "tender"


class Basis(StrEnum):
    """What a phase is priced by."""

    PIECE = "piece"
    HOUR = "hour"
    DAY = "day"
    """A day when the group was at work on the phase, whatever its size."""
    FIXED = "fixed"


class PayForm(StrEnum):
    """What the price sheet reckons for the people's pay."""

    ALLOWANCE = "allowance"
    WAGE = "wage"


class SplitRule(StrEnum):
    """How a result or a sum of the group is shared between its members."""

    MINUTES = "minutes"
    PIECES = "pieces"
    AGREED = "agreed"
    EQUAL = "equal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One measured run: so many pieces took so many seconds."""

    pieces: int
    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeStudy:
    """Measured minutes per unit: when, by whom, how, and each measurement."""

    id: StudyId
    day: date
    by: StaffId
    method: str = ""
    measurements: tuple[Measurement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseCosts:
    """What goes into the price of a phase beside quantity and time; money without VAT."""

    pay_form: PayForm = PayForm.WAGE
    hourly: Money = ZERO
    """Wage of an hour (pay form wage)."""
    holiday_compensation: Decimal = Decimal(0)
    employer_costs: Decimal = Decimal(0)
    per_day: Money = ZERO
    """Allowance of a person's day (pay form allowance)."""
    persons: int = 0
    days: Decimal = Decimal(0)
    materials: Money = ZERO
    tools: Money = ZERO
    clothes: Money = ZERO
    transport: Money = ZERO
    coach_hours: Decimal = Decimal(0)
    coach_hourly: Money = ZERO
    coach_in_price: bool = False
    overhead: Decimal = Decimal(0)
    margin: Decimal = Decimal(0)
    price_step: Decimal = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A step of a job with its own price basis and time study."""

    id: PhaseId
    name: str
    basis: Basis
    unit_name: str = ""
    """Unit of a piece as on the invoice: ``kpl``, ``laatikko``."""
    quantity: Decimal = Decimal(0)
    """Pieces, hours or days ordered; 1 for fixed."""
    minutes_per_unit: Decimal = Decimal(0)
    """Estimate used while there is no time study."""
    pace: Decimal = Decimal(1)
    """Expected pace of the group, for planning only, never shown beside a person."""
    hours: Decimal = Decimal(0)
    """Working hours given when the basis is hour, day or fixed."""
    costs: PhaseCosts = PhaseCosts()
    studies: tuple[TimeStudy, ...] = ()
    unit_price: Decimal = Decimal(0)
    """Agreed price of a unit without VAT, at most four decimals; 0 while not agreed."""
    vat_class: str = "general"
    """One of ``VAT_CLASSES``: a rate of the day, or a code without VAT."""
    market_price: Decimal = Decimal(0)
    market_source: str = ""
    split: SplitRule = SplitRule.MINUTES
    agreed_shares: tuple[tuple[ClientId, Decimal], ...] = ()
    pictogram: str = "boxes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One ordered piece of work or a continuing one."""

    id: JobId
    unit: UnitId
    number: int
    customer: CustomerId
    name: str
    state: JobState = JobState.ENQUIRY
    source: JobSource = JobSource.DIRECT
    description: str = ""
    place: str = ""
    days: DateRange | None = None
    coach: StaffId | None = None
    phases: tuple[Phase, ...] = ()
    least: int = 1
    most: int = 8
    """Group size on a shift unless the shift says otherwise."""
    needs: frozenset[str] = frozenset()
    """Skills and permits that the work asks for."""
    good: bool = False
    """Work that everybody likes and that should therefore go round."""
    order_number: str = ""
    cost_centre: str = ""
    """Of the provider's own accounting; the unit's when empty."""
    allowance_pot: Money = ZERO
    """What is shared as allowance in each month with work, between those paid from a pot."""
    lost_reason: str = ""
    version: int = 1

    def phase(self, id: PhaseId | None) -> Phase | None:  # noqa: A002 - the field's own name
        """The phase with that id."""
        return next((phase for phase in self.phases if phase.id == id), None)
