"""Raportit: three reports over a span of months, each out as a file."""

from uuid import UUID

from subcontract.words import N_
from ui.presenters.reports.reports import REPORT_WORDS, SPANS, Report, ReportsPresenter
from ui.screens.bones import Desk, Screen
from ui.widgets.chips import StateChip
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.pages import Pages
from ui.widgets.saving import save_file
from ui.widgets.segments import Segments
from ui.widgets.table import TableView


class ReportsScreen(Screen):
    """What came of the work, and whether everything agrees."""

    def __init__(self, desk: Desk) -> None:
        """Lay out one table for each report."""
        super().__init__(desk, title=N_("Reports"))
        say = self.texts.say
        self.presenter = self.use(ReportsPresenter(desk.door(self), desk.texts))
        self.presenter.on_go = self._go
        self.add_stepper(lambda: self.presenter.span_words, self.presenter.step, N_("month"))
        self.span = Segments(
            say(N_("How many months")),
            tuple((months, say(word)) for months, word in SPANS.items()),
            lambda months: self.presenter.set_months(int(str(months))),
        )
        self.which = Segments(
            say(N_("Which report")),
            tuple((report, say(REPORT_WORDS[report])) for report in self.presenter.shown),
            lambda report: self.presenter.show(Report(str(report))),
        )
        self.verdict = StateChip(self.presenter.verdict)
        self.body.addWidget(self.which)
        tools = Flow(space=16, line_space=8)
        for part in (self.span, self.verdict):
            tools.add(part)
        self.body.addWidget(tools)
        self.about = Label("", "quiet", wrap=True)
        self.body.addWidget(self.about)
        self.pages = Pages()
        self.views = {report: TableView(table) for report, table in self.presenter.tables.items()}
        for view in self.views.values():
            self.pages.addWidget(view)
        self.body.addWidget(self.pages, 1)
        self.set_primary(N_("Save for a spreadsheet"), self._save)

    def _go(self, screen: str, record: UUID | None) -> None:
        self.desk.go(screen, record)

    def _save(self) -> None:
        """Write the shown report where the user wants it."""
        path = self.desk.ask_save_path(self.presenter.file_name, "csv")
        if path:
            told = save_file(path, self.presenter.csv(), self.texts)
            self.banner.say(told.text, told.tone)

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        self.span.show_value(presenter.months)
        self.which.show_value(presenter.report)
        self.pages.setCurrentWidget(self.views[presenter.report])
        self.about.say(presenter.about)
        self.verdict.setVisible(presenter.is_read)
        self.verdict.set_state(presenter.verdict)
        self.primary.setEnabled(bool(presenter.table.visible))
