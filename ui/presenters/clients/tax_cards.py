"""A client's tax cards: two percentages, the limit of income, and days of validity; no Qt."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from subcontract import ids
from subcontract.actions.act import Kind, Permission
from subcontract.actions.save_tax_card import RemoveTaxCard, SaveTaxCard, remove_tax_card, save_tax_card
from subcontract.days import DateRange
from subcontract.ids import ClientId, TaxCardId
from subcontract.people.tax_card import TaxCard
from subcontract.ports import Lists
from subcontract.problems import Code, Refused
from subcontract.words import N_, Texts
from ui.presenters.base import ActionFunction, Door, Notice, Refusable
from ui.presenters.forms.days_fields import FROM, days_of, until, values_of_days
from ui.presenters.forms.fields import FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.registers.of_client import OfClientPresenter
from ui.presenters.tables.table import CellKind, Column, Empty, Row, TablePresenter
from ui.presenters.tone import Tone

HUNDRED = Decimal(100)
COLUMNS = (
    Column(key="first", title=N_("From"), kind=CellKind.DATE, worth=9),
    Column(key="last", title=N_("Until"), kind=CellKind.DATE),
    Column(key="base", title=N_("Base %"), kind=CellKind.NUMBER, places=1),
    Column(key="additional", title=N_("Additional %"), kind=CellKind.NUMBER, places=1),
    Column(key="limit", title=N_("Limit of income"), kind=CellKind.MONEY, grows=True),
)
FIELDS = (
    FROM,
    until(
        required=True,
        help=N_("A card holds to the end of its year. A revised card is a new card from its own day on."),
    ),
    FieldSpec(name="base", label=N_("Base percentage"), kind=FieldKind.PERCENT, required=True, most=HUNDRED),
    FieldSpec(
        name="additional",
        label=N_("Additional percentage"),
        kind=FieldKind.PERCENT,
        required=True,
        most=HUNDRED,
    ),
    FieldSpec(
        name="limit",
        label=N_("Limit of income"),
        kind=FieldKind.MONEY,
        required=True,
        help=N_("Income of the card's days up to which the base percentage is withheld."),
    ),
    FieldSpec(
        name="received_on",
        label=N_("Card received on"),
        kind=FieldKind.DATE,
    ),
    FieldSpec(
        name="identity_code",
        label=N_("Identity code on the card"),
        kind=FieldKind.IDENTITY_CODE,
        help=N_("Compared with the client's own, so that nobody gets another's card. It is not kept here."),
    ),
)
PLAIN = ("base", "additional", "limit", "received_on")


class TaxCardsPresenter(OfClientPresenter[TaxCard, tuple[TaxCard, ...]]):
    """The cards of the client whose page is open."""

    depends_on = frozenset({Kind.TAX_CARDS})
    new_words = N_("New tax card")
    may_edit = Permission.EDIT_TAX_CARDS

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nobody's cards."""
        empty = Empty(
            picture="document",
            sentence=N_(
                "No tax card. Without one a high fixed percentage is withheld from wages; "
                "an allowance needs no card."
            ),
            button=N_("New tax card"),
            command=self.start_new,
        )
        table = TablePresenter(COLUMNS, texts, name=N_("Tax cards"), empty=empty)
        table.count_words = (N_("{number} tax card"), N_("{number} tax cards"))
        table.sort_by("first", descending=True)
        super().__init__(door, texts, table, FormPresenter(FIELDS, texts, door.today, name=N_("Tax card")))
        self._code = ""

    def read(self, lists: Lists, client: ClientId) -> tuple[TaxCard, ...]:
        """The client's cards."""
        return lists.pay.tax_cards.where(client=client)

    def take(self, answer: tuple[TaxCard, ...]) -> tuple[Iterable[TaxCard], Iterable[Row]]:
        """A row of each."""
        return answer, map(_row, answer)

    def name_of(self, record: TaxCard) -> str:
        """By the day from which it holds."""
        return self.texts.say(N_("Tax card from {day}"), day=record.days.first)

    def new_record(self) -> TaxCard:
        """A card from today to the end of the year."""
        today = self.door.today()
        client = self.client.id if self.client else ClientId(ids.new())
        return TaxCard(
            id=TaxCardId(ids.new()),
            client=client,
            days=DateRange(today, today.replace(month=12, day=31)),
            base=Decimal(0),
            additional=Decimal(0),
        )

    def values_of(self, record: TaxCard) -> dict[str, object]:
        """The form's values; nothing is guessed of a new card but its days."""
        kept = {} if record.id not in self.records else {name: getattr(record, name) for name in PLAIN}
        return {**values_of_days(record.days), **kept}

    def record_of(self, values: dict[str, Any], lines: dict[str, list[dict[str, Any]]]) -> TaxCard:  # noqa: ARG002
        """The open card with what stands in the form."""
        self._code = values["identity_code"]
        return replace(
            self.current or self.new_record(),
            days=days_of(values),
            **{name: values[name] for name in PLAIN},
        )

    def save_ask(self, record: TaxCard) -> tuple[ActionFunction, object]:
        """How a card is saved."""
        return save_tax_card, SaveTaxCard(card=record, identity_code=self._code)

    def refused(self, refused: Refused, form: Refusable | None = None) -> None:
        """As everywhere; a card that has been used stays, and it is said what is done in its place."""
        super().refused(refused, form)
        if any(problem.code is Code.IN_USE for problem in refused.problems):
            said = N_(
                "Tax has been withheld by this card, so it stays as it was. A revised card is a new card "
                "from its own day on."
            )
            self.notice = Notice(self.texts.say(said), Tone.WRONG)
            self.tell()

    def remove_ask(self, record: TaxCard) -> tuple[ActionFunction, object]:
        """How a card is taken away."""
        return remove_tax_card, RemoveTaxCard(card=record.id)


def _row(card: TaxCard) -> Row:
    cells = {"first": card.days.first, "last": card.days.last, "base": card.base}
    return Row(id=card.id, cells={**cells, "additional": card.additional, "limit": card.limit})
