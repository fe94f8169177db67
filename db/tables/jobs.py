"""Customers, jobs with their phases, quotes, shifts and assignments."""

from sqlalchemy import Column, Date, Index, Integer, UniqueConstraint

from db.tables.building import child, choice, columns, days, flags, record, reference, texts
from db.tables.columns import Cents, Id, Scaled, WallClock
from db.tables.people import ADDRESS
from subcontract.jobs.customer import CustomerKind, EInvoiceFormat
from subcontract.jobs.job import Basis, JobSource, JobState, PayForm, SplitRule
from subcontract.jobs.quote import QuoteState
from subcontract.rota.shift import ShiftState

customers = record(
    "customers",
    *columns(Integer, "number"),
    *texts("name"),
    choice("kind", CustomerKind),
    *texts("business_id"),
    *texts(ADDRESS),
    *texts("contact_name email phone e_invoice_address e_invoice_operator"),
    choice("e_invoice_format", EInvoiceFormat),
    *texts("vat_id buyer_reference cost_centre"),
    *flags("needs_order_number needs_buyer_reference needs_cost_centre"),
    *columns(Integer, "payment_term_days"),
    *texts("language note"),
    *flags("active"),
    *columns(Integer, "version"),
    *texts("sought"),
)

jobs = record(
    "jobs",
    reference("unit", "units.id"),
    *columns(Integer, "number"),
    reference("customer", "customers.id"),
    *texts("name"),
    choice("state", JobState),
    choice("source", JobSource),
    *texts("description place"),
    *days(empty=True),
    reference("coach", "staff.id", empty=True),
    *columns(Integer, "least most"),
    *flags("good"),
    *texts("order_number cost_centre"),
    *columns(Cents, "allowance_pot"),
    *texts("lost_reason"),
    *columns(Integer, "version"),
    *texts("sought"),
    UniqueConstraint("unit", "number"),
    Index(None, "customer"),
    Index(None, "coach"),
)
job_needs = child("job_needs", jobs, "job", *texts("need"))

phases = child(
    "phases",
    jobs,
    "job",
    Column("id", Id, nullable=False),
    *texts("name"),
    choice("basis", Basis),
    *texts("unit_name"),
    *columns(Scaled, "quantity minutes_per_unit pace hours"),
    choice("pay_form", PayForm),
    *columns(Cents, "hourly"),
    *columns(Scaled, "holiday_compensation employer_costs"),
    *columns(Cents, "per_day"),
    *columns(Integer, "persons"),
    *columns(Scaled, "days"),
    *columns(Cents, "materials tools clothes transport"),
    *columns(Scaled, "coach_hours"),
    *columns(Cents, "coach_hourly"),
    *flags("coach_in_price"),
    *columns(Scaled, "overhead margin price_step unit_price"),
    *texts("vat_class"),
    *columns(Scaled, "market_price"),
    *texts("market_source"),
    choice("split", SplitRule),
    *texts("pictogram"),
    UniqueConstraint("id"),
)
phase_shares = child(
    "phase_shares",
    phases,
    "phase",
    reference("client", "clients.id"),
    *columns(Scaled, "share"),
    Index(None, "client"),
)
time_studies = child(
    "time_studies",
    phases,
    "phase",
    Column("id", Id, nullable=False),
    *columns(Date, "day"),
    reference("by", "staff.id"),
    *texts("method"),
    UniqueConstraint("id"),
    Index(None, "by"),
)
measurements = child("measurements", time_studies, "study", *columns(Integer, "pieces seconds"))

quotes = record(
    "quotes",
    reference("job", "jobs.id"),
    *columns(Integer, "revision"),
    *columns(Date, "day valid_until"),
    reference("by", "staff.id"),
    *columns(Cents, "net vat total"),
    *texts("text"),
    choice("state", QuoteState),
    *columns(Date, "answered_on", empty=True),
    *texts("answered_by"),
    *columns(Integer, "version"),
    UniqueConstraint("job", "revision"),
    Index(None, "day"),
    Index(None, "by"),
)
quote_lines = child(
    "quote_lines",
    quotes,
    "quote",
    *texts("text"),
    *columns(Scaled, "quantity"),
    *texts("unit"),
    *columns(Scaled, "unit_price"),
    *texts("vat"),
    *columns(Cents, "net"),
)

shifts = record(
    "shifts",
    reference("unit", "units.id"),
    reference("job", "jobs.id"),
    reference("phase", "phases.id", empty=True),
    *columns(Date, "day"),
    *columns(WallClock, "start end"),
    *columns(Integer, "break_minutes"),
    *texts("place"),
    reference("coach", "staff.id", empty=True),
    reference("peer_coach", "clients.id", empty=True),
    *columns(Integer, "least most"),
    *columns(Integer, "wanted", empty=True),
    choice("state", ShiftState),
    *texts("cancel_reason"),
    *columns(Integer, "version"),
    Index(None, "day"),
    Index(None, "job", "day"),
    Index(None, "phase"),
    Index(None, "coach", "day"),
    Index(None, "peer_coach"),
    Index(None, "unit"),
)
shift_coaches = child("shift_coaches", shifts, "shift", reference("staff", "staff.id"), Index(None, "staff"))
shift_needs = child("shift_needs", shifts, "shift", *texts("need"))

assignments = record(
    "assignments",
    reference("shift", "shifts.id"),
    reference("client", "clients.id"),
    *columns(Date, "day"),
    *columns(Integer, "version"),
    UniqueConstraint("shift", "client"),
    Index(None, "day"),
    Index(None, "client", "day"),
)
