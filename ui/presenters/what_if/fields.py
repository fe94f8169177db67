"""The fields of the comparison of a job, what they start from, and the question that they make; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from subcontract import rules
from subcontract.actions.what_if_facts import WhatIfFacts
from subcontract.benefits.subsidy import SubsidyTerms
from subcontract.jobs.job import Basis, Job
from subcontract.jobs.offers import vat_of
from subcontract.jobs.vat_classes import VAT_CODES
from subcontract.money import ZERO, Money
from subcontract.payout.what_if.ask import Way, WhatIfAsk
from subcontract.payout.what_if.compare import Comparison
from subcontract.pricing.phase import PhaseAsk, ask_of
from subcontract.problems import Problem, Refused
from subcontract.words import N_
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec

WORK, PAY, SUBSIDY = N_("Work and price"), N_("Pay"), N_("Wage subsidy assumed")
HALF, REDUCED = Decimal(50), Decimal(70)
HUNDRED = Decimal(100)
MOST_DAYS = Decimal(7)
MOST_WEEKLY = 60 * 60
FIELDS = (
    FieldSpec(
        name="weekly",
        label=N_("Work of each person in a week"),
        kind=FieldKind.HOURS,
        required=True,
        least=15,
        most=MOST_WEEKLY,
        group=WORK,
    ),
    FieldSpec(
        name="price",
        label=N_("Price for the firm"),
        kind=FieldKind.QUANTITY,
        required=True,
        unit="€",
        places=4,
        group=WORK,
    ),
    FieldSpec(
        name="days",
        label=N_("Days in a week"),
        kind=FieldKind.QUANTITY,
        required=True,
        places=0,
        least=Decimal(1),
        most=MOST_DAYS,
        group=WORK,
    ),
    FieldSpec(name="hourly", label=N_("Wage of an hour"), kind=FieldKind.MONEY, required=True, group=PAY),
    FieldSpec(
        name="holiday",
        label=N_("Holiday compensation"),
        kind=FieldKind.PERCENT,
        required=True,
        most=HUNDRED,
        group=PAY,
    ),
    FieldSpec(
        name="costs",
        label=N_("Employer's costs"),
        kind=FieldKind.PERCENT,
        required=True,
        most=HUNDRED,
        group=PAY,
    ),
    FieldSpec(
        name="tax",
        label=N_("Tax of those without a card"),
        kind=FieldKind.PERCENT,
        most=HUNDRED,
        group=PAY,
        help=N_("Empty: what the law withholds without a card. With a card it is often much less."),
    ),
    FieldSpec(
        name="per_day",
        label=N_("Allowance of a day"),
        kind=FieldKind.MONEY,
        group=PAY,
        help=N_("For those whose class is paid by neither day nor hour."),
    ),
    FieldSpec(
        name="percentage",
        label=N_("Share of the pay"),
        kind=FieldKind.CHOICE,
        required=True,
        choices=(
            Choice(value=HALF, label=N_("50 %: unemployed jobseeker")),
            Choice(value=REDUCED, label=N_("70 %: reduced work capacity")),
        ),
        group=SUBSIDY,
    ),
    FieldSpec(name="cap", label=N_("At most in a month"), kind=FieldKind.MONEY, required=True, group=SUBSIDY),
)
PURPOSE = N_("Comparing how a job is paid")
"""What the look at people's pay is written in the log for."""
LABELS = {
    Basis.PIECE: N_("Price for the firm, a piece"),
    Basis.HOUR: N_("Price for the firm, an hour"),
    Basis.DAY: N_("Price for the firm, a day"),
    Basis.FIXED: N_("Price for the firm, the whole"),
}
FIELD_OF = {
    "weekly_minutes": "weekly",
    "weekly_days": "days",
    "employer_costs": "costs",
    "unit_price": "price",
}
"""Fields of the form by those of the question, where they differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """A range of a field in whole steps."""

    least: int
    most: int
    step: Decimal
    """What one step is worth: minutes, or euros of a unit."""


MOST_STEPS = 1000
TIMES = 3
"""The price can be slid to so many times the present one, or twice the price of wages if that is higher."""
WEEKLY_SLIDE = Slide(least=4, most=160, step=Decimal(15))
"""From one hour to forty, by the quarter."""
NO_SLIDE = Slide(least=0, most=1, step=Decimal("0.01"))
"""Of a price before anything has been compared."""


def placed(refused: Refused) -> Refused:
    """What is refused of the question, at the fields that it comes from."""
    return Refused(
        *(
            Problem(code=one.code, field=FIELD_OF.get(one.field, one.field), facts=one.facts)
            for one in refused.problems
        )
    )


def phase_asks(job: Job, today: date, *, registered: bool) -> tuple[PhaseAsk, ...]:
    """The job's phases as its price sheet asks for them."""
    asks = []
    for phase in job.phases:
        vat = vat_of(phase, today, registered=registered)
        asks.append(ask_of(phase, today, Decimal(0) if vat in VAT_CODES else Decimal(vat)))
    return tuple(asks)


def starting_values(facts: WhatIfFacts, price: Decimal) -> dict[str, object]:
    """How the job is now, and the usual assumptions."""
    return {
        "weekly": facts.weekly_minutes,
        "price": price,
        "days": Decimal(facts.weekly_days),
        "hourly": facts.hourly or None,
        "holiday": facts.holiday,
        "costs": facts.employer_costs,
        "per_day": facts.per_day or None,
        "percentage": REDUCED,
        "cap": cap_of(REDUCED, facts.pay_day),
    }


def cap_of(percentage: Decimal, day: date) -> Money:
    """The largest subsidy of a month by the rules: the lower one where sources differ."""
    return rules.subsidy_cap(int(percentage), day).value


def question(facts: WhatIfFacts, phases: tuple[PhaseAsk, ...], values: Mapping[str, Any]) -> WhatIfAsk:
    """What stands in the fields, as a question."""
    return WhatIfAsk(
        month=facts.month,
        pay_day=facts.pay_day,
        people=facts.people,
        weekly_minutes=values["weekly"],
        weekly_days=int(values["days"]),
        per_day=values["per_day"] or ZERO,
        hourly=values["hourly"],
        holiday=values["holiday"],
        employer_costs=values["costs"],
        subsidy=SubsidyTerms(percentage=values["percentage"], cap=values["cap"]),
        assumed_tax=values["tax"],
        phases=phases,
        unit_price=values["price"],
    )


def price_slide(found: Comparison) -> Slide:
    """From nothing to some times the price, in the steps of the price sheet."""
    step = found.selling.step
    most = max(found.ask.unit_price * TIMES, found.ways[Way.WAGE].lowest * 2, step)
    while most / step > MOST_STEPS:
        step *= 10
    return Slide(least=0, most=int(most / step) + 1, step=step)
