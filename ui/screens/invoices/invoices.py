"""Laskut: what is to be invoiced, drafts and issued invoices, one page at a time."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from subcontract.actions.act import Kind
from subcontract.words import N_
from ui.presenters.invoices.invoices import InvoicesPresenter, Page
from ui.presenters.invoices.listing import KEPT_WORDS, Kept
from ui.screens.bones import Desk, Screen
from ui.screens.invoices.draft import DraftPageView
from ui.screens.invoices.pages import DraftPaper, InvoicePageView, ToInvoicePage
from ui.screens.invoices.places import BESIDE, PLACES
from ui.widgets.late import Late
from ui.widgets.pages import Pages
from ui.widgets.segments import Segments
from ui.widgets.table import TableView
from ui.widgets.tick_grid import TickGrid
from ui.widgets.tick_tools import TickTools


class InvoicesScreen(Screen):
    """Invoices of the unit."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the pages."""
        super().__init__(desk, title=N_("Invoices"))
        say = self.texts.say
        self.presenter = self.use(InvoicesPresenter(desk.door(self), desk.texts))
        self.places = Segments(
            say(N_("Page of invoices")),
            (
                (Page.LIST, say(N_("All invoices"))),
                (Page.TO_INVOICE, say(N_("To be invoiced"))),
                *((name, say(place.title)) for name, place in PLACES.items()),
            ),
            self._go,
        )
        waiting = self.presenter.to_invoice
        self.add_stepper(lambda: waiting.month_words, waiting.step, N_("month"))
        self.body.addWidget(self.places)
        self.list = TableView(self.presenter.table, grid=TickGrid(self.presenter.table))
        self.kept = Segments(
            say(N_("Which invoices")),
            tuple((kept, say(word)) for kept, word in KEPT_WORDS.items()),
            lambda kept: self.presenter.keep(Kept(str(kept))),
        )
        self.list.add_tool(self.kept)
        self.tick_tools = TickTools(lambda: self.presenter.many.ticks, self.texts, N_("Choose the drafts"))
        self.list.add_tool(self.tick_tools)
        self.to_invoice = ToInvoicePage(waiting, self.texts)
        self._draft = Late(lambda: DraftPageView(self.presenter.draft, self.texts))
        self._draft_paper = Late(lambda: DraftPaper(self.presenter.draft, desk))
        self._invoice = Late(lambda: InvoicePageView(self.presenter.invoice, desk))
        self.pages = Pages()
        self.beside = BESIDE.pages(desk, self.pages)
        self.places_of: dict[Page, QWidget] = {
            Page.LIST: self.list,
            Page.TO_INVOICE: self.to_invoice,
            Page.DRAFT: self._draft.place,
            Page.INVOICE: self._invoice.place,
        }
        for page in (*self.places_of.values(), self._draft_paper.place):
            self.pages.addWidget(page)
        self.body.addWidget(self.pages, 1)
        self.add_back(N_("All invoices"), self.step_back)
        self._make_buttons()

    def _make_buttons(self) -> None:
        """The acts of every page; each shows those that belong to it."""
        self.discard = self.add_secondary(N_("Discard the draft"), self.presenter.draft.discard, key="F8")
        self.save = self.add_secondary(N_("Save the draft"), self._save, key="Ctrl+S")
        self.merge = self.add_secondary(N_("Put together"), self.presenter.many.merge, key="Ctrl+Shift+M")
        invoice, payments = self.presenter.invoice, self.presenter.invoice.payments
        self.credit = self.add_secondary(N_("Credit"), invoice.start_credit, key="Ctrl+H")
        self.replacing = self.add_secondary(N_("Replace"), invoice.start_replacing, key="Ctrl+R")
        self.undo_note = self.add_secondary(N_("Take the note back"), invoice.start_taking_back, key="Ctrl+H")
        self.late = self.add_secondary(N_("Reminders and interest"), self._to_lateness, key="Ctrl+Shift+R")
        self.take_back = self.add_secondary(N_("Take the payment back"), payments.start_taking_back, key="F8")
        self.pay = self.add_secondary(N_("Record payment"), payments.start, key="Ctrl+M")
        self.set_primary(N_("Make a draft"), self._do)

    @property
    def draft(self) -> DraftPageView:
        """The page of a draft."""
        return self._draft.part

    @property
    def draft_paper(self) -> DraftPaper:
        """The page of a draft as it would be printed."""
        return self._draft_paper.part

    @property
    def invoice(self) -> InvoicePageView:
        """The page of an issued invoice."""
        return self._invoice.part

    # --- acting

    def _go(self, page: object) -> None:
        if page == Page.TO_INVOICE:
            self.presenter.show_to_invoice()
        elif page in PLACES:
            self.presenter.show_place(str(page))
        else:
            self.presenter.show_list()

    def _to_lateness(self) -> None:
        """Look at the lateness of the invoice that is open."""
        invoice = self.presenter.invoice.wanted
        if invoice is not None:
            self.presenter.show_place("reminders")
            self.beside.page("reminders").open_record(invoice)

    def _save(self) -> None:
        self.presenter.draft.save()

    def _do(self) -> None:
        """The one primary act of the page that is shown."""
        presenter = self.presenter
        if presenter.page is Page.LIST:
            if presenter.many.can_issue and self.desk.ask_before(
                presenter.many.question, presenter.many.verb
            ):
                presenter.many.issue()
        elif presenter.page is Page.TO_INVOICE:
            presenter.to_invoice.make()
        elif presenter.page is Page.DRAFT:
            if presenter.draft.part is not None:
                presenter.draft.part.do()
            elif presenter.draft.can_issue and self.desk.ask_before(
                presenter.draft.question, presenter.draft.verb
            ):
                presenter.draft.issue()
        elif presenter.page is Page.INVOICE:
            self._do_with_invoice()

    def _do_with_invoice(self) -> None:
        """Write a payment in, credit, or save the paper."""
        invoice = self.presenter.invoice
        if invoice.payments.is_open:
            invoice.payments.do()
        elif not invoice.is_crediting:
            self.invoice.paper.save()
        elif self.desk.ask_before(invoice.question, invoice.verb):
            invoice.credit()

    def step_back(self) -> bool:
        """Give a payment or a credit note up, then go back to the list."""
        presenter = self.presenter
        if presenter.page is Page.PLACE:
            return self.beside.page(presenter.place).step_back()
        if presenter.page is Page.INVOICE and presenter.invoice.payments.is_open:
            presenter.invoice.payments.back()
            return True
        if presenter.page is Page.INVOICE and presenter.invoice.is_crediting:
            presenter.invoice.stop_credit()
            return True
        if presenter.page is Page.DRAFT and presenter.draft.step_back():
            return True
        if presenter.page is not Page.LIST:
            presenter.leave()
            self.list.focus_first()
            return True
        return False

    def open_page(self, page: str, back: str = "") -> None:
        """Show what is to be invoiced, or the list of those that a link leads to, such as overdue ones."""
        super().open_page(page, back)
        if page == Page.TO_INVOICE:
            self.presenter.show_to_invoice()
        elif page in PLACES:
            self.presenter.show_place(page)
        elif page in KEPT_WORDS:
            self.presenter.keep(Kept(page))
            self.presenter.leave()

    def open_record(self, record: UUID) -> None:
        """Show an invoice or a draft."""
        self.presenter.open_record(record)

    # --- following

    @property
    def _is_preview(self) -> bool:
        """Whether the page of a draft is looked at."""
        return self.presenter.page is Page.DRAFT and bool(self.presenter.draft.paper)

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        page = presenter.page
        self.pages.setCurrentWidget(self._shown_page())
        self._show_places(page)
        self.kept.show_value(presenter.kept)
        self.tick_tools.refresh()
        self._show_progress()
        self.stepper.setVisible(page is Page.TO_INVOICE)
        self.stepper.refresh()
        for part in (self.to_invoice, self._draft.made, self._draft_paper.made, self._invoice.made):
            if part is not None:
                part.refresh()
        self._show_buttons(page)

    def _shown_page(self) -> QWidget:
        """The page to be in sight."""
        if self.presenter.page is Page.PLACE:
            return self.beside.page(self.presenter.place)
        return self._draft_paper.place if self._is_preview else self.places_of[self.presenter.page]

    def _show_places(self, page: Page) -> None:
        """The pages that one may go to."""
        self.places.setVisible(page in {Page.LIST, Page.TO_INVOICE, Page.PLACE})
        allowed = {
            name
            for name, place in PLACES.items()
            if place.permission is None or self.presenter.may(place.permission)
        }
        self.places.show_choices({Page.LIST, Page.TO_INVOICE, *allowed})
        self.places.show_value(self.presenter.place if page is Page.PLACE else page)

    def something_changed(self, kinds: frozenset[Kind]) -> None:
        """The pages beside the list follow too."""
        super().something_changed(kinds)
        self.beside.something_changed(kinds)

    @property
    def holds_text(self) -> bool:
        """Whether a draft or a page beside the list has text that is not saved."""
        return super().holds_text or self.beside.holds_text

    def tell_step(self, text: str) -> None:
        """Say what was undone on the page in sight."""
        if self.presenter.page is Page.PLACE:
            self.beside.page(self.presenter.place).tell_step(text)
        else:
            super().tell_step(text)

    def _show_buttons(self, page: Page) -> None:
        """What can be done on the page."""
        draft, invoice, waiting = self.presenter.draft, self.presenter.invoice, self.presenter.to_invoice
        self.back.setVisible(page in {Page.DRAFT, Page.INVOICE})
        deep = invoice.is_crediting or invoice.payments.is_open
        back = N_("Back to the invoice") if deep else N_("All invoices")
        over_draft = page is Page.DRAFT and draft.is_covered
        self.back.setAccessibleName(self.texts.say(N_("Back to the draft") if over_draft else back))
        self.back.setToolTip(self.back.accessibleName())
        writing = page is Page.DRAFT and draft.can_edit and not over_draft
        for button in (self.discard, self.save):
            button.setVisible(writing)
        self.save.setEnabled(draft.dirty)
        shown = page is Page.INVOICE and not deep
        self.credit.setVisible(shown and invoice.can_credit)
        self.replacing.setVisible(shown and invoice.can_replace)
        self.undo_note.setVisible(shown and invoice.can_take_back)
        self.pay.setVisible(shown and invoice.payments.can_pay)
        self.late.setVisible(shown and invoice.payments.can_pay)
        self._show_take_back(page)
        many = self.presenter.many
        bare = page is Page.PLACE or (page is Page.LIST and not many.ticks)
        self.primary.setVisible(not bare)
        self.footer.line.words.setHidden(page is Page.PLACE or not self.state.text())
        self.merge.setVisible(page is Page.LIST and many.can_merge)
        if page is Page.LIST:
            self.primary.set_text(many.verb)
            self.primary.setEnabled(many.can_issue)
        elif page is Page.TO_INVOICE:
            self.primary.set_text(waiting.verb)
            self.primary.setEnabled(waiting.can_make)
        elif page is Page.DRAFT:
            self.primary.set_text(draft.verb)
            self.primary.setEnabled(draft.can_do)
        elif page is Page.INVOICE:
            self.primary.set_text(invoice.verb)
            self.primary.setEnabled(invoice.can_do)

    def _show_progress(self) -> None:
        """How far drafting or issuing of many is."""
        for now, what in (
            (self.presenter.to_invoice.at_once, N_("Drafts")),
            (self.presenter.many.at_once, N_("Invoices")),
        ):
            if now.is_working:
                self.progress.show_step(now.done, now.of, self.texts.say(what))
                return
        self.progress.finish()

    def cancel_work(self) -> None:
        """Stop drafting or issuing: nothing of it is kept."""
        self.presenter.to_invoice.at_once.cancel()
        self.presenter.many.at_once.cancel()

    def _show_take_back(self, page: Page) -> None:
        """The button beside the payments; it follows what is selected."""
        payments = self.presenter.invoice.payments
        writing = page is Page.INVOICE and payments.is_open and payments.taking_back is None
        self.take_back.setVisible(writing and bool(payments.standing))
        self.take_back.setEnabled(payments.can_take_back)
