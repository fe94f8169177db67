"""Stores that journeys are walked on: in memory, an encrypted file, PostgreSQL; each new and empty."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import db
from tests.database_server import DatabaseServer
from tests.db.stores import prepare
from tests.fakes import MemoryStore

KINDS = ["memory", "file", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    """Give a new store, made as the program makes it."""
    if request.param == "memory":
        made: Any = MemoryStore()
    elif request.param == "file":
        made = db.create_embedded(tmp_path / "centre.urakka", "seitsemän kissaa")
    else:
        server: DatabaseServer = request.getfixturevalue("database_server")
        made = db.open_postgres(server.like(prepare))
    yield made
    made.close()
