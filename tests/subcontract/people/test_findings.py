import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.people.findings import Findings
from subcontract.people.unit import Address
from subcontract.problems import Code, Refused


@pytest.mark.parametrize("typed", ["maija@firma.fi", "a.b+c@osa.firma.co.uk", "åke@exämple.fi", ""])
def test_an_email_address_is_read(typed: str) -> None:
    found = Findings()
    assert found.email(typed) == typed
    assert not found.problems


@pytest.mark.parametrize(
    "typed", ["maija", "maija@", "@firma.fi", "a b@firma.fi", "a@b", "a@b,fi", "<a@b.fi>"]
)
def test_what_is_no_email_address_is_noted(typed: str) -> None:
    found = Findings()
    assert found.email(typed) == typed
    assert [problem.code for problem in found.problems] == [Code.BAD_EMAIL]


def test_a_finnish_postcode_has_five_digits_and_a_foreign_one_is_left_alone() -> None:
    found = Findings()
    found.address(Address(postcode="5310"))
    found.address(Address(postcode="SE-111 22", country="se"))
    assert [(problem.code, problem.field) for problem in found.problems] == [(Code.BAD_POSTCODE, "postcode")]


@pytest.mark.parametrize("hidden", ["\x00", "\u202e", "\u200b", "\r", "\x1b", "\u2028"])
def test_signs_that_are_not_seen_are_refused(hidden: str) -> None:
    found = Findings()
    found.line(f"Tava{hidden}ratalo", "name")
    assert [problem.code for problem in found.problems] == [Code.FORBIDDEN_CHARACTER]


def test_markup_and_foreign_letters_are_only_text() -> None:
    found = Findings()
    assert found.line("  <b>Ťěsto</b> & Søn  Oy ", "name") == "<b>Ťěsto</b> & Søn Oy"
    assert not found.problems


def test_every_problem_is_told_at_once() -> None:
    found = Findings()
    found.line("", "name", required=True)
    found.line("x" * 121, "place")
    found.email("x")
    with pytest.raises(Refused) as refused:
        found.refuse_any()
    assert [problem.field for problem in refused.value.problems] == ["name", "place", "email"]


@given(st.text(max_size=400))
def test_reading_any_text_never_fails_and_reading_twice_changes_nothing(typed: str) -> None:
    found = Findings()
    once = found.note(typed, "note")
    assert found.note(once, "note") == once
    line = found.line(typed, "name")
    assert found.line(line, "name") == line
