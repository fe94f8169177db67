"""Urakat: the board and the table of jobs, and the page of the one that is open."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.actions.act import Kind
from subcontract.ids import JobId
from subcontract.words import N_
from ui.presenters.jobs.jobs import JobsPresenter
from ui.screens.bones import Desk, Screen
from ui.screens.jobs.page import JobPage
from ui.widgets.editors import Flag
from ui.widgets.filter_field import FilterField
from ui.widgets.flow import Flow
from ui.widgets.job_board import JobBoard
from ui.widgets.labels import ToneLine
from ui.widgets.pages import Pages
from ui.widgets.segments import Segments
from ui.widgets.table import TableView


class JobsScreen(Screen):
    """What has been asked for, offered, ordered and done."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the list; the page is made when the first job is opened."""
        super().__init__(desk, title=N_("Jobs"))
        self.presenter = self.use(JobsPresenter(desk.door(self), desk.texts))
        self.stack = Pages()
        self.body.addWidget(self.stack, 1)
        self.stack.addWidget(self._make_list())
        self.page: JobPage | None = None
        self.unsaved = ToneLine("")
        self.body.addWidget(self.unsaved)
        self.add_back(N_("Back to the list"), self.presenter.close, key="Alt+Up")
        self.add_secondary(N_("New job"), self._start_new, key="Ctrl+N", icon_name="plus")
        self.undo_typing = self.add_secondary(N_("Take back what was typed"), self.presenter.page.reset)
        self.set_primary(N_("Save"), self.presenter.page.save)
        self.primary.hide()
        self._open: UUID | None = None

    def _make_list(self) -> QWidget:
        """The filter, board or table."""
        say = self.texts.say
        home = QWidget()
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        tools = Flow(space=12)
        hint = say(N_("Filter the list"))
        self.filter = FilterField(hint, f"{hint}: {say(N_('Jobs'))}")
        self.filter.textChanged.connect(self.presenter.set_filter)
        choices = ((True, say(N_("Board"))), (False, say(N_("Table"))))
        self.view = Segments(say(N_("How jobs are shown")), choices, self._show_as)
        self.ended = Flag(say(N_("Show also closed and lost")))
        self.ended.toggled.connect(lambda on: self.presenter.show_ended(shown=on))
        for part in (self.filter, self.ended, self.view):
            tools.add(part)
        column.addWidget(tools)
        self.board = JobBoard(self.texts, self.presenter.open, self.presenter.move_on)
        self.list = TableView(self.presenter.table, filtered=False)
        self.lists = Pages()
        column.addWidget(self.lists, 1)
        self.lists.addWidget(self.board)
        self.lists.addWidget(self.list)
        return home

    def _start_new(self) -> None:
        self.presenter.start_new()
        if self.page is not None:
            self.page.focus_first()

    def _show_as(self, board: object) -> None:
        self.presenter.show_board(shown=bool(board))

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter, page = self.presenter, self.presenter.page
        is_open = presenter.shows_page
        if is_open and self.page is None:
            self.page = JobPage(page, self.desk)
            self.page.tabs.currentChanged.connect(lambda _: self._show_foot())
            self.stack.addWidget(self.page)
        as_board = presenter.as_board and bool(presenter.table.rows)
        self.lists.setCurrentWidget(self.board if as_board else self.list)
        self.view.show_value(presenter.as_board)
        self.ended.setVisible(not as_board)
        self.board.show_board(presenter.board)
        for part in (self.back, self.primary):
            part.setVisible(is_open)
        self.say_heading(page.heading if is_open else "")
        self.primary.setEnabled(page.can_edit and not page.busy)
        self.undo_typing.setVisible(page.dirty)
        self.unsaved.say(page.unsaved)
        if is_open and self.page is not None:
            self.stack.setCurrentWidget(self.page)
            self.page.refresh()
        else:
            self.stack.setCurrentIndex(0)
        self._show_foot()
        self._follow_focus()

    @property
    def tab(self) -> Screen | None:
        """The tab in sight that has a foot of its own."""
        return self.page.own_foot if self.page is not None and self.presenter.shows_page else None

    def _show_foot(self) -> None:
        """A tab with a foot of its own takes the place of this one."""
        own = self.tab is None
        self.footer.put_away(away=not own)
        self.unsaved.setVisible(own and bool(self.presenter.page.unsaved))

    def home(self) -> QWidget:
        """Work begins at the first card of the board, or in the list."""
        first = self.board.first
        return first if first is not None and first.isVisible() else super().home()

    def _follow_focus(self) -> None:
        """A page just opened takes the focus; the list takes it back."""
        job = self.presenter.page.job
        now = job.id if job else None
        if now is not None and now != self._open and self.page is not None:
            self.page.focus_first()
        elif now is None and self._open is not None:
            if self.presenter.as_board:
                self.board.focus_first()
            else:
                self.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._open = now

    def step_back(self) -> bool:
        """Esc closes the paper, then the page."""
        if not self.presenter.shows_page:
            return False
        if self.page is None or not self.page.step_back():
            self.presenter.close()
        return True

    def open_record(self, record: UUID) -> None:
        """Open a job: from search or a link."""
        self.presenter.open(JobId(record))

    # --- the tabs follow what they show

    def something_changed(self, kinds: frozenset[Kind]) -> None:
        """The screen and the tabs that read for themselves read anew what changed."""
        super().something_changed(kinds)
        for tab in self.page.own_feet if self.page is not None else ():
            tab.something_changed(kinds)

    @property
    def holds_text(self) -> bool:
        """Whether something typed here or on a tab has not been saved."""
        tabs = self.page.own_feet if self.page is not None else ()
        return super().holds_text or any(tab.holds_text for tab in tabs)

    def tell_step(self, text: str) -> None:
        """Say on the tab in sight what was undone."""
        if self.tab is not None:
            self.tab.tell_step(text)
        else:
            super().tell_step(text)
