"""The window of Ctrl+K: type a few letters, choose with the arrows, Enter goes there."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from subcontract.words import N_, Texts
from ui.look import LOOK
from ui.presenters.palette import Hit, PalettePresenter
from ui.widgets.buttons import key_text
from ui.widgets.editors import LineEdit
from ui.widgets.icons import icon

WAIT = 120
"""Milliseconds after the last letter before records are looked for."""


class PaletteDialog(QDialog):
    """Closes by Esc, by choosing and by a click elsewhere."""

    def __init__(
        self, parent: QWidget, presenter: PalettePresenter, texts: Texts, chosen: Callable[[Hit], object]
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._presenter, self._chosen = presenter, chosen
        self._nothing = texts.say(N_("Nothing was found. Write a part of a name, or a number."))
        LOOK.dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(texts.say(N_("Find anything")))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = QFrame()
        frame.setProperty("look", "card")
        outer.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 12, 12, 12)
        self.field = LineEdit()
        self.field.setPlaceholderText(texts.say(N_("A person, a customer, a job, an invoice or a command")))
        self.field.setAccessibleName(texts.say(N_("Find anything")))
        self.list = QListWidget()
        self.list.setAccessibleName(texts.say(N_("Found")))
        side = LOOK.sizes.px(20)
        self.list.setIconSize(QSize(side, side))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(lambda: presenter.type(self.field.text()))
        self.field.textEdited.connect(lambda _: self._timer.start())
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        presenter.changed = self._fill
        self._fill()
        self._place(parent)
        self.field.setFocus()

    def _place(self, parent: QWidget) -> None:
        """Stand at the top of the middle of the window."""
        width = min(LOOK.sizes.px(620), parent.width() - 40)
        height = min(LOOK.sizes.px(460), parent.height() - 80)
        self.resize(width, height)
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.move(corner.x() + (parent.width() - width) // 2, corner.y() + 48)

    def _fill(self) -> None:
        """Show what is found now."""
        self.list.clear()
        for hit in self._presenter.hits:
            detail = key_text(hit.detail) if hit.command else hit.detail
            item = QListWidgetItem(icon(hit.icon, "muted"), f"{hit.title}    {detail}".rstrip())
            item.setData(Qt.ItemDataRole.UserRole, hit)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
        elif self.field.text():
            nothing = QListWidgetItem(self._nothing)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)

    def done(self, result: int) -> None:
        """Close; an answer still on its way has nothing to fill any more."""
        self._presenter.changed = None
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        """Close when the user turns to something else."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while letters go to the field; Enter chooses."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}.get(event.key())
            if step and self._presenter.hits:
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._enter()
                return True
        return super().eventFilter(watched, event)

    def _enter(self) -> None:
        """Choose what the letters typed so far find, even when they came quickly."""
        if self._timer.isActive():
            self._timer.stop()
            self._presenter.type(self.field.text())
        item = self.list.currentItem()
        if item is not None:
            self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        hit = item.data(Qt.ItemDataRole.UserRole)
        self._presenter.changed = None
        self.close()
        self._chosen(hit)
