from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from subcontract.actions.act import Action, Done
from subcontract.actions.answer_quote import AcceptQuote, RefuseQuote, accept_quote, refuse_quote
from subcontract.actions.make_quote import MakeQuote, make_quote
from subcontract.actions.perform import perform
from subcontract.clock import standing_at
from subcontract.ids import JobId, QuoteId
from subcontract.jobs.job import Job, JobState
from subcontract.jobs.quote import Quote, QuoteState
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make
from tests.fakes import MemoryStore
from ui.texts import CatalogueTexts


def do(store: MemoryStore, action: Action[Any], ask: object, days_later: int = 0) -> Done:
    clock = standing_at(make.TODAY + timedelta(days=days_later))
    return perform(action, ask, store.open_books, clock, make.worker(Role.JOB_COACH))


@pytest.fixture
def store() -> MemoryStore:
    made, customer = make.store(), make.customer(number=1, language="sv")
    job = make.job(number=1, customer=customer.id)
    made.fill(lambda books: books.customers.add(customer))
    made.fill(lambda books: books.jobs.add(job))
    return made


def job_of(store: MemoryStore) -> Job:
    with store.open_lists() as lists:
        return lists.jobs.all()[0]


def quotes(store: MemoryStore) -> tuple[Quote, ...]:
    with store.open_lists() as lists:
        return lists.quotes.all()


def offer(store: MemoryStore, days_later: int = 0) -> QuoteId:
    ask = MakeQuote(job=JobId(job_of(store).id), texts_in=CatalogueTexts)
    done = do(store, make_quote, ask, days_later)
    assert done.id
    return QuoteId(done.id)


def accept(quote: QuoteId, *despite: Code) -> AcceptQuote:
    return AcceptQuote(
        quote=quote,
        by="Olli Ostaja",
        texts_in=CatalogueTexts,
        order_number=" PO-7 ",
        despite=frozenset(despite),
    )


def test_a_quote_is_offered_with_its_paper_in_the_customers_language(store: MemoryStore) -> None:
    quote = offer(store)
    assert job_of(store).state is JobState.QUOTED
    with store.open_lists() as lists:
        paper = lists.papers.find(quote, "quote")
    assert paper
    assert paper.name == "tarjous-1-1.pdf"
    assert paper.content.startswith(b"%PDF")


def test_the_next_quote_takes_the_earlier_ones_place(store: MemoryStore) -> None:
    offer(store)
    offer(store)
    assert [(q.revision, q.state) for q in quotes(store)] == [(1, QuoteState.REPLACED), (2, QuoteState.SENT)]


def test_acceptance_makes_the_order_and_the_agreement(store: MemoryStore) -> None:
    quote = offer(store)
    do(store, accept_quote, accept(quote), days_later=3)
    assert (job_of(store).state, job_of(store).order_number) == (JobState.ORDERED, "PO-7")
    assert quotes(store)[0].answered_by == "Olli Ostaja"
    with store.open_lists() as lists:
        agreement = lists.papers.find(quote, "agreement")
    assert agreement
    assert agreement.content.startswith(b"%PDF")


def test_an_expired_quote_is_accepted_only_when_that_is_confirmed(store: MemoryStore) -> None:
    quote = offer(store)
    with pytest.raises(Refused) as refused:
        do(store, accept_quote, accept(quote), days_later=31)
    assert refused.value.code is Code.QUOTE_EXPIRED
    assert job_of(store).state is JobState.QUOTED
    do(store, accept_quote, accept(quote, Code.QUOTE_EXPIRED), days_later=31)


def test_a_refused_quote_loses_the_job_and_both_come_back_by_undo(store: MemoryStore) -> None:
    done = do(store, refuse_quote, RefuseQuote(quote=offer(store), reason="Liian kallis"))
    assert (job_of(store).state, job_of(store).lost_reason) == (JobState.LOST, "Liian kallis")
    assert done.undo
    do(store, done.undo.action, done.undo.ask)
    assert (job_of(store).state, job_of(store).lost_reason) == (JobState.QUOTED, "")
    assert quotes(store)[0].state is QuoteState.SENT


def test_a_refusal_needs_a_reason_and_leaves_everything_as_it_was(store: MemoryStore) -> None:
    quote = offer(store)
    with pytest.raises(Refused):
        do(store, refuse_quote, RefuseQuote(quote=quote, reason=" "))
    assert quotes(store)[0].state is QuoteState.SENT


def test_a_clerk_offers_nothing(store: MemoryStore) -> None:
    ask = MakeQuote(job=JobId(job_of(store).id), texts_in=CatalogueTexts)
    with pytest.raises(Refused) as refused:
        perform(make_quote, ask, store.open_books, standing_at(make.TODAY), make.worker(Role.CLERK))
    assert refused.value.code is Code.NOT_ALLOWED


@pytest.mark.parametrize("field", ["name", "description", "place"])
def test_no_quote_names_a_client(store: MemoryStore, field: str) -> None:
    job = job_of(store)
    store.fill(lambda books: books.clients.add(make.client(number=1)))
    named: Any = {field: "Liisa Aalto pakkaa"}
    store.fill(lambda books: books.jobs.save(replace(job, **named)))
    with pytest.raises(Refused) as refused:
        offer(store)
    assert [(p.code, p.field) for p in refused.value.problems] == [(Code.NAMES_A_CLIENT, field)]
    assert not quotes(store)


def test_neither_the_words_of_a_quote_nor_an_agreement_name_a_client(store: MemoryStore) -> None:
    store.fill(lambda books: books.clients.add(make.client(number=1)))
    job = JobId(job_of(store).id)
    with pytest.raises(Refused) as refused:
        do(store, make_quote, MakeQuote(job=job, texts_in=CatalogueTexts, text="Mukana Liisa Aalto"))
    assert refused.value.problems[0].field == "text"
    quote = offer(store)
    with pytest.raises(Refused) as refused:
        do(store, accept_quote, replace(accept(quote), times="Ma L. Aalto, ti muut"))
    assert refused.value.problems[0].field == "times"
    assert quotes(store)[0].state is QuoteState.SENT
