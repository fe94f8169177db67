"""Saves how the unit pays from a day on, and the pots of jobs that are shared as pay."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Permission, Worker
from subcontract.actions.pay_records import drop, keep
from subcontract.clock import Clock
from subcontract.ids import PaySettingsId, WagePotId
from subcontract.payout.wage_records import PaySettings, WagePot
from subcontract.ports import Books
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class SavePaySettings:
    """The settings as they shall be from their first day on."""

    settings: PaySettings


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovePaySettings:
    """Settings saved by mistake."""

    settings: PaySettingsId


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveWagePot:
    """The pot of a job as it shall be."""

    pot: WagePot


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveWagePot:
    """A pot saved by mistake."""

    pot: WagePotId


def save_pay_settings(ask: SavePaySettings, books: Books, clock: Clock, who: Worker) -> Done:
    """Save settings of the worker's unit.

    Refuses every fault beside its field, a first day that other settings have (``already_exists``), and
    what would change an approved month (``period_locked``).
    """
    settings = replace(ask.settings, unit=who.unit)
    return keep(settings, books, clock, who, name=N_("saving of pay settings"))


def remove_pay_settings(ask: RemovePaySettings, books: Books, _clock: Clock, who: Worker) -> Done:
    """Take settings away, unless an approved month was paid by them (``period_locked``)."""
    who.must_be_allowed(Permission.EDIT_PAY_SETTINGS)
    return drop(books.pay.pay_settings.get(ask.settings), books, who, name=N_("removal of pay settings"))


def save_wage_pot(ask: SaveWagePot, books: Books, clock: Clock, who: Worker) -> Done:
    """Save a pot; refuses a sum and a part of the price at once, and two pots of a job on one day."""
    return keep(replace(ask.pot, unit=who.unit), books, clock, who, name=N_("saving of a pot"))


def remove_wage_pot(ask: RemoveWagePot, books: Books, _clock: Clock, who: Worker) -> Done:
    """Take a pot away; months already paid get their difference in the next pay run."""
    who.must_be_allowed(Permission.EDIT_EMPLOYMENT)
    return drop(books.pay.wage_pots.get(ask.pot), books, who, name=N_("removal of a pot"))
