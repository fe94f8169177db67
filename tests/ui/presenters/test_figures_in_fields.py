from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.money import Money
from tests.make import TODAY
from ui.presenters.forms.field_reading import read_field
from ui.presenters.forms.fields import FieldKind, FieldSpec, write_field
from ui.texts import CatalogueTexts

QUANTITY = FieldSpec(name="q", label="Q", kind=FieldKind.QUANTITY, places=4)
MONEY = FieldSpec(name="m", label="M", kind=FieldKind.MONEY)
TEXTS = {language: CatalogueTexts(language) for language in ("fi", "sv", "en")}


@pytest.mark.parametrize("language", TEXTS)
@given(st.decimals(min_value=0, max_value=Decimal(10_000_000), places=4))
def test_a_quantity_reads_back_as_it_was_written(language: str, value: Decimal) -> None:
    written = write_field(QUANTITY, value, TEXTS[language])
    assert read_field(QUANTITY, written, today=TODAY) == value


@pytest.mark.parametrize("language", TEXTS)
@given(st.integers(0, 10_000_000_00))
def test_an_amount_reads_back_as_it_was_written(language: str, cents: int) -> None:
    written = write_field(MONEY, Money.of_cents(cents), TEXTS[language])
    assert read_field(MONEY, written, today=TODAY) == Money.of_cents(cents)


def test_a_price_of_a_unit_is_told_to_the_cent_at_least() -> None:
    price = FieldSpec(name="p", label="P", kind=FieldKind.QUANTITY, unit="€", places=4)
    written = [write_field(price, Decimal(value), TEXTS["fi"]) for value in ("1.5", "12", "0.055", "0.7900")]
    assert written == ["1,50", "12,00", "0,055", "0,79"]
    assert write_field(QUANTITY, Decimal("1.5"), TEXTS["fi"]) == "1,5"
