import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.people.likeness import alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tavaratalo Kuusi Oy", "TAVARATALO KUUSI"),
        ("Tavaratalo Kuusi Oy", "Oy Kuusi Tavaratalo Ab"),
        ("Tavaratalo Kuusi", "Tavaratlo Kuusi"),
        ("Tavaratalo Kuusi", "Tavartaalo Kuusi"),
        ("Tavaratalo Kuusi", "Tavaratalo Kuussi"),
        ("Tavaratalo Kuusi", "Tavaratalo Kuusa"),
        ("Oy Ab", "OY AB"),
    ],
)
def test_the_same_firm_written_otherwise_is_noticed(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kuusi Oy", "Kuusa Oy"),
        ("Leipomo Rinne", "Leipomo Rinta"),
        ("Aalto, Liisa", "Aalto, Leena"),
        ("Oy", "Ky"),
    ],
)
def test_other_names_are_let_be(one: str, other: str) -> None:
    assert not alike(one, other)


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_goes_both_ways(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)
    assert alike(one, one)
