"""Builders of the comparison of a job: a group, and a question about a phase sold by the hour."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from subcontract import papers
from subcontract.benefits.subsidy import SubsidyTerms
from subcontract.days import Month
from subcontract.ids import JobId
from subcontract.jobs.job import Basis, PayForm, PhaseCosts
from subcontract.money import Money
from subcontract.payout.tariffs import ClassRates
from subcontract.payout.wages.withholding import CardUse, NoCard
from subcontract.payout.what_if.ask import Person, WhatIfAsk
from subcontract.payout.what_if.compare import compare
from subcontract.pricing.phase import PhaseAsk
from tests import make, make_benefits

NOVEMBER = Month(2026, 11)
PAY_DAY = date(2026, 12, 15)
CARD = CardUse(base=Decimal(5), additional=Decimal(25), limit=Money(6000))


def person(name: str = "Aalto, Liisa", **fields: Any) -> Person:
    """Born in 1990, with the card of WE-2c, eight euros a day on allowance."""
    default = Person(
        name=name,
        born=date(1990, 5, 1),
        rates=ClassRates(tariff=make.tariff(), name="A", day=Money(8)),
        ground=CARD,
    )
    return replace(default, **fields)


def hourly_phase(**costs: Any) -> PhaseAsk:
    """A thousand hours sold by the hour, 350 euros of materials, eight per cent of overhead."""
    default: dict[str, Any] = {
        "pay_form": PayForm.ALLOWANCE,
        "per_day": Money(8),
        "persons": 4,
        "days": Decimal(60),
        "materials": Money(350),
        "overhead": Decimal(8),
        "margin": Decimal(5),
    }
    hours = Decimal(1000)
    return PhaseAsk(
        day=PAY_DAY,
        basis=Basis.HOUR,
        quantity=hours,
        hours=hours,
        costs=PhaseCosts(**default | costs),
        vat=Decimal("25.5"),
    )


def ask(**fields: Any) -> WhatIfAsk:
    """Two people for nine hours on three days a week, at 13,35 an hour."""
    default = WhatIfAsk(
        month=NOVEMBER,
        pay_day=PAY_DAY,
        people=(person(), person("Berg, Emil")),
        weekly_minutes=540,
        weekly_days=3,
        hourly=Money("13.35"),
        holiday=Decimal(9),
        employer_costs=Decimal("24.9"),
        subsidy=SubsidyTerms(percentage=Decimal(70), cap=Money(1770)),
        phases=(hourly_phase(),),
        unit_price=Decimal("12.00"),
    )
    return replace(default, **fields)


def facts(**fields: Any) -> papers.ComparisonFacts:
    """Four people of a shelving job, one with a pension near its limit, one without a card."""
    pension = make_benefits.pension()
    elsewhere = make_benefits.outside(month=NOVEMBER, amount=Money(380))
    group = (
        person(),
        person("Berg, Emil", pensions=(pension,), outside=(elsewhere,)),
        person("Heino, Sari", ground=NoCard()),
        person("Korhonen, Matti", decision=SubsidyTerms(percentage=Decimal(50), cap=Money(1260))),
    )
    default = papers.ComparisonFacts(
        comparison=compare(ask(people=group)),
        job=make.job(id=JobId(UUID(int=31)), number=12, name="Hyllytys, Tavaratalo Kuusi"),
        unit=make.unit(),
        day=date(2026, 11, 23),
        customer="Tavaratalo Kuusi Oy",
        by="Maija Koivu",
    )
    return replace(default, **fields)
