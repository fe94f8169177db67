"""Engines: the encrypted file through SQLCipher, and PostgreSQL.

The encrypted file keeps a rollback journal (one file, nothing beside it once a commit has returned) and
waits for the disk at each commit. What the promise rests on is asserted for every connection.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, QueuePool, create_engine, event
from sqlalchemy.engine import ExceptionContext

from db import failures
from subcontract.problems import Code, refuse

LEAST_SQLITE = (3, 51, 3)
"""Earlier ones have the WAL-reset bug; see SQLite's page on WAL."""
BUSY_SECONDS = 10
PRIVATE = 0o600
OWN_PRAGMAS = {
    "journal_mode": "delete",
    "synchronous": 3,
    "foreign_keys": 1,
    "temp_store": 2,
    "secure_delete": 1,
    # Without it, INSERT OR REPLACE would delete past the triggers.
    "recursive_triggers": 1,
    # Wiping the library's own buffers makes writing many rows 18 times slower (measured), and guards
    # nothing while the same records lie in Python's memory. The key's buffers are wiped in any case.
    "cipher_memory_security": 0,
    "cache_size": -32768,
    "trusted_schema": 0,
}
"""What each connection must say of itself. synchronous 3 is EXTRA, temp_store 2 is MEMORY."""
FLEETING = {"synchronous": 0, "journal_mode": "memory"}
"""For a file that goes when the program goes."""
WRITING = {"begin": "BEGIN IMMEDIATE"}
"""Options of a connection that will write: no other writer from its first moment."""
WRITERS_LOCK = 0x5552414B4B41
"""The server's number for the writers' turn: the program's name in letters."""


def encrypted(path: Path, key: bytes, salt: bytes, *, lasting: bool = True) -> Engine:
    """An engine over an encrypted file; the key is 32 bytes, the salt the file's own 16."""
    pragmas = OWN_PRAGMAS if lasting else {**OWN_PRAGMAS, **FLEETING}

    def connect() -> Any:
        return _connected(path.absolute().as_uri(), key, salt, pragmas)

    engine = create_engine(
        f"sqlite+pysqlite:///{path.as_posix()}",
        creator=connect,
        module=driver(),
        poolclass=QueuePool,
        # A row of people never reaches a log through a failing statement.
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _explain, retval=True)
    return engine


def only_to_look(path: Path, key: bytes, salt: bytes) -> Engine:
    """An engine that cannot write, for the first look at a file; it promises nothing."""

    def connect() -> Any:
        return _connected(f"{path.absolute().as_uri()}?mode=ro", key, salt, {})

    engine = create_engine("sqlite+pysqlite://", creator=connect, module=driver(), poolclass=NullPool)
    event.listen(engine, "handle_error", _explain, retval=True)
    return engine


def postgres(url: str) -> Engine:
    """An engine over a PostgreSQL server."""
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=True)
    event.listen(engine, "begin", _begin_on_server)
    event.listen(engine, "handle_error", _explain, retval=True)
    return engine


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read; refuses with ``ALREADY_EXISTS``."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE))
    except FileExistsError:
        raise refuse(Code.ALREADY_EXISTS, file=path.name) from None
    except OSError as failure:
        raise refuse(Code.STORAGE_FAILED, reason=failure.strerror or "") from None


def on_disk(path: Path) -> None:
    """Wait until the disk has a file, or a folder's names where the system can wait for those."""
    if path.is_dir():
        with suppress(OSError):
            _synced(path, os.O_RDONLY)
    else:
        _synced(path, os.O_RDWR)


def _synced(path: Path, mode: int) -> None:
    handle = os.open(path, mode)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def driver() -> Any:
    """The cipher's driver; without it the program stops rather than write plain text."""
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - heavy, and never wanted on a server

    return dbapi2


def _connected(uri: str, key: bytes, salt: bytes, pragmas: dict[str, object]) -> Any:
    """A connection with its key and its promises."""
    # isolation_level None: transactions begin where we say, not where the driver guesses.
    connection = driver().connect(
        uri, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=True
    )
    try:
        _unlock(connection, key, salt)
        _promise(connection, pragmas)
    except BaseException:
        connection.close()
        raise
    return connection


def _unlock(connection: Any, key: bytes, salt: bytes) -> None:
    """Give the key, and see that there is a cipher to take it."""
    version = _ask(connection, "cipher_version")
    if not version:
        raise RuntimeError("The storage library has no cipher.")
    if tuple(map(int, driver().sqlite_version.split("."))) < LEAST_SQLITE:
        raise RuntimeError("The storage library is too old.")
    # Thousands of lines per damaged page would go to standard error.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}{salt.hex()}'\"")
    # The first read is where a wrong key or a damaged first page shows.
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _promise(connection: Any, pragmas: dict[str, object]) -> None:
    """Set every pragma and read it back."""
    for name, value in pragmas.items():
        connection.execute(f"PRAGMA {name} = {value}")
        if str(_ask(connection, name)) != str(value):
            raise RuntimeError(f"The storage library does not keep {name}.")


def _ask(connection: Any, pragma: str) -> object:
    row = connection.execute(f"PRAGMA {pragma}").fetchone()
    return row[0] if row else None


def _begin(connection: Connection) -> None:
    """Begin reading, or writing when the connection was opened to write."""
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _begin_on_server(connection: Connection) -> None:
    """A writer waits for its turn before it reads anything: the lock is held until the end."""
    if "begin" in connection.get_execution_options():
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})")


def _explain(context: ExceptionContext) -> BaseException | None:
    return failures.meaning(context)


def quietly(act: Callable[[], object]) -> None:
    """Do what may fail on the way out without hiding the failure that led there."""
    with suppress(Exception):
        act()
