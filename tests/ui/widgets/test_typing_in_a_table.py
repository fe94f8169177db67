"""Typing in the cells of a table by keys alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import accessible
from ui.presenters.tables.table import Column, Row, TablePresenter
from ui.texts import CatalogueTexts
from ui.widgets.problem_line import ProblemLine
from ui.widgets.table import TableView

COLUMNS = (Column(key="name", title="Name", editable=True), Column(key="sum", title="Sum"))


class Page(QWidget):
    """A table in which one types, the line under it and a field after it."""

    def __init__(self) -> None:
        super().__init__()
        self.table = TablePresenter(COLUMNS, CatalogueTexts("fi"), name="People")
        self.table.on_edit = self.typed
        self.view, self.after = TableView(self.table, filtered=False), QLineEdit()
        column = QVBoxLayout(self)
        self.line = ProblemLine(self.table)
        for part in (self.view, self.line, self.after):
            column.addWidget(part)
        self.show_names("Aalto", "Berg")

    def show_names(self, *names: str, problem: str = "") -> None:
        last = names[-1]
        self.table.set_rows(
            Row(id=at, cells={"name": name}, problems={"name": problem} if problem and name == last else {})
            for at, name in enumerate(names)
        )

    def typed(self, row: object, _key: str, text: str) -> None:
        names = [str(each.cells["name"]) for each in self.table.rows]
        names[int(str(row))] = text
        self.show_names(*names)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    made = Page()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    accessible.settle()
    yield made
    accessible.free()


def test_enter_begins_and_ends_the_typing_and_tab_leaves_the_table(page: Page) -> None:
    grid = page.view.grid
    grid.setFocus()
    page.table.select(0)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "Öhman")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    accessible.settle()
    assert [row.cells["name"] for row in page.table.rows] == ["Öhman", "Berg"]
    assert grid.state() != grid.State.EditingState
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Tab)
    assert page.after.hasFocus()


def test_what_is_wrong_with_a_cell_is_told_in_words_under_the_table(page: Page) -> None:
    assert page.line.isHidden()
    page.show_names("Aalto", "Berg", problem="Tämä ei ole luku.")
    assert page.line.text() == "Tämä ei ole luku."
    assert page.line.isVisible()
    page.show_names("Aalto", "Berg")
    assert page.line.isHidden()
