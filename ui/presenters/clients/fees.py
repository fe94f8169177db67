"""The agreed fees of a peer coach: an amount of an occasion or an hour, by dates; no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from subcontract import ids
from subcontract.actions.act import Kind
from subcontract.actions.agree_form_of_work import AgreeFeeOfWork, agree_fee_of_work, months_of_allowance
from subcontract.actions.save_employment import (
    RemoveFeeTerms,
    SaveFeeTerms,
    remove_fee_terms,
    save_fee_terms,
)
from subcontract.days import DateRange, Month
from subcontract.ids import ClientId, FeeTermsId
from subcontract.payout.ledgers import days_without_fee, not_paid_yet
from subcontract.people.client import Client
from subcontract.people.employment import FeeTerms
from subcontract.ports import Lists
from subcontract.problems import Problem, Refused
from subcontract.words import N_, Texts
from ui.presenters.base import ActionFunction, Door
from ui.presenters.clients.employment_reading import about_gaps
from ui.presenters.forms.days_fields import FROM, beside_first, days_of, typed_days, until, values_of_days
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.registers.of_client import OfClientPresenter
from ui.presenters.tables.table import CellKind, Column, Empty, Row, TablePresenter

PER = {False: N_("For each occasion"), True: N_("For each hour")}
COLUMNS = (
    Column(key="first", title=N_("From"), kind=CellKind.DATE, worth=9),
    Column(key="last", title=N_("Until"), kind=CellKind.DATE),
    Column(key="text", title=N_("What for"), grows=True),
    Column(key="per", title=N_("Paid")),
    Column(key="amount", title=N_("Fee"), kind=CellKind.MONEY),
)
FIELDS = (
    FROM,
    until(help=N_("Empty while no end is known. A changed fee is a new one: end the old one first.")),
    FieldSpec(name="amount", label=N_("Fee"), kind=FieldKind.MONEY, required=True),
    FieldSpec(
        name="per_hour",
        label=N_("Paid"),
        kind=FieldKind.CHOICE,
        required=True,
        choices=tuple(Choice(value=per, label=word) for per, word in PER.items()),
        help=N_("An occasion is a shift, however long. Tax is withheld of a fee as of pay."),
    ),
    FieldSpec(name="text", label=N_("What for")),
)
PLAIN = ("amount", "per_hour", "text")
NOT_FEE = N_(
    "From {first} the client's form of work is not Fee, so work would not be paid by this. "
    "Make it Fee. Single fees can also be typed as lines of a pay run."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fees:
    """A client's fees, and the client."""

    terms: tuple[FeeTerms, ...] = ()
    client: Client | None = None
    allowed: frozenset[Month] = frozenset()
    """The months of which the client has been paid allowance."""


class FeesPresenter(OfClientPresenter[FeeTerms, Fees]):
    """The fees of the client whose page is open."""

    depends_on = frozenset({Kind.EMPLOYMENTS, Kind.CLIENTS, Kind.PAY_RUNS})
    new_words = N_("New fee")

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nobody's fees."""
        empty = Empty(
            picture="coins",
            sentence=N_("No fee has been agreed. A peer coach is paid by one, without an employment."),
            button=N_("New fee"),
            command=self.start_new,
        )
        table = TablePresenter(COLUMNS, texts, name=N_("Fees"), empty=empty)
        table.count_words = (N_("{number} fee"), N_("{number} fees"))
        table.sort_by("first", descending=True)
        super().__init__(door, texts, table, FormPresenter(FIELDS, texts, door.today, name=N_("Fee")))
        self.read_last = Fees()

    def read(self, lists: Lists, client: ClientId) -> Fees:
        """The client's fees."""
        return Fees(
            terms=lists.pay.fee_terms.where(client=client),
            client=lists.clients.find(client),
            allowed=months_of_allowance(lists, client),
        )

    def take(self, answer: Fees) -> tuple[Iterable[FeeTerms], Iterable[Row]]:
        """A row of each."""
        self.read_last = answer
        return answer.terms, map(self._row, answer.terms)

    def _row(self, terms: FeeTerms) -> Row:
        cells = {
            "first": terms.days.first,
            "last": None if terms.days.is_open else terms.days.last,
            "text": terms.text,
            "per": self.texts.say(PER[terms.per_hour]),
            "amount": terms.amount,
        }
        return Row(id=terms.id, cells=cells)

    def name_of(self, record: FeeTerms) -> str:
        """By the day from which it holds."""
        return self.texts.say(N_("Fee from {day}"), day=record.days.first)

    # --- the record

    def new_record(self) -> FeeTerms:
        """A fee of each occasion from today."""
        client = self.client.id if self.client else ClientId(ids.new())
        return FeeTerms(id=FeeTermsId(ids.new()), client=client, days=DateRange(self.door.today()))

    def values_of(self, record: FeeTerms) -> dict[str, object]:
        """The form's values."""
        kept = {name: getattr(record, name) for name in PLAIN}
        return {**values_of_days(record.days), **kept, "amount": record.amount or None}

    def record_of(self, values: dict[str, Any], lines: dict[str, list[dict[str, Any]]]) -> FeeTerms:  # noqa: ARG002
        """The open fee with what stands in the form."""
        kept = {name: values[name] for name in PLAIN}
        return replace(self.current or self.new_record(), days=days_of(values), **kept)

    def save_ask(self, record: FeeTerms) -> tuple[ActionFunction, object]:
        """How a fee is saved."""
        return save_fee_terms, SaveFeeTerms(terms=record)

    def remove_ask(self, record: FeeTerms) -> tuple[ActionFunction, object]:
        """How a fee is taken away."""
        return remove_fee_terms, RemoveFeeTerms(terms=record.id)

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Show problems beside their fields: another fee on the same days at the first day."""
        return super().refuse(beside_first(refused))

    # --- whether the work is paid by it

    @property
    def about_form(self) -> str:
        """The sentence that tells from when work would not be paid by the fee, or ``""``."""
        return about_gaps(self._gaps, self.read_last.allowed, (NOT_FEE, NOT_FEE), self.texts)

    @property
    def _gaps(self) -> tuple[DateRange, ...]:
        """The days of the fee, as it stands in the form, whose work would not be paid by it."""
        client, record = self.read_last.client, self.current
        if client is None or record is None:
            return ()
        days = typed_days(self.form.readable(), record.days)
        return days_without_fee(client, replace(record, days=days))

    @property
    def can_mend_form(self) -> bool:
        """Whether days can be made fee work now: of a fee as it has been saved."""
        return self.can_remove and not self.dirty and bool(not_paid_yet(self._gaps, self.read_last.allowed))

    def mend_form(self) -> None:
        """Write "fee" into the client's forms of work for the days of the fee."""
        if self.current is not None and self.can_mend_form:
            ask = AgreeFeeOfWork(terms=self.current.id)
            self.act(agree_fee_of_work, ask, done=lambda _done: self.load())
