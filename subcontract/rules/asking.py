"""Asks a rule for its value in the form that the asker needs."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from subcontract.money import Money
from subcontract.problems import Code, refuse
from subcontract.rules.reading import Amounts, rule
from subcontract.rules.ruled import Ruled

KEPT = 4096
"""Answers kept: a pay run asks the same of the same day for everybody."""


@lru_cache(maxsize=KEPT)
def number(name: str, on: date) -> Ruled[Decimal]:
    """The rule's number: a percentage, a quantity or a factor."""
    return rule(name).ruled(on).map(_number)


def money(name: str, on: date) -> Ruled[Money]:
    """The rule's amount of euros."""
    return number(name, on).map(Money)


def whole(name: str, on: date) -> Ruled[int]:
    """The rule's whole number: days, months or years."""
    return number(name, on).map(int)


@lru_cache(maxsize=KEPT)
def part(name: str, key: str, on: date) -> Ruled[Decimal]:
    """One of the rule's named numbers; refused on a day when the rule did not have it yet."""
    named = parts(name, on)
    if key not in named.value:
        first = next((value.first for value in rule(name).values if key in _amounts(value.content)), None)
        raise refuse(Code.RULE_NOT_KNOWN_YET, rule=name, title=named.title, day=on, first=first)
    return named.map(lambda amounts: amounts[key])


@lru_cache(maxsize=KEPT)
def parts(name: str, on: date) -> Ruled[Amounts]:
    """All of the rule's named numbers."""
    return rule(name).ruled(on).map(_amounts)


def words(name: str, on: date) -> Ruled[tuple[str, ...]]:
    """The rule's list of names."""
    return rule(name).ruled(on).map(_words)


def day(name: str, on: date) -> Ruled[date]:
    """The rule's day."""
    return rule(name).ruled(on).map(_day)


def text(name: str, on: date) -> Ruled[str]:
    """The rule's choice, as a stable word."""
    return rule(name).ruled(on).map(_text)


def _number(content: object) -> Decimal:
    if not isinstance(content, Decimal):
        raise TypeError(content)
    return content


def _amounts(content: object) -> Amounts:
    if not isinstance(content, Mapping):
        raise TypeError(content)
    return content


def _words(content: object) -> tuple[str, ...]:
    if not isinstance(content, tuple):
        raise TypeError(content)
    return content


def _day(content: object) -> date:
    if not isinstance(content, date):
        raise TypeError(content)
    return content


def _text(content: object) -> str:
    if not isinstance(content, str):
        raise TypeError(content)
    return content
