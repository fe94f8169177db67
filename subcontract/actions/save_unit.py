"""Saves the unit: its name, address, account and what its papers say."""

from dataclasses import dataclass

from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.name_nobody import must_name_nobody
from subcontract.actions.put_back import undo_of
from subcontract.clock import Clock
from subcontract.people.staff_check import checked_unit
from subcontract.people.unit import Unit
from subcontract.ports import Books
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveUnit:
    """The unit as it shall be."""

    unit: Unit


def save_unit(ask: SaveUnit, books: Books, _clock: Clock, who: Worker) -> Done:
    """Save the unit, new or changed; a new one cannot be undone, for everything will belong to it.

    Refuses what ``checked_unit`` does, and words for every invoice that name a client (``names_a_client``).
    """
    who.must_be_allowed(Permission.EDIT_UNIT)
    before = books.units.find(ask.unit.id)
    unit = checked_unit(ask.unit)
    must_name_nobody(books, (("invoice_note", unit.invoice_note),))
    undo = None
    if before is None:
        books.units.add(unit)
    else:
        unit = books.units.save(unit)
        undo = undo_of(N_("change of the unit"), was=before, now=unit)
    return Done(changed=frozenset({Kind.UNITS}), id=unit.id, undo=undo, facts={"name": unit.name})
