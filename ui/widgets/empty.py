"""What an empty place shows: a picture, a sentence and the first button."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.labels import Label, Picture, hide_unless


class EmptyState(QWidget):
    """A picture, a sentence and perhaps a button, in the middle of the room there is."""

    def __init__(
        self, picture: str, sentence: str, button: str = "", command: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addStretch(1)
        self.picture = Picture(picture, 96)
        self.sentence = Label(sentence, "quiet", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = Button(button or " ", command)
        # The same act often has a button in the footer too; aloud the two must differ.
        self.button.setAccessibleName(f"{button}. {sentence}")
        hide_unless(self.button, shown=bool(button))
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(self.picture, 0, middle)
        column.addWidget(self.sentence)
        column.addWidget(self.button, 0, middle)
        column.addStretch(2)

    def minimumSizeHint(self) -> QSize:
        """The picture may go where there is little room; the sentence and the button stay."""
        hint = super().minimumSizeHint()
        picture = 0 if self.picture.isHidden() else self.picture.height() + self._column.spacing()
        return QSize(hint.width(), hint.height() - picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        words = self.sentence.heightForWidth(self.width() - 48)
        button = 0 if self.button.isHidden() else self.button.sizeHint().height() + 16
        self.picture.setVisible(self.height() >= self.picture.height() + words + button + 48)

    def say(self, sentence: str, *, button: bool = True) -> None:
        """Show another sentence, with the button or without."""
        self.sentence.setText(sentence)
        self.button.setVisible(button and bool(self.button.text().strip()))
