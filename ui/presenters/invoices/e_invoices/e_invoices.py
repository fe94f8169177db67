"""Verkkolaskut: which invoices go, have gone and came through; the operator's folder; no Qt."""

from collections.abc import Callable, Hashable
from pathlib import Path

from subcontract.actions.act import Done, Kind, Permission
from subcontract.actions.send_e_invoices import SendEInvoices, TellReceived, send_e_invoices, tell_received
from subcontract.ids import InvoiceId
from subcontract.money import Money, total
from subcontract.problems import Problem, Refused
from subcontract.words import N_, Texts
from ui.outbox import Outbox
from ui.presenters.at_once import AtOnce
from ui.presenters.base import Door, Notice, Presenter, Refusable
from ui.presenters.invoices.e_invoices.e_invoice_card import EInvoiceCard
from ui.presenters.invoices.e_invoices.e_invoice_reading import Going, GoingFacts, read_going
from ui.presenters.invoices.e_invoices.e_invoice_words import (
    COLUMNS,
    NONE_KEPT,
    Shown,
    missing,
    receipt_list,
    row_of,
    signed_total,
)
from ui.presenters.tables.table import Empty, Row, TablePresenter
from ui.presenters.tables.ticks import Ticks
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

MOST_NAMED = 5


class EInvoicesPresenter(Presenter):
    """Invoices of the customers that take e-invoices."""

    depends_on = frozenset({Kind.INVOICES, Kind.CUSTOMERS, Kind.UNITS, Kind.SENDINGS})

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with what waits."""
        super().__init__(door, texts)
        self.shown = Shown.WAITING
        self.folder = ""
        """Where the operator's program takes the files from; remembered by this computer."""
        self.on_folder: Callable[[str], object] = lambda _folder: None
        self.facts: GoingFacts | None = None
        self.card = EInvoiceCard(self)
        empty = Empty(
            picture="post",
            sentence=N_(
                "No e-invoices here. Give a customer its e-invoice address and choose Finvoice or UBL "
                "on its page: its invoices then come here."
            ),
        )
        self.table = TablePresenter(COLUMNS, texts, name=N_("E-invoices"), empty=empty)
        self.table.count_words = (N_("{number} invoice"), N_("{number} invoices"))
        self.table.keep = self._is_shown
        self.table.none_kept = NONE_KEPT[self.shown]
        self.table.on_open = self.open_row
        self.table.on_select = self._selected
        self.ticks = Ticks(self.table, self.tell)
        self.at_once = AtOnce(self)

    # --- reading

    def load(self) -> None:
        """Read what goes and has gone."""
        unit, today = self.door.who.unit, self.door.today()
        self.door.ask(lambda lists: read_going(lists, unit, today), self._fill)

    def _fill(self, facts: GoingFacts) -> None:
        self.facts = facts
        self.card.names = facts.names
        if self.card.going is not None:
            self.card.show(self._going(self.card.going.head.id))
        self._show_rows()
        self.tell()

    def _show_rows(self) -> None:
        if self.facts is not None:
            may = self.may(Permission.ISSUE_INVOICES)
            self.ticks.set_rows(
                (row_of(one, self.texts), may and self._is_tickable(one)) for one in self.facts.going
            )

    def _is_tickable(self, going: Going) -> bool:
        """What the page's act can be done with."""
        if self.shown is Shown.WAITING:
            return going.can_go
        return self.shown is Shown.SENT and going.is_on_its_way

    def _going(self, row: object) -> Going | None:
        found = self.facts.going if self.facts is not None else ()
        return next((one for one in found if one.head.id == row), None)

    # --- the list

    def show(self, shown: Shown) -> None:
        """Show only some."""
        self.shown = shown
        self.table.none_kept = NONE_KEPT.get(shown, "")
        self.ticks.none()
        self._show_rows()
        self.tell()

    def _is_shown(self, row: Row) -> bool:
        going = self._going(row.id)
        if going is None or self.shown is Shown.ALL:
            return going is not None
        on_its_way = going.is_on_its_way
        shown = {Shown.WAITING: going.waits, Shown.SENT: on_its_way}
        return shown.get(self.shown, not going.waits and not on_its_way)

    # --- one invoice

    def open_row(self, row: Hashable) -> None:
        """Look at an invoice: what is missing, or what its file says."""
        if (going := self._going(row)) is not None:
            self.card.form.load({})
            self.card.show(going)
            self.tell()

    def _selected(self, row: Hashable | None) -> None:
        going = self.card.going
        if going is not None and row is not None and row != going.head.id:
            self.open_row(row)

    def close(self) -> None:
        """Close the card."""
        self.card.show(None)
        self.tell()

    # --- the folder

    def choose_folder(self, folder: str) -> None:
        """Take another folder, and let the computer remember it."""
        if folder:
            self.folder = folder
            self.on_folder(folder)
            self.tell()

    @property
    def folder_words(self) -> str:
        """Where the files go."""
        if not self.folder:
            return self.texts.say(N_("Choose first the folder from which your operator takes the files."))
        if not Outbox(Path(self.folder)).is_there:
            return self.texts.say(
                N_("The folder {folder} is not there now. Choose another."), folder=self.folder
            )
        return self.texts.say(N_("Files go to the folder {folder}."), folder=self.folder)

    # --- the act of the page

    @property
    def chosen(self) -> tuple[Going, ...]:
        """The ticked ones, or all that the act can be done with when none is ticked; oldest first."""
        found = self.facts.going if self.facts is not None else ()
        may = [one for one in reversed(found) if self._is_tickable(one)]
        return tuple(one for one in may if not len(self.ticks) or one.head.id in self.ticks)

    @property
    def total(self) -> Money:
        """What they come to: a credit note takes away."""
        return total(signed_total(one) for one in self.chosen)

    @property
    def can_do(self) -> bool:
        """Whether the act of the page can be done now."""
        if not self.chosen or self.busy or not self.may(Permission.ISSUE_INVOICES):
            return False
        return self.shown is Shown.SENT or (self.shown is Shown.WAITING and bool(self.folder))

    @property
    def has_act(self) -> bool:
        """Whether the page has an act."""
        return self.shown in {Shown.WAITING, Shown.SENT} and self.may(Permission.ISSUE_INVOICES)

    @property
    def verb(self) -> str:
        """What the primary button does."""
        number = len(self.chosen)
        if self.shown is Shown.SENT:
            return self.texts.say(N_("Mark as received: {number}"), number=number)
        return self.texts.count(N_("Send {number} e-invoice"), N_("Send {number} e-invoices"), number)

    @property
    def question(self) -> str:
        """The question before sending."""
        one = N_("Send {number} e-invoice, {total}, to the folder {folder}?")
        many = N_("Send {number} e-invoices, {total} together, to the folder {folder}?")
        return self.texts.count(one, many, len(self.chosen), total=self.total, folder=self.folder)

    def do(self) -> None:
        """Send, or mark as received."""
        if self.shown is Shown.SENT:
            self.mark_received()
        else:
            self.send()

    def send(self) -> None:
        """Send the chosen ones."""
        if self.can_do:
            self._send(tuple(one.head.id for one in self.chosen), "")

    def _send(self, wanted: tuple[InvoiceId, ...], reason: str) -> None:
        put = Outbox(Path(self.folder)).put
        self.at_once.start(
            send_e_invoices,
            lambda step: SendEInvoices(
                invoices=wanted, texts_in=CatalogueTexts, put=put, reason=reason, step=step
            ),
            self._sent,
        )

    def _sent(self, done: Done) -> None:
        """Tell how many went, and what did not."""
        self.ticks.none()
        self.card.form.load({})
        made, left = done.facts["made"], done.facts["left"]
        assert isinstance(made, int)  # noqa: S101 - the act says so
        assert isinstance(left, tuple)  # noqa: S101 - the act says so
        one = N_("{number} e-invoice is in the folder. Mark it as received when the operator tells so.")
        many = N_("{number} e-invoices are in the folder. Mark them as received when the operator tells so.")
        words = [self.texts.count(one, many, made), *(self._left(*each) for each in left[:MOST_NAMED])]
        self.notice = Notice("\n".join(words), Tone.ATTENTION if left else Tone.READY)
        self.load()

    def _left(self, invoice: InvoiceId, problems: tuple[Problem, ...]) -> str:
        going = self._going(invoice)
        number = str(going.head.number) if going is not None else ""
        return self.texts.say(
            N_("Not sent: {number}. {why}"), number=number, why=missing(problems, self.texts)
        )

    def refused(self, refused: Refused, form: Refusable | None = None) -> None:
        """Show a refusal; nothing is under way any more."""
        self.at_once.over()
        super().refused(refused, form)

    # --- again, and receipts

    @property
    def can_send_again(self) -> bool:
        """Whether the open invoice has gone and may go once more."""
        gone = self.card.going is not None and not self.card.going.waits
        return gone and bool(self.folder) and not self.busy and self.may(Permission.ISSUE_INVOICES)

    def send_again(self) -> None:
        """Send the open invoice once more, for the reason that is written."""
        going, values = self.card.going, self.card.form.parsed()
        if going is not None and values is not None and self.can_send_again:
            put = Outbox(Path(self.folder)).put
            wanted, reason = (going.head.id,), values["reason"]
            ask = SendEInvoices(invoices=wanted, texts_in=CatalogueTexts, put=put, reason=reason)
            self.act(send_e_invoices, ask, done=self._sent, form=self.card.form)

    def mark_received(self) -> None:
        """The operator told that the chosen ones came through."""
        if self.can_do and self.shown is Shown.SENT:
            sent = [one.last for one in self.chosen]
            ask = TellReceived(
                sendings=tuple((one.id, one.version) for one in sent if one is not None),
                on=self.door.today(),
            )
            self.act(tell_received, ask, done=self._told)

    def _told(self, done: Done) -> None:
        self.ticks.none()
        number = done.facts["number"]
        assert isinstance(number, int)  # noqa: S101 - the act says so
        words = self.texts.count(
            N_("{number} e-invoice was marked as received."),
            N_("{number} e-invoices were marked as received."),
            number,
        )
        self.notice = Notice(words, Tone.READY)
        self.load()

    @property
    def has_sent(self) -> bool:
        """Whether anything has gone."""
        return self.facts is not None and any(one.sendings for one in self.facts.going)

    def list_file(self) -> tuple[str, bytes]:
        """The list of all that has gone: file name and bytes."""
        assert self.facts is not None  # noqa: S101 - asked for only when something has gone
        return f"{self.texts.say(N_('e-invoices-sent'))}.csv", receipt_list(self.facts, self.texts)
