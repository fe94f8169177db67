"""What each goal costs, in points: whole numbers, so that every machine comes to the same plan.

A plan is better when it costs less. The figures are for a goal of weight 1; ``Weight`` multiplies them.
"""

UNFILLED = 100_000
"""A place below the least number: more than everything else that one place can cost."""
SHORT = 1_500
"""A place below the number that would be best."""
CHANGE = 100
"""A change to what people already know, whatever the weights."""
CHANGE_LITTLE = 700
"""A change where as little as possible is to change: two of them, who comes and who leaves, are still worth
less than a place below the best number."""

EVEN = 100
"""Hours one whole turn from the fair part; two turns cost four times as much."""
EVEN_GOOD = 50
"""Likewise a turn at the jobs that all like."""
EVEN_PAY = 50
"""Likewise the pay of a usual turn."""

DISLIKED_JOB = 80
PLAIN_JOB = 10
"""Another job than those that were wished for."""
DISLIKED_DAY = 50
PLAIN_DAY = 5

TOO_OFTEN = 25
"""The first turn at a job beyond an even rotation; the second costs four times as much."""
ALONE = 40
"""Somebody who should be with a certain person is with none of them."""
STRANGE_COACH = 10
NOT_TRIED = 120
"""A job that the person wants to try, could have had, and did not get."""


def squared(distance: int, unit: int, points: int) -> int:
    """The points of a distance that costs ``points`` at one unit and four times that at two."""
    return points * distance * distance // (unit * unit)
