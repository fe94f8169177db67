"""Muistutukset: overdue invoices with what their reminders would say, and those that were sent."""

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.ids import InvoiceId
from subcontract.words import N_
from ui.presenters.invoices.reminders.reminders import VIEWS, RemindersPresenter, View
from ui.presenters.tone import Tone
from ui.screens.bones import Desk, Screen, SideCard
from ui.screens.invoices.one_late import OneLateView
from ui.screens.money_parts import WhyCard
from ui.widgets.labels import ToneLine
from ui.widgets.pages import Pages
from ui.widgets.pdf import PdfView
from ui.widgets.segments import Segments
from ui.widgets.table import TableView
from ui.widgets.tick_grid import TickGrid
from ui.widgets.tick_tools import TickTools


class RemindersPage(Screen):
    """Two lists, the card of what is selected, and the papers."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the lists beside their card, and the papers in their place."""
        super().__init__(desk, title=N_("Reminders"))
        presenter = self.presenter = self.use(RemindersPresenter(desk.door(self), desk.texts, self._drafted))
        say = self.texts.say
        self.due = TableView(presenter.due, grid=TickGrid(presenter.due))
        self.sent = TableView(presenter.sent)
        self.views = {view: self._segments() for view in View}
        self.due.add_tool(self.views[View.DUE])
        self.sent.add_tool(self.views[View.SENT])
        self.tick_tools = TickTools(lambda: presenter.ticks, self.texts)
        self.due.add_tool(self.tick_tools)
        self.lists = Pages()
        for table in (self.due, self.sent):
            self.lists.addWidget(table)
        self.why = WhyCard(self.texts)
        self.not_now = ToneLine("", Tone.INFO)
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.not_now)
        column.addWidget(self.why, 1)
        self.side = SideCard(self.texts, self.lists, N_("Reminder"), card, shares=(1, 1))
        self.side.on_close = self._unselect
        self.paper = PdfView(self.texts, desk.ask_save_path)
        self.pages = Pages()
        self.one = OneLateView(presenter.one, self.texts)
        for page in (self.side, self.paper, self.one):
            self.pages.addWidget(page)
        self.body.addWidget(self.pages, 1)
        self.back_to_list = self.add_secondary(N_("Back to the list"), self._back)
        self.show_paper = self.add_secondary(
            N_("Show the paper"), presenter.show_paper, key="F9", icon_name="eye"
        )
        self.to_invoice = self.add_secondary(N_("Show the invoice"), self._to_invoice, key="Ctrl+I")
        self.look = self.add_secondary(N_("Dispute and interest"), presenter.look, key="Ctrl+D")
        self.end = self.add_secondary(N_("End the dispute"), presenter.one.end, key="F7")
        self.dispute = self.add_secondary(N_("Note the dispute"), presenter.one.dispute, key="F8")
        self.set_primary(N_("Send reminders"), self._do)
        self.paper.setAccessibleName(say(N_("Reminders")))
        self._shown: object = None

    def _segments(self) -> Segments:
        """Overdue, or sent."""
        say = self.texts.say
        choices = tuple((view, say(word)) for view, word in VIEWS.items())
        return Segments(
            say(N_("Which reminders")), choices, lambda view: self.presenter.show(View(str(view)))
        )

    # --- acting

    def _do(self) -> None:
        """The one primary act: send, or print those of a day, or save the paper in sight."""
        presenter = self.presenter
        if presenter.papers.shown is not None:
            self.paper.save()
        elif presenter.one.wanted is not None:
            presenter.one.charge()
        elif presenter.view is View.SENT:
            presenter.print_day()
        elif presenter.can_send and self.desk.ask_before(presenter.question, presenter.verb):
            presenter.send()

    def _to_invoice(self) -> None:
        """Go to the invoice that is selected."""
        presenter = self.presenter
        if presenter.one.wanted is not None:
            self.desk.go("invoices", presenter.one.wanted)
        elif presenter.view is View.DUE and presenter.proposal is not None:
            self.desk.go("invoices", presenter.proposal.of.invoice.id)
        elif presenter.view is View.SENT and presenter.reminder is not None:
            self.desk.go("invoices", presenter.reminder.invoice)

    def _unselect(self) -> None:
        """The card was closed: nothing is selected."""
        (self.presenter.due if self.presenter.view is View.DUE else self.presenter.sent).select(None)

    def _drafted(self, draft: UUID) -> None:
        """Go to the draft of an interest invoice."""
        self.desk.go("invoices", draft)

    def open_record(self, record: UUID) -> None:
        """Look at one invoice alone."""
        self.presenter.one.open(InvoiceId(record))

    def _back(self) -> None:
        self.step_back()

    def step_back(self) -> bool:
        """From the paper to the list, then from the card."""
        if self.presenter.papers.shown is not None:
            self.presenter.papers.close()
            return True
        if self.presenter.one.wanted is not None:
            self.presenter.one.close()
            return True
        return super().step_back()

    def cancel_work(self) -> None:
        """Stop sending or putting papers together."""
        self.presenter.cancel()

    # --- following

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        self.pages.setCurrentWidget(self._page())
        self.lists.setCurrentWidget(self.due if presenter.view is View.DUE else self.sent)
        for segments in self.views.values():
            segments.show_value(presenter.view)
        self.tick_tools.refresh()
        self._show_card()
        self._show_sheet()
        self._show_progress()
        self._show_buttons()

    def _page(self) -> QWidget:
        """The page in sight."""
        if self.presenter.papers.shown is not None:
            return self.paper
        return self.side if self.presenter.one.wanted is None else self.one

    def _show_card(self) -> None:
        """The lines of what is selected."""
        card = self.presenter.card
        if card is None:
            self.side.show_card(shown=False)
            return
        heading, sentence, whole, steps = card
        self.not_now.say(sentence, Tone.INFO)
        self.why.show_steps(self.texts.money(whole), steps)
        self.side.show_card(title=heading)

    def _show_sheet(self) -> None:
        """Draw the papers once."""
        sheet = self.presenter.papers.shown
        if sheet is not self._shown:
            self._shown = sheet
            self.paper.show_paper(sheet.content if sheet else b"", sheet.name if sheet else "")

    def _show_progress(self) -> None:
        now = self.presenter.at_once
        if now.is_working:
            self.progress.show_step(now.done, now.of, self.texts.say(N_("Reminders")))
        else:
            self.progress.finish()

    def _show_buttons(self) -> None:
        """What can be done now."""
        presenter = self.presenter
        on_paper, one = presenter.papers.shown is not None, presenter.one
        alone = one.wanted is not None and not on_paper
        due = presenter.view is View.DUE
        selected = presenter.proposal if due else presenter.reminder
        listed = not on_paper and not alone and selected is not None
        self.back_to_list.setVisible(on_paper or alone)
        self.show_paper.setVisible(listed and not due)
        self.look.setVisible(listed)
        self.to_invoice.setVisible(listed or alone)
        self.end.setVisible(alone and one.can_end)
        self.dispute.setVisible(alone and one.can_dispute)
        self.one.refresh()
        words, can = self._primary(alone=alone)
        self.primary.set_text(words)
        self.primary.setEnabled(can)
        self.primary.setVisible(can)

    def _primary(self, *, alone: bool) -> tuple[str, bool]:
        """What the primary button says, and whether it does anything."""
        presenter = self.presenter
        if alone:
            total = self.texts.money(presenter.one.to_charge)
            return self.texts.say(
                N_("Draft an interest invoice, {total}"), total=total
            ), presenter.one.can_charge
        if presenter.papers.shown is not None:
            return self.texts.say(N_("Save")), True
        if presenter.view is View.DUE:
            return presenter.verb, presenter.can_send
        return presenter.print_verb, bool(presenter.of_day)
