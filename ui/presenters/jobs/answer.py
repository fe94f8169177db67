"""What a job's page reads, and its history in words; no Qt."""

from dataclasses import dataclass
from typing import Any

from subcontract.ids import JobId, StaffId, UnitId
from subcontract.jobs.customer import Customer
from subcontract.jobs.job import Job
from subcontract.jobs.quote import Quote
from subcontract.people.client import ClientName
from subcontract.people.staff import COACHES, Staff
from subcontract.people.unit import Unit
from subcontract.ports import Event, Lists
from subcontract.words import N_, Texts
from ui.collation import sort_key
from ui.presenters.forms.fields import Choice
from ui.presenters.jobs.phase_drafts import PhaseDraft

EVENTS = {
    "save_job": N_("Job saved"),
    "put_back": N_("Change of the job undone"),
    "move_job": N_("State changed"),
    "record_study": N_("Time study recorded"),
    "remove_study": N_("Time study removed"),
    "make_quote": N_("Quote made"),
    "accept_quote": N_("Quote accepted, order made"),
    "refuse_quote": N_("Quote refused"),
    "reopen_quote": N_("Refusal undone"),
}
"""What the log's acts are called in a job's history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobAnswer:
    """All that a job's page shows."""

    id: JobId
    job: Job | None
    customers: tuple[Customer, ...]
    staff: tuple[Staff, ...]
    unit: Unit | None
    quotes: tuple[Quote, ...]
    events: tuple[Event, ...]
    clients: tuple[ClientName, ...] = ()


def read_job(lists: Lists, job: JobId, unit: UnitId) -> JobAnswer:
    """Read a job's page."""
    quotes = lists.quotes.where(job=job)
    events = [event for of in (job, *(quote.id for quote in quotes)) for event in lists.log.of(of)]
    return JobAnswer(
        id=job,
        job=lists.jobs.find(job),
        customers=lists.customers.all(),
        staff=lists.staff.all(),
        unit=lists.units.find(unit),
        quotes=tuple(sorted(quotes, key=lambda quote: -quote.revision)),
        events=tuple(sorted(events, key=lambda event: event.at, reverse=True)),
        clients=lists.clients.names(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class JobDraft:
    """What has been typed of a job and not saved."""

    typed: dict[str, str]
    picked: dict[str, Any]
    phases: tuple[PhaseDraft, ...]


def customer_choices(answer: JobAnswer) -> tuple[Choice, ...]:
    """The customers in use, and the job's own, by name."""
    own = answer.job.customer if answer.job else None
    offered = (one for one in answer.customers if one.active or one.id == own)
    return tuple(
        Choice(value=one.id, label=one.name) for one in sorted(offered, key=lambda c: sort_key(c.name))
    )


def client_choices(answer: JobAnswer) -> tuple[Choice, ...]:
    """Everybody with whom a share can be agreed, by name."""
    named = ((one.id, f"{one.last_name} {one.first_name}") for one in answer.clients)
    return tuple(
        Choice(value=id_, label=name) for id_, name in sorted(named, key=lambda one: sort_key(one[1]))
    )


def coach_choices(answer: JobAnswer) -> tuple[Choice, ...]:
    """Those who may guide a group."""
    coaches = (one for one in answer.staff if one.active and one.roles & COACHES)
    return tuple(Choice(value=one.id, label=one.name) for one in coaches)


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One thing that happened to a job, in words."""

    when: str
    what: str
    who: str


def history_of(answer: JobAnswer, texts: Texts) -> tuple[HistoryLine, ...]:
    """Everything that happened, newest first."""
    names: dict[StaffId, str] = {one.id: one.name for one in answer.staff}
    return tuple(
        HistoryLine(
            when=texts.moment(event.at),
            what=texts.say(EVENTS.get(event.action, N_("Other change"))),
            who=names.get(event.who, "–"),
        )
        for event in answer.events
    )
