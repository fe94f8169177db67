"""Work entries, what is complete, tariffs, pay runs, payouts, and what is kept for ever."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from db.tables.building import METADATA, child, choice, columns, days, flags, record, reference, texts
from db.tables.columns import Blanks, Cents, Exact, Id, Moment, MonthText, Scaled, WallClock
from subcontract.hours.entry import Attendance, EntryKind
from subcontract.jobs.job import SplitRule
from subcontract.payout.records import AboveLimit, Ledger, LimitMode, PayRunState, TariffBasis

work_entries = record(
    "work_entries",
    reference("unit", "units.id"),
    choice("kind", EntryKind),
    *columns(Date, "day"),
    reference("job", "jobs.id"),
    reference("phase", "phases.id", empty=True),
    reference("shift", "shifts.id", empty=True),
    reference("client", "clients.id", empty=True),
    reference("staff", "staff.id", empty=True),
    choice("attendance", Attendance),
    *columns(WallClock, "start end", empty=True),
    *columns(Integer, "break_minutes minutes pieces rejects"),
    choice("split", SplitRule, empty=True),
    *texts("material"),
    *columns(Scaled, "quantity"),
    *columns(Cents, "unit_price"),
    *texts("note"),
    reference("supersedes", "work_entries.id", empty=True),
    *flags("void"),
    *texts("reason"),
    reference("by", "staff.id"),
    *columns(Moment, "at"),
    CheckConstraint("minutes >= 0 AND break_minutes >= 0", name="minutes_not_negative"),
    CheckConstraint("pieces >= 0 AND rejects >= 0", name="pieces_not_negative"),
    Index(None, "day"),
    Index(None, "job", "day"),
    Index(None, "client", "day"),
    Index(None, "shift"),
    # In force is what no other entry supersedes: the answer is one look into this index.
    Index(None, "supersedes"),
)

complete_days = record(
    "complete_days",
    reference("shift", "shifts.id"),
    reference("unit", "units.id"),
    *columns(Date, "day"),
    reference("by", "staff.id"),
    *columns(Moment, "at"),
    Index(None, "day"),
    key="shift",
)
complete_months = record(
    "complete_months",
    reference("unit", "units.id"),
    *columns(MonthText, "month"),
    reference("by", "staff.id"),
    *columns(Moment, "at"),
    key="unit month",
)

tariffs = record(
    "tariffs",
    reference("unit", "units.id"),
    *days(),
    *columns(Integer, "full_day_minutes"),
    choice("limit_mode", LimitMode),
    choice("above_limit", AboveLimit),
    *columns(Integer, "version"),
    Index(None, "unit"),
)
tariff_rates = child(
    "tariff_rates",
    tariffs,
    "tariff",
    *texts("tariff_class"),
    choice("basis", TariffBasis),
    *columns(Cents, "amount"),
)

pay_runs = record(
    "pay_runs",
    reference("unit", "units.id"),
    choice("ledger", Ledger),
    *columns(MonthText, "month"),
    *columns(Date, "pay_day"),
    choice("state", PayRunState),
    reference("calculated_by", "staff.id"),
    *columns(Moment, "calculated_at"),
    reference("approved_by", "staff.id", empty=True),
    *columns(Moment, "approved_at", empty=True),
    *columns(Integer, "version"),
    UniqueConstraint("unit", "ledger", "month"),
)

payouts = record(
    "payouts",
    reference("pay_run", "pay_runs.id"),
    reference("client", "clients.id"),
    choice("ledger", Ledger),
    *columns(MonthText, "month"),
    *columns(Integer, "days minutes pieces"),
    *columns(Cents, "tax_free taxable cut"),
    *flags("approved"),
    *columns(Integer, "version"),
    UniqueConstraint("pay_run", "client"),
    Index(None, "client", "month"),
)
payout_lines = child(
    "payout_lines",
    payouts,
    "payout",
    *texts("what"),
    *columns(Blanks, "blanks"),
    *columns(Date, "day", empty=True),
    *columns(Exact, "basis"),
    *texts("basis_unit"),
    *columns(Exact, "rate"),
    *columns(Cents, "amount"),
    *texts("rule"),
    *columns(Date, "valid_from", empty=True),
    *texts("source"),
)
payout_line_entries = child(
    "payout_line_entries",
    payout_lines,
    "payout line",
    reference("entry", "work_entries.id"),
    Index(None, "entry"),
    key="payout position",
)
payout_warnings = child("payout_warnings", payouts, "payout", *texts("warning"))


# --- numbers, billings, and what is kept for ever ----------------------------------------------

numbers = Table(
    "numbers",
    METADATA,
    Column("unit", Id, primary_key=True),
    Column("series", Text, primary_key=True),
    Column("last", Integer, nullable=False),
    ForeignKeyConstraint(["unit"], ["units.id"]),
    CheckConstraint("last > 0", name="last_positive"),
)

billings = Table(
    "billings",
    METADATA,
    Column("entry", Id, primary_key=True),
    # A draft's line or an issued one, so no single table can be referred to.
    Column("line", Id, nullable=False),
    ForeignKeyConstraint(["entry"], ["work_entries.id"]),
    Index(None, "line"),
)

papers = Table(
    "papers",
    METADATA,
    Column("of", Id, primary_key=True),
    Column("kind", Text, primary_key=True),
    *texts("name"),
    Column("content", LargeBinary, nullable=False),
    *columns(Moment, "made_at"),
)

# The log refers to nothing: its rows outlive whatever they tell of, and none may be refused for it.
events = record(
    "events",
    *columns(Moment, "at"),
    Column("who", Id, nullable=False),
    *texts("role action"),
    Column("object", Id, nullable=True),
    *texts("purpose facts previous hash"),
    *columns(Integer, "hash_version"),
    UniqueConstraint("previous"),
    Index(None, "object"),
)
