"""Reads the jobs of the demo centre and what has happened to them; no Qt."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from subcontract.ids import ClientId, CustomerId, JobId, PhaseId, StaffId, StudyId
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
from ui.demo.data import UNIT, WEEKDAYS, Data, client_id, days, demo_id, each, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """When a job's shifts are."""

    weekdays: tuple[int, ...]
    start: time
    end: time
    break_minutes: int
    wanted: int | None
    """The best number of people; ``None`` when nothing is said."""


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


_MONEYS = ("hourly", "per_day", "materials", "tools", "clothes", "transport", "coach_hourly")
_PERCENTS = ("holiday_compensation", "employer_costs", "overhead", "margin")
_NUMBERS = ("days", "coach_hours", "price_step")


def _costs(data: Data) -> PhaseCosts:
    return PhaseCosts(
        pay_form=PayForm(data["pay_form"]),
        persons=data.get("persons", 0),
        **each(Money, data, _MONEYS),
        **each(Decimal, data, _PERCENTS + _NUMBERS),
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
            (client_id(key), Decimal(share)) for key, share in data.get("agreed_shares", {}).items()
        ),
        **plain(data, "name", "unit_name", "market_source", "pictogram"),
        **each(Decimal, data, numbers),
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
        days=days(data) if "from" in data else None,
        coach=StaffId(demo_id("staff", data["coach"])),
        phases=tuple(_phase(data["key"], one) for one in data["phase"]),
        needs=frozenset(data.get("needs", ())),
        allowance_pot=Money(data.get("allowance_pot", "0")),
        **plain(data, "name", "description", "place", "least", "most", "good", "order_number"),
    )


def story(data: Data) -> JobStory:
    """Read a job with its story."""
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
        group=tuple(map(client_id, data.get("group", ()))),
        calendar=_calendar(calendar) if calendar else None,
        pieces_an_hour=data.get("pieces_an_hour", 0),
    )


def _calendar(data: Data) -> Calendar:
    return Calendar(
        weekdays=tuple(WEEKDAYS.index(day) for day in data["weekdays"]),
        start=time.fromisoformat(data["start"]),
        end=time.fromisoformat(data["end"]),
        break_minutes=data["break_minutes"],
        wanted=data.get("wanted"),
    )
