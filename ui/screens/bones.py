"""The bones of a screen: title, what it is about, body, state in words, and one primary button.

A screen lays out widgets over its presenter and connects them; an ``if`` about the business is in the
wrong file. A whole screen::

    class CustomersScreen(Screen):
        def __init__(self, desk: Desk) -> None:
            super().__init__(desk, title=N_("Customers"))
            self.presenter = self.use(CustomersPresenter(desk.door(self), desk.texts))
            self.list = TableView(self.presenter.table)
            self.form = FormView(self.presenter.form)
            self.side = self.split(self.list, N_("Customer"), self.form)
            self.set_primary(N_("Save"), self.presenter.save, key="Ctrl+Return")
            self.add_secondary(N_("New customer"), self.presenter.start_new, key="Ctrl+N")

        def refresh(self) -> None:                 # after every change of the presenter
            self.side.show_card(shown=self.presenter.is_open)
            self.primary.setEnabled(self.presenter.can_save)

``refresh`` is called by the base class whenever the presenter tells. ``load`` of the presenter is called
when the screen is first shown, and when a kind in its ``depends_on`` has changed: at once when in
sight, otherwise when it next comes in sight. ``open_record(id)`` is called by search and links.
"""

from collections.abc import Callable
from typing import Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from subcontract.actions.act import Kind
from subcontract.days import Month
from subcontract.words import Texts
from ui.presenters.base import Door, Presenter
from ui.presenters.tone import Tone
from ui.widgets.banner import Banner, ProgressLine
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.labels import IconLabel, Label, announce
from ui.widgets.reading_order import step
from ui.widgets.side_card import SideCard
from ui.widgets.stepper import Stepper
from ui.widgets.table import TableView

__all__ = ["Desk", "Screen", "SideCard", "Stepper", "month_named"]

P = TypeVar("P", bound=Presenter)
MONTHS = 12


class Desk(Protocol):
    """What the frame lends to every screen."""

    texts: Texts

    def door(self, receiver: QObject) -> Door:
        """A door whose answers are dropped once ``receiver`` is gone."""

    def go(self, screen: str, record: UUID | None = None) -> None:
        """Show another screen, and a record on it; ``settings/tariffs`` names a page of the screen."""

    def run(self, command: str) -> None:
        """Do a command of the menus."""

    def ask_before(self, sentence: str, verb: str) -> bool:
        """Ask before what cannot be undone; ``verb`` (translated) says the act on the button."""

    def ask_save_path(self, name: str, kind: str) -> str:
        """Ask where to save a file; ``""`` when the user gives up."""


def month_named(page: str) -> Month | None:
    """The month of a page's name such as ``2026-10``."""
    year, _, month = page.partition("-")
    known = year.isdecimal() and month.isdecimal() and 1 <= int(month) <= MONTHS
    return Month(int(year), int(month)) if known else None


def _in_use(widget: QWidget | None) -> bool:
    """Whether a widget is still there, in sight and enabled."""
    return widget is not None and isValid(widget) and widget.isVisible() and widget.isEnabled()


class Screen(QWidget):
    """The base of every screen."""

    def __init__(self, desk: Desk, *, title: str) -> None:
        """Lay the bones; ``title`` is marked text."""
        super().__init__()
        self.desk = desk
        self.texts = desk.texts
        self.base_presenter: Presenter | None = None
        self.stale = True
        self.setProperty("look", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.texts.say(title))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header = self._make_header(title)
        """What Tab leaves for later when one comes to the screen."""
        column.addWidget(self.header)
        middle = QVBoxLayout()
        middle.setContentsMargins(24, 12, 24, 12)
        middle.setSpacing(12)
        self.banner = Banner()
        self.progress = ProgressLine(self.texts, self.cancel_work)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        for part in (self.banner, self.progress):
            middle.addWidget(part)
        middle.addLayout(self.body, 1)
        column.addLayout(middle, 1)
        column.addWidget(self._make_footer())

    def use(self, presenter: P) -> P:
        """Take a presenter in use: it is loaded when the screen is shown, and repainted when it tells."""
        self.base_presenter = presenter
        presenter.listen(self._repaint)
        return presenter

    # --- parts

    def _make_header(self, title: str) -> QFrame:
        """The title, and ``top``: a row for a stepper, chips and filters."""
        header = self.header = QFrame()
        header.setProperty("look", "header")
        row = QHBoxLayout(header)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(16)
        self.title = Label(self.texts.say(title), "title")
        row.addWidget(self.title)
        self.top = QHBoxLayout()
        self.top.setSpacing(8)
        row.addLayout(self.top)
        row.addStretch(1)
        self.top_right = QHBoxLayout()
        self.top_right.setSpacing(8)
        row.addLayout(self.top_right)
        return header

    def _make_footer(self) -> QFrame:
        """The state in words on the left, buttons on the right."""
        footer = QFrame()
        footer.setProperty("look", "footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(12)
        self._saved_icon = IconLabel("check-circle", "pine", 18)
        self._saved_icon.hide()
        self.state = Label("", "quiet", wrap=True)
        row.addWidget(self._saved_icon)
        row.addWidget(self.state, 1)
        self.secondary = QHBoxLayout()
        self.secondary.setSpacing(12)
        row.addLayout(self.secondary)
        self.primary = PrimaryButton("")
        self.primary.hide()
        row.addWidget(self.primary)
        self.footer = footer
        return footer

    def set_primary(
        self, verb: str, pressed: Callable[[], object], *, key: str = "Ctrl+Return"
    ) -> PrimaryButton:
        """Give the screen its one primary button; ``verb`` is marked text."""
        old = self.primary
        self.primary = PrimaryButton(self.texts.say(verb), pressed, key=key)
        layout = self.footer.layout()
        if layout is not None:
            layout.replaceWidget(old, self.primary)
        old.deleteLater()
        return self.primary

    def add_secondary(
        self, verb: str, pressed: Callable[[], object], *, key: str = "", icon_name: str = ""
    ) -> Button:
        """Add a plain button before the primary one."""
        button = Button(self.texts.say(verb), pressed, key=key, icon_name=icon_name)
        self.secondary.addWidget(button)
        return button

    def add_stepper(self, shown: Callable[[], str], step: Callable[[int], object], what: str) -> "Stepper":
        """Put a stepper of months or days beside the title; Alt+Left and Alt+Right step."""
        self.stepper = Stepper(self.texts, shown, step, what)
        self.top.addWidget(self.stepper)
        return self.stepper

    def split(self, left: QWidget, title: str, right: QWidget) -> "SideCard":
        """Put a list on the left and the card of what is selected on the right."""
        side = SideCard(self.texts, left, title, right)
        self.body.addWidget(side, 1)
        return side

    # --- following

    @property
    def depends_on(self) -> frozenset[Kind]:
        """The kinds whose change makes the screen stale."""
        return self.base_presenter.depends_on if self.base_presenter is not None else frozenset()

    def something_changed(self, kinds: frozenset[Kind]) -> None:
        """Something was changed somewhere: read anew now or when next in sight."""
        if kinds & self.depends_on:
            self.stale = True
            if self.isVisible():
                self.load_if_stale()

    def load_if_stale(self) -> None:
        """Read what is shown unless it is fresh."""
        if self.stale and self.base_presenter is not None:
            self.stale = False
            self.base_presenter.load()

    @property
    def holds_text(self) -> bool:
        """Whether something typed here has not been saved."""
        return self.base_presenter is not None and self.base_presenter.holds_text

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load_if_stale()

    def _repaint(self) -> None:
        """Show the notice and the state, then what the screen itself shows."""
        presenter = self.base_presenter
        if presenter is None:
            return
        notice = presenter.notice
        self.banner.say(notice.text if notice else "", notice.tone if notice else Tone.INFO)
        if presenter.saved:
            self.say_state(presenter.saved)
        if hasattr(self, "stepper"):
            self.stepper.refresh()
        held = QApplication.focusWidget()
        inside = held is not None and self.isAncestorOf(held)
        self.refresh()
        now = QApplication.focusWidget()
        if inside and not _in_use(held) and (now is None or not self.isAncestorOf(now)):
            self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def home(self) -> QWidget:
        """Where the focus belongs when what had it has gone: the first list in sight."""
        lists = (table.grid for table in self.findChildren(TableView) if table.grid.isVisible())
        return next(lists, self)

    def take_focus(self) -> None:
        """The screen has come in sight: the focus goes where it was on it, or where the work begins."""
        before: QWidget | None = self.focusWidget()
        if before is None or not _in_use(before) or self.header.isAncestorOf(before):
            before = self.home()
        before.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what the presenter has now; each screen does its own."""

    def say_state(self, text: str, *, ready: bool = True) -> None:
        """Show the state in words at the left of the footer."""
        if text != self.state.text():
            announce(self, text)
        self.state.setText(text)
        self._saved_icon.set_icon("check-circle" if ready else "clock", "pine" if ready else "sun_text")
        self._saved_icon.setVisible(bool(text))

    def tell_step(self, text: str) -> None:
        """Say what was undone or done again; what was noticed of the state before holds no more."""
        if self.base_presenter is None:
            self.say_state(text)
            return
        self.base_presenter.tell_step(text)

    def cancel_work(self) -> None:
        """Stop the long work under way; a screen that starts such work overrides this."""

    def open_record(self, record: UUID) -> None:
        """Show a record; a screen of records overrides this."""

    def open_page(self, page: str, back: str = "") -> None:
        """Show a page by its name, Esc then goes to ``back``; a screen of pages overrides this."""

    def focusNextPrevChild(self, onwards: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Tab goes as one reads; the frame sees to it when there is one."""
        if self.isWindow() and step(self, onwards=onwards):
            return True
        return super().focusNextPrevChild(onwards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back: the side card closes first."""
        if event.key() == Qt.Key.Key_Escape and self.step_back():
            return
        super().keyPressEvent(event)

    def step_back(self) -> bool:
        """Close what is open on the screen; false when nothing was."""
        side = next((one for one in self.findChildren(SideCard) if one.isVisible() and one.is_open), None)
        if side is None:
            return False
        side.close_card()
        return True
