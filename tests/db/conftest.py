"""The same tests on every kind of storage."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from db import store as stores
from db.store import Store
from tests.database_server import DatabaseServer
from tests.db.stores import new_file, prepare
from tests.fakes import MemoryStore

KINDS = ["memory", "file", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("template") / "empty.urakka"


@pytest.fixture
def open_kind(
    request: pytest.FixtureRequest, tmp_path: Path, template: Path
) -> Iterator[Callable[[str], Any]]:
    opened: list[Store | MemoryStore] = []

    def open_one(kind: str) -> Store | MemoryStore:
        if kind == "memory":
            opened.append(MemoryStore())
        elif kind == "file":
            opened.append(new_file(tmp_path / "books.urakka", template))
        else:
            server: DatabaseServer = request.getfixturevalue("database_server")
            opened.append(stores.open_postgres(server.like(prepare)))
        return opened[-1]

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, open_kind: Callable[[str], Any]) -> Any:
    return open_kind(request.param)


@pytest.fixture(params=KINDS[1:])
def sql_store(request: pytest.FixtureRequest, open_kind: Callable[[str], Any]) -> Any:
    return open_kind(request.param)
