"""Makes a quote of a job and keeps its paper."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from subcontract import ids, papers
from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.name_nobody import must_name_nobody, texts_of_job
from subcontract.clock import Clock
from subcontract.ids import JobId, QuoteId
from subcontract.jobs.job import Job, JobState
from subcontract.jobs.offers import Offer, offered, replaced
from subcontract.jobs.quote import Quote
from subcontract.papers import QuoteFacts
from subcontract.ports import Books, Paper
from subcontract.words import Texts

PAPER = "quote"
TextsIn = Callable[[str], Texts]
"""Gives the words of a language: papers speak the customer's, not the user's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeQuote:
    """Which job is offered, how long the price stands, and what is said beside it."""

    job: JobId
    texts_in: TextsIn = field(repr=False, compare=False)
    valid_days: int | None = None
    """The unit's own days when ``None``."""
    text: str = ""


def make_quote(ask: MakeQuote, books: Books, clock: Clock, who: Worker) -> Done:
    """Offer a job: a new version in place of the open one, with its PDF kept as it leaves the house.

    Refuses a job without phases, prices or quantities, one that is finished or lost, and texts that
    name a client. A quote is not undone but replaced by the next one.
    """
    who.must_be_allowed(Permission.SEND_QUOTES)
    job = books.jobs.get(ask.job)
    earlier = books.quotes.where(job=job.id)
    quote = offered(job, earlier, _offer(ask, job, books, clock, who))
    must_name_nobody(books, (*texts_of_job(job), ("text", quote.text)))
    for old in replaced(earlier):
        books.quotes.save(old)
    books.quotes.add(quote)
    if job.state is JobState.ENQUIRY:
        job = books.jobs.save(replace(job, state=JobState.QUOTED))
    books.papers.add(_paper(quote, job, books, ask.texts_in, clock, who))
    return Done(
        changed=frozenset({Kind.QUOTES, Kind.JOBS}),
        id=quote.id,
        facts={"number": job.number, "revision": quote.revision},
    )


def _offer(ask: MakeQuote, job: Job, books: Books, clock: Clock, who: Worker) -> Offer:
    unit = books.units.get(job.unit)
    return Offer(
        id=QuoteId(ids.new()),
        by=who.staff,
        day=clock.today(),
        valid_days=unit.quote_valid_days if ask.valid_days is None else ask.valid_days,
        text=ask.text,
        vat_registered=unit.vat_registered,
    )


def _paper(  # noqa: PLR0917 - the parts of an act, and the words of the paper
    quote: Quote, job: Job, books: Books, texts_in: TextsIn, clock: Clock, who: Worker
) -> Paper:
    customer = books.customers.get(job.customer)
    facts = QuoteFacts(quote=quote, job=job, customer=customer, unit=books.units.get(job.unit), by=who.name)
    return Paper(
        of=quote.id,
        kind=PAPER,
        name=f"tarjous-{job.number}-{quote.revision}.pdf",
        content=papers.quote_pdf(facts, texts_in(customer.language)),
        made_at=clock.now(),
    )
