"""Tasapuolisuus: bars and figures of everybody, and turns at each job; Enter opens the client."""

from PySide6.QtWidgets import QWidget

from subcontract.words import N_
from ui.presenters.rota.fair import FairPresenter
from ui.presenters.rota.fair_measures import TITLES, Measure
from ui.presenters.tables.table import TablePresenter
from ui.presenters.tone import Tone
from ui.screens.bones import Desk, Screen
from ui.widgets.flow import Flow
from ui.widgets.labels import Label, ToneLine
from ui.widgets.pages import Pages
from ui.widgets.segments import Segments
from ui.widgets.table import TableView


class FairPage(Screen):
    """What is compared, how far back, and the table."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the choices over the table."""
        super().__init__(desk, title=N_("Fairness"))
        self.presenter = self.use(
            FairPresenter(desk.door(self), desk.texts, lambda client: desk.go("clients", client))
        )
        say = self.texts.say
        self.measures = Segments(
            say(N_("What is compared")),
            tuple((measure, say(title)) for measure, title in TITLES.items()),
            lambda measure: self.presenter.show(Measure(str(measure))),
        )
        self.weeks: Segments | None = None
        self.choices = Flow(space=16)
        self.choices.add(self.measures)
        self.words = Label("", "quiet", wrap=True)
        self.furthest = ToneLine("", Tone.NONE)
        self.pages = Pages()
        self._views: dict[TablePresenter, TableView] = {}
        for part in (self.choices, self.words, self.furthest):
            self.body.addWidget(part)
        self.body.addWidget(self.pages, 1)
        self.refresh()

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        self.measures.show_choices(set(presenter.choices))
        self.measures.show_value(presenter.measure)
        self._show_weeks()
        self.words.say(presenter.words)
        told = presenter.furthest
        self.furthest.say(told.text if told else "", told.tone if told else Tone.NONE)
        self.pages.setCurrentWidget(self._view(presenter.table))

    def _show_weeks(self) -> None:
        """How far back: made once it is known how far the unit itself looks."""
        presenter = self.presenter
        if self.weeks is None and presenter.read is not None:
            say = self.texts.count
            self.weeks = Segments(
                self.texts.say(N_("How far back")),
                tuple(
                    (weeks, say(N_("{number} week"), N_("{number} weeks"), weeks))
                    for weeks in presenter.week_choices
                ),
                lambda weeks: presenter.look_back(int(str(weeks))),
            )
            self.choices.add(self.weeks)
        if self.weeks is not None:
            self.weeks.show_value(presenter.weeks_shown)

    def _view(self, table: TablePresenter) -> QWidget:
        """The view of a table; that of turns at jobs goes when the jobs have become others."""
        if table not in self._views:
            known = {*self.presenter.tables.values(), self.presenter.matrix}
            for old in [each for each in self._views if each not in known]:
                view = self._views.pop(old)
                self.pages.removeWidget(view)
                view.deleteLater()
            self._views[table] = TableView(table)
            self.pages.addWidget(self._views[table])
        return self._views[table]
