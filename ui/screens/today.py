"""Tänään: a greeting, what must be done first, and the shifts of the day."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from subcontract.words import N_, Texts
from ui.presenters.today.cards import Card as Task
from ui.presenters.today.shifts import ShiftToday
from ui.presenters.today.today import TodayPresenter
from ui.presenters.tone import ICONS, Tone
from ui.screens.bones import Desk, Screen
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.chips import PhotoChip, StateChip
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Card, IconLabel, Label, Picture, token_of
from ui.widgets.pages import Area

NARROW = 52
"""Below so many average letters the button of a card stands under its words."""


class TodayScreen(Screen):
    """The first screen of the morning."""

    def __init__(self, desk: Desk) -> None:
        """Lay out two columns: to do, and the day's shifts."""
        super().__init__(desk, title=N_("Today"))
        self.presenter = self.use(TodayPresenter(desk.door(self), desk.texts))
        self.day = Label(self.presenter.day, "section")
        self.body.addWidget(self.day)
        row = QHBoxLayout()
        row.setSpacing(24)
        self.tasks = QVBoxLayout()
        self.shifts = QVBoxLayout()
        row.addWidget(self._column(N_("To do first"), self.tasks), 1)
        self.shifts_heading = Label("", "quiet", wrap=True)
        row.addWidget(self._column(N_("Shifts of the day"), self.shifts, self.shifts_heading), 1)
        self.body.addLayout(row, 1)
        self.footer.hide()
        self._shown: object = None

    def _column(self, title: str, place: QVBoxLayout, under: QWidget | None = None) -> QWidget:
        """A heading over cards that scroll."""
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(self.texts.say(title), "section", wrap=True))
        if under is not None:
            column.addWidget(under)
        inner = QWidget()
        inner.setLayout(place)
        place.setContentsMargins(0, 0, 12, 12)
        place.setSpacing(12)
        column.addWidget(Area(inner, self.texts.say(title)), 1)
        return side

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        self.title.setText(presenter.greeting)
        self.day.setText(presenter.day)
        self.shifts_heading.say(presenter.shifts_words if presenter.shifts else "")
        now = (presenter.cards, presenter.shifts, presenter.nothing_to_do)
        if now == self._shown:
            return
        self._shown = now
        _refill(self.tasks, [self._task(task) for task in presenter.cards])
        if presenter.nothing_to_do:
            self.tasks.insertWidget(0, EmptyState("coffee", presenter.nothing_to_do))
        _refill(self.shifts, [self._shift(shift) for shift in presenter.shifts])
        if not presenter.shifts:
            self.shifts.insertWidget(0, EmptyState("calendar", presenter.shifts_words))

    def _task(self, task: Task) -> QWidget:
        """One thing to do, with its one button."""
        return TaskCard(self.texts, task, partial(self.desk.go, task.screen, task.record))

    def _shift(self, shift: ShiftToday) -> QWidget:
        """One shift of the day."""
        return ShiftCard(self.texts, shift, partial(self.desk.go, "hours", shift.id))


def _refill(place: QVBoxLayout, widgets: list[QWidget]) -> None:
    """Put other widgets in the place of what was there."""
    while (item := place.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    for widget in widgets:
        place.addWidget(widget)
    place.addStretch(1)


def _as_wide_as_there_is_room() -> QSizePolicy:
    """As wide as the column, however long the words; as high as they then need."""
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


class TaskCard(Card):
    """What, for whom, by when; and the button that leads there."""

    def __init__(self, texts: Texts, task: Task, go: partial[None]) -> None:
        super().__init__()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Picture(task.picture, 44), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(6)
        if task.tone is Tone.WRONG:
            head.addWidget(IconLabel(ICONS[task.tone], token_of(task.tone), 18), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Label(task.what, "strong", wrap=True), 1, Qt.AlignmentFlag.AlignTop)
        words.addLayout(head)
        for text in (task.whom, task.when):
            if text:
                words.addWidget(Label(text, "quiet", wrap=True))
        row.addLayout(words, 1)
        self.button = Button(task.button, go)
        self.button.setAccessibleName(f"{task.button}: {task.what}")
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.row.setSpacing(12)
        self.row.addLayout(row, 1)
        self.row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(self.row)
        self.setSizePolicy(_as_wide_as_there_is_room())
        self.setAccessibleName(texts.say(N_("To do: {what}"), what=task.what))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In large letters the button goes under the words."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self.row.direction() != way:
            self.row.setDirection(way)


class ShiftCard(Card):
    """A shift: when, what, where, who guides and who comes."""

    def __init__(self, texts: Texts, shift: ShiftToday, go: partial[None]) -> None:
        super().__init__()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Picture(shift.pictogram, 44), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Label(f"{shift.times}  {shift.job}", "strong", wrap=True))
        about = " · ".join(part for part in (shift.place, shift.coach) if part)
        if about:
            words.addWidget(Label(about, "quiet", wrap=True))
        words.addWidget(self._people(texts, shift))
        foot = QHBoxLayout()
        foot.addWidget(StateChip(shift.state))
        foot.addStretch(1)
        foot.addWidget(LinkButton(texts.say(N_("Record")), go, about=f"{shift.times} {shift.job}"))
        words.addLayout(foot)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.setSizePolicy(_as_wide_as_there_is_room())

    def _people(self, texts: Texts, shift: ShiftToday) -> QWidget:
        """Faces and first names, as many in a row as there is room for."""
        if not shift.people:
            return Label(texts.say(N_("Nobody has been put on this shift.")), "quiet", wrap=True)
        faces = QWidget()
        row = FlowLayout(12)
        faces.setLayout(row)
        for face in shift.people:
            row.addWidget(PhotoChip(face.name, face.photo, side=26))
        faces.setSizePolicy(_as_wide_as_there_is_room())
        return faces
