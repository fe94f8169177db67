"""A record over flat columns: plain ones, spans of days, parts under a prefix."""

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from subcontract.days import DateRange
from subcontract.problems import Code, refuse

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a record and the columns that hold it."""

    columns: tuple[str, ...]
    take: Callable[[Any], tuple[Any, ...]]
    give: Callable[[Sequence[Any]], Any]


def plain(column: str) -> Part:
    """One column."""
    return Part((column,), lambda value: (value,), lambda values: values[0])


def span(first: str = "first_day", last: str = "last_day") -> Part:
    """A range of days, or none."""
    return Part(
        (first, last),
        lambda days: (None, None) if days is None else (days.first, days.last),
        lambda values: None if values[0] is None else DateRange(values[0], values[1]),
    )


def within(kind: type, prefix: str = "", **special: Part) -> Part:
    """A record inside the record, its columns under a prefix."""
    shape = Shape.of(kind, {name: _prefixed(part, prefix) for name, part in special.items()}, (), prefix)
    return Part(shape.columns, shape.take, shape.give)


def _prefixed(part: Part, prefix: str) -> Part:
    return Part(tuple(f"{prefix}{name}" for name in part.columns), part.take, part.give)


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of record over flat columns."""

    kind: Callable[..., Any]
    parts: tuple[tuple[str, Part], ...]
    columns: tuple[str, ...]
    values: Callable[[Any], tuple[Any, ...]]
    """The fields of a record, all at once."""
    is_plain: bool
    """Whether each field is a column of its own."""

    @classmethod
    def of(
        cls, kind: Callable[..., Any], special: dict[str, Part], without: Iterable[str] = (), prefix: str = ""
    ) -> "Shape":
        """Every field of a dataclass but those ``without``; those not ``special`` are plain."""
        names = [f.name for f in dataclasses.fields(kind) if f.name not in set(without)]  # type: ignore[arg-type]
        parts = tuple((name, special.get(name) or plain(prefix + name)) for name in names)
        columns = tuple(column for _, part in parts for column in part.columns)
        # attrgetter gives a bare value for a single name.
        get = attrgetter(*names) if len(names) > 1 else lambda record: (getattr(record, names[0]),)
        return cls(kind, parts, columns, get, all(len(part.columns) == 1 for _, part in parts))

    def take(self, record: object) -> tuple[object, ...]:
        """The values of the columns."""
        fields = self.values(record)
        if self.is_plain:
            return fields
        row: list[object] = []
        for (_, part), value in zip(self.parts, fields, strict=True):
            if len(part.columns) == 1:
                row.append(value)
            else:
                row.extend(part.take(value))
        return tuple(row)

    def give(self, values: Sequence[object], kin: dict[str, object] | None = None) -> Any:
        """The record of those values, and of what its child tables hold."""
        if self.is_plain and not kin:
            return self.kind(**dict(zip(self.columns, values, strict=True)))
        filled: dict[str, object] = dict(kin or {})
        at = 0
        for name, part in self.parts:
            width = len(part.columns)
            filled[name] = values[at] if width == 1 else part.give(values[at : at + width])
            at += width
        return self.kind(**filled)


@dataclass(frozen=True, slots=True)
class Scalars:
    """Child rows that are bare values, or bare tuples of them."""

    columns: tuple[str, ...]

    def take(self, item: object) -> tuple[object, ...]:
        """The values of the columns."""
        return item if isinstance(item, tuple) else (item,)

    def give(self, values: Sequence[object], kin: dict[str, object] | None = None) -> object:  # noqa: ARG002
        """The bare value, or the tuple."""
        return values[0] if len(self.columns) == 1 else tuple(values)


def check(row: Row) -> None:
    """Refuse texts that no database keeps: a NUL, or half a character."""
    for name, value in row.items():
        if isinstance(value, str) and value and not _keepable(value):
            raise refuse(Code.FORBIDDEN_CHARACTER, name)


def _keepable(text: str) -> bool:
    if text.isascii() and text.isprintable():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text
