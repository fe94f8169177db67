"""Failures of the engine: tried again, told as a refusal, and never by half."""

import threading
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import PendingRollbackError

from db import engine as engines
from db import store as stores
from subcontract.actions.act import Done, Kind, Worker
from subcontract.actions.perform import MOST_TRIES, broken_link, perform
from subcontract.clock import Clock, standing_at
from subcontract.ids import StaffId
from subcontract.people.unit import Unit
from subcontract.ports import Books, TryAgain
from subcontract.problems import Code, Refused
from tests import make
from tests.database_server import DatabaseServer
from tests.db import full
from tests.db.stores import file_store, prepare
from tests.fakes import MemoryStore

CLOCK = standing_at(date(2026, 11, 23))


def refusal(act: Callable[[], object]) -> Code:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code


def run(books: Any, statement: str) -> Any:
    """Run a statement behind the books' back; its first value."""
    result = books._connection.execute(text(statement))
    return result.scalar() if result.returns_rows else None


@pytest.fixture
def server_store(database_server: DatabaseServer) -> Any:
    store = stores.open_postgres(database_server.like(prepare))
    yield store
    store.close()


def failing(times: int, fail: Callable[[Books], None]) -> tuple[Callable[..., Done], list[int]]:
    """An action that fails some times after it has written."""
    tries: list[int] = []

    def add_unit(ask: Unit, books: Books, clock: Clock, who: Worker) -> Done:
        tries.append(1)
        books.units.add(ask)
        if len(tries) <= times:
            fail(books)
        return Done(changed=frozenset({Kind.UNITS}), id=ask.id)

    return add_unit, tries


def server_says(state: str) -> Callable[[Any], None]:
    def fail(books: Any) -> None:
        run(books, f"DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '{state}'; END $$")

    return fail


@pytest.mark.postgres
@pytest.mark.parametrize("state", ["40001", "40P01"])
def test_a_conflict_on_the_server_is_tried_again(server_store: Any, state: str) -> None:
    """D26: the same result, once."""
    action, tries = failing(MOST_TRIES - 1, server_says(state))
    perform(action, make.unit(), server_store.open_books, CLOCK, make.worker())
    assert len(tries) == MOST_TRIES
    with server_store.open_lists() as lists:
        assert lists.units.all() == (make.unit(),)
        assert len(lists.log.last(10)) == 1
        assert broken_link(lists.log.last(10)) is None


def give_up(books: Books) -> None:
    raise TryAgain


def test_a_conflict_without_end_is_told() -> None:
    store = MemoryStore()
    action, tries = failing(99, give_up)
    ask = lambda: perform(action, make.unit(), store.open_books, CLOCK, make.worker())  # noqa: E731 - asked once
    assert refusal(ask) is Code.CHANGED_ELSEWHERE
    assert len(tries) == MOST_TRIES
    with store.open_lists() as lists:
        assert lists.units.all() == ()


@pytest.mark.postgres
def test_a_lost_connection_is_told_and_the_next_books_open(server_store: Any) -> None:
    def lose() -> None:
        with server_store.open_books() as books:
            books.units.add(make.unit())
            mine = run(books, "SELECT pg_backend_pid()")
            with server_store.engine.connect() as other:
                other.execute(text(f"SELECT pg_terminate_backend({mine})"))
            books.units.add(full.unit())
            books.commit()

    assert refusal(lose) is Code.STORAGE_FAILED
    with server_store.open_books() as books:
        assert books.units.all() == ()
        books.units.add(make.unit())
        books.commit()


def test_a_second_writer_waits_and_sees_what_the_first_wrote(sql_store: Any) -> None:
    opened, seen = threading.Event(), []

    def second() -> None:
        opened.wait(10)
        with sql_store.open_books() as books:
            seen.extend(books.units.all())

    thread = threading.Thread(target=second)
    thread.start()
    with sql_store.open_books() as books:
        opened.set()
        thread.join(0.3)
        assert thread.is_alive()
        books.units.add(make.unit())
        books.commit()
    thread.join(20)
    assert seen == [make.unit()]


def test_a_writer_that_never_ends_is_told(
    template: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0.1)
    store = file_store(tmp_path / "books.urakka")

    def second() -> None:
        with store.open_books():
            pass

    with store.open_books():
        assert refusal(second) is Code.FILE_IN_USE
    store.close()


def test_a_full_disk_is_told_and_what_was_told_is_there(tmp_path: Any) -> None:
    """D-F, small: the file may not grow, whichever commit it happens in; afterwards it may again."""
    store = file_store(tmp_path / "books.urakka")
    with store.open_books() as books:
        books.units.add(full.unit())
        books.commit()
        now = run(books, "PRAGMA page_count")
    kept, told = 0, []
    for number in range(60):
        try:
            with store.open_books() as books:
                run(books, f"PRAGMA max_page_count = {now + 10}")
                books.staff.add(
                    make.staff(id=StaffId(UUID(int=1000 + number)), unit=full.UNIT, phone="1" * 1000)
                )
                books.commit()
            kept += 1
        except Refused as refused:
            told.append(refused.code)
    assert kept
    assert set(told) == {Code.STORAGE_FAILED}
    with store.open_books() as books:
        assert len(books.staff.all()) == kept
        run(books, "PRAGMA max_page_count = 1000000")
        books.staff.add(make.staff(unit=full.UNIT))
        books.commit()
    stores.check_whole(store)
    store.close()


def test_books_may_go_on_after_a_refusal(store: Any) -> None:
    """One refused line does not take the others with it."""
    with store.open_books() as books:
        full.fill(books)
        assert refusal(lambda: books.units.add(full.unit())) is Code.ALREADY_EXISTS
        assert refusal(lambda: books.staff.add(full.staff()[0])) is Code.ALREADY_EXISTS
        books.units.add(make.unit())
        books.commit()
    with store.open_lists() as lists:
        assert set(lists.units.all()) == {full.unit(), make.unit()}


def test_closed_books_are_not_committed(sql_store: Any) -> None:
    books = sql_store.open_books()
    with pytest.raises(RuntimeError):
        books.commit()


def test_books_go_on_after_a_commit(store: Any) -> None:
    with store.open_books() as books:
        books.units.add(full.unit())
        books.commit()
        books.staff.add(full.staff()[0])
        books.commit()
        books.staff.add(full.staff()[1])
    with store.open_lists() as lists:
        assert lists.staff.all() == full.staff()[:1]


def test_after_a_full_disk_nothing_more_gets_into_those_books(tmp_path: Any) -> None:
    """The engine has undone all of it: a later statement must not be kept on its own."""
    store = file_store(tmp_path / "books.urakka")
    with store.open_books() as books:
        now = run(books, "PRAGMA page_count")
        run(books, f"PRAGMA max_page_count = {now}")
        assert refusal(lambda: books.units.add(make.unit(logo=b"1" * 100_000))) is Code.STORAGE_FAILED
        with pytest.raises(PendingRollbackError):
            books.units.add(make.unit())
        with pytest.raises(PendingRollbackError):
            books.commit()
    with store.open_lists() as lists:
        assert lists.units.all() == ()
    store.close()
