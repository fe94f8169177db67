"""Toteuma: the plan against what happened, by places, clients or shifts."""

from subcontract.words import N_
from ui.presenters.rota.reality import SPANS, VIEWS, RealityPresenter, View
from ui.screens.bones import Desk, Screen, Stepper
from ui.screens.hours.parts import widen
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import Label, restyle
from ui.widgets.pages import Pages
from ui.widgets.saving import save_file
from ui.widgets.segments import Segments
from ui.widgets.table import TableView


class RealityPage(Screen):
    """A week or a month: what held, who came instead, who was absent."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=N_("Plan and reality"))
        self.presenter = self.use(RealityPresenter(desk.door(self), desk.texts, desk.go))
        self._make_tools()
        self.held = Label("", "section", wrap=True)
        self.rest = Label("", "quiet", wrap=True)
        for label in (self.held, self.rest):
            self.body.addWidget(label)
        self.pages = Pages()
        self.views = {view: TableView(table) for view, table in self.presenter.tables.items()}
        for shown in self.views.values():
            self.pages.addWidget(shown)
        self.body.addWidget(self.pages, 1)
        self.on_board = self.add_secondary(
            N_("Show on the board"), self.presenter.open_on_board, key="Ctrl+J", icon_name="calendar"
        )
        self.set_primary(N_("Save for a spreadsheet"), self._save)
        self.presenter.tables[View.PLACES].listen(self._follow_selection)

    def _make_tools(self) -> None:
        """The days with their arrows, week or month, by what they are told, and all or only differences."""
        presenter, say = self.presenter, self.texts.say
        self.days = Stepper(self.texts, lambda: presenter.span_words, presenter.step, N_("week or month"))
        self.span = Segments(
            say(N_("How long a time")),
            tuple((value, say(word)) for value, word in SPANS.items()),
            lambda value: presenter.set_span(by_month=bool(value)),
        )
        self.which = Segments(
            say(N_("By what")),
            tuple((view, say(word)) for view, word in VIEWS.items()),
            lambda view: presenter.show(View(str(view))),
        )
        self.only = Button(say(N_("Only differences")), self._turn, key="F6", icon_name="funnel")
        self.only.setCheckable(True)
        restyle(self.only, look="chip")
        tools = Flow(space=16, line_space=8)
        for part in (self.days, self.span, self.which, self.only):
            tools.add(part)
        self.body.addWidget(tools)

    def _turn(self) -> None:
        """All places, or only those that went otherwise."""
        self.presenter.show_differences(only=not self.presenter.differences_only)

    def _save(self) -> None:
        """Write what is in view where the user wants it."""
        path = self.desk.ask_save_path(self.presenter.file_name, "csv")
        if path:
            told = save_file(path, self.presenter.csv(), self.texts)
            self.banner.say(told.text, told.tone)

    def _follow_selection(self) -> None:
        """Only a place that is chosen can be shown on the board."""
        self.on_board.setEnabled(self.presenter.selected is not None)

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        self.days.refresh()
        widen(self.days)
        self.span.show_value(presenter.by_month)
        self.which.show_value(presenter.view)
        self.only.setChecked(presenter.differences_only)
        self.only.setVisible(presenter.view is View.PLACES)
        self.held.say(presenter.held_words)
        self.rest.say(presenter.rest_words)
        self.pages.setCurrentWidget(self.views[presenter.view])
        self.on_board.setVisible(presenter.view is View.PLACES)
        self._follow_selection()
        self.primary.setEnabled(bool(presenter.table.visible))
