"""Many invoices in one PDF: which days, in which order, the list to tick, and the file to print and save."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.words import N_
from ui.presenters.invoices.printing import FIELDS, ORDERS, Order, PrintingPresenter
from ui.screens.bones import Desk, Screen
from ui.widgets.pages import Pages
from ui.widgets.pdf import PdfView
from ui.widgets.sections import FieldGroup
from ui.widgets.segments import Segments
from ui.widgets.table import TableView
from ui.widgets.tick_tools import TickTools


class PrintingPage(Screen):
    """Invoices of a period as one file."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the choices, the list, and the preview in its place."""
        super().__init__(desk, title=N_("Print many"))
        self.presenter = self.use(PrintingPresenter(desk.door(self), desk.texts))
        self.paper = PdfView(self.texts, desk.ask_save_path)
        self.pages = Pages()
        self.pages.addWidget(self._choices())
        self.pages.addWidget(self.paper)
        self.body.addWidget(self.pages, 1)
        self.back_to_list = self.add_secondary(N_("Back to the list"), self.presenter.close, key="F8")
        self.set_primary(N_("Put together"), self.presenter.make)
        self._shown = b""

    def _choices(self) -> QWidget:
        """The days, the order, and the list."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        names = (spec.name for spec in FIELDS)
        self.fields = FieldGroup(self.presenter.form, "", names, pairs=True)
        self.list = TableView(self.presenter.table)
        self.order = Segments(
            self.texts.say(N_("In which order")),
            tuple((order, self.texts.say(word)) for order, word in ORDERS.items()),
            lambda order: self.presenter.sort_by(Order(str(order))),
        )
        self.tick_tools = TickTools(lambda: self.presenter.ticks, self.texts)
        self.list.add_tool(self.order)
        self.list.add_tool(self.tick_tools)
        column.addWidget(self.fields)
        column.addWidget(self.list, 1)
        return page

    def step_back(self) -> bool:
        """Close the preview first."""
        if self.presenter.paper:
            self.presenter.close()
            return True
        return super().step_back()

    def cancel_work(self) -> None:
        """Stop putting papers together."""
        self.presenter.cancel()

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        shown = bool(presenter.paper)
        self.pages.setCurrentIndex(1 if shown else 0)
        if presenter.paper is not self._shown:
            self._shown = presenter.paper
            self.paper.show_paper(presenter.paper, presenter.paper_name)
        self.order.show_value(presenter.order)
        self.tick_tools.refresh()
        if presenter.is_working:
            self.progress.show_step(presenter.done, presenter.of, self.texts.say(N_("Invoices")))
        else:
            self.progress.finish()
        self.back_to_list.setVisible(shown)
        self.primary.setVisible(not shown and bool(presenter.table.rows))
        self.primary.set_text(presenter.verb)
        self.primary.setEnabled(presenter.can_make)
