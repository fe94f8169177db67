"""Reads amounts, quantities and percentages."""

import re
from decimal import Decimal

from subcontract.money import LARGEST, ZERO, Money
from subcontract.problems import Code, Refused, refuse
from ui.entry.plain import ready

MOST_MONEY = Money(LARGEST)

_SIGN = re.compile(r"([+-]?) ?(.*?)")
_GROUPED = re.compile(r"\d{1,3}(?:([ '])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")
_FIGURE = re.compile(r"(?:\d+(?:[.,]\d*)?|[.,]\d+)")
_BOTH = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:,\d{3})+\.\d+")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:,\d{3}){2,}")


def _figure(plain: str, field: str, code: Code) -> tuple[Decimal, tuple[Decimal, ...]]:
    """Read a figure with an optional sign; also the other readings that it allows."""
    found = _SIGN.fullmatch(plain)
    sign, body = (found[1], found[2]) if found else ("", plain)
    minus = Decimal(-1) if sign == "-" else Decimal(1)
    if _GROUPED.fullmatch(body):
        body = re.sub("[ ']", "", body)
    if _BOTH.fullmatch(body):
        mark = max(body.rfind("."), body.rfind(","))
        whole = re.sub("[.,]", "", body[:mark])
        value = minus * Decimal(f"{whole}.{body[mark + 1 :]}")
        return value, (value,)
    if _THOUSANDS.fullmatch(body):
        joined = Decimal(re.sub("[.,]", "", body))
        readings = [joined]
        if body.count(".") == 1:
            readings.insert(0, Decimal(body))
        return minus * joined, tuple(minus * reading for reading in readings)
    if not _FIGURE.fullmatch(body):
        raise refuse(code, field)
    return minus * Decimal(body.replace(",", ".")), ()


def money(
    text: str,
    field: str = "",
    *,
    least: Money | None = ZERO,
    most: Money = MOST_MONEY,
) -> Money:
    """Read an amount of euros: ``1 234,50`` ``1234.50`` ``12 €``; ``least`` ``None`` allows minus.

    ``1.234,50`` and ``1.234`` are asked, a third decimal is refused (``not_an_amount``).
    """
    plain = ready(text, field, Code.NOT_AN_AMOUNT)
    plain = re.sub(r"^(?:€|eur\b|euro?a?\b)|(?:€|eur|euroa?|e)$", "", plain).strip()
    value, others = _figure(plain, field, Code.NOT_AN_AMOUNT)
    if others:
        amounts = tuple(Money(other) for other in others if _has_cents(other) and abs(other) <= LARGEST)
        raise refuse(Code.AMBIGUOUS, field, alternatives=amounts)
    if abs(value) > LARGEST:
        raise refuse(Code.TOO_LARGE, field, most=most)
    if not _has_cents(value):
        raise refuse(Code.NOT_AN_AMOUNT, field)
    amount = Money(value)
    if least is not None and amount < least:
        raise _below(amount.amount, least, field)
    if amount > most:
        raise refuse(Code.TOO_LARGE, field, most=most)
    return amount


def _has_cents(value: Decimal) -> bool:
    """Whether a figure has two decimals or fewer."""
    return value == value.quantize(Decimal("0.01"))


def _below(value: Decimal, least: Money | Decimal, field: str) -> Refused:
    """Say why a figure is under its smallest value."""
    floor = least.amount if isinstance(least, Money) else least
    if value < 0 and not floor:
        return refuse(Code.NEGATIVE, field)
    return refuse(Code.TOO_SMALL, field, least=least)


def number(
    text: str,
    field: str = "",
    *,
    least: Decimal | None = Decimal(0),
    most: Decimal = LARGEST,
    places: int = 2,
) -> Decimal:
    """Read a quantity with at most ``places`` decimals; ``1.200`` is asked."""
    plain = ready(text, field, Code.NOT_A_NUMBER)
    value, others = _figure(plain, field, Code.NOT_A_NUMBER)
    if others:
        raise refuse(Code.AMBIGUOUS, field, alternatives=others)
    if value > most:
        raise refuse(Code.TOO_LARGE, field, most=most)
    if least is not None and value < least:
        raise _below(value, least, field)
    if value != value.quantize(Decimal(1).scaleb(-places)):
        raise refuse(Code.TOO_MANY_DECIMALS, field, places=places)
    return value


def percent(text: str, field: str = "", *, most: Decimal = Decimal(100), places: int = 2) -> Decimal:
    """Read a percentage, with its sign or without: ``25,5 %`` gives 25.5."""
    plain = ready(text, field, Code.NOT_A_NUMBER)
    figure = plain.removesuffix("%").removesuffix("pros.").strip()
    return number(figure or "?", field, most=most, places=places)
