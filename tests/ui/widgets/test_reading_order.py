"""Tab goes as one reads, whatever was made first, and what has the focus can be seen."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import accessible
from ui.presenters.forms.fields import FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.forms.lines import LinesPresenter
from ui.texts import CatalogueTexts
from ui.widgets.buttons import Button
from ui.widgets.form import FormView
from ui.widgets.lines import LinesView
from ui.widgets.reading_order import into_sight, step
from ui.widgets.segments import Segments

TEXTS = CatalogueTexts("fi")
TODAY = date(2026, 11, 23)
SPECS = tuple(FieldSpec(name=f"f{at}", label=f"Field {at}") for at in range(20))
SECRET = (
    FieldSpec(name="word", label="Password", kind=FieldKind.PASSWORD),
    FieldSpec(name="again", label="Again", kind=FieldKind.PASSWORD),
)
LINE = (FieldSpec(name="name", label="Name"), FieldSpec(name="until", label="Until", kind=FieldKind.DATE))


class Window(QWidget):
    """Lines between a form and a button, all of it in one column."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.chips = Segments("Which", ((1, "one"), (2, "two"), (3, "three")), lambda _: None)
        self.lines = LinesPresenter("lines", LINE, TEXTS, lambda: TODAY, name="Lines", add="Add")
        self.view = LinesView(self.lines)
        self.form = FormPresenter(SPECS, TEXTS, lambda: TODAY)
        self.fields = FormView(self.form)
        self.last = Button("Last")
        for part in (self.chips, self.view, self.fields, self.last):
            column.addWidget(part)

    def focusNextPrevChild(self, onwards: bool) -> bool:  # noqa: N802 - Qt's own name
        return step(self, onwards=onwards)

    def tab(self, times: int = 1, *, back: bool = False) -> QWidget:
        """Press Tab; gives what has the focus then."""
        for _ in range(times):
            modifier = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
            QTest.keyClick(self.focusWidget() or self, Qt.Key.Key_Tab, modifier)
            accessible.settle()
        found = self.focusWidget()
        assert found is not None
        return found


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    made.activateWindow()
    accessible.settle()
    yield made
    accessible.free()


def test_a_line_added_later_is_reached_where_it_stands(window: Window) -> None:
    window.view.add_button.click()
    window.view.add_button.click()
    accessible.settle()
    assert window.focusWidget() is window.view.editors[1][0], "the new line's first field has the focus"
    assert window.tab() is window.view.editors[1][1]
    window.tab()  # the button that takes the line away
    assert window.tab() is window.view.add_button
    assert window.tab() is window.fields.fields["f0"].editor
    assert window.tab(7, back=True) is window.view.editors[0][0]


def test_of_choices_that_exclude_each_other_tab_stops_at_the_one_that_holds(window: Window) -> None:
    window.chips.show_value(2)
    window.last.setFocus()
    here = window.tab()
    assert isinstance(here, Button)
    assert here.accessibleName() == "two"
    assert window.tab() is window.view.add_button


def test_what_has_the_focus_is_seen_with_its_label_and_its_error(window: Window) -> None:
    window.form.errors["f9"] = "Wrong."
    window.form.tell()
    window.view.add_button.setFocus()
    assert window.tab(10) is window.fields.fields["f9"].editor
    field = window.fields.fields["f9"]
    area = window.fields.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    where = field.rect().translated(field.mapTo(area.viewport(), field.rect().topLeft()))
    assert area.viewport().rect().contains(where)


def test_a_hidden_field_is_passed(window: Window) -> None:
    window.form.hidden = {"f1", "f2"}
    window.form.tell()
    window.fields.fields["f0"].editor.setFocus()
    assert window.tab() is window.fields.fields["f3"].editor


def test_going_to_what_is_in_sight_moves_nothing(window: Window) -> None:
    into_sight(window.last)
    window.last.setFocus()
    assert window.tab(1, back=True) is window.fields.fields["f19"].editor


def test_enter_leaves_the_button_beside_a_field_to_tab(qtbot: QtBot) -> None:
    form = FormPresenter(SECRET, TEXTS, lambda: TODAY)
    view = FormView(form)
    qtbot.addWidget(view)
    view.show()
    view.activateWindow()
    first, second = (view.fields[name] for name in ("word", "again"))
    first.editor.setFocus()
    QTest.keyClicks(first.editor, "a secret word")
    QTest.keyClick(first.editor, Qt.Key.Key_Return)
    assert view.focusWidget() is second.editor
    assert "word" not in form.shown
