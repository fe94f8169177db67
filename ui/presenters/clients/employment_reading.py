"""What a client's employment agreements are shown of, and the facts of their paper; no Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from subcontract import papers
from subcontract.actions.agree_form_of_work import months_of_allowance
from subcontract.actions.plan_shifts import OVER
from subcontract.days import ONE_DAY, DateRange, Month
from subcontract.ids import ClientId, EmploymentId, JobId, UnitId
from subcontract.payout.ledgers import not_paid_yet
from subcontract.people.client import Client
from subcontract.people.employment import Employment
from subcontract.ports import Lists
from subcontract.words import N_, Texts
from ui.collation import sort_key
from ui.presenters.paid_months import paid_until
from ui.texts import CatalogueTexts


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementsRead:
    """A client's agreements, and what their page tells besides."""

    employments: tuple[Employment, ...] = ()
    client: Client | None = None
    jobs: Mapping[JobId, str] = field(default_factory=dict)
    paid: Month | None = None
    """The latest month whose wages have been approved."""
    allowed: frozenset[Month] = frozenset()
    """The months of which the client has been paid allowance."""


def read_agreements(lists: Lists, client: ClientId, unit: UnitId) -> AgreementsRead:
    """A client's agreements, the jobs to choose from, and how far wages have been paid."""
    employments = lists.pay.employments.where(client=client)
    used = {one.job for one in employments}
    jobs = sorted(lists.jobs.where(unit=unit), key=lambda job: (sort_key(job.name), job.number))
    return AgreementsRead(
        employments=employments,
        client=lists.clients.find(client),
        jobs={job.id: job.name for job in jobs if job.state not in OVER or job.id in used},
        paid=paid_until(lists, unit),
        allowed=months_of_allowance(lists, client),
    )


def about_gaps(
    gaps: Iterable[DateRange], allowed: Iterable[Month], sentences: tuple[str, str], texts: Texts
) -> str:
    """From when work would not be paid by what is agreed, and what has been paid as allowance; or ``""``.

    ``sentences`` (marked) are of days that go on and of days with an end.
    """
    gaps, allowed = tuple(gaps), frozenset(allowed)
    told = []
    first = next(iter(not_paid_yet(gaps, allowed)), None)
    if first is not None:
        sentence = sentences[0] if first.is_open else sentences[1]
        told.append(texts.say(sentence, first=first.first, last=first.last))
    paid = [month for month in allowed if any(gap.overlap(month.days) for gap in gaps)]
    if paid:
        said = N_(
            "Work has been paid as allowance there (latest {month}) and stays so: the same hours are never "
            "paid twice. If more is due for it, type it as a line of a pay run."
        )
        told.append(texts.say(said, month=max(paid)))
    return " ".join(told)


def changed_from(before: Employment, now: Employment, *, is_new: bool) -> date | None:
    """From which day on an agreement is another one than it was, its terms left aside."""
    if is_new or (now.job, now.holiday) != (before.job, before.holiday):
        return min(before.days.first, now.days.first) if not is_new else now.days.first
    days = []
    if now.days.first != before.days.first:
        days.append(min(before.days.first, now.days.first))
    if now.days.last != before.days.last:
        days.append(min(before.days.last, now.days.last) + ONE_DAY)
    return min(days, default=None)


def agreement_paper(employment: EmploymentId, lists: Lists, _progress: object) -> bytes:
    """The paper of an agreement as it is stored."""
    record = lists.pay.employments.get(employment)
    client = lists.clients.get(record.client)
    job = lists.jobs.find(record.job) if record.job else None
    facts = papers.EmploymentFacts(
        employment=record, client=client, unit=lists.units.get(record.unit), job=job.name if job else ""
    )
    return papers.employment_pdf(facts, CatalogueTexts(client.language))
