"""Stores to test on: in memory, an encrypted file, PostgreSQL; each new and empty, each quick to make."""

import shutil
from pathlib import Path

from db import engine as engines
from db import store as stores
from db.store import Store

KEY, SALT = bytes(range(32)), bytes(range(16))


def file_store(path: Path) -> Store:
    """A store over a file with the known key, without the slow making of a key from a password."""
    engine = engines.encrypted(path, KEY, SALT)
    stores._bring_up(engine)
    return Store(engine, path.name)


def new_file(path: Path, like: Path) -> Store:
    """A new empty file: the first is made, the rest are copies of it."""
    if not like.exists():
        file_store(like).close()
    shutil.copy(like, path)
    return file_store(path)


def prepare(address: str) -> None:
    """Give a server's database our tables."""
    stores.open_postgres(address).close()
