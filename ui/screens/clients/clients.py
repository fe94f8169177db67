"""Asiakkaat: the list of clients and the page of the one that is open."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from subcontract.actions.act import Kind, Permission
from subcontract.words import N_
from ui.look import LOOK
from ui.presenters.clients.clients import ClientsPresenter
from ui.presenters.clients.fields import PURPOSES
from ui.presenters.forms.fields import Choice
from ui.screens.bones import Desk, Screen
from ui.screens.clients.page import ClientPage
from ui.screens.clients.tabs import ClientTabs
from ui.widgets.editors import Combo, Flag
from ui.widgets.labels import Label, ToneLine
from ui.widgets.pages import Pages
from ui.widgets.table import TableView

LARGE = 150
"""With letters of this many per cent the title's line has no room for more than the title."""


class ClientsScreen(Screen):
    """The people who work."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the list and the page."""
        super().__init__(desk, title=N_("Clients"))
        say = self.texts.say
        self.presenter = self.use(ClientsPresenter(desk.door(self), desk.texts))
        self.list = TableView(self.presenter.table)
        self.inactive = Flag(say(N_("Show also those no longer in use")))
        self.inactive.toggled.connect(lambda on: self.presenter.show_inactive(shown=on))
        self.list.add_tool(self.inactive)
        self.tabs = ClientTabs(self.presenter, desk)
        self.tabs.currentChanged.connect(lambda _: self._show_tab())
        self.stack = Pages()
        self.body.addWidget(self.stack, 1)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.tabs)
        self.unsaved = ToneLine("")
        self.body.addWidget(self.unsaved)
        self.add_back(N_("Back to the list"), self.presenter.close, key="Alt+Up")
        self._add_purpose()
        self.new = self.add_secondary(N_("New client"), self._start_new, key="Ctrl+N", icon_name="plus")
        self.week = self.add_secondary(N_("Own week"), self._show_week, key="F8", icon_name="calendar-blank")
        self.undo_typing = self.add_secondary(N_("Take back what was typed"), self.presenter.reset)
        self.set_primary(N_("Save"), self.presenter.save)
        self._open: UUID | None = None
        self._section = ""
        self._refusals = 0

    @property
    def page(self) -> ClientPage:
        """The basic data of a client; made when the first one is opened."""
        return self.tabs.basics.part

    def _add_purpose(self) -> None:
        """Ask, at the top right, why pages are opened: it is written in the log."""
        say = self.texts.say
        label = Label(say(N_("Data needed for:")), "quiet")
        self.purpose = Combo()
        self.purpose.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.purpose.setMinimumContentsLength(24)
        self.purpose.set_choices((Choice(value=one, label=one) for one in PURPOSES), say, "")
        self.purpose.set_value(self.presenter.purpose)
        self.purpose.setAccessibleName(label.text().rstrip(":"))
        self.purpose.currentIndexChanged.connect(lambda _: self._purpose_changed())
        label.setBuddy(self.purpose)
        self.purpose_row = QWidget()
        row = QHBoxLayout(self.purpose_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.purpose, 1)
        self._place_purpose()
        LOOK.changed.connect(self._place_purpose)

    def _place_purpose(self) -> None:
        """Beside the title; in large letters in a row of its own, for the title needs the room."""
        if LOOK.sizes.percent < LARGE:
            self.top_right.insertWidget(0, self.purpose_row)
        else:
            self.body.insertWidget(0, self.purpose_row)

    def _purpose_changed(self) -> None:
        self.presenter.purpose = str(self.purpose.value() or PURPOSES[0])

    def _start_new(self) -> None:
        self.tabs.setCurrentIndex(0)
        self.presenter.start_new()
        self.page.focus_first()

    def _show_week(self) -> None:
        """Go to the client's own week as a paper."""
        if (client := self.presenter.current) is not None:
            self.desk.go("shifts/papers", client.id)

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        is_open = presenter.is_open
        self.stack.setCurrentWidget(self.tabs if is_open else self.list)
        self.say_heading(presenter.heading if is_open else "")
        self.back.setVisible(is_open)
        self.primary.setVisible(is_open)
        self.primary.setEnabled(presenter.can_save)
        self.primary.set_text(self.texts.say(presenter.save_words))
        self.week.setVisible(presenter.current is not None and presenter.may(Permission.PLAN_SHIFTS))
        self.undo_typing.setVisible(presenter.dirty)
        self.unsaved.say(presenter.unsaved)
        self.tabs.refresh()
        self._show_tab()
        self._follow_focus()

    def _show_tab(self) -> None:
        """Another tab has a foot of its own."""
        own = not self.presenter.is_open or self.tabs.page is None
        self.footer.put_away(away=not own)
        self.unsaved.setVisible(own and bool(self.presenter.unsaved))
        if not own:
            self.tabs.show_client()

    def _follow_focus(self) -> None:
        """A page just opened takes the focus, and so does what refused a save; the list takes it back."""
        presenter = self.presenter
        now = presenter.current.id if presenter.current else None
        refusals = presenter.form.refusals + sum(part.refusals for part in presenter.lines)
        if refusals != self._refusals:
            self.tabs.setCurrentIndex(0)
            self.page.focus_error()
        elif now is not None and (now != self._open or self._section):
            self._enter(self._section)
            self._section = ""
        elif now is None and self._open is not None:
            self.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._open, self._refusals = now, refusals

    def _enter(self, section: str) -> None:
        """Go to a tab, or to the first field of a section of the basic data."""
        if self.tabs.show_page(section):
            return
        if section or self.tabs.page is None:
            self.tabs.setCurrentIndex(0)
            self.page.focus_first(section)

    def step_back(self) -> bool:
        """Esc closes what is open on the tab in sight, then goes back to the list."""
        if not self.presenter.is_open:
            return False
        if self.tabs.page is not None and self.tabs.page.step_back():
            return True
        self.presenter.close()
        return True

    def open_page(self, page: str, back: str = "") -> None:
        """The client who is opened next is shown from a section on: their permits, or what pay needs."""
        super().open_page(page, back)
        self._section = page

    def open_record(self, record: UUID) -> None:
        """Open a client: from search or a link."""
        self.presenter.open(record)

    # --- the tabs follow what they show

    def something_changed(self, kinds: frozenset[Kind]) -> None:
        """The screen and the tabs that have been made read anew what changed."""
        super().something_changed(kinds)
        for page in self.tabs.made:
            page.something_changed(kinds)

    @property
    def holds_text(self) -> bool:
        """Whether something typed here or on a tab has not been saved."""
        return super().holds_text or any(page.holds_text for page in self.tabs.made)

    def tell_step(self, text: str) -> None:
        """Say on the tab in sight what was undone."""
        page = self.tabs.page if self.presenter.is_open else None
        if page is not None:
            page.tell_step(text)
        else:
            super().tell_step(text)
