"""The unit's tariff: what is in force on a day, what a class is paid by, and what a tariff must be."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from subcontract.ids import TariffId
from subcontract.money import ZERO, Money
from subcontract.payout.records import Tariff, TariffBasis, TariffRate
from subcontract.problems import Code, Problem

LONGEST_CLASS = 40
MOST_MINUTES_OF_DAY = 24 * 60
MOST_OF_DAY = Money(500)
"""Above this a rate is a slip of the keys, not an allowance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassRates:
    """What one class is paid by in one tariff; ``None`` where a basis is not used."""

    tariff: Tariff
    name: str
    day: Money | None = None
    half_day: Money | None = None
    hour: Money | None = None
    piece: Money | None = None
    pot: bool = False


class TariffTable:
    """The tariffs of a unit, quick to ask for a day and a class."""

    def __init__(self, tariffs: Iterable[Tariff]) -> None:
        """Read ``tariffs``; the first in force on a day counts."""
        self._tariffs = tuple(tariffs)
        self._by_day: dict[date, Tariff | None] = {}
        self._rates: dict[tuple[TariffId, str], ClassRates | None] = {}

    def on(self, day: date) -> Tariff | None:
        """The tariff in force on a day."""
        if day not in self._by_day:
            self._by_day[day] = next((one for one in self._tariffs if day in one.days), None)
        return self._by_day[day]

    def rates(self, tariff: Tariff, name: str) -> ClassRates | None:
        """What a class is paid by, ``None`` when the tariff has no such class."""
        key = (tariff.id, name)
        if key not in self._rates:
            self._rates[key] = rates_of(tariff, name)
        return self._rates[key]


def rates_of(tariff: Tariff, name: str) -> ClassRates | None:
    """Gather the rows of one class."""
    rows = {row.basis: row.amount for row in tariff.rates if row.tariff_class == name}
    if not rows:
        return None
    return ClassRates(
        tariff=tariff,
        name=name,
        day=rows.get(TariffBasis.DAY),
        half_day=rows.get(TariffBasis.HALF_DAY),
        hour=rows.get(TariffBasis.HOUR),
        piece=rows.get(TariffBasis.PIECE),
        pot=TariffBasis.POT_SHARE in rows,
    )


def classes_of(tariffs: Iterable[Tariff]) -> tuple[str, ...]:
    """The names of all classes, in the order of their first appearance."""
    return tuple(dict.fromkeys(row.tariff_class for tariff in tariffs for row in tariff.rates))


def problems_of(tariff: Tariff, others: Iterable[Tariff]) -> tuple[Problem, ...]:
    """What is wrong with a tariff beside the unit's other ones."""
    problems: list[Problem] = []
    if any(tariff.days.overlap(other.days) for other in others if other.id != tariff.id):
        problems.append(Problem(code=Code.PERIODS_OVERLAP, field="days"))
    if not 0 < tariff.full_day_minutes <= MOST_MINUTES_OF_DAY:
        problems.append(Problem(code=Code.TOO_SMALL, field="full_day_minutes", facts={"least": 1}))
    if not tariff.rates:
        problems.append(Problem(code=Code.REQUIRED, field="rates"))
    problems.extend(
        problem for at, rate in enumerate(tariff.rates) for problem in _problems_of_rate(at, rate)
    )
    twice = Counter((rate.tariff_class, rate.basis) for rate in tariff.rates)
    if any(number > 1 for number in twice.values()):
        problems.append(Problem(code=Code.ALREADY_EXISTS, field="rates"))
    return tuple(problems)


def _problems_of_rate(at: int, rate: TariffRate) -> tuple[Problem, ...]:
    """What is wrong with one row."""
    problems: list[Problem] = []
    if not rate.tariff_class.strip():
        problems.append(Problem(code=Code.REQUIRED, field=f"rates.{at}.tariff_class"))
    if len(rate.tariff_class) > LONGEST_CLASS:
        problems.append(
            Problem(code=Code.TOO_LONG, field=f"rates.{at}.tariff_class", facts={"most": LONGEST_CLASS})
        )
    if rate.amount < ZERO:
        problems.append(Problem(code=Code.NEGATIVE, field=f"rates.{at}.amount"))
    if rate.amount > MOST_OF_DAY:
        problems.append(Problem(code=Code.TOO_LARGE, field=f"rates.{at}.amount", facts={"most": MOST_OF_DAY}))
    if rate.basis is not TariffBasis.POT_SHARE and not rate.amount:
        problems.append(Problem(code=Code.REQUIRED, field=f"rates.{at}.amount"))
    return tuple(problems)
