"""One shelf for every kind of record: reads, buffered additions, versioned changes."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Delete, Table, Update, and_, delete, false, or_, select, true, update

from db.stores.mapping import Mapping, bound_to
from db.stores.rows import Bound, Key, Rows
from db.stores.session import BATCH, Session
from db.stores.shapes import Row
from subcontract.days import DateRange
from subcontract.problems import Code, refuse

I = TypeVar("I")  # noqa: E741 - as in the ports
R = TypeVar("R")

MOST_VALUES = 10_000
"""Values of one "any of" in one statement; the servers take some 30 000."""


class SqlReader(Generic[I, R]):
    """Records of one kind, to be read."""

    def __init__(self, session: Session, mapping: Mapping) -> None:
        """Read through a session."""
        self._session = session
        self._mapping = mapping
        self._known: dict[Key, R] = session.known(mapping)

    def get(self, id: I, /) -> R:  # noqa: A002 - as in the ports
        """The record; refuses with ``NOT_FOUND``."""
        record = self.find(id)
        if record is None:
            raise refuse(Code.NOT_FOUND)
        return record

    def find(self, id: I, /) -> R | None:  # noqa: A002 - as in the ports
        """The record or ``None``."""
        return self._one(id if isinstance(id, tuple) else (id,))

    def _one(self, key: Key) -> R | None:
        """The record of a key, read once in a session."""
        found: R | None = self._known.get(key)
        if found is None:
            found = self._mapping.load_one(self._session.connection, key)
            if found is not None:
                self._known[key] = found
        return found

    def all(self) -> tuple[R, ...]:
        """Every record, in the order of their making."""
        return self._load(true())

    def where(self, **equal: object) -> tuple[R, ...]:
        """Records whose fields equal the given values; a tuple value means any of them."""
        return tuple(record for condition in self._conditions(equal) for record in self._load(condition))

    def _load(self, condition: ColumnElement[bool], *order: ColumnElement[Any]) -> tuple[R, ...]:
        self._session.settle(self._mapping.tables)
        found: tuple[R, ...] = self._mapping.load(self._session.connection, condition, *order)
        if len(found) <= BATCH:
            self._known.update((self._mapping.key_of(record), record) for record in found)
        return found

    def _conditions(self, equal: dict[str, object]) -> Iterable[ColumnElement[bool]]:
        """One condition, or several when a tuple is too long for one statement."""
        long = next((n for n, v in equal.items() if isinstance(v, tuple) and len(v) > MOST_VALUES), None)
        if long is None:
            return [and_(true(), *(self._equal(name, value) for name, value in equal.items()))]
        some = list(dict.fromkeys(_many(equal[long])))
        parts = (tuple(some[at : at + MOST_VALUES]) for at in range(0, len(some), MOST_VALUES))
        return [c for part in parts for c in self._conditions({**equal, long: part})]

    def _equal(self, name: str, value: object) -> ColumnElement[bool]:
        column = self._mapping.table.c[name]
        if not isinstance(value, tuple):
            return column.is_(None) if value is None else column == value
        if not value:
            return false()
        known = tuple(each for each in value if each is not None)
        among = column.in_(known)
        return or_(among, column.is_(None)) if len(known) < len(value) else among


def _many(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


class SqlDatedReader(SqlReader[I, R]):
    """Records that belong to a day."""

    def within(self, days: DateRange, **equal: object) -> tuple[R, ...]:
        """Records of those days, in order of days, that also equal the given values."""
        day = self._mapping.table.c.day
        conditions = self._conditions(equal)
        found = [r for c in conditions for r in self._load(and_(day.between(days.first, days.last), c), day)]
        return tuple(found if len(list(conditions)) == 1 else sorted(found, key=_day))


def _day(record: object) -> date:
    day: date = record.day  # type: ignore[attr-defined]
    return day


class SqlLedger(SqlDatedReader[I, R]):
    """A kind of record that is only added to; additions wait and are written many at a time."""

    def add(self, record: R, /) -> None:
        """Add a new record; refuses with ``ALREADY_EXISTS``, at the latest when books are committed."""
        self._session.wait_with(self._mapping, record)


class SqlEntryReader(SqlDatedReader[I, R]):
    """Work entries, to be read: also those that came late."""

    def recorded_after(self, moment: datetime, days: DateRange) -> tuple[R, ...]:
        """Entries of those days recorded after a moment, in order of days."""
        table = self._mapping.table
        return self._load(and_(table.c.day.between(days.first, days.last), table.c.at > moment), table.c.day)


class SqlEntries(SqlEntryReader[I, R], SqlLedger[I, R]):
    """Work entries, only added to for ever."""


class SqlShelf(SqlLedger[I, R]):
    """A kind of record that can be changed."""

    def add(self, record: R, /) -> None:
        """Add a new record; refuses with ``ALREADY_EXISTS``."""
        rows = self._mapping.rows(record)
        self._session.flush()
        with self._session.attempt():
            self._session.write(rows)
        self._known[self._mapping.key_of(record)] = record

    def save(self, record: R, /) -> R:
        """Store a changed record and give it with its next version."""
        self._session.flush()
        stored, mapping = self._stored(record), self._mapping
        changed: Any = replace(record, version=record.version + 1) if mapping.versioned else record  # type: ignore[type-var, attr-defined]
        with self._session.attempt():
            self._change(mapping.change, record, mapping.row(changed))
            for name, rows in mapping.kin.items():
                if getattr(stored, name) != getattr(changed, name):
                    _replace(self._session, rows, mapping.key_of(record), getattr(changed, name))
        self._known[mapping.key_of(record)] = changed
        return changed  # type: ignore[no-any-return]

    def remove(self, record: R, /) -> None:
        """Take a record away; refuses like ``save``, and with ``IN_USE`` when others refer to it."""
        self._session.settle(self._mapping.touched)
        self._stored(record)
        with self._session.attempt():
            self._change(self._mapping.removal, record, {})
        self._known.pop(self._mapping.key_of(record), None)

    def _stored(self, record: R) -> R:
        """The stored record, when the given one stems from it and it may still change."""
        stored: Any = self._one(self._mapping.key_of(record))
        if stored is None:
            raise refuse(Code.NOT_FOUND)
        if getattr(stored, "approved", False):
            raise refuse(Code.PERIOD_LOCKED)
        if self._mapping.versioned and stored.version != record.version:  # type: ignore[attr-defined]
            raise refuse(Code.CHANGED_ELSEWHERE)
        return stored  # type: ignore[no-any-return]

    def _change(self, statement: Update | Delete, record: R, values: Bound) -> None:
        """Change the row if it still has the record's version."""
        mapping = self._mapping
        bound = bound_to(mapping.key, mapping.key_of(record))
        if mapping.versioned:
            bound.update(bound_to(("version",), (record.version,)))  # type: ignore[attr-defined]
        if self._session.connection.execute(statement, {**values, **bound}).rowcount != 1:
            raise refuse(Code.CHANGED_ELSEWHERE)


class SqlPatientShelf(SqlShelf[I, R]):
    """A kind that is made by the hundred: additions wait, and are refused when they are written."""

    def add(self, record: R, /) -> None:
        """Add a new record; refuses with ``ALREADY_EXISTS``, at the latest when books are committed."""
        SqlLedger.add(self, record)


def _replace(session: Session, rows: Rows, owner: Key, value: object) -> None:
    """Put a field's new rows in place of the old."""
    table = rows.table
    mine = and_(*(table.c[name] == part for name, part in zip(rows.link, owner, strict=True)))
    fresh = list(rows.rows(owner, value))
    if not rows.keyed:
        session.connection.execute(delete(table).where(mine))
        session.write(fresh)
        return
    _replace_keyed(session, rows, mine, fresh)


def _replace_keyed(
    session: Session, rows: Rows, mine: ColumnElement[bool], fresh: list[tuple[Table, Row]]
) -> None:
    """Change rows in place that others refer to; those below them are written anew."""
    connection, table = session.connection, rows.table
    key = table.c[rows.key[0]]
    own = {row[key.name]: row for to, row in fresh if to is table}
    known = set(connection.execute(select(key).where(mine)).scalars())
    connection.execute(delete(table).where(mine, key.not_in(own)))
    # Out of the way first: two rows that change places must not meet.
    connection.execute(update(table).where(mine).values(position=-1 - table.c.position))
    for below in rows.kin.values():
        connection.execute(delete(below.table).where(below.table.c[below.link[0]].in_(own)))
    for each, row in own.items():
        if each in known:
            connection.execute(update(table).where(key == each).values(row))
    session.write((to, row) for to, row in fresh if to is not table or row[key.name] not in known)
