"""A paper in the place of what it was made from, with the way back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from subcontract.words import N_
from ui.screens.bones import Desk
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.pages import Pages
from ui.widgets.pdf import PdfView


class PaperPages(Pages):
    """A front page, and a paper that takes its place while it is looked at."""

    def __init__(self, front: QWidget, desk: Desk) -> None:
        super().__init__()
        self.front = front
        self.addWidget(front)
        self.paper = QWidget()
        column = QVBoxLayout(self.paper)
        column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        self.back = Button(desk.texts.say(N_("Back")), self.close_paper, icon_name="arrow-left")
        self.title = Label("", "section", wrap=True)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        column.addLayout(head)
        self.pdf = PdfView(desk.texts, desk.ask_save_path)
        column.addWidget(self.pdf, 1)
        self.addWidget(self.paper)
        self.on_turn: Callable[[], object] | None = None
        """Called when a paper is shown or closed."""

    @property
    def shows_paper(self) -> bool:
        """Whether a paper is in sight."""
        return self.currentWidget() is self.paper

    def show_paper(self, title: str, name: str, content: bytes) -> None:
        """Show a paper; ``name`` is the file name to save it under."""
        self.title.setText(title)
        self.pdf.show_paper(content, name)
        self.setCurrentWidget(self.paper)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._turned()

    def close_paper(self) -> bool:
        """Go back to the front page; false when no paper was open."""
        if not self.shows_paper:
            return False
        self.setCurrentWidget(self.front)
        self._turned()
        return True

    def _turned(self) -> None:
        if self.on_turn is not None:
            self.on_turn()
