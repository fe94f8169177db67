"""Wishes as a proposal reads them: what nothing can fulfil speaks against nobody."""

from typing import Any

from subcontract import ids
from subcontract.ids import RotaWishesId, StaffId
from subcontract.jobs.job import JobState
from subcontract.rota.records import RotaWishes
from subcontract.rota.rotation.sharing.singles import is_strange_coach, job_points
from subcontract.rota.shift import ShiftState
from tests import make
from tests.rotation_records import JOB, LIISA, clients, pair_of, question, shift, shifts


def wishes(**fields: Any) -> tuple[str, Any]:
    return ("rota.wishes", RotaWishes(id=RotaWishesId(ids.new()), unit=make.UNIT, client=LIISA.id, **fields))


def test_a_wish_for_a_job_that_is_not_on_offer_speaks_against_no_other_job() -> None:
    """Liisa's own job ended: she would otherwise come last of all on every shift of every week."""
    ended = make.job(number=2, name="Puutarha", state=JobState.CLOSED)
    on = shift(most=1)
    problem = question(("jobs", ended), *clients(), *shifts(on), wishes(likes=frozenset({ended.id})))
    assert job_points(problem.person_by_id[LIISA.id], JOB.id) == 0
    off = shift(1, job=ended.id, state=ShiftState.CANCELLED)
    called_off = question(("jobs", ended), *clients(), *shifts(on, off), wishes(likes=frozenset({ended.id})))
    assert job_points(called_off.person_by_id[LIISA.id], JOB.id) == 0
    both = frozenset({ended.id, JOB.id})
    offered = question(("jobs", ended), *clients(), *shifts(on), wishes(likes=both))
    assert offered.person_by_id[LIISA.id].likes == {JOB.id}


def test_a_familiar_coach_who_has_left_makes_no_other_coach_strange() -> None:
    gone = make.staff(id=StaffId(ids.new()), name="Poissa", active=False)
    on = shift()
    problem = question(
        ("staff", gone), *clients(), *shifts(on), wishes(familiar_coaches=frozenset({gone.id}))
    )
    assert not is_strange_coach(*pair_of(problem, LIISA, on))


def test_a_familiar_coach_beside_the_first_one_is_familiar_too() -> None:
    known = make.staff(id=StaffId(ids.new()), name="Tuttu")
    on = shift(other_coaches=frozenset({known.id}))
    problem = question(
        ("staff", known), *clients(), *shifts(on), wishes(familiar_coaches=frozenset({known.id}))
    )
    assert not is_strange_coach(*pair_of(problem, LIISA, on))
