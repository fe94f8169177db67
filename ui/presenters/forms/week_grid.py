"""Half-days of a week that can be switched on and off; no Qt."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from subcontract.people.client import HalfDay
from subcontract.words import N_, Texts

MONDAY = date(2024, 1, 1)
"""Any Monday: only the names of the weekdays are asked for."""
WEEK = 7
HALVES = (HalfDay.MORNING, HalfDay.AFTERNOON)
WORDS = {HalfDay.MORNING: N_("Morning"), HalfDay.AFTERNOON: N_("Afternoon")}
SPOKEN = {HalfDay.MORNING: N_("{weekday}, morning"), HalfDay.AFTERNOON: N_("{weekday}, afternoon")}
HalfDays = frozenset[tuple[int, HalfDay]]


class WeekGrid:
    """Seven days by two halves; arrow keys move, space switches."""

    def __init__(self, texts: Texts) -> None:
        """Start with nothing switched on."""
        self.texts = texts
        self.chosen: HalfDays = frozenset()
        self.locked = False
        self.on_change: Callable[[], None] | None = None
        self._loaded: HalfDays = frozenset()
        self._listeners: list[Callable[[], None]] = []

    def listen(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` whenever something was switched."""
        self._listeners.append(listener)

    def load(self, chosen: HalfDays) -> None:
        """Show a record's half-days; the grid is clean after it."""
        self._loaded = chosen
        self.restore(chosen)

    def state(self) -> HalfDays:
        """What is shown, to be put back with ``restore``."""
        return self.chosen

    def restore(self, chosen: HalfDays) -> None:
        """Show half-days without calling them saved."""
        self.chosen = chosen
        for listener in tuple(self._listeners):
            listener()

    def saved(self) -> None:
        """What is shown has been stored."""
        self._loaded = self.chosen

    @property
    def dirty(self) -> bool:
        """Whether something was switched since the grid was loaded."""
        return self.chosen != self._loaded

    def toggle(self, weekday: int, half: HalfDay) -> None:
        """Switch one half-day."""
        self._change(self.chosen ^ {(weekday, half)})

    def toggle_half(self, half: HalfDay) -> None:
        """Switch all mornings or afternoons of working days on, or off when they all are on."""
        row = frozenset((weekday, half) for weekday in range(5))
        self._change(self.chosen - row if row <= self.chosen else self.chosen | row)

    def _change(self, chosen: HalfDays) -> None:
        if self.locked:
            return
        self.restore(chosen)
        if self.on_change is not None:
            self.on_change()

    def weekday(self, weekday: int) -> str:
        """The short name of a weekday, Monday 0."""
        return self.texts.weekday(MONDAY + timedelta(days=weekday))

    def spoken(self, weekday: int, half: HalfDay) -> str:
        """What a screen reader calls a half-day."""
        return self.texts.say(SPOKEN[half], weekday=self.weekday(weekday))

    def summary(self) -> str:
        """The half-days in words: ``ma ap ip, ti ap``."""
        return ", ".join(self._words())

    def _words(self) -> Iterator[str]:
        short = {HalfDay.MORNING: N_("am"), HalfDay.AFTERNOON: N_("pm")}
        for weekday in range(WEEK):
            halves = [self.texts.say(short[half]) for half in HALVES if (weekday, half) in self.chosen]
            if halves:
                yield " ".join((self.weekday(weekday), *halves))
