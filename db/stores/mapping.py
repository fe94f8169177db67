"""How a record lies in rows: flat columns, spans of days, parts with a prefix, and child tables.

A mapping is written by hand, one per kind of record (see the areas beside this file); fields that are
not named in it are columns of the same name.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Delete, Table, Update, and_, bindparam, delete, update

from db.stores.rows import Bound, Key, Query, Rows
from db.stores.shapes import Part, Row, Shape, check


@dataclass(frozen=True, slots=True)
class Mapping:
    """A kind of record: its table, its flat shape and its child tables."""

    table: Table
    shape: Shape
    key: tuple[str, ...]
    kin: dict[str, Rows]
    sought: Callable[[Any], str] | None
    """What the search looks through."""
    tables: frozenset[Table]
    """Every table in which some of a record lies."""
    one: Query
    """Reads the record of a key."""
    change: Update
    """Changes the row of a key that has the version expected."""
    removal: Delete
    """Removes it."""

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
        shape, keys = Shape.of(kind, parts, kin), tuple(key.split())
        this = _is(table, keys)
        unchanged = _is(table, (*keys, "version")) if "version" in table.c else this
        return cls(
            table,
            shape,
            keys,
            kin,
            sought,
            frozenset((table, *_below(kin))),
            Query(table, (*keys, *shape.columns), keys, kin, this, ()),
            update(table).where(unchanged),
            delete(table).where(unchanged),
        )

    @property
    def touched(self) -> frozenset[Table]:
        """Every table that the removal of a record may touch: its own, and those that refer to them."""
        return _with_referring(self.tables)

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

    def rows(self, record: object) -> list[tuple[Table, Row]]:
        """The record's own row and those of every child table, parents before children."""
        return [(self.table, self.row(record)), *self.rows_below(record)]

    def query(self, condition: ColumnElement[bool], *order: ColumnElement[Any]) -> Query:
        """How records are read that a condition picks, in an order or in that of their making."""
        names = (*self.key, *self.shape.columns)
        return Query(self.table, names, self.key, self.kin, condition, (*order, self.table.c.made))

    def load(
        self, connection: Connection, condition: ColumnElement[bool], *order: ColumnElement[Any]
    ) -> tuple[Any, ...]:
        """Records that a condition on the table picks, in an order or in that of their making."""
        return self.found(connection, self.query(condition, *order))

    def load_one(self, connection: Connection, key: Key) -> Any | None:
        """The record of a key, or none."""
        found = self.found(connection, self.one, **bound_to(self.key, key))
        return found[0] if found else None

    def found(self, connection: Connection, query: Query, **bound: object) -> tuple[Any, ...]:
        """Records that a query finds."""
        keys, give = len(self.key), self.shape.give
        found, kin = query.read(connection, bound)
        if not kin:
            return tuple(give(row[keys:]) for row in found)
        return tuple(
            give(
                row[keys:],
                {name: below.get(tuple(row[:keys]), self.kin[name]) for name, below in kin.items()},
            )
            for row in found
        )


def _is(table: Table, names: Iterable[str]) -> ColumnElement[bool]:
    """That a row has the values to which ``bound_to`` binds some columns."""
    return and_(*(table.c[name] == bindparam(f"its_{name}") for name in names))


def bound_to(names: Iterable[str], values: Iterable[object]) -> Bound:
    """Bind columns of the row that a statement is about."""
    return {f"its_{name}": value for name, value in zip(names, values, strict=True)}


def _below(kin: dict[str, Rows]) -> Iterator[Table]:
    """The tables of some fields, and of all below them."""
    for rows in kin.values():
        yield rows.table
        yield from _below(rows.kin)


@lru_cache(maxsize=256)
def _with_referring(tables: frozenset[Table]) -> frozenset[Table]:
    """Some tables, and those that refer to them."""
    every = next(iter(tables)).metadata.sorted_tables
    return tables | {
        table for table in every if any(key.column.table in tables for key in table.foreign_keys)
    }
