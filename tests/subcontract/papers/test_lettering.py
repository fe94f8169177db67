import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.papers import fonts
from subcontract.papers.lettering import clip, paragraphs, plain, wrap
from subcontract.papers.measures import BODY, REGULAR, SEMIBOLD


def test_ordinary_finnish_is_left_alone() -> None:
    text = "Äijälä & Söner Oy – 1 340,50 € · −3 °C “ž”"
    assert plain(text) == text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("<font color=red>Oy</font> &amp;", "<font color=red>Oy</font> &amp;"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("Pa\u200bja\ufeff Oy\u2060", "Paja Oy"),
        ("rivi\r\nrivi\tsarake\x00", "rivi  rivi sarake "),
        ("thin\u202fspace", "thin\u202fspace"),
        ("soft\u00adhyphen", "softhyphen"),
        ("A\u0308iti", "Äiti"),
        ("漢字", "□□"),
        ("\ue000\udfff", ""),
        ("Ǥ", "Ǥ"),
    ],
)
def test_hostile_signs_become_harmless(typed: str, printed: str) -> None:
    assert plain(typed) == printed


def test_heaps_of_marks_are_thinned() -> None:
    assert len(plain("a" + "\u0336" * 50)) <= 3


@given(st.text())
def test_everything_can_be_drawn_by_a_font_of_ours(text: str) -> None:
    known = fonts.own_signs() | fonts.fallback_signs()
    assert all(sign in known or unicodedata.combining(sign) for sign in plain(text))


@given(st.text())
def test_making_plain_twice_changes_nothing_more(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.text(alphabet="abcdäö  -", max_size=400), st.integers(60, 400))
def test_wrapped_lines_fit_and_keep_every_letter(text: str, room: int) -> None:
    lines = wrap(text, BODY, room)
    assert all(fonts.width(line, BODY.font, BODY.size) <= room + 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_word_longer_than_a_line_is_cut() -> None:
    lines = wrap("x" * 10_000, BODY, 100, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_no_break_spaces_hold_together() -> None:
    assert wrap("maksetaan 1\u00a0340,50\u00a0€ heti", BODY, 60) == ("maksetaan", "1\u00a0340,50\u00a0€ heti")


def test_clipping_tells_that_something_is_missing() -> None:
    assert clip("Tavaratalo", BODY, 500) == "Tavaratalo"
    assert clip("Tavaratalo Kuusi Oy Ab", BODY, 60).endswith("…")


def test_paragraphs_keep_line_breaks() -> None:
    assert paragraphs("yksi\nkaksi\n\nkolme", BODY, 200) == ("yksi", "kaksi", "kolme")


def test_signs_our_face_lacks_are_set_in_the_fallback() -> None:
    assert [font for font, _ in fonts.runs("aǤb", REGULAR)] == [REGULAR, "UrakkaFallback", REGULAR]


def test_figures_are_all_one_width() -> None:
    for face in (REGULAR, SEMIBOLD):
        assert len({fonts.width(digit, face, 10) for digit in "0123456789"}) == 1
