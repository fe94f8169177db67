"""Kind ``price``: the price of one phase."""

from decimal import Decimal

from subcontract.jobs.job import Basis, PayForm, PhaseCosts
from subcontract.money import ZERO, Money
from subcontract.pricing.phase import PhaseAsk, PhasePrice, price_phase
from subcontract.pricing.working import working
from subcontract.words import N_
from ui.calc.case import Answer, Case, Field, plain
from ui.calc.kinds import Kind

NOTHING = Decimal(0)
NO_VAT_CODES = frozenset({"E", "AE", "Z"})
PAY = frozenset({"form", "hourly", "holiday_compensation", "employer_costs", "per_day", "persons", "days"})


def answer(case: Case) -> Answer:
    """Price the phase."""
    ask = _ask(case)
    price = price_phase(ask)
    return Answer(result=_result(price), lines=working(ask, price))


def _ask(case: Case) -> PhaseAsk:
    """Read the phase; of hours, days and the whole, what is sold is what is given."""
    basis = case.choice("basis", Basis)
    by_piece = basis is Basis.PIECE
    costs = _costs(case)
    return PhaseAsk(
        day=case.day("date"),
        basis=basis,
        quantity=_sold(case, basis, costs.days),
        minutes_per_unit=case.number("minutes_per_unit", None if by_piece else NOTHING),
        pace=case.number("pace", Decimal(1)),
        hours=NOTHING if by_piece else _hours(case, basis, costs.pay_form),
        costs=costs,
        vat=NOTHING if case.is_one_of("vat", NO_VAT_CODES) else case.number("vat"),
    )


def _hours(case: Case, basis: Basis, form: PayForm) -> Decimal:
    """Hours given as such, or as the quantity of a phase sold by the hour; an allowance needs none."""
    if basis is Basis.HOUR and case.given("quantity") and not case.given("hours"):
        return case.number("quantity")
    needed = basis is Basis.HOUR or form is PayForm.WAGE
    return case.number("hours", None if needed else NOTHING)


def _sold(case: Case, basis: Basis, days: Decimal) -> Decimal:
    """Pieces or days; hours are sold as they are worked, and a whole is one."""
    if basis is Basis.PIECE:
        return case.number("quantity")
    if basis is not Basis.DAY:
        return NOTHING
    if case.given("quantity") and not case.given("days"):
        return case.number("quantity")
    return case.number("days", days or None)


def _costs(case: Case) -> PhaseCosts:
    """Read what goes into the price; what is left out costs nothing."""
    pay = case.inner("pay", PAY)
    return PhaseCosts(
        pay_form=pay.choice("form", PayForm, None if pay.has_fields() else PayForm.WAGE),
        hourly=pay.money("hourly", ZERO),
        holiday_compensation=pay.number("holiday_compensation", NOTHING),
        employer_costs=pay.number("employer_costs", NOTHING),
        per_day=pay.money("per_day", ZERO),
        persons=pay.whole("persons", 0),
        days=pay.number("days", NOTHING),
        materials=case.money("materials", ZERO),
        tools=case.money("tools", ZERO),
        clothes=case.money("clothes", ZERO),
        transport=case.money("transport", ZERO),
        coach_hours=case.number("coach_hours", NOTHING),
        coach_hourly=case.money("coach_hourly", ZERO),
        coach_in_price=case.yes("coach_in_price"),
        overhead=case.number("overhead", NOTHING),
        margin=case.number("margin", NOTHING),
        price_step=case.number("price_step", Decimal("0.01")),
    )


def _result(price: PhasePrice) -> dict[str, object]:
    named: dict[str, Decimal | Money] = {
        "hours": price.hours,
        "pay": price.pay,
        "holiday_compensation": price.holiday_compensation,
        "employer_costs": price.employer_costs,
        "direct": price.direct,
        "coach": price.coach,
        "overhead": price.overhead,
        "cost": price.cost,
        "margin": price.margin,
        "price": price.price,
        "unit_price": price.unit_price,
        "price_at_unit": price.price_at_unit,
        "with_vat": price.with_vat,
    }
    return {name: plain(value) for name, value in named.items()}


KIND = Kind(
    purpose=N_("Price of one phase of a job"),
    fields=(
        Field(name="date", unit=N_("date")),
        Field(name="basis", unit=N_("piece, hour, day or fixed")),
        Field(name="quantity", unit=N_("pieces")),
        Field(name="minutes_per_unit", unit=N_("minutes of a piece")),
        Field(name="pace", unit=N_("expected pace of the group, 1 is the measured pace")),
        Field(name="hours", unit=N_("working hours, when not by the piece")),
        Field(name="days", unit=N_("days, when by the day")),
        Field(
            name="pay",
            unit=N_(
                "form wage with hourly, holiday_compensation and employer_costs, "
                "or form allowance with per_day, persons and days"
            ),
        ),
        Field(name="materials", unit=N_("euros")),
        Field(name="tools", unit=N_("euros")),
        Field(name="clothes", unit=N_("euros")),
        Field(name="transport", unit=N_("euros")),
        Field(name="coach_hours", unit=N_("hours")),
        Field(name="coach_hourly", unit=N_("euros an hour")),
        Field(name="coach_in_price", unit=N_("true or false")),
        Field(name="overhead", unit=N_("per cent of direct costs")),
        Field(name="margin", unit=N_("per cent of the cost")),
        Field(name="vat", unit=N_("rate in per cent, or E, AE, Z")),
        Field(name="price_step", unit=N_("euros; the unit price is rounded up to its multiple")),
    ),
    example=(
        '{"date":"2026-11-22","basis":"piece","quantity":"1200","minutes_per_unit":"1.50","pace":"0.60",'
        '"pay":{"form":"wage","hourly":"11.20","holiday_compensation":"9.0","employer_costs":"24.9"},'
        '"materials":"35.00","tools":"10.00","clothes":"0.00","transport":"24.00","coach_hours":"16.00",'
        '"coach_hourly":"28.50","coach_in_price":false,"overhead":"8.0","margin":"5.0","vat":"25.5",'
        '"price_step":"0.01"}'
    ),
    answer=answer,
)
