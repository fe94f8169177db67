from datetime import UTC, datetime, timedelta
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from subcontract.hours.entry import WorkEntry
from subcontract.hours.in_force import history_of, in_force
from tests import make

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def chain(*voids: bool) -> list[WorkEntry]:
    """An entry and its corrections, each an hour later."""
    entries = [make.entry(at=NOON)]
    for at, void in enumerate(voids, start=1):
        entries.append(make.entry(supersedes=entries[-1].id, void=void, at=NOON + timedelta(hours=at)))
    return entries


def test_the_last_of_a_chain_stands_whatever_the_order() -> None:
    first, second, third = chain(False, False)
    for order in permutations((first, second, third)):
        assert in_force(order) == (third,)


def test_what_was_taken_back_does_not_stand_until_told_again() -> None:
    assert in_force(chain(True)) == ()
    back = chain(True, False)
    assert in_force(back) == (back[-1],)


def test_two_corrections_of_one_entry_both_stand_to_be_seen() -> None:
    first = make.entry(at=NOON)
    twins = (make.entry(supersedes=first.id), make.entry(supersedes=first.id))
    assert in_force((first, *twins)) == twins


def test_history_begins_with_the_first_fact() -> None:
    entries, other = chain(False, True, False), make.entry()
    for entry in entries:
        assert history_of(entry, [other, *reversed(entries)]) == tuple(entries)


@given(st.lists(st.booleans(), max_size=8))
def test_at_most_one_of_a_chain_stands(voids: list[bool]) -> None:
    entries = chain(*voids)
    assert len(in_force(entries)) == (0 if voids and voids[-1] else 1)
