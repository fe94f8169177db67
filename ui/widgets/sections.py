"""Parts of a long page as cards, in two columns where there is room and in one where there is not."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.look import LOOK
from ui.presenters.forms.form import FormPresenter
from ui.widgets.form import FieldView
from ui.widgets.labels import Card, hide_unless
from ui.widgets.pages import Area
from ui.widgets.reading_order import go_to

PAIR_LETTERS = 62
"""Average characters that two short fields side by side need."""
COLUMN_LETTERS = 58
"""Average characters that a column of fields needs."""


class FieldGroup(Card):
    """Some fields of a form under a heading; ``pairs`` puts short fields side by side."""

    def __init__(self, form: FormPresenter, title: str, names: Iterable[str], *, pairs: bool = False) -> None:
        """``title`` is already translated."""
        super().__init__(title)
        self.form = form
        self.fields = {name: FieldView(form, form.specs[name]) for name in names}
        self.pairs = pairs
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(10)
        self.body.addLayout(self.grid)
        self._placed: tuple[str, ...] = ()
        self._words: tuple[tuple[str, str], ...] = ()
        self._across = 2 if pairs else 1
        form.listen(self.refresh)
        LOOK.changed.connect(self.fit)
        self.refresh()

    def refresh(self) -> None:
        """Show what the form has now; the whole group goes when none of its fields is shown."""
        for view in self.fields.values():
            view.refresh()
        shown = tuple(name for name in self.fields if name not in self.form.hidden)
        words = tuple((view.error.text(), view.note.text()) for view in self.fields.values())
        if shown != self._placed or words != self._words:
            self._words = words  # Qt keeps the old height of a grid in a column when only a part of it grew
            self._place(shown)
        hide_unless(self, shown=bool(shown))

    def _place(self, shown: tuple[str, ...]) -> None:
        """Put the fields that are shown in one or two columns, in reading order."""
        self._placed = shown
        while self.grid.takeAt(0) is not None:
            pass
        across = self._across
        for at, name in enumerate(shown):
            self.grid.addWidget(self.fields[name], at // across, at % across, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            self.grid.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put fields side by side only where both have room."""
        super().resizeEvent(event)
        room = self.width() >= self.fontMetrics().averageCharWidth() * PAIR_LETTERS
        across = 2 if self.pairs and room else 1
        if across != self._across:
            self._across = across
            self._place(self._placed)

    def fit(self) -> None:
        """Give the fields the width of their letters."""
        for view in self.fields.values():
            view.fit()

    def focus_error(self) -> bool:
        """Go to the first field with an error; false when there is none."""
        for name, view in self.fields.items():
            if name in self.form.errors and name not in self.form.hidden:
                go_to(view.editor)
                return True
        return False


class Sections(Area):
    """Cards in columns that scroll together; Tab goes down the first column, then the second."""

    def __init__(self, columns: int = 2) -> None:
        super().__init__()
        inner = QWidget()
        inner.setProperty("look", "clear")
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(16)
        self._row = row
        self._columns: list[QVBoxLayout] = []
        for _ in range(columns):
            home = QWidget()  # a widget of its own: one reads down a column before one goes to the next
            column = QVBoxLayout(home)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(16)
            column.addStretch(1)
            row.addWidget(home, 1)
            self._columns.append(column)
        self._cards: list[tuple[int, QWidget]] = []
        self._across = columns
        self.setWidget(inner)

    def add(self, card: QWidget, column: int = 0) -> None:
        """Add a card at the end of a column."""
        self._cards.append((column, card))
        place = self._columns[min(column, self._across - 1)]
        place.insertWidget(place.count() - 1, card)

    def take(self, card: QWidget) -> None:
        """Take a card out, to be placed elsewhere."""
        self._cards = [(column, one) for column, one in self._cards if one is not card]
        for place in self._columns:
            place.removeWidget(card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._reflow()

    def _reflow(self) -> None:
        """Use as many columns as there is room for."""
        needed = self.fontMetrics().averageCharWidth() * COLUMN_LETTERS
        across = max(1, min(len(self._columns), self.viewport().width() // needed))
        if across == self._across:
            return
        self._across = across
        for at in range(len(self._columns)):
            self._row.setStretch(at, 1 if at < across else 0)
        self._row.setSpacing(16 if across > 1 else 0)
        for _, card in self._cards:
            for column in self._columns:
                column.removeWidget(card)
        for wanted, card in self._cards:
            place = self._columns[min(wanted, across - 1)]
            place.insertWidget(place.count() - 1, card)
