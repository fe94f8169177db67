"""Clients: people in disability services who work. Diagnosis is not asked for and has no field."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from subcontract.days import DateRange
from subcontract.ids import ClientId, UnitId
from subcontract.people.unit import Address


class FormOfWork(StrEnum):
    """On what basis a client works; the two ledgers follow from it."""

    ALLOWANCE = "allowance"
    EMPLOYMENT = "employment"
    FEE = "fee"


class HalfDay(StrEnum):
    """Morning ends and afternoon starts at noon."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


class AbsenceKind(StrEnum):
    """Why a client is away, no closer than the work needs."""

    HOLIDAY = "holiday"
    SICK = "sick"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormOfWorkSpan:
    """The form of work over days."""

    days: DateRange
    form: FormOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class TariffClassSpan:
    """The class of the unit's tariff that the client belongs to, over days."""

    days: DateRange
    tariff_class: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit:
    """A permit or card with its last day: hygieniapassi, työturvallisuuskortti."""

    name: str
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Days when the client is known to be away."""

    days: DateRange
    kind: AbsenceKind = AbsenceKind.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """The half-days of a week (Monday is 0) when the client can work."""

    half_days: frozenset[tuple[int, HalfDay]] = frozenset(
        (weekday, half) for weekday in range(5) for half in HalfDay
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientName:
    """A client's names without the rest, for looking whether a text names somebody."""

    id: ClientId
    first_name: str
    last_name: str
    call_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """A person who works; never the ordering firm."""

    id: ClientId
    unit: UnitId
    number: int
    """Client number of the unit: shown in lists, breaks ties in sharing."""
    first_name: str
    last_name: str
    call_name: str = ""
    identity_code: str = ""
    address: Address = Address()
    phone: str = ""
    email: str = ""
    contact_name: str = ""
    """Next of kin, home or trustee to call."""
    contact_phone: str = ""
    iban: str = ""
    language: str = "fi"
    forms: tuple[FormOfWorkSpan, ...] = ()
    tariff_classes: tuple[TariffClassSpan, ...] = ()
    availability: Availability = Availability()
    absences: tuple[Absence, ...] = ()
    skills: frozenset[str] = frozenset()
    permits: tuple[Permit, ...] = ()
    wishes: str = ""
    weekly_days: int = 5
    """Most working days in a week."""
    weekly_minutes: int = 2250
    """Most working minutes in a week."""
    never_with: frozenset[ClientId] = frozenset()
    needs_own_coach: bool = False
    photo: bytes = b""
    """JPEG, decoded and written again by us; kept only while consent is in force."""
    photo_consent: date | None = None
    active: bool = True
    version: int = 1

    @property
    def name(self) -> str:
        """Surname first, as in lists: ``Aalto, Liisa``."""
        return f"{self.last_name}, {self.first_name}"

    @property
    def called(self) -> str:
        """The name that the person is called by, as in sentences: the first of several first names."""
        return self.call_name or next(iter(self.first_name.split()), self.last_name)

    def form_on(self, day: date) -> FormOfWork | None:
        """The form of work on a day, ``None`` when nothing has been agreed."""
        return next((span.form for span in self.forms if day in span.days), None)

    def tariff_class_on(self, day: date) -> str | None:
        """The tariff class on a day."""
        return next((s.tariff_class for s in self.tariff_classes if day in s.days), None)
