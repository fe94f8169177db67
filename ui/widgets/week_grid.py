"""Half-days of a week as buttons: arrows move, space switches, each says its day and half aloud."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from subcontract.people.client import HalfDay
from subcontract.words import N_
from ui.presenters.forms.week_grid import HALVES, WEEK, WORDS, WeekGrid
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.labels import Card, Label

STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class HalfDayButton(Button):
    """One half-day; on or off."""

    def __init__(self, view: "WeekGridView", weekday: int, half: HalfDay) -> None:
        super().__init__("")
        self._view, self.weekday, self.half = view, weekday, half
        self.setCheckable(True)
        self.setProperty("look", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(view.grid.spoken(weekday, half))
        self.clicked.connect(lambda: view.grid.toggle(weekday, half))

    def show_state(self, *, chosen: bool, locked: bool) -> None:
        """Show whether the half-day is chosen: by sign as well as by colour."""
        self.setChecked(chosen)
        self.setText("✓" if chosen else "–")
        self.setEnabled(not locked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by arrows."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._view.go(self.half, self.weekday, *step)


class WeekGridView(Card):
    """Seven days across, morning and afternoon down."""

    def __init__(self, grid: WeekGrid, title: str) -> None:
        """``title`` is already translated."""
        super().__init__(title)
        self.grid = grid
        say = grid.texts.say
        self.body.addWidget(Label(say(N_("Arrow keys move, space switches a half-day.")), "muted", wrap=True))
        table = QGridLayout()
        table.setSpacing(8)
        self.buttons: dict[tuple[int, HalfDay], HalfDayButton] = {}
        for weekday in range(WEEK):
            head = Label(grid.weekday(weekday), "label")
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            table.addWidget(head, 0, weekday + 1)
        for down, half in enumerate(HALVES, start=1):
            row = LinkButton(say(WORDS[half]), partial(grid.toggle_half, half))
            row.setAccessibleName(say(N_("{half} of every working day"), half=say(WORDS[half])))
            table.addWidget(row, down, 0)
            for weekday in range(WEEK):
                button = HalfDayButton(self, weekday, half)
                self.buttons[weekday, half] = button
                table.addWidget(button, down, weekday + 1)
                table.setColumnStretch(weekday + 1, 1)
        self.body.addLayout(table)
        grid.listen(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen now."""
        for place, button in self.buttons.items():
            button.show_state(chosen=place in self.grid.chosen, locked=self.grid.locked)

    def go(self, half: HalfDay, weekday: int, down: int, right: int) -> None:
        """Move the focus; it stays inside the grid."""
        at = HALVES[min(max(HALVES.index(half) + down, 0), len(HALVES) - 1)]
        day = min(max(weekday + right, 0), WEEK - 1)
        self.buttons[day, at].setFocus(Qt.FocusReason.OtherFocusReason)
