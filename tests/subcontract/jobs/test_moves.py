import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.jobs.job import JobState
from subcontract.jobs.moves import FORWARD, NO_TIES, Ties, hindrances, moved, moves_from
from subcontract.problems import Code, Refused
from tests import make

S = JobState


def codes(state: JobState, to: JobState, ties: Ties = NO_TIES, reason: str = "") -> list[Code]:
    return [p.code for p in hindrances(make.job(state=state), to, ties, reason)]


@pytest.mark.parametrize(("state", "to"), [(state, to) for state, later in FORWARD.items() for to in later])
def test_every_move_onwards_can_be_made_and_taken_back_while_nothing_hinders(state: S, to: S) -> None:
    there = moved(make.job(state=state), to, NO_TIES, "Hinta", despite=frozenset())
    assert there.state is to
    back = moved(there, state, NO_TIES, "Hinta", despite=frozenset())
    assert back.state is state


@pytest.mark.parametrize(
    ("state", "to"),
    [(S.ENQUIRY, S.RUNNING), (S.RUNNING, S.LOST), (S.CLOSED, S.ENQUIRY), (S.QUOTED, S.QUOTED)],
)
def test_there_are_no_short_cuts(state: S, to: S) -> None:
    assert codes(state, to) == [Code.WRONG_STATE]


def test_a_lost_job_has_a_reason_which_goes_when_it_comes_back() -> None:
    assert codes(S.QUOTED, S.LOST) == [Code.REASON_NEEDED]
    lost = moved(make.job(state=S.QUOTED), S.LOST, NO_TIES, " Liian kallis ", despite=frozenset())
    assert lost.lost_reason == "Liian kallis"
    assert moved(lost, S.ENQUIRY, NO_TIES, despite=frozenset()).lost_reason == ""


def test_a_job_without_phases_is_neither_ordered_nor_started() -> None:
    job = make.job(phases=())
    assert [p.code for p in hindrances(job, S.ORDERED, NO_TIES)] == [Code.NO_PHASES]


@pytest.mark.parametrize(
    ("state", "to", "ties"),
    [
        (S.ORDERED, S.LOST, Ties(shifts=1)),
        (S.ORDERED, S.QUOTED, Ties(accepted_quotes=1)),
        (S.QUOTED, S.ENQUIRY, Ties(open_quotes=1)),
        (S.RUNNING, S.ORDERED, Ties(entries=1)),
    ],
)
def test_what_was_made_since_hinders_going_back(state: S, to: S, ties: Ties) -> None:
    assert codes(state, to, ties, "syy") == [Code.IN_USE]


def test_planned_shifts_do_not_hinder_an_order_from_starting_and_pausing() -> None:
    assert codes(S.ORDERED, S.RUNNING, Ties(shifts=3)) == []
    assert codes(S.RUNNING, S.ORDERED, Ties(shifts=3)) == []


def test_unbilled_work_is_asked_about_before_closing() -> None:
    ties = Ties(entries=2, unbilled=2)
    finished = make.job(state=S.FINISHED)
    with pytest.raises(Refused) as refused:
        moved(finished, S.CLOSED, ties, despite=frozenset())
    assert refused.value.code is Code.WORK_NOT_INVOICED
    assert moved(finished, S.CLOSED, ties, despite=frozenset({Code.WORK_NOT_INVOICED})).state is S.CLOSED


@given(st.lists(st.sampled_from(JobState), max_size=12))
def test_no_row_of_moves_leaves_the_table(wishes: list[JobState]) -> None:
    job = make.job()
    for wish in wishes:
        if wish in moves_from(job.state):
            job = moved(job, wish, NO_TIES, "syy", despite=frozenset(Code))
        else:
            with pytest.raises(Refused):
                moved(job, wish, NO_TIES, "syy", despite=frozenset(Code))
        assert bool(job.lost_reason) == (job.state is S.LOST)
