"""What is typed in a draft invoice: it stays in sight, and waits when the draft is left; no Qt."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from subcontract.ids import DraftId, InvoiceLineId
from subcontract.invoicing.records import Draft, InvoiceLine
from subcontract.invoicing.totals import LineAmounts, line_net
from subcontract.jobs.customer import Customer, CustomerKind
from subcontract.money import Money
from subcontract.problems import Refused
from subcontract.words import N_, Texts
from ui import entry
from ui.presenters.base import Door, Notice, Presenter
from ui.presenters.forms.form import FormPresenter
from ui.presenters.invoices.drafts.draft_fields import FIELDS, LINES, VAT_WORDS, ground_written, values_of
from ui.presenters.tables.table import Row, TablePresenter
from ui.presenters.tone import Tone
from ui.presenters.working import price_text
from ui.problem_sentences import explain

Cell = tuple[InvoiceLineId, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waiting:
    """What was typed in a draft that was left before it could be saved."""

    customer: str
    form: dict[str, str]
    picked: dict[str, Any]
    texts: dict[InvoiceLineId, str]
    discounts: dict[InvoiceLineId, Decimal]
    unread: dict[Cell, str]


class DraftTyping(Presenter):
    """The texts, discounts and lines of a draft, as stored and as typed."""

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start without a draft."""
        super().__init__(door, texts)
        self.draft: Draft | None = None
        self.customer: Customer | None = None
        self.table = TablePresenter(LINES, texts, name=N_("Lines of the invoice"))
        self.table.count_words = (N_("{number} line"), N_("{number} lines"))
        self.table.on_edit = self._edit_line
        self.table.on_select = lambda _row: self.tell()
        self.form = FormPresenter(FIELDS, texts, door.today, name=N_("Texts of the invoice"))
        self.form.on_change = self._typed
        self.texts_typed: dict[InvoiceLineId, str] = {}
        self.discounts: dict[InvoiceLineId, Decimal] = {}
        self.problems: dict[Cell, str] = {}
        self._unread: dict[Cell, str] = {}
        """What was typed in the cells that have a problem: it stays in sight."""
        self._waiting: dict[DraftId, _Waiting] = {}

    def _typed(self, name: str) -> None:
        """A field changed: a chosen ground of exemption writes its sentence."""
        if name == "exemption_code" and self.customer is not None:
            ground = ground_written(self.form, self.customer.language)
            if ground is not None:
                self.form.type("exemption", ground)
        self.tell()

    @property
    def dirty(self) -> bool:
        """Whether something typed has not been saved."""
        return self.form.dirty or bool(self.texts_typed or self.discounts or self.problems)

    # --- leaving

    def show_stored(self, draft: Draft) -> None:
        """Show a draft as it is stored, and over it what was left waiting in it."""
        self.texts_typed, self.discounts, self.problems, self._unread = {}, {}, {}, {}
        self.form.load(values_of(draft))
        waiting = self._waiting.pop(draft.id, None)
        if waiting is not None:
            self._take_back(waiting)
        self._show_lines()

    def _take_back(self, waiting: _Waiting) -> None:
        """Type again what waited; a line that is gone meanwhile takes its own with it."""
        self.form.typed.update(waiting.form)
        self.form.picked.update(waiting.picked)
        self.form.parsed()
        there = {line.id for line in self.draft.lines} if self.draft else set()
        self.texts_typed = {line: text for line, text in waiting.texts.items() if line in there}
        self.discounts = {line: share for line, share in waiting.discounts.items() if line in there}
        for (line, key), text in waiting.unread.items():
            if line in there:
                self._type_cell(line, key, text)

    def put_aside(self) -> None:
        """Let what has been typed wait until the draft is opened again."""
        if self.draft is not None and self.dirty:
            self._waiting[self.draft.id] = _Waiting(
                customer=self.customer.name if self.customer else "",
                form=dict(self.form.typed),
                picked=dict(self.form.picked),
                texts=dict(self.texts_typed),
                discounts=dict(self.discounts),
                unread={cell: self._unread[cell] for cell in self.problems},
            )

    def forget(self, draft: DraftId) -> None:
        """Nothing waits in a draft that is gone."""
        self._waiting.pop(draft, None)

    @property
    def waiting(self) -> Notice | None:
        """Which drafts have text that could not be saved."""
        names = ", ".join(sorted({waiting.customer for waiting in self._waiting.values()}))
        sentence = N_("Not saved yet: draft invoice, {names}. What was typed waits in the draft.")
        return Notice(self.texts.say(sentence, names=names), Tone.ATTENTION) if names else None

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
        if line is not None:
            self._type_cell(line.id, key, text)
            self._show_lines()

    def _type_cell(self, line: InvoiceLineId, key: str, text: str) -> None:
        self.problems.pop((line, key), None)
        try:
            if key == "text":
                self.texts_typed[line] = entry.clean(text, key)
            else:
                self.discounts[line] = (
                    entry.percent(text, "discount", most=Decimal(100)) if text.strip() else Decimal(0)
                )
        except Refused as refused:
            self.problems[line, key] = explain(refused.problems[0], self.texts)
            self._unread[line, key] = text
