from datetime import date

import pytest

from subcontract.money import Money
from ui.collation import has_words, sort_key
from ui.presenters.tables.table import CellKind, Column, Row, TablePresenter
from ui.presenters.tone import State, Tone
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")
COLUMNS = (
    Column(key="name", title="Name"),
    Column(key="sum", title="Sum to pay", kind=CellKind.MONEY, total=True),
    Column(key="time", title="Spent", kind=CellKind.HOURS, total=True),
    Column(key="day", title="Day", kind=CellKind.DATE),
    Column(key="state", title="State", kind=CellKind.STATE),
)


def row(name: str, **cells: object) -> Row:
    return Row(id=name, cells={"name": name, **cells})


def table(*rows: Row) -> TablePresenter:
    made = TablePresenter(COLUMNS, TEXTS, name="People")
    made.set_rows(rows)
    return made


def names(presenter: TablePresenter) -> list[str]:
    return [str(row.id) for row in presenter.visible]


def test_finnish_order_puts_aring_a_o_last_and_w_beside_v() -> None:
    words = ["Öhman", "Åberg", "Zorn", "Äijä", "Wirta", "Virta", "Wikström", "Aalto", "Éclair", "Eero"]
    assert sorted(words, key=sort_key) == [
        "Aalto",
        "Éclair",
        "Eero",
        "Wikström",
        "Virta",
        "Wirta",
        "Zorn",
        "Åberg",
        "Äijä",
        "Öhman",
    ]


@pytest.mark.parametrize("typed", ["aalto", "li aa", "Äält", "LIISA", "aalto, liisa", ""])
def test_words_are_found_by_their_beginnings_in_any_order(typed: str) -> None:
    assert has_words("Äälto, Liisa", typed)


@pytest.mark.parametrize("typed", ["kauppa", "LANKA villa", "verk", "b>oy"])
def test_longer_words_are_found_inside_compounds_and_behind_signs(typed: str) -> None:
    assert has_words("Verkkokauppa Villa & Lanka <b>Oy", typed)


@pytest.mark.parametrize("typed", ["ka", "o b", "kauppala"])
def test_one_or_two_letters_must_begin_a_word(typed: str) -> None:
    assert not has_words("Verkkokauppa Villa & Lanka", typed)


def test_the_filter_keeps_the_selection_and_the_total_follows_what_is_in_view() -> None:
    people = table(
        row("Aalto, Liisa", sum=Money(10), time=60),
        row("Berg, Emil", sum=Money("2.50"), time=30),
    )
    people.select("Berg, Emil")
    assert people.totals() == {"name": "2 riviä", "sum": "12,50\u00a0€", "time": "1\u00a0t 30\u00a0min"}
    people.set_filter("aal")
    assert names(people) == ["Aalto, Liisa"]
    assert people.totals()["sum"] == "10,00\u00a0€"
    assert people.selected == "Berg, Emil"
    people.set_filter("zzz")
    assert people.shows_nothing_because_filtered
    people.set_rows([row("Aalto, Liisa")])
    assert people.selected is None


def test_rows_are_ordered_by_value_with_empty_ones_last_either_way() -> None:
    people = table(row("A", sum=Money(100)), row("B"), row("C", sum=Money(20)), row("D", sum=Money(3)))
    people.sort_by("sum")
    assert names(people) == ["D", "C", "A", "B"]
    people.sort_by("sum", descending=True)
    assert names(people) == ["A", "C", "D", "B"]


def test_equal_rows_keep_their_order() -> None:
    people = table(row("B", time=1), row("A", time=1))
    people.sort_by("time")
    assert names(people) == ["B", "A"]


def test_cells_are_written_and_spoken() -> None:
    shown = row("Aalto", sum=Money(1), day=date(2026, 11, 2), state=State("Töissä", Tone.READY))
    people = table(shown)
    assert [people.text(shown, column) for column in COLUMNS] == [
        "Aalto",
        "1,00\u00a0€",
        "–",
        "2.11.2026",
        "Töissä",
    ]
    assert people.spoken(shown, COLUMNS[1]) == "Aalto, Sum to pay 1,00\u00a0€"
    assert people.spoken(shown, COLUMNS[2]) == "Aalto, Spent tyhjä"


def test_opening_and_editing_are_handed_on() -> None:
    people = table(row("Aalto"))
    seen: list[object] = []
    people.on_open = seen.append
    people.on_edit = lambda *edit: seen.append(edit)
    people.open()
    people.select("Aalto")
    people.open()
    people.edit("Aalto", "name", "Aallo")
    assert seen == ["Aalto", ("Aalto", "name", "Aallo")]


def test_whoever_follows_the_selection_hears_of_a_row_that_went_after_the_list_has():
    table = TablePresenter((Column(key="name", title="Client"),), CatalogueTexts("fi"), name="Clients")
    table.set_rows([Row(id=1, cells={"name": "Aalto"})])
    table.select(1)
    told: list[str] = []
    table.listen(lambda: told.append(f"{len(table.visible)} rows"))
    table.on_select = lambda row: told.append(f"selected {row}")
    table.set_rows(())
    assert told == ["0 rows", "selected None"]
    assert table.selected is None
