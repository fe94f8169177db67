"""Lines of small forms: one row each, with a button to take it away and one to add the next."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.presenters.forms.fields import FieldKind
from ui.presenters.forms.form import FormPresenter
from ui.presenters.forms.lines import LinesPresenter
from ui.presenters.tone import Tone
from ui.widgets.buttons import Button, IconButton
from ui.widgets.flow import Flow
from ui.widgets.form import NARROW, FieldView
from ui.widgets.labels import Card, Label, Line, ToneLine, hide_unless
from ui.widgets.reading_order import go_to

EDGES = 34
"""The card's own edges."""


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

    def flow(self) -> Flow:
        """Stand one after another, each field with its label."""
        flow = Flow(space=12, line_space=6, tells_height=True, at_bottom=True)
        for field, spec in zip(self.fields, self.row.specs.values(), strict=True):
            field.label.setHidden(spec.kind is FieldKind.FLAG)
            flow.add(field)
        self._gap.hide()
        flow.add(self.foot)
        return flow

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
        self._place = QVBoxLayout()
        self._place.setSpacing(8)
        self.body.addLayout(self._place)
        self._home: QWidget | None = None
        self._needed, self._is_narrow = 0, False
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
            self._renew()
        for at, line in enumerate(self._lines):
            line.refresh(self.lines, at)
        self.error.say(self.lines.error, Tone.WRONG)
        hide_unless(self.add_button, shown=not self.lines.locked)

    def _renew(self) -> None:
        """Make the lines that are new, drop those that are gone, and put all in their order."""
        known = {id(line.row): line for line in self._lines}
        self._lines = [known.get(id(row)) or LineView(self, row) for row in self.lines.rows]
        for gone in known.values():
            if gone not in self._lines:
                gone.drop()
        self._lay()

    def _lay(self) -> None:
        """Lay the lines out anew; their fields keep what is typed in them and the focus."""
        before = self._home
        focus: QWidget | None = self.focusWidget()
        self._home = self._flowing() if self._is_narrow else self._table()
        self._place.addWidget(self._home)
        hide_unless(self._home, shown=bool(self._lines))
        if before is not None:
            self._place.removeWidget(before)
            before.hide()
            before.deleteLater()
        if focus is not None and self._home.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._is_narrow:
            self._needed = self._home.sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines whose fields have no room side by side go on below, each field with its label."""
        super().resizeEvent(event)
        narrow = 0 < event.size().width() < self._needed + EDGES
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._lay()

    def _table(self) -> QWidget:
        """Fields in columns."""
        home = QWidget()
        grid = QGridLayout(home)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for at, spec in enumerate(self.lines.specs):
            grid.setColumnStretch(at, 0 if spec.kind in NARROW else 1)
        for at, line in enumerate(self._lines):
            line.place(grid, at)
        return home

    def _flowing(self) -> QWidget:
        """Fields of a line after one another, a thin line between lines."""
        home = QWidget()
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for at, line in enumerate(self._lines):
            if at:
                column.addWidget(Line())
            column.addWidget(line.flow())
        return home

    def remove(self, row: FormPresenter) -> None:
        """Take a line away; the focus goes to the button that adds one."""
        at = next((at for at, one in enumerate(self.lines.rows) if one is row), None)
        if at is not None:
            self.lines.remove(at)
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
