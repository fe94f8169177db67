"""Reads the demo centre's data (``resources/demo/*.toml``) into the domain's records; no Qt.

Ids follow from the keys in the files, so that the same data always makes the same centre.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from subcontract.days import LATEST, DateRange
from subcontract.ids import ClientId, CustomerId, JobId, PhaseId, StaffId, StudyId, TariffId, UnitId
from subcontract.jobs.customer import Customer, CustomerKind
from subcontract.jobs.job import (
    Basis,
    Job,
    JobSource,
    JobState,
    Measurement,
    PayForm,
    Phase,
    PhaseCosts,
    SplitRule,
    TimeStudy,
)
from subcontract.money import Money
from subcontract.payout.records import AboveLimit, LimitMode, Tariff, TariffBasis, TariffRate
from subcontract.people.client import (
    Absence,
    AbsenceKind,
    Availability,
    Client,
    FormOfWork,
    FormOfWorkSpan,
    HalfDay,
    Permit,
    TariffClassSpan,
)
from subcontract.people.staff import Role, Staff
from subcontract.people.unit import Address, ProviderKind, Unit

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "demo"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HALVES = {"am": HalfDay.MORNING, "pm": HalfDay.AFTERNOON}
Data = Mapping[str, Any]


def demo_id(kind: str, key: str) -> UUID:
    """The id of a record of the demo centre."""
    return uuid5(NAMESPACE_URL, f"urakka:demo:{kind}:{key}")


UNIT = UnitId(demo_id("unit", "rantapaja"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """When a job's shifts are."""

    weekdays: tuple[int, ...]
    start: time
    end: time
    break_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JobStory:
    """A job and what has happened to it until the demo's day."""

    job: Job
    """As an enquiry; its time studies are recorded by their own act."""
    studies: tuple[tuple[PhaseId, TimeStudy], ...]
    state: JobState
    """Where it stands on the demo's day."""
    quoted: date | None
    accepted: date | None
    refused: date | None
    by: str
    reason: str
    group: tuple[ClientId, ...]
    """Who usually takes part."""
    calendar: Calendar | None
    pieces_an_hour: int
    """What one person makes in an hour; 0 where pieces are not counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoData:
    """The whole of the demo centre's data."""

    today: date
    unit: Unit
    tariff: Tariff
    staff: tuple[Staff, ...]
    clients: tuple[Client, ...]
    customers: tuple[Customer, ...]
    jobs: tuple[JobStory, ...]


def read_demo(folder: Path = FOLDER) -> DemoData:
    """Read every file of the demo centre."""
    unit = _read(folder / "unit.toml")
    return DemoData(
        today=unit["today"],
        unit=_unit(unit["unit"]),
        tariff=_tariff(unit["tariff"]),
        staff=tuple(map(_staff, _read(folder / "staff.toml")["staff"])),
        clients=tuple(map(_client, _read(folder / "clients.toml")["client"])),
        customers=tuple(map(_customer, _read(folder / "customers.toml")["customer"])),
        jobs=tuple(map(_story, _read(folder / "jobs.toml")["job"])),
    )


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _address(data: Data) -> Address:
    return Address(street=data["street"], postcode=data["postcode"], town=data["town"])


def _plain(data: Data, *names: str) -> dict[str, Any]:
    """Those of the named values that the data has."""
    return {name: data[name] for name in names if name in data}


def _each(kind: Callable[[str], object], data: Data, names: Iterable[str]) -> dict[str, Any]:
    """Those of the named values that the data has, each made of its text."""
    return {name: kind(data[name]) for name in names if name in data}


def _unit(data: Data) -> Unit:
    names = ("name", "provider", "business_id", "vat_registered", "email", "phone", "iban", "invoice_note")
    more = ("e_invoice_address", "e_invoice_operator", "quote_valid_days")
    return Unit(
        id=UNIT,
        kind=ProviderKind(data["kind"]),
        address=_address(data),
        **_plain(data, *names, *more),
    )


def _tariff(data: Data) -> Tariff:
    rates = tuple(
        TariffRate(
            tariff_class=rate["class"],
            basis=TariffBasis(rate["basis"]),
            amount=Money(rate.get("amount", "0")),
        )
        for rate in data["rate"]
    )
    return Tariff(
        id=TariffId(demo_id("tariff", "first")),
        unit=UNIT,
        days=DateRange(data["from"]),
        rates=rates,
        full_day_minutes=data["full_day_minutes"],
        limit_mode=LimitMode(data["limit_mode"]),
        above_limit=AboveLimit(data["above_limit"]),
    )


def _staff(data: Data) -> Staff:
    return Staff(
        id=StaffId(demo_id("staff", data["key"])),
        unit=UNIT,
        roles=frozenset(map(Role, data["roles"])),
        **_plain(data, "name", "email", "phone"),
    )


def _days(data: Data) -> DateRange:
    return DateRange(data["from"], data.get("to", LATEST))


def _half_days(data: Mapping[str, str]) -> Availability:
    return Availability(
        half_days=frozenset(
            (WEEKDAYS.index(weekday), HALVES[half])
            for weekday, halves in data.items()
            for half in halves.split()
        )
    )


def _client_id(key: str) -> ClientId:
    return ClientId(demo_id("client", key))


def _client(data: Data) -> Client:
    names = ("first_name", "last_name", "identity_code", "iban", "phone", "contact_name", "contact_phone")
    more = (
        "wishes",
        "language",
        "weekly_days",
        "weekly_minutes",
        "needs_own_coach",
        "photo_consent",
        "active",
    )
    return Client(
        id=_client_id(data["key"]),
        unit=UNIT,
        number=0,
        address=_address(data),
        forms=tuple(FormOfWorkSpan(days=_days(one), form=FormOfWork(one["form"])) for one in data["forms"]),
        tariff_classes=tuple(
            TariffClassSpan(days=_days(one), tariff_class=one["class"]) for one in data["tariff_classes"]
        ),
        availability=_half_days(data["available"]),
        absences=tuple(
            Absence(days=_days(one), kind=AbsenceKind(one["kind"])) for one in data.get("absences", ())
        ),
        skills=frozenset(data["skills"]),
        permits=tuple(Permit(**one) for one in data.get("permits", ())),
        never_with=frozenset(map(_client_id, data.get("never_with", ()))),
        **_plain(data, *names, *care, *more),
    )


def _customer(data: Data) -> Customer:
    names = ("name", "business_id", "contact_name", "email", "phone", "buyer_reference", "note", "language")
    more = ("e_invoice_address", "e_invoice_operator", "payment_term_days")
    return Customer(
        id=CustomerId(demo_id("customer", data["key"])),
        number=0,
        kind=CustomerKind(data["kind"]),
        address=_address(data),
        **_plain(data, *names, *more),
    )


_MONEYS = ("hourly", "per_day", "materials", "tools", "clothes", "transport", "coach_hourly")
_DECIMALS = (
    "holiday_compensation",
    "employer_costs",
    "days",
    "coach_hours",
    "overhead",
    "margin",
    "price_step",
)


def _costs(data: Data) -> PhaseCosts:
    return PhaseCosts(
        pay_form=PayForm(data["pay_form"]),
        persons=data.get("persons", 0),
        **_each(Money, data, _MONEYS),
        **_each(Decimal, data, _PERCENTS + _NUMBERS),
    )


def _phase_id(job: str, name: str) -> PhaseId:
    return PhaseId(demo_id("phase", f"{job}/{name}"))


def _phase(job: str, data: Data) -> Phase:
    numbers = ("quantity", "minutes_per_unit", "pace", "hours", "unit_price", "market_price")
    return Phase(
        id=_phase_id(job, data["name"]),
        basis=Basis(data["basis"]),
        split=SplitRule(data.get("split", SplitRule.MINUTES)),
        costs=_costs(data["costs"]),
        agreed_shares=tuple(
            (_client_id(key), Decimal(share)) for key, share in data.get("agreed_shares", {}).items()
        ),
        **_plain(data, "name", "unit_name", "market_source", "pictogram"),
        **_each(Decimal, data, numbers),
    )


def _study(job: str, phase: str, at: int, data: Data) -> TimeStudy:
    return TimeStudy(
        id=StudyId(demo_id("study", f"{job}/{phase}/{at}")),
        day=data["day"],
        by=StaffId(demo_id("staff", data["by"])),
        method=data["method"],
        measurements=tuple(
            Measurement(pieces=pieces, seconds=seconds) for pieces, seconds in data["measurements"]
        ),
    )


def _job(data: Data) -> Job:
    return Job(
        id=JobId(demo_id("job", data["key"])),
        unit=UNIT,
        number=0,
        customer=CustomerId(demo_id("customer", data["customer"])),
        source=JobSource(data["source"]),
        days=_days(data) if "from" in data else None,
        coach=StaffId(demo_id("staff", data["coach"])),
        phases=tuple(_phase(data["key"], one) for one in data["phase"]),
        needs=frozenset(data.get("needs", ())),
        allowance_pot=Money(data.get("allowance_pot", "0")),
        **_plain(data, "name", "description", "place", "least", "most", "order_number"),
    )


def _story(data: Data) -> JobStory:
    key = data["key"]
    studies = tuple(
        (_phase_id(key, phase["name"]), _study(key, phase["name"], at, one))
        for phase in data["phase"]
        for at, one in enumerate(phase.get("study", ()))
    )
    calendar = data.get("calendar")
    return JobStory(
        job=_job(data),
        studies=studies,
        state=JobState(data["state"]),
        quoted=data.get("quoted"),
        accepted=data.get("accepted"),
        refused=data.get("refused"),
        by=data.get("by", ""),
        reason=data.get("reason", ""),
        group=tuple(map(_client_id, data.get("group", ()))),
        calendar=_calendar(calendar) if calendar else None,
        pieces_an_hour=data.get("pieces_an_hour", 0),
    )


def _calendar(data: Data) -> Calendar:
    return Calendar(
        weekdays=tuple(WEEKDAYS.index(day) for day in data["weekdays"]),
        start=time.fromisoformat(data["start"]),
        end=time.fromisoformat(data["end"]),
        break_minutes=data["break_minutes"],
    )
