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
from datetime import date
from typing import Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.actions.act import Kind
from subcontract.days import Month
from subcontract.words import Texts
from ui.presenters.base import Door, Presenter
from ui.presenters.tone import Tone
from ui.screens.homing import Homing
from ui.settings import KeptSettings
from ui.widgets.banner import Banner, ProgressLine
from ui.widgets.buttons import Button, IconButton, PrimaryButton
from ui.widgets.head_foot import FootLine, HeadLine
from ui.widgets.labels import Words, announce
from ui.widgets.pages import stretched
from ui.widgets.reading_order import step
from ui.widgets.side_card import SideCard
from ui.widgets.stepper import Stepper

__all__ = ["Desk", "Screen", "SideCard", "Stepper", "day_named", "month_named"]

P = TypeVar("P", bound=Presenter)
MONTHS = 12


class Desk(Protocol):
    """What the frame lends to every screen."""

    texts: Texts
    settings: KeptSettings
    """What this computer remembers for the user."""

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


def day_named(page: str) -> date | None:
    """The day of a page's name such as ``2026-10-05``."""
    try:
        return date.fromisoformat(page)
    except ValueError:
        return None


class Screen(Homing):
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
        self._make_header(title)
        column.addWidget(self.header)
        page = QWidget()
        middle = QVBoxLayout(page)
        middle.setContentsMargins(24, 12, 24, 12)
        middle.setSpacing(12)
        self.banner = Banner()
        self.progress = ProgressLine(self.texts, self.cancel_work)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        for part in (self.banner, self.progress):
            middle.addWidget(part)
        middle.addLayout(self.body, 1)
        self._middle = middle
        column.addWidget(stretched(page, self.accessibleName()), 1)
        self.footer = FootLine()
        self.state = self.footer.state
        self.primary = PrimaryButton("")
        self.primary.hide()
        self.footer.add(self.primary)
        column.addWidget(self.footer)

    def use(self, presenter: P) -> P:
        """Take a presenter in use: it is loaded when the screen is shown, and repainted when it tells."""
        self.base_presenter = presenter
        presenter.listen(self._repaint)
        return presenter

    # --- parts

    def _make_header(self, title: str) -> None:
        """The title, and ``top``: what belongs to it, such as a stepper, chips and filters."""
        self.header = HeadLine()
        self.title = Words(self.texts.say(title), "title")
        self.heading = Words("", "title")
        self.heading.hide()
        self.top, self.top_right = self.header.flow, self.header.corner
        for part in (self.title, self.heading):
            self.top.add(part)

    def add_back(self, name: str, pressed: Callable[[], object], *, key: str = "") -> IconButton:
        """Put an arrow before the title that leads back; ``name`` is marked text."""
        self.back = IconButton("arrow-left", self.texts.say(name), pressed, key=key)
        self.back.hide()
        self.top.add(self.back, 0)
        return self.back

    def say_heading(self, text: str) -> None:
        """Tell which record is open, in place of the title; nothing brings the title back."""
        self.heading.say(text)
        self.title.setVisible(not text)

    def be_part(self) -> None:
        """Be a page of another screen, which has the title and the edges."""
        self.header.hide()
        self._middle.setContentsMargins(0, 0, 0, 12)
        self.footer.be_part()

    def set_primary(
        self, verb: str, pressed: Callable[[], object], *, key: str = "Ctrl+Return"
    ) -> PrimaryButton:
        """Give the screen its one primary button; ``verb`` is marked text."""
        old = self.primary
        self.footer.take(old)
        old.deleteLater()
        self.primary = PrimaryButton(self.texts.say(verb), pressed, key=key)
        self.footer.add(self.primary)
        return self.primary

    def add_secondary(
        self, verb: str, pressed: Callable[[], object], *, key: str = "", icon_name: str = ""
    ) -> Button:
        """Add a plain button before the primary one."""
        button = Button(self.texts.say(verb), pressed, key=key, icon_name=icon_name)
        self.footer.add(button, len(self.footer.line.buttons) - 1)
        return button

    def add_stepper(self, shown: Callable[[], str], step: Callable[[int], object], what: str) -> "Stepper":
        """Put a stepper of months or days beside the title; Alt+Left and Alt+Right step."""
        self.stepper = Stepper(self.texts, shown, step, what)
        self.top.add(self.stepper)
        return self.stepper

    def split(
        self, left: QWidget, title: str, right: QWidget, shares: tuple[int, int] = (3, 2)
    ) -> "SideCard":
        """Put a list on the left and the card of what is selected on the right."""
        side = SideCard(self.texts, left, title, right, shares=shares)
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
        held = self.focus_held()
        self.refresh()
        self.footer.hide_when_empty()
        self.keep_focus(held)

    def refresh(self) -> None:
        """Show what the presenter has now; each screen does its own."""

    def say_state(self, text: str, *, ready: bool = True) -> None:
        """Show the state in words at the left of the footer."""
        if text != self.state.text():
            announce(self, text)
        self.footer.say(text, "check-circle" if ready else "clock", "pine" if ready else "sun_text")

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
