"""Units, staff and clients as rows."""

from collections.abc import Iterable

from db.stores.mapping import Mapping
from db.stores.rows import in_order, members, rows, values
from db.stores.shapes import span, within
from db.tables import people as t
from subcontract.people.client import (
    Absence,
    Availability,
    Client,
    ClientName,
    FormOfWorkSpan,
    HalfDay,
    Permit,
    TariffClassSpan,
)
from subcontract.people.staff import Staff
from subcontract.people.unit import Address, Unit


def _availability(half_days: Iterable[tuple[int, HalfDay]]) -> Availability:
    return Availability(half_days=frozenset(half_days))


def _half_days(availability: Availability) -> list[object]:
    return in_order(availability.half_days)


def _sought(client: Client) -> str:
    return f"{client.first_name} {client.call_name} {client.last_name} {client.number}"


UNITS = Mapping.of(Unit, t.units, address=within(Address))
STAFF = Mapping.of(Staff, t.staff, roles=members(t.staff_roles, "role"))
CLIENTS = Mapping.of(
    Client,
    t.clients,
    sought=_sought,
    address=within(Address),
    forms=rows(t.client_forms, FormOfWorkSpan, days=span()),
    tariff_classes=rows(t.client_tariff_classes, TariffClassSpan, days=span()),
    availability=values(t.client_half_days, "weekday half", _availability, _half_days),
    absences=rows(t.client_absences, Absence, days=span()),
    skills=members(t.client_skills, "skill"),
    permits=rows(t.client_permits, Permit),
    never_with=members(t.client_never_with, "other"),
)
CLIENT_NAMES = Mapping.of(ClientName, t.clients)
"""The same rows, without what lies below them."""
