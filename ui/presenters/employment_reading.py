"""What a client's employment agreements are shown of, and the facts of their paper; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from subcontract import papers
from subcontract.actions.plan_shifts import OVER
from subcontract.days import Month
from subcontract.ids import ClientId, EmploymentId, JobId, UnitId
from subcontract.payout.records import Ledger, PayRunState
from subcontract.people.client import Client
from subcontract.people.employment import Employment
from subcontract.ports import Lists
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
    jobs = sorted(lists.jobs.where(unit=unit), key=lambda job: (job.name, job.number))
    approved = lists.pay_runs.where(unit=unit, ledger=Ledger.WAGE, state=PayRunState.APPROVED)
    return Agreements(
        employments=employments,
        client=lists.clients.find(client),
        jobs={job.id: job.name for job in jobs if job.state not in OVER or job.id in used},
        paid=max((run.month for run in approved), default=None),
    )


def agreement_paper(employment: EmploymentId, lists: Lists, _progress: object) -> bytes:
    """The paper of an agreement as it is stored."""
    record = lists.pay.employments.get(employment)
    client = lists.clients.get(record.client)
    job = lists.jobs.find(record.job) if record.job else None
    facts = papers.EmploymentFacts(
        employment=record, client=client, unit=lists.units.get(record.unit), job=job.name if job else ""
    )
    return papers.employment_pdf(facts, CatalogueTexts(client.language))
