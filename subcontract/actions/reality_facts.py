"""Reads what the plan is laid against what happened from: shifts, promises, assignments and entries."""

from datetime import date

from subcontract.actions.pay_facts import Reading
from subcontract.days import DateRange
from subcontract.hours.reality.records import Happened
from subcontract.ids import UnitId
from subcontract.rota.publishing import days_that_reach


def what_happened(books: Reading, unit: UnitId, days: DateRange, today: date) -> Happened:
    """Everything of those days; a promised shift that stands on another day now is read too."""
    publications = tuple(
        one
        for one in books.rota.publications.within(days_that_reach(days), unit=unit)
        if one.days.overlap(days)
    )
    here = books.shifts.within(days, unit=unit)
    known = {shift.id for shift in here}
    promised = {place.shift for one in publications for place in one.places if place.day in days}
    elsewhere = books.shifts.where(id=tuple(promised - known)) if promised - known else ()
    shifts = (*here, *elsewhere)
    every = known | {shift.id for shift in elsewhere}
    return Happened(
        days=days,
        today=today,
        shifts=shifts,
        assignments=tuple(one for one in books.assignments.within(days) if one.shift in every),
        entries=books.entries.within(days, unit=unit),
        publications=publications,
        clients={client.id: client for client in books.clients.where(unit=unit)},
    )
