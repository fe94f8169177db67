"""Clients: a shelf that also gives everybody's names alone."""

from sqlalchemy import true

from db.stores.mapping import Mapping
from db.stores.people import CLIENT_NAMES, CLIENTS
from db.stores.shelf import Session, SqlReader, SqlShelf
from subcontract.ids import ClientId
from subcontract.people.client import Client, ClientName


class SqlClientReader(SqlReader[ClientId, Client]):
    """Clients, to be read."""

    def __init__(self, session: Session, mapping: Mapping = CLIENTS) -> None:
        """Read through a session."""
        super().__init__(session, mapping)

    def names(self) -> tuple[ClientName, ...]:
        """Everybody's names, from one table."""
        self._session.flush()
        return CLIENT_NAMES.load(self._session.connection, true())


class SqlClients(SqlClientReader, SqlShelf[ClientId, Client]):
    """Clients, to be read and changed."""
