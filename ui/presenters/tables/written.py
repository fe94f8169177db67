"""How the values of a list are written, compared and summed; no Qt."""

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from subcontract.days import Month
from subcontract.money import ZERO, Money
from subcontract.words import Texts
from ui.collation import sort_key
from ui.presenters.tables.columns import Bar, CellKind, Column, Row
from ui.presenters.tone import State


def comparable(value: object) -> Any:  # noqa: ANN401 - values of one column compare with each other
    """Give the key by which cells of one column are ordered."""
    if isinstance(value, State):
        return sort_key(value.text)
    if isinstance(value, Bar):
        return value.value
    return sort_key(value) if isinstance(value, str) else value


def write_cell(value: object, column: Column, texts: Texts) -> str:  # noqa: PLR0911 - one line a type
    """Write a value as its column wants it."""
    if isinstance(value, str):
        return value
    if isinstance(value, State):
        return value.text
    if isinstance(value, Bar):
        return value.words
    if isinstance(value, Money):
        return texts.money(value)
    if column.kind is CellKind.HOURS and isinstance(value, int):
        return texts.length(value)
    if isinstance(value, int | Decimal):
        return (
            texts.percent(Decimal(value))
            if column.kind is CellKind.PERCENT
            else texts.number(value, column.places)
        )
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return write(texts, value)
    return str(value)


_WRITERS: tuple[tuple[type, Callable[[Texts, object], str]], ...] = (
    (datetime, lambda texts, value: texts.moment(value)),  # type: ignore[arg-type]
    (date, lambda texts, value: texts.day(value)),  # type: ignore[arg-type]
    (time, lambda texts, value: texts.clock(value)),  # type: ignore[arg-type]
    (Month, lambda texts, value: texts.month(value)),  # type: ignore[arg-type]
)


def summed(rows: tuple[Row, ...], key: str) -> object:
    """The sum of the values of a column, ``None`` when there is none."""
    values = [row.cells[key] for row in rows if row.cells.get(key) is not None]
    if not values:
        return None
    if isinstance(values[0], Money):
        return sum((value for value in values if isinstance(value, Money)), ZERO)
    return sum(value for value in values if isinstance(value, int | Decimal))
