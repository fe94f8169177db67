"""What a client's employment agreements are shown of, and the facts of their paper; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from subcontract import papers
from subcontract.actions.plan_shifts import OVER
from subcontract.days import Month
from subcontract.ids import ClientId, EmploymentId, JobId, UnitId
from subcontract.payout.records import Ledger, PayRunState
from subcontract.people.client import Client
from subcontract.people.employment import Employment
from subcontract.ports import Lists
from subcontract.words import N_, Texts
from ui.collation import sort_key
from ui.texts import CatalogueTexts


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreements:
    """A client's agreements, and what their page tells besides."""

    employments: tuple[Employment, ...] = ()
    client: Client | None = None
    jobs: Mapping[JobId, str] = field(default_factory=dict)
    paid: Month | None = None
    """The latest month whose wages have been approved."""


def read_agreements(lists: Lists, client: ClientId, unit: UnitId) -> Agreements:
    """A client's agreements, the jobs to choose from, and how far wages have been paid."""
    employments = lists.pay.employments.where(client=client)
    used = {one.job for one in employments}
    jobs = sorted(lists.jobs.where(unit=unit), key=lambda job: (sort_key(job.name), job.number))
    return Agreements(
        employments=employments,
        client=lists.clients.find(client),
        jobs={job.id: job.name for job in jobs if job.state not in OVER or job.id in used},
        paid=paid_until(lists, unit),
    )


def paid_until(lists: Lists, unit: UnitId) -> Month | None:
    """The latest month whose wages have been approved."""
    approved = lists.pay_runs.where(unit=unit, ledger=Ledger.WAGE, state=PayRunState.APPROVED)
    return max((run.month for run in approved), default=None)


def about_paid(paid: Month | None, first: date | None, texts: Texts) -> str:
    """What a change from ``first`` on does to months that have been paid; no day is the earliest."""
    if paid is None or (first is not None and first > paid.last):
        return ""
    said = N_(
        "Wages have been paid up to {month}. What is paid stays as it is: the difference comes as lines "
        "of its own in the next open pay run."
    )
    return texts.say(said, month=paid)


def agreement_paper(employment: EmploymentId, lists: Lists, _progress: object) -> bytes:
    """The paper of an agreement as it is stored."""
    record = lists.pay.employments.get(employment)
    client = lists.clients.get(record.client)
    job = lists.jobs.find(record.job) if record.job else None
    facts = papers.EmploymentFacts(
        employment=record, client=client, unit=lists.units.get(record.unit), job=job.name if job else ""
    )
    return papers.employment_pdf(facts, CatalogueTexts(client.language))
