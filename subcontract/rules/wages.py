"""Rules of wages: withholding, contributions by pay day and age, holiday compensation, attachment."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from subcontract.money import Money
from subcontract.rules import asking
from subcontract.rules.reading import Amounts
from subcontract.rules.ruled import Ruled

NOTHING = Decimal(0)
OLDER_FROM, OLDER_TO = 53, 63
LAST_BORN = ((1957, "to_born_by_1957"), (1961, "to_born_1958_to_1961"))
GREATEST_HOLIDAY = 30
"""Days of holiday up to which each has a coefficient of its own."""


class Insurance(StrEnum):
    """What a person's age decides on."""

    PENSION = "pension"
    UNEMPLOYMENT = "unemployment"
    HEALTH = "health"


def withholding_without_card(on: date) -> Ruled[Decimal]:
    """What is withheld without a tax card, in per cent (EPA 3 §)."""
    return asking.number("withholding_without_card", on)


def withholding_small_payment(on: date) -> Ruled[Money]:
    """A single occasional payment of a month up to this is paid without withholding (EPA 14 §)."""
    return asking.money("withholding_small_payment", on)


def withholding_january(on: date) -> Ruled[str]:
    """What is withheld in January while the year's rate is not known: ``last_year`` (EPL 3 § 3 mom)."""
    return asking.text("withholding_january", on)


def withholding_limit_use(on: date) -> Ruled[str]:
    """What uses up the income limit of a card (EPA 4 § 2 mom)."""
    return asking.text("withholding_limit_use", on)


def insurances(born: date, on: date) -> frozenset[Insurance]:
    """Which insurances a person of that age is under: whole months, after the birthday's own."""
    under = {
        Insurance.PENSION: _is_pension_age(born, on),
        Insurance.UNEMPLOYMENT: _within("unemployment_ages", on, born),
        Insurance.HEALTH: _within("health_ages", on, born),
    }
    return frozenset(insurance for insurance, insured in under.items() if insured)


def _is_pension_age(born: date, on: date) -> bool:
    """Whether a person is of the ages of pension insurance (JuEL 5 §)."""
    ages = asking.parts("pension_ages", on).value
    last = next((ages[key] for year, key in LAST_BORN if born.year <= year), ages["to_born_from_1962"])
    return between_ages(born, on, int(ages["from"]), int(last))


def pension_employee(pay_day: date, born: date) -> Ruled[Decimal]:
    """The employee's pension contribution in per cent; nought outside the insured ages."""
    percentage = asking.part("pension_employee", _pension_band(born, pay_day), pay_day)
    return percentage if _is_pension_age(born, pay_day) else percentage.map(lambda _: NOTHING)


def _pension_band(born: date, pay_day: date) -> str:
    """The age band of the contribution; the bands carry one percentage since 2026."""
    if between_ages(born, pay_day, OLDER_FROM, OLDER_TO):
        return "from_53_to_62"
    after = (pay_day.year, pay_day.month) > (born.year + OLDER_TO, born.month)
    return "from_63" if after else "under_53"


def fee_pension(on: date) -> Ruled[tuple[str, ...]]:
    """The kinds of providers that insure a fee without employment (JuEL 4 § 2 mom 4 k)."""
    return asking.words("fee_pension", on)


def unemployment_employee(pay_day: date, born: date) -> Ruled[Decimal]:
    """The employee's unemployment insurance contribution in per cent; nought outside the ages."""
    percentage = asking.number("unemployment_employee", pay_day)
    return percentage if _within("unemployment_ages", pay_day, born) else percentage.map(lambda _: NOTHING)


def unemployment_employer(pay_day: date, born: date, *, large: bool = True) -> Ruled[Decimal]:
    """The employer's unemployment insurance contribution in per cent, of payroll above its limit if large."""
    key = "above_limit" if large else "up_to_limit"
    percentage = asking.part("unemployment_employer", key, pay_day)
    return percentage if _within("unemployment_ages", pay_day, born) else percentage.map(lambda _: NOTHING)


def health_employer(pay_day: date, born: date) -> Ruled[Decimal]:
    """The employer's health insurance contribution in per cent; nought outside the ages."""
    percentage = asking.number("health_employer", pay_day)
    return percentage if _within("health_ages", pay_day, born) else percentage.map(lambda _: NOTHING)


def pension_private_employer(pay_day: date) -> Ruled[Decimal]:
    """A private employer's own share of the pension contribution on average, in per cent."""
    return asking.number("pension_private_employer", pay_day)


def tyel_threshold(pay_day: date) -> Ruled[Money]:
    """Monthly pay below which a private employer need not insure; a public one always does."""
    return asking.money("tyel_threshold", pay_day)


def holiday_compensation(on: date, *, a_year_or_more: bool = False) -> Ruled[Decimal]:
    """Holiday compensation in per cent of pay for time at work (162/2005 12 and 16 §)."""
    return asking.part("holiday_compensation", "a_year_or_more" if a_year_or_more else "under_a_year", on)


def holiday_divisor(on: date, *, weekly: bool = False) -> Ruled[Decimal]:
    """Into how many days of holiday a month's or a week's pay is divided (162/2005 17 §)."""
    return asking.part("holiday_divisor", "weekly" if weekly else "monthly", on)


def holiday_accrual(on: date, *, public: bool = False) -> Ruled[Amounts]:
    """Days and hours that make a month full, by the act or by the counties' agreement."""
    return asking.parts("holiday_accrual_public" if public else "holiday_accrual", on)


def holiday_days_of_month(on: date, *, a_year_or_more: bool) -> Ruled[Decimal]:
    """Days of holiday that a full month gives (162/2005 5 §)."""
    return asking.part(
        "holiday_accrual", "days_a_year_or_more" if a_year_or_more else "days_under_a_year", on
    )


def holiday_coefficient(days: int, on: date) -> Ruled[Decimal]:
    """By what the average day's pay is multiplied for so many days of holiday (162/2005 11 §)."""
    found = asking.part("holiday_coefficients", str(min(days, GREATEST_HOLIDAY)), on)
    above = asking.part("holiday_coefficients", "each_above_30", on).value * max(0, days - GREATEST_HOLIDAY)
    return found.map(lambda coefficient: coefficient + above)


def protected_pay(on: date, *, dependants: int = 0) -> Ruled[Money]:
    """The part of a month's net pay that attachment leaves alone (ulosottokaari 4:48)."""
    return asking.parts("protected_pay", on).map(
        lambda part: Money((part["day"] + part["dependant"] * dependants) * part["days_of_month"])
    )


def between_ages(born: date, day: date, first: int, last: int) -> bool:
    """Whether a day is after the month of the first birthday and not after that of the last.

    Only the month of a birthday counts, so a leap day's child has one every year.
    """
    month = (day.year, day.month)
    return (born.year + first, born.month) < month <= (born.year + last, born.month)


def _within(rule: str, pay_day: date, born: date) -> bool:
    """Whether a person is of the ages of a rule."""
    ages = asking.parts(rule, pay_day).value
    return between_ages(born, pay_day, int(ages["from"]), int(ages["to"]))
