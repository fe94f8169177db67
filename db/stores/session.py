"""What books hold back: rows that wait to be written many at a time, and what has been read once."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, MetaData, Table

from db.stores import bulk
from db.stores.mapping import Mapping
from db.stores.rows import Key
from db.stores.shapes import Row

BATCH = 1000
"""Rows kept back before they are written together."""


class Session:
    """A connection with rows that wait to be written."""

    def __init__(self, connection: Connection) -> None:
        """Start with nothing waiting."""
        self.connection = connection
        self.head: str | None = None
        """Hash of the log's last row, once it has been read."""
        self._waiting: dict[Table, list[Row]] = {}
        self._known: dict[int, dict[Key, Any]] = {}
        self._passing: list[tuple[dict[Key, Any], Key]] = []
        """Records known only while their rows wait: there may be thousands."""

    def known(self, mapping: Mapping) -> dict[Key, Any]:
        """Records of a kind read in this session, by key.

        Nobody else writes while books are open and a reader's view stands still, so what has been read
        once holds until the session ends.
        """
        return self._known.setdefault(id(mapping), {})

    def forget(self) -> None:
        """Forget what was read: others may write from now on."""
        self.head = None
        for records in self._known.values():
            records.clear()

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Undo what was done meanwhile if it is refused, and nothing else."""
        run = self.connection.exec_driver_sql
        run("SAVEPOINT attempt")
        try:
            yield
        except BaseException:
            # When the engine has undone everything already, there is no such point any more.
            with suppress(Exception):
                run("ROLLBACK TO SAVEPOINT attempt")
                run("RELEASE SAVEPOINT attempt")
            raise
        run("RELEASE SAVEPOINT attempt")

    def write(self, rows: Iterable[tuple[Table, Row]]) -> None:
        """Write rows of several tables, parents before children."""
        by_table: dict[Table, list[Row]] = {}
        for table, row in rows:
            by_table.setdefault(table, []).append(row)
        for table, values in by_table.items():
            bulk.insert(self.connection, table, values)

    def wait(self, rows: Iterable[tuple[Table, Row]]) -> None:
        """Keep rows back until there are many, or until something reads their tables."""
        for table, row in rows:
            self._waiting.setdefault(table, []).append(row)
        if sum(len(values) for values in self._waiting.values()) >= BATCH:
            self.flush()

    def wait_with(self, mapping: Mapping, record: object) -> None:
        """Keep the rows of a new record back; meanwhile it is found by its key without being read."""
        rows = mapping.rows(record)
        known, key = self.known(mapping), mapping.key_of(record)
        known[key] = record
        self._passing.append((known, key))
        self.wait(rows)

    def settle(self, tables: frozenset[Table]) -> None:
        """Write what waits if any of it lies in these tables: they will be read, or referred to."""
        if not tables.isdisjoint(self._waiting):
            self.flush()

    def flush(self) -> None:
        """Write what waits, parents before children."""
        waiting, self._waiting = self._waiting, {}
        passing, self._passing = self._passing, []
        for known, key in passing:
            known.pop(key, None)
        # Every kind that waits comes with its children in order, and kinds in the order of their making.
        for table in sorted(waiting, key=_depth):
            bulk.insert(self.connection, table, waiting[table])


def _depth(table: Table) -> int:
    """The place of a table after all it refers to."""
    return _order(table.metadata)[table]


@lru_cache
def _order(metadata: MetaData) -> dict[Table, int]:
    """Tables in the order in which their rows can be written."""
    return {table: place for place, table in enumerate(metadata.sorted_tables)}
