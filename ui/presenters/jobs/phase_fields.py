"""The fields of a phase on the price sheet; no Qt."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from subcontract.jobs.job import Basis, PayForm, Phase, PhaseCosts
from subcontract.jobs.job_check import LEAST_SHARE
from subcontract.money import ZERO
from subcontract.words import N_
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.jobs.words import BASES, PAY_FORMS, SPLITS
from ui.presenters.vat_classes import VAT_CLASSES

WORK, PEOPLE, THINGS = N_("The work"), N_("People's pay"), N_("Materials, tools and transport")
COACH, PRICE, MARKET = N_("Guidance"), N_("Price"), N_("Market price")
PICTOGRAMS = {
    "boxes": N_("Boxes"),
    "shelf": N_("Shelf"),
    "labels": N_("Labels"),
    "assembly": N_("Assembly"),
    "post": N_("Post"),
    "broom": N_("Cleaning"),
    "vacuum": N_("Vacuum cleaner"),
    "washing": N_("Washing"),
    "laundry": N_("Laundry"),
    "iron": N_("Ironing"),
    "kitchen": N_("Kitchen"),
    "meal": N_("Meal"),
    "bread": N_("Baking"),
    "coffee": N_("Coffee"),
    "garden": N_("Garden"),
    "leaves": N_("Leaves"),
    "snow": N_("Snow"),
    "wood": N_("Wood"),
    "bicycle": N_("Bicycle"),
}


def _choices(words: dict[Any, str]) -> tuple[Choice, ...]:
    return tuple(Choice(value=value, label=word) for value, word in words.items())


def _amount(name: str, label: str, group: str, help_: str = "") -> FieldSpec:
    return FieldSpec(name=name, label=label, kind=FieldKind.MONEY, group=group, help=help_)


def _quantity(name: str, label: str, group: str, *, unit: str = "", help_: str = "") -> FieldSpec:
    return FieldSpec(
        name=name, label=label, kind=FieldKind.QUANTITY, group=group, unit=unit, help=help_, places=4
    )


def _percent(name: str, label: str, group: str) -> FieldSpec:
    return FieldSpec(name=name, label=label, kind=FieldKind.PERCENT, group=group, most=Decimal(500))


FIELDS = (
    FieldSpec(name="name", label=N_("Phase of work"), required=True, group=WORK, max_length=120),
    FieldSpec(
        name="basis",
        label=N_("Priced"),
        kind=FieldKind.CHOICE,
        required=True,
        group=WORK,
        choices=_choices(BASES),
    ),
    FieldSpec(name="unit_name", label=N_("Unit on the invoice"), group=WORK, max_length=20),
    _quantity(
        "quantity",
        N_("How many"),
        WORK,
        help_=N_("Pieces, days or hours that are sold. By the hour: empty when all working hours are sold."),
    ),
    _quantity(
        "minutes_per_unit",
        N_("Minutes of one piece"),
        WORK,
        unit=N_("min"),
        help_=N_("An estimate, used until the work is measured."),
    ),
    _quantity(
        "pace",
        N_("Pace of the group"),
        WORK,
        help_=N_("1 is as measured, 0,6 a group that needs more time. For planning only."),
    ),
    _quantity("hours", N_("Working hours"), WORK, unit=N_("h"), help_=N_("Everybody's hours together.")),
    FieldSpec(
        name="pay_form",
        label=N_("People are paid"),
        kind=FieldKind.CHOICE,
        required=True,
        group=PEOPLE,
        choices=_choices(PAY_FORMS),
    ),
    _amount("hourly", N_("Wage of an hour"), PEOPLE),
    _percent("holiday_compensation", N_("Holiday compensation"), PEOPLE),
    _percent("employer_costs", N_("Employer's costs"), PEOPLE),
    _amount("per_day", N_("Allowance of a day"), PEOPLE),
    FieldSpec(name="persons", label=N_("People"), kind=FieldKind.QUANTITY, group=PEOPLE, places=0),
    _quantity("days", N_("Days"), PEOPLE),
    _amount("materials", N_("Materials"), THINGS),
    _amount("tools", N_("Tools"), THINGS),
    _amount("clothes", N_("Work clothes"), THINGS),
    _amount("transport", N_("Transport"), THINGS),
    _quantity(
        "coach_hours",
        N_("Coach's hours"),
        COACH,
        unit=N_("h"),
        help_=N_("Guidance is a social service: it stays outside the price unless you switch it on."),
    ),
    _amount("coach_hourly", N_("Cost of a coach's hour"), COACH),
    FieldSpec(name="coach_in_price", label=N_("Guidance is in the price"), kind=FieldKind.FLAG, group=COACH),
    _percent("overhead", N_("Overhead"), PRICE),
    _percent("margin", N_("Margin"), PRICE),
    FieldSpec(
        name="price_step",
        label=N_("Price rounded up to"),
        kind=FieldKind.QUANTITY,
        group=PRICE,
        unit="€",
        places=4,
        required=True,
        least=Decimal("0.0001"),
    ),
    FieldSpec(
        name="unit_price",
        label=N_("Agreed price of a unit"),
        kind=FieldKind.QUANTITY,
        group=PRICE,
        unit="€",
        places=4,
        help=N_("Without VAT. Offered and invoiced by this price."),
    ),
    FieldSpec(
        name="vat_class",
        label=N_("VAT"),
        kind=FieldKind.CHOICE,
        required=True,
        group=PRICE,
        choices=_choices(VAT_CLASSES),
    ),
    FieldSpec(
        name="market_price",
        label=N_("Others ask for a unit"),
        kind=FieldKind.QUANTITY,
        group=MARKET,
        unit="€",
        places=4,
    ),
    FieldSpec(
        name="market_source",
        label=N_("Where the market price is from"),
        group=MARKET,
        max_length=120,
        help=N_("For example: two price lists, October 2026."),
    ),
    FieldSpec(
        name="split",
        label=N_("A group's result is shared"),
        kind=FieldKind.CHOICE,
        required=True,
        group=N_("In recording"),
        choices=_choices(SPLITS),
    ),
    FieldSpec(
        name="pictogram",
        label=N_("Picture"),
        kind=FieldKind.CHOICE,
        required=True,
        group=N_("In recording"),
        choices=_choices(PICTOGRAMS),
    ),
)
SHARE_LINE = (
    FieldSpec(name="client", label=N_("Client"), kind=FieldKind.CHOICE, required=True),
    FieldSpec(
        name="share",
        label=N_("Agreed share"),
        kind=FieldKind.QUANTITY,
        required=True,
        places=4,
        least=LEAST_SHARE,
    ),
)
PLACE_PARTS = 3
COSTS = frozenset(PhaseCosts.__dataclass_fields__)
OF_PIECES = frozenset(("minutes_per_unit", "pace", "split"))
OF_WAGE = frozenset(("hourly", "holiday_compensation", "employer_costs"))
OF_ALLOWANCE = frozenset(("per_day", "persons", "days"))


def hidden_fields(basis: object, pay_form: object) -> set[str]:
    """The fields that do not belong to a basis and a form of pay."""
    hidden = set(OF_WAGE if pay_form is PayForm.ALLOWANCE else OF_ALLOWANCE)
    if basis is Basis.PIECE:
        hidden.add("hours")
    else:
        hidden |= OF_PIECES
    if basis is Basis.FIXED:
        hidden.add("quantity")
    if basis in {Basis.HOUR, Basis.DAY}:
        hidden.add("unit_name")
    return hidden


def terms_of(costs: PhaseCosts) -> PhaseCosts:
    """The wages, percentages and prices of an hour, without what one phase takes of them."""
    return replace(
        costs,
        days=Decimal(0),
        materials=ZERO,
        tools=ZERO,
        clothes=ZERO,
        transport=ZERO,
        coach_hours=Decimal(0),
    )


def values_of(phase: Phase) -> dict[str, object]:
    """The form's values of a phase; nothing stands in a field whose figure is zero."""
    values: dict[str, object] = {}
    for spec in FIELDS:
        value = getattr(phase.costs if spec.name in COSTS else phase, spec.name)
        if isinstance(value, int) and not isinstance(value, bool):
            value = Decimal(value)
        values[spec.name] = value or None
    values["coach_in_price"] = phase.costs.coach_in_price
    return values


def phase_of(base: Phase, values: dict[str, Any]) -> Phase:
    """The phase with those of its values that could be read; an emptied figure is zero."""
    plain = {name: _filled(base, name, value) for name, value in values.items() if name not in COSTS}
    costs = {name: _filled(base.costs, name, value) for name, value in values.items() if name in COSTS}
    phase = _replaced(base, plain, costs)
    if phase.basis is Basis.HOUR and not phase.quantity:
        return _replaced(phase, {"quantity": phase.hours}, {})
    return phase


def _replaced(base: Phase, plain: dict[str, Any], costs: dict[str, Any]) -> Phase:
    return replace(base, **plain, costs=replace(base.costs, **costs))


def _filled(base: Phase | PhaseCosts, name: str, value: Any) -> Any:  # noqa: ANN401 - each field has its type
    """The value of a field; nothing in it is the zero of its kind."""
    before = getattr(base, name)
    if value is None:
        return ZERO if before.__class__ is ZERO.__class__ else before.__class__(0)
    return int(value) if name == "persons" else value


def place_of(name: str) -> tuple[int, str]:
    """Read ``phases.1.costs.margin`` as the place 1 and the field ``margin``."""
    parts = name.split(".")
    if len(parts) < PLACE_PARTS or parts[0] != "phases" or not parts[1].isdecimal():
        return -1, name
    return int(parts[1]), parts[-1]
