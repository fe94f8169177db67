from hypothesis import given
from hypothesis import strategies as st

from ui.presenters.tables.table import STAYS
from ui.widgets.folding import Want, broken, fitted, told_together

NAME = Want(key="name", width=200, least=120, grows=True)
TOWN = Want(key="town", width=100, worth=1)
JOBS = Want(key="jobs", width=60, worth=1)
PLANNED = Want(key="planned", width=90, worth=0, under="hours")
HOURS = Want(key="hours", width=70)
TOTAL = Want(key="total", width=80)


def letters(text: str) -> int:
    return len(text)


def test_what_fits_stands_and_the_words_that_grow_take_the_rest() -> None:
    fit = fitted((NAME, TOWN, TOTAL), 500)
    assert (fit.widths, fit.under) == ({"name": 320, "town": 100, "total": 80}, {})


def test_room_beyond_what_the_words_need_is_shared_by_all() -> None:
    fit = fitted((Want(key="name", width=100, grows=True, most=200), TOWN, TOTAL), 480)
    assert fit.widths == {"name": 234, "town": 133, "total": 113}


def test_words_break_before_anything_folds() -> None:
    fit = fitted((NAME, TOWN, TOTAL), 320)
    assert (fit.widths["name"], fit.under) == (140, {})


def test_columns_fold_by_worth_from_the_right_and_nothing_is_lost() -> None:
    assert fitted((NAME, TOWN, JOBS, TOTAL), 350).under == {"name": ("jobs",)}
    fit = fitted((NAME, TOWN, JOBS, TOTAL), 210)
    assert fit.under == {"name": ("town", "jobs")}
    assert fit.widths == {"name": 130, "total": 80}


def test_a_figure_stands_under_the_one_that_it_belongs_to_and_widens_it() -> None:
    fit = fitted((NAME, PLANNED, HOURS, TOTAL), 340)
    assert fit.under == {"hours": ("planned",)}
    assert fit.widths["hours"] == 90


def test_what_stands_under_a_column_goes_along_when_that_folds() -> None:
    hours = Want(key="hours", width=70, worth=1)
    fit = fitted((NAME, PLANNED, hours, TOTAL), 220)
    assert fit.under == {"name": ("planned", "hours")}


def test_other_words_break_when_nothing_is_left_to_fold() -> None:
    value = Want(key="value", width=200, least=80)
    fit = fitted((NAME, value), 260)
    assert fit.widths == {"name": 120, "value": 140}


@given(
    st.lists(st.tuples(st.integers(20, 300), st.integers(0, STAYS), st.booleans()), min_size=1, max_size=8),
    st.integers(50, 900),
)
def test_every_column_stands_or_is_told_on_a_second_line(
    drawn: list[tuple[int, int, bool]], room: int
) -> None:
    wants = tuple(
        Want(key=str(at), width=width, least=20 if breaks else 0, worth=worth, grows=at == 0)
        for at, (width, worth, breaks) in enumerate(drawn)
    )
    fit = fitted(wants, room)
    told = [key for keys in fit.under.values() for key in keys]
    assert sorted([*fit.widths, *told]) == sorted(want.key for want in wants)
    if sum(want.least or want.width for want in wants if want.grows or want.worth == STAYS) <= room:
        assert sum(fit.widths.values()) <= room


@given(st.text(alphabet="aäö  -", max_size=60), st.integers(1, 20))
def test_no_line_is_longer_than_its_room_and_no_letter_is_lost(words: str, room: int) -> None:
    lines = broken(words, room, letters)
    assert all(len(line) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")


def test_facts_break_between_facts() -> None:
    assert told_together(("Nro 14", "Laji Yritys", "Kuusiranta"), 20, letters) == [
        "Nro 14 · Laji Yritys",
        "Kuusiranta",
    ]
