"""Placing a booking: the open invoices, and how much of it goes to each; no Qt."""

from collections.abc import Hashable, Iterable

from subcontract.actions.act import Permission
from subcontract.actions.match_bookings import MatchBookings, Placing
from subcontract.ids import InvoiceId
from subcontract.invoicing.bank.payables import EURO, Part, Payable
from subcontract.money import ZERO, Money, total
from subcontract.problems import Code, Refused, refuse
from subcontract.words import N_
from ui import entry
from ui.presenters.invoices.bank.bank_reading import BankFacts, Waiting
from ui.presenters.invoices.bank.bank_words import NO_PLACE, PLACE_COLUMNS, about, heading_of, why
from ui.presenters.owner import Owner
from ui.presenters.tables.table import Row, TablePresenter
from ui.presenters.tone import Tone
from ui.presenters.working import Step
from ui.problem_sentences import explain


class BookingPlaces:
    """The invoices to which the selected booking may go."""

    def __init__(self, page: Owner) -> None:
        """Belong to the page of payments."""
        self._page = page
        self.waiting: Waiting | None = None
        self._facts: BankFacts | None = None
        self._amounts: dict[InvoiceId, Money] = {}
        self._wrong: dict[InvoiceId, str] = {}
        self._unread: dict[InvoiceId, str] = {}
        self.table = TablePresenter(
            PLACE_COLUMNS, page.texts, name=N_("Invoices to place it on"), empty=NO_PLACE
        )
        self.table.count_words = (N_("{number} invoice"), N_("{number} invoices"))
        self.table.on_edit = self._edit
        self.table.on_open = self.fill_in

    def show(self, facts: BankFacts, waiting: Waiting | None) -> None:
        """Show where a booking would go; what was typed stays while the same one is shown."""
        same = self.waiting is not None and waiting is not None and self._same(self.waiting, waiting)
        self._facts, self.waiting = facts, waiting
        if not same:
            parts = waiting.match.parts if waiting is not None and waiting.match is not None else ()
            self._amounts = {part.invoice: part.amount for part in parts}
            self._wrong, self._unread = {}, {}
            self.table.filter = ""
        self._amounts = {one: amount for one, amount in self._amounts.items() if one in facts.payables}
        self._set_rows()

    @staticmethod
    def _same(one: Waiting, other: Waiting) -> bool:
        return (one.booking.id, one.left, one.match) == (other.booking.id, other.left, other.match)

    def _set_rows(self) -> None:
        self.table.set_rows(map(self._row, self._candidates()))

    def _candidates(self) -> Iterable[Payable]:
        """Proposed ones first, then those with something open, or to be given back, the newest first."""
        facts, waiting = self._facts, self.waiting
        if facts is None or waiting is None:
            return ()
        proposed = {part.invoice for part in waiting.match.parts} if waiting.match else set()
        out = waiting.left < ZERO
        shown = [
            one
            for one in facts.payables.values()
            if one.id in self._amounts or one.id in proposed or (one.paid > ZERO if out else one.left > ZERO)
        ]
        return sorted(shown, key=lambda one: (one.id not in proposed, -one.number))

    def _row(self, one: Payable) -> Row:
        now: object = self._amounts.get(one.id)
        wrong = {}
        if one.id in self._wrong:
            now, wrong = self._unread[one.id], {"now": self._wrong[one.id]}
        cells = {"number": str(one.number), "customer": one.name, "left": one.left, "now": now}
        tone = Tone.READY if one.id in self._amounts else Tone.NONE
        return Row(
            id=one.id,
            cells=cells,
            tone=tone,
            search=one.reference,
            problems=wrong,
            sort={"number": one.number},
        )

    # --- what is shown

    @property
    def heading(self) -> str:
        """The payer and the amount."""
        return heading_of(self.waiting, self._page.texts) if self.waiting else ""

    @property
    def about(self) -> str:
        """The bank's other words."""
        return about(self.waiting, self._page.texts) if self.waiting else ""

    @property
    def steps(self) -> tuple[Step, ...]:
        """Why it would go where it is proposed."""
        if self.waiting is None or self._facts is None:
            return ()
        return why(self.waiting, self._facts.payables, self._page.texts)

    @property
    def placed_now(self) -> Money:
        """What would be placed."""
        return total(self._amounts.values())

    @property
    def rest(self) -> Money:
        """What would be left of a booking in euros."""
        waiting = self.waiting
        if waiting is None or waiting.booking.currency != EURO:
            return ZERO
        return waiting.left - self.placed_now

    # --- typing

    def _edit(self, row: Hashable, _key: str, text: str) -> None:
        """An amount was typed beside an invoice; nothing typed takes it away."""
        facts, waiting = self._facts, self.waiting
        one = next((p for p in facts.payables.values() if p.id == row), None) if facts else None
        if one is None or waiting is None:
            return
        self._wrong.pop(one.id, None)
        self._amounts.pop(one.id, None)
        try:
            amount = entry.money(text, "now", least=None) if text.strip() else ZERO
            self._must_fit(waiting, amount)
        except Refused as refused:
            self._wrong[one.id] = explain(refused.problems[0], self._page.texts)
            self._unread[one.id] = text
        else:
            if amount:
                self._amounts[one.id] = amount
        self._set_rows()
        self._page.tell()

    def _must_fit(self, waiting: Waiting, amount: Money) -> None:
        """At most what is left of the booking besides what is typed elsewhere."""
        left = waiting.left - self.placed_now
        if amount and (amount < ZERO) is not (waiting.left < ZERO):
            raise refuse(Code.BOOKING_OTHER_WAY, "now")
        if waiting.booking.currency == EURO and abs(amount) > abs(left):
            raise refuse(Code.MORE_THAN_LEFT, "now", left=left)

    def fill_in(self, row: Hashable) -> None:
        """Put on an invoice as much as is open of it and left of the booking; once more takes it away."""
        facts, waiting = self._facts, self.waiting
        one = next((p for p in facts.payables.values() if p.id == row), None) if facts else None
        if one is None or waiting is None:
            return
        self._wrong.pop(one.id, None)
        if self._amounts.pop(one.id, None) is None:
            left = waiting.left - self.placed_now
            foreign = waiting.booking.currency != EURO
            amount = one.left if foreign else min(left, one.left) if one.left > ZERO < left else left
            if amount:
                self._amounts[one.id] = amount
        self._set_rows()
        self._page.tell()

    # --- placing

    @property
    def can_place(self) -> bool:
        """Whether something is ready to be placed."""
        page = self._page
        allowed = page.may(Permission.RECORD_PAYMENTS) and not page.busy
        return self.waiting is not None and bool(self._amounts) and not self._wrong and allowed

    @property
    def verb(self) -> str:
        """What the primary button does."""
        texts, facts = self._page.texts, self._facts
        if facts is None or not self._amounts:
            return texts.say(N_("Place on an invoice"))
        amount = abs(self.placed_now)
        if len(self._amounts) > 1:
            return texts.count(
                N_("Place {amount} on {number} invoice"),
                N_("Place {amount} on {number} invoices"),
                len(self._amounts),
                amount=amount,
            )
        number = str(facts.payables[next(iter(self._amounts))].number)
        return texts.say(N_("Place {amount} on invoice {number}"), amount=amount, number=number)

    @property
    def ask(self) -> MatchBookings | None:
        """What would be placed."""
        if self.waiting is None or not self._amounts:
            return None
        parts = tuple(Part(invoice=one, amount=amount) for one, amount in self._amounts.items())
        return MatchBookings(placings=(Placing(booking=self.waiting.booking.id, parts=parts),))
