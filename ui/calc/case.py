"""A case of the calculator: its fields read one by one, each refused by its own name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from subcontract.days import EARLIEST, LATEST, Month
from subcontract.money import Money, exact
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.rules import WorkingLine

E = TypeVar("E", bound=StrEnum)

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)
MISSING = object()


class FloatFound:
    """Stands where JSON had a number with a decimal point; refused when it is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence in a result, said in the language that was asked for."""

    text: str
    """Marked English text of the catalogue."""
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a case comes to, and the lines of its working."""

    result: Mapping[str, object]
    lines: Sequence[WorkingLine] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field as ``--list`` shows it."""

    name: str
    unit: str
    """Marked English text of the catalogue: what it holds and in which form."""


class Case:
    """The fields of an object; ``place`` is where it stands: ``pay.`` or ``entries.3.``."""

    __slots__ = ("_object", "place")

    def __init__(self, said: object, allowed: frozenset[str], place: str = "") -> None:
        """Take an object whose every field is allowed; refuses another kind of value."""
        if not isinstance(said, dict):
            raise refuse(_kind_of(said), place.rstrip("."))
        unknown = [name for name in said if name not in allowed]
        if unknown:
            raise Refused(*(Problem(code=Code.UNKNOWN_FIELD, field=place + name) for name in unknown))
        self._object = said
        self.place = place

    def __contains__(self, name: str) -> bool:
        """Whether the field was given, ``null`` included."""
        return name in self._object

    def given(self, name: str) -> bool:
        """Whether the field holds a value."""
        return self._object.get(name) is not None

    def has_fields(self) -> bool:
        """Whether anything was given at all."""
        return bool(self._object)

    def is_object(self, name: str) -> bool:
        """Whether the field holds an object."""
        return isinstance(self._object.get(name), dict)

    def is_one_of(self, name: str, words: frozenset[str]) -> bool:
        """Whether the field holds one of these words."""
        said = self._object.get(name)
        return isinstance(said, str) and said in words

    def _said(self, name: str, default: object = MISSING) -> object:
        """The raw value; refuses one that is missing without a default."""
        said = self._object.get(name)
        if said is None:
            if default is MISSING:
                raise refuse(Code.REQUIRED, self.place + name)
            return default
        return said

    def text(self, name: str) -> str:
        """A text."""
        said = self._said(name)
        if not isinstance(said, str):
            raise refuse(_kind_of(said), self.place + name)
        return said

    def number(self, name: str, default: Decimal | None = None) -> Decimal:
        """A number, written as text with a decimal point."""
        said = self._said(name, MISSING if default is None else default)
        return _at(self.place + name, said)

    def money(self, name: str, default: Money | None = None) -> Money:
        """An amount of euros with at most two decimals."""
        if default is not None and not self.given(name):
            return default
        number = self.number(name)
        try:
            return Money(number)
        except Refused as refused:
            raise refuse(refused.code, self.place + name) from None

    def whole(self, name: str, default: int | None = None) -> int:
        """A whole number, as JSON or as text."""
        number = self.number(name, None if default is None else Decimal(default))
        if number != number.to_integral_value():
            raise refuse(Code.WRONG_TYPE, self.place + name)
        return int(number)

    def day(self, name: str) -> date:
        """A date, ``YYYY-MM-DD``."""
        text = self.text(name)
        try:
            day = date.fromisoformat(text) if DAY.fullmatch(text) else None
        except ValueError:
            day = None
        if day is None or not EARLIEST <= day <= LATEST:
            raise refuse(Code.NOT_A_DATE, self.place + name)
        return day

    def month(self, name: str) -> Month:
        """A month, ``YYYY-MM``."""
        text = self.text(name)
        try:
            return Month.parse(text)
        except Refused as refused:
            raise refuse(refused.code, self.place + name) from None

    def time(self, name: str) -> time:
        """A time of day, ``HH:MM``."""
        return read_time(self.text(name), self.place + name)

    def choice(self, name: str, choices: type[E], default: E | None = None) -> E:
        """One of the values of an enumeration."""
        if default is not None and not self.given(name):
            return default
        text = self.text(name)
        try:
            return choices(text)
        except ValueError:
            raise refuse(Code.UNKNOWN_VALUE, self.place + name, allowed=tuple(choices)) from None

    def yes(self, name: str) -> bool:
        """True or false; false when left out."""
        said = self._said(name, default=False)
        if not isinstance(said, bool):
            raise refuse(_kind_of(said), self.place + name)
        return said

    def fact(self, name: str) -> bool | None:
        """True or false; ``None`` when left out or ``null``: not known."""
        return self.yes(name) if self.given(name) else None

    def items(self, name: str) -> list[object]:
        """A list; empty when left out."""
        said = self._said(name, default=[])
        if not isinstance(said, list):
            raise refuse(_kind_of(said), self.place + name)
        return said

    def cases(self, name: str, allowed: frozenset[str]) -> Iterator["Case"]:
        """A list of objects, each with its place."""
        for place, said in enumerate(self.items(name)):
            yield Case(said, allowed, f"{self.place}{name}.{place}.")

    def inner(self, name: str, allowed: frozenset[str]) -> "Case":
        """An object inside; an empty one when left out."""
        return Case(self._said(name, default={}), allowed, f"{self.place}{name}.")

    def numbers(self, name: str) -> dict[str, Decimal]:
        """An object whose values are all numbers."""
        said = self._said(name)
        if not isinstance(said, dict):
            raise refuse(_kind_of(said), self.place + name)
        return {str(key): _at(f"{self.place}{name}.{key}", number) for key, number in said.items()}


def _kind_of(said: object) -> Code:
    """Whether a wrong value is a float or another kind of thing."""
    return Code.FLOAT_REFUSED if isinstance(said, FloatFound | float) else Code.WRONG_TYPE


def _at(field: str, said: object) -> Decimal:
    """Read a number and name its field when it is refused."""
    if isinstance(said, FloatFound):
        raise refuse(Code.FLOAT_REFUSED, field)
    if isinstance(said, bool):
        raise refuse(Code.WRONG_TYPE, field)
    try:
        return exact(said)
    except Refused as refused:
        raise refuse(refused.code, field) from None


def read_time(said: object, field: str) -> time:
    """Read ``HH:MM``."""
    if not isinstance(said, str):
        raise refuse(_kind_of(said), field)
    if not TIME.fullmatch(said):
        raise refuse(Code.NOT_A_TIME, field)
    return time.fromisoformat(said)


def plain(value: Decimal | Money) -> str:
    """Write a number or an amount with a decimal point and no exponent."""
    return str(value) if isinstance(value, Money) else format(value, "f")


def rate(value: Decimal) -> str:
    """Write a percentage with at least one decimal and no idle noughts: ``24.0``, ``25.5``."""
    plain_value = value.normalize()
    short = int(plain_value.as_tuple().exponent) >= 0
    return format(plain_value.quantize(Decimal("0.1")) if short else plain_value, "f")


@contextmanager
def at_field(field: str) -> Iterator[None]:
    """Give a refusal that names no field the one that it comes from."""
    try:
        yield
    except Refused as refused:
        raise Refused(*(replace(one, field=one.field or field) for one in refused.problems)) from None
