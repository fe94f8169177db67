"""How tables are built: named columns, records and their child tables."""

from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Enum,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.sql.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from db.tables.columns import Counter, Id

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def columns(
    kind: type[TypeEngine[Any]] | TypeEngine[Any], names: str, *, empty: bool = False
) -> list[Column[Any]]:
    """Columns of one type that must be filled unless ``empty`` says otherwise."""
    return [Column(name, kind, nullable=empty) for name in names.split()]


def texts(names: str) -> list[Column[Any]]:
    """Texts, empty rather than missing."""
    return columns(Text, names)


def flags(names: str, *, empty: bool = False) -> list[Column[Any]]:
    """Truth values; no other number gets in."""
    return [
        Column(name, Boolean(create_constraint=True, name=name), nullable=empty) for name in names.split()
    ]


def choice(name: str, kind: type[StrEnum], *, empty: bool = False) -> Column[Any]:
    """One of the values of an enumeration, as text."""
    own = Enum(
        kind,
        native_enum=False,
        create_constraint=True,
        length=40,
        values_callable=lambda members: [member.value for member in members],
        name=name,
    )
    return Column(name, own, nullable=empty)


def reference(name: str, to: str, *, empty: bool = False) -> Column[Any]:
    """Another record's id."""
    return Column(name, Id, ForeignKey(to), nullable=empty)


def days(first: str = "first_day", last: str = "last_day", *, empty: bool = False) -> list[SchemaItem]:
    """A range of days that does not end before it starts."""
    return [
        *columns(Date, f"{first} {last}", empty=empty),
        CheckConstraint(f"{last} >= {first}", name=f"{last}_not_before"),
    ]


def record(name: str, *items: SchemaItem, key: str = "id") -> Table:
    """A kind of record: numbered in the order of making, known by its id."""
    own: list[SchemaItem] = [Column(key, Id, nullable=False)] if key == "id" else []
    return Table(
        name,
        METADATA,
        Column("made", Counter, Identity(), primary_key=True),
        *own,
        *items,
        UniqueConstraint(*key.split()),
    )


def child(name: str, parent: Table, link: str, *items: SchemaItem, key: str = "id") -> Table:
    """Rows that belong to a record, in order; they go when it goes."""
    names, keys = link.split(), key.split()
    return Table(
        name,
        METADATA,
        *(
            Column(n, parent.c[k].type, primary_key=True, autoincrement=False)
            for n, k in zip(names, keys, strict=True)
        ),
        Column("position", Integer, primary_key=True, autoincrement=False),
        *items,
        ForeignKeyConstraint(names, [parent.c[k] for k in keys], ondelete="CASCADE"),
        info={"link": tuple(names)},
    )
