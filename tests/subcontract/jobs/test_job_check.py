from dataclasses import replace
from decimal import Decimal

import pytest

from subcontract.jobs.job import Basis, JobState, PhaseCosts
from subcontract.jobs.job_check import as_entered, checked_job, removed_phases
from subcontract.money import Money
from subcontract.problems import Code, Refused
from tests import make


def test_every_field_of_every_phase_is_checked_and_named() -> None:
    costs = PhaseCosts(materials=Money("-1"), margin=Decimal(900), price_step=Decimal(0))
    job = make.job(
        name="",
        least=4,
        most=3,
        phases=(
            make.phase(),
            make.phase(
                name="", quantity=Decimal(-1), pace=Decimal(0), unit_price=Decimal("0.00001"), costs=costs
            ),
        ),
    )
    with pytest.raises(Refused) as refused:
        checked_job(job)
    assert [(p.code, p.field) for p in refused.value.problems] == [
        (Code.REQUIRED, "name"),
        (Code.NEGATIVE, "phases.1.quantity"),
        (Code.TOO_SMALL, "phases.1.pace"),
        (Code.TOO_MANY_DECIMALS, "phases.1.unit_price"),
        (Code.NEGATIVE, "phases.1.costs.materials"),
        (Code.TOO_LARGE, "phases.1.costs.margin"),
        (Code.TOO_SMALL, "phases.1.costs.price_step"),
        (Code.REQUIRED, "phases.1.name"),
        (Code.TOO_SMALL, "most"),
    ]


def test_a_fixed_phase_is_sold_as_one() -> None:
    job = checked_job(make.job(phases=(make.phase(basis=Basis.FIXED, quantity=Decimal(7)),)))
    assert job.phases[0].quantity == 1


def test_two_phases_of_one_name_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        checked_job(make.job(phases=(make.phase(), make.phase(name="tarroitus"))))
    assert (refused.value.code, refused.value.problems[0].field) == (Code.TWICE_IN_LIST, "phases.1.name")


def test_state_number_and_studies_are_changed_by_their_own_acts_only() -> None:
    phase = make.phase(studies=(make.study(),))
    before = make.job(number=7, state=JobState.RUNNING, phases=(phase,))
    typed = replace(
        before,
        number=99,
        state=JobState.CLOSED,
        name="Uusi",
        phases=(replace(phase, studies=()), make.phase()),
    )
    after = as_entered(typed, before)
    assert (after.name, after.number, after.state) == ("Uusi", 7, JobState.RUNNING)
    assert after.phases[0].studies == phase.studies
    assert as_entered(typed, None).state is JobState.ENQUIRY


def test_phases_taken_away_are_told() -> None:
    one, two = make.phase(), make.phase(name="Pakkaus")
    before = make.job(phases=(one, two))
    assert removed_phases(before, replace(before, phases=(two,))) == {one.id}


def test_an_agreed_share_is_above_zero_and_a_client_has_one() -> None:
    liisa, emil = make.client(), make.client()
    shares = ((liisa.id, Decimal(1)), (emil.id, Decimal(0)), (liisa.id, Decimal(2)))
    with pytest.raises(Refused) as refused:
        checked_job(make.job(phases=(make.phase(agreed_shares=shares),)))
    assert [(problem.code, problem.field) for problem in refused.value.problems] == [
        (Code.TOO_SMALL, "phases.0.agreed_shares.1.share"),
        (Code.TWICE_IN_LIST, "phases.0.agreed_shares.2.client"),
    ]
