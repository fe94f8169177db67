"""Tulosteet: the week, the paper, whose, and the preview in the place of the list; a calendar is saved."""

from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.ids import ClientId
from subcontract.papers.plan_words import state_words
from subcontract.words import N_
from ui.presenters.rota.papers.kinds import KINDS, WEEKS, PaperKind
from ui.presenters.rota.papers.papers import RotaPapersPresenter
from ui.screens.bones import Desk, Screen, Stepper
from ui.screens.hours.parts import widen
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.pages import Pages
from ui.widgets.pdf import PdfView
from ui.widgets.saving import save_file
from ui.widgets.segments import Segments
from ui.widgets.table import TableView
from ui.widgets.tick_tools import TickTools


class RotaPapersPage(Screen):
    """Papers and calendar files of a week."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the choices, the list, and the preview in its place."""
        super().__init__(desk, title=N_("Printouts"))
        self.presenter = self.use(RotaPapersPresenter(desk.door(self), desk.texts))
        self.paper = PdfView(self.texts, desk.ask_save_path)
        self.pages = Pages()
        self.pages.addWidget(self._choices())
        self.pages.addWidget(self.paper)
        self.body.addWidget(self.pages, 1)
        self.back_to_list = self.add_secondary(N_("Back to the list"), self.presenter.close, key="F8")
        self.set_primary(N_("Make the wall list"), self.presenter.make)
        self._shown = b""

    def _choices(self) -> QWidget:
        """The paper, how sure the plan is, and the list."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._make_tools())
        self.plan = Label("", "strong", wrap=True)
        self.note = Label("", "muted", wrap=True)
        column.addWidget(self.plan)
        column.addWidget(self.note)
        column.addWidget(self._make_ways())
        self.lists = {id(table): TableView(table) for table in self.presenter.tables}
        self.list_pages = Pages()
        self.tick_tools = []
        for view in self.lists.values():
            tools = TickTools(lambda: self.presenter.ticks, self.texts)
            view.add_tool(tools)
            self.tick_tools.append(tools)
            self.list_pages.addWidget(view)
        column.addWidget(self.list_pages, 1)
        return page

    def _make_tools(self) -> QWidget:
        """Which week, and which paper."""
        say, presenter = self.texts.say, self.presenter
        tools = Flow()
        self.stepper = Stepper(self.texts, lambda: presenter.title, presenter.step, N_("week"))
        self.kinds = Segments(
            say(N_("Which paper")),
            tuple((kind, say(word)) for kind, word in KINDS.items()),
            lambda kind: presenter.choose(PaperKind(str(kind))),
        )
        tools.add(self.stepper)
        tools.add(self.kinds)
        return tools

    def _make_ways(self) -> QWidget:
        """How many weeks a calendar holds, and how sheets are printed."""
        say, presenter = self.texts.say, self.presenter
        tools = Flow()
        self.weeks = Segments(
            say(N_("How many weeks")),
            tuple((at, self.texts.count(N_("{number} week"), N_("{number} weeks"), at)) for at in WEEKS),
            lambda weeks: presenter.choose_weeks(int(str(weeks))),
        )
        self.sides = Segments(
            say(N_("How it is printed")),
            ((False, say(N_("On one side"))), (True, say(N_("On both sides, a sheet for each")))),
            lambda both: presenter.print_on_both_sides(both=bool(both)),
        )
        tools.add(self.weeks)
        tools.add(self.sides)
        self.ways = tools
        return tools

    # --- following

    def refresh(self) -> None:
        """Show what the presenter has now; a file that waits to be saved is saved."""
        presenter = self.presenter
        shown = bool(presenter.paper)
        self.pages.setCurrentIndex(1 if shown else 0)
        if presenter.paper is not self._shown:
            self._shown = presenter.paper
            self.paper.show_paper(presenter.paper, presenter.paper_name)
        self._show_choices()
        if presenter.of:
            self.progress.show_step(presenter.done, presenter.of, self.texts.say(N_("Papers")))
        else:
            self.progress.finish()
        self.back_to_list.setVisible(shown)
        self.primary.setVisible(not shown and bool(presenter.table.rows))
        self.primary.set_text(presenter.verb)
        self.primary.setEnabled(presenter.can_make)
        self._save_waiting()

    def _show_choices(self) -> None:
        """What is chosen, and what belongs to it."""
        presenter = self.presenter
        self.kinds.show_choices(set(presenter.kinds))
        self.kinds.show_value(presenter.kind)
        self.weeks.show_value(presenter.weeks)
        self.weeks.setVisible(presenter.kind is PaperKind.CALENDAR)
        self.sides.show_value(presenter.both_sides)
        self.sides.setVisible(presenter.has_sheets)
        self.plan.setText(state_words(presenter.state, self.texts))
        self.note.setText(presenter.note)
        self.list_pages.setCurrentWidget(self.lists[id(presenter.table)])
        self.ways.setVisible(presenter.kind is not PaperKind.WALL)
        widen(self.stepper)
        for tools in self.tick_tools:
            tools.refresh()

    def _save_waiting(self) -> None:
        """Ask where to save a file that was made."""
        presenter = self.presenter
        if (file := presenter.to_save) is not None:
            presenter.to_save = None
            path = self.desk.ask_save_path(file.name, Path(file.name).suffix.removeprefix("."))
            presenter.saved_as(save_file(path, file.content, self.texts) if path else None)

    # --- acting

    def open_record(self, record: UUID) -> None:
        """Make a client's own week at once."""
        self.presenter.show_own_week(ClientId(record))

    def step_back(self) -> bool:
        """Close the preview first."""
        return self.presenter.close() or super().step_back()

    def cancel_work(self) -> None:
        """Stop making papers."""
        self.presenter.cancel()
        self.presenter.tell()
