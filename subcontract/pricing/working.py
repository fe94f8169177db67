"""How the price of a phase came about, line by line, for whoever asks why."""

from collections.abc import Iterator
from decimal import Decimal

from subcontract.jobs.job import Basis, PayForm, PhaseCosts
from subcontract.money import Money, product
from subcontract.pricing.phase import PhaseAsk, PhasePrice
from subcontract.rules import WorkingLine
from subcontract.words import N_


def working(ask: PhaseAsk, price: PhasePrice) -> tuple[WorkingLine, ...]:
    """Every step from the quantity to the price with VAT."""
    return (*_work(ask, price), *_costs(ask.costs, price), *_price(ask, price))


def _line(
    what: str,
    amount: Money | Decimal,
    basis: Money | Decimal | None = None,
    rate: Money | Decimal | None = None,
) -> WorkingLine:
    return WorkingLine(what=what, basis=_figure(basis), rate=_figure(rate), amount=amount)


def _figure(value: Money | Decimal | None) -> Decimal | None:
    return value.amount if isinstance(value, Money) else value


def _work(ask: PhaseAsk, price: PhasePrice) -> Iterator[WorkingLine]:
    """Hours, and what the people get for them."""
    costs = ask.costs
    if ask.basis is Basis.PIECE:
        minutes = product(ask.quantity, ask.minutes_per_unit)
        yield _line(
            N_("Hours of work: minutes of all pieces, by 60 and by the pace"), price.hours, minutes, ask.pace
        )
    else:
        yield _line(N_("Hours of work"), price.hours)
    if costs.pay_form is PayForm.WAGE:
        yield _line(N_("Wages of the hours"), price.pay, price.hours, costs.hourly)
    else:
        days = product(costs.persons, costs.days)
        yield _line(N_("Allowances: people times days"), price.pay, days, costs.per_day)
    if costs.pay_form is PayForm.WAGE or costs.holiday_compensation or costs.employer_costs:
        yield from _on_pay(costs, price)


def _on_pay(costs: PhaseCosts, price: PhasePrice) -> Iterator[WorkingLine]:
    """What an employer pays on top of the wages."""
    yield _line(N_("Holiday compensation"), price.holiday_compensation, price.pay, costs.holiday_compensation)
    paid = price.pay + price.holiday_compensation
    yield _line(N_("Employer's costs"), price.employer_costs, paid, costs.employer_costs)


def _costs(costs: PhaseCosts, price: PhasePrice) -> Iterator[WorkingLine]:
    """Things bought, the coach, and the sum of direct costs."""
    goods = (
        (N_("Materials"), costs.materials),
        (N_("Tools"), costs.tools),
        (N_("Work clothes"), costs.clothes),
        (N_("Transport"), costs.transport),
    )
    yield from (_line(what, amount) for what, amount in goods if amount)
    coach = (
        N_("Coach's hours, part of the price")
        if costs.coach_in_price
        else N_("Coach's hours, a social service outside the price")
    )
    yield _line(coach, price.coach, costs.coach_hours, costs.coach_hourly)
    yield _line(N_("Direct costs"), price.direct)


def _price(ask: PhaseAsk, price: PhasePrice) -> Iterator[WorkingLine]:
    """Overhead, margin, the price of a unit and of the whole."""
    yield _line(N_("Overhead on direct costs"), price.overhead, price.direct, ask.costs.overhead)
    yield _line(N_("Cost: the lowest acceptable price"), price.cost)
    yield _line(N_("Margin on the cost"), price.margin, price.cost, ask.costs.margin)
    yield _line(N_("Price"), price.price)
    yield _line(N_("Price of a unit, rounded up to the step"), price.unit_price, price.price, price.units)
    yield _line(N_("Price at the rounded unit price"), price.price_at_unit, price.units, price.unit_price)
    vat = price.with_vat - price.price_at_unit
    yield _line(N_("Value added tax"), vat, price.price_at_unit, ask.vat)
    yield _line(N_("Price with VAT"), price.with_vat)
