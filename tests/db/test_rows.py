"""Whatever a record holds comes back, and every column of every table belongs to some field."""

import dataclasses
import types
import typing
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, Table, create_engine, true

from db.stores import jobs, money, people
from db.stores.mapping import Mapping
from db.stores.rows import Rows
from db.stores.session import Session
from db.tables import METADATA, columns
from subcontract.days import LATEST, DateRange, Month
from subcontract.money import Money
from subcontract.people.client import HalfDay
from subcontract.problems import Code, Refused

MAPPINGS = {
    name: mapping
    for area in (people, jobs, money)
    for name, mapping in vars(area).items()
    # Names alone are read from a few columns of a table that is mapped whole besides.
    if isinstance(mapping, Mapping) and name != "CLIENT_NAMES"
}
DAYS = st.dates(date(1900, 1, 1), LATEST)
WHOLE = st.integers(1, 2**31 - 1)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
OWN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: WHOLE,
    date: DAYS,
    Decimal: st.integers(-(10**15), 10**15).map(lambda n: Decimal(n).scaleb(-4)),
    Money: st.integers(-99_999_999_999, 99_999_999_999).map(Money.of_cents),
    DateRange: st.tuples(DAYS, DAYS).map(lambda pair: DateRange(min(pair), max(pair))),
    Month: st.builds(Month, st.integers(1900, 2199), st.integers(1, 12)),
    time: st.builds(time, st.integers(0, 23), st.integers(0, 59), fold=st.integers(0, 1)),
    datetime: st.datetimes(datetime(1900, 1, 2), datetime(2199, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - bounds
    UUID: st.uuids(),
    bool: st.booleans(),
    bytes: st.binary(max_size=20),
    tuple[int, HalfDay]: st.tuples(st.integers(0, 6), st.sampled_from(HalfDay)),
}


def holding(kind: Any) -> Any:
    """Any value of a type: our records are made of our own types, few enough to follow by hand."""
    if hasattr(kind, "__supertype__"):
        return holding(kind.__supertype__)
    if kind in OWN:
        return OWN[kind]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return st.sampled_from(kind)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return st.builds(kind, **{f.name: holding(hints[f.name]) for f in dataclasses.fields(kind)})
    return _made_of(typing.get_origin(kind), typing.get_args(kind))


def _made_of(origin: Any, parts: tuple[Any, ...]) -> Any:
    if origin in {types.UnionType, typing.Union}:
        return st.one_of([st.none() if part is types.NoneType else holding(part) for part in parts])
    if origin is frozenset:
        return st.frozensets(holding(parts[0]), max_size=2)
    if parts[-1] is Ellipsis:
        return st.lists(holding(parts[0]), max_size=2).map(tuple)
    return st.tuples(*(holding(part) for part in parts))


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """Our tables without the checking of references: only the translation is tried."""
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    yield engine
    engine.dispose()


@pytest.mark.parametrize("name", MAPPINGS)
def test_whatever_it_holds_comes_back(engine: Engine, name: str) -> None:
    mapping = MAPPINGS[name]

    @settings(max_examples=15)
    @given(record=holding(mapping.shape.kind))
    def comes_back(record: Any) -> None:
        with engine.connect() as connection:
            Session(connection).write([(mapping.table, mapping.row(record)), *mapping.rows_below(record)])
            found = mapping.load(connection, true())
            assert found == (record,)
            assert _times(found[0]) == _times(record)

    comes_back()


def _times(record: Any) -> list[int]:
    """Equal times may differ in their fold."""
    values = [getattr(record, field.name) for field in dataclasses.fields(record)]
    return [value.fold for value in values if isinstance(value, time)]


def _unmapped(table: Table, mapped: tuple[str, ...], known: set[str]) -> set[str]:
    return set(table.c.keys()) ^ (set(mapped) | known)


def _all_rows(kin: dict[str, Rows]) -> Iterator[Rows]:
    for rows in kin.values():
        yield rows
        yield from _all_rows(rows.kin)


@pytest.mark.parametrize("name", MAPPINGS)
def test_every_column_belongs_to_a_field(name: str) -> None:
    mapping = MAPPINGS[name]
    own = {"made", "sought"} if mapping.sought else {"made"}
    assert _unmapped(mapping.table, mapping.shape.columns, own) == set()
    for rows in _all_rows(mapping.kin):
        assert _unmapped(rows.table, rows.shape.columns, {"position", *rows.link}) == set()


@given(st.integers(-(10**15), 10**15))
def test_scaled_decimals_come_back_short(number: int) -> None:
    value = Decimal(number).scaleb(-4)
    back = columns.unscaled(columns.scaled(value))
    assert back == value
    assert "E" not in str(back)
    assert not str(back).endswith("0") or "." not in str(back)


@pytest.mark.parametrize("value", ["0.00001", "1.23456", "-0.00005"])
def test_a_fifth_decimal_is_never_lost_in_silence(value: str) -> None:
    with pytest.raises(Refused) as refused:
        columns.scaled(Decimal(value))
    assert refused.value.code is Code.TOO_MANY_DECIMALS
