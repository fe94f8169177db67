"""The unit's dated tariffs: what each class is paid by, and how the limit is read; no Qt."""

from collections.abc import Hashable
from dataclasses import replace
from typing import Any

from subcontract import ids
from subcontract.actions.act import Done, Kind, Permission
from subcontract.actions.save_tariff import RemoveTariff, SaveTariff, remove_tariff, save_tariff
from subcontract.days import LATEST, DateRange, Month
from subcontract.ids import TariffId, UnitId
from subcontract.money import ZERO
from subcontract.payout.records import Tariff, TariffRate
from subcontract.payout.tariffs import classes_of
from subcontract.ports import Lists
from subcontract.problems import Code, Problem, Refused
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Presenter
from ui.presenters.forms.form import FormPresenter
from ui.presenters.forms.kept_forms import KeptForms
from ui.presenters.forms.lines import LinesPresenter
from ui.presenters.settings.tariff_fields import COLUMNS, FIELDS, MODES, RATE
from ui.presenters.tables.table import Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone

BESIDE_FIRST = frozenset({Code.PERIODS_OVERLAP, Code.PERIOD_LOCKED, Code.ENDS_BEFORE_START})


class TariffsPresenter(Presenter):
    """The list of tariffs and the one that is open."""

    depends_on = frozenset({Kind.TARIFFS, Kind.PAY_RUNS})

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nothing read."""
        super().__init__(door, texts)
        self.tariffs: tuple[Tariff, ...] = ()
        self.current: Tariff | None = None
        self.is_new = False
        self.table = TablePresenter(
            COLUMNS,
            texts,
            name=N_("Tariffs"),
            empty=Empty(
                picture="coins",
                sentence=N_("No tariff yet. Write down what a day, an hour or a piece gives."),
                button=N_("New tariff"),
                command=self.start_new,
            ),
        )
        self.table.count_words = (N_("{number} tariff"), N_("{number} tariffs"))
        self.table.sort_by("first", descending=True)
        self.table.on_open = self.open_row
        self.form = FormPresenter(FIELDS, texts, door.today, name=N_("Tariff"))
        self.rates = LinesPresenter(
            "rates", RATE, texts, door.today, name=N_("Classes and amounts"), add=N_("Add a row")
        )
        self._kept = KeptForms(self.form, lambda: (self.rates,))
        self._new: Tariff | None = None
        """A new tariff left without saving."""

    # --- reading

    def load(self) -> None:
        """Read the unit's tariffs."""
        unit = self.door.who.unit
        self.door.ask(lambda lists: _read(lists, unit), self._fill)

    def _fill(self, tariffs: tuple[Tariff, ...]) -> None:
        self.tariffs = tariffs
        self.table.set_rows(self._row(tariff) for tariff in tariffs)
        self._kept.only({tariff.id for tariff in tariffs} | ({self._new.id} if self._new else set()))
        if self.current is not None and not self.is_new and not self.dirty:
            self._show(next((one for one in tariffs if one.id == self.current.id), None))
        self.tell()

    def _row(self, tariff: Tariff) -> Row:
        """One tariff."""
        now = self.door.today() in tariff.days
        coming = tariff.days.first > self.door.today()
        word = N_("In force") if now else N_("Coming") if coming else N_("Ended")
        tone = Tone.READY if now else Tone.INFO if coming else Tone.QUIET
        return Row(
            id=tariff.id,
            cells={
                "first": tariff.days.first,
                "last": None if tariff.days.is_open else tariff.days.last,
                "classes": ", ".join(classes_of((tariff,))),
                "mode": self.texts.say(MODES[tariff.limit_mode]),
                "state": State(self.texts.say(word), tone),
            },
        )

    # --- the open tariff

    @property
    def is_open(self) -> bool:
        """Whether a tariff stands in the form."""
        return self.current is not None

    @property
    def dirty(self) -> bool:
        """Whether something typed has not been saved."""
        return self.form.dirty or self.rates.dirty

    @property
    def holds_text(self) -> bool:
        """Whether something typed in the open tariff or in one left open has not been saved."""
        return (self.is_open and self.dirty) or bool(self._kept)

    @property
    def heading(self) -> str:
        """What stands above the form."""
        if self.current is None or self.is_new:
            return self.texts.say(N_("New tariff"))
        return self.texts.say(N_("Tariff from {day}"), day=self.current.days.first)

    @property
    def can_save(self) -> bool:
        """Whether pressing Save makes sense."""
        return self.is_open and self.may(Permission.EDIT_TARIFFS) and not self.busy

    @property
    def can_remove(self) -> bool:
        """Whether the open tariff can be taken away."""
        return self.can_save and not self.is_new

    def open_row(self, row: Hashable) -> None:
        """Show a tariff."""
        self._leave()
        self._show(next((one for one in self.tariffs if one.id == row), None))
        self.tell()

    def start_new(self) -> None:
        """Begin a tariff as a copy of the newest, from the first of the next month; or go on with one."""
        self._leave()
        newest = max(self.tariffs, key=lambda one: one.days.first, default=None)
        today = self.door.today()
        first = Month.of(today).plus(1).first if newest else Month.of(today).first
        base = newest or Tariff(
            id=TariffId(ids.new()), unit=self.door.who.unit, days=DateRange(first), rates=()
        )
        self.is_new = True
        begun = self._new if self._new is not None and self._new.id in self._kept else None
        self._show(begun or replace(base, id=TariffId(ids.new()), days=DateRange(first), version=1))
        self.tell()

    def close(self) -> None:
        """Close the form; what is typed in it waits."""
        self._leave()
        self._show(None)
        self.tell()

    def _leave(self) -> None:
        """Keep what is typed in the open tariff."""
        if self.current is not None:
            self._kept.keep(self.current.id)
            self._new = self.current if self.is_new else self._new
        self.is_new = False

    def _show(self, tariff: Tariff | None) -> None:
        """Fill the form and the rows."""
        self.current = tariff
        if tariff is None:
            self.form.load({})
            self.rates.load(())
            return
        self.form.load(
            {
                "first": tariff.days.first,
                "last": None if tariff.days.is_open else tariff.days.last,
                "full_day": tariff.full_day_minutes,
                "limit_mode": tariff.limit_mode,
                "above_limit": tariff.above_limit,
            }
        )
        self.rates.load(
            {"tariff_class": rate.tariff_class, "basis": rate.basis, "amount": rate.amount or None}
            for rate in tariff.rates
        )
        self._kept.give_back(tariff.id)
        editable = self.may(Permission.EDIT_TARIFFS)
        self.form.locked = set() if editable else set(self.form.specs)
        self.rates.locked = not editable

    # --- saving

    def save(self) -> None:
        """Save what stands in the form."""
        tariff = self._read_form()
        if tariff is not None:
            self.act(save_tariff, SaveTariff(tariff=tariff), done=self._saved, form=self)

    def _read_form(self) -> Tariff | None:
        """The tariff that was typed, or ``None`` with the errors beside the fields."""
        values = self.form.parsed()
        try:
            rows = self.rates.read()
        except Refused:
            rows = None
        if self.current is None or values is None or rows is None:
            self.tell()
            return None
        try:
            days = DateRange(values["first"], values["last"] or LATEST)
        except Refused as refused:
            self.refuse(refused)
            return None
        return replace(
            self.current,
            days=days,
            rates=tuple(_rate(row) for row in rows),
            full_day_minutes=values["full_day"],
            limit_mode=values["limit_mode"],
            above_limit=values["above_limit"],
        )

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Show problems beside their fields and rows; what concerns the days stands at the first day."""
        placed = tuple(
            replace(problem, field="first") if problem.code in BESIDE_FIRST else problem
            for problem in refused.problems
        )
        left = self.form.refuse(Refused(*placed))
        return self.rates.refuse(Refused(*left)) if left else ()

    def _saved(self, _done: Done) -> None:
        """What stands in the form has been stored."""
        self.is_new = False
        self.form.saved()
        self.rates.saved()
        self.load()

    def remove(self) -> None:
        """Take the open tariff away; undo brings it back."""
        if self.current is not None and self.can_remove:
            self.act(remove_tariff, RemoveTariff(tariff=self.current.id), done=lambda _done: self._removed())

    def _removed(self) -> None:
        self.form.saved()
        self.rates.saved()
        self.close()
        self.load()


def _rate(row: dict[str, Any]) -> TariffRate:
    """One row of the table."""
    return TariffRate(
        tariff_class=row["tariff_class"].strip(), basis=row["basis"], amount=row["amount"] or ZERO
    )


def _read(lists: Lists, unit: UnitId) -> tuple[Tariff, ...]:
    return lists.tariffs.where(unit=unit)
