"""Many rows at once: the statement and the conversions of a table are worked out once, not per row."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table
from sqlalchemy import insert as insert_into

Convert = Callable[[Any], Any]


def insert(connection: Connection, table: Table, rows: list[dict[str, object]]) -> None:
    """Insert rows that all have the same columns."""
    statement, names, converts = _prepared(table, connection.dialect, tuple(rows[0]))
    columns = [[row[name] for row in rows] for name in names]
    converted = [
        column if convert is None else [convert(value) for value in column]
        for column, convert in zip(columns, converts, strict=True)
    ]
    values: Any = list(zip(*converted, strict=True))
    if not connection.dialect.positional:
        values = [dict(zip(names, row, strict=True)) for row in values]
    connection.exec_driver_sql(statement, values)


@lru_cache(maxsize=512)
def _prepared(
    table: Table, dialect: Dialect, keys: tuple[str, ...]
) -> tuple[str, tuple[str, ...], tuple[Convert | None, ...]]:
    """The statement, the order of its values, and how each is converted for the driver."""
    compiled = insert_into(table).compile(dialect=dialect, column_keys=list(keys))
    names = tuple(compiled.positiontup or keys)
    converts = tuple(table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names)
    return str(compiled), names, converts
