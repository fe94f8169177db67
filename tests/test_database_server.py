"""The throw-away server: makes databases, copies prepared ones, leaves nothing behind."""

import psycopg
import pytest

from tests.database_server import DatabaseServer, running_server, why_not

pytestmark = pytest.mark.postgres


def plain(address: str) -> str:
    return address.replace("+psycopg", "")


def with_a_table(address: str) -> None:
    with psycopg.connect(plain(address)) as connection:
        connection.execute("CREATE TABLE fact (id integer)")


def rows(address: str) -> list[tuple[object, ...]]:
    with psycopg.connect(plain(address)) as connection:
        return connection.execute("SELECT * FROM fact").fetchall()


def test_a_prepared_database_is_copied_and_each_copy_is_its_own(database_server: DatabaseServer) -> None:
    first, second = database_server.like(with_a_table), database_server.like(with_a_table)
    with psycopg.connect(plain(first)) as connection:
        connection.execute("INSERT INTO fact VALUES (1)")
    assert rows(first) == [(1,)]
    assert rows(second) == []


def test_an_empty_database_is_empty(empty_postgres: str) -> None:
    with psycopg.connect(plain(empty_postgres)) as connection:
        found = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    assert found == (0,)


def test_a_stopped_server_leaves_nothing_even_with_a_connection_open() -> None:
    if why_not():
        pytest.skip(why_not())
    with running_server() as server:
        left_open = psycopg.connect(plain(server.empty()))
    left_open.close()
    assert not server.folder.exists()
