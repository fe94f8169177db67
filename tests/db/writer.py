"""A process that writes until it is done or killed; it tells of each commit only after it has returned."""

from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from db import store as stores
from db.books import SqlBooks
from db.store import Store
from subcontract import ids
from subcontract.actions.perform import hash_of
from subcontract.ids import EntryId, EventId, InvoiceId
from subcontract.problems import Refused
from tests import make
from tests.db import full
from tests.db.stores import file_store


def store_at(place: str) -> Store:
    """A file by its path, a server's database by its address."""
    return stores.open_postgres(place) if place.startswith("postgres") else file_store(Path(place))


def number_invoices(place: str, seed: int, times: int) -> None:
    """Issue invoices; every third time think better of it. Whoever waits too long asks again."""
    store, chance = store_at(place), Random(seed)
    for _ in range(times):
        with suppress(Refused), store.open_books() as books:
            issue(books, commit=chance.random() < 2 / 3)
    store.close()


def issue(books: SqlBooks, *, commit: bool) -> None:
    """Take a number and add the invoice that bears it."""
    number = books.numbers.take(full.UNIT, "invoice")
    books.invoices.add(replace(full.invoices()[0], id=InvoiceId(ids.new()), number=number, lines=()))
    if commit:
        books.commit()


def write_entries(place: str, told: Connection) -> None:
    """Write an entry and its log row in one transaction, for ever."""
    store = store_at(place)
    told.send("ready")
    while True:
        entry = make.entry(
            id=EntryId(ids.new()), unit=full.UNIT, job=full.JOB, client=full.CLIENT, by=full.COACH
        )
        with store.open_books() as books:
            books.entries.add(entry)
            event = full.event(books.log.head(), id=EventId(ids.new()), object=entry.id)
            books.log.add(replace(event, hash=hash_of(event)))
            books.commit()
        told.send(entry.id)
