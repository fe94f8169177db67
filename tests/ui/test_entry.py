from collections.abc import Callable
from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.money import Money
from subcontract.problems import Code, Refused
from ui import entry
from ui.texts import CatalogueTexts

TODAY = date(2026, 11, 22)
TEXTS = CatalogueTexts("fi")


def code_of(read: Callable[..., object], *args: object, **named: object) -> Code:
    with pytest.raises(Refused) as refused:
        read(*args, **named)
    return refused.value.code


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("7,5", 450),
        ("7.5", 450),
        ("7:30", 450),
        ("7 30", 450),
        ("730", 450),
        ("0730", 450),
        ("450 min", 450),
        ("7h30", 450),
        ("7 h 30 min", 450),
        ("7\u00a0t 30\u00a0min", 450),
        ("７,５", 450),
        ("７：３０", 450),
        (" 7,5 \n", 450),
        ("8", 480),
        ("8 tuntia", 480),
        (",5", 30),
        ("0", 0),
        ("7.75", 465),
        ("7.00", 420),
        ("24", 1440),
    ],
)
def test_hours_are_read_as_people_write_them(typed: str, minutes: int) -> None:
    assert entry.hours(typed) == minutes


def test_a_point_with_two_digits_is_asked_and_not_guessed() -> None:
    with pytest.raises(Refused) as refused:
        entry.hours("7.30", "time")
    problem = refused.value.problems[0]
    assert (problem.code, problem.field) == (Code.AMBIGUOUS, "time")
    assert problem.facts["alternatives"] == (438, 450)
    assert entry.hours("7.30", point=entry.Point.DECIMAL) == 438
    assert entry.hours("7.30", point=entry.Point.CLOCK) == 450


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", Code.REQUIRED),
        (" \u00a0", Code.REQUIRED),
        ("-1", Code.NEGATIVE),
        ("\u22121", Code.NEGATIVE),
        ("25", Code.TOO_LARGE),
        ("25:00", Code.TOO_LARGE),
        ("seitsemän", Code.NOT_A_LENGTH_OF_TIME),
        ("7:75", Code.NOT_A_LENGTH_OF_TIME),
        ("7,5\n8", Code.NOT_A_LENGTH_OF_TIME),
        ("7;5", Code.NOT_A_LENGTH_OF_TIME),
        ("1e3", Code.NOT_A_LENGTH_OF_TIME),
        ("NaN", Code.NOT_A_LENGTH_OF_TIME),
        ("9" * 5000, Code.NOT_A_LENGTH_OF_TIME),
    ],
)
def test_hours_that_cannot_be_meant_are_refused(typed: str, code: Code) -> None:
    assert code_of(entry.hours, typed) == code


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1 234,50", "1234.50"),
        ("1234.50", "1234.50"),
        ("1\u00a0234,50\u00a0€", "1234.50"),
        ("1\u202f234,5", "1234.50"),
        ("€12", "12"),
        ("12e", "12"),
        ("12 EUR", "12"),
        (",50", "0.50"),
        ("0,5", "0.50"),
        ("12,", "12"),
    ],
)
def test_money_is_read_as_people_write_it(typed: str, amount: str) -> None:
    assert entry.money(typed) == Money(amount)


@pytest.mark.parametrize("typed", ["-3,20", "\u22123,20", "- 3,20"])
def test_both_minus_signs_are_one(typed: str) -> None:
    assert entry.money(typed, least=None) == Money("-3.20")
    assert code_of(entry.money, typed) == Code.NEGATIVE


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1.234,50", Code.AMBIGUOUS),
        ("1.234", Code.AMBIGUOUS),
        ("1,234.50", Code.AMBIGUOUS),
        ("1,234", Code.NOT_AN_AMOUNT),
        ("12,345", Code.NOT_AN_AMOUNT),
        ("kaksi", Code.NOT_AN_AMOUNT),
        ("1 23,5", Code.NOT_AN_AMOUNT),
        ("--3", Code.NOT_AN_AMOUNT),
        ("1e9", Code.NOT_AN_AMOUNT),
        ("=1+1", Code.NOT_AN_AMOUNT),
        ("9999999999999999", Code.TOO_LARGE),
        ("1" * 59, Code.TOO_LARGE),
        ("€", Code.NOT_AN_AMOUNT),
        ("", Code.REQUIRED),
    ],
)
def test_money_that_cannot_be_meant_is_refused(typed: str, code: Code) -> None:
    assert code_of(entry.money, typed) == code


def test_quantities_and_percentages() -> None:
    assert entry.number("1 200") == 1200
    assert entry.number("1,25") == Decimal("1.25")
    assert entry.percent("25,5 %") == Decimal("25.5")
    assert code_of(entry.number, "1.200") == Code.AMBIGUOUS
    assert code_of(entry.number, "1,255") == Code.TOO_MANY_DECIMALS
    assert entry.number("1,255", places=3) == Decimal("1.255")
    assert code_of(entry.percent, "101") == Code.TOO_LARGE
    assert code_of(entry.percent, "%") == Code.NOT_A_NUMBER
    assert code_of(entry.number, "\u0665\u0666x") == Code.NOT_A_NUMBER


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1.2.", date(2027, 2, 1)),
        ("1.12.", date(2026, 12, 1)),
        ("1.2.26", date(2026, 2, 1)),
        ("1.2.2026", date(2026, 2, 1)),
        ("010226", date(2026, 2, 1)),
        ("01022026", date(2026, 2, 1)),
        ("2026-02-01", date(2026, 2, 1)),
        ("1/2/2026", date(2026, 2, 1)),
        ("su 22.11.2026", TODAY),
        ("tänään", TODAY),
        ("TÄNÄÄN", TODAY),
        ("eilen", date(2026, 11, 21)),
        ("huomenna", date(2026, 11, 23)),
        ("ti", date(2026, 11, 17)),
        ("tiistai", date(2026, 11, 17)),
        ("+7", date(2026, 11, 29)),
        ("\u22121", date(2026, 11, 21)),
        ("15", date(2026, 11, 15)),
        ("15.", date(2026, 11, 15)),
        ("29.2.", date(2028, 2, 29)),
        ("29.2.2028", date(2028, 2, 29)),
    ],
)
def test_days_are_read_as_people_write_them(typed: str, meant: date) -> None:
    assert entry.day(typed, today=TODAY) == meant


@pytest.mark.parametrize("typed", ["29.2.2026", "31.4.", "0.1.2026", "1.13.", "joskus", "1.2.3", "1.2.20266"])
def test_days_that_are_none_are_refused(typed: str) -> None:
    assert code_of(entry.day, typed, "on", today=TODAY) == Code.NOT_A_DATE


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8", time(8)),
        ("8.05", time(8, 5)),
        ("8:05", time(8, 5)),
        ("8,05", time(8, 5)),
        ("805", time(8, 5)),
        ("0805", time(8, 5)),
        ("klo 8.05", time(8, 5)),
        ("16 30", time(16, 30)),
        ("0", time(0)),
    ],
)
def test_times_of_day_are_read_as_people_write_them(typed: str, meant: time) -> None:
    assert entry.clock(typed) == meant


@pytest.mark.parametrize("typed", ["24.00", "8.60", "8.5.1", "aamulla", "12345", "-8"])
def test_times_that_are_none_are_refused(typed: str) -> None:
    assert code_of(entry.clock, typed) == Code.NOT_A_TIME


@given(st.integers(0, 1440), st.sampled_from(["fi", "sv", "en"]))
def test_a_written_length_is_read_back(minutes: int, language: str) -> None:
    assert entry.hours(CatalogueTexts(language).length(minutes)) == minutes


@given(st.integers(-99_999_999_999, 99_999_999_999), st.sampled_from(["fi", "sv"]))
def test_written_money_is_read_back(cents: int, language: str) -> None:
    amount = Money.of_cents(cents)
    assert entry.money(CatalogueTexts(language).money(amount), least=None) == amount


@given(st.decimals(-10_000_000, 10_000_000, places=2))
def test_a_written_number_is_read_back(value: Decimal) -> None:
    assert entry.number(TEXTS.number(value), least=None) == value


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_written_day_is_read_back(day: date) -> None:
    assert entry.day(TEXTS.day(day), today=TODAY) == day
    assert entry.day(f"{day:%d%m%y}", today=TODAY) == day


@given(st.integers(-180, 180))
def test_a_day_without_a_year_is_the_nearest(days: int) -> None:
    day = TODAY + timedelta(days=days)
    assert entry.day(f"{day.day}.{day.month}.", today=TODAY) == day


@given(st.times())
def test_a_written_time_is_read_back(at: time) -> None:
    at = at.replace(second=0, microsecond=0)
    assert entry.clock(TEXTS.clock(at)) == at


@given(st.text(max_size=200))
def test_any_text_gives_a_value_or_a_refusal(typed: str) -> None:
    for read in (entry.hours, entry.money, entry.number, entry.percent, entry.clock):
        try:
            read(typed)
        except Refused as refused:
            assert refused.problems  # noqa: PT017 - either outcome is right, a crash is not
    try:
        entry.day(typed, today=TODAY)
    except Refused as refused:
        assert refused.code in {Code.NOT_A_DATE, Code.REQUIRED}  # noqa: PT017
