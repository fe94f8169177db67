"""Tabs of a job's page: its work by month, and what has come of it in money."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.words import N_
from ui.presenters.jobs.page import JobPagePresenter
from ui.presenters.jobs.progress import JobProgress
from ui.presenters.jobs.work import JobMoneyPresenter, JobPart, JobWorkPresenter
from ui.presenters.tone import Tone
from ui.screens.bones import Desk
from ui.screens.jobs.progress import ProgressView
from ui.widgets.labels import Label, ToneLine, hide_unless
from ui.widgets.table import TableView


class _ReadingTab(QWidget):
    """Reads anew when it comes in sight and whenever the page has been read."""

    def __init__(self, page: JobPagePresenter, presenter: JobPart, desk: Desk) -> None:
        super().__init__()
        self.page, self.part = page, presenter
        presenter.on_go = desk.go
        self._read: object = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    def refresh(self) -> None:
        """Read the job anew if the page has been read since."""
        if self.isVisible() and self.page.answer is not self._read:
            self._read = self.page.answer
            self.part.show(None if self.page.is_new else self.page.job)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read = None
        self.refresh()


class JobWorkTab(_ReadingTab):
    """Shifts, hours, pieces and open days of each month."""

    def __init__(self, page: JobPagePresenter, desk: Desk) -> None:
        self.presenter = JobWorkPresenter(page.door, page.texts)
        super().__init__(page, self.presenter, desk)
        self.list = TableView(self.presenter.months, filtered=False)
        self.column.addWidget(self.list, 1)


class JobMoneyTab(_ReadingTab):
    """Planned against actual, then the drafts and invoices."""

    def __init__(self, page: JobPagePresenter, desk: Desk) -> None:
        self.presenter = JobMoneyPresenter(page.door, page.texts)
        super().__init__(page, self.presenter, desk)
        say = page.texts.say
        self.why_not = Label(say(N_("Your role does not show what jobs bring.")), "quiet", wrap=True)
        self.figures = TableView(self.presenter.figures, filtered=False, total=False)
        self.unbilled = ToneLine("", Tone.ATTENTION)
        self.papers = TableView(self.presenter.papers, filtered=False)
        self.progress_part = JobProgress(page.door, page.texts)
        self.progress_part.on_go = desk.go
        self.progress = ProgressView(self.progress_part, page.texts)
        self.column.addWidget(self.why_not)
        self.column.addWidget(self.figures, 2)
        self.column.addWidget(self.unbilled)
        self.column.addWidget(self.progress)
        self.column.addWidget(self.papers, 3)
        self.presenter.listen(self._repaint)
        self._repaint()

    def refresh(self) -> None:
        """Read the job anew if the page has been read since, how far it has been invoiced too."""
        read = self._read
        super().refresh()
        if self._read is not read and self.presenter.can_see:
            self.progress_part.show(self.part.job)

    def _repaint(self) -> None:
        can_see = self.presenter.can_see
        hide_unless(self.why_not, shown=not can_see)
        for part in (self.figures, self.progress, self.papers):
            hide_unless(part, shown=can_see)
        self.unbilled.say(self.presenter.unbilled, Tone.ATTENTION)
