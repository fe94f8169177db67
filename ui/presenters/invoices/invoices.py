"""Invoices: what is to be invoiced, drafts, issued ones and credit notes; no Qt."""

from collections.abc import Hashable
from enum import StrEnum
from uuid import UUID

from subcontract.actions.act import Done, Kind
from subcontract.ids import DraftId, InvoiceId
from subcontract.invoicing.states import InvoiceState, state_of
from subcontract.ports import Lists
from subcontract.problems import Refused
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Notice, Presenter, Refusable
from ui.presenters.invoices.drafts.draft_page import DraftPage
from ui.presenters.invoices.drafts.issue_many import IssueMany
from ui.presenters.invoices.drafts.to_invoice import ToInvoicePresenter
from ui.presenters.invoices.listing import (
    COLUMNS,
    KEPT_STATES,
    Kept,
    draft_row,
    head_row,
    problems_of_draft,
)
from ui.presenters.invoices.page import InvoicePage
from ui.presenters.invoices.reading import ListFacts, read_list
from ui.presenters.invoices.words import credited_words, paid_words
from ui.presenters.tables.table import Empty, Row, TablePresenter
from ui.presenters.tone import Tone


class Page(StrEnum):
    """Which page of the screen is shown."""

    TO_INVOICE = "to_invoice"
    LIST = "list"
    DRAFT = "draft"
    INVOICE = "invoice"
    PLACE = "place"
    """One of the pages that other areas of invoicing bring."""


class InvoicesPresenter(Presenter):
    """The list, and whichever page is open over it."""

    depends_on = frozenset(
        {Kind.DRAFTS, Kind.INVOICES, Kind.ENTRIES, Kind.CUSTOMERS, Kind.JOBS, Kind.REMINDERS}
    )

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with the list."""
        super().__init__(door, texts)
        self.page = Page.LIST
        self.place = ""
        """Name of the page of another area that is shown, or that led to the draft or invoice."""
        self.kept = Kept.ALL
        self.to_invoice = ToInvoicePresenter(door, texts, self._drafted, self._drafted_many)
        self.draft = DraftPage(door, texts, self._issued, self.show_list)
        self.invoice = InvoicePage(door, texts, self._credited, self._drafted, self._paid)
        for part in (self.to_invoice, self.draft, self.invoice):
            part.listen(self._follow)
        self._states: dict[Hashable, InvoiceState] = {}
        self.table = TablePresenter(
            COLUMNS,
            texts,
            name=N_("Invoices"),
            empty=Empty(
                picture="post",
                sentence=N_("No invoices yet. Look at what is to be invoiced and make the first draft."),
                button=N_("See what is to be invoiced"),
                command=self.show_to_invoice,
            ),
        )
        self.table.count_words = (N_("{number} invoice"), N_("{number} invoices"))
        self.many = IssueMany(self, self.table, self._drafted)
        self.table.keep = self._is_kept
        self.table.on_open = self.open_row

    def _follow(self) -> None:
        """A page changed: show its notice and its saved words as the screen's own."""
        part = self.open_part
        if part is not None:
            self.notice = part.notice
            self.saved = part.saved or self.saved
        self.tell()

    def tell_step(self, words: str) -> None:
        """Say what was undone, also on the page that is shown."""
        if (part := self.open_part) is not None:
            part.notice, part.saved = None, words
        super().tell_step(words)

    @property
    def holds_text(self) -> bool:
        """Whether a draft has text that has not been saved."""
        return self.draft.dirty or self.draft.waiting is not None

    @property
    def open_part(self) -> Presenter | None:
        """The presenter of the page that is shown; ``None`` for the list."""
        parts: dict[Page, Presenter] = {
            Page.TO_INVOICE: self.to_invoice,
            Page.DRAFT: self.draft,
            Page.INVOICE: self.invoice,
        }
        return parts.get(self.page)

    # --- reading

    def load(self) -> None:
        """Read the list, and the open page again unless somebody is writing in it."""
        unit, today = self.door.who.unit, self.door.today()
        self.door.ask(lambda lists: read_list(lists, unit, today), self._fill)
        if self.page is Page.TO_INVOICE:
            self.to_invoice.load()
        elif self.page is Page.DRAFT:
            self.draft.reopen()
        elif self.page is Page.INVOICE:
            self.invoice.reopen()

    def _fill(self, facts: ListFacts) -> None:
        today = self.door.today()
        drafts = [(one, problems_of_draft(one, facts, today)) for one in reversed(facts.drafts)]
        self._states = dict.fromkeys((one.id for one in facts.drafts), InvoiceState.DRAFT)
        self._states |= {head.id: state_of(head, head.settled, today) for head in facts.heads}
        rows = [(draft_row(one, wrong, facts, self.texts), not wrong) for one, wrong in drafts]
        rows += [(head_row(head, facts, self.texts, today), False) for head in facts.heads]
        self.many.fill(rows, facts)
        self.tell()

    # --- the list

    def keep(self, kept: Kept) -> None:
        """Show only some invoices."""
        self.kept = kept
        self.table.refresh()
        self.tell()

    def _is_kept(self, row: Row) -> bool:
        wanted = KEPT_STATES.get(self.kept)
        return wanted is None or self._states.get(row.id) in wanted

    def open_row(self, row: Hashable) -> None:
        """Open a draft or an issued invoice."""
        if self._states.get(row) is InvoiceState.DRAFT and isinstance(row, UUID):
            self.open_draft(DraftId(row))
        elif isinstance(row, UUID):
            self.open_invoice(InvoiceId(row))

    # --- pages

    def leave(self) -> None:
        """Back to where one came from; what has been typed in a draft is saved first, or waits in it."""
        if self.page is Page.DRAFT:
            self.draft.leave(self._step_out)
        else:
            self._step_out()

    def _step_out(self) -> None:
        """Show the page that led here, or the list."""
        if self.page is not Page.PLACE and self.place:
            self.show_place(self.place)
        else:
            self.show_list()

    def show_place(self, name: str) -> None:
        """Show a page of another area; what was being written in a draft waits in it."""
        self.draft.put_aside()
        self.draft.close()
        self.invoice.close()
        self.page, self.place, self.notice = Page.PLACE, name, None
        self.tell()

    def show_list(self) -> None:
        """Show the list, and which drafts have text that is not saved."""
        self.page, self.place, self.notice = Page.LIST, "", self.draft.waiting
        self.draft.close()
        self.invoice.close()
        self.load()

    def show_to_invoice(self) -> None:
        """Show what is waiting to be invoiced."""
        self.page, self.place, self.notice, self.to_invoice.notice = Page.TO_INVOICE, "", None, None
        self.to_invoice.load()
        self.tell()

    def open_draft(self, draft: DraftId) -> None:
        """Show a draft."""
        self.page, self.notice = Page.DRAFT, None
        self.draft.open(draft)

    def open_invoice(self, invoice: InvoiceId) -> None:
        """Show an issued invoice."""
        self.page, self.notice, self.invoice.notice = Page.INVOICE, None, None
        self.invoice.open(invoice)

    def open_record(self, record: UUID) -> None:
        """Show an invoice or a draft by its id, from search or a link."""
        self.draft.put_aside()

        def is_draft(lists: Lists) -> bool:
            return lists.drafts.find(DraftId(record)) is not None

        def found(draft: bool) -> None:  # noqa: FBT001 - the answer of the question above
            if draft:
                self.open_draft(DraftId(record))
            else:
                self.open_invoice(InvoiceId(record))

        self.door.ask(is_draft, found)

    def _drafted(self, done: Done) -> None:
        if done.id is not None:
            self.open_draft(DraftId(done.id))

    def _drafted_many(self) -> None:
        """Show the drafts that were made, to be looked at and issued."""
        said = self.to_invoice.notice
        self.keep(Kept.DRAFTS)
        self.show_list()
        self.notice = said
        self.tell()

    def refused(self, refused: Refused, form: Refusable | None = None) -> None:
        """Show a refusal; nothing is under way any more."""
        self.many.at_once.over()
        super().refused(refused, form)

    def _issued(self, done: Done) -> None:
        self.draft.close()
        if done.id is not None:
            self.open_invoice(InvoiceId(done.id))
            said = N_("Invoice {number} was issued, {total}. Print or save it, then send it to the customer.")
            self._tell_issued(said, done)

    def _credited(self, done: Done) -> None:
        if done.id is not None:
            self.open_invoice(InvoiceId(done.id))
            self._tell_issued(credited_words(done), done)

    def _paid(self, done: Done) -> None:
        """A payment was written in or taken back: say what is open now."""
        if done.id is not None:
            self.open_invoice(InvoiceId(done.id))
            self.invoice.notice = Notice(paid_words(done, self.texts), Tone.READY)
            self._follow()

    def _tell_issued(self, sentence: str, done: Done) -> None:
        number, total = str(done.facts.get("number", "")), done.facts.get("total")
        self.invoice.notice = Notice(self.texts.say(sentence, number=number, total=total), Tone.READY)
        self._follow()
