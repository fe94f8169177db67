"""The pages of Laskut: what is to be invoiced, a draft, an issued invoice and its crediting."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from subcontract.words import N_, Texts
from ui.presenters.forms.form import FormPresenter
from ui.presenters.invoices.drafts.draft_page import DraftPage
from ui.presenters.invoices.drafts.to_invoice import ToInvoicePresenter
from ui.presenters.invoices.drafts.waiting import Grouping
from ui.presenters.invoices.e_invoices.invoice_xml import SAVE_WORDS
from ui.presenters.invoices.page import InvoicePage
from ui.presenters.invoices.relatives import Link
from ui.screens.bones import Desk, SideCard
from ui.screens.invoices.crediting import CreditingView
from ui.screens.invoices.payments import PaymentsView
from ui.screens.money_parts import WhyCard
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.chips import StateChip
from ui.widgets.flow import Flow
from ui.widgets.form import FormView
from ui.widgets.labels import Card, Label
from ui.widgets.pages import Pages
from ui.widgets.pdf import PdfView
from ui.widgets.saving import save_file
from ui.widgets.segments import Segments
from ui.widgets.table import TableView
from ui.widgets.tick_grid import TickGrid
from ui.widgets.tick_tools import TickTools

GROUPINGS = {
    Grouping.CUSTOMER: N_("Each customer"),
    Grouping.JOB: N_("Each job"),
    Grouping.MONTH: N_("Each customer's month"),
}
BOTH_LETTERS = 110
"""Average letters that the two parts of a page need side by side."""


class ToInvoicePage(QWidget):
    """Customers or jobs with work that no line bills, and the shares of fixed prices beside them."""

    def __init__(self, presenter: ToInvoicePresenter, texts: Texts) -> None:
        super().__init__()
        self.presenter = presenter
        say = texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.list = TableView(presenter.table, grid=TickGrid(presenter.table))
        self.grouping = Segments(
            say(N_("One invoice for")),
            tuple((grouping, say(word)) for grouping, word in GROUPINGS.items()),
            lambda grouping: presenter.group(Grouping(str(grouping))),
        )
        self.list.add_tool(self.grouping)
        self.tick_tools = TickTools(lambda: presenter.ticks, texts)
        self.list.add_tool(self.tick_tools)
        self.card = QWidget()
        self._card = QVBoxLayout(self.card)
        self._card.setContentsMargins(0, 0, 0, 0)
        self.side = SideCard(texts, self.list, N_("Fixed prices"), self.card)
        column.addWidget(self.side, 1)
        self._form: FormPresenter | None = None

    def refresh(self) -> None:
        """Show what the presenter has now."""
        self.grouping.show_value(self.presenter.grouping)
        self.tick_tools.refresh()
        form = self.presenter.form
        self.side.show_card(shown=form is not None)
        if form is not self._form:
            self._form = form
            while (item := self._card.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
            if form is not None:
                self._card.addWidget(FormView(form), 1)


class DraftPaper(QWidget):
    """The page of a draft as it would be; it says itself what it is."""

    def __init__(self, presenter: DraftPage, desk: Desk) -> None:
        super().__init__()
        self.presenter, self.texts = presenter, desk.texts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.heading = Label("", "section", wrap=True)
        self.paper = PdfView(self.texts, desk.ask_save_path)
        column.addWidget(self.heading)
        column.addWidget(self.paper, 1)
        self._shown = b""
        self.refresh()

    def refresh(self) -> None:
        """Draw the page once, when it changes."""
        shown = self.presenter.paper
        self.heading.setText(self.presenter.heading)
        if shown is not self._shown:
            self._shown = shown
            self.paper.show_paper(shown, self.texts.say(N_("draft-invoice.pdf")))


class InvoicePageView(QWidget):
    """An issued invoice: the paper as it left the house, its facts beside it; its crediting; its payments."""

    def __init__(self, presenter: InvoicePage, desk: Desk) -> None:
        super().__init__()
        self.presenter, self.texts, self.desk = presenter, desk.texts, desk
        self._ask_path = desk.ask_save_path
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        self.heading = Label("", "section")
        self.chip: StateChip | None = None
        self._head = head
        head.addWidget(self.heading)
        head.addStretch(1)
        column.addLayout(head)
        self.stack = Pages()
        self.stack.addWidget(self._make_shown(desk))
        self.crediting = CreditingView(presenter, self.texts)
        self.stack.addWidget(self.crediting)
        self.payments = PaymentsView(presenter.payments, self.texts)
        self.stack.addWidget(self.payments)
        column.addWidget(self.stack, 1)
        self._paper: object = None
        self.refresh()

    def _make_shown(self, desk: Desk) -> QWidget:
        """The paper, and what there is to know of it."""
        page = Beside(BOTH_LETTERS)
        self.paper = PdfView(self.texts, desk.ask_save_path)
        self.paper.zoom(-1)
        home = QWidget()
        side = QVBoxLayout(home)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        self.facts = Card()
        self.why = WhyCard(self.texts)
        files = Flow()
        for kind, word in SAVE_WORDS.items():
            make = partial(self.presenter.xml.make, kind)
            files.add(Button(self.texts.say(word), make, icon_name="download-simple"))
        side.addWidget(self.facts)
        side.addWidget(files)
        side.addWidget(self.why, 1)
        page.add(self.paper, 3)
        page.add(home, 2)
        return page

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        if presenter.invoice is None:
            return
        self.heading.setText(presenter.heading)
        if self.chip is None:
            self.chip = StateChip(presenter.state)
            self._head.insertWidget(1, self.chip)
        self.chip.set_state(presenter.state)
        self.stack.setCurrentIndex(2 if presenter.payments.is_open else 1 if presenter.is_crediting else 0)
        self.payments.refresh()
        self.crediting.refresh()
        if presenter.paper is not self._paper:
            self._paper = presenter.paper
            paper = presenter.paper
            self.paper.show_paper(paper.content if paper else b"", paper.name if paper else "")
        self._show_facts()
        self.why.show_steps(self.texts.money(presenter.invoice.total), presenter.steps)
        self._save_file()

    def _save_file(self) -> None:
        """Save an e-invoice that was asked for."""
        if (file := self.presenter.xml.to_save) is not None:
            self.presenter.xml.to_save = None
            path = self._ask_path(file.name, "xml")
            self.presenter.xml.saved(save_file(path, file.content, self.texts) if path else None)

    def _show_facts(self) -> None:
        """Labels and values under each other."""
        body = self.facts.body
        while body.count() > 1:
            item = body.takeAt(1)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for label, value in self.presenter.facts:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(Label(label, "quiet", wrap=True), 1)
            row.addWidget(Label(value, "strong"))
            body.addWidget(line)
        for link in self.presenter.links:
            body.addWidget(RelativeLine(link, self.desk))


class RelativeLine(QWidget):
    """An invoice or note that belongs to the one in sight, and the way to it."""

    def __init__(self, link: Link, desk: Desk) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(link.label, "quiet", wrap=True), 1)
        self.open = LinkButton(link.number, lambda: desk.go("invoices", link.record), about=link.label)
        row.addWidget(self.open)
