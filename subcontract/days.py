"""The vocabulary of days: months, ranges that include their last day, values over days, minutes.

Lengths of time are whole minutes counted between instants in UTC, so that a night when clocks
change has its real length.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Generic, Self, TypeVar
from zoneinfo import ZoneInfo

from subcontract.problems import Code, refuse

V = TypeVar("V")
W = TypeVar("W")

HELSINKI = ZoneInfo("Europe/Helsinki")
ONE_DAY = timedelta(days=1)
SATURDAY = 5
EARLIEST = date(1900, 1, 1)
LATEST = date(2199, 12, 31)
MONTH = re.compile(r"[0-9]{4}-[0-9]{2}", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class DateRange:
    """Days from ``first`` to ``last``, both included; ``last`` may be open (``LATEST``)."""

    first: date
    last: date = LATEST

    def __post_init__(self) -> None:
        """Refuse a range that ends before it starts."""
        if self.last < self.first:
            raise refuse(Code.ENDS_BEFORE_START, first=self.first, last=self.last)

    def __contains__(self, day: object) -> bool:
        """Whether a day is inside, the last day included."""
        return isinstance(day, date) and self.first <= day <= self.last

    def __iter__(self) -> Iterator[date]:
        """Every day in order."""
        day = self.first
        while day <= self.last:
            yield day
            day += ONE_DAY

    def __len__(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    @property
    def is_open(self) -> bool:
        """Whether no last day has been set."""
        return self.last == LATEST

    def overlap(self, other: "DateRange") -> "DateRange | None":
        """The days in both, or ``None``."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return DateRange(first, last) if first <= last else None


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month."""

    year: int
    number: int

    def __post_init__(self) -> None:
        """Refuse what is no month."""
        if not (EARLIEST.year <= self.year <= LATEST.year and 1 <= self.number <= 12):  # noqa: PLR2004
            raise refuse(Code.NOT_A_DATE)

    @classmethod
    def of(cls, day: date) -> Self:
        """The month that holds ``day``."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``YYYY-MM``."""
        if not MONTH.fullmatch(text):
            raise refuse(Code.NOT_A_DATE)
        year, _, number = text.partition("-")
        return cls(int(year), int(number))

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """The last day."""
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    @property
    def days(self) -> DateRange:
        """All days of the month."""
        return DateRange(self.first, self.last)

    def plus(self, months: int) -> "Month":
        """The month ``months`` later, or earlier when negative."""
        year, index = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, index + 1)

    def __str__(self) -> str:
        """Write ``YYYY-MM``."""
        return f"{self.year:04}-{self.number:02}"


class DayMap(Generic[V]):
    """A value over days: equal neighbours are one, a later layer wins, gaps are told."""

    __slots__ = ("_parts",)

    def __init__(self, parts: Iterable[tuple[DateRange, V]] = ()) -> None:
        """Lay ``parts`` in order, each over those before it."""
        self._parts: tuple[tuple[DateRange, V], ...] = ()
        for days, value in parts:
            self._parts = _laid(self._parts, days, value)

    def __iter__(self) -> Iterator[tuple[DateRange, V]]:
        """Ranges and values in order of days."""
        return iter(self._parts)

    def __eq__(self, other: object) -> bool:
        """The same value on every day."""
        return isinstance(other, DayMap) and self._parts == other._parts

    def __hash__(self) -> int:
        """Hash by content."""
        return hash(self._parts)

    def __repr__(self) -> str:
        """Show the parts."""
        return f"DayMap({self._parts!r})"

    def on(self, day: date) -> V | None:
        """The value of a day, or ``None``."""
        return next((value for days, value in self._parts if day in days), None)

    def with_layer(self, layer: "DayMap[V]") -> "DayMap[V]":
        """This map with ``layer`` over it."""
        return DayMap((*self._parts, *layer))

    def gaps(self, days: DateRange) -> tuple[DateRange, ...]:
        """The ranges inside ``days`` that have no value."""
        gaps: list[DateRange] = []
        day = days.first
        for part, _ in self._parts:
            common = part.overlap(days)
            if common is None:
                continue
            if common.first > day:
                gaps.append(DateRange(day, common.first - ONE_DAY))
            if common.last == LATEST:
                return tuple(gaps)
            day = common.last + ONE_DAY
        return (*gaps, DateRange(day, days.last)) if day <= days.last else tuple(gaps)

    def map(self, change: Callable[[V], W]) -> "DayMap[W]":
        """The same days with each value changed."""
        return DayMap((days, change(value)) for days, value in self._parts)


def _laid(parts: Sequence[tuple[DateRange, V]], days: DateRange, value: V) -> tuple[tuple[DateRange, V], ...]:
    """Lay one value over ``parts``, cutting what lies under it and joining equal neighbours."""
    cut: list[tuple[DateRange, V]] = [(days, value)]
    for old, old_value in parts:
        if old.first < days.first:
            cut.append((DateRange(old.first, min(old.last, days.first - ONE_DAY)), old_value))
        if old.last > days.last:
            cut.append((DateRange(max(old.first, days.last + ONE_DAY), old.last), old_value))
    cut.sort(key=lambda part: part[0].first)
    joined: list[tuple[DateRange, V]] = []
    for part, part_value in cut:
        if joined and joined[-1][1] == part_value and joined[-1][0].last + ONE_DAY == part.first:
            joined[-1] = (DateRange(joined[-1][0].first, part.last), part_value)
        else:
            joined.append((part, part_value))
    return tuple(joined)


# --- lengths of time -------------------------------------------------------------------------


def instant(day: date, at: time, *, fold: int = 0, field: str = "") -> datetime:
    """The UTC instant of a Finnish wall-clock time; ``fold`` 1 is the second of a double hour.

    Refuses a time that the clocks jump over that night (``time_does_not_exist``) by its ``field``.
    """
    local = datetime.combine(day, at.replace(tzinfo=None, fold=fold), tzinfo=HELSINKI)
    moment = local.astimezone(UTC)
    if moment.astimezone(HELSINKI).replace(tzinfo=None, fold=0) != local.replace(tzinfo=None, fold=0):
        raise refuse(Code.TIME_DOES_NOT_EXIST, field, day=day, time=at)
    return moment


def is_double(day: date, at: time) -> bool:
    """Whether a wall-clock time happens twice that night."""
    naive = datetime.combine(day, at.replace(tzinfo=None))
    first, second = (naive.replace(tzinfo=HELSINKI, fold=fold).utcoffset() for fold in (0, 1))
    return first is not None and second is not None and first > second


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingTime:
    """Real elapsed minutes of work without breaks, and whether it ended on the next day."""

    minutes: int
    ends_next_day: bool


def working_time(
    day: date,
    start: time,
    end: time,
    breaks: Sequence[tuple[time, time]] = (),
    *,
    start_fold: int = 0,
    end_fold: int = 1,
) -> WorkingTime:
    """Count the real minutes from ``start`` on ``day`` to the next ``end``, breaks taken off.

    An ``end`` earlier than ``start`` is on the next day. A time that exists twice means its first
    occurrence for ``start`` and its last for ``end`` unless the fold says otherwise. Refuses an
    ``end`` equal to ``start``, a break outside, breaks that overlap and a time that does not exist.
    """
    if end == start:
        raise refuse(Code.NO_LENGTH, "end")
    next_day = end < start
    begins = instant(day, start, fold=start_fold, field="start")
    ends = instant(day + ONE_DAY if next_day else day, end, fold=end_fold, field="end")
    if ends <= begins:
        raise refuse(Code.NO_LENGTH, "end")
    pauses = sorted(_pause(day, start, pause) for pause in breaks)
    if any(first < begins or last > ends for first, last in pauses):
        raise refuse(Code.BREAK_OUTSIDE, "breaks")
    if any(later[0] < earlier[1] for earlier, later in pairwise(pauses)):
        raise refuse(Code.BREAKS_OVERLAP, "breaks")
    paused = sum((last - first for first, last in pauses), timedelta())
    return WorkingTime(minutes=int((ends - begins - paused).total_seconds()) // 60, ends_next_day=next_day)


def _pause(day: date, start: time, pause: tuple[time, time]) -> tuple[datetime, datetime]:
    """Place a break after the start of work: on the same day, or on the next after midnight."""
    first, last = pause
    if first == last:
        raise refuse(Code.NO_LENGTH, "breaks")
    first_day = day if first >= start else day + ONE_DAY
    last_day = first_day if last > first else first_day + ONE_DAY
    return instant(first_day, first, field="breaks"), instant(last_day, last, fold=1, field="breaks")


# --- working days ----------------------------------------------------------------------------


@lru_cache(maxsize=64)
def holidays_of(year: int) -> frozenset[date]:
    """Public holidays of Finland, with Midsummer Eve and Christmas Eve (days off in practice)."""
    import holidays  # noqa: PLC0415 - heavy, and only needed when a calendar is asked for

    return frozenset(holidays.country_holidays("FI", years=year))


@lru_cache(maxsize=64)
def bank_holidays_of(year: int) -> frozenset[date]:
    """Days when euro payments do not move between banks (TARGET closing days)."""
    import holidays  # noqa: PLC0415 - heavy, and only needed when a calendar is asked for

    return frozenset(holidays.financial_holidays("XECB", years=year))


def is_holiday(day: date) -> bool:
    """Whether a day is a public holiday or one of the two eves."""
    return day in holidays_of(day.year)


def is_working_day(day: date) -> bool:
    """Whether a day is no Saturday, Sunday, holiday or bank closing day."""
    return day.weekday() < SATURDAY and not is_holiday(day) and day not in bank_holidays_of(day.year)
