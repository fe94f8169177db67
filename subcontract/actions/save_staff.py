"""Saves a member of staff, new or changed."""

from dataclasses import dataclass

from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.put_back import undo_of
from subcontract.clock import Clock
from subcontract.people.staff import Staff
from subcontract.people.staff_check import checked_staff, must_leave_a_manager
from subcontract.ports import Books
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveStaff:
    """The member of staff as they shall be."""

    staff: Staff


def save_staff(ask: SaveStaff, books: Books, _clock: Clock, who: Worker) -> Done:
    """Save a member of staff; refuses what is wrong and a unit left without a manager."""
    who.must_be_allowed(Permission.EDIT_UNIT)
    before = books.staff.find(ask.staff.id)
    staff = checked_staff(ask.staff)
    must_leave_a_manager(staff, books.staff.where(unit=staff.unit))
    if before is None:
        books.staff.add(staff)
        undo = undo_of(N_("new member of staff"), was=None, now=staff)
    else:
        staff = books.staff.save(staff)
        undo = undo_of(N_("change of a member of staff"), was=before, now=staff)
    return Done(changed=frozenset({Kind.STAFF}), id=staff.id, undo=undo, facts={"name": staff.name})
