"""The fields and lines of what a client wishes of the rota; no Qt."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

from subcontract.actions.plan_shifts import OVER
from subcontract.ids import JobId
from subcontract.jobs.job import Job
from subcontract.people.client import Client
from subcontract.people.staff import COACHES, Staff
from subcontract.rota.records import RotaWishes
from subcontract.rota.wishes_check import MOST_DAYS, MOST_MINUTES, MOST_PAY
from subcontract.words import N_
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.weekdays import WEEKDAYS


class Wish(StrEnum):
    """What is wished of a job."""

    LIKES = "likes"
    DISLIKES = "dislikes"
    WANTS_TO_TRY = "wants_to_try"


WISHES = {
    Wish.LIKES: N_("likes it"),
    Wish.DISLIKES: N_("does not like it"),
    Wish.WANTS_TO_TRY: N_("wants to try it"),
}
DAYS, LIMITS = N_("Days and variety"), N_("Limits of a month, and of pay")
_WEEK = tuple(Choice(value=at, label=name) for at, name in enumerate(WEEKDAYS))
FIELDS = (
    FieldSpec(
        name="likes_days",
        label=N_("Comes most gladly on"),
        kind=FieldKind.MULTI_CHOICE,
        choices=_WEEK,
        group=DAYS,
    ),
    FieldSpec(
        name="dislikes_days",
        label=N_("Would rather not come on"),
        kind=FieldKind.MULTI_CHOICE,
        choices=_WEEK,
        group=DAYS,
        help=N_("A wish only. Days when the client cannot work are in the basic data."),
    ),
    FieldSpec(
        name="wants_the_same",
        label=N_("The same work every time is good"),
        kind=FieldKind.FLAG,
        group=DAYS,
        help=N_("Proposals then do not look for variety for this client."),
    ),
    FieldSpec(
        name="monthly_days",
        label=N_("Working days in a month, at most"),
        kind=FieldKind.QUANTITY,
        group=LIMITS,
        unit=N_("days"),
        places=0,
        least=1,
        most=Decimal(MOST_DAYS),
    ),
    FieldSpec(
        name="monthly_minutes",
        label=N_("Working time in a month, at most"),
        kind=FieldKind.HOURS,
        group=LIMITS,
        most=MOST_MINUTES,
        help=N_("The limits of a week are in the basic data, and hold too."),
    ),
    FieldSpec(
        name="weekly_pay",
        label=N_("Pay for the work of a week, at most"),
        kind=FieldKind.MONEY,
        group=LIMITS,
        most=MOST_PAY,
        help=N_("The client's own wish. Earnings limits of a pension are watched by themselves."),
    ),
    FieldSpec(
        name="monthly_pay",
        label=N_("Pay for the work of a month, at most"),
        kind=FieldKind.MONEY,
        group=LIMITS,
        most=MOST_PAY,
    ),
)
OF_PAY = frozenset({"weekly_pay", "monthly_pay"})
"""Not for those who may not see pay."""
JOB_LINE = (
    FieldSpec(name="job", label=N_("Job"), kind=FieldKind.CHOICE, required=True),
    FieldSpec(
        name="wish",
        label=N_("Wish"),
        kind=FieldKind.CHOICE,
        required=True,
        choices=tuple(Choice(value=wish, label=word) for wish, word in WISHES.items()),
    ),
)
COMPANY_LINE = (FieldSpec(name="client", label=N_("Client"), kind=FieldKind.CHOICE, required=True),)
COACH_LINE = (FieldSpec(name="staff", label=N_("Coach"), kind=FieldKind.CHOICE, required=True),)
LINES_OF = {
    **dict.fromkeys(("likes", "dislikes", "wants_to_try"), "jobs"),
    "should_be_with": "company",
    "familiar_coaches": "coaches",
}
"""The lines on which each field of the record stands."""


def values_of(wishes: RotaWishes) -> dict[str, object]:
    """The values of the form's fields."""
    return {
        "likes_days": tuple(sorted(wishes.likes_days)),
        "dislikes_days": tuple(sorted(wishes.dislikes_days)),
        "wants_the_same": wishes.wants_the_same,
        "monthly_days": None if wishes.monthly_days is None else Decimal(wishes.monthly_days),
        "monthly_minutes": wishes.monthly_minutes,
        "weekly_pay": wishes.weekly_pay,
        "monthly_pay": wishes.monthly_pay,
    }


def fields_of(values: Mapping[str, Any], lines: Mapping[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """The fields of the record from what stands in the form and on the lines."""
    jobs = lines["jobs"]
    return {
        **{wish.value: frozenset(one["job"] for one in jobs if one["wish"] is wish) for wish in Wish},
        "likes_days": frozenset(values["likes_days"]),
        "dislikes_days": frozenset(values["dislikes_days"]),
        "should_be_with": frozenset(one["client"] for one in lines["company"]),
        "familiar_coaches": frozenset(one["staff"] for one in lines["coaches"]),
        "wants_the_same": values["wants_the_same"],
        "monthly_days": None if values["monthly_days"] is None else int(values["monthly_days"]),
        **{name: values[name] for name in ("monthly_minutes", *sorted(OF_PAY)) if name in values},
    }


def job_lines(wishes: RotaWishes, jobs: Mapping[JobId, Job]) -> list[dict[str, object]]:
    """A line of each job that is wished for or not, by wish and name."""
    return [
        {"job": job, "wish": wish}
        for wish in Wish
        for job in sorted(getattr(wishes, wish.value), key=lambda one: (jobs[one].name, str(one)))
    ]


def offered_jobs(jobs: Iterable[Job], wishes: RotaWishes) -> tuple[Choice, ...]:
    """Jobs that go on, and those wished for before they ended."""
    named = wishes.likes | wishes.dislikes | wishes.wants_to_try
    shown = (job for job in jobs if job.state not in OVER or job.id in named)
    return tuple(Choice(value=job.id, label=job.name) for job in sorted(shown, key=lambda job: job.name))


def offered_clients(clients: Iterable[Client], wishes: RotaWishes) -> tuple[Choice, ...]:
    """The others who work, and those named already."""
    shown = (
        one for one in clients if one.id != wishes.client and (one.active or one.id in wishes.should_be_with)
    )
    return tuple(Choice(value=one.id, label=one.name) for one in sorted(shown, key=lambda one: one.name))


def offered_coaches(staff: Iterable[Staff], wishes: RotaWishes) -> tuple[Choice, ...]:
    """Staff who guide, and those named already."""
    shown = (
        one for one in staff if (one.active and one.roles & COACHES) or one.id in wishes.familiar_coaches
    )
    return tuple(Choice(value=one.id, label=one.name) for one in sorted(shown, key=lambda one: one.name))
