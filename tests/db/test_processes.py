"""Many processes at once, and processes that are killed: numbers have no gaps, no told commit is lost."""

import multiprocessing
import time
from collections.abc import Callable
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from operator import attrgetter
from pathlib import Path
from random import Random
from typing import Any

import pytest

from db import store as stores
from db.store import Store
from subcontract.actions.perform import broken_link
from tests.database_server import DatabaseServer
from tests.db import full
from tests.db.stores import new_file, prepare
from tests.db.writer import number_invoices, store_at, write_entries

PROCESSES = 8
INVOICES = 12
KILLS = 50
WAIT = 60

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def processes() -> BaseContext:
    """Processes that start in milliseconds: each is a copy of one that has imported everything."""
    ways = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in ways else "spawn")
    context.set_forkserver_preload(["tests.db.writer", "sqlcipher3.dbapi2", "psycopg"])
    return context


@pytest.fixture(params=["file", pytest.param("postgres", marks=pytest.mark.postgres)])
def place(request: pytest.FixtureRequest, tmp_path: Path, template: Path) -> str:
    """A filled database that any process can open."""
    if request.param == "file":
        found = str(tmp_path / "books.urakka")
        store: Store = new_file(Path(found), template)
    else:
        server: DatabaseServer = request.getfixturevalue("database_server")
        found = server.like(prepare)
        store = stores.open_postgres(found)
    world = {name: records for name, records in full.world().items() if name not in {"invoices", "entries"}}
    with store.open_books() as books:
        for shelf in ("units", "staff", "clients", "customers", "jobs"):
            for record in world[shelf]:
                attrgetter(shelf)(books).add(record)
        books.commit()
    store.close()
    return found


def started(processes: Any, work: Callable[..., None], *given: object) -> BaseProcess:
    process: BaseProcess = processes.Process(target=work, args=given, daemon=True)
    process.start()
    return process


def test_numbers_have_no_gaps(processes: BaseContext, place: str) -> None:
    """M-N: eight at once, a third rolled back, some killed wherever they are."""
    chance = Random(8)
    running = [started(processes, number_invoices, place, seed, INVOICES) for seed in range(PROCESSES)]
    for seed in range(PROCESSES, PROCESSES + 6):
        time.sleep(chance.uniform(0.05, 0.4))
        victim = chance.choice(running)
        victim.kill()
        running.append(started(processes, number_invoices, place, seed, INVOICES))
    for process in running:
        process.join(WAIT)
        assert process.exitcode in {0, -9}
    store = store_at(place)
    with store.open_lists() as lists:
        numbers = sorted(invoice.number for invoice in lists.invoices.all())
    with store.open_books() as books:
        assert books.numbers.take(full.UNIT, "invoice") == len(numbers) + 1
    store.close()
    assert len(numbers) >= INVOICES
    assert numbers == list(range(1, len(numbers) + 1))


def test_no_told_commit_is_lost(processes: Any, place: str) -> None:
    """D-K, small: killed at random moments; nothing told is missing, nothing is there by half."""
    chance, told = Random(1), []
    for killed in range(1, KILLS + 1):
        mine, theirs = processes.Pipe(duplex=False)
        process = started(processes, write_entries, place, theirs)
        theirs.close()
        assert mine.poll(WAIT)
        mine.recv()
        time.sleep(chance.uniform(0, 0.12))
        process.kill()
        try:
            while True:
                told.append(mine.recv())
        except EOFError:
            pass
        process.join(WAIT)
        assert_whole(place, told, killed)
    assert told


def assert_whole(place: str, told: list[Any], killed: int) -> None:
    store = store_at(place)
    try:
        with store.open_lists() as lists:
            kept = {entry.id for entry in lists.entries.all()}
            events = lists.log.last(100_000)
        assert set(told) <= kept
        # One commit per kill may have returned without the word getting through.
        assert len(kept) <= len(told) + killed
        assert {event.object for event in events} == kept
        assert broken_link(events) is None
        stores.check_whole(store)
    finally:
        store.close()
