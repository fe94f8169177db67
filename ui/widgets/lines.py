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
        self._grid_home: QWidget | None = None
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
        self._rows = list(self.lines.rows)
        if self._grid_home is not None:
            self._place.removeWidget(self._grid_home)
            self._grid_home.hide()
            self._grid_home.deleteLater()
        self._grid_home = QWidget()
        grid = QGridLayout(self._grid_home)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        self._views = [self._line(grid, at, row) for at, row in enumerate(self._rows)]
        for at, spec in enumerate(self.lines.specs):
            grid.setColumnStretch(at, 0 if spec.kind in NARROW else 1)
        self._place.addWidget(self._grid_home)
        self._grid_home.setVisible(bool(self._rows))

    def _line(self, grid: QGridLayout, at: int, row: FormPresenter) -> list[FieldView]:
        """Put one line in the grid; only the first line has its labels in sight."""
        views = []
        row.locked = set(row.specs) if self.lines.locked else set()
        for column, spec in enumerate(row.specs.values()):
            view = FieldView(row, spec)
            view.label.setHidden(at > 0 or spec.kind is FieldKind.FLAG)
            view.echo.setMaximumWidth(0)
            grid.addWidget(view, at, column, Qt.AlignmentFlag.AlignTop)
            views.append(view)
        for view in views:
            row.listen(view.refresh)
        if not self.lines.locked:
            remove = IconButton("x", self.lines.remove_words(at), lambda: self._remove(row))
            grid.addWidget(remove, at, len(views), Qt.AlignmentFlag.AlignBottom)
        return views

    def _remove(self, row: FormPresenter) -> None:
        """Take a line away; the focus goes to the button that adds one."""
        at = next((at for at, one in enumerate(self.lines.rows) if one is row), None)
        if at is not None:
            self.lines.remove(at)
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
