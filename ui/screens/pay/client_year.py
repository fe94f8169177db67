"""Maksut: what a client has been paid in a year, with the summary and the holiday earned as papers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.people.client import Client
from subcontract.words import N_
from ui.presenters.clients.year import ClientYearPresenter
from ui.screens.bones import Desk, Screen
from ui.widgets.labels import Label
from ui.widgets.pages import Pages
from ui.widgets.pdf import PdfView
from ui.widgets.saving import save_file
from ui.widgets.stepper import Stepper
from ui.widgets.table import TableView


class ClientYearPage(Screen):
    """The payments of a year above, their papers in its place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=N_("Payments and holiday"))
        self.presenter = self.use(ClientYearPresenter(desk.door(self), desk.texts))
        self.years = Stepper(self.texts, lambda: str(self.presenter.year), self.presenter.step, N_("year"))
        self.about = Label("", "quiet", wrap=True)
        self.list = TableView(self.presenter.table, filtered=False)
        self.page = self._make_page()
        self.paper = PdfView(self.texts, desk.ask_save_path)
        self.pages = Pages()
        self.pages.addWidget(self.page)
        self.pages.addWidget(self.paper)
        self.body.addWidget(self.pages, 1)
        self.save = self.add_secondary(N_("Save for a spreadsheet"), self._save, key="Ctrl+S")
        self.holiday = self.add_secondary(N_("Holiday earned"), self.presenter.show_holiday, key="F9")
        self.set_primary(N_("Year summary"), self.presenter.show_summary)
        self._shown: object = None

    def _make_page(self) -> QWidget:
        """The year, what it comes to, and the payments."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.years, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.about)
        column.addWidget(self.list, 1)
        return page

    def show_client(self, client: Client | None, purpose: str) -> None:
        """Show the payments of a client."""
        self.presenter.show_client(client, purpose)

    def _save(self) -> None:
        """Write the table where the user wants it."""
        path = self.desk.ask_save_path(self.presenter.file_name, "csv")
        if path:
            told = save_file(path, self.presenter.csv(), self.texts)
            self.banner.say(told.text, told.tone)

    def step_back(self) -> bool:
        """Esc closes the preview."""
        if self.presenter.shown is None:
            return super().step_back()
        self.presenter.close()
        return True

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        shown = presenter.shown
        self.pages.setCurrentWidget(self.paper if shown else self.page)
        if shown is not self._shown:
            self._shown = shown
            self.paper.show_paper(shown.content if shown else b"", shown.name if shown else "")
        self.years.refresh()
        self.about.say(presenter.about)
        for button, possible in (
            (self.save, presenter.can_print),
            (self.holiday, presenter.can_print_holiday),
            (self.primary, presenter.can_print),
        ):
            button.setVisible(shown is None)
            button.setEnabled(possible)
