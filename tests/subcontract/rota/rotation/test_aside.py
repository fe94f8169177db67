"""The search for a conflict in a process of its own."""

import time

import pytest

from subcontract.rota.rotation.problem import Problem
from subcontract.rota.rotation.proposing.aside import ConflictSeeker
from subcontract.rota.rotation.solving.conflicts import Conflict
from tests.rotation_world import people, week


def told(seeker: ConflictSeeker) -> list[Conflict]:
    """All that it says."""
    found: list[Conflict] = []
    for _ in range(600):
        found += seeker.said()
        if not seeker.is_working:
            return found
        time.sleep(0.05)
    raise AssertionError("it never came to an end")


@pytest.mark.slow
def test_a_conflict_comes_from_the_other_process() -> None:
    seeker = ConflictSeeker(Problem(slots=week(1, least=2), people=people(1)))
    assert [(each.needed, each.found) for each in told(seeker)] == [(2, 1)]
    seeker.end()


@pytest.mark.slow
def test_nothing_is_said_when_all_can_be_filled() -> None:
    seeker = ConflictSeeker(Problem(slots=week(1), people=people(1)))
    assert told(seeker) == []
    seeker.end()


@pytest.mark.slow
def test_it_can_be_ended_at_any_time() -> None:
    seeker = ConflictSeeker(Problem(slots=week(5), people=people(3)))
    seeker.end()
    assert not seeker.is_working
    assert list(seeker.said()) == []
