"""The card of one person of a pay run: the amount, its lines, the papers, and reopening."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.words import N_
from ui.presenters.pay.reopening import REASON
from ui.presenters.pay.runs import PayRunsPresenter
from ui.screens.bones import Desk
from ui.screens.money_parts import why_lines
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.pages import Pages
from ui.widgets.reading_order import go_to
from ui.widgets.sections import FieldGroup
from ui.widgets.why import WhyPanel


class PayCard(QWidget):
    """Miksi?, or the reason of a reopening while it is being written."""

    def __init__(self, presenter: PayRunsPresenter, desk: Desk, reopen: Callable[[], object]) -> None:
        """``reopen`` asks before reopening, which cannot be undone."""
        super().__init__()
        self.presenter, self.texts, self.desk = presenter, desk.texts, desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.amount = Label("", "figure")
        self.told = Label("", "quiet", wrap=True)
        column.addWidget(self.amount)
        column.addWidget(self.told)
        self.pages = Pages()
        self.pages.addWidget(self._make_why())
        self.pages.addWidget(self._make_reason(reopen))
        column.addWidget(self.pages, 1)
        self._reopening = False

    def _make_why(self) -> QWidget:
        """The lines and the papers."""
        page, say, papers = QWidget(), self.texts.say, self.presenter.papers
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        self.panel = WhyPanel(self.texts)
        self.statement = Button(
            say(N_("Show the statement")), papers.show_statement, key="F9", icon_name="file-text"
        )
        self.payslip = Button(say(N_("Payslip")), papers.show_payslip, key="Shift+F9", icon_name="receipt")
        self.reopen = Button(
            say(N_("Reopen the payout")), self.presenter.reopening.start, key="F8", icon_name="lock-open"
        )
        self.mend = Button(
            say(N_("Mend on the client's page")), self._go_to_client, key="F4", icon_name="user"
        )
        row = Flow()
        for button in (self.mend, self.statement, self.payslip, self.reopen):
            row.add(button)
        column.addWidget(self.panel, 1)
        column.addWidget(row)
        return page

    def _go_to_client(self) -> None:
        """Open the client where what is missing is written."""
        payout = self.presenter.selected
        if payout is not None and self.presenter.mended_at:
            self.desk.go(self.presenter.mended_at, payout.client)

    def _make_reason(self, reopen: Callable[[], object]) -> QWidget:
        """Why it is reopened."""
        page, say, reopening = QWidget(), self.texts.say, self.presenter.reopening
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        names = (spec.name for spec in REASON)
        self.reason = FieldGroup(reopening.form, say(N_("Reopening")), names)
        row = Flow()
        self.do = Button(say(N_("Reopen the payout")), reopen, key="F8", icon_name="lock-open")
        row.add(self.do)
        row.add(Button(say(N_("Do not reopen")), reopening.close))
        column.addWidget(self.reason)
        column.addWidget(row)
        column.addStretch(1)
        return page

    def refresh(self) -> None:
        """Show what the presenter has now; a reason that is asked for takes the focus."""
        presenter, reopening = self.presenter, self.presenter.reopening
        payout = presenter.selected
        if payout is not None:
            self.amount.setText(self.texts.money(payout.net))
            self.panel.show_lines(why_lines(presenter.steps))
        self.told.say(reopening.told)
        self.mend.setVisible(bool(presenter.mended_at))
        self.statement.setVisible(presenter.papers.has_papers)
        self.payslip.setVisible(presenter.papers.has_payslips)
        self.reopen.setVisible(reopening.can_reopen)
        self.pages.setCurrentIndex(1 if reopening.is_open else 0)
        if reopening.is_open and not self._reopening:
            go_to(next(iter(self.reason.fields.values())).editor)
        self._reopening = reopening.is_open
