"""Reference rates of half-years that the program does not know, written in with their source; no Qt."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from subcontract import ids
from subcontract.actions.act import Kind, Permission
from subcontract.actions.save_invoicing_terms import (
    RemoveReferenceRate,
    SaveReferenceRate,
    remove_reference_rate,
    save_reference_rate,
)
from subcontract.days import ONE_DAY
from subcontract.ids import ReferenceRateId, StaffId, UnitId
from subcontract.invoicing.collecting.reference_rates import (
    LONGEST_SOURCE,
    MOST_RATE,
    ReferenceRate,
    half_year,
    is_known,
)
from subcontract.ports import Lists
from subcontract.words import N_, Texts
from ui.presenters.base import ActionFunction, Door
from ui.presenters.forms.fields import FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.registers.dated_register import DatedRegister
from ui.presenters.tables.table import CellKind, Column, Empty, Row, TablePresenter

FIELDS = (
    FieldSpec(
        name="first",
        label=N_("First day of the half-year"),
        kind=FieldKind.DATE,
        required=True,
        help=N_("1 January or 1 July. It is used only where the program itself does not know the rate."),
    ),
    FieldSpec(
        name="rate",
        label=N_("Reference rate"),
        kind=FieldKind.PERCENT,
        required=True,
        most=Decimal(MOST_RATE),
        help=N_(
            "The rate that the Bank of Finland tells for the half-year (Interest Act 12 §). What the act "
            "adds to it is added by the program."
        ),
    ),
    FieldSpec(
        name="source",
        label=N_("Where was it read"),
        required=True,
        max_length=LONGEST_SOURCE,
        help=N_("The notice's number, for example. It stands under Why? beside each interest."),
    ),
)
COLUMNS = (
    Column(key="first", title=N_("From"), kind=CellKind.DATE),
    Column(key="rate", title=N_("Rate %"), kind=CellKind.NUMBER),
    Column(key="source", title=N_("Where was it read"), grows=True, worth=2),
    Column(key="by", title=N_("Written by"), worth=0),
)
Read = tuple[tuple[ReferenceRate, ...], dict[StaffId, str]]


class ReferenceRatesPresenter(DatedRegister[ReferenceRate]):
    """The rates of the unit, newest first."""

    depends_on = frozenset({Kind.INVOICING_TERMS})
    new_words = N_("New reference rate")
    may_edit = Permission.EDIT_INVOICING_TERMS

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nothing read."""
        empty = Empty(
            picture="coins",
            sentence=N_(
                "No rate has been written in. The program knows the reference rate of past half-years; write "
                "a newer one here when reminders say that it is not known."
            ),
            button=N_("New reference rate"),
            command=self.start_new,
        )
        table = TablePresenter(COLUMNS, texts, name=N_("Reference rates"), empty=empty)
        table.count_words = ("", "")
        form = FormPresenter(FIELDS, texts, door.today, name=N_("Reference rate"))
        super().__init__(door, texts, table, form)

    def load(self) -> None:
        """Read the rates of the unit."""
        own = self.door.who.unit
        self.door.ask(lambda lists: _read(lists, own), self._fill)

    def _fill(self, read: Read) -> None:
        rates, names = read
        newest = sorted(rates, key=lambda one: one.first, reverse=True)
        self.fill(newest, (self._row(one, names) for one in newest))

    def _row(self, rate: ReferenceRate, names: dict[StaffId, str]) -> Row:
        cells = {
            "first": rate.first,
            "rate": rate.rate,
            "source": rate.source,
            "by": names.get(rate.by, ""),
        }
        return Row(id=rate.id, cells=cells)

    def name_of(self, record: ReferenceRate) -> str:
        """By its half-year."""
        days = half_year(record.first)
        return self.texts.say(N_("Reference rate {days}"), days=days)

    # --- the record

    def new_record(self) -> ReferenceRate:
        """The first half-year whose rate neither the program nor anybody has told."""
        taken = {one.first for one in self.records.values()}
        day = half_year(self.door.today()).first
        if not is_known(day - ONE_DAY):
            day = half_year(day - ONE_DAY).first
        while is_known(day) or day in taken:
            day = half_year(day).last + ONE_DAY
        return ReferenceRate(
            id=ReferenceRateId(ids.new()),
            unit=self.door.who.unit,
            first=day,
            rate=Decimal(0),
            source="",
            by=self.door.who.staff,
            at=self.door.clock.now(),
        )

    def values_of(self, record: ReferenceRate) -> dict[str, object]:
        """The form's values; the rate of a new record is for its writer to type."""
        rate = None if record.id not in self.records else record.rate
        return {"first": record.first, "rate": rate, "source": record.source}

    def record_of(self, values: dict[str, Any], lines: dict[str, list[dict[str, Any]]]) -> ReferenceRate:  # noqa: ARG002
        """The open record with what stands in the form."""
        return replace(self.current or self.new_record(), **values)

    def save_ask(self, record: ReferenceRate) -> tuple[ActionFunction, object]:
        """How a rate is saved."""
        return save_reference_rate, SaveReferenceRate(rate=record)

    def remove_ask(self, record: ReferenceRate) -> tuple[ActionFunction, object]:
        """How a rate written in by mistake is taken away."""
        return remove_reference_rate, RemoveReferenceRate(rate=record.id)


def _read(lists: Lists, own: UnitId) -> Read:
    """The rates of a unit, and who wrote them in."""
    names = {one.id: one.name for one in lists.staff.where(unit=own)}
    return lists.invoicing.reference_rates.where(unit=own), names
