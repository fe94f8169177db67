"""The forms of the rota: shifts by a calendar rule, one shift changed, one called off; no Qt."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from subcontract.actions.plan_shifts import OVER, PlanShifts
from subcontract.days import DateRange
from subcontract.ids import ClientId, StaffId, UnitId
from subcontract.jobs.job import Job
from subcontract.people.client import Client, FormOfWork
from subcontract.people.staff import COACHES, Staff
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.rota.calendar import CalendarRule, days_of, holidays_left_out, problems_of_rule
from subcontract.rota.making import Pattern, shift_of
from subcontract.rota.shift import Shift
from subcontract.rota.times import planned_minutes
from subcontract.words import N_, Texts
from ui import entry
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter, SummaryLine
from ui.presenters.forms.weekdays import WEEKDAYS

WORK = N_("Work")
DAYS = N_("Days")
GROUP = N_("Group")
OTHERS = ("other_coaches", "third_coach")
"""Fields of coaches beside the coach of the shift."""
COACH_FIELDS = ("coach", *OTHERS)

COMMON = (
    FieldSpec(name="start", label=N_("Begins"), kind=FieldKind.TIME, required=True, group=N_("Time")),
    FieldSpec(name="end", label=N_("Ends"), kind=FieldKind.TIME, required=True, group=N_("Time")),
    FieldSpec(
        name="break_minutes",
        label=N_("Break"),
        kind=FieldKind.QUANTITY,
        places=0,
        unit=N_("min"),
        most=720,
        group=N_("Time"),
    ),
    FieldSpec(name="coach", label=N_("Coach"), kind=FieldKind.CHOICE, group=GROUP),
    FieldSpec(
        name="other_coaches",
        label=N_("Another coach"),
        kind=FieldKind.CHOICE,
        group=GROUP,
        placeholder=N_("nobody else"),
        help=N_("For example somebody's own coach."),
    ),
    FieldSpec(
        name="third_coach",
        label=N_("A third coach"),
        kind=FieldKind.CHOICE,
        placeholder=N_("no third"),
        group=GROUP,
    ),
    FieldSpec(
        name="peer_coach",
        label=N_("Peer coach"),
        kind=FieldKind.CHOICE,
        placeholder=N_("no peer coach"),
        group=GROUP,
        help=N_("A client who is paid a fee, helps the coach and is not counted in the group."),
    ),
    FieldSpec(
        name="least", label=N_("At least"), kind=FieldKind.QUANTITY, places=0, required=True, group=GROUP
    ),
    FieldSpec(
        name="most", label=N_("At most"), kind=FieldKind.QUANTITY, places=0, required=True, group=GROUP
    ),
    FieldSpec(
        name="wanted",
        label=N_("Best number"),
        kind=FieldKind.QUANTITY,
        places=0,
        least=1,
        group=GROUP,
        help=N_("How many people proposals aim at. Empty means halfway between the least and the most."),
    ),
    FieldSpec(name="place", label=N_("Place"), max_length=100, group=GROUP),
    FieldSpec(
        name="needs",
        label=N_("Skills and permits needed"),
        help=N_("Separate with commas. Those of the job are added by themselves."),
        group=GROUP,
    ),
)
PHASE = FieldSpec(name="phase", label=N_("Phase"), kind=FieldKind.CHOICE, group=WORK)
NEW = (
    FieldSpec(name="job", label=N_("Job"), kind=FieldKind.CHOICE, required=True, group=WORK),
    PHASE,
    FieldSpec(
        name="weekdays",
        label=N_("Weekdays"),
        kind=FieldKind.MULTI_CHOICE,
        required=True,
        choices=tuple(Choice(value=at, label=name) for at, name in enumerate(WEEKDAYS)),
        group=DAYS,
    ),
    FieldSpec(name="first", label=N_("First day"), kind=FieldKind.DATE, required=True, group=DAYS),
    FieldSpec(name="last", label=N_("Last day"), kind=FieldKind.DATE, required=True, group=DAYS),
    FieldSpec(
        name="every_weeks",
        label=N_("How often"),
        kind=FieldKind.CHOICE,
        required=True,
        choices=(
            Choice(value=1, label=N_("Every week")),
            Choice(value=2, label=N_("Every second week")),
            Choice(value=4, label=N_("Every fourth week")),
        ),
        group=DAYS,
    ),
    FieldSpec(name="except_holidays", label=N_("Not on public holidays"), kind=FieldKind.FLAG, group=DAYS),
    FieldSpec(
        name="except_days",
        label=N_("Not on these days"),
        help=N_("Dates separated with commas, for example 23.12., 30.12."),
        group=DAYS,
    ),
    *COMMON,
)
CHANGE = (
    PHASE,
    FieldSpec(name="day", label=N_("Date"), kind=FieldKind.DATE, required=True, group=N_("Time")),
    *COMMON,
)
REASON = (
    FieldSpec(
        name="reason",
        label=N_("Why is the shift cancelled?"),
        required=True,
        max_length=200,
        help=N_("People stay on it, so that it can be restored as it was."),
    ),
)


def job_choices(jobs: Iterable[Job]) -> tuple[Choice, ...]:
    """Jobs for which shifts can be planned."""
    going = sorted((job for job in jobs if job.state not in OVER), key=lambda job: (job.name, job.number))
    return tuple(Choice(value=job.id, label=job.name) for job in going)


def phase_choices(job: Job | None) -> tuple[Choice, ...]:
    """Phases of a job."""
    return tuple(Choice(value=phase.id, label=phase.name) for phase in job.phases) if job else ()


def coach_choices(staff: Iterable[Staff], kept: Collection[StaffId | None] = ()) -> tuple[Choice, ...]:
    """Staff who guide, and those who are named already."""
    guiding = (s for s in staff if (s.active and s.roles & COACHES) or s.id in kept)
    coaches = sorted(guiding, key=lambda s: s.name)
    return tuple(Choice(value=coach.id, label=coach.name) for coach in coaches)


def must_differ(form: FormPresenter) -> None:
    """Refuse the same coach in two fields, beside the later one."""
    named: set[object] = set()
    for name in COACH_FIELDS:
        value = form.picked[name]
        if value is not None and value in named:
            words = next(choice.label for choice in form.specs[name].choices if choice.value == value)
            raise refuse(Code.TWICE_IN_LIST, name, name=words)
        named.add(value)


def peer_choices(clients: Iterable[Client], first: date, kept: ClientId | None = None) -> tuple[Choice, ...]:
    """Clients who are paid a fee on ``first`` or later, and the one who is named already."""
    ahead = DateRange(first)
    peers = (
        one
        for one in clients
        if one.id == kept
        or (one.active and any(s.form is FormOfWork.FEE and s.days.overlap(ahead) for s in one.forms))
    )
    return tuple(Choice(value=one.id, label=one.name) for one in sorted(peers, key=lambda one: one.name))


def new_values(job: Job | None, monday: date) -> dict[str, Any]:
    """What the form of new shifts starts from: the week in view, a morning, the job's own group."""
    first = max(monday, job.days.first) if job and job.days else monday
    last = job.days.last if job and job.days and not job.days.is_open else first + timedelta(days=27)
    return {
        "job": job.id if job else None,
        "phase": job.phases[0].id if job and len(job.phases) == 1 else None,
        "weekdays": (0, 1, 2, 3, 4),
        "first": first,
        "last": max(first, last),
        "every_weeks": 1,
        "except_holidays": True,
        "start": time(8),
        "end": time(12),
        "break_minutes": Decimal(15),
        "coach": job.coach if job else None,
        "least": Decimal(job.least if job else 1),
        "most": Decimal(job.most if job else 8),
        "place": job.place if job else "",
    }


def change_values(shift: Shift) -> dict[str, Any]:
    """What the form of one shift shows."""
    return {
        "phase": shift.phase,
        "day": shift.day,
        "start": shift.start,
        "end": shift.end,
        "break_minutes": Decimal(shift.break_minutes) if shift.break_minutes else None,
        "coach": shift.coach,
        **dict(zip(OTHERS, _others(shift), strict=False)),
        "peer_coach": shift.peer_coach,
        "least": Decimal(shift.least),
        "most": Decimal(shift.most),
        "wanted": None if shift.wanted is None else Decimal(shift.wanted),
        "place": shift.place,
        "needs": ", ".join(sorted(shift.needs)),
    }


def _common(values: Mapping[str, Any]) -> dict[str, Any]:
    """The parts that a pattern and a shift share."""
    return {
        "phase": values["phase"],
        "start": values["start"],
        "end": values["end"],
        "break_minutes": int(values["break_minutes"] or 0),
        "coach": values["coach"],
        "other_coaches": frozenset(values[name] for name in OTHERS if values[name] is not None),
        "peer_coach": values["peer_coach"],
        "least": int(values["least"]),
        "most": int(values["most"]),
        "wanted": None if values["wanted"] is None else int(values["wanted"]),
        "place": values["place"],
        "needs": frozenset(need.strip() for need in values["needs"].split(",") if need.strip()),
    }


def _others(shift: Shift) -> list[StaffId]:
    """The other coaches in an order of their own; those beyond the fields of the form stay as they are."""
    return sorted(shift.other_coaches, key=str)


def changed(shift: Shift, values: Mapping[str, Any]) -> Shift:
    """The shift as the form has it."""
    fields = _common(values)
    fields["other_coaches"] |= frozenset(_others(shift)[len(OTHERS) :])
    return replace(shift, day=values["day"], **fields)


def plan_of(values: Mapping[str, Any], unit: UnitId, today: date) -> PlanShifts:
    """The ask of the form; raises ``Refused`` with every problem of the days."""
    if values["last"] < values["first"]:
        raise Refused(Problem(code=Code.ENDS_BEFORE_START, field="last"))
    rule = CalendarRule(
        days=DateRange(values["first"], values["last"]),
        weekdays=frozenset(values["weekdays"]),
        every_weeks=values["every_weeks"],
        except_holidays=values["except_holidays"],
        except_days=_named_days(values["except_days"], today),
    )
    if problems := problems_of_rule(rule):
        raise Refused(*problems)
    return PlanShifts(pattern=Pattern(unit=unit, job=values["job"], **_common(values)), rule=rule)


def _named_days(text: str, today: date) -> frozenset[date]:
    """Dates separated with commas."""
    parts = [part for part in text.replace(";", ",").split(",") if part.strip()]
    return frozenset(entry.day(part, "except_days", today=today) for part in parts)


def preview(values: Mapping[str, Any], unit: UnitId, today: date, texts: Texts) -> Iterable[SummaryLine]:
    """How many shifts the form would make, the first and last of them, and what is left out."""
    ask = plan_of({"except_days": "", "needs": "", "place": "", **values}, unit, today)
    days = days_of(ask.rule)
    number = texts.count(N_("{number} shift"), N_("{number} shifts"), len(days))
    yield SummaryLine(label=texts.say(N_("Will be made")), value=number, large=True)
    if days:
        yield SummaryLine(label=texts.say(N_("First shift")), value=texts.long_day(days[0]))
        yield SummaryLine(label=texts.say(N_("Last shift")), value=texts.long_day(days[-1]))
        length = planned_minutes(shift_of(ask.pattern, days[0]))
        yield SummaryLine(label=texts.say(N_("Work in a shift")), value=texts.length(length))
    if left_out := holidays_left_out(ask.rule):
        named = ", ".join(texts.day(day) for day in left_out)
        yield SummaryLine(label=texts.say(N_("Holidays left out")), value=named)
