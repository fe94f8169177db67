"""Maksut: the months, one month's people with their working, approval, and the papers."""

from collections.abc import Hashable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.ids import PayRunId
from subcontract.payout.records import Ledger, PayRun
from subcontract.words import N_
from ui.look import LOOK
from ui.presenters.pay.runs import PayRunsPresenter
from ui.presenters.pay.saying import KEYS, LEDGERS
from ui.screens.bones import Desk, Screen, SideCard, month_named
from ui.screens.money_parts import WarningLinks
from ui.screens.pay.card import PayCard
from ui.screens.pay.day import PayDayCard
from ui.screens.pay.files import PayFilesView
from ui.screens.pay.items import PayItemsView
from ui.widgets.buttons import LinkButton
from ui.widgets.chips import StateChip
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.pages import Pages
from ui.widgets.pdf import PdfView
from ui.widgets.segments import Segments
from ui.widgets.table import TableView

LARGE = 150
"""With letters of this many per cent a month needs the line of the ledgers for its people."""


class PayoutsScreen(Screen):
    """The pay runs of both ledgers."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the list of months, the page of a month and the preview of papers."""
        super().__init__(desk, title=N_("Payouts"))
        self.presenter = self.use(PayRunsPresenter(desk.door(self), desk.texts))
        self.card_open = False
        self.ledgers = Segments(
            self.texts.say(N_("What is paid")),
            ((ledger, self.texts.say(word)) for ledger, word in LEDGERS.items()),
            self._choose,
            keys=KEYS,
        )
        self.top.add(self.ledgers)
        self.add_stepper(lambda: self.presenter.month_words, self.presenter.step, N_("month"))
        self.pages = Pages()
        self.months = TableView(self.presenter.runs, total=False)
        self.pages.addWidget(self.months)
        self.run_page = self._make_run_page()
        self.pages.addWidget(self.run_page)
        self.files = PayFilesView(self.presenter.files, desk)
        self.pages.addWidget(self.files)
        self.items = PayItemsView(self.presenter.items, self.texts)
        self.pages.addWidget(self.items)
        self.paper = PdfView(self.texts, desk.ask_save_path)
        self.pages.addWidget(self.paper)
        self.body.addWidget(self.pages, 1)
        self.add_back(N_("All months"), self.step_back)
        self.again = self.add_secondary(N_("Calculate again"), self.presenter.calculate, key="F5")
        self.all_papers = self.add_secondary(
            N_("All papers"), self.presenter.papers.make_all, key="Ctrl+Shift+P"
        )
        self.to_files = self.add_secondary(N_("Files"), self.presenter.files.open, key="Ctrl+H")
        self.to_items = self.add_secondary(N_("Typed lines"), self.presenter.items.open, key="Ctrl+N")
        self.tariffs = self.add_secondary(N_("Tariffs"), lambda: desk.go("settings/tariffs"), key="F4")
        self.wages = self.add_secondary(N_("Wage settings"), lambda: desk.go("settings/wages"), key="F4")
        self.agreements = self.add_secondary(
            N_("Make an agreement"), lambda: desk.go("clients/employments"), icon_name="file-text"
        )
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
        self.tables = {ledger: TableView(people) for ledger, people in self.presenter.tables.items()}
        self.lists = Pages()
        for table in self.tables.values():
            table.presenter.on_open = self._open_card
            self.lists.addWidget(table)
        self.card = PayCard(self.presenter, self.desk, self._reopen)
        self.side = SideCard(self.texts, self.lists, N_("Why?"), self.card)
        self.side.on_close = self._card_closed
        self.side.stands_alone.connect(self._give_room)
        self.head = head = Flow(space=12)
        self.chip = StateChip(self.presenter.state)
        remove = self.texts.say(N_("Remove the pay run"))
        self.remove = LinkButton(remove, self.presenter.remove, key="Ctrl+Shift+Delete")
        pay_days = self.presenter.pay_days
        self.change_day = LinkButton(self.texts.say(N_("Change the pay day")), pay_days.start, key="Ctrl+D")
        for part in (self.chip, self.change_day, self.remove):
            head.add(part)
        column.addWidget(head)
        column.addWidget(self.about)
        self.pay_day = PayDayCard(pay_days, self.texts, self._to_people)
        column.addWidget(self.pay_day)
        column.addWidget(self.warnings)
        column.addWidget(self.side, 1)
        return page

    @property
    def people(self) -> TableView:
        """The people of the ledger in sight."""
        return self.tables[self.presenter.ledger]

    # --- acting

    def _choose(self, ledger: object) -> None:
        """Show the other ledger; the preview of a paper of this one closes."""
        if isinstance(ledger, Ledger):
            self.card_open = False
            self.presenter.papers.shown = None
            self.presenter.choose(ledger)

    def _reopen(self) -> None:
        """Reopen the selected payout, which cannot be undone."""
        reopening = self.presenter.reopening
        question = reopening.question
        if question and self.desk.ask_before(question, self.texts.say(N_("Reopen the payout"))):
            reopening.do()

    def _to_people(self) -> None:
        self.people.focus_first()

    def _open_card(self, _row: Hashable) -> None:
        self.card_open = True
        self.refresh()
        self.card.panel.setFocus()

    def _card_closed(self) -> None:
        self.card_open = False

    def _do(self) -> None:
        """The one primary act: calculate, approve, print or make a file, as the presenter says."""
        presenter = self.presenter
        if presenter.files.is_open:
            self.files.do()
        elif presenter.items.is_open:
            presenter.items.add()
        elif presenter.is_approved:
            presenter.papers.show_list()
        elif presenter.can_approve:
            if self.desk.ask_before(presenter.question, presenter.verb):
                presenter.approve()
        else:
            presenter.calculate()

    def cancel_work(self) -> None:
        """Stop making papers, or the calculation."""
        self.presenter.papers.cancel()
        self.presenter.calculation.cancel()

    def step_back(self) -> bool:
        """Close the preview, then the files or the reason, then the card, then the month."""
        presenter = self.presenter
        if presenter.papers.shown is not None:
            presenter.papers.close()
            return True
        for part in (presenter.files, presenter.items, presenter.pay_days, presenter.reopening):
            if part.is_open:
                part.close()
                return True
        if self.side.is_open:
            self.side.close_card()
            return True
        if presenter.month is not None:
            presenter.close_month()
            self.months.focus_first()
            return True
        return False

    def open_page(self, page: str, back: str = "") -> None:
        """Show the month that a link leads to, such as ``2026-10``, or ``wage/2026-10`` of a ledger."""
        super().open_page(page, back)
        ledger, _, month = page.rpartition("/")
        if ledger in list(Ledger):
            self._choose(Ledger(ledger))
        self.presenter.runs.open(month_named(month))

    def open_record(self, record: UUID) -> None:
        """Show the month of a pay run."""
        self.presenter.door.ask(lambda lists: lists.pay_runs.find(PayRunId(record)), self._open_run)

    def _open_run(self, run: PayRun | None) -> None:
        if run is not None:
            self._choose(run.ledger)
            self.presenter.runs.open(run.month)

    # --- following

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter, papers = self.presenter, self.presenter.papers
        in_month = presenter.month is not None
        preview = papers.shown is not None
        page = self._page(in_month=in_month)
        self.pages.setCurrentWidget(self.paper if preview else page)
        self._show_paper()
        self.stepper.setVisible(in_month and not preview)
        roomy = not in_month or LOOK.sizes.percent < LARGE
        self.ledgers.setVisible(roomy and not preview)
        self.files.refresh()
        self.items.refresh()
        self.ledgers.show_value(presenter.ledger)
        self.lists.setCurrentWidget(self.people)
        self.chip.set_state(presenter.state)
        self._show_buttons(in_month=in_month, preview=preview)
        self._show_run()
        if papers.is_working:
            self.progress.show_step(papers.done, papers.of, self.texts.say(N_("Papers")))
        elif presenter.calculation.is_working:
            now = presenter.calculation
            self.progress.show_step(now.done, now.of, self.texts.say(N_("Payouts")))
        else:
            self.progress.finish()

    def _page(self, *, in_month: bool) -> QWidget:
        """What stands in the middle while no paper is shown."""
        if self.presenter.files.is_open:
            return self.files
        if self.presenter.items.is_open:
            return self.items
        return self.run_page if in_month else self.months

    def _show_paper(self) -> None:
        """Draw the paper once, when it changes."""
        shown = self.presenter.papers.shown
        if shown is not self._paper_shown:
            self._paper_shown = shown
            if shown is None and self.card_open:
                self.card.panel.setFocus(Qt.FocusReason.OtherFocusReason)
            self.paper.show_paper(shown.content if shown else b"", shown.name if shown else "")

    def _show_buttons(self, *, in_month: bool, preview: bool) -> None:
        """What can be done now."""
        presenter = self.presenter
        self.back.setVisible(in_month)
        inside = preview or presenter.files.is_open or presenter.items.is_open
        self.back.setAccessibleName(self.texts.say(N_("Back to the pay run") if inside else N_("All months")))
        self.back.setToolTip(self.back.accessibleName())
        open_run = presenter.run is not None and not presenter.is_approved and not inside
        self.remove.setVisible(open_run and presenter.can_calculate)
        days = presenter.pay_days
        self.change_day.setVisible(in_month and days.can_open and not days.is_open and not inside)
        self.pay_day.refresh()
        self.again.setVisible(open_run and presenter.can_approve and presenter.can_calculate)
        self.all_papers.setVisible(in_month and presenter.is_approved and not inside)
        self.to_items.setVisible(presenter.items.can_open and not inside)
        self.to_files.setVisible(in_month and presenter.files.can_open and not inside)
        of_wages = presenter.ledger is Ledger.WAGE
        self.tariffs.setVisible(not in_month and not of_wages)
        self.wages.setVisible(not in_month and of_wages)
        self.agreements.setVisible(presenter.wants_agreement and not inside)
        self.primary.setVisible(in_month and not preview)
        self.primary.set_text(presenter.verb)
        self.primary.setEnabled(presenter.can_do)

    def _show_run(self) -> None:
        """The month's facts, warnings and the card."""
        presenter = self.presenter
        self.warnings.show_groups(presenter.warnings, presenter.shown_warning, presenter.show_only)
        payout = presenter.selected
        self.side.show_card(shown=self.card_open and payout is not None, title=presenter.selected_name)
        self._give_room()
        self.card.refresh()

    def _give_room(self) -> None:
        """Where large letters put a card in the list's place, it has the room of what tells of the month."""
        alone = self.side.is_alone
        self.head.setVisible(not alone)
        self.about.say("" if alone else self.presenter.about)
        self.warnings.setVisible(bool(self.presenter.warnings) and not alone)
