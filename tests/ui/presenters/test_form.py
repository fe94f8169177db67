from datetime import date
from decimal import Decimal

import pytest

from subcontract.money import Money
from subcontract.problems import Code, Problem, Refused, refuse
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter, SummaryLine
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")
TODAY = date(2026, 11, 22)
SPECS = (
    FieldSpec(name="name", label="Name", required=True, max_length=20),
    FieldSpec(name="price", label="Price", kind=FieldKind.MONEY),
    FieldSpec(name="time", label="Time", kind=FieldKind.HOURS),
    FieldSpec(name="day", label="Day", kind=FieldKind.DATE),
    FieldSpec(name="count", label="Count", kind=FieldKind.QUANTITY, most=1000),
    FieldSpec(name="form", label="Form", kind=FieldKind.CHOICE, choices=(Choice(value=1, label="One"),)),
    FieldSpec(name="code", label="Code", kind=FieldKind.IDENTITY_CODE),
    FieldSpec(name="iban", label="Account", kind=FieldKind.IBAN),
    FieldSpec(name="on", label="On", kind=FieldKind.FLAG),
)


def form() -> FormPresenter:
    return FormPresenter(SPECS, TEXTS, lambda: TODAY)


def test_values_come_out_typed() -> None:
    filled = form()
    typed = {
        "name": " Aalto  Liisa ",
        "price": "12,5",
        "time": "7,5",
        "day": "eilen",
        "count": "3",
        "iban": "FI21 1234 5600 0007 85",
    }
    for name, text in typed.items():
        filled.type(name, text)
    filled.pick("form", 1)
    assert filled.parsed() == {
        "name": "Aalto Liisa",
        "price": Money("12.50"),
        "time": 450,
        "day": date(2026, 11, 21),
        "count": Decimal(3),
        "form": 1,
        "code": "",
        "iban": "FI2112345600000785",
        "on": False,
    }


def test_every_error_stands_beside_its_field_and_nothing_typed_is_lost() -> None:
    filled = form()
    for name, text in {"price": "kaksi", "time": "7.30", "count": "2000", "name": "x" * 21}.items():
        filled.type(name, text)
    assert filled.parsed() is None
    assert set(filled.errors) == {"name", "price", "time", "count"}
    assert "7\u00a0t 18\u00a0min tai 7\u00a0t 30\u00a0min" in filled.errors["time"]
    assert filled.first_error == "name"
    assert filled.typed["price"] == "kaksi"
    filled.type("price", "2")
    assert "price" not in filled.errors


def test_refusals_find_their_fields_and_the_rest_is_given_back() -> None:
    filled = form()
    left = filled.refuse(
        Refused(
            Problem(code=Code.REQUIRED, field="name"),
            Problem(code=Code.REQUIRED, field="price.0.amount"),
            Problem(code=Code.NOT_ALLOWED),
        )
    )
    assert set(filled.errors) == {"name", "price"}
    assert [problem.code for problem in left] == [Code.NOT_ALLOWED]


def test_loading_writes_what_reading_gives_back() -> None:
    values = {
        "name": "Aalto",
        "price": Money("1234.50"),
        "time": 438,
        "day": date(2026, 2, 28),
        "count": Decimal("12.5"),
        "form": 1,
        "code": "010594Y9032",
        "iban": "FI2112345600000785",
        "on": True,
    }
    filled = form()
    filled.load(values)
    assert filled.read() == values
    assert not filled.dirty


def test_typing_makes_a_form_dirty_and_resetting_takes_it_back() -> None:
    filled = form()
    filled.load({"name": "Aalto"})
    filled.type("name", "Aallo")
    assert filled.dirty
    filled.reset()
    assert (filled.typed["name"], filled.dirty) == ("Aalto", False)


def test_an_identity_code_is_masked_until_shown() -> None:
    filled = form()
    filled.load({"code": "010594Y9032"})
    assert filled.is_masked("code")
    assert "9032" not in filled.shown_text("code")
    filled.show("code")
    assert filled.shown_text("code") == "010594Y9032"


def test_the_echo_says_how_it_was_understood() -> None:
    filled = form()
    filled.type("time", "7,5")
    filled.type("day", "ti")
    assert filled.echo("time") == "7\u00a0t 30\u00a0min"
    assert filled.echo("day") == "tiistai 17. marraskuuta 2026"
    filled.type("time", "joo")
    assert filled.echo("time") == ""


def test_leaving_a_field_tells_at_once_what_cannot_be_read() -> None:
    filled = form()
    filled.leave("name")
    filled.type("day", "31.2.2026")
    filled.leave("day")
    assert set(filled.errors) == {"day"}


def test_the_sum_follows_typing_and_hidden_fields_are_not_read() -> None:
    filled = form()
    filled.summary = lambda values: [SummaryLine(label="Sum", value=TEXTS.money(values["price"]))]
    filled.type("price", "x")
    assert filled.summary_lines() == ()
    filled.type("price", "3")
    assert filled.summary_lines()[0].value == "3,00\u00a0€"
    filled.type("price", "x")
    filled.type("name", "A")
    filled.hidden = {"price"}
    assert filled.read()["price"] is None


def test_a_pick_no_longer_offered_is_dropped() -> None:
    filled = form()
    filled.pick("form", 1)
    filled.set_choices("form", [Choice(value=2, label="Two")])
    assert filled.picked["form"] is None


@pytest.mark.parametrize("text", ["a\x00b", "a\u202eb", "\ud800"])
def test_hidden_signs_are_refused(text: str) -> None:
    filled = form()
    filled.type("name", text)
    with pytest.raises(Refused) as refused:
        filled.value("name")
    facts = {"after": "a"} if text.startswith("a") else {}
    assert refused.value.problems[0] == refuse(Code.FORBIDDEN_CHARACTER, "name", **facts).problems[0]


def test_signs_without_width_that_come_with_a_paste_are_left_out() -> None:
    filled = form()
    filled.type("name", "\ufeffMal\u00adli\u200b Oy\u200e")
    assert filled.value("name") == "Malli Oy"
