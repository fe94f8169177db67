"""Units, staff and clients."""

from sqlalchemy import Column, Date, Index, Integer, LargeBinary, SmallInteger, Text, UniqueConstraint

from db.tables.building import child, choice, columns, days, flags, record, reference, texts
from subcontract.people.client import AbsenceKind, FormOfWork, HalfDay
from subcontract.people.staff import Role
from subcontract.people.unit import ProviderKind

ADDRESS = "street postcode town country"

units = record(
    "units",
    *texts("name provider business_id"),
    choice("kind", ProviderKind),
    *flags("vat_registered"),
    *texts(ADDRESS),
    *texts("email phone iban e_invoice_address e_invoice_operator"),
    Column("logo", LargeBinary, nullable=False),
    *texts("invoice_note"),
    *columns(Integer, "quote_valid_days version"),
)

staff = record(
    "staff",
    reference("unit", "units.id"),
    *texts("name email phone"),
    *flags("active"),
    *columns(Integer, "version"),
    Index(None, "unit"),
)
staff_roles = child("staff_roles", staff, "staff", choice("role", Role))

clients = record(
    "clients",
    reference("unit", "units.id"),
    *columns(Integer, "number"),
    *texts("first_name last_name call_name identity_code"),
    *texts(ADDRESS),
    *texts("phone email contact_name contact_phone iban language wishes"),
    *columns(Integer, "weekly_days weekly_minutes"),
    *flags("needs_own_coach"),
    Column("photo", LargeBinary, nullable=False),
    *columns(Date, "photo_consent", empty=True),
    *flags("active"),
    *columns(Integer, "version"),
    # What the search looks through, written small by the store: both engines then agree on å, ä and ö.
    *texts("sought"),
    UniqueConstraint("unit", "number"),
)
client_forms = child("client_forms", clients, "client", *days(), choice("form", FormOfWork))
client_tariff_classes = child("client_tariff_classes", clients, "client", *days(), *texts("tariff_class"))
client_half_days = child(
    "client_half_days",
    clients,
    "client",
    Column("weekday", SmallInteger, nullable=False),
    choice("half", HalfDay),
)
client_absences = child("client_absences", clients, "client", *days(), choice("kind", AbsenceKind))
client_skills = child("client_skills", clients, "client", Column("skill", Text, nullable=False))
client_permits = child(
    "client_permits", clients, "client", *texts("name"), *columns(Date, "valid_to", empty=True)
)
client_never_with = child(
    "client_never_with", clients, "client", reference("other", "clients.id"), Index(None, "other")
)
