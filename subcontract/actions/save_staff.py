"""Saves a member of staff, new or changed."""

from dataclasses import dataclass

from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.put_back import undo_of
from subcontract.clock import Clock
from subcontract.people.staff import Staff
from subcontract.people.staff_check import checked_staff, must_leave_a_manager, namesakes
from subcontract.ports import Books
from subcontract.problems import Code, Refused
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveStaff:
    """The member of staff as they shall be."""

    staff: Staff
    despite: frozenset[Code] = frozenset()
    """Warnings that the user has seen and passed: ``SIMILAR_NAME``."""


def save_staff(ask: SaveStaff, books: Books, _clock: Clock, who: Worker) -> Done:
    """Save a member of staff; refuses what is wrong, a unit without a manager, an unconfirmed namesake."""
    who.must_be_allowed(Permission.EDIT_UNIT)
    before = books.staff.find(ask.staff.id)
    staff = checked_staff(ask.staff)
    colleagues = books.staff.where(unit=staff.unit)
    must_leave_a_manager(staff, colleagues)
    problems = tuple(p for p in namesakes(staff, colleagues, before) if p.code not in ask.despite)
    if problems:
        raise Refused(*problems)
    if before is None:
        books.staff.add(staff)
        undo = undo_of(N_("new member of staff"), was=None, now=staff)
    else:
        staff = books.staff.save(staff)
        undo = undo_of(N_("change of a member of staff"), was=before, now=staff)
    return Done(changed=frozenset({Kind.STAFF}), id=staff.id, undo=undo, facts={"name": staff.name})
