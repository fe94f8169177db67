"""What a client earns elsewhere, month by month, as told; no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from subcontract import ids
from subcontract.actions.act import Kind
from subcontract.actions.save_pension import (
    RemoveOutsideEarnings,
    SaveOutsideEarnings,
    remove_outside_earnings,
    save_outside_earnings,
)
from subcontract.benefits.earnings_months import pensions_in
from subcontract.benefits.records import OutsideEarnings, Pension
from subcontract.days import Month
from subcontract.ids import ClientId, OutsideEarningsId
from subcontract.money import ZERO
from subcontract.ports import Lists
from subcontract.problems import Code, Problem, Refused
from subcontract.words import N_, Texts
from ui.presenters.base import ActionFunction, Door
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.registers.of_client import OfClientPresenter
from ui.presenters.tables.table import CellKind, Column, Empty, Row, TablePresenter

BACK, ONWARDS = 24, 3
"""Months that are offered before and after the present one."""
COLUMNS = (
    Column(key="month", title=N_("Month"), kind=CellKind.MONTH),
    Column(key="source", title=N_("From where"), grows=True),
    Column(key="amount", title=N_("Earnings before tax"), kind=CellKind.MONEY, total=True),
)
FIELDS = (
    FieldSpec(name="month", label=N_("Month"), kind=FieldKind.CHOICE, required=True),
    FieldSpec(
        name="source",
        label=N_("From where"),
        help=N_("The employer or the work. Of one month and source there is one sum."),
    ),
    FieldSpec(
        name="amount",
        label=N_("Earnings before tax"),
        kind=FieldKind.MONEY,
        required=True,
        help=N_("As the client or the employer told. Counted with our pay against the earnings limit."),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideAnswer:
    """What was read of a client."""

    earnings: tuple[OutsideEarnings, ...]
    pensions: tuple[Pension, ...]


class OutsideEarningsPresenter(OfClientPresenter[OutsideEarnings, OutsideAnswer]):
    """Earnings elsewhere of the client whose page is open."""

    depends_on = frozenset({Kind.PENSIONS})
    new_words = N_("New earnings elsewhere")

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nobody's earnings."""
        empty = Empty(
            picture="coins",
            sentence=N_("No earnings elsewhere. Ask whether the client has other work, and write it down."),
            button=N_("New earnings elsewhere"),
            command=self.start_new,
        )
        table = TablePresenter(COLUMNS, texts, name=N_("Earnings elsewhere"), empty=empty)
        table.count_words = (N_("{number} month's sum"), N_("{number} months' sums"))
        table.sort_by("month", descending=True)
        self._pensions: tuple[Pension, ...] = ()
        super().__init__(
            door, texts, table, FormPresenter(FIELDS, texts, door.today, name=N_("Earnings elsewhere"))
        )
        self._offer()

    def _offer(self, also: Month | None = None) -> None:
        """Offer the months around the present one, the newest first, and that of the open record."""
        this = Month.of(self.door.today())
        months = {this.plus(number) for number in range(-BACK, ONWARDS + 1)} | ({also} if also else set())
        self.form.set_choices(
            "month",
            (Choice(value=one, label=self.texts.month(one)) for one in sorted(months, reverse=True)),
        )

    def read(self, lists: Lists, client: ClientId) -> OutsideAnswer:
        """The client's earnings elsewhere, and the pensions that they are watched for."""
        return OutsideAnswer(
            earnings=lists.pay.outside_earnings.where(client=client),
            pensions=lists.pay.pensions.where(client=client),
        )

    def take(self, answer: OutsideAnswer) -> tuple[Iterable[OutsideEarnings], Iterable[Row]]:
        """A row of each."""
        self._pensions = answer.pensions
        return answer.earnings, map(_row, answer.earnings)

    def name_of(self, record: OutsideEarnings) -> str:
        """By its month and source."""
        month = self.texts.month(record.month)
        return f"{month}, {record.source}" if record.source else month

    def new_record(self) -> OutsideEarnings:
        """Earnings of the present month."""
        client = self.client.id if self.client else ClientId(ids.new())
        return OutsideEarnings(
            id=OutsideEarningsId(ids.new()), client=client, month=Month.of(self.door.today()), amount=ZERO
        )

    def values_of(self, record: OutsideEarnings) -> dict[str, object]:
        """The form's values; of a new record the month alone."""
        self._offer(record.month)
        kept = {"source": record.source, "amount": record.amount} if record.id in self.records else {}
        return {"month": record.month, **kept}

    def record_of(
        self,
        values: dict[str, Any],
        lines: dict[str, list[dict[str, Any]]],  # noqa: ARG002
    ) -> OutsideEarnings:
        """The open record with what stands in the form."""
        return replace(self.current or self.new_record(), **values)

    def follow(self) -> None:
        """Tell of a month for which no pension is known: nothing watches its sum."""
        super().follow()
        month = self.form.picked.get("month")
        self.form.notes.pop("month", None)
        if isinstance(month, Month) and not pensions_in(self._pensions, month):
            self.form.notes["month"] = self.texts.say(
                N_("The client has no disability pension in this month, so no limit is watched.")
            )

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """A month typed twice is told beside the month."""
        placed = (
            replace(one, field="month") if one.code is Code.ALREADY_EXISTS else one
            for one in refused.problems
        )
        return super().refuse(Refused(*placed))

    def save_ask(self, record: OutsideEarnings) -> tuple[ActionFunction, object]:
        """How earnings elsewhere are saved."""
        return save_outside_earnings, SaveOutsideEarnings(earnings=record)

    def remove_ask(self, record: OutsideEarnings) -> tuple[ActionFunction, object]:
        """How they are taken away."""
        return remove_outside_earnings, RemoveOutsideEarnings(earnings=record.id)


def _row(earnings: OutsideEarnings) -> Row:
    cells = {"month": earnings.month, "source": earnings.source or None, "amount": earnings.amount}
    return Row(id=earnings.id, cells=cells)
