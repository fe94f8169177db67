"""Lines under one heading: what stays keeps its widgets, its words and the focus."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from subcontract.problems import Refused
from tests.ui import accessible
from ui.presenters.forms.fields import FieldKind, FieldSpec
from ui.presenters.forms.lines import LinesPresenter
from ui.texts import CatalogueTexts
from ui.widgets.editors import LineEdit
from ui.widgets.lines import LinesView

TEXTS = CatalogueTexts("fi")
SPECS = (
    FieldSpec(name="pieces", label="Pieces", kind=FieldKind.QUANTITY, places=0, required=True),
    FieldSpec(name="seconds", label="Seconds", kind=FieldKind.QUANTITY, places=0, most=59),
    FieldSpec(name="until", label="Until", kind=FieldKind.DATE),
)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[LinesView]:
    lines = LinesPresenter("lines", SPECS, TEXTS, lambda: date(2026, 11, 23), name="Lines", add="Add")
    lines.load([{"pieces": 20}])
    made = LinesView(lines)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    accessible.settle()
    yield made
    accessible.free()


def editor(view: LinesView, line: int, field: int) -> LineEdit:
    found = view.editors[line][field]
    assert isinstance(found, LineEdit)
    return found


def test_a_line_can_be_typed_in_after_another_has_come(view: LinesView) -> None:
    seconds = editor(view, 0, 1)
    QTest.keyClicks(seconds, "75")
    view.lines.rows[0].leave("seconds")
    view.add_button.click()
    accessible.free()
    assert editor(view, 0, 1) is seconds
    seconds.selectAll()
    QTest.keyClicks(seconds, "15")
    assert view.lines.rows[0].typed["seconds"] == "15"
    assert "seconds" not in view.lines.rows[0].errors
    assert seconds.property("wrong") == "false"


def test_a_line_taken_away_is_told_of_nothing_more(view: LinesView) -> None:
    view.add_button.click()
    row = view.lines.rows[0]
    view.lines.remove(0)
    accessible.free()
    row.type("pieces", "3")
    assert len(view.editors) == 1
    assert view.lines.rows[0].typed["pieces"] == ""


def test_saving_leaves_the_focus_where_it_is(view: LinesView) -> None:
    view.lines.rows[0].type("seconds", "75")
    with pytest.raises(Refused):
        view.lines.read()
    editor(view, 0, 1).setFocus()
    view.lines.load([{"pieces": 20, "seconds": 15}])
    accessible.free()
    assert view.focusWidget() is editor(view, 0, 1)
    assert editor(view, 0, 1).text() == "15"
    assert editor(view, 0, 1).property("wrong") == "false"


def test_fields_and_button_of_a_line_stand_at_one_height(view: LinesView) -> None:
    view.lines.rows[0].type("until", "31.12.")
    view.add_button.click()
    accessible.settle()

    def top(widget: QWidget) -> int:
        return widget.mapTo(view, widget.rect().topLeft()).y()

    for line, row in zip(view.editors, view.removes, strict=True):
        assert len({top(one) for one in line}) == 1
        assert abs(top(row) + row.height() / 2 - top(line[0]) - line[0].height() / 2) <= 3
