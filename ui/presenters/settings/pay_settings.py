"""How the unit pays from a day on: the dated settings of wages; no Qt."""

from dataclasses import replace
from typing import Any

from subcontract import ids
from subcontract.actions.act import Kind, Permission
from subcontract.actions.save_pay_settings import (
    RemovePaySettings,
    SavePaySettings,
    remove_pay_settings,
    save_pay_settings,
)
from subcontract.days import Month
from subcontract.ids import PaySettingsId
from subcontract.payout.wage_records import NetPay, PayCode, PaySettings, settings_on
from subcontract.problems import Code, Problem, Refused
from subcontract.words import N_, Texts
from ui.presenters.base import ActionFunction, Door
from ui.presenters.forms.form import FormPresenter
from ui.presenters.registers.dated_register import DatedRegister
from ui.presenters.settings.pay_settings_fields import COLUMNS, FIELDS, NET_PAY, OWN_CODES, PLAIN
from ui.presenters.tables.table import Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone


class PaySettingsPresenter(DatedRegister[PaySettings]):
    """The settings in force, those before them and those to come."""

    depends_on = frozenset({Kind.PAY_SETTINGS, Kind.PAY_RUNS})
    new_words = N_("New pay settings")
    may_edit = Permission.EDIT_PAY_SETTINGS

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nothing read."""
        empty = Empty(
            picture="coins",
            sentence=N_(
                "Nothing has been set: wages are paid with increments of 100 %, and the employer's pension "
                "contribution is not known. Check these before the first wages."
            ),
            button=N_("New pay settings"),
            command=self.start_new,
        )
        table = TablePresenter(COLUMNS, texts, name=N_("Pay settings"), empty=empty)
        table.count_words = ("", "")
        table.sort_by("first", descending=True)
        form = FormPresenter(FIELDS, texts, door.today, name=N_("Pay settings"))
        super().__init__(door, texts, table, form)

    def load(self) -> None:
        """Read the unit's settings."""
        unit = self.door.who.unit
        self.door.ask(lambda lists: lists.pay.pay_settings.where(unit=unit), self._fill)

    def _fill(self, settings: tuple[PaySettings, ...]) -> None:
        now = settings_on(settings, self.door.today())
        self.fill(settings, (self._row(one, now) for one in settings))

    def _row(self, one: PaySettings, now: PaySettings | None) -> Row:
        coming = one.first > self.door.today()
        word = N_("In force") if one is now else N_("Coming") if coming else N_("Ended")
        tone = Tone.READY if one is now else Tone.INFO if coming else Tone.QUIET
        cells = {
            "first": one.first,
            "net_pay": self.texts.say(NET_PAY[one.net_pay]),
            "sunday": one.sunday,
            "pension": one.employer_pension or None,
            "state": State(self.texts.say(word), tone),
        }
        return Row(id=one.id, cells=cells)

    def name_of(self, record: PaySettings) -> str:
        """By the day from which they hold."""
        return self.texts.say(N_("Pay settings from {day}"), day=record.first)

    # --- the record

    def new_record(self) -> PaySettings:
        """A copy of the newest from the first of the next month; the first ones begin with this month."""
        newest = max(self.records.values(), key=lambda one: one.first, default=None)
        month = Month.of(self.door.today())
        first = month.plus(1).first if newest else month.first
        own = PaySettingsId(ids.new())
        if newest is None:
            return PaySettings(id=own, unit=self.door.who.unit, first=first)
        return replace(newest, id=own, first=first, version=1)

    def values_of(self, record: PaySettings) -> dict[str, object]:
        """The form's values."""
        codes = {f"codes.{kind.value}": code for kind, code in record.codes}
        return {**{name: getattr(record, name) for name in PLAIN}, **codes}

    def record_of(self, values: dict[str, Any], lines: dict[str, list[dict[str, Any]]]) -> PaySettings:  # noqa: ARG002
        """The open settings with what stands in the form; codes out of sight stay as they were."""
        before = self.current or self.new_record()
        codes = tuple((code, values[f"codes.{code.value}"]) for code in PayCode)
        kept = before.codes if self.form.hidden else codes
        return replace(before, codes=kept, **{name: values[name] for name in PLAIN})

    def save_ask(self, record: PaySettings) -> tuple[ActionFunction, object]:
        """How settings are saved."""
        return save_pay_settings, SavePaySettings(settings=record)

    def remove_ask(self, record: PaySettings) -> tuple[ActionFunction, object]:
        """How settings made by mistake are taken away."""
        return remove_pay_settings, RemovePaySettings(settings=record.id)

    def follow(self) -> None:
        """The payroll's codes are asked for only where the payroll pays."""
        super().follow()
        self.form.hidden = set() if self.form.picked["net_pay"] is NetPay.PAYROLL else set(OWN_CODES)

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Show problems beside their fields; an approved month keeps the settings it was paid by."""
        left = super().refuse(refused)
        locked = next((one for one in refused.problems if one.code is Code.PERIOD_LOCKED), None)
        if locked is not None:
            said = N_(
                "The wages of {month} have been approved by the settings as they are. Nothing was changed. "
                "Make new settings from a later day."
            )
            self.form.errors["first"] = self.texts.say(said, month=locked.facts["month"])
            self.form.tell()
        return left
