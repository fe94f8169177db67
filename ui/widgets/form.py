"""A form presenter as a form: one column, label above field, errors in words under the field."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from subcontract.problems import Refused
from subcontract.words import N_
from ui.look import LOOK
from ui.presenters.forms.fields import FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.tone import Tone
from ui.widgets.buttons import LinkButton
from ui.widgets.editors import BESIDE_FIELD, Combo, Flag, Flags, LineEdit, TextArea
from ui.widgets.labels import Label, ToneLine, hide_unless, restyle
from ui.widgets.pages import Area
from ui.widgets.reading_order import WHOLE_FIELD, go_to, into_sight
from ui.widgets.summary import Summary
from ui.widgets.undoing import forget_typing
from ui.widgets.whether import Whether

NARROW = frozenset(
    {
        FieldKind.MONEY,
        FieldKind.HOURS,
        FieldKind.QUANTITY,
        FieldKind.PERCENT,
        FieldKind.DATE,
        FieldKind.TIME,
        FieldKind.POSTCODE,
        FieldKind.BUSINESS_ID,
        FieldKind.IDENTITY_CODE,
        FieldKind.PHONE,
    }
)
CODES = frozenset({FieldKind.BUSINESS_ID, FieldKind.IDENTITY_CODE, FieldKind.PHONE})
FIGURES = frozenset({FieldKind.MONEY, FieldKind.HOURS, FieldKind.QUANTITY, FieldKind.PERCENT})
UNITS = {FieldKind.MONEY: "€", FieldKind.PERCENT: "%"}
COLUMN = 62
"""Width of the column in average characters: lines of text stay readable."""
NARROW_FIELD, FIGURE_FIELD, NARROW_IN_LINE = 18, 13, 12
"""Width of a field of a code, of a figure or a day, and of either in a line, in average characters."""


class FieldView(QWidget):
    """One field with its label, unit, echo, help and error."""

    def __init__(self, form: FormPresenter, spec: FieldSpec, *, echoes: bool = True) -> None:
        """``echoes`` tells whether there is room beside the field for how it was understood."""
        super().__init__()
        self.form, self.name, self.kind, self._echoes = form, spec.name, spec.kind, echoes
        self._choices: object = None
        self._cleanings = form.cleanings
        self.setProperty(WHOLE_FIELD, True)
        say = form.texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.label = Label(form.label(spec.name), "label", wrap=True)
        hide_unless(self.label, shown=spec.kind is not FieldKind.FLAG)
        column.addWidget(self.label)
        self.editor = self._make_editor(spec)
        self.label.setBuddy(self.editor)
        self.editor.setAccessibleName(form.label(spec.name))
        row = QHBoxLayout()
        row.setSpacing(8)
        narrow = spec.kind in NARROW
        row.addWidget(self.editor, 0 if narrow else 1)
        self.unit = Label(say(spec.unit) if spec.unit else UNITS.get(spec.kind, ""), "quiet")
        hide_unless(self.unit, shown=bool(self.unit.text()))
        row.addWidget(self.unit)
        self.show_button = self._make_show_button()
        if self.show_button is not None:
            row.addWidget(self.show_button)
        self.echo = Label("", "quiet", wrap=True)
        row.addWidget(self.echo, 100 if narrow else 0)  # all that is left, when it has something to say
        row.addStretch(1 if narrow else 0)
        column.addLayout(row)
        self.help = Label(say(spec.help) if spec.help else "", "muted", wrap=True)
        hide_unless(self.help, shown=bool(spec.help))
        self.error = ToneLine("", Tone.WRONG)
        self.note = ToneLine("", Tone.ATTENTION)
        for line in (self.help, self.error, self.note):
            column.addWidget(line)
        self.fit()
        self.refresh()

    def _make_editor(self, spec: FieldSpec) -> QWidget:
        """The editor of the field's kind."""
        if spec.kind is FieldKind.CHOICE:
            combo = Combo()
            if not self._echoes:
                combo.setMinimumContentsLength(NARROW_IN_LINE)
            combo.currentIndexChanged.connect(lambda _: self.form.pick(self.name, combo.value()))
            return combo
        if spec.kind in {FieldKind.MULTI_CHOICE, FieldKind.WHETHER}:
            flags = Whether() if spec.kind is FieldKind.WHETHER else Flags()
            flags.changed.connect(lambda: self.form.pick(self.name, flags.value()))
            return flags
        if spec.kind is FieldKind.FLAG:
            flag = Flag(self.form.label(self.name).replace("&", "&&"))
            flag.toggled.connect(lambda on: self.form.pick(self.name, on))
            return flag
        if spec.kind is FieldKind.MULTILINE:
            area = TextArea()
            area.textChanged.connect(lambda: self.form.type(self.name, area.toPlainText()))
            area.left.connect(lambda: self.form.leave(self.name))
            return area
        return self._make_line(spec)

    def _make_line(self, spec: FieldSpec) -> LineEdit:
        """An editor of one line."""
        line = LineEdit()
        line.textEdited.connect(lambda text: self.form.type(self.name, text))
        line.left.connect(lambda: self.form.leave(self.name))
        if spec.placeholder:
            line.setPlaceholderText(self.form.texts.say(spec.placeholder))
        if spec.kind in FIGURES:
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        if spec.kind is FieldKind.DATE:
            line.stepped.connect(self._step_day)
        if spec.kind is FieldKind.PASSWORD:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        return line

    def _make_show_button(self) -> LinkButton | None:
        """The button beside a field that hides what is in it."""
        if self.kind not in {FieldKind.IDENTITY_CODE, FieldKind.PASSWORD}:
            return None
        button = LinkButton(
            self.form.texts.say(N_("Show")),
            lambda: self.form.show(self.name, shown=self.name not in self.form.shown),
            about=self.form.label(self.name),
        )
        button.setProperty(BESIDE_FIELD, True)
        return button

    def _step_day(self, days: int) -> None:
        """One day on or back."""
        try:
            day = self.form.value(self.name)
        except Refused:
            return
        if isinstance(day, date):
            self.form.type(self.name, self.form.texts.day(day + timedelta(days=days)))

    def fit(self) -> None:
        """Give the editor the width of what it holds."""
        letter = self.fontMetrics().averageCharWidth()
        if self.kind in NARROW:
            alone = NARROW_FIELD if self.kind in CODES else FIGURE_FIELD
            letters = alone if self._echoes else min(alone, NARROW_IN_LINE)
            self.editor.setFixedWidth(letter * letters + 24)

    def refresh(self) -> None:
        """Show what the form has now."""
        form, name = self.form, self.name
        hide_unless(self, shown=name not in form.hidden)
        locked = name in form.locked
        self._show_value(locked=locked)
        if form.cleanings != self._cleanings:
            self._cleanings = form.cleanings
            forget_typing(self.editor)  # Ctrl+Z then takes back the save itself
        error = form.errors.get(name, "")
        if error and error != self.error.text() and self.editor.hasFocus():
            QTimer.singleShot(0, self, lambda: into_sight(self.editor))
        self.error.say(error, Tone.WRONG)
        self.note.say("" if error else form.notes.get(name, ""), Tone.ATTENTION)
        restyle(self.editor, wrong="true" if error else "false")
        self.editor.setAccessibleDescription(form.accessible_note(name))
        self.echo.say("" if self.kind == FieldKind.MULTILINE or error else self._echo())
        if self.show_button is not None:
            shown = name in form.shown or (self.kind is FieldKind.IDENTITY_CODE and not form.is_masked(name))
            self.show_button.set_text(form.texts.say(N_("Hide") if shown else N_("Show")))
            self.show_button.setVisible(self.kind is FieldKind.PASSWORD or bool(form.typed.get(name)))

    def _echo(self) -> str:
        return self.form.echo(self.name) if self._echoes and self.name in self.form.typed else ""

    def _show_value(self, *, locked: bool) -> None:
        """Put the form's value in the editor unless it is there already."""
        form, editor = self.form, self.editor
        if isinstance(editor, LineEdit):
            masked = form.is_masked(self.name)
            text = form.shown_text(self.name)
            if editor.text() != text:
                editor.setText(text)
            editor.setReadOnly(locked or masked)
            if self.kind is FieldKind.PASSWORD:
                mode = QLineEdit.EchoMode
                editor.setEchoMode(mode.Normal if self.name in form.shown else mode.Password)
        elif isinstance(editor, TextArea):
            if editor.toPlainText() != form.typed[self.name]:
                with QSignalBlocker(editor):
                    editor.setPlainText(form.typed[self.name])
            editor.setReadOnly(locked)
        else:
            self._show_pick(locked=locked)

    def _show_pick(self, *, locked: bool) -> None:
        """Put the form's pick in the editor."""
        form, editor, spec = self.form, self.editor, self.form.specs[self.name]
        say = form.texts.say
        if isinstance(editor, Combo | Flags | Whether) and self._choices is not spec.choices:
            self._choices = spec.choices
            if isinstance(editor, Combo):
                empty = say(N_("Choose") if spec.required else spec.placeholder) or "–"
                editor.set_choices(spec.choices, say, None if spec.always else empty)
            else:
                editor.set_choices(spec.choices, say)
        if isinstance(editor, Combo | Flags | Whether):
            editor.set_value(form.picked[self.name])
        elif isinstance(editor, Flag):
            with QSignalBlocker(editor):
                editor.setChecked(bool(form.picked[self.name]))
        editor.setEnabled(not locked)


class FormView(QWidget):
    """All the fields of a form, in groups, with the summary beside them when there is one.

    ``scrolled`` puts the column in a scroll area. ``below`` adds widgets under the fields.
    """

    def __init__(self, form: FormPresenter, *, scrolled: bool = True) -> None:
        super().__init__()
        self.form = form
        self.fields: dict[str, FieldView] = {}
        inner = QWidget()
        inner.setProperty("look", "clear")
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(4, 4, 16, 16)
        self.column.setSpacing(12)
        self._groups: list[tuple[Label, list[FieldView]]] = []
        self._add_fields()
        self.below = QVBoxLayout()
        self.column.addLayout(self.below)
        self.column.addStretch(1)
        inner.setMaximumWidth(self.fontMetrics().averageCharWidth() * COLUMN + 40)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(Area(inner) if scrolled else inner, 3)
        self.summary = Summary(form) if form.summary is not None else None
        if self.summary is not None:
            row.addWidget(self.summary, 1)
        self._inner = inner
        self._refusals = form.refusals
        form.listen(self.refresh)
        LOOK.changed.connect(self._fit)

    def _add_fields(self) -> None:
        """Make the fields under the headings of their groups."""
        heading = None
        for spec in self.form.specs.values():
            if spec.group and spec.group != heading:
                heading = spec.group
                title = Label(self.form.texts.say(heading), "section")
                self._groups.append((title, []))
                if self.fields:
                    self.column.addSpacing(12)
                self.column.addWidget(title)
            view = FieldView(self.form, spec)
            self.fields[spec.name] = view
            self.column.addWidget(view)
            if self._groups:
                self._groups[-1][1].append(view)

    def _fit(self) -> None:
        self._inner.setMaximumWidth(self.fontMetrics().averageCharWidth() * COLUMN + 40)
        for view in self.fields.values():
            view.fit()

    def refresh(self) -> None:
        """Show what the form has now."""
        for view in self.fields.values():
            view.refresh()
        for title, views in self._groups:
            title.setVisible(any(view.name not in self.form.hidden for view in views))
        if self.summary is not None:
            self.summary.refresh()
        if self.form.refusals != self._refusals:
            self._refusals = self.form.refusals
            QTimer.singleShot(0, self, self.focus_first)  # once Enter has done its own moving

    def focus_first(self) -> None:
        """Go to the first error, or to the first field."""
        name = self.form.first_error or next((n for n in self.fields if n not in self.form.hidden), "")
        if name:
            go_to(self.fields[name].editor)

    def on(self, name: str, handler: Callable[[], object]) -> None:
        """Call ``handler`` on Enter in a field of one line."""
        editor = self.fields[name].editor
        if isinstance(editor, LineEdit):
            editor.returnPressed.connect(handler)
