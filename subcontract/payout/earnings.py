"""What the tariff gives for a client's attended days, line by line."""

from collections.abc import Sequence

from subcontract.payout import lines
from subcontract.payout.records import PayoutLine
from subcontract.payout.tariffs import ClassRates, TariffTable
from subcontract.payout.warnings import PayWarning
from subcontract.payout.work import ClientMonth, WorkDay


def earnings(month: ClientMonth, table: TariffTable) -> list[PayoutLine]:
    """The lines of every attended day, by the class and the tariff of that day; pots come apart."""
    found: list[PayoutLine] = []
    for work in month.days.values():
        rates = _rates(month, work, table)
        if rates is not None:
            found.extend(lines_of_day(work, rates))
    return found


def _rates(month: ClientMonth, work: WorkDay, table: TariffTable) -> ClassRates | None:
    """The rates of a day; what is missing becomes a warning, and the day gives nothing."""
    tariff = table.on(work.day)
    if tariff is None:
        month.warnings.add(PayWarning.NO_TARIFF)
        return None
    name = month.client.tariff_class_on(work.day)
    rates = table.rates(tariff, name) if name else None
    if rates is None:
        month.warnings.add(PayWarning.NO_TARIFF_CLASS)
    return rates


def lines_of_day(work: WorkDay, rates: ClassRates) -> Sequence[PayoutLine]:
    """What one day gives: the day or its half, its hours and its pieces, as far as the class has them."""
    found = _by_day(work, rates)
    if rates.hour is not None and work.minutes:
        amount = rates.hour.for_minutes(work.minutes)
        found.append(
            lines.earned(
                lines.BY_HOUR,
                work,
                rates,
                basis=work.minutes,
                basis_unit=lines.MINUTES,
                rate=rates.hour,
                amount=amount,
            )
        )
    if rates.piece is not None and work.pieces:
        amount = rates.piece.times(work.pieces)
        found.append(
            lines.earned(
                lines.BY_PIECE,
                work,
                rates,
                basis=work.pieces,
                basis_unit=lines.PIECES,
                rate=rates.piece,
                amount=amount,
            )
        )
    return found


def _by_day(work: WorkDay, rates: ClassRates) -> list[PayoutLine]:
    """The whole day, or the half when the class has one and the day was shorter than a whole one."""
    whole, half = rates.day, rates.half_day
    if half is not None and (whole is None or work.minutes < rates.tariff.full_day_minutes):
        what, rate = lines.HALF_DAY, half
    elif whole is not None:
        what, rate = lines.WHOLE_DAY, whole
    else:
        return []
    return [lines.earned(what, work, rates, basis=1, basis_unit=lines.DAY, rate=rate, amount=rate)]
