"""The line above a screen and the line below it: what has no room goes onto a line of its own."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import IconLabel, Words

SPACE = 12


class HeadLine(QFrame):
    """The title and what belongs to it, flowing; and a corner that stays at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "header")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(16)
        self.flow = Flow(space=16, line_space=8)
        row.addWidget(self.flow, 1)
        self.corner = QHBoxLayout()
        self.corner.setSpacing(8)
        row.addLayout(self.corner)
        row.setAlignment(self.corner, Qt.AlignmentFlag.AlignTop)


class _Buttons(Flow):
    """Words at the left and buttons at the right, in one line as long as that can be."""

    def __init__(self) -> None:
        super().__init__(space=SPACE, line_space=8, at_right=True)
        self.words = QWidget()
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.add(self.words)
        self.buttons: list[Button] = []

    def event(self, event: QEvent) -> bool:
        """Leave the keys out first, then give the words a line of their own."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._choose()
        return super().event(event)

    def _choose(self) -> None:
        """Choose by the widths that the words and the buttons would like."""
        shown = [button for button in self.buttons if not button.isHidden()]
        keys = sum(button.key_width for button in shown)
        taken = sum(button.sizeHint().width() + SPACE for button in shown)
        full = taken + (keys if any(button.is_brief for button in shown) else 0)
        words = 0 if self.words.isHidden() else self.words.sizeHint().width() + SPACE
        apart = words > 0 and words + full - keys > self.width()
        brief = (full if apart else words + full) > self.width()
        for button in shown:
            button.set_brief(brief=brief)
        wide = self.width() if apart else 0
        if self.words.minimumWidth() != wide:
            self.words.setMinimumWidth(wide)


class FootLine(QFrame):
    """The state in words on the left, buttons on the right; not there while both are empty."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "footer")
        self._around = QHBoxLayout(self)
        self._around.setContentsMargins(24, 8, 24, 8)
        self.line = _Buttons()
        self._around.addWidget(self.line)
        row = QHBoxLayout(self.line.words)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        self.icon = IconLabel("check-circle", "pine", 18)
        self.state = Words("", "quiet")
        row.addWidget(self.icon)
        row.addWidget(self.state, 1)
        self.line.words.hide()
        self._away = False

    def put_away(self, *, away: bool) -> None:
        """Be out of sight, whatever there is to press."""
        self._away = away
        self.hide_when_empty()

    def add(self, button: Button, at: int = -1) -> None:
        """Put a button at a place among the buttons, the end by default."""
        self.line.add(button, at + 1 if at >= 0 else -1)
        self.line.buttons.insert(at if at >= 0 else len(self.line.buttons), button)

    def take(self, button: Button) -> None:
        """Take a button away."""
        self.line.flow.removeWidget(button)
        self.line.buttons.remove(button)

    def say(self, text: str, icon: str, colour: str) -> None:
        """Show the state in words."""
        self.state.setText(text)
        self.icon.set_icon(icon, colour)
        self.line.words.setVisible(bool(text))

    def be_part(self) -> None:
        """Stand under a page of another screen, which has the edges."""
        self._around.setContentsMargins(0, 10, 0, 0)

    def hide_when_empty(self) -> None:
        """Take no room while there is nothing to say and nothing to press."""
        shown = any(not part.isHidden() for part in (self.line.words, *self.line.buttons))
        self.setVisible(shown and not self._away)
