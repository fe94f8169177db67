"""What a month of the job costs the provider one way, by the price sheet's own function.

The job's phases are taken by the hour: things bought and the coach's hours in the proportion in which the
group's hours of a month stand to the hours of the whole job.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from subcontract.jobs.job import Basis, PayForm, PhaseCosts
from subcontract.money import ZERO, Money, product, ratio, to_cent, to_step, total
from subcontract.payout.what_if.ask import Way, WhatIfAsk
from subcontract.pricing.phase import PhaseAsk, PhasePrice, at_unit, price_phase
from subcontract.problems import Refused

MINUTES_OF_HOUR = 60
UNIT_STEP = Decimal("0.000001")
CENT_STEP = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """A month's cost one way, before any subsidy."""

    pay: Money
    holiday_compensation: Money
    employer_costs: Money
    things: Money
    """Materials, tools, clothes, transport, and the coach where that is in the price."""
    overhead: Money
    total: Money

    @property
    def of_people(self) -> Money:
        """Pay with everything that comes on top of it."""
        return self.pay + self.holiday_compensation + self.employer_costs


@dataclass(frozen=True, slots=True, kw_only=True)
class Selling:
    """What is sold in a month, in the units of the price."""

    hours: Decimal
    units: Decimal
    step: Decimal
    basis: Basis
    """What the price is of: the phase's own unit when there is one phase, otherwise an hour."""

    def price(self, amount: Money) -> Decimal:
        """The lowest price of a unit that brings an amount, rounded up to the step."""
        return at_unit(amount, self.units, self.step)[0]

    def brings(self, unit_price: Decimal) -> Money:
        """What the month brings at a price."""
        return Money.rounded(product(unit_price, self.units))


def group_hours(ask: WhatIfAsk) -> Decimal:
    """Hours of the whole group in a month."""
    return to_cent(ratio(ask.minutes * len(ask.people), MINUTES_OF_HOUR))


def selling(ask: WhatIfAsk) -> Selling:
    """How the group's hours turn into what the firm buys."""
    hours, own = group_hours(ask), _with_hours(ask.phases)
    if len(own) == 1:
        phase, phase_hours = own[0]
        price = price_phase(phase)
        units = to_step(ratio(product(price.units, hours), phase_hours), UNIT_STEP)
        return Selling(hours=hours, units=units, step=phase.costs.price_step, basis=phase.basis)
    return Selling(hours=hours, units=hours, step=CENT_STEP, basis=Basis.HOUR)


def _with_hours(phases: Iterable[PhaseAsk]) -> tuple[tuple[PhaseAsk, Decimal], ...]:
    """The phases whose hours are known."""
    found = []
    for phase in phases:
        try:
            hours = price_phase(phase).hours
        except Refused:
            continue
        if hours:
            found.append((phase, hours))
    return tuple(found)


def cost_of(way: Way, paid: Money, ask: WhatIfAsk) -> Cost:
    """The month's cost; ``paid`` is the group's allowance, which the price sheet takes as a sum."""
    prices = [price_phase(one) for one in month_phases(way, paid, ask)]
    return Cost(
        pay=total(one.pay for one in prices),
        holiday_compensation=total(one.holiday_compensation for one in prices),
        employer_costs=total(one.employer_costs for one in prices),
        things=total(map(_things, prices)),
        overhead=total(one.overhead for one in prices),
        total=total(one.cost for one in prices),
    )


def _things(price: PhasePrice) -> Money:
    return price.direct - price.pay - price.holiday_compensation - price.employer_costs


def month_phases(way: Way, paid: Money, ask: WhatIfAsk) -> tuple[PhaseAsk, ...]:
    """The phases as a month of work by the hour, paid one way; one bare phase where no hours are known."""
    hours = group_hours(ask)
    if not hours:
        return ()
    known = _with_hours(ask.phases)
    if not known:
        bare = PhaseAsk(day=ask.pay_day, basis=Basis.HOUR, costs=PhaseCosts())
        known = ((bare, hours),)
    whole = sum((own for _, own in known), Decimal(0))
    # Hours have two decimals, as money has: shared out like it, the parts sum to the whole.
    parts = Money.rounded(hours).share_out({at: own for at, (_, own) in enumerate(known)})
    sums = paid.share_out({at: own for at, (_, own) in enumerate(known)})
    return tuple(
        replace(
            phase,
            basis=Basis.HOUR,
            quantity=Decimal(0),
            hours=parts[at].amount,
            costs=_month_costs(phase.costs, ratio(hours, whole), way, sums[at], ask),
        )
        for at, (phase, _) in enumerate(known)
        if parts[at]
    )


def _month_costs(costs: PhaseCosts, share: Decimal, way: Way, paid: Money, ask: WhatIfAsk) -> PhaseCosts:
    """A phase's costs for the month's share of its hours, with the pay of one way."""
    month = replace(
        costs,
        materials=_part(costs.materials, share),
        tools=_part(costs.tools, share),
        clothes=_part(costs.clothes, share),
        transport=_part(costs.transport, share),
        coach_hours=to_cent(product(costs.coach_hours, share)),
    )
    if way is Way.ALLOWANCE:
        return replace(
            month,
            pay_form=PayForm.ALLOWANCE,
            per_day=paid,
            persons=1,
            days=Decimal(1),
            holiday_compensation=Decimal(0),
            employer_costs=Decimal(0),
        )
    return replace(
        month,
        pay_form=PayForm.WAGE,
        hourly=ask.hourly,
        holiday_compensation=ask.holiday,
        employer_costs=ask.employer_costs,
    )


def _part(amount: Money, share: Decimal) -> Money:
    return Money.rounded(product(amount.amount, share)) if amount else ZERO
