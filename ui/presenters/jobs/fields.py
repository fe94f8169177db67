"""The fields of a job's page beside its phases; no Qt."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from subcontract.days import LATEST, DateRange
from subcontract.jobs.job import Job, Phase
from subcontract.jobs.job_check import LONGEST_COST_CENTRE
from subcontract.money import ZERO
from subcontract.problems import Code, Problem, Refused
from subcontract.words import N_
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.jobs.words import SOURCES

WHAT, WHEN, GROUP, MONEY = N_("What and for whom"), N_("When and where"), N_("The group"), N_("Ordering")
BASICS = (
    FieldSpec(name="name", label=N_("Name of the job"), required=True, group=WHAT, max_length=120),
    FieldSpec(name="customer", label=N_("Customer"), kind=FieldKind.CHOICE, required=True, group=WHAT),
    FieldSpec(
        name="source",
        label=N_("How the job came"),
        kind=FieldKind.CHOICE,
        required=True,
        group=WHAT,
        choices=tuple(Choice(value=source, label=word) for source, word in SOURCES.items()),
    ),
    FieldSpec(
        name="description",
        label=N_("Description"),
        kind=FieldKind.MULTILINE,
        group=WHAT,
        max_length=2000,
        help=N_("Shown on the quote and the agreement."),
    ),
    FieldSpec(name="place", label=N_("Place of work"), group=WHEN, max_length=120),
    FieldSpec(name="first", label=N_("Begins"), kind=FieldKind.DATE, group=WHEN),
    FieldSpec(
        name="last",
        label=N_("Ends"),
        kind=FieldKind.DATE,
        group=WHEN,
        help=N_("Leave empty when the job continues."),
    ),
    FieldSpec(name="coach", label=N_("Coach"), kind=FieldKind.CHOICE, group=GROUP),
    FieldSpec(
        name="least",
        label=N_("People on a shift, at least"),
        kind=FieldKind.QUANTITY,
        required=True,
        group=GROUP,
        places=0,
        least=1,
        most=200,
    ),
    FieldSpec(
        name="most",
        label=N_("People on a shift, at most"),
        kind=FieldKind.QUANTITY,
        required=True,
        group=GROUP,
        places=0,
        least=1,
        most=200,
    ),
    FieldSpec(
        name="needs",
        label=N_("Skills and permits needed"),
        group=GROUP,
        max_length=400,
        help=N_("Separate with commas: hygiene passport, packing."),
    ),
    FieldSpec(
        name="good",
        label=N_("Liked work that goes round to everybody"),
        kind=FieldKind.FLAG,
        group=GROUP,
        help=N_("Proposals share turns at it evenly, so that it does not stay with the same people."),
    ),
    FieldSpec(name="order_number", label=N_("Customer's order number"), group=MONEY, max_length=60),
    FieldSpec(
        name="cost_centre",
        label=N_("Our own cost centre"),
        group=MONEY,
        max_length=LONGEST_COST_CENTRE,
        help=N_("Where our accounting books the sales of this job. The unit's own when empty."),
    ),
    FieldSpec(
        name="allowance_pot",
        label=N_("Shared as allowance each month"),
        kind=FieldKind.MONEY,
        group=MONEY,
        help=N_(
            "The sum is shared in every month with work, between those paid from a pot. "
            "Take it away when it is no longer shared."
        ),
    ),
)
QUOTE_FIELDS = (
    FieldSpec(
        name="valid_days",
        label=N_("The quote is valid for"),
        kind=FieldKind.QUANTITY,
        required=True,
        unit=N_("days"),
        places=0,
        least=1,
        most=Decimal(366),
    ),
    FieldSpec(
        name="text",
        label=N_("Said on the quote"),
        kind=FieldKind.MULTILINE,
        max_length=2000,
        help=N_("For example how the work is delivered. Do not name clients."),
    ),
)
ANSWER_FIELDS = (
    FieldSpec(name="by", label=N_("Who answered for the customer"), max_length=120),
    FieldSpec(name="day", label=N_("Day of the answer"), kind=FieldKind.DATE),
    FieldSpec(name="order_number", label=N_("Customer's order number"), max_length=60),
    FieldSpec(
        name="times",
        label=N_("Working days and times"),
        max_length=120,
        help=N_("Written in the agreement, for example Mon-Fri 8-12."),
    ),
    FieldSpec(
        name="reason", label=N_("Why the quote was refused"), max_length=120, help=N_("Needed for a refusal.")
    ),
)
STUDY_FIELDS = (
    FieldSpec(name="day", label=N_("Day of measuring"), kind=FieldKind.DATE, required=True),
    FieldSpec(name="by", label=N_("Who measured"), kind=FieldKind.CHOICE, required=True),
    FieldSpec(name="method", label=N_("How it was measured"), max_length=120),
)
MEASUREMENT = (
    FieldSpec(name="pieces", label=N_("Pieces"), kind=FieldKind.QUANTITY, required=True, places=0, least=1),
    FieldSpec(name="minutes", label=N_("Minutes"), kind=FieldKind.QUANTITY, places=0, most=1440),
    FieldSpec(name="seconds", label=N_("Seconds"), kind=FieldKind.QUANTITY, places=0, most=59),
)
REASON = (FieldSpec(name="reason", label=N_("Why the job was lost"), max_length=120),)
PLAIN = ("name", "customer", "source", "description", "place", "coach", "good", "order_number", "cost_centre")


def values_of(job: Job) -> dict[str, object]:
    """The values of the basics."""
    days = job.days
    return {
        **{name: getattr(job, name) for name in PLAIN},
        "first": days.first if days else None,
        "last": days.last if days and not days.is_open else None,
        "least": Decimal(job.least),
        "most": Decimal(job.most),
        "needs": ", ".join(sorted(job.needs, key=str.casefold)),
        "allowance_pot": job.allowance_pot or None,
    }


def job_of(job: Job, values: dict[str, Any], phases: tuple[Phase, ...]) -> Job:
    """The job with the values of the basics and its phases."""
    first = values["first"]
    return replace(
        job,
        **{name: values[name] for name in PLAIN},
        days=DateRange(first, values["last"] or LATEST) if first else None,
        least=int(values["least"]),
        most=int(values["most"]),
        needs=frozenset(part.strip() for part in values["needs"].split(",") if part.strip()),
        allowance_pot=values["allowance_pot"] or ZERO,
        phases=phases,
    )


class Hindrances:
    """Shows what hinders a move: a missing reason beside its field, the rest above the page."""

    def __init__(self, reason: FormPresenter, tell: Callable[[frozenset[Code]], None]) -> None:
        """``tell`` is handed the codes of what was refused."""
        self._reason, self._tell = reason, tell

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Tell the codes, and give back what does not belong beside the reason."""
        self._tell(frozenset(problem.code for problem in refused.problems))
        return self._reason.refuse(refused)
