"""Reads what the comparison of a job starts from; no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from subcontract.actions.what_if_facts import WhatIfFacts, what_if_facts
from subcontract.jobs.job import Job
from subcontract.money import product, ratio, to_step
from subcontract.people.unit import Unit
from subcontract.ports import Lists
from subcontract.pricing.phase import PhaseAsk, price_phase
from subcontract.problems import Refused

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIfAnswer:
    """What was read of a job."""

    facts: WhatIfFacts
    unit: Unit
    customer: str


def read_what_if(lists: Lists, job: Job, today: date) -> WhatIfAnswer | Refused:
    """The job's group and the usual assumptions; why not, when rates of the pay day are not known yet."""
    customer = lists.customers.find(job.customer)
    try:
        facts = what_if_facts(lists, job, today)
    except Refused as refused:
        return refused
    return WhatIfAnswer(
        facts=facts,
        unit=lists.units.get(job.unit),
        customer=customer.name if customer else "",
    )


def present_price(job: Job, asks: Iterable[PhaseAsk]) -> Decimal:
    """The agreed or suggested price of what the comparison sells: a unit, or an hour of all phases."""
    priced = []
    for phase, ask in zip(job.phases, asks, strict=True):
        try:
            price = price_phase(ask)
        except Refused:
            continue
        if price.hours:
            priced.append((phase.unit_price or price.unit_price, price.units, price.hours))
    if len(priced) == 1:
        return priced[0][0]
    hours = sum((own for _, _, own in priced), Decimal(0))
    whole = sum((product(price, units) for price, units, _ in priced), Decimal(0))
    return to_step(ratio(whole, hours), CENT) if hours else Decimal(0)
