"""The price of one phase: hours, pay, costs, overhead and margin.

Every named amount is rounded half up to the cent once, where it is made, and the next one goes on
from what is shown: whoever follows with a calculator comes to the same price. Only the unit price is
rounded up, to the step that the price is told in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from subcontract.jobs.job import Basis, PayForm, Phase, PhaseCosts
from subcontract.jobs.studies import phase_minutes
from subcontract.money import UP_TO_STEP, ZERO, Money, exact, product, ratio, to_cent, to_step, total
from subcontract.problems import Code, Problem, Refused

MINUTES_OF_HOUR = 60
CENT_PLACES = -2
MONEYS = ("hourly", "per_day", "materials", "tools", "clothes", "transport", "coach_hourly")
NUMBERS = ("holiday_compensation", "employer_costs", "persons", "days", "coach_hours", "overhead", "margin")


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseAsk:
    """What a phase's price is reckoned from; money without VAT, percentages in hundredths."""

    day: date
    basis: Basis
    quantity: Decimal = Decimal(0)
    """Pieces or days sold; hours sold when they differ from the working hours."""
    minutes_per_unit: Decimal = Decimal(0)
    pace: Decimal = Decimal(1)
    hours: Decimal = Decimal(0)
    """Working hours, when priced by the hour, the day or as a whole."""
    costs: PhaseCosts
    vat: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhasePrice:
    """The price of a phase and everything that went into it."""

    hours: Decimal
    units: Decimal
    """What the unit price is of: pieces, hours, days, or one whole."""
    pay: Money
    holiday_compensation: Money
    employer_costs: Money
    direct: Money
    coach: Money
    """The coach's hours: a social service, outside the price unless switched on."""
    overhead: Money
    cost: Money
    margin: Money
    price: Money
    unit_price: Decimal
    """The suggested price of a unit, rounded up to the step."""
    price_at_unit: Money
    """The suggested price of the whole at that unit price."""
    with_vat: Money
    lowest_unit_price: Decimal
    """What covers the cost and no more, rounded up to the step."""
    lowest_at_unit: Money
    lowest_with_vat: Money

    @property
    def per_hour(self) -> Money:
        """The suggested price for each working hour; zero when no hours are known."""
        return Money.rounded(ratio(self.price_at_unit.amount, self.hours)) if self.hours else ZERO


def ask_of(phase: Phase, on: date, vat: Decimal) -> PhaseAsk:
    """Make the question from a phase of a job; a time study goes before the estimate."""
    return PhaseAsk(
        day=on,
        basis=phase.basis,
        quantity=phase.quantity,
        minutes_per_unit=phase_minutes(phase),
        pace=phase.pace,
        hours=phase.hours,
        costs=_of_its_pay(phase.costs),
        vat=vat,
    )


def _of_its_pay(costs: PhaseCosts) -> PhaseCosts:
    """The costs that belong to the form of pay: an allowance is no wage and carries none of its costs.

    A phase keeps what was written for a wage while it is priced with an allowance, in case one goes back.
    """
    if costs.pay_form is PayForm.WAGE:
        return costs
    return replace(costs, holiday_compensation=Decimal(0), employer_costs=Decimal(0))


def price_phase(ask: PhaseAsk) -> PhasePrice:
    """Reckon the price of a phase; refuses with every value that cannot be."""
    _must_be_possible(ask)
    costs = ask.costs
    hours = hours_of(ask)
    units = _units(ask, hours)
    pay = _pay(costs, hours)
    holiday = pay.percent(costs.holiday_compensation)
    employer = (pay + holiday).percent(costs.employer_costs)
    coach = costs.coach_hourly.times(costs.coach_hours)
    goods = (costs.materials, costs.tools, costs.clothes, costs.transport)
    direct = total((pay, holiday, employer, *goods, coach if costs.coach_in_price else ZERO))
    overhead = direct.percent(costs.overhead)
    cost = direct + overhead
    margin = cost.percent(costs.margin)
    unit_price, price_at_unit = at_unit(cost + margin, units, costs.price_step)
    lowest_unit_price, lowest_at_unit = at_unit(cost, units, costs.price_step)
    return PhasePrice(
        hours=hours,
        units=units,
        pay=pay,
        holiday_compensation=holiday,
        employer_costs=employer,
        direct=direct,
        coach=coach,
        overhead=overhead,
        cost=cost,
        margin=margin,
        price=cost + margin,
        unit_price=unit_price,
        price_at_unit=price_at_unit,
        with_vat=price_at_unit + price_at_unit.percent(ask.vat),
        lowest_unit_price=lowest_unit_price,
        lowest_at_unit=lowest_at_unit,
        lowest_with_vat=lowest_at_unit + lowest_at_unit.percent(ask.vat),
    )


def hours_of(ask: PhaseAsk) -> Decimal:
    """Working hours of the phase: reckoned from pieces and pace, given otherwise; two decimals."""
    if ask.basis is not Basis.PIECE:
        return to_cent(exact(ask.hours))
    minutes = product(exact(ask.quantity), exact(ask.minutes_per_unit))
    return to_cent(ratio(minutes, product(MINUTES_OF_HOUR, exact(ask.pace))))


def at_unit(price: Money, units: Decimal, step: Decimal) -> tuple[Decimal, Money]:
    """The price of a unit rounded up to the step, and that of all units."""
    unit_price = to_step(ratio(price.amount, units), exact(step), UP_TO_STEP)
    places = min(CENT_PLACES, int(step.normalize().as_tuple().exponent))
    shown = unit_price.quantize(Decimal(1).scaleb(places))
    return shown, Money.rounded(product(shown, units))


def _pay(costs: PhaseCosts, hours: Decimal) -> Money:
    """What the people get: an hourly wage, or an allowance for each person and day."""
    if costs.pay_form is PayForm.WAGE:
        return costs.hourly.times(hours)
    return Money.rounded(product(costs.per_day.amount, costs.persons, exact(costs.days)))


def _units(ask: PhaseAsk, hours: Decimal) -> Decimal:
    """What is sold: pieces, hours, days, or the one whole."""
    if ask.basis is Basis.FIXED:
        return Decimal(1)
    if ask.basis is Basis.HOUR and not ask.quantity:
        return hours
    return exact(ask.quantity)


def _must_be_possible(ask: PhaseAsk) -> None:
    """Refuse what cannot be, every value of it at once."""
    problems = [*_impossible_work(ask), *_impossible_costs(ask.costs)]
    if exact(ask.vat) < 0:
        problems.append(Problem(code=Code.NEGATIVE, field="vat"))
    if problems:
        raise Refused(*problems)


def _impossible_work(ask: PhaseAsk) -> Iterator[Problem]:
    """Quantities must be positive where something is divided by them."""
    amounts = {"quantity": ask.quantity, "minutes_per_unit": ask.minutes_per_unit, "hours": ask.hours}
    yield from _negative(amounts)
    if exact(ask.pace) <= 0:
        yield Problem(code=Code.TOO_SMALL, field="pace")
    if ask.basis in {Basis.PIECE, Basis.DAY} and not exact(ask.quantity):
        yield Problem(code=Code.REQUIRED, field="quantity")
    if ask.basis is Basis.HOUR and not exact(ask.hours):
        yield Problem(code=Code.REQUIRED, field="hours")


def _impossible_costs(costs: PhaseCosts) -> Iterator[Problem]:
    """No cost is below zero, and the step of the price is above it."""
    yield from _negative(
        {
            **{name: getattr(costs, name).amount for name in MONEYS},
            **{name: getattr(costs, name) for name in NUMBERS},
        }
    )
    if exact(costs.price_step) <= 0:
        yield Problem(code=Code.TOO_SMALL, field="price_step")


def _negative(values: Mapping[str, Decimal | int]) -> Iterator[Problem]:
    for name, value in values.items():
        if exact(value) < 0:
            yield Problem(code=Code.NEGATIVE, field=name)
