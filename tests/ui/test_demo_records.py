from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from subcontract.actions.act import Action
from subcontract.actions.perform import perform
from subcontract.actions.record_study import RecordStudy, record_study
from subcontract.actions.save_client import SaveClient, save_client
from subcontract.actions.save_customer import SaveCustomer, save_customer
from subcontract.actions.save_job import SaveJob, save_job
from subcontract.actions.save_staff import SaveStaff, save_staff
from subcontract.actions.save_unit import SaveUnit, save_unit
from subcontract.clock import standing_at
from subcontract.jobs.job import Basis, JobState, PayForm
from subcontract.pricing.phase import ask_of, price_phase
from subcontract.rules import vat_rate
from tests import make
from tests.fakes import MemoryStore
from ui.demo.records import UNIT, DemoData, read_demo


@pytest.fixture(scope="module")
def demo() -> DemoData:
    return read_demo()


def test_the_centre_has_every_kind_of_thing(demo: DemoData) -> None:
    assert (len(demo.clients), len(demo.customers), len(demo.jobs), len(demo.staff)) == (24, 11, 14, 6)
    assert {story.state for story in demo.jobs} == set(JobState)
    assert {phase.basis for story in demo.jobs for phase in story.job.phases} == set(Basis)
    assert {phase.costs.pay_form for story in demo.jobs for phase in story.job.phases} == set(PayForm)
    assert any(client.photo_consent for client in demo.clients)


def test_every_identity_code_is_of_the_series_that_is_never_given_out(demo: DemoData) -> None:
    assert all(client.identity_code[7] == "9" for client in demo.clients)
    assert max(Counter(client.identity_code for client in demo.clients).values()) == 1


def test_the_programs_own_actions_take_all_of_it_without_a_warning(demo: DemoData) -> None:
    store, clock = MemoryStore(), standing_at(demo.today)
    who = make.worker(unit=UNIT)

    def do(action: Action[Any], ask: object) -> None:
        perform(action, ask, store.open_books, clock, who)

    do(save_unit, SaveUnit(unit=demo.unit))
    for staff in demo.staff:
        do(save_staff, SaveStaff(staff=staff))
    for client in demo.clients:
        do(save_client, SaveClient(client=client))
    for customer in demo.customers:
        do(save_customer, SaveCustomer(customer=customer))
    for story in demo.jobs:
        do(save_job, SaveJob(job=story.job))
        for phase, study in story.studies:
            do(record_study, RecordStudy(job=story.job.id, phase=phase, study=study))
    with store.open_lists() as lists:
        assert len(lists.clients.all()) == 24
        assert len(lists.jobs.all()) == 14


def test_agreed_prices_cover_their_costs(demo: DemoData) -> None:
    for story in demo.jobs:
        studies = dict(story.studies)
        for phase in story.job.phases:
            study = studies.get(phase.id)
            measured = replace(phase, studies=(study,) if study else ())
            price = price_phase(ask_of(measured, demo.today, vat_rate("general", demo.today).value))
            if phase.unit_price:
                assert price.lowest_unit_price <= phase.unit_price, (story.job.name, phase.name, price)
