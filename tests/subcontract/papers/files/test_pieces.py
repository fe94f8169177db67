"""Long texts in short fields: no piece too long or too short, and the whole comes back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from subcontract.papers.files.e_invoices.elements import Element
from subcontract.papers.files.e_invoices.pieces import SHORTEST, Carried, joined, pieces

WORDS = st.lists(st.text("ab", min_size=1, max_size=90), min_size=1, max_size=8).map(" ".join)


@given(WORDS, st.sampled_from([35, 70]))
@example("a" * 71, 70)
@example("a" * 141, 70)
@example("a" * 69 + " Oy", 70)
@example("a" * 36 + " " + "b" * 35, 70)
@example("a" * 18 + " " + "b" * 18, 35)
def test_pieces_fit_and_come_together_again(text: str, longest: int) -> None:
    found = pieces(text, longest)
    assert all(len(piece) <= longest for piece in found)
    assert joined(found, longest) == text
    if len(text) >= SHORTEST:
        assert all(len(piece) >= SHORTEST for piece in found)


@given(WORDS, st.sampled_from([35, 70]), st.integers(1, 3))
@example("a" * 71, 70, 1)
@example("a" * 36, 35, 1)
def test_what_a_field_cannot_hold_is_carried_on_whole(text: str, longest: int, most: int) -> None:
    carried = Carried("utf-8", "Jatkuu", "Definition")
    first = carried.cut(text, longest, "NAME", most=most)
    parts = [part for rest in carried.rests() for part in rest.inside if isinstance(part, Element)]
    value = [str(part.inside) for part in parts if part.name == "DefinitionValue"]
    rest = joined(tuple(value), 70)
    assert joined((*first, *([rest] if rest else [])), longest) == text


@pytest.mark.parametrize("text", ["", "a"])
def test_a_short_text_is_one_piece_or_none(text: str) -> None:
    assert pieces(text, 70) == ((text,) if text else ())
