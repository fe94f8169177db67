"""Everybody as planned: what a shift and its people tell before anything else is known."""

from dataclasses import replace

from subcontract.hours.entry import Attendance, EntryKind
from subcontract.hours.told import Told
from subcontract.ids import StaffId
from subcontract.people.client import AbsenceKind, Client, FormOfWork
from subcontract.rota.shift import Shift
from subcontract.rota.warnings import away_on


def as_planned(shift: Shift, client: Client) -> Told:
    """The client present for the shift's times; one known to be away is told as away or sick."""
    absence = away_on(client, shift.day)
    attendance = Attendance.PRESENT
    if absence is not None:
        attendance = Attendance.SICK if absence is AbsenceKind.SICK else Attendance.AWAY
    present = attendance is Attendance.PRESENT
    return Told(
        unit=shift.unit,
        day=shift.day,
        job=shift.job,
        phase=shift.phase,
        shift=shift.id,
        client=client.id,
        attendance=attendance,
        start=shift.start if present else None,
        end=shift.end if present else None,
        break_minutes=shift.break_minutes if present else 0,
    )


def helping_as_planned(shift: Shift, client: Client) -> Told:
    """The shift's peer coach, beside the group; one who gets no fee that day is told as any client."""
    told = as_planned(shift, client)
    if client.form_on(shift.day) is not FormOfWork.FEE:
        return told
    return replace(told, kind=EntryKind.COACHING)


def coaching_as_planned(shift: Shift, coach: StaffId) -> Told:
    """The coach there from start to end; a coach's break is not taken off, the group is guided in it."""
    return Told(
        kind=EntryKind.COACHING,
        unit=shift.unit,
        day=shift.day,
        job=shift.job,
        phase=shift.phase,
        shift=shift.id,
        staff=coach,
        start=shift.start,
        end=shift.end,
    )
