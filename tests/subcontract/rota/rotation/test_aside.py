"""The search for a conflict in a process of its own."""

import time
from collections.abc import Callable

import pytest

from subcontract.rota.rotation.aside import ConflictSeeker
from subcontract.rota.rotation.conflicts import Conflict
from subcontract.rota.rotation.problem import Problem
from tests.rotation_world import people, week


def until(happened: Callable[[], object]) -> None:
    for _ in range(600):
        if happened():
            return
        time.sleep(0.05)
    raise AssertionError("it never happened")


def is_done(seeker: ConflictSeeker, found: list[Conflict]) -> bool:
    """Keep what has been said; whether nothing more is to come."""
    found.extend(seeker.said())
    return not seeker.is_working


@pytest.mark.slow
def test_a_conflict_comes_from_the_other_process() -> None:
    seeker = ConflictSeeker(Problem(slots=week(1, least=2), people=people(1)))
    found: list[Conflict] = []
    until(lambda: is_done(seeker, found))
    assert [(each.needed, each.found) for each in found] == [(2, 1)]
    seeker.end()


@pytest.mark.slow
def test_nothing_is_said_when_all_can_be_filled() -> None:
    seeker = ConflictSeeker(Problem(slots=week(1), people=people(1)))
    found: list[Conflict] = []
    until(lambda: is_done(seeker, found))
    assert found == []
    seeker.end()


@pytest.mark.slow
def test_it_can_be_ended_at_any_time() -> None:
    seeker = ConflictSeeker(Problem(slots=week(5), people=people(3)))
    seeker.end()
    assert not seeker.is_working
    assert list(seeker.said()) == []
