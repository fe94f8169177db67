"""The price sheet against reckonings made by hand, and what it keeps a user from doing unawares."""

from decimal import Decimal

import pytest

from subcontract.jobs.job import Basis, PayForm
from subcontract.money import Money
from subcontract.people.unit import ProviderKind
from tests import make
from ui.presenters.jobs.price_sheet import PriceSheetPresenter
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("en")


def sheet(seller: ProviderKind = ProviderKind.COUNTY) -> PriceSheetPresenter:
    made = PriceSheetPresenter(TEXTS, lambda: make.TODAY)
    made.seller = seller
    return made


def write(on: PriceSheetPresenter, **fields: object) -> None:
    """Add a phase and fill it in as a user does: picks first, for they bring fields into sight."""
    on.add()
    for name, value in fields.items():
        if name in on.form.picked:
            on.form.pick(name, value)
    for name, value in fields.items():
        if name in on.form.typed:
            assert name not in on.form.hidden, name
            on.form.type(name, str(value))


TERMS: dict[str, object] = {"overhead": "8", "margin": "5", "price_step": "0,01"}
WAGE: dict[str, object] = {
    "pay_form": PayForm.WAGE,
    "hourly": "11,20",
    "holiday_compensation": "9",
    "employer_costs": "24,9",
}
DAYS: dict[str, object] = {"pay_form": PayForm.ALLOWANCE, "per_day": "5", "persons": "6", "days": "12"}
COACH: dict[str, object] = {"coach_hours": "16", "coach_hourly": "28,50"}
BY_HAND: list[tuple[dict[str, object], tuple[str, ...]]] = [
    # 60 h x 11.20 = 672.00; 9 % 60.48; 24.9 % of 732.48 = 182.39; direct 914.87; 8 % 73.19; cost 988.06;
    # 5 % 49.40; price 1037.46; / 60 = 17.291 -> 17.30; x 60 = 1038.00; VAT 264.69
    ({"basis": Basis.HOUR, "hours": "60", **WAGE}, ("988.06", "1037.46", "17.30", "1038.00", "1302.69")),
    # 20 hours sold of 60 worked: 1037.46 / 20 = 51.873 -> 51.88; x 20 = 1037.60; VAT 264.59
    (
        {"basis": Basis.HOUR, "hours": "60", "quantity": "20", **WAGE},
        ("988.06", "1037.46", "51.88", "1037.60", "1302.19"),
    ),
    # 6 x 12 x 5.00 = 360.00 and no costs of a wage; + 24 of transport 384.00; 8 % 30.72; cost 414.72;
    # 5 % 20.74; price 435.46; / 12 = 36.288 -> 36.29; x 12 = 435.48; VAT 111.05
    (
        {"basis": Basis.DAY, "quantity": "12", "hours": "96", "transport": "24", **DAYS},
        ("414.72", "435.46", "36.29", "435.48", "546.53"),
    ),
    # 40 h x 11.20 = 448.00; 9 % 40.32; 24.9 % of 488.32 = 121.59; + coach 16 x 28.50 = 456.00: 1065.91;
    # 8 % 85.27; cost 1151.18; 5 % 57.56; price 1208.74; one whole; VAT 308.23
    (
        {"basis": Basis.FIXED, "hours": "40", "coach_in_price": True, **WAGE, **COACH},
        ("1151.18", "1208.74", "1208.74", "1208.74", "1516.97"),
    ),
    # the same without the coach: 609.91; 8 % 48.79; cost 658.70; 5 % 32.94 (32.935); price 691.64; VAT 176.37
    (
        {"basis": Basis.FIXED, "hours": "40", "coach_in_price": False, **WAGE, **COACH},
        ("658.70", "691.64", "691.64", "691.64", "868.01"),
    ),
    # 500 x 2.5 min / 60 / 0.8 = 26.04 h (26.0417); x 11.20 = 291.65; 9 % 26.25; 24.9 % of 317.90 = 79.16;
    # 397.06; 8 % 31.76; cost 428.82; 5 % 21.44; price 450.26; / 500 = 0.9005 -> 0.95 by steps of 0.05
    (
        {
            "basis": Basis.PIECE,
            "quantity": "500",
            "minutes_per_unit": "2,5",
            "pace": "0,8",
            **WAGE,
            "price_step": "0,05",
        },
        ("428.82", "450.26", "0.95", "475.00", "596.13"),
    ),
]


@pytest.mark.parametrize(("fields", "expected"), BY_HAND)
def test_every_basis_agrees_with_a_reckoning_by_hand(
    fields: dict[str, object], expected: tuple[str, ...]
) -> None:
    made = sheet()
    write(made, name="Work", **{**TERMS, **fields})
    assert made.priced is not None, made.missing
    price = made.priced.price
    found = (price.cost, price.price, price.unit_price, price.price_at_unit, price.with_vat)
    assert tuple(map(str, found)) == expected


def test_the_phases_of_a_job_are_summed() -> None:
    made = sheet()
    for at, (fields, _) in enumerate(BY_HAND):
        write(made, name=f"Phase {at}", **{**TERMS, **fields})
    total = made.total
    assert total is not None
    # 1038.00 + 1037.60 + 435.48 + 1208.74 + 691.64 + 475.00; VAT once: 25.5 % of 4886.46 is 1246.05
    assert (total.agreed, total.agreed_with_vat) == (Money("4886.46"), Money("6132.51"))
    # 988.06 / 60 -> 16.47 x 60; 49.41 x 20 (988.06 / 20 = 49.403); 34.56 x 12; wholes; 0.90 x 500
    lowest = ("988.20", "988.20", "414.72", "1151.18", "658.70", "450.00")
    assert total.lowest == sum((Money(one) for one in lowest), Money(0))
    assert total.hours == Decimal("322.04")
    assert "€4,886.46" in made.whole or TEXTS.money(Money("4886.46")) in made.whole
    assert TEXTS.money(Money("6132.51")) in made.whole


def test_another_phase_takes_over_the_terms_and_nothing_that_was_bought() -> None:
    made = sheet()
    things = {"materials": "35", "tools": "10", "clothes": "5", "transport": "24"}
    write(made, name="One", basis=Basis.HOUR, hours="10", **{**WAGE, **TERMS, **things, **COACH})
    made.add()
    kept = {
        name: made.form.typed[name] for name in (*WAGE, *TERMS, "coach_hourly") if name in made.form.typed
    }
    assert kept["hourly"] == "11.20"
    assert (kept["holiday_compensation"], kept["margin"], kept["coach_hourly"]) == ("9", "5", "28.50")
    assert {made.form.typed[name] for name in (*things, "coach_hours", "days", "hours")} == {""}


def test_a_price_without_pay_is_told_of_and_warnings_name_their_phases() -> None:
    made = sheet()
    write(made, name="Paid", basis=Basis.HOUR, hours="10", hourly="11,20")
    write(made, name="Unpaid", basis=Basis.DAY, quantity="2", hours="10", **{**DAYS, "days": "0"})
    told = [one for one in made.warnings if "no pay" in one]
    assert len(told) == 1
    assert told[0].startswith("Unpaid: ")
    assert any(one.startswith("A public seller") for one in made.warnings), "it is true of every phase"


def test_going_from_wage_to_allowance_leaves_no_cost_out_of_sight() -> None:
    made = sheet(ProviderKind.ASSOCIATION)
    write(made, name="Work", basis=Basis.DAY, quantity="12", hours="96", **WAGE)
    made.form.pick("pay_form", PayForm.ALLOWANCE)
    for name, value in DAYS.items():
        if name in made.form.typed:
            made.form.type(name, str(value))
    assert made.priced is not None
    assert made.priced.price.cost == Money(360)
    assert not [line.what for line in made.lines if "Holiday" in line.what or "Employer" in line.what]
    made.form.pick("pay_form", PayForm.WAGE)
    assert made.form.typed["holiday_compensation"] == "9"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_suggested_price_can_be_agreed_on_in_every_language(language: str) -> None:
    made = PriceSheetPresenter(CatalogueTexts(language), lambda: make.TODAY)
    made.seller = ProviderKind.ASSOCIATION
    write(made, name="Work", basis=Basis.FIXED, hours="1000", hourly="11,2")
    assert made.can_take
    assert made.agreed_words == ""
    made.take_suggested()
    assert not made.can_take
    assert "11" in made.agreed_words
    assert made.form.value("unit_price") == Decimal("11200.00")
    assert made.form.typed["unit_price"].endswith("00")


def test_a_price_too_large_to_be_is_told_in_words() -> None:
    made = sheet()
    write(made, name="Huge", basis=Basis.HOUR, hours="99999999", hourly="999999")
    assert made.priced is None
    assert made.lines == ()
    assert made.missing.endswith("Check the figure.")
