"""The claims of the wage subsidy: the months on the left, one month's card beside them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.people.client import Client
from subcontract.words import N_
from ui.presenters.subsidy.claims import SubsidyClaimsPresenter
from ui.presenters.tone import Tone
from ui.screens.bones import Desk, Screen
from ui.screens.money_parts import why_lines
from ui.screens.paper_page import PaperPages
from ui.widgets.buttons import LinkButton
from ui.widgets.form import FieldView, FormView
from ui.widgets.labels import Label, ToneLine, hide_unless
from ui.widgets.pages import Pages
from ui.widgets.saving import save_file
from ui.widgets.segments import Segments
from ui.widgets.side_card import SideCard
from ui.widgets.table import TableView
from ui.widgets.why import WhyPanel

WHY, ADJUST = "why", "adjust"


class ClaimCard(QWidget):
    """The sum and why it is that, what the pay lines do not tell, and the day of sending."""

    def __init__(self, presenter: SubsidyClaimsPresenter) -> None:
        super().__init__()
        self.presenter, self.texts = presenter, presenter.texts
        say = self.texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.amount = Label("", "figure")
        self.foreseen = Label("", "quiet", wrap=True)
        self.why_not = ToneLine("")
        self.deadline = ToneLine("")
        for part in (self.amount, self.foreseen, self.why_not, self.deadline):
            column.addWidget(part)
        self.which = Segments(
            say(N_("What is shown")),
            ((WHY, say(N_("Why?"))), (ADJUST, say(N_("What the pay lines do not tell")))),
            self._choose,
        )
        column.addWidget(self.which)
        self.pages = Pages()
        self.panel = WhyPanel(self.texts)
        self.form = FormView(presenter.adjust)
        for page in (self.panel, self.form):
            self.pages.addWidget(page)
        column.addWidget(self.pages, 1)
        self.day = FieldView(presenter.sending, presenter.sending.specs["sent_on"])
        presenter.sending.listen(self.day.refresh)
        column.addWidget(self.day)
        self._steps: object = None

    def _choose(self, which: object) -> None:
        self.pages.setCurrentIndex(1 if which == ADJUST else 0)
        self.which.show_value(which)

    def show_adjustments(self) -> None:
        """Bring the form in sight."""
        self._choose(ADJUST)

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        self.amount.say(presenter.amount_words)
        foreseen = N_("What would be claimed now. Nothing has been made yet.")
        self.foreseen.say(self.texts.say(foreseen) if presenter.is_foreseen else "")
        self.why_not.say(presenter.why_not, Tone.ATTENTION)
        self.deadline.say(*presenter.deadline)
        if not presenter.shows_adjustments:
            self.pages.setCurrentIndex(0)
        self.which.show_value(ADJUST if self.pages.currentIndex() else WHY)
        hide_unless(self.which, shown=presenter.shows_adjustments)
        steps = presenter.steps
        if steps != self._steps:
            self._steps = steps
            self.panel.show_lines(why_lines(steps))
        hide_unless(self.day, shown=presenter.can_send)


class SubsidyClaimsPage(Screen):
    """The months of a client's decisions, the newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=N_("Claims"))
        self.presenter = self.use(SubsidyClaimsPresenter(desk.door(self), desk.texts))
        self.list = TableView(self.presenter.table, filtered=False)
        self.card = ClaimCard(self.presenter)
        self.side = SideCard(self.texts, self.list, N_("Claim"), self.card)
        self.side.on_close = self.presenter.close
        front = QWidget()
        column = QVBoxLayout(front)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.breaks = ToneLine("")
        column.addWidget(self.breaks)
        column.addWidget(self.side, 1)
        self.pages = PaperPages(front, desk)
        self.pages.on_turn = self.refresh
        self.body.addWidget(self.pages, 1)
        self.sheet = self.add_secondary(N_("Claim sheet"), self._show_sheet, key="F9", icon_name="eye")
        self.file = self.add_secondary(N_("Save for a spreadsheet"), self._save_file, key="Ctrl+S")
        not_sent = self.texts.say(N_("Not sent after all"))
        self.back_again = LinkButton(not_sent, self.presenter.take_back, key="F8")
        self.footer.add(self.back_again, 0)
        self.set_primary(N_("Make the claim"), self.presenter.do)
        self._refusals = 0

    def show_client(self, client: Client | None, purpose: str) -> None:
        """Show the claims of a client."""
        if client is not None and self.presenter.client is not None and client.id != self.presenter.client.id:
            self.pages.close_paper()
        self.presenter.show_client(client, purpose)

    def _show_sheet(self) -> None:
        papers = self.presenter.papers
        title = f"{self.texts.say(N_('Claim sheet'))} · {self.presenter.heading}"
        name = papers.file_name("pdf")
        papers.make_sheet(lambda content: self.pages.show_paper(title, name, content))

    def _save_file(self) -> None:
        """Write the claim line by line where the user wants it."""
        papers = self.presenter.papers
        path = self.desk.ask_save_path(papers.file_name("csv"), "csv")
        if path:
            told = save_file(path, papers.csv(), self.texts)
            self.banner.say(told.text, told.tone)

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter, paper = self.presenter, self.pages.shows_paper
        is_open = presenter.shown is not None
        self.breaks.say(presenter.breaks, Tone.ATTENTION)
        self.side.show_card(shown=is_open, title=presenter.heading)
        if is_open:
            self.card.refresh()
        made = is_open and presenter.papers.claim is not None and not paper
        self.sheet.setVisible(made)
        self.file.setVisible(made)
        self.back_again.setVisible(made and presenter.can_take_back)
        self.primary.setVisible(is_open and presenter.can_adjust and not paper)
        self.primary.set_text(self.texts.say(presenter.verb))
        self.primary.setEnabled(presenter.can_do)
        if presenter.adjust.refusals != self._refusals:
            self._refusals = presenter.adjust.refusals
            self.card.show_adjustments()

    def step_back(self) -> bool:
        """Close the paper, then the card."""
        return self.pages.close_paper() or super().step_back()
