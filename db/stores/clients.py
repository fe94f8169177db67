"""Clients: a shelf that also gives everybody's names alone."""

from sqlalchemy import true

from db.stores.mapping import Mapping
from db.stores.people import CLIENT_NAMES, CLIENTS
from db.stores.session import Session
from db.stores.shelf import SqlReader, SqlShelf
from subcontract.ids import ClientId
from subcontract.people.client import Client, ClientName


class SqlClientReader(SqlReader[ClientId, Client]):
    """Clients, to be read."""

    def __init__(self, session: Session, mapping: Mapping = CLIENTS) -> None:
        """Read through a session."""
        super().__init__(session, mapping)
        self._names: tuple[ClientName, ...] | None = None

    def names(self) -> tuple[ClientName, ...]:
        """Everybody's names, from one table, read once while nobody's name changes."""
        if self._names is None:
            self._session.settle(CLIENT_NAMES.tables)
            self._names = CLIENT_NAMES.load(self._session.connection, true())
        return self._names


class SqlClients(SqlClientReader, SqlShelf[ClientId, Client]):
    """Clients, to be read and changed."""

    def add(self, record: Client, /) -> None:
        """Add a new client."""
        self._names = None
        super().add(record)

    def save(self, record: Client, /) -> Client:
        """Store a changed client and give it with its next version."""
        self._names = None
        return super().save(record)

    def remove(self, record: Client, /) -> None:
        """Take a client away."""
        self._names = None
        super().remove(record)
