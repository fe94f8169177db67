"""A draft invoice: its texts, discounts and lines, and what it comes to; no Qt."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from decimal import Decimal

from subcontract.actions.act import Done, Permission
from subcontract.actions.discard_draft import DiscardDraft, discard_draft
from subcontract.actions.edit_draft import DraftLineEdit, EditDraft, edit_draft
from subcontract.actions.issue_invoice import IssueInvoice, issue_invoice
from subcontract.ids import DraftId, InvoiceLineId
from subcontract.invoicing.issuing import EXEMPT, totals_of
from subcontract.invoicing.records import Draft, InvoiceLine
from subcontract.invoicing.totals import LineAmounts, Totals, line_net
from subcontract.jobs.customer import Customer, CustomerKind
from subcontract.money import Money
from subcontract.people.unit import Unit
from subcontract.ports import Lists
from subcontract.problems import Problem, Refused
from subcontract.words import N_, Texts
from ui import entry
from ui.presenters.base import Door, Presenter
from ui.presenters.draft_fields import FIELDS, LINES, VAT_WORDS
from ui.presenters.form import FormPresenter
from ui.presenters.table import Row, TablePresenter
from ui.presenters.working import Step, price_text, steps_of_invoice
from ui.problem_sentences import explain
from ui.texts import CatalogueTexts


class DraftPage(Presenter):
    """The draft that is open. Texts are kept as typed until they are saved; issuing saves them first."""

    def __init__(
        self, door: Door, texts: Texts, issued: Callable[[Done], None], closed: Callable[[], None]
    ) -> None:
        """``issued`` is called with a new invoice, ``closed`` when the draft is gone."""
        super().__init__(door, texts)
        self.draft: Draft | None = None
        self.wanted: DraftId | None = None
        self.customer: Customer | None = None
        self.unit: Unit | None = None
        self._issued, self._closed = issued, closed
        self.table = TablePresenter(LINES, texts, name=N_("Lines of the invoice"))
        self.table.count_words = (N_("{number} line"), N_("{number} lines"))
        self.table.on_edit = self._edit_line
        self.table.on_select = lambda _row: self.tell()
        self.form = FormPresenter(FIELDS, texts, door.today, name=N_("Texts of the invoice"))
        self.form.on_change = lambda _name: self.tell()
        self.texts_typed: dict[InvoiceLineId, str] = {}
        self.discounts: dict[InvoiceLineId, Decimal] = {}
        self.problems: dict[tuple[InvoiceLineId, str], str] = {}
        self._unread: dict[tuple[InvoiceLineId, str], str] = {}
        """What was typed in the cells that have a problem: it stays in sight."""

    # --- reading

    def open(self, draft: DraftId) -> None:
        """Show a draft."""

        def read(lists: Lists) -> tuple[Draft, Customer, Unit] | None:
            found = lists.drafts.find(draft)
            if found is None:
                return None
            return found, lists.customers.get(found.customer), lists.units.get(found.unit)

        self.wanted = draft
        self.door.ask(read, lambda answer: self._fill(draft, answer))

    def reopen(self) -> None:
        """Read the open draft again, unless somebody is writing in it."""
        if self.wanted is not None and not self.dirty:
            self.open(self.wanted)

    def _fill(self, of: DraftId, answer: tuple[Draft, Customer, Unit] | None) -> None:
        """Show what was read, unless another draft has been opened meanwhile."""
        if of != self.wanted:
            return
        if answer is None:
            self.close()
            self._closed()
            return
        self.draft, self.customer, self.unit = answer
        self.texts_typed, self.discounts, self.problems, self._unread = {}, {}, {}, {}
        self.form.load(
            {
                name: getattr(self.draft, name)
                for name in ("order_number", "buyer_reference", "note", "exemption")
            }
        )
        exempt = any(line.vat == EXEMPT for line in self.draft.lines)
        self.form.hidden = set() if exempt and self.unit.vat_registered else {"exemption"}
        self._show_lines()

    def close(self) -> None:
        """Nothing is open."""
        self.draft = self.wanted = None

    @property
    def dirty(self) -> bool:
        """Whether something typed has not been saved."""
        return self.form.dirty or bool(self.texts_typed or self.discounts or self.problems)

    # --- lines

    @property
    def lines(self) -> tuple[InvoiceLine, ...]:
        """The lines as they would be saved."""
        return tuple(self._typed_line(line) for line in self.draft.lines) if self.draft else ()

    def _typed_line(self, line: InvoiceLine) -> InvoiceLine:
        discount = self.discounts.get(line.id, line.discount)
        amounts = LineAmounts(
            quantity=line.quantity, unit_price=line.unit_price, discount=discount, vat=line.vat
        )
        text = self.texts_typed.get(line.id, line.text)
        return replace(line, text=text, discount=discount, net=line_net(amounts))

    def _show_lines(self) -> None:
        self.table.set_rows(self._row(line) for line in self.lines)
        self.tell()

    def _row(self, line: InvoiceLine) -> Row:
        first, last = line.supplied.first, line.supplied.last
        days = self.texts.day(first) if first == last else f"{self.texts.day(first)}–{self.texts.day(last)}"
        cells: dict[str, object] = {
            "text": line.text,
            "days": days,
            "quantity": line.quantity,
            "unit": line.unit,
            "price": price_text(line.unit_price, self.texts),
            "discount": line.discount or None,
            "vat": self._vat(line.vat),
            "net": line.net,
            "gross": self._gross(line),
        }
        wrong = {key: words for (of, key), words in self.problems.items() if of == line.id}
        cells |= {key: self._unread[line.id, key] for key in wrong}
        return Row(id=line.id, cells=cells, problems=wrong)

    def _vat(self, vat: str) -> str:
        return self.texts.say(VAT_WORDS[vat]) if vat in VAT_WORDS else self.texts.percent(Decimal(vat))

    def _gross(self, line: InvoiceLine) -> Money | None:
        """A household sees prices with VAT; for others the column stays empty."""
        if not self.is_household or line.vat in VAT_WORDS:
            return None
        return line.net + line.net.percent(Decimal(line.vat))

    @property
    def is_household(self) -> bool:
        """Whether the buyer is a consumer."""
        return self.customer is not None and self.customer.kind is CustomerKind.HOUSEHOLD

    def _edit_line(self, row: Hashable, key: str, text: str) -> None:
        """A text or a discount was typed in a line."""
        line = next((one for one in self.lines if one.id == row), None)
        if line is None:
            return
        self.problems.pop((line.id, key), None)
        try:
            if key == "text":
                self.texts_typed[line.id] = entry.clean(text, key)
            else:
                self.discounts[line.id] = (
                    entry.percent(text, "discount", most=Decimal(100)) if text.strip() else Decimal(0)
                )
        except Refused as refused:
            self.problems[line.id, key] = explain(refused.problems[0], self.texts)
            self._unread[line.id, key] = text
        self._show_lines()

    # --- what it comes to

    @property
    def totals(self) -> Totals | None:
        """The sums as they would be issued."""
        return totals_of(self.lines) if self.lines else None

    @property
    def steps(self) -> tuple[Step, ...]:
        """How the total comes about."""
        totals = self.totals
        return steps_of_invoice(self.lines, totals.vat, self.texts) if totals else ()

    @property
    def total(self) -> Money:
        """What the customer would pay."""
        return self.totals.total if self.totals else Money(0)

    @property
    def heading(self) -> str:
        """What stands above the draft."""
        name = self.customer.name if self.customer else ""
        return self.texts.say(N_("Draft invoice: {customer}"), customer=name)

    @property
    def verb(self) -> str:
        """What the primary button does."""
        return self.texts.say(N_("Issue invoice, {total}"), total=self.total)

    @property
    def question(self) -> str:
        """The question before issuing, which cannot be undone."""
        name = self.customer.name if self.customer else ""
        sentence = N_("Issue the invoice to {customer}, {total}? After this it can only be credited.")
        return self.texts.say(sentence, customer=name, total=self.total)

    @property
    def can_edit(self) -> bool:
        """Whether the draft can be edited now."""
        return self.draft is not None and self.may(Permission.EDIT_INVOICES) and not self.busy

    @property
    def can_issue(self) -> bool:
        """Whether the draft can be issued now."""
        return (
            self.draft is not None
            and not self.problems
            and self.may(Permission.ISSUE_INVOICES)
            and not self.busy
        )

    # --- what can be done

    def save(self, then: Callable[[Done], None] | None = None) -> None:
        """Save the texts and discounts."""
        values = self.form.parsed()
        if self.draft is not None and values is not None and not self.problems:
            self.act(edit_draft, self._ask(values), done=then or self._saved, form=self)
        else:
            self.tell()

    def _ask(self, values: dict[str, str], removed: frozenset[InvoiceLineId] = frozenset()) -> EditDraft:
        assert self.draft is not None  # noqa: S101 - the callers have looked
        edits = tuple(
            DraftLineEdit(line=line.id, text=line.text, discount=line.discount) for line in self.lines
        )
        return EditDraft(
            draft=self.draft.id, version=self.draft.version, lines=edits, removed=removed, **values
        )

    def _saved(self, _done: Done) -> None:
        if self.draft is not None:
            self.open(self.draft.id)

    def remove_line(self) -> None:
        """Leave the selected line out; its work is free again."""
        values = self.form.parsed()
        chosen = next((line.id for line in self.lines if line.id == self.table.selected), None)
        if chosen is not None and values is not None and self.can_edit:
            self.act(edit_draft, self._ask(values, frozenset({chosen})), done=self._saved, form=self)

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Show problems beside the form's fields; the rest above."""
        return self.form.refuse(refused)

    def issue(self) -> None:
        """Issue the invoice; what has been typed is saved first."""
        if self.draft is None or not self.can_issue:
            return
        if self.dirty:
            self.save(then=self._issue_saved)
        else:
            self._issue(self.draft.version)

    def _issue_saved(self, _done: Done) -> None:
        if self.draft is not None:
            self._issue(self.draft.version + 1)

    def _issue(self, version: int) -> None:
        assert self.draft is not None  # noqa: S101 - the callers have looked
        ask = IssueInvoice(draft=self.draft.id, version=version, texts_in=CatalogueTexts)
        self.act(issue_invoice, ask, done=self._issued)

    def discard(self) -> None:
        """Throw the draft away; undo brings it back."""
        if self.draft is not None and self.can_edit:
            ask = DiscardDraft(draft=self.draft.id, version=self.draft.version)
            self.act(discard_draft, ask, done=lambda _done: self._closed())
