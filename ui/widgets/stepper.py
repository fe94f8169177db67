"""One month, week or day at a time."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from subcontract.words import N_, Texts
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Label


class Stepper(QWidget):
    """One month or day at a time: back, what is shown, on."""

    def __init__(
        self, texts: Texts, shown: Callable[[], str], step: Callable[[int], object], what: str
    ) -> None:
        """``shown`` gives the words; ``what`` (marked) names what is stepped: "month"."""
        super().__init__()
        self._shown = shown
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        named = texts.say(what)
        self.back = IconButton(
            "caret-left", texts.say(N_("Previous {what}"), what=named), lambda: step(-1), key="Alt+Left"
        )
        self.words = Label(shown(), "section")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.on = IconButton(
            "caret-right", texts.say(N_("Next {what}"), what=named), lambda: step(1), key="Alt+Right"
        )
        for part in (self.back, self.words, self.on):
            row.addWidget(part)
        self.refresh()

    def refresh(self) -> None:
        """Show where it stands."""
        self.words.setText(self._shown())
        self.words.setMinimumWidth(self.words.fontMetrics().averageCharWidth() * 18)
