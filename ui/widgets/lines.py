"""Lines of small forms: one row each, with a button to take it away and one to add the next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.presenters.fields import FieldKind
from ui.presenters.form import FormPresenter
from ui.presenters.lines import LinesPresenter
from ui.presenters.tone import Tone
from ui.widgets.buttons import Button, IconButton
from ui.widgets.form import NARROW, FieldView
from ui.widgets.labels import Card, Label, ToneLine, hide_unless
from ui.widgets.reading_order import go_to


class LineView:
    """The widgets of one line; they live as long as the line, so that the focus stays in them."""

    def __init__(self, view: "LinesView", row: FormPresenter) -> None:
        self.row = row
        self.fields = [FieldView(row, spec, echoes=False) for spec in row.specs.values()]
        self.remove = IconButton("x", "", lambda: view.remove(row))
        self.foot = QWidget()
        """Holds the button at the height of the fields, under a label as high as theirs."""
        self._gap = Label("\N{NO-BREAK SPACE}", "label")
        column = QVBoxLayout(self.foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._gap)
        column.addWidget(self.remove)
        for field in self.fields:
            row.listen(field.refresh)

    def place(self, grid: QGridLayout, at: int) -> None:
        """Stand at a place; only the first line has its labels in sight."""
        for column, (spec, field) in enumerate(zip(self.row.specs.values(), self.fields, strict=True)):
            field.label.setHidden(at > 0 or spec.kind is FieldKind.FLAG)
            grid.addWidget(field, at, column, Qt.AlignmentFlag.AlignTop)
        self._gap.setHidden(at > 0)
        grid.addWidget(self.foot, at, len(self.fields), Qt.AlignmentFlag.AlignTop)

    def refresh(self, lines: LinesPresenter, at: int) -> None:
        """Follow whether the line can be changed, and what it is called."""
        locked = set(self.row.specs) if lines.locked else set()
        if locked != self.row.locked:
            self.row.locked = locked
            self.row.tell()
        self.foot.setHidden(lines.locked)
        name = lines.remove_words(at)
        self.remove.setAccessibleName(name)
        self.remove.setToolTip(name)

    def drop(self) -> None:
        """Go for good."""
        for field in self.fields:
            self.row.forget(field.refresh)
        for widget in (*self.fields, self.foot):
            widget.hide()
            widget.deleteLater()


class LinesView(Card):
    """A lines presenter as rows under one heading."""

    def __init__(self, lines: LinesPresenter, *, help_text: str = "") -> None:
        """``help_text`` is already translated."""
        super().__init__(lines.texts.say(lines.name))
        self.lines = lines
        self._lines: list[LineView] = []
        self.help = Label(help_text, "muted", wrap=True)
        hide_unless(self.help, shown=bool(help_text))
        self.body.addWidget(self.help)
        self._home = QWidget()
        self._grid = QGridLayout(self._home)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        for at, spec in enumerate(lines.specs):
            self._grid.setColumnStretch(at, 0 if spec.kind in NARROW else 1)
        self.body.addWidget(self._home)
        self.error = ToneLine("", Tone.WRONG)
        self.body.addWidget(self.error)
        self.add_button = Button(lines.texts.say(lines.add_words), self._add, icon_name="plus")
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        self.body.addLayout(foot)
        lines.listen(self.refresh)
        self.refresh()

    @property
    def editors(self) -> list[list[QWidget]]:
        """The editors of each line."""
        return [[field.editor for field in line.fields] for line in self._lines]

    @property
    def removes(self) -> list[QWidget]:
        """The button of each line that takes it away."""
        return [line.remove for line in self._lines]

    def _add(self) -> None:
        """Add a line and go to its first field."""
        self.lines.add()
        if self._lines:
            go_to(self._lines[-1].fields[0].editor)

    def focus_error(self) -> bool:
        """Go to the first field with an error; false when there is none."""
        for line in self._lines:
            for field in line.fields:
                if field.name in line.row.errors:
                    go_to(field.editor)
                    return True
        return False

    def refresh(self) -> None:
        """Show the lines there are now; a line that stays keeps its widgets and the focus."""
        if [id(line.row) for line in self._lines] != [id(row) for row in self.lines.rows]:
            self._place()
        for at, line in enumerate(self._lines):
            line.refresh(self.lines, at)
        self.error.say(self.lines.error, Tone.WRONG)
        hide_unless(self.add_button, shown=not self.lines.locked)

    def _place(self) -> None:
        """Make the lines that are new, drop those that are gone, and put all in their order."""
        known = {id(line.row): line for line in self._lines}
        self._lines = [known.get(id(row)) or LineView(self, row) for row in self.lines.rows]
        for gone in known.values():
            if gone not in self._lines:
                gone.drop()
        while self._grid.takeAt(0) is not None:
            pass
        for at, line in enumerate(self._lines):
            line.place(self._grid, at)
        hide_unless(self._home, shown=bool(self._lines))

    def remove(self, row: FormPresenter) -> None:
        """Take a line away; the focus goes to the button that adds one."""
        at = next((at for at, one in enumerate(self.lines.rows) if one is row), None)
        if at is not None:
            self.lines.remove(at)
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
