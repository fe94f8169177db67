from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from subcontract.money import Money
from tests.ui import accessible
from ui.presenters.tables.table import CellKind, Column, Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone
from ui.texts import CatalogueTexts
from ui.widgets.table import TableView

ENOUGH_MS = 400
"""Longer than the button of a filter takes to come or go."""

COLUMNS = (
    Column(key="name", title="Who", kind=CellKind.PERSON, grows=True),
    Column(key="state", title="How", kind=CellKind.STATE),
    Column(key="sum", title="Sum to pay", kind=CellKind.MONEY, total=True),
)


def rows(*names: str) -> list[Row]:
    state = State("Töissä", Tone.READY)
    return [Row(id=name, cells={"name": name, "state": state, "sum": Money(5)}) for name in names]


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[TableView]:
    empty = Empty(picture="boxes", sentence="No people.", button="New", command=lambda: None)
    presenter = TablePresenter(COLUMNS, CatalogueTexts("fi"), name="People", empty=empty)
    made = TableView(presenter)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    made.activateWindow()
    accessible.settle()
    yield made
    accessible.free()


def test_a_table_that_has_not_been_read_says_nothing(view: TableView) -> None:
    assert view.grid.isVisible()
    assert not view.empty.isVisible()


def test_an_empty_table_shows_its_picture_sentence_and_button(view: TableView) -> None:
    view.presenter.set_rows(())
    assert view.empty.isVisible()
    assert view.empty.sentence.text() == "No people."
    assert view.empty.button.isVisible()
    view.presenter.set_rows(rows("Aalto"))
    assert view.grid.isVisible()
    view.presenter.set_filter("zzz")
    assert view.empty.sentence.text() == "Suodatus ei löydä mitään."
    assert not view.empty.button.isVisible()


def test_the_whole_list_can_be_used_by_keys(view: TableView) -> None:
    opened: list[object] = []
    view.presenter.on_open = opened.append
    view.presenter.set_rows(rows("Aalto", "Berg", "Öhman"))
    view.filter.setFocus()
    QTest.keyClick(view.filter, Qt.Key.Key_Down)
    assert view.grid.hasFocus()
    view.filter.setFocus()
    QTest.keyClick(view.filter, Qt.Key.Key_Return)
    assert view.grid.hasFocus()
    assert view.presenter.row("Aalto") is view.presenter.row(view.presenter.selected)
    QTest.keyClick(view.grid, Qt.Key.Key_Down)
    assert view.presenter.selected == "Berg"
    QTest.keyClick(view.grid, Qt.Key.Key_Return)
    assert opened == ["Berg"]
    QTest.keyClicks(view.grid, "o")
    assert view.filter.hasFocus()
    assert [row.id for row in view.presenter.visible] == ["Öhman"]


def test_the_selection_stays_with_its_row(view: TableView) -> None:
    view.presenter.set_rows(rows("Aalto", "Berg"))
    view.presenter.select("Berg")
    view.presenter.set_rows(rows("Aalto", "Alho", "Berg"))
    assert view.grid.currentIndex().row() == 2
    view.presenter.sort_by("name", descending=True)
    assert view.grid.currentIndex().row() == 0


def test_names_are_spoken(view: TableView) -> None:
    view.presenter.set_rows(rows("Aalto"))
    assert accessible.nameless(view) == []
    assert view.total.accessibleName() == "1 rivi, Sum to pay 5,00\u00a0€"
    index = view.grid.table_model.index(0, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Aalto, How Töissä"


def test_rows_are_painted_without_a_sound_whatever_they_hold(view: TableView) -> None:
    hostile = Row(
        id=1, cells={"name": "<b>x</b>\u202e, &amp;", "state": State("", Tone.WRONG)}, photo=b"no picture"
    )
    view.presenter.set_rows([hostile, *rows("A" * 300), Row(id=2, cells={}, problems={"sum": "Wrong"})])
    assert not view.grab().isNull()


def test_five_thousand_rows_are_shown_at_once(view: TableView) -> None:
    view.presenter.set_rows(rows(*(f"Person {number}" for number in range(5000))))
    accessible.settle()
    assert view.grid.table_model.rowCount() == 5000


def test_the_row_one_stands_on_may_go(view: TableView) -> None:
    """Undoing what was just added: Qt steps to the next row in the middle of the removal."""
    view.presenter.set_rows(rows("Aalto", "Berg"))
    view.focus_first()
    view.presenter.set_rows(rows("Berg"))
    assert view.grid.table_model.rowCount() == 1
    assert view.grid.visualRect(view.grid.table_model.index(0, 0)).top() == 0
    assert view.presenter.selected == "Berg"
    view.presenter.set_rows(rows("Aalto", "Berg"))
    drawn = [view.grid.rowAt(view.grid.rowViewportPosition(at) + 1) for at in range(2)]
    assert drawn == [0, 1]
    assert view.grid.verticalHeader().count() == 2


def test_titles_of_a_column_told_under_another_have_room(view: TableView) -> None:
    view.presenter.set_rows(rows("Aalto"))
    grid = view.grid
    plain = grid.horizontalHeader().height()
    grid.titles.have_lines(2)
    grid.updateGeometries()
    letters = grid.horizontalHeader().fontMetrics()
    assert grid.horizontalHeader().height() >= 2 * letters.lineSpacing() > 0
    assert grid.horizontalHeader().height() > plain


def test_a_row_that_grows_as_it_is_painted_stays_whole(view: TableView) -> None:
    view.presenter.set_rows(rows("Aalto"))
    before = view.grid.maximumHeight()
    view.grid._grow_row(0, view.grid.rowHeight(0) + 20)
    assert view.grid.maximumHeight() == before + 20


def test_the_last_row_in_sight_may_go_while_rows_are_measured(view: TableView) -> None:
    wrong = [replace(row, problems={"sum": "Too much"}) for row in rows("Aalto", "Berg", "Öhman")]
    view.presenter.set_rows(wrong)
    view.grid.setCurrentIndex(view.grid.table_model.index(2, 0))
    view.presenter.set_rows(wrong[:1])
    view.presenter.set_rows(wrong)
    view.grid.setCurrentIndex(view.grid.table_model.index(1, 0))
    view.presenter.set_filter("öh")
    assert view.grid.table_model.rowCount() == 1


def test_the_button_that_clears_goes_when_the_program_empties_the_filter(view: TableView) -> None:
    view.presenter.set_rows(rows("Aalto"))
    button = view.filter.findChild(QToolButton)
    assert button is not None
    view.filter.setText("aal")
    QTest.qWait(ENOUGH_MS)
    assert button.isVisible()
    view.presenter.set_filter("")
    QTest.qWait(ENOUGH_MS)
    assert not button.isVisible()
