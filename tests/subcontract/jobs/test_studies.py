from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract import ids
from subcontract.ids import PhaseId, StudyId
from subcontract.jobs.job import Measurement
from subcontract.jobs.studies import (
    checked_study,
    latest_study,
    minutes_per_unit,
    phase_minutes,
    spread,
    with_study,
    without_study,
)
from subcontract.problems import Code, Refused
from tests import make


def test_all_time_is_shared_by_all_pieces() -> None:
    study = make.study(
        measurements=(Measurement(pieces=10, seconds=900), Measurement(pieces=40, seconds=3600))
    )
    assert minutes_per_unit(study) == Decimal("1.5")
    assert spread(study) == (Decimal("1.5"), Decimal("1.5"))


def test_a_third_is_rounded_to_four_decimals() -> None:
    assert minutes_per_unit(make.study(measurements=(Measurement(pieces=3, seconds=20),))) == Decimal(
        "0.1111"
    )


def test_the_latest_study_stands_in_place_of_the_estimate() -> None:
    old = make.study(day=date(2026, 1, 5), measurements=(Measurement(pieces=1, seconds=180),))
    new = make.study(day=date(2026, 11, 20))
    assert phase_minutes(make.phase()) == Decimal("1.50")
    assert phase_minutes(make.phase(studies=(new, old))) == Decimal("1.5")
    assert phase_minutes(make.phase(studies=(old,))) == 3


def test_of_one_day_the_study_recorded_last_counts() -> None:
    first, second = make.study(), make.study()
    assert latest_study(make.phase(studies=(first, second))) is second


def test_a_study_has_measurements_with_pieces_and_time() -> None:
    with pytest.raises(Refused) as refused:
        checked_study(make.study(measurements=()))
    assert refused.value.code is Code.REQUIRED
    with pytest.raises(Refused) as refused:
        checked_study(make.study(measurements=(Measurement(pieces=0, seconds=-5),)))
    assert [p.field for p in refused.value.problems] == ["measurements.0.pieces", "measurements.0.seconds"]


def test_a_study_is_put_in_its_phase_once_and_taken_away_again() -> None:
    phase, study = make.phase(), make.study()
    job = make.job(phases=(make.phase(name="Pakkaus"), phase))
    twice = with_study(with_study(job, phase.id, study), phase.id, study)
    assert [p.studies for p in twice.phases] == [(), (study,)]
    assert without_study(twice, phase.id, study.id) == job
    with pytest.raises(Refused):
        with_study(job, PhaseId(ids.new()), study)


@given(
    st.lists(
        st.builds(Measurement, pieces=st.integers(1, 10_000), seconds=st.integers(1, 86_400)),
        min_size=1,
        max_size=20,
    )
)
def test_the_average_lies_between_the_quickest_and_the_slowest(measurements: list[Measurement]) -> None:
    study = make.study(id=StudyId(UUID(int=9)), measurements=tuple(measurements))
    quickest, slowest = spread(study)
    assert quickest <= minutes_per_unit(study) <= slowest
