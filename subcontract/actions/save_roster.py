"""Saves when a member of staff is at work, and the days off."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.keep_of_rota import keep_only
from subcontract.clock import Clock
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.rota.records import StaffRoster
from subcontract.rota.roster_check import checked_roster
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveRoster:
    """The roster as it shall be."""

    roster: StaffRoster


def save_roster(ask: SaveRoster, books: Books, _clock: Clock, who: Worker) -> Done:
    """Save a roster of the worker's unit, which is part of planning shifts.

    Refuses what the check refuses, staff of another unit (``not_found``), and a roster that somebody else
    wrote first (``changed_elsewhere``).
    """
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    staff = books.staff.get(ask.roster.staff)
    if staff.unit != who.unit:
        raise refuse(Code.NOT_FOUND, "staff")
    roster = checked_roster(replace(ask.roster, unit=staff.unit))
    before = next(iter(books.rota.rosters.where(staff=staff.id)), None)
    what = (N_("change of working hours"), Kind.ROSTERS, staff.name)
    return keep_only(roster, before, books.rota.rosters, what)
