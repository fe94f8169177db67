"""Saves a client's disability pensions and what is earned elsewhere."""

from dataclasses import dataclass

from subcontract.actions.act import Done, Permission, Worker
from subcontract.actions.pay_records import drop, keep
from subcontract.benefits.records import OutsideEarnings, Pension
from subcontract.clock import Clock
from subcontract.ids import OutsideEarningsId, PensionId
from subcontract.ports import Books
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class SavePension:
    """The pension as it shall be."""

    pension: Pension


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovePension:
    """A pension saved by mistake."""

    pension: PensionId


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveOutsideEarnings:
    """What was told of a month, from one source."""

    earnings: OutsideEarnings


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveOutsideEarnings:
    """Earnings typed in by mistake."""

    earnings: OutsideEarningsId


def save_pension(ask: SavePension, books: Books, clock: Clock, who: Worker) -> Done:
    """Save a pension; refuses another one on the same days (``periods_overlap``)."""
    return keep(ask.pension, books, clock, who, name=N_("saving of a pension"))


def remove_pension(ask: RemovePension, books: Books, _clock: Clock, who: Worker) -> Done:
    """Take a pension away."""
    who.must_be_allowed(Permission.EDIT_EMPLOYMENT)
    return drop(books.pay.pensions.get(ask.pension), books, who, name=N_("removal of a pension"))


def save_outside_earnings(ask: SaveOutsideEarnings, books: Books, clock: Clock, who: Worker) -> Done:
    """Save earnings elsewhere; refuses the same month and source twice (``already_exists``)."""
    return keep(ask.earnings, books, clock, who, name=N_("saving of earnings elsewhere"))


def remove_outside_earnings(ask: RemoveOutsideEarnings, books: Books, _clock: Clock, who: Worker) -> Done:
    """Take earnings elsewhere away."""
    who.must_be_allowed(Permission.EDIT_EMPLOYMENT)
    return drop(
        books.pay.outside_earnings.get(ask.earnings), books, who, name=N_("removal of earnings elsewhere")
    )
