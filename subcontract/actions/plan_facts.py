"""Reads the plan of some days of a unit: shifts, who is on them, and the people and jobs behind them."""

from datetime import date

from subcontract.actions.pay_facts import Reading
from subcontract.days import DateRange
from subcontract.ids import UnitId
from subcontract.rota.plan import Plan


def read_plan(books: Reading, unit: UnitId, days: DateRange, people_since: date | None = None) -> Plan:
    """The shifts of those days; who is on them is read from ``people_since`` on, where it is given."""
    shifts = books.shifts.within(days, unit=unit)
    ids = {shift.id for shift in shifts}
    people = books.assignments.within(DateRange(people_since or days.first, days.last))
    return Plan(
        shifts=shifts,
        assignments=tuple(each for each in people if each.shift in ids),
        clients=books.clients.where(unit=unit),
        jobs=books.jobs.where(unit=unit),
        staff=books.staff.where(unit=unit),
    )
