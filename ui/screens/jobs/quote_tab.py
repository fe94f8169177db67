"""Quotes and the agreement: make one, look at its paper, write down the answer."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from subcontract.words import N_
from ui.presenters.jobs.fields import ANSWER_FIELDS, QUOTE_FIELDS
from ui.presenters.jobs.page import JobPagePresenter
from ui.presenters.jobs.quotes import QuoteShown
from ui.presenters.tone import Tone
from ui.screens.bones import Desk
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.chips import StateChip
from ui.widgets.labels import Card, Label, ToneLine
from ui.widgets.pages import Pages
from ui.widgets.pdf import PdfView
from ui.widgets.sections import FieldGroup, Sections


class QuoteTab(Pages):
    """The quotes of a job; a paper takes their place while it is looked at."""

    def __init__(self, page: JobPagePresenter, desk: Desk) -> None:
        super().__init__()
        self.page, self.quotes, self.texts = page, page.quotes, page.texts
        say = self.texts.say
        self.front = QWidget()
        column = QVBoxLayout(self.front)
        column.setContentsMargins(0, 0, 0, 0)
        self.sections = Sections()
        column.addWidget(self.sections)
        self.addWidget(self.front)
        self.paper = self._make_paper(desk)
        self.addWidget(self.paper)
        self.list = Card(say(N_("Quotes")))
        self.rows = QVBoxLayout()
        self.rows.setSpacing(16)
        self.list.body.addLayout(self.rows)
        self.answer = FieldGroup(
            self.quotes.answer, say(N_("The customer's answer")), (spec.name for spec in ANSWER_FIELDS)
        )
        self.accept = Button(
            say(N_("Accepted: make the order")), self.quotes.accept, icon_name="check-circle"
        )
        self.decline = Button(say(N_("Refused")), self.quotes.decline, icon_name="x-circle")
        self._foot(self.answer, self.accept, self.decline)
        self.offer = FieldGroup(self.quotes.offer, say(N_("New quote")), (spec.name for spec in QUOTE_FIELDS))
        self.why_not = ToneLine("", Tone.INFO)
        self.offer.body.addWidget(self.why_not)
        self.preview = Button(say(N_("Preview")), self._preview, key="F9", icon_name="eye")
        self.make = Button(say(N_("Make the quote")), self.quotes.make, icon_name="paper-plane-tilt")
        self._foot(self.offer, self.preview, self.make)
        self.sections.add(self.list, 0)
        self.sections.add(self.answer, 1)
        self.sections.add(self.offer, 1)
        self._shown: tuple[QuoteShown, ...] | None = None
        self.refresh()

    @staticmethod
    def _foot(card: Card, *buttons: Button) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        for button in buttons:
            foot.addWidget(button)
        card.body.addLayout(foot)

    def _make_paper(self, desk: Desk) -> QWidget:
        home = QWidget()
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        say = self.texts.say
        self.back = Button(say(N_("Back to the quotes")), self.close_paper, icon_name="arrow-left")
        self.paper_title = Label("", "section")
        head.addWidget(self.back)
        head.addWidget(self.paper_title, 1)
        column.addLayout(head)
        self.pdf = PdfView(self.texts, desk.ask_save_path)
        column.addWidget(self.pdf, 1)
        return home

    def close_paper(self) -> bool:
        """Go back to the quotes; false when no paper was open."""
        if self.currentWidget() is not self.paper:
            return False
        self.setCurrentWidget(self.front)
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def show_paper(self, title: str, name: str, content: bytes) -> None:
        """Show a paper."""
        self.paper_title.setText(title)
        self.pdf.show_paper(content, name)
        self.setCurrentWidget(self.paper)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _preview(self) -> None:
        title = self.texts.say(N_("Preview: nothing has been sent"))
        self.quotes.preview(partial(self.show_paper, title, "tarjous.pdf"))

    def refresh(self) -> None:
        """Show what there is now."""
        quotes = self.quotes
        for group in (self.offer, self.answer):
            group.refresh()
        self.answer.setVisible(quotes.open_quote is not None)
        self.why_not.say(quotes.why_not, Tone.INFO)
        self.make.setEnabled(quotes.can_offer)
        self.preview.setEnabled(quotes.can_offer)
        if quotes.despite:
            self.accept.set_text(self.texts.say(N_("The old price holds: make the order")))
        else:
            self.accept.set_text(self.texts.say(N_("Accepted: make the order")))
        if quotes.shown != self._shown:
            self._shown = quotes.shown
            self._rebuild(self._shown)

    def _rebuild(self, shown: tuple[QuoteShown, ...]) -> None:
        while (item := self.rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for quote in shown:
            self.rows.addWidget(self._row(quote))
        if not shown:
            words = N_("No quotes yet. Save the job with its prices, then make the first one.")
            self.rows.addWidget(Label(self.texts.say(words), "quiet", wrap=True))

    def _row(self, quote: QuoteShown) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(Label(quote.title, "strong", wrap=True), 1)
        head.addWidget(StateChip(quote.state))
        column.addLayout(head)
        column.addWidget(Label(quote.detail, "muted", wrap=True))
        total = self.texts.say(N_("{total} with VAT"), total=quote.total)
        column.addWidget(Label(total, wrap=True))
        links = QHBoxLayout()
        links.setSpacing(16)
        links.addWidget(self._link(N_("Open the quote"), quote, "quote"))
        if quote.has_agreement:
            links.addWidget(self._link(N_("Open the agreement"), quote, "agreement"))
        links.addStretch(1)
        column.addLayout(links)
        return row

    def _link(self, words: str, quote: QuoteShown, kind: str) -> LinkButton:
        name = "tarjous.pdf" if kind == "quote" else "sopimus.pdf"
        title = quote.title if kind == "quote" else self.texts.say(N_("Agreement"))
        show = partial(self.show_paper, title, name)
        return LinkButton(
            self.texts.say(words), lambda: self.quotes.paper(quote.id, kind, show), about=quote.title
        )
