"""Tables below a record's own: how their rows are written, and how a query reads all of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, select
from sqlalchemy import Row as Found

from db.stores.shapes import Part, Row, Scalars, Shape, check

Key = tuple[object, ...]
Bound = dict[str, object]
"""Values for the places that a statement leaves open."""


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

    def query(self, owners: ColumnElement[bool]) -> "Query":
        """How the rows of the owners are read that a condition on the link's first column picks."""
        links = tuple(self.table.c[name] for name in self.link)
        names = (*self.link, *self.key, *self.shape.columns)
        return Query(self.table, names, self.key, self.kin, owners, (*links, self.table.c.position))

    def load(self, connection: Connection, query: "Query", bound: Bound) -> dict[Key, list[object]]:
        """Every item that a query finds, by its owner."""
        found, kin = query.read(connection, bound)
        width = len(self.link)
        keys = width + len(self.key)
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


@dataclass(frozen=True)
class Query:
    """How rows of a table are read, and those below them: its statements are built at the first reading."""

    table: Table
    names: tuple[str, ...]
    key: tuple[str, ...]
    below: dict[str, Rows]
    condition: ColumnElement[bool]
    order: tuple[ColumnElement[Any], ...]

    @cached_property
    def own(self) -> Select[Any]:
        """The statement for the table itself."""
        return reading(self.table, self.names).where(self.condition).order_by(*self.order)

    @cached_property
    def kin(self) -> dict[str, "Query"]:
        """One query for each child table, whatever the number of owners."""
        picked = select(self.table.c[self.key[0]]).where(self.condition)
        return {name: rows.query(rows.table.c[rows.link[0]].in_(picked)) for name, rows in self.below.items()}

    def read(self, connection: Connection, bound: Bound) -> tuple[Sequence[Found[Any]], dict[str, Kin]]:
        """The rows, and what lies below them."""
        found = connection.execute(self.own, bound).all()
        if not found:
            return found, {}
        loaded = {
            name: Kin(self.below[name].load(connection, query, bound)) for name, query in self.kin.items()
        }
        return found, loaded


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
