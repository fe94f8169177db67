from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from subcontract.problems import Code, refuse
from tests.ui import accessible
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter, SummaryLine
from ui.texts import CatalogueTexts
from ui.widgets import undoing
from ui.widgets.editors import Combo, Flag, Flags, LineEdit
from ui.widgets.form import FormView

TEXTS = CatalogueTexts("fi")
CHOICES = (Choice(value=1, label="one"), Choice(value=2, label="two"))
SPECS = (
    FieldSpec(name="name", label="<b>First</b> & last", required=True, help="As on the invoice."),
    FieldSpec(name="time", label="Spent", kind=FieldKind.HOURS),
    FieldSpec(name="day", label="Day", kind=FieldKind.DATE),
    FieldSpec(name="kind", label="Kind", kind=FieldKind.CHOICE, choices=CHOICES),
    FieldSpec(name="days", label="Days", kind=FieldKind.MULTI_CHOICE, choices=CHOICES),
    FieldSpec(name="on", label="On", kind=FieldKind.FLAG),
    FieldSpec(name="note", label="Note", kind=FieldKind.MULTILINE, group="More"),
)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[FormView]:
    form = FormPresenter(SPECS, TEXTS, lambda: date(2026, 11, 23))
    form.summary = lambda values: [SummaryLine(label="Sum", value=TEXTS.length(values["time"] or 0))]
    made = FormView(form)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    accessible.settle()
    yield made
    accessible.free()


def line(view: FormView, name: str) -> LineEdit:
    editor = view.fields[name].editor
    assert isinstance(editor, LineEdit)
    return editor


def test_fields_have_names_and_tell_help_and_that_they_are_required(view: FormView) -> None:
    assert accessible.nameless(view) == []
    assert accessible.rich_labels(view) == []
    field = line(view, "name")
    assert accessible.name_of(field) == "<b>First</b> & last"
    assert field.accessibleDescription() == "Täytettävä. As on the invoice"


def test_enter_is_the_next_field_and_never_leaves_the_form(view: FormView) -> None:
    line(view, "name").setFocus()
    QTest.keyClicks(line(view, "name"), "Aalto")
    QTest.keyClick(line(view, "name"), Qt.Key.Key_Return)
    assert line(view, "time").hasFocus()
    QTest.keyClicks(line(view, "time"), "7,5")
    assert view.fields["time"].echo.text() == "7\u00a0t 30\u00a0min"
    QTest.keyClick(line(view, "time"), Qt.Key.Key_Enter)
    assert line(view, "day").hasFocus()
    assert view.form.typed["name"] == "Aalto"


def test_an_error_stands_under_its_field_and_is_told_aloud(view: FormView) -> None:
    view.form.refuse(refuse(Code.REQUIRED, "name"))
    field = view.fields["name"]
    assert field.error.text() == "Täytä tämä kenttä."
    assert field.error.isVisible()
    assert field.editor.accessibleDescription().startswith("Täytä tämä kenttä")
    view.focus_first()
    assert field.editor.hasFocus()
    QTest.keyClicks(field.editor, "A")
    assert not field.error.isVisible()


def test_leaving_a_field_tells_what_cannot_be_read(view: FormView) -> None:
    line(view, "time").setFocus()
    QTest.keyClicks(line(view, "time"), "7.30")
    line(view, "day").setFocus()
    assert "7\u00a0t 18\u00a0min" in view.fields["time"].error.text()
    assert line(view, "time").text() == "7.30"


def test_arrows_step_days(view: FormView) -> None:
    line(view, "day").setFocus()
    QTest.keyClicks(line(view, "day"), "1.12.")
    QTest.keyClick(line(view, "day"), Qt.Key.Key_Up)
    assert line(view, "day").text() == "2.12.2026"
    assert view.fields["day"].echo.text() == "keskiviikko 2. joulukuuta 2026"


def test_the_wheel_never_changes_a_value(view: FormView) -> None:
    combo = view.fields["kind"].editor
    assert isinstance(combo, Combo)
    view.form.pick("kind", 1)
    combo.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, turn)
    assert view.form.picked["kind"] == 1


def test_picks_reach_the_form_and_come_from_it(view: FormView) -> None:
    combo = view.fields["kind"].editor
    assert isinstance(combo, Combo)
    combo.setCurrentIndex(2)
    assert view.form.picked["kind"] == 2
    view.form.load({"kind": 1, "days": (2,), "on": True})
    assert combo.value() == 1
    flags, flag = view.fields["days"].editor, view.fields["on"].editor
    assert isinstance(flags, Flags)
    assert isinstance(flag, Flag)
    assert (flags.value(), flag.isChecked()) == ((2,), True)


def test_focus_selects_everything(view: FormView, qtbot: QtBot) -> None:
    view.form.load({"name": "Aalto"})
    line(view, "day").setFocus()
    line(view, "name").setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(lambda: line(view, "name").selectedText() == "Aalto")


def test_the_sum_follows_typing(view: FormView) -> None:
    assert view.summary is not None
    QTest.keyClicks(line(view, "time"), "8")
    assert view.summary.lines.count() == 2
    QTest.keyClicks(line(view, "time"), "x")
    assert view.summary.lines.count() == 0


def test_undo_is_the_fields_own_first(view: FormView) -> None:
    field = line(view, "name")
    field.setFocus()
    QTest.keyClicks(field, "Aalto")
    assert field.isUndoAvailable()
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(
    ("typed", "chosen"), [("umm", "Lumme"), ("HEI", "Heino"), ("zzz", "Lehto"), ("h", "Lehto"), ("", "Lehto")]
)
def test_a_long_list_is_chosen_from_by_typing_part_of_a_word_and_enter(
    view: FormView, qtbot: QtBot, typed: str, chosen: str
) -> None:
    names = ("Aalto", "Berg", "Heino", "Hirvi", "Jokela", "Karhu", "Kettu", "Korpi", "Kuusela", "Laine")
    people = [Choice(value=name, label=name) for name in (*names, "Lehto", "Lumme", "Mäkinen")]
    view.form.set_choices("kind", people)
    view.form.pick("kind", "Lehto")
    combo = view.fields["kind"].editor
    assert isinstance(combo, Combo)
    edit, completer = combo.lineEdit(), combo.completer()
    assert edit is not None
    assert completer is not None
    combo.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: edit.selectedText() == "Lehto")  # typing replaces what stands there
    QTest.keyClicks(edit, typed)
    popup = completer.popup()
    assert popup is not None
    QTest.keyClick(popup if popup.isVisible() else combo, Qt.Key.Key_Return)
    assert (view.form.picked["kind"], edit.text()) == (chosen, chosen)


def test_enter_in_a_field_whose_answer_leads_elsewhere_goes_no_further(view: FormView) -> None:
    line(view, "name").returnPressed.connect(lambda: line(view, "day").setFocus())
    line(view, "name").setFocus()
    QTest.keyClick(line(view, "name"), Qt.Key.Key_Return)
    assert line(view, "day").hasFocus()


def test_what_is_saved_is_not_taken_back_letter_by_letter(view: FormView) -> None:
    """Ctrl+Z after a save takes back the save: the field has nothing of its own any more."""
    name, note = line(view, "name"), view.fields["note"].editor
    QTest.keyClicks(name, "Leipomo")
    QTest.keyClicks(note, "Two lines")
    assert name.isUndoAvailable()
    name.setCursorPosition(3)
    view.form.saved()
    assert not name.isUndoAvailable()
    assert not undoing.can_undo(note)  # type: ignore[arg-type]
    assert (name.text(), name.cursorPosition()) == ("Leipomo", 3)
