"""Where the program asks what day it is; a fixed clock serves tests and the demo centre."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

HELSINKI = ZoneInfo("Europe/Helsinki")


class Clock(Protocol):
    """The only source of today's date and the present moment."""

    def today(self) -> date:
        """The calendar day in Finland."""

    def now(self) -> datetime:
        """The present moment in UTC, aware of its zone."""


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The computer's own clock."""

    def today(self) -> date:
        """The calendar day in Finland now."""
        return self.now().astimezone(HELSINKI).date()

    def now(self) -> datetime:
        """The present moment in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still at ``moment`` (aware, any zone)."""

    moment: datetime

    def today(self) -> date:
        """The calendar day in Finland at the fixed moment."""
        return self.moment.astimezone(HELSINKI).date()

    def now(self) -> datetime:
        """The fixed moment in UTC."""
        return self.moment.astimezone(UTC)


def standing_at(day: date, hour: int = 12) -> FixedClock:
    """Make a clock that stands at ``hour`` o'clock of ``day`` in Finland."""
    return FixedClock(datetime(day.year, day.month, day.day, hour, tzinfo=HELSINKI))
