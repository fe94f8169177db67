from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.hours.pieces import piece_shares, pieces_of, share_pieces, total_pieces, unshared
from subcontract.ids import ClientId
from subcontract.jobs.job import SplitRule
from subcontract.problems import Code, Refused
from tests import make

PHASE = make.phase()
JOB = make.job(phases=(PHASE,))
JOBS = {JOB.id: JOB}
A, B, C = (ClientId(UUID(int=number)) for number in (11, 12, 13))


def work(client: ClientId, minutes: int = 225, pieces: int = 0, **fields: object) -> WorkEntry:
    mine = {"job": JOB.id, "phase": PHASE.id, "client": client, "minutes": minutes, "pieces": pieces}
    return make.entry(**{**mine, **fields})


def result(pieces: int, rule: SplitRule | None, **fields: object) -> WorkEntry:
    mine = {"job": JOB.id, "phase": PHASE.id, "client": None, "kind": EntryKind.GROUP_RESULT}
    return make.entry(**{**mine, "pieces": pieces, "split": rule, **fields})


def test_own_pieces_are_ones_own() -> None:
    assert pieces_of((work(A, pieces=96), work(B, pieces=71)), JOBS) == {A: 96, B: 71}


def test_a_result_is_shared_by_minutes() -> None:
    entries = (
        work(A, 225),
        work(B, 195),
        work(C, 0, attendance=Attendance.SICK),
        result(412, SplitRule.MINUTES),
    )
    assert pieces_of(entries, JOBS) == {A: 221, B: 191}


def test_a_result_without_a_rule_is_shared_by_minutes() -> None:
    assert pieces_of((work(A, 60), work(B, 30), result(9, None)), JOBS) == {A: 6, B: 3}


def test_equal_shares_give_the_left_over_piece_to_the_smaller_number() -> None:
    entries = (work(A), work(B), work(C), result(10, SplitRule.EQUAL))
    assert pieces_of(entries, JOBS, {A: 3, B: 1, C: 2}) == {A: 3, B: 4, C: 3}


def test_by_pieces_own_pieces_are_weights_only() -> None:
    entries = (work(A, pieces=1), work(B, pieces=3), result(100, SplitRule.PIECES))
    assert pieces_of(entries, JOBS) == {A: 25, B: 75}
    assert total_pieces(entries) == 100


def test_agreed_shares_of_the_phase() -> None:
    job = make.job(
        id=JOB.id, phases=(make.phase(id=PHASE.id, agreed_shares=((A, Decimal(2)), (C, Decimal(1)))),)
    )
    entries = (work(A), work(B), result(90, SplitRule.AGREED))
    assert pieces_of(entries, {JOB.id: job}) == {A: 90}


def test_a_shift_is_a_group_of_its_own() -> None:
    here, there = make.shift(job=JOB.id), make.shift(job=JOB.id)
    entries = (work(A, shift=here.id), work(B, shift=there.id), result(50, SplitRule.MINUTES, shift=there.id))
    assert pieces_of(entries, JOBS) == {B: 50}
    assert piece_shares(entries, JOBS)[0].rule is SplitRule.MINUTES


def test_a_result_that_nobody_can_share_is_told() -> None:
    alone = result(5, SplitRule.PIECES)
    entries = (work(A), alone)
    assert pieces_of(entries, JOBS) == {}
    assert unshared(entries, JOBS) == (alone,)
    assert unshared((work(A), result(0, SplitRule.PIECES)), JOBS) == ()


def test_own_pieces_and_a_result_by_minutes_are_both_counted() -> None:
    entries = (work(A, pieces=5), result(10, SplitRule.MINUTES))
    assert (pieces_of(entries, JOBS), total_pieces(entries)) == ({A: 15}, 15)


def test_nothing_and_less_than_nothing_cannot_be_shared() -> None:
    with pytest.raises(Refused) as none:
        share_pieces(10, {A: 0})
    with pytest.raises(Refused) as less:
        share_pieces(10, {A: -1, B: 2})
    assert (none.value.code, less.value.code) == (Code.NOTHING_TO_SHARE, Code.NEGATIVE_SHARE)


@given(st.integers(0, 99_999), st.lists(st.integers(0, 600), min_size=1, max_size=20))
def test_shares_are_whole_and_make_the_result(pieces: int, minutes: list[int]) -> None:
    weights = {ClientId(UUID(int=at)): weight for at, weight in enumerate(minutes)}
    if not any(minutes):
        return
    numbers = {client: at for at, client in enumerate(weights)}
    shares = share_pieces(pieces, weights, numbers)
    assert sum(shares.values()) == pieces
    for client, share in shares.items():
        assert abs(Decimal(share) - Decimal(pieces) * weights[client] / sum(minutes)) < 1
    backwards = dict(reversed(list(weights.items())))
    assert share_pieces(pieces, backwards, numbers) == shares
