"""Open items: what each customer owes by how late it is, its invoices beside, and statements on paper."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.words import N_
from ui.presenters.invoices.reminders.owing import OwingPresenter
from ui.screens.bones import Desk, Screen
from ui.widgets.labels import Label
from ui.widgets.pages import Pages
from ui.widgets.pdf import PdfView
from ui.widgets.side_card import SideCard
from ui.widgets.table import TableView


class OwingPage(Screen):
    """Customers with open invoices."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the list with the invoices beside it, and the preview in its place."""
        super().__init__(desk, title=N_("Open items"))
        self.presenter = self.use(OwingPresenter(desk.door(self), desk.texts))
        self.list = TableView(self.presenter.table)
        self.invoices = TableView(self.presenter.items, filtered=False)
        self.side = SideCard(self.texts, self.list, N_("Open invoices of the customer"), self.invoices)
        self.paper = PdfView(self.texts, desk.ask_save_path)
        self.pages = Pages()
        self.pages.addWidget(self._with_words())
        self.pages.addWidget(self.paper)
        self.body.addWidget(self.pages, 1)
        self.open_one = self.add_secondary(N_("Open the invoice"), self._open, key="Ctrl+J")
        self.all = self.add_secondary(N_("Statements of all"), self.presenter.show_all, key="Ctrl+T")
        self.set_primary(N_("Statement of open items"), self.presenter.show_statement)
        self.back_to_list = self.add_secondary(N_("Back to the list"), self.presenter.close, key="F8")
        self._shown = b""

    def _with_words(self) -> QWidget:
        """What the page tells, over the list."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        words = N_("Open sums of today by customer. A statement tells the state of its day and is not kept.")
        column.addWidget(Label(self.texts.say(words), "quiet", wrap=True))
        column.addWidget(self.side, 1)
        return page

    def _open(self) -> None:
        """Show the selected invoice."""
        chosen = self.presenter.items.selected
        rows = (row.id for row in self.presenter.items.visible if row.id == chosen)
        if (invoice := next(rows, None)) is not None:
            self.desk.go("invoices", invoice)  # type: ignore[arg-type] # the rows are invoices

    def step_back(self) -> bool:
        """Close the preview first."""
        if self.presenter.paper:
            self.presenter.close()
            return True
        return super().step_back()

    def cancel_work(self) -> None:
        """Stop making statements."""
        self.presenter.cancel()

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        shown = bool(presenter.paper)
        self.pages.setCurrentIndex(1 if shown else 0)
        if presenter.paper is not self._shown:
            self._shown = presenter.paper
            self.paper.show_paper(presenter.paper, presenter.paper_name)
        self.side.show_card(shown=presenter.selected is not None, title=presenter.heading)
        if presenter.is_working:
            self.progress.show_step(presenter.done, presenter.of, self.texts.say(N_("Statements")))
        else:
            self.progress.finish()
        self.back_to_list.setVisible(shown)
        self.open_one.setVisible(not shown and presenter.selected is not None)
        self.all.setVisible(not shown and bool(presenter.table.rows))
        self.all.setEnabled(presenter.can_show_all)
        self.primary.setVisible(not shown and bool(presenter.table.rows))
        self.primary.setEnabled(presenter.can_show)
