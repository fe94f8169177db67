"""Crediting an issued invoice whole, by line or by a sum; replacing it; taking a credit note back; no Qt."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any

from subcontract.actions.act import Done, Permission
from subcontract.actions.credit_invoice import CreditInvoice, credit_invoice
from subcontract.actions.replace_invoice import ReplaceInvoice, replace_invoice
from subcontract.actions.take_note_back import TakeNoteBack, take_note_back
from subcontract.ids import InvoiceLineId
from subcontract.invoicing.credits.credit_sharing import spread, spread_with_vat
from subcontract.invoicing.credits.crediting import CreditLine, is_more, left, totals_of_note
from subcontract.invoicing.records import Invoice, InvoiceKind, InvoiceLine
from subcontract.money import ZERO, Money
from subcontract.problems import Code, Refused, refuse
from subcontract.words import N_, Texts
from ui import entry
from ui.presenters.base import Door, Presenter
from ui.presenters.forms.form import FormPresenter
from ui.presenters.invoices.ways import COLUMNS, EXPLAINED, FIELDS, QUESTIONS, SHARING, VERBS, Way
from ui.presenters.tables.table import Row, TablePresenter
from ui.problem_sentences import explain
from ui.texts import CatalogueTexts


class Crediting(Presenter):
    """The invoice that is open, and what is being credited of it or charged again."""

    def __init__(
        self,
        door: Door,
        texts: Texts,
        credited: Callable[[Done], None],
        replaced: Callable[[Done], None],
    ) -> None:
        """``credited`` is called with each new note or invoice, ``replaced`` with each new draft."""
        super().__init__(door, texts)
        self.invoice: Invoice | None = None
        self.notes: tuple[Invoice, ...] = ()
        """Credit notes of the invoice that is open."""
        self.taken_by: tuple[Invoice, ...] = ()
        """The invoice that takes the open credit note back."""
        self.way: Way | None = None
        self._credited, self._replaced = credited, replaced
        self._amounts: dict[InvoiceLineId, Money] = {}
        self._wrong: dict[InvoiceLineId, str] = {}
        self._unread: dict[InvoiceLineId, str] = {}
        """What was typed in the cells that are wrong: it stays in sight."""
        self.table = TablePresenter(COLUMNS, texts, name=N_("Lines to credit"))
        self.table.count_words = (N_("{number} line"), N_("{number} lines"))
        self.table.on_edit = self._edit
        self.form = FormPresenter(FIELDS, texts, door.today, name=N_("Credit note"))
        self.form.on_change = self._typed

    # --- what can be done

    @property
    def is_crediting(self) -> bool:
        """Whether something is being credited, replaced or charged again."""
        return self.way is not None

    @property
    def can_credit(self) -> bool:
        """Whether something is left that this person may credit."""
        invoice = self.invoice
        return (
            invoice is not None
            and invoice.kind is InvoiceKind.INVOICE
            and any(left(invoice, self.notes).values())
            and self.may(Permission.ISSUE_INVOICES)
            and not self.busy
        )

    @property
    def can_replace(self) -> bool:
        """Whether the open invoice can be replaced by another."""
        first = self.invoice is not None and self.invoice.original is None
        return first and self.can_credit and self.may(Permission.EDIT_INVOICES)

    @property
    def can_take_back(self) -> bool:
        """Whether the open credit note can be taken back."""
        note = self.invoice
        return (
            note is not None
            and note.kind is InvoiceKind.CREDIT_NOTE
            and not self.taken_by
            and not any(line.entries for line in note.lines)
            and self.may(Permission.ISSUE_INVOICES)
            and not self.busy
        )

    # --- beginning and giving up

    def start_credit(self) -> None:
        """Begin a credit note of everything that is left."""
        if self.can_credit:
            self._start(Way.CREDIT)

    def start_replacing(self) -> None:
        """Begin a credit note of everything that is left, with a draft in its place."""
        if self.can_replace:
            self._start(Way.REPLACE)

    def start_taking_back(self) -> None:
        """Begin an invoice that takes the open credit note back."""
        if self.can_take_back:
            self._start(Way.TAKE_BACK)

    def _start(self, way: Way) -> None:
        assert self.invoice is not None  # noqa: S101 - asked by the callers
        self.way, self.notice = way, None
        rest = left(self.invoice, self.notes if way is not Way.TAKE_BACK else ())
        self._amounts = {line: amount for line, amount in rest.items() if amount}
        self._wrong = {}
        self.form.hidden = set() if way is Way.CREDIT and len(rest) > 1 else set(SHARING)
        self.form.load({})
        self._show_lines()

    def stop_credit(self) -> None:
        """Give it up."""
        self.way = None
        self.tell()

    @property
    def explained(self) -> str:
        """What will happen."""
        return self.texts.say(EXPLAINED[self.way]) if self.way else ""

    # --- the lines

    def _show_lines(self) -> None:
        if self.invoice is not None:
            rest = left(self.invoice, self.notes if self.way is not Way.TAKE_BACK else ())
            self.table.set_rows(self._row(line, rest[line.id]) for line in self.invoice.lines)
        self.tell()

    def _row(self, line: InvoiceLine, rest: Money) -> Row:
        cells = {
            "text": line.text,
            "net": line.net,
            "left": rest,
            "credit": self._unread[line.id] if line.id in self._wrong else self._amounts.get(line.id, ZERO),
        }
        wrong = {"credit": self._wrong[line.id]} if line.id in self._wrong else {}
        return Row(id=line.id, cells=cells, problems=wrong)

    def _edit(self, row: Hashable, _key: str, text: str) -> None:
        """An amount to credit was typed."""
        line = next((one for one in self.invoice.lines if one.id == row), None) if self.invoice else None
        if line is None or self.invoice is None or self.way is not Way.CREDIT:
            return
        rest = left(self.invoice, self.notes)[line.id]
        self._wrong.pop(line.id, None)
        try:
            amount = entry.money(text, "credit") if text.strip() else ZERO
            if amount and is_more(amount, rest):
                raise refuse(Code.MORE_THAN_LEFT, "credit", left=rest)
            self._amounts[line.id] = amount
        except Refused as refused:
            self._wrong[line.id] = explain(refused.problems[0], self.texts)
            self._unread[line.id] = text
        self._show_lines()

    def _typed(self, name: str) -> None:
        """A sum was typed: share it out over the lines at once."""
        if name in SHARING and self.way is Way.CREDIT and self.invoice is not None:
            try:
                self._share_out(self.form.value("amount"), self.form.value("with_vat"))
            except Refused as refused:
                self.form.refuse(refused)
        self.tell()

    def _share_out(self, amount: Money | None, with_vat: Any) -> None:  # noqa: ANN401 - a flag of a form
        """Put the shares into the lines; a sum with VAT that cannot be met says what comes nearest."""
        assert self.invoice is not None  # noqa: S101 - asked by the caller
        rest = {line: one for line, one in left(self.invoice, self.notes).items() if one}
        if amount is None:
            self._amounts = rest
        elif with_vat:
            self._amounts = spread_with_vat(self.invoice, self.notes, amount)
            if self.credit_total != amount:
                nearest = N_("VAT is rounded once for each rate: {total} is the nearest sum below.")
                self.form.notes["amount"] = self.texts.say(nearest, total=self.credit_total)
        else:
            self._amounts = spread(rest, amount)
        self._wrong = {}
        self._show_lines()

    @property
    def credit_total(self) -> Money:
        """What the paper would come to, VAT included."""
        invoice = self.invoice
        if invoice is None:
            return ZERO
        if self.way is Way.TAKE_BACK:
            return invoice.total
        parts = [(line, self._amounts.get(line.id, ZERO)) for line in invoice.lines]
        kept = tuple(replace(line, net=amount) for line, amount in parts if amount)
        return totals_of_note(kept, self.notes).total if kept else ZERO

    # --- doing

    @property
    def credit_verb(self) -> str:
        """What the primary button does."""
        return self.texts.say(VERBS[self.way or Way.CREDIT], total=self.credit_total)

    @property
    def _is_wrong(self) -> bool:
        """Whether something typed cannot be credited."""
        return bool(self._wrong or self.form.errors)

    @property
    def can_finish(self) -> bool:
        """Whether the primary button does anything."""
        may = {Way.CREDIT: self.can_credit, Way.REPLACE: self.can_replace, Way.TAKE_BACK: self.can_take_back}
        return self.way is not None and bool(self.credit_total) and not self._is_wrong and may[self.way]

    @property
    def question(self) -> str:
        """The question before what cannot be undone."""
        number = str(self.invoice.number) if self.invoice else ""
        return self.texts.say(QUESTIONS[self.way or Way.CREDIT], number=number, total=self.credit_total)

    def credit(self) -> None:
        """Issue the credit note, or the invoice that takes one back."""
        invoice, values = self.invoice, self.form.parsed()
        if invoice is None or values is None or not self.can_finish:
            return
        match self.way:
            case Way.CREDIT:
                self._act(credit_invoice, self._credit_ask(invoice, values["note"]), self._credited)
            case Way.REPLACE:
                asked = ReplaceInvoice(
                    invoice=invoice.id,
                    texts_in=CatalogueTexts,
                    note=values["note"],
                    credited_before=len(self.notes),
                )
                self._act(replace_invoice, asked, self._replaced)
            case Way.TAKE_BACK:
                back = TakeNoteBack(note=invoice.id, texts_in=CatalogueTexts, words=values["note"])
                self._act(take_note_back, back, self._credited)

    def _act(self, action: Callable[..., Done], ask: object, after: Callable[[Done], None]) -> None:
        """Do it, then leave the page of crediting."""

        def done(done: Done) -> None:
            self.way = None
            after(done)

        self.act(action, ask, done=done, form=self.form)

    def _credit_ask(self, invoice: Invoice, note: str) -> CreditInvoice:
        """The lines to credit; none when all that is left is credited."""
        rest = {line: amount for line, amount in left(invoice, self.notes).items() if amount}
        chosen = {line: amount for line, amount in self._amounts.items() if amount}
        lines = tuple(CreditLine(line=line, amount=amount) for line, amount in chosen.items())
        return CreditInvoice(
            invoice=invoice.id,
            texts_in=CatalogueTexts,
            lines=() if chosen == rest else lines,
            note=note,
            credited_before=len(self.notes),
        )
