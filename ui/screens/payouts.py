"""Maksut: the months, one month's people with their working, approval, and the papers."""

from collections.abc import Hashable
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from subcontract.ids import PayRunId
from subcontract.ports import Lists
from subcontract.words import N_
from ui.presenters.pay_runs import PayRunsPresenter
from ui.screens.bones import Desk, Screen, SideCard
from ui.screens.money_parts import WarningLinks, why_lines
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.chips import StateChip
from ui.widgets.labels import Label
from ui.widgets.pages import Pages
from ui.widgets.pdf import PdfView
from ui.widgets.table import TableView
from ui.widgets.why import WhyPanel


class PayoutsScreen(Screen):
    """The pay runs of the work allowance."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the list of months, the page of a month and the preview of papers."""
        super().__init__(desk, title=N_("Payouts"))
        self.presenter = self.use(PayRunsPresenter(desk.door(self), desk.texts))
        self.card_open = False
        self.add_stepper(lambda: self.presenter.month_words, self.presenter.step, N_("month"))
        self.pages = Pages()
        self.months = TableView(self.presenter.runs, total=False)
        self.pages.addWidget(self.months)
        self.run_page = self._make_run_page()
        self.pages.addWidget(self.run_page)
        self.paper = PdfView(self.texts, desk.ask_save_path)
        self.pages.addWidget(self.paper)
        self.body.addWidget(self.pages, 1)
        self.add_back(N_("All months"), self.step_back)
        self.again = self.add_secondary(N_("Calculate again"), self.presenter.calculate)
        self.all_statements = self.add_secondary(N_("Make all statements"), self.presenter.papers.make_all)
        self.tariffs = self.add_secondary(N_("Tariffs"), lambda: desk.go("settings/tariffs"))
        self.set_primary(N_("Calculate the month"), self._do)
        self._paper_shown: object = None

    def _make_run_page(self) -> QWidget:
        """The people of one month beside the working of the selected one."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.about = Label("", "quiet", wrap=True)
        self.warnings = WarningLinks(self.texts)
        self.people = TableView(self.presenter.people)
        self.presenter.people.on_open = self._open_card
        self.side = SideCard(self.texts, self.people, N_("Why?"), self._make_card())
        self.side.on_close = self._card_closed
        head = QHBoxLayout()
        head.setSpacing(12)
        self.chip = StateChip(self.presenter.state)
        head.addWidget(self.chip)
        head.addWidget(self.about, 1)
        self.remove = LinkButton(self.texts.say(N_("Remove the pay run")), self.presenter.remove)
        head.addWidget(self.remove)
        column.addLayout(head)
        column.addWidget(self.warnings)
        column.addWidget(self.side, 1)
        return page

    def _make_card(self) -> QWidget:
        """What stands beside the table: the amount, its lines, the statement."""
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        self.amount = Label("", "figure")
        self.panel = WhyPanel(self.texts)
        self.statement = Button(
            self.texts.say(N_("Show the statement")),
            self.presenter.papers.show_statement,
            icon_name="file-text",
        )
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.statement)
        column.addWidget(self.amount)
        column.addWidget(self.panel, 1)
        column.addLayout(row)
        return card

    # --- acting

    def _open_card(self, _row: Hashable) -> None:
        self.card_open = True
        self.refresh()
        self.panel.setFocus()

    def _card_closed(self) -> None:
        self.card_open = False

    def _do(self) -> None:
        """The one primary act: calculate, approve or print, as the presenter says."""
        presenter = self.presenter
        if presenter.is_approved:
            presenter.papers.show_list()
        elif presenter.can_approve:
            if self.desk.ask_before(presenter.question, presenter.verb):
                presenter.approve()
        else:
            presenter.calculate()

    def cancel_work(self) -> None:
        """Stop making statements."""
        self.presenter.papers.cancel()

    def step_back(self) -> bool:
        """Close the preview, then the card, then the month."""
        presenter = self.presenter
        if presenter.papers.shown is not None:
            presenter.papers.close()
            return True
        if self.side.is_open:
            self.side.close_card()
            return True
        if presenter.month is not None:
            presenter.close_month()
            self.months.focus_first()
            return True
        return False

    def open_record(self, record: UUID) -> None:
        """Show the month of a pay run."""
        self.presenter.door.ask(lambda lists: _month_of(lists, PayRunId(record)), self._open_month)

    def _open_month(self, month: object) -> None:
        self.presenter.runs.open(month)

    # --- following

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter, papers = self.presenter, self.presenter.papers
        in_month = presenter.month is not None
        preview = papers.shown is not None
        self.pages.setCurrentWidget(self.paper if preview else self.run_page if in_month else self.months)
        self._show_paper()
        self.stepper.setVisible(in_month and not preview)
        self.chip.set_state(presenter.state)
        self._show_buttons(in_month=in_month, preview=preview)
        self._show_run()
        if papers.is_working:
            self.progress.show_step(papers.done, papers.of, self.texts.say(N_("Statements")))
        else:
            self.progress.finish()

    def _show_paper(self) -> None:
        """Draw the paper once, when it changes."""
        shown = self.presenter.papers.shown
        if shown is not self._paper_shown:
            self._paper_shown = shown
            self.paper.show_paper(shown.content if shown else b"", shown.name if shown else "")

    def _show_buttons(self, *, in_month: bool, preview: bool) -> None:
        """What can be done now."""
        presenter = self.presenter
        self.back.setVisible(in_month)
        self.back.setAccessibleName(
            self.texts.say(N_("Back to the pay run") if preview else N_("All months"))
        )
        self.back.setToolTip(self.back.accessibleName())
        open_run = presenter.run is not None and not presenter.is_approved and not preview
        self.remove.setVisible(open_run and presenter.can_calculate)
        self.again.setVisible(open_run and presenter.can_approve and presenter.can_calculate)
        self.all_statements.setVisible(in_month and presenter.is_approved and not preview)
        self.tariffs.setVisible(not in_month)
        self.primary.setVisible(in_month and not preview)
        self.primary.set_text(presenter.verb)
        self.primary.setEnabled(presenter.can_do)

    def _show_run(self) -> None:
        """The month's facts, warnings and the card."""
        presenter = self.presenter
        self.about.say(presenter.about)
        self.warnings.show_groups(presenter.warnings, presenter.shown_warning, presenter.show_only)
        payout = presenter.selected
        self.side.show_card(shown=self.card_open and payout is not None, title=presenter.selected_name)
        if payout is not None:
            self.amount.setText(self.texts.money(payout.paid))
            self.panel.show_lines(why_lines(presenter.steps))
        self.statement.setVisible(presenter.is_approved)


def _month_of(lists: Lists, run: PayRunId) -> object:
    """The month of a pay run, ``None`` when it is gone."""
    found = lists.pay_runs.find(run)
    return found.month if found else None
