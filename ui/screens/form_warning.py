"""That work would not be paid by what has been agreed, with the button that mends it."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.tone import Tone
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import ToneLine


class FormWarning(QWidget):
    """A sentence above a form, not there while there is nothing to say."""

    def __init__(self, verb: str, mend: Callable[[], object]) -> None:
        """``verb`` is already translated."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.sentence = ToneLine("", Tone.ATTENTION)
        self.mend = Button(verb, mend, icon_name="check")
        row = Flow()
        row.add(self.mend)
        column.addWidget(self.sentence)
        column.addWidget(row)
        self.hide()

    def say(self, sentence: str, *, can_mend: bool) -> None:
        """Say what is wrong, or nothing."""
        self.sentence.say(sentence, Tone.ATTENTION)
        self.setVisible(bool(sentence))
        self.mend.setVisible(can_mend)
