"""A linear model in whole numbers, for whichever solver: columns with costs and bounds, rows with bounds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

FREE = 10**9
"""A bound that binds nothing."""
Terms = Sequence[tuple[int, int]]
"""Columns with their factors."""


@dataclass(slots=True)
class Rows:
    """Columns and rows as they are added; the cost is to be as small as can be."""

    constant: int = 0
    cost: list[int] = field(default_factory=list)
    low: list[int] = field(default_factory=list)
    high: list[int] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    row_low: list[int] = field(default_factory=list)
    row_high: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    columns: list[int] = field(default_factory=list)
    factors: list[int] = field(default_factory=list)

    def column(self, cost: int, low: int, high: int, *, whole: bool = False) -> int:
        """Add a column and tell its number."""
        self.cost.append(cost)
        self.low.append(low)
        self.high.append(high)
        self.whole.append(whole)
        return len(self.cost) - 1

    def row(self, terms: Iterable[tuple[int, int]], low: int, high: int) -> None:
        """Add a row: the sum of the terms lies between the bounds."""
        for column, factor in terms:
            self.columns.append(column)
            self.factors.append(factor)
        self.starts.append(len(self.columns))
        self.row_low.append(low)
        self.row_high.append(high)

    def curve(self, terms: Terms, points: Sequence[tuple[int, int]]) -> None:
        """Cost a sum by a curve that bends upwards: (value, cost) pairs by value, the sum never beyond them.

        Between two values the cost lies on the line between their costs; whole sums cost exactly theirs.
        """
        first, cost = points[0]
        self.constant += cost
        steps = [
            (self.column(after[1] - before[1], 0, 1), before[0] - after[0])
            for before, after in pairwise(points)
        ]
        self.row((*terms, *steps), first, first)
