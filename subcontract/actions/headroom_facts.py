"""Reads what pensioners may still earn in the months in which the shifts of some days are paid."""

from datetime import date

from subcontract.actions.calculate_pay_run import pay_day_of
from subcontract.actions.earned_in import counted_by
from subcontract.actions.earnings_facts import EarningsAsked, EarningsSource
from subcontract.actions.pay_facts import Reading
from subcontract.benefits.records import EarnedIn
from subcontract.days import DateRange, Month
from subcontract.ids import UnitId
from subcontract.rota.headroom import Headroom


def headroom_of(
    books: Reading, unit: UnitId, days: DateRange, today: date, *, with_sums: bool
) -> Headroom | None:
    """The headroom of everybody in the unit with a pension; ``None`` when nobody has one."""
    if not books.pay.pensions.all():
        return None
    by = counted_by(books, unit, today)
    worked = sorted({Month.of(days.first), Month.of(days.last)})
    months = tuple(month if by is EarnedIn.WORK else Month.of(pay_day_of(month)) for month in worked)
    source = EarningsSource(books, EarningsAsked(unit=unit, months=months, today=today))
    facts = source.all_facts()
    if not facts:
        return None
    return Headroom(pay=source.pay, pay_day=source.pay_day, facts=facts, with_sums=with_sums)
