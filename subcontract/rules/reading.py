"""Reads the dated rules: one TOML file per rule, each value with its first day, ground and source.

Values are added, never edited. A day before the first value, and of yearly values a day after the
last known year, is refused: the program never guesses what the law is.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from subcontract.days import LATEST, ONE_DAY
from subcontract.problems import Code, refuse
from subcontract.rules.ruled import Confidence, Ruled

FOLDER = Path(__file__).parents[2] / "resources" / "rules"
DAYS_BEFORE_STALE = 365
SECOND_HALF = 7

Amounts = Mapping[str, Decimal]
Content = Decimal | Amounts | tuple[str, ...] | str | date


class BadRuleFileError(ValueError):
    """A file in ``resources/rules`` breaks the form; a fault of the program, found by its tests."""


class Kind(StrEnum):
    """How long a value holds when no next one is known."""

    STANDING = "standing"
    """Until the law changes."""
    YEARLY = "yearly"
    """To the end of its calendar year."""
    HALF_YEARLY = "half_yearly"
    """To the end of June or December."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a rule says from ``first`` to ``last``, both included."""

    first: date
    last: date
    content: Content
    basis: str
    source: str
    link: str
    confidence: Confidence
    alternatives: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A dated rule with all its values, oldest first."""

    name: str
    title: str
    unit: str
    kind: Kind
    checked: date
    """Day when the newest value was last compared with its source."""
    note: str
    """Open question or limit of use; empty when none."""
    held_earlier: bool
    """The law was the same before the first value, but those days were not read."""
    values: tuple[Value, ...]

    def on(self, day: date) -> Value:
        """The value in force on ``day``."""
        latest = next((value for value in reversed(self.values) if value.first <= day), None)
        if latest is None:
            first = self.values[0].first
            raise refuse(Code.RULE_NOT_KNOWN_YET, rule=self.name, title=self.title, day=day, first=first)
        if day > latest.last:
            last = latest.last
            raise refuse(Code.RULE_NO_LONGER_KNOWN, rule=self.name, title=self.title, day=day, last=last)
        return latest

    def ruled(self, day: date) -> Ruled[Content]:
        """The value in force on ``day`` with its ground."""
        value = self.on(day)
        return Ruled(
            value=value.content,
            rule=self.name,
            title=self.title,
            valid_from=value.first,
            valid_to=value.last,
            basis=value.basis,
            source=value.source,
            link=value.link,
            confidence=value.confidence,
            note=self.note,
            alternatives=value.alternatives,
        )


@lru_cache(maxsize=256)
def rule(name: str) -> Rule:
    """Read a rule by the name of its file; read once and kept."""
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return parse(name, tomllib.load(file, parse_float=Decimal))


def names() -> tuple[str, ...]:
    """The names of all rules, in order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def all_rules() -> tuple[Rule, ...]:
    """Every rule, for the screen that shows them."""
    return tuple(rule(name) for name in names())


def stale(today: date) -> tuple[Rule, ...]:
    """The rules that nobody has compared with their sources for more than a year."""
    return tuple(one for one in all_rules() if (today - one.checked).days > DAYS_BEFORE_STALE)


# --- the form of a file ----------------------------------------------------------------------

RULE_KEYS = {"title", "unit", "kind", "checked", "note", "held_earlier", "value"}
VALUE_KEYS = {"from", "until", "basis", "source", "link", "confidence", "alternatives"}
CONTENT_KEYS = {"amount", "amounts", "names", "text", "day"}


def parse(name: str, table: Mapping[str, object]) -> Rule:
    """Make a rule of a file's content; refuses what has no source, no order or an unknown key."""
    _only(name, table, RULE_KEYS)
    kind = Kind(_text(name, table, "kind"))
    raw = table.get("value")
    if not isinstance(raw, list) or not raw:
        raise BadRuleFileError(f"{name}: no value")
    firsts = [_day(name, one, "from") for one in raw]
    if any(later <= earlier for earlier, later in pairwise(firsts)):
        raise BadRuleFileError(f"{name}: values are not in the order of their days")
    nexts = [*firsts[1:], None]
    return Rule(
        name=name,
        title=_text(name, table, "title"),
        unit=_text(name, table, "unit"),
        kind=kind,
        checked=_day(name, table, "checked"),
        note=str(table.get("note", "")),
        held_earlier=table.get("held_earlier") is True,
        values=tuple(_value(name, kind, one, upto) for one, upto in zip(raw, nexts, strict=True)),
    )


def _value(name: str, kind: Kind, table: Mapping[str, object], next_first: date | None) -> Value:
    """Make one value; it ends the day before the next one, or as its kind tells."""
    _only(name, table, VALUE_KEYS | CONTENT_KEYS)
    first = _day(name, table, "from")
    ends = [_end_of(kind, first)]
    if "until" in table:
        ends.append(_day(name, table, "until"))
    if next_first is not None:
        ends.append(next_first - ONE_DAY)
    last = min(ends)
    if last < first:
        raise BadRuleFileError(f"{name}: a value ends before it starts")
    return Value(
        first=first,
        last=last,
        content=_content(name, table),
        basis=_text(name, table, "basis"),
        source=_text(name, table, "source"),
        link=str(table.get("link", "")),
        confidence=Confidence(_text(name, table, "confidence")),
        alternatives=tuple(_number(name, one) for one in _list(name, table.get("alternatives", []))),
    )


def _end_of(kind: Kind, first: date) -> date:
    """The last day for which a value of this kind speaks."""
    if kind is Kind.STANDING:
        return LATEST
    if kind is Kind.HALF_YEARLY and first.month < SECOND_HALF:
        return date(first.year, 6, 30)
    return date(first.year, 12, 31)


def _content(name: str, table: Mapping[str, object]) -> Content:
    """The one thing that a value says."""
    keys = CONTENT_KEYS & table.keys()
    if len(keys) != 1:
        raise BadRuleFileError(f"{name}: a value says one thing, not {sorted(keys)}")
    (key,) = keys
    said = table[key]
    if key == "amount":
        return _number(name, said)
    if key == "amounts" and isinstance(said, Mapping):
        return MappingProxyType({str(part): _number(name, one) for part, one in said.items()})
    if key == "names":
        return tuple(str(one) for one in _list(name, said))
    return _day(name, table, key) if key == "day" else _text(name, table, key)


def _only(name: str, table: object, keys: set[str]) -> None:
    if not isinstance(table, Mapping):
        raise BadRuleFileError(f"{name}: not a table")
    if unknown := table.keys() - keys:
        raise BadRuleFileError(f"{name}: unknown {sorted(unknown)}")


def _text(name: str, table: Mapping[str, object], key: str) -> str:
    text = table.get(key)
    if not isinstance(text, str) or not text.strip():
        raise BadRuleFileError(f"{name}: {key} is missing")
    return text


def _day(name: str, table: object, key: str) -> date:
    day = table.get(key) if isinstance(table, Mapping) else None
    if not isinstance(day, date) or isinstance(day, datetime):
        raise BadRuleFileError(f"{name}: {key} is no day")
    return day


def _number(name: str, said: object) -> Decimal:
    if isinstance(said, bool) or not isinstance(said, int | Decimal):
        raise BadRuleFileError(f"{name}: {said!r} is no number")
    return Decimal(said)


def _list(name: str, said: object) -> Sequence[object]:
    if not isinstance(said, list):
        raise BadRuleFileError(f"{name}: not a list")
    return said
