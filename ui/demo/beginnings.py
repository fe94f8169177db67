"""The demo centre's unit, people, customers and jobs come to be; no Qt."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from subcontract.actions.answer_quote import AcceptQuote, RefuseQuote, accept_quote, refuse_quote
from subcontract.actions.make_quote import MakeQuote, make_quote
from subcontract.actions.move_job import MoveJob, move_job
from subcontract.actions.record_study import RecordStudy, record_study
from subcontract.actions.save_client import SaveClient, save_client
from subcontract.actions.save_customer import SaveCustomer, save_customer
from subcontract.actions.save_job import SaveJob, save_job
from subcontract.actions.save_staff import SaveStaff, save_staff
from subcontract.actions.save_tariff import SaveTariff, save_tariff
from subcontract.actions.save_unit import SaveUnit, save_unit
from subcontract.ids import QuoteId
from subcontract.jobs.job import JobState
from subcontract.problems import Code
from ui.demo.jobs import JobStory
from ui.demo.records import DemoData
from ui.demo.steps import Step, Teller, acting, at

MANAGER, COACH, CLERK = "johanna", "maija", "ritva"
SEEN = frozenset({Code.SIMILAR_NAME, Code.LONG_PAYMENT_TERM, Code.WORK_NOT_INVOICED})
"""Warnings that the demo's staff have seen and passed."""


def centre_steps(data: DemoData) -> Iterator[Step]:
    """Unit, staff, tariff, clients and customers at the turn of the year."""
    first = date(data.today.year, 1, 2)

    def found(teller: Teller) -> None:
        teller.act(MANAGER, save_unit, SaveUnit(unit=data.unit))
        for one in data.staff:
            teller.act(MANAGER, save_staff, SaveStaff(staff=one))
        teller.act(MANAGER, save_tariff, SaveTariff(tariff=data.tariff))

    def take_clients(teller: Teller) -> None:
        for client in data.clients:
            alone = replace(client, never_with=frozenset(), active=True)
            teller.act(COACH, save_client, SaveClient(client=alone, despite=SEEN))
        for client in data.clients:
            if client.never_with or not client.active:
                stored = teller.books.clients.get(client.id)
                pairs = stored.never_with | client.never_with
                now = replace(stored, never_with=pairs, active=client.active)
                teller.act(COACH, save_client, SaveClient(client=now, despite=SEEN))

    def take_customers(teller: Teller) -> None:
        for customer in data.customers:
            teller.act(COACH, save_customer, SaveCustomer(customer=customer, despite=SEEN))

    yield at(first, 9, found)
    yield at(first, 10, take_clients)
    yield at(first, 11, take_customers)


def job_steps(story: JobStory, today: date) -> Iterator[Step]:
    """A job from its enquiry to where it stands on the demo's day."""
    job = story.job
    days = [day for day in (story.quoted, *(study.day for _, study in story.studies)) if day]
    began = min(days) - timedelta(days=4) if days else today - timedelta(days=5)
    yield at(began, 10, acting(COACH, save_job, SaveJob(job=job)))
    for phase, study in story.studies:
        ask = RecordStudy(job=job.id, phase=phase, study=study)
        yield at(study.day, 15, acting(COACH, record_study, ask))
    if story.quoted:
        yield at(
            story.quoted,
            13,
            lambda teller: teller.act(COACH, make_quote, MakeQuote(job=job.id, texts_in=teller.texts_in)),
        )
    yield from _answers(story)
    yield from _moves(story, today)


def _quote(teller: Teller, story: JobStory) -> QuoteId:
    """The job's latest quote."""
    return teller.books.quotes.where(job=story.job.id)[-1].id


def _answers(story: JobStory) -> Iterator[Step]:
    """The customer says yes or no."""

    def accept(teller: Teller) -> None:
        ask = AcceptQuote(
            quote=_quote(teller, story),
            by=story.by,
            texts_in=teller.texts_in,
            order_number=story.job.order_number,
            despite=SEEN,
        )
        teller.act(COACH, accept_quote, ask)

    def refuse(teller: Teller) -> None:
        ask = RefuseQuote(quote=_quote(teller, story), reason=story.reason, by=story.by)
        teller.act(COACH, refuse_quote, ask)

    if story.accepted:
        yield at(story.accepted, 14, accept)
    if story.refused:
        yield at(story.refused, 14, refuse)


def _moves(story: JobStory, today: date) -> Iterator[Step]:
    """The job begins, ends and is closed."""
    if story.job.days is None:
        return
    first, last = story.job.days.first, story.job.days.last
    ways = {
        JobState.RUNNING: ((JobState.RUNNING, first),),
        JobState.FINISHED: ((JobState.RUNNING, first), (JobState.FINISHED, last)),
        JobState.CLOSED: (
            (JobState.RUNNING, first),
            (JobState.FINISHED, last),
            (JobState.CLOSED, today - timedelta(days=7)),
        ),
    }
    for state, day in ways.get(story.state, ()):
        ask = MoveJob(job=story.job.id, to=state, despite=SEEN)
        hour = 6 if state is JobState.RUNNING else 17
        yield at(day, hour, acting(COACH, move_job, ask))
