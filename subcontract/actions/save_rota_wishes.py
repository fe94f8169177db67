"""Saves what a client wishes of the rota, and the limits beside those of the week."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.keep_of_rota import keep_only
from subcontract.clock import Clock
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.rota.records import RotaWishes
from subcontract.rota.wishes_check import Around, checked_wishes
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveRotaWishes:
    """The wishes as they shall be."""

    wishes: RotaWishes


def save_rota_wishes(ask: SaveRotaWishes, books: Books, _clock: Clock, who: Worker) -> Done:
    """Save a client's wishes.

    Refuses what the check refuses, a client of another unit (``not_found``), and wishes that somebody else
    wrote first (``changed_elsewhere``).
    """
    who.must_be_allowed(Permission.EDIT_CLIENTS)
    client = books.clients.get(ask.wishes.client)
    if client.unit != who.unit:
        raise refuse(Code.NOT_FOUND, "client")
    around = Around(
        client=client,
        clients={each.id: each for each in books.clients.where(unit=client.unit)},
        jobs={each.id: each for each in books.jobs.where(unit=client.unit)},
        staff={each.id: each for each in books.staff.where(unit=client.unit)},
    )
    wishes = checked_wishes(replace(ask.wishes, unit=client.unit), around)
    before = next(iter(books.rota.wishes.where(client=client.id)), None)
    what = (N_("change of wishes"), Kind.ROTA_WISHES, client.name)
    return keep_only(wishes, before, books.rota.wishes, what)
