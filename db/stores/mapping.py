"""How a record lies in rows: flat columns, spans of days, parts with a prefix, and child tables.

A mapping is written by hand, one per kind of record (see the areas beside this file); fields that are
not named in it are columns of the same name.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, select

from db.stores.shapes import Part, Row, Scalars, Shape, check

Key = tuple[object, ...]


def in_order(items: Iterable[object]) -> list[object]:
    """Put a set's members in a lasting order."""
    return sorted(items, key=str)


@dataclass(frozen=True, slots=True)
class Rows:
    """A field that holds many: a child table's rows, each with the key of its owner and its place."""

    table: Table
    shape: Shape | Scalars
    key: tuple[str, ...]
    """Columns that grandchildren link to."""
    unwrap: Callable[[Any], Iterable[Any]] = iter
    wrap: Callable[[Iterable[Any]], Any] = tuple
    kin: dict[str, "Rows"] = field(default_factory=dict)
    keyed: bool = False
    """Whether others refer to the rows, so that they are changed in place."""

    @property
    def link(self) -> tuple[str, ...]:
        """Columns that hold the owner's key."""
        return tuple(self.table.info["link"])

    def rows(self, owner: Key, value: object) -> Iterator[tuple[Table, Row]]:
        """Rows of the field, and of all below it."""
        for position, item in enumerate(self.unwrap(value)):
            row: Row = dict(zip(self.link, owner, strict=True))
            row["position"] = position
            row.update(zip(self.shape.columns, self.shape.take(item), strict=True))
            check(row)
            yield self.table, row
            key = tuple(row[name] for name in self.key)
            for name, rows in self.kin.items():
                yield from rows.rows(key, getattr(item, name))

    def load(self, connection: Connection, owners: ColumnElement[bool]) -> dict[Key, list[object]]:
        """Every item of the owners that a condition on the link's first column picks."""
        links = [self.table.c[name] for name in self.link]
        wanted = reading(self.table, (*self.link, *self.key, *self.shape.columns))
        found = connection.execute(wanted.where(owners).order_by(*links, self.table.c.position)).all()
        kin = load_kin(connection, self.kin, self.table, self.key, owners) if found else {}
        width, keys = len(links), len(links) + len(self.key)
        items: dict[Key, list[object]] = {}
        for row in found:
            below = {name: rows.get(tuple(row[width:keys]), self.kin[name]) for name, rows in kin.items()}
            items.setdefault(tuple(row[:width]), []).append(self.shape.give(row[keys:], below))
        return items

    def gathered(self, items: list[object] | None) -> object:
        """The field's value."""
        return self.wrap(items or ())


def cols(table: Table, names: Iterable[str]) -> list[Column[Any]]:
    """A table's columns by name."""
    return [table.c[name] for name in names]


@lru_cache(maxsize=256)
def reading(table: Table, names: tuple[str, ...]) -> Select[Any]:
    """A selection of columns, built once; the same column may be asked for twice, as link and as key."""
    return select(*(column.label(f"c{place}") for place, column in enumerate(cols(table, names))))


@dataclass(frozen=True, slots=True)
class Kin:
    """What one child table holds for many owners."""

    items: dict[Key, list[object]]

    def get(self, key: Key, rows: Rows) -> object:
        """The value of the field of one owner."""
        return rows.gathered(self.items.get(key))


def load_kin(
    connection: Connection,
    kin: dict[str, Rows],
    table: Table,
    key: tuple[str, ...],
    owners: ColumnElement[bool],
) -> dict[str, Kin]:
    """One query for each child table, whatever the number of owners."""
    picked = select(table.c[key[0]]).where(owners)
    return {
        name: Kin(rows.load(connection, rows.table.c[rows.link[0]].in_(picked))) for name, rows in kin.items()
    }


@dataclass(frozen=True, slots=True)
class Mapping:
    """A kind of record: its table, its flat shape and its child tables."""

    table: Table
    shape: Shape
    key: tuple[str, ...]
    kin: dict[str, Rows]
    sought: Callable[[Any], str] | None
    """What the search looks through."""

    @classmethod
    def of(
        cls,
        kind: type,
        table: Table,
        *,
        key: str = "id",
        sought: Callable[[Any], str] | None = None,
        **special: Part | Rows,
    ) -> "Mapping":
        """Map a dataclass; ``special`` names the fields that are more than a column."""
        kin = {name: rows for name, rows in special.items() if isinstance(rows, Rows)}
        parts = {name: part for name, part in special.items() if isinstance(part, Part)}
        return cls(table, Shape.of(kind, parts, kin), tuple(key.split()), kin, sought)

    @property
    def versioned(self) -> bool:
        """Whether the record has a version."""
        return "version" in self.table.c

    def row(self, record: object) -> Row:
        """The record's own row."""
        row: Row = dict(zip(self.shape.columns, self.shape.take(record), strict=True))
        if self.sought is not None:
            row["sought"] = self.sought(record).casefold()
        check(row)
        return row

    def key_of(self, record: object) -> Key:
        """The values of the key's columns."""
        return tuple(getattr(record, name) for name in self.key)

    def rows_below(self, record: object) -> Iterator[tuple[Table, Row]]:
        """Rows of every child table."""
        for name, rows in self.kin.items():
            yield from rows.rows(self.key_of(record), getattr(record, name))

    def load(
        self, connection: Connection, condition: ColumnElement[bool], *order: ColumnElement[Any]
    ) -> tuple[Any, ...]:
        """Records that a condition on the table picks, in an order or in that of their making."""
        keys = len(self.key)
        wanted = reading(self.table, (*self.key, *self.shape.columns))
        found = connection.execute(wanted.where(condition).order_by(*order, self.table.c.made)).all()
        give = self.shape.give
        if not self.kin or not found:
            return tuple(give(row[keys:]) for row in found)
        kin = load_kin(connection, self.kin, self.table, self.key, condition)
        return tuple(
            give(
                row[keys:],
                {name: below.get(tuple(row[:keys]), self.kin[name]) for name, below in kin.items()},
            )
            for row in found
        )


def rows(table: Table, kind: type, *, key: str = "", keyed: bool = False, **special: Part | Rows) -> Rows:
    """Map a field that holds a tuple of records."""
    kin = {name: below for name, below in special.items() if isinstance(below, Rows)}
    parts = {name: part for name, part in special.items() if isinstance(part, Part)}
    return Rows(table, Shape.of(kind, parts, kin), _key(table, key), kin=kin, keyed=keyed)


def at_most_one(table: Table, kind: type) -> Rows:
    """Map a field that holds a record or ``None``."""
    return replace(rows(table, kind), unwrap=_listed, wrap=_only)


def _listed(item: object) -> tuple[object, ...]:
    return () if item is None else (item,)


def _only(items: Iterable[object]) -> object:
    return next(iter(items), None)


def values(
    table: Table,
    columns: str,
    wrap: Callable[[Iterable[Any]], Any] = tuple,
    unwrap: Callable[[Any], Iterable[Any]] = iter,
) -> Rows:
    """Map a field that holds bare values."""
    return Rows(table, Scalars(tuple(columns.split())), _key(table, ""), unwrap=unwrap, wrap=wrap)


def members(table: Table, column: str) -> Rows:
    """Map a field that holds a set of bare values."""
    return values(table, column, frozenset, in_order)


def _key(table: Table, names: str) -> tuple[str, ...]:
    return tuple(names.split()) or (*table.info["link"], "position")
