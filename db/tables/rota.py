"""What the rotation keeps: wishes, staff rosters, pins, the goals of a unit and what was promised."""

from sqlalchemy import CheckConstraint, Column, Date, Index, Integer, SmallInteger, UniqueConstraint

from db.tables.building import child, choice, columns, days, flags, record, reference, texts
from db.tables.columns import Cents, Id, Moment, WallClock, Weighed
from subcontract.rota.records import PinKind

rota_wishes = record(
    "rota_wishes",
    reference("unit", "units.id"),
    reference("client", "clients.id"),
    *flags("wants_the_same"),
    *columns(Integer, "monthly_days monthly_minutes", empty=True),
    *columns(Cents, "weekly_pay monthly_pay", empty=True),
    *columns(Integer, "version"),
    UniqueConstraint("client"),
    Index(None, "unit"),
)
wished_jobs = child("wished_jobs", rota_wishes, "wishes", reference("job", "jobs.id"), Index(None, "job"))
unwished_jobs = child("unwished_jobs", rota_wishes, "wishes", reference("job", "jobs.id"), Index(None, "job"))
jobs_to_try = child("jobs_to_try", rota_wishes, "wishes", reference("job", "jobs.id"), Index(None, "job"))
wished_days = child("wished_days", rota_wishes, "wishes", Column("weekday", SmallInteger, nullable=False))
unwished_days = child("unwished_days", rota_wishes, "wishes", Column("weekday", SmallInteger, nullable=False))
wished_company = child(
    "wished_company", rota_wishes, "wishes", reference("other", "clients.id"), Index(None, "other")
)
familiar_coaches = child(
    "familiar_coaches", rota_wishes, "wishes", reference("staff", "staff.id"), Index(None, "staff")
)

staff_rosters = record(
    "staff_rosters",
    reference("unit", "units.id"),
    reference("staff", "staff.id"),
    *columns(Integer, "version"),
    UniqueConstraint("staff"),
    Index(None, "unit"),
)
working_hours = child(
    "working_hours",
    staff_rosters,
    "roster",
    Column("weekday", SmallInteger, nullable=False),
    *columns(WallClock, "start end"),
)
staff_away = child("staff_away", staff_rosters, "roster", *days("first", "last"))

pins = record(
    "pins",
    reference("unit", "units.id"),
    # No reference: a shift that is removed and put back finds its pins again.
    Column("shift", Id, nullable=False),
    reference("client", "clients.id"),
    *columns(Date, "day"),
    choice("kind", PinKind),
    *columns(Integer, "version"),
    UniqueConstraint("shift", "client"),
    Index(None, "day"),
    Index(None, "client"),
    Index(None, "unit"),
)

rota_terms = record(
    "rota_terms",
    reference("unit", "units.id"),
    *columns(Weighed, "even wishes variety familiar learning"),
    *flags("coach_needed"),
    *columns(Integer, "least_rest_minutes memory_weeks version"),
    UniqueConstraint("unit"),
    CheckConstraint("memory_weeks > 0", name="memory_weeks_positive"),
)

publications = record(
    "publications",
    reference("unit", "units.id"),
    *columns(Date, "day last"),
    reference("by", "staff.id"),
    *columns(Moment, "at"),
    CheckConstraint("last >= day", name="last_not_before"),
    Index(None, "unit"),
    Index(None, "day"),
)
published_places = child(
    "published_places",
    publications,
    "publication",
    reference("client", "clients.id"),
    # No reference: what was promised stays when the shift is removed.
    Column("shift", Id, nullable=False),
    reference("job", "jobs.id"),
    *columns(Date, "day"),
    *columns(WallClock, "start end"),
    *texts("place"),
    reference("coach", "staff.id", empty=True),
    Index(None, "client"),
)
