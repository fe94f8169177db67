"""Labels and their values under each other, the value under its label where both have no room."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.flow import Flow
from ui.widgets.labels import Label, Words


class FactLines(QWidget):
    """A line for each fact; drawn anew only when the facts change."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._shown: tuple[tuple[str, str], ...] = ()

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Show ``(label, value)`` pairs."""
        wanted = tuple(facts)
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for label, value in wanted:
            line = Flow(space=8, line_space=0)
            line.add(Label(label, "quiet"))
            words = Words(value, "strong")
            words.setAccessibleName(f"{label}: {value}")
            line.add(words)
            self._column.addWidget(line)
