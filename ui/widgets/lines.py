"""Lines of small forms: one row each, with a button to take it away and one to add the next."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.presenters.fields import FieldKind
from ui.presenters.form import FormPresenter
from ui.presenters.lines import LinesPresenter
from ui.presenters.tone import Tone
from ui.widgets.buttons import Button, IconButton
from ui.widgets.flow import Flow
from ui.widgets.form import NARROW, FieldView
from ui.widgets.labels import Card, Label, Line, ToneLine, hide_unless

EDGES = 34
"""The card's own edges."""


class LinesView(Card):
    """A lines presenter as rows under one heading."""

    def __init__(self, lines: LinesPresenter, *, help_text: str = "") -> None:
        """``help_text`` is already translated."""
        super().__init__(lines.texts.say(lines.name))
        self.lines = lines
        self._rows: list[FormPresenter] = []
        self._views: list[list[FieldView]] = []
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

    def _add(self) -> None:
        """Add a line and go to its first field."""
        self.lines.add()
        if self._views:
            self._views[-1][0].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_error(self) -> bool:
        """Go to the first field with an error; false when there is none."""
        for row, views in zip(self._rows, self._views, strict=True):
            for name, view in zip(row.specs, views, strict=True):
                if name in row.errors:
                    view.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                    return True
        return False

    def refresh(self) -> None:
        """Show the lines there are now; a line that stays keeps its widgets and the focus."""
        if [id(row) for row in self._rows] != [id(row) for row in self.lines.rows]:
            self._rebuild()
        self.error.say(self.lines.error, Tone.WRONG)
        hide_unless(self.add_button, shown=not self.lines.locked)

    def _rebuild(self) -> None:
        """Make the fields of the lines there are now."""
        self._rows = list(self.lines.rows)
        self._views = [self._line(row) for row in self._rows]
        self._lay()

    def _lay(self) -> None:
        """Lay the fields out anew; they keep what is typed in them and the focus."""
        before = self._home
        focus: QWidget | None = self.focusWidget()
        self._home = self._flowing() if self._is_narrow else self._table()
        self._place.addWidget(self._home)
        self._home.setVisible(bool(self._rows))
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
        """Fields in columns; only the first line has its labels in sight."""
        home = QWidget()
        grid = QGridLayout(home)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for at, (row, views) in enumerate(zip(self._rows, self._views, strict=True)):
            for column, view in enumerate(views):
                view.label.setHidden(at > 0 or view.kind is FieldKind.FLAG)
                grid.addWidget(view, at, column, Qt.AlignmentFlag.AlignTop)
            if not self.lines.locked:
                grid.addWidget(self._remover(at, row), at, len(views), Qt.AlignmentFlag.AlignBottom)
        for at, spec in enumerate(self.lines.specs):
            grid.setColumnStretch(at, 0 if spec.kind in NARROW else 1)
        return home

    def _flowing(self) -> QWidget:
        """Fields of a line after one another, a thin line between lines."""
        home = QWidget()
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for at, (row, views) in enumerate(zip(self._rows, self._views, strict=True)):
            if at:
                column.addWidget(Line())
            flow = Flow(space=12, line_space=6, tells_height=True, at_bottom=True)
            for view in views:
                view.label.setHidden(view.kind is FieldKind.FLAG)
                flow.add(view)
            if not self.lines.locked:
                flow.add(self._remover(at, row))
            column.addWidget(flow)
        return home

    def _remover(self, at: int, row: FormPresenter) -> IconButton:
        """The button that takes a line away."""
        return IconButton("x", self.lines.remove_words(at), lambda: self._remove(row))

    def _line(self, row: FormPresenter) -> list[FieldView]:
        """The fields of one line."""
        row.locked = set(row.specs) if self.lines.locked else set()
        views = [FieldView(row, spec, echoed=False) for spec in row.specs.values()]
        for view in views:
            row.listen(view.refresh)
        return views

    def _remove(self, row: FormPresenter) -> None:
        """Take a line away; the focus goes to the button that adds one."""
        at = next((at for at, one in enumerate(self.lines.rows) if one is row), None)
        if at is not None:
            self.lines.remove(at)
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
