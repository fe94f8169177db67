"""The proposals of this session side by side: at most three, each with its letter; no Qt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from subcontract.days import DateRange
from subcontract.rota.rotation.solving.conflicts import Conflict
from ui.presenters.rota.proposal.question import Measured, Question

LETTERS = ("A", "B", "C")


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One proposal."""

    letter: str
    question: Question
    plan: Measured
    is_first: bool = True
    """The greedy plan so far, or all there is of it."""
    whole: bool = False
    """All was tried; otherwise somebody stopped it, or it was cut short."""
    percent: int | None = None
    """At most so many hundredths worse than the best possible; ``None`` while nothing is proven."""
    conflict: Conflict | None = None


@dataclass(slots=True)
class Shelf:
    """The proposals of some days, the oldest first."""

    made: dict[str, Kept] = field(default_factory=dict)
    chosen: str = ""

    def __iter__(self) -> Iterator[Kept]:
        """By letter."""
        return iter(sorted(self.made.values(), key=lambda kept: kept.letter))

    @property
    def shown(self) -> Kept | None:
        """The one that is looked at."""
        return self.made.get(self.chosen)

    def add(self, question: Question, plan: Measured) -> Kept:
        """Keep a new one and look at it; the oldest that is not looked at makes room."""
        free = next((letter for letter in LETTERS if letter not in self.made), "")
        letter = free or next(letter for letter in self.made if letter != self.chosen)
        self.made.pop(letter, None)
        return self.keep(Kept(letter=letter, question=question, plan=plan))

    def keep(self, kept: Kept) -> Kept:
        """Keep a proposal as it is now, in its place, and look at it."""
        self.made[kept.letter] = kept
        self.chosen = kept.letter
        return kept


Shelves = Mapping[DateRange, Shelf]
"""By the days that were asked about."""
