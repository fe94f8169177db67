"""The comparison: each way with its people, cost and lowest price, and what it would take to pay wages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from subcontract.money import ZERO, Money, total
from subcontract.payout.what_if.ask import Way, WhatIfAsk
from subcontract.payout.what_if.people import InHand, allowance_of, most_weekly_minutes, wage_of
from subcontract.payout.what_if.price import Cost, Selling, cost_of, selling
from subcontract.problems import Code, Problem, Refused

LEAST = 1
MOST_WEEKLY_MINUTES = 60 * 60
MOST_WEEKLY_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class WayResult:
    """A month one way."""

    way: Way
    people: tuple[InHand, ...]
    cost: Cost
    subsidy: Money
    """Of the whole group."""
    lowest: Decimal
    """The lowest price of a unit that covers the cost that is left after the subsidy."""
    left: Money
    """What the present price leaves after the cost; below zero when it does not cover it."""

    @property
    def in_hand(self) -> Money:
        """What the people get together."""
        return total(one.net for one in self.people)

    @property
    def after_subsidy(self) -> Money:
        """What a month costs the provider."""
        return max(ZERO, self.cost.total - self.subsidy)

    @property
    def near(self) -> tuple[InHand, ...]:
        """Those who come near their earnings limit or over it."""
        return tuple(one for one in self.people if one.month is not None and one.month.state.is_near)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The job three ways."""

    ask: WhatIfAsk
    selling: Selling
    revenue: Money
    """What a month brings at the present price."""
    ways: Mapping[Way, WayResult]
    fits: int | None
    """Weekly minutes at which every pensioner stays under the limit; ``None`` without such limits."""


def compare(ask: WhatIfAsk) -> Comparison:
    """Reckon the three ways; refuses with every value that cannot be."""
    _must_be_possible(ask)
    sold = selling(ask)
    revenue = sold.brings(ask.unit_price)
    ways = {way: _way(way, ask, sold, revenue) for way in Way}
    return Comparison(ask=ask, selling=sold, revenue=revenue, ways=ways, fits=most_weekly_minutes(ask))


def _way(way: Way, ask: WhatIfAsk, sold: Selling, revenue: Money) -> WayResult:
    """One way."""
    if way is Way.ALLOWANCE:
        people = tuple(allowance_of(person, ask) for person in ask.people)
    else:
        people = tuple(wage_of(person, ask, way) for person in ask.people)
    cost = cost_of(way, total(one.gross for one in people), ask)
    subsidy = total(one.subsidy for one in people)
    after = max(ZERO, cost.total - subsidy)
    return WayResult(
        way=way,
        people=people,
        cost=cost,
        subsidy=subsidy,
        lowest=sold.price(after),
        left=revenue - after,
    )


def _must_be_possible(ask: WhatIfAsk) -> None:
    """Refuse what cannot be, every value at once."""
    problems = [*_impossible_time(ask), *_negative(ask)]
    if not ask.people:
        problems.append(Problem(code=Code.REQUIRED, field="people"))
    if problems:
        raise Refused(*problems)


def _impossible_time(ask: WhatIfAsk) -> Iterator[Problem]:
    for name, value, most in (
        ("weekly_minutes", ask.weekly_minutes, MOST_WEEKLY_MINUTES),
        ("weekly_days", ask.weekly_days, MOST_WEEKLY_DAYS),
    ):
        if value < LEAST:
            yield Problem(code=Code.TOO_SMALL, field=name, facts={"least": LEAST})
        elif value > most:
            yield Problem(code=Code.TOO_LARGE, field=name, facts={"most": most})


def _negative(ask: WhatIfAsk) -> Iterator[Problem]:
    figures = {
        "hourly": ask.hourly.amount,
        "per_day": ask.per_day.amount,
        "holiday": ask.holiday,
        "employer_costs": ask.employer_costs,
        "unit_price": ask.unit_price,
    }
    for name, value in figures.items():
        if value < 0:
            yield Problem(code=Code.NEGATIVE, field=name)
