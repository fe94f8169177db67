"""Reads the demo centre's data (``resources/demo/*.toml``) into the domain's records; no Qt."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from subcontract.days import DateRange
from subcontract.ids import CustomerId, StaffId, TariffId
from subcontract.jobs.customer import Customer, CustomerKind, EInvoiceFormat
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
from ui.demo.data import UNIT, WEEKDAYS, Data, client_id, days, demo_id, plain
from ui.demo.jobs import Calendar, JobStory, story

__all__ = ["UNIT", "Calendar", "DemoData", "JobStory", "demo_id", "read_demo"]

FOLDER = Path(__file__).resolve().parent.parent.parent / "resources" / "demo"
HALVES = {"am": HalfDay.MORNING, "pm": HalfDay.AFTERNOON}


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
        jobs=tuple(map(story, _read(folder / "jobs.toml")["job"])),
    )


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _address(data: Data) -> Address:
    return Address(street=data["street"], postcode=data["postcode"], town=data["town"])


def _unit(data: Data) -> Unit:
    names = ("name", "provider", "business_id", "vat_registered", "email", "phone", "iban", "invoice_note")
    more = ("e_invoice_address", "e_invoice_operator", "quote_valid_days")
    return Unit(
        id=UNIT,
        kind=ProviderKind(data["kind"]),
        address=_address(data),
        **plain(data, *names, *more),
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
        **plain(data, "name", "email", "phone"),
    )


def _half_days(data: Mapping[str, str]) -> Availability:
    return Availability(
        half_days=frozenset(
            (WEEKDAYS.index(weekday), HALVES[half])
            for weekday, halves in data.items()
            for half in halves.split()
        )
    )


def _client(data: Data) -> Client:
    names = ("first_name", "last_name", "identity_code", "iban", "phone", "contact_name", "contact_phone")
    care = ("wishes", "weekly_days", "weekly_minutes", "needs_own_coach")
    more = ("language", "photo_consent", "active")
    return Client(
        id=client_id(data["key"]),
        unit=UNIT,
        number=0,
        address=_address(data),
        forms=tuple(FormOfWorkSpan(days=days(one), form=FormOfWork(one["form"])) for one in data["forms"]),
        tariff_classes=tuple(
            TariffClassSpan(days=days(one), tariff_class=one["class"]) for one in data["tariff_classes"]
        ),
        availability=_half_days(data["available"]),
        absences=tuple(
            Absence(days=days(one), kind=AbsenceKind(one["kind"])) for one in data.get("absences", ())
        ),
        skills=frozenset(data["skills"]),
        permits=tuple(Permit(**one) for one in data.get("permits", ())),
        never_with=frozenset(map(client_id, data.get("never_with", ()))),
        **plain(data, *names, *care, *more),
    )


def _customer(data: Data) -> Customer:
    names = ("name", "business_id", "contact_name", "email", "phone", "buyer_reference", "note", "language")
    more = ("e_invoice_address", "e_invoice_operator", "payment_term_days")
    needs = ("needs_order_number", "needs_buyer_reference", "needs_cost_centre", "cost_centre", "vat_id")
    return Customer(
        id=CustomerId(demo_id("customer", data["key"])),
        number=0,
        kind=CustomerKind(data["kind"]),
        e_invoice_format=EInvoiceFormat(data.get("e_invoice_format", "paper")),
        address=_address(data),
        **plain(data, *names, *more, *needs),
    )
