"""The public door of storage: open or make a store, then ``open_books`` and ``open_lists``."""

import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from sqlalchemy import Engine

from db import engine as engines
from db import key as keys
from db import migrate
from db.books import SqlBooks
from db.lists import SqlLists
from db.lock import Lock
from subcontract.ports import Lists
from subcontract.problems import Code, Refused, refuse

POSTGRES_READING: dict[str, object] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A lasting file and what opens it."""

    path: Path
    own: keys.Unlocked


class Store:
    """An open store; ``close`` it when the program ends."""

    def __init__(
        self, engine: Engine, name: str, after: Callable[[], object] | None = None, *, temporary: bool = False
    ) -> None:
        """Hold an engine whose database has our version, and what is to be done after closing it."""
        self._engine = engine
        self._name = name
        self._after = after
        self._reading = POSTGRES_READING if engine.dialect.name == "postgresql" else {}
        self.temporary = temporary
        self.place: Place | None = None
        """The lasting file, for copying; none for a server or a temporary store."""

    def open_books(self) -> SqlBooks:
        """A new unit of work; used with ``with``."""
        return SqlBooks(self._engine)

    @contextmanager
    def open_lists(self) -> Iterator[Lists]:
        """A consistent view for reading; used with ``with``."""
        with self._engine.connect() as connection:
            connection.execution_options(**self._reading)
            with connection.begin() as view:
                yield cast("Lists", SqlLists(connection))
                view.rollback()

    @property
    def engine(self) -> Engine:
        """The engine, for copying and checking."""
        return self._engine

    def describe(self) -> str:
        """Where the data is, for the footer: a file's name or a server's; empty when temporary."""
        return self._name

    def close(self) -> None:
        """Let go of everything."""
        self._engine.dispose()
        after, self._after = self._after, None
        if after is not None:
            after()


def create_embedded(path: Path, password: str) -> Store:
    """Make an encrypted file; refuses with ``ALREADY_EXISTS`` rather than touch another."""
    path = Path(path)
    if not password:
        raise refuse(Code.REQUIRED, "password")
    lock = Lock.on(path)
    try:
        engine, own = _made(path, password)
    except BaseException:
        lock.release()
        raise
    return _lasting(engine, Place(path=path, own=own), lock)


def _lasting(engine: Engine, place: Place, lock: Lock) -> Store:
    store = Store(engine, place.path.name, lock.release)
    store.place = place
    return store


def _made(path: Path, password: str) -> tuple[Engine, keys.Unlocked]:
    """Make a file under a passing name and rename it when it is whole: there is never half a file."""
    passing = path.with_name(f"{path.name}.new")
    if path.exists() or keys.header_path(path).exists():
        raise refuse(Code.ALREADY_EXISTS, file=path.name)
    try:
        _remove(passing)
        own = _filled(passing, password)
        # Should the power go between the two, the file opens without its header.
        passing.rename(path)
        keys.header_path(passing).rename(keys.header_path(path))
        engines.on_disk(path.parent)
    except OSError as failure:
        raise refuse(Code.STORAGE_FAILED, reason=failure.strerror or "") from None
    return engines.encrypted(path, own.key, own.salt), own


def _filled(path: Path, password: str) -> keys.Unlocked:
    """A new file with its header, let go of again; when that fails nothing of it stays."""
    try:
        engines.make_private(path)
        own = keys.fresh(password, path)
        engine = engines.encrypted(path, own.key, own.salt)
        _bring_up(engine)
        engine.dispose()
    except BaseException:
        _remove(path)
        raise
    return own


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    keys.header_path(path).unlink(missing_ok=True)


def open_embedded(path: Path, password: str) -> Store:
    """Open an encrypted file.

    Refuses with ``NOT_FOUND``, ``FILE_IN_USE``, ``WRONG_PASSWORD``, ``FILE_DAMAGED`` or ``FILE_NEWER``, and
    has then written nothing to it.
    """
    path = Path(path)
    if not path.is_file():
        raise refuse(Code.FILE_DAMAGED if path.exists() else Code.NOT_FOUND, file=path.name)
    lock = Lock.on(path)
    try:
        own = keys.unlocked(password, path)
        _look_first(path, own)
        engine = engines.encrypted(path, own.key, own.salt)
        _bring_up(engine)
    except BaseException:
        lock.release()
        raise
    return _lasting(engine, Place(path=path, own=own), lock)


def _look_first(path: Path, own: keys.Unlocked) -> None:
    """Read the version through a connection that cannot write."""
    try:
        engine = engines.only_to_look(path, own.key, own.salt)
        with engine.connect() as connection:
            if migrate.version_of(connection) is None:
                raise refuse(Code.FILE_DAMAGED, file=path.name)
    except Refused as refused:
        # Without a header file a mistyped password cannot be told from a damaged first page.
        if refused.code is Code.FILE_DAMAGED and not keys.has_check(path):
            raise refuse(Code.WRONG_PASSWORD, "password") from None
        raise


def open_temporary() -> Store:
    """An encrypted file with a key that nobody knows, gone when the store is closed."""
    folder = Path(tempfile.mkdtemp(prefix="urakka-"))
    path = folder / "demo.urakka"
    engines.make_private(path)
    key, salt = secrets.token_bytes(keys.KEY_BYTES), secrets.token_bytes(keys.SALT_BYTES)
    engine = engines.encrypted(path, key, salt, lasting=False)
    _bring_up(engine)
    return Store(engine, "", lambda: shutil.rmtree(folder, ignore_errors=True), temporary=True)


def open_postgres(url: str) -> Store:
    """Open a database on a server, and bring it up to our version."""
    engine = engines.postgres(url)
    _bring_up(engine)
    return Store(engine, f"{engine.url.database} ({engine.url.host or 'localhost'})")


def _bring_up(engine: Engine) -> None:
    """Refuse a newer database; bring an older or empty one up, in one transaction."""
    try:
        with engine.connect() as connection:
            if migrate.version_of(connection) == migrate.VERSIONS[-1]:
                return
        with engine.connect() as connection:
            connection.execution_options(**engines.WRITING)
            with connection.begin():
                # Asked again under the lock: another program may have been quicker.
                if migrate.version_of(connection) != migrate.VERSIONS[-1]:
                    migrate.upgrade(connection)
                migrate.verify(connection)
    except BaseException:
        engine.dispose()
        raise


def check_whole(store: Store) -> None:
    """Read the whole database and see that it holds together; refuses with ``FILE_DAMAGED``."""
    with store.engine.connect() as connection:
        migrate.whole(connection)
