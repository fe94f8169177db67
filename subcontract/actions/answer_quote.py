"""Writes down the customer's answer to a quote: an order with its agreement, or a lost job."""

from dataclasses import dataclass, field, replace
from datetime import date

from subcontract import papers
from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.make_quote import TextsIn
from subcontract.actions.name_nobody import must_name_nobody, texts_of_job
from subcontract.clock import Clock
from subcontract.ids import QuoteId
from subcontract.jobs.job import Job, JobState
from subcontract.jobs.offers import answered, lost, ordered
from subcontract.jobs.quote import Quote, QuoteState
from subcontract.papers import AgreementFacts
from subcontract.ports import Books, Paper
from subcontract.problems import Code, refuse
from subcontract.words import N_

PAPER = "agreement"


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptQuote:
    """The customer took the offer."""

    quote: QuoteId
    by: str
    """Who answered for the customer."""
    texts_in: TextsIn = field(repr=False, compare=False)
    day: date | None = None
    """When; today when ``None``."""
    order_number: str = ""
    times: str = ""
    """Weekdays and times of the work in words, for the agreement."""
    despite: frozenset[Code] = frozenset()
    """Warnings that the user has seen and passed: ``QUOTE_EXPIRED``."""


def accept_quote(ask: AcceptQuote, books: Books, clock: Clock, who: Worker) -> Done:
    """Make the order: the job stands at the quote's prices, and the agreement's PDF is kept.

    Refuses a quote already answered or replaced, an answer without a name or of a day to come, texts that
    name a client, and an expired quote unless that is confirmed. An order is not undone: the job is moved
    back, which must be possible.
    """
    who.must_be_allowed(Permission.SEND_QUOTES)
    quote = books.quotes.get(ask.quote)
    today = clock.today()
    day = ask.day or today
    quote = answered(quote, accepted=True, by=ask.by, on=day, despite=ask.despite, today=today)
    quote = books.quotes.save(quote)
    job = books.jobs.save(ordered(books.jobs.get(quote.job), quote, ask.order_number.strip()))
    must_name_nobody(books, (*texts_of_job(job), ("times", ask.times)))
    books.papers.add(_agreement(quote, job, ask, books, clock))
    return Done(
        changed=frozenset({Kind.QUOTES, Kind.JOBS}),
        id=quote.id,
        facts={"number": job.number, "name": job.name},
    )


def _agreement(quote: Quote, job: Job, ask: AcceptQuote, books: Books, clock: Clock) -> Paper:
    customer = books.customers.get(job.customer)
    coach = books.staff.find(job.coach) if job.coach else None
    facts = AgreementFacts(
        quote=quote,
        job=job,
        customer=customer,
        unit=books.units.get(job.unit),
        coach=coach.name if coach else "",
        times=ask.times,
    )
    return Paper(
        of=quote.id,
        kind=PAPER,
        name=f"sopimus-{job.number}-{quote.revision}.pdf",
        content=papers.agreement_pdf(facts, ask.texts_in(customer.language)),
        made_at=clock.now(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseQuote:
    """The customer did not take the offer."""

    quote: QuoteId
    reason: str
    by: str = ""
    day: date | None = None


def refuse_quote(ask: RefuseQuote, books: Books, clock: Clock, who: Worker) -> Done:
    """Write down a refusal; a job that is not running is lost with the reason."""
    who.must_be_allowed(Permission.SEND_QUOTES)
    before = books.quotes.get(ask.quote)
    today = clock.today()
    day = ask.day or today
    quote = answered(before, accepted=False, by=ask.by, on=day, despite=frozenset(), today=today)
    job_before = books.jobs.get(quote.job)
    quote = books.quotes.save(quote)
    job = books.jobs.save(lost(job_before, ask.reason))
    back = ReopenQuote(quote=before, job=job_before, reason=ask.reason)
    return Done(
        changed=frozenset({Kind.QUOTES, Kind.JOBS}),
        id=quote.id,
        undo=Undo(name=N_("refusal of a quote"), action=reopen_quote, ask=back),
        facts={"number": job.number, "name": job.name},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenQuote:
    """A quote and its job as they were before a refusal, and the reason of the refusal."""

    quote: Quote
    job: Job
    reason: str


def reopen_quote(ask: ReopenQuote, books: Books, _clock: Clock, who: Worker) -> Done:
    """Take a refusal back while nothing newer has been offered."""
    who.must_be_allowed(Permission.SEND_QUOTES)
    stored = books.quotes.get(ask.quote.id)
    if stored.state is not QuoteState.REFUSED:
        raise refuse(Code.WRONG_STATE, "", state=stored.state.value)
    siblings = books.quotes.where(job=ask.job.id)
    if any(q.revision > ask.quote.revision and q.state is not QuoteState.REFUSED for q in siblings):
        raise refuse(Code.WRONG_STATE, "")
    quote = books.quotes.save(replace(ask.quote, version=stored.version))
    job = books.jobs.get(ask.job.id)
    if job.state is JobState.LOST:
        job = books.jobs.save(replace(job, state=ask.job.state, lost_reason=ask.job.lost_reason))
    again = RefuseQuote(quote=quote.id, reason=ask.reason, by=stored.answered_by, day=stored.answered_on)
    return Done(
        changed=frozenset({Kind.QUOTES, Kind.JOBS}),
        id=quote.id,
        undo=Undo(name=N_("refusal of a quote"), action=refuse_quote, ask=again),
        facts={"name": job.name},
    )
