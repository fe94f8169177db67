from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.act import Action, Done
from subcontract.actions.move_job import MoveJob, move_job
from subcontract.actions.perform import perform
from subcontract.actions.record_study import RecordStudy, RemoveStudy, record_study, remove_study
from subcontract.actions.save_job import SaveJob, save_job
from subcontract.clock import HELSINKI, standing_at
from subcontract.hours.entry import EntryKind, WorkEntry
from subcontract.ids import EntryId
from subcontract.jobs.job import Job, JobState
from subcontract.jobs.studies import phase_minutes
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make
from tests.fakes import MemoryBooks, MemoryStore

CLOCK = standing_at(make.TODAY)


def do(store: MemoryStore, action: Action[Any], ask: object) -> Done:
    return perform(action, ask, store.open_books, CLOCK, make.worker(Role.JOB_COACH))


def undo(store: MemoryStore, done: Done) -> Done:
    assert done.undo
    return do(store, done.undo.action, done.undo.ask)


def world(**fields: Any) -> tuple[MemoryStore, Job]:
    store, customer = make.store(), make.customer(number=1)
    job = make.job(customer=customer.id, **fields)
    store.fill(lambda books: books.customers.add(customer))
    do(store, save_job, SaveJob(job=replace(job, state=JobState.ENQUIRY)))
    if job.state is not JobState.ENQUIRY:
        store.fill(lambda books: books.jobs.save(replace(books.jobs.get(job.id), state=job.state)))
    return store, now(store, job)


def now(store: MemoryStore, job: Job) -> Job:
    with store.open_lists() as lists:
        return lists.jobs.get(job.id)


def entry(job: Job, **fields: Any) -> WorkEntry:
    default = WorkEntry(
        id=EntryId(ids.new()),
        unit=job.unit,
        kind=EntryKind.WORK,
        day=date(2026, 11, 2),
        job=job.id,
        phase=job.phases[0].id,
        shift=None,
        minutes=240,
        by=make.MANAGER,
        at=datetime(2026, 11, 2, 15, tzinfo=HELSINKI),
    )
    return replace(default, **fields)


def keep(books: MemoryBooks, *entries: WorkEntry) -> None:
    for one in entries:
        books.entries.add(one)


def test_a_new_job_is_an_enquiry_with_a_number_whatever_was_asked() -> None:
    store, customer = make.store(), make.customer(number=1)
    store.fill(lambda books: books.customers.add(customer))
    job = make.job(customer=customer.id, state=JobState.CLOSED, number=77)
    done = do(store, save_job, SaveJob(job=job))
    assert (now(store, job).state, now(store, job).number) == (JobState.ENQUIRY, 1)
    undo(store, done)
    with store.open_lists() as lists:
        assert lists.jobs.all() == ()


def test_a_job_belongs_to_a_known_customer() -> None:
    with pytest.raises(Refused) as refused:
        do(make.store(), save_job, SaveJob(job=make.job()))
    assert refused.value.code is Code.NOT_FOUND


def test_a_change_is_undone_and_redone() -> None:
    store, job = world()
    done = do(store, save_job, SaveJob(job=replace(job, name="Uusi nimi", phases=())))
    back = undo(store, done)
    assert replace(now(store, job), version=1) == job
    undo(store, back)
    assert (now(store, job).name, now(store, job).phases) == ("Uusi nimi", ())


def test_a_phase_with_work_on_it_stays() -> None:
    store, job = world()
    store.fill(lambda books: books.entries.add(entry(job)))
    with pytest.raises(Refused) as refused:
        do(store, save_job, SaveJob(job=replace(job, phases=())))
    assert (refused.value.code, refused.value.problems[0].field) == (Code.IN_USE, "phases")


def test_a_study_takes_the_place_of_the_estimate_until_it_is_undone() -> None:
    store, job = world(phases=(make.phase(minutes_per_unit=Decimal(3)),))
    done = do(store, record_study, RecordStudy(job=job.id, phase=job.phases[0].id, study=make.study()))
    assert done.facts["minutes_per_unit"] == Decimal("1.5")
    assert phase_minutes(now(store, job).phases[0]) == Decimal("1.5")
    undo(store, done)
    assert phase_minutes(now(store, job).phases[0]) == 3


def test_a_study_is_removed_and_put_back() -> None:
    study = make.study()
    store, job = world()
    phase = job.phases[0].id
    do(store, record_study, RecordStudy(job=job.id, phase=phase, study=study))
    done = do(store, remove_study, RemoveStudy(job=job.id, phase=phase, study=study.id))
    assert now(store, job).phases[0].studies == ()
    undo(store, done)
    assert now(store, job).phases[0].studies == (study,)


def test_nothing_is_measured_tomorrow() -> None:
    store, job = world()
    study = make.study(day=date(2026, 11, 24))
    with pytest.raises(Refused) as refused:
        do(store, record_study, RecordStudy(job=job.id, phase=job.phases[0].id, study=study))
    assert refused.value.problems[0].field == "day"


def test_a_move_is_made_and_taken_back_with_its_reason() -> None:
    store, job = world(state=JobState.QUOTED)
    done = do(store, move_job, MoveJob(job=job.id, to=JobState.LOST, reason="Liian kallis"))
    assert now(store, job).lost_reason == "Liian kallis"
    again = undo(store, done)
    assert (now(store, job).state, now(store, job).lost_reason) == (JobState.QUOTED, "")
    undo(store, again)
    assert now(store, job).lost_reason == "Liian kallis"


def test_work_recorded_hinders_taking_the_start_back() -> None:
    store, job = world(state=JobState.ORDERED)
    done = do(store, move_job, MoveJob(job=job.id, to=JobState.RUNNING))
    store.fill(lambda books: books.entries.add(entry(job)))
    with pytest.raises(Refused) as refused:
        undo(store, done)
    assert refused.value.code is Code.IN_USE


def test_only_billable_work_that_stands_keeps_a_job_from_closing() -> None:
    store, job = world(state=JobState.FINISHED)
    wrong = entry(job)
    taken_back = entry(job, supersedes=wrong.id, void=True)
    coaching = entry(job, kind=EntryKind.COACHING)
    store.fill(lambda books: keep(books, wrong, taken_back, coaching))
    do(store, move_job, MoveJob(job=job.id, to=JobState.CLOSED))
    do(store, move_job, MoveJob(job=job.id, to=JobState.FINISHED))
    store.fill(lambda books: books.entries.add(entry(job)))
    with pytest.raises(Refused) as refused:
        do(store, move_job, MoveJob(job=job.id, to=JobState.CLOSED))
    assert refused.value.code is Code.WORK_NOT_INVOICED
