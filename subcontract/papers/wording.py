"""How figures, spans of days and parties are worded on several papers."""

from decimal import Decimal
from typing import Final

from subcontract.codes import print_business_id
from subcontract.days import DateRange
from subcontract.money import Money
from subcontract.papers.page import address_lines
from subcontract.people.unit import Unit
from subcontract.words import N_, Texts

CODES: Final = {"E": N_("no VAT"), "AE": N_("reverse"), "Z": N_("zero-rated"), "O": N_("outside")}
"""Codes that a line may have in place of a rate."""
UNITS: Final = {"kpl": N_("pcs"), "pv": N_("day of work"), "erä": N_("lot")}
"""Units that the program itself puts in, for customers who read other languages."""
FEWEST_PLACES: Final = 2
MOST_PLACES: Final = 4


def amount(texts: Texts, money: Money) -> str:
    """An amount without its currency, which the head of the column gives."""
    return texts.number(money.amount, 2)


def unit_price(texts: Texts, price: Decimal) -> str:
    """A price of a unit with two to four decimals."""
    tail = price.normalize().as_tuple().exponent
    places = -tail if isinstance(tail, int) else 0
    return texts.number(price, min(max(places, FEWEST_PLACES), MOST_PLACES))


def vat(texts: Texts, code: str) -> str:
    """The VAT of a line: a rate, or the word for its code."""
    return texts.say(CODES[code]) if code in CODES else texts.percent(Decimal(code))


def unit(texts: Texts, name: str) -> str:
    """The unit of a line; one that somebody named stays as it was written."""
    return texts.say(UNITS[name]) if name in UNITS else name


def days(texts: Texts, span: DateRange) -> str:
    """One day, or the first and the last."""
    if span.first == span.last:
        return texts.day(span.first)
    return f"{texts.day(span.first)}–{texts.day(span.last)}"


def source(texts: Texts, kept: str) -> str:
    """Where a figure comes from: the acts as they are written, then where they were read, translated.

    Both may have several parts: where it was read begins where its words are known.
    """
    parts = kept.split("; ")
    for at in range(1, len(parts)):
        where = "; ".join(parts[at:])
        if (said := texts.say(where)) != where:
            return "; ".join((*parts[:at], said))
    return kept


def business_id(number: str) -> str:
    """A business id with its hyphen, however it was kept; empty when there is none."""
    return print_business_id(number.replace("-", "")) if number else ""


def offered_terms(texts: Texts, net_days: int) -> tuple[str, ...]:
    """What a quote and its agreement both say of invoicing."""
    one, many = N_("Invoices are due in {number} day."), N_("Invoices are due in {number} days.")
    return (
        texts.say(N_("Pieces, hours and days are invoiced by what was really done.")),
        texts.say(N_("A fixed price is invoiced as offered.")),
        texts.say(N_("VAT is charged at the rate in force on the day of the work.")),
        texts.count(one, many, net_days),
    )


def sender_foot(unit: Unit, texts: Texts) -> tuple[tuple[str, ...], ...]:
    """The foot of a letter that the unit sends: where it is, how to reach it, who it is."""
    number = business_id(unit.business_id)
    return (
        tuple(line for line in (unit.provider, unit.name, *address_lines(unit.address)) if line),
        tuple(line for line in (unit.phone, unit.email) if line),
        (texts.say(N_("Business id {number}"), number=number),) if number else (),
    )
