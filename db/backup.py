"""A copy of an embedded file that counts only once it has been opened and compared.

The copy is made under a name of its own, opened with the key, checked page by page and row by row count
against the moment it was taken, and only then given its lasting name. Nothing is ever overwritten.
"""

import os
import shutil
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from sqlalchemy import Connection, func, select

from db import engine as engines
from db import failures, migrate
from db import key as keys
from db.store import Store
from db.tables import METADATA
from subcontract.problems import Code, refuse

ENDING = ".urakka"


def back_up(store: Store, folder: Path, at: datetime) -> Path:
    """Copy a store's file into ``folder``; gives the copy.

    Refuses with ``WRONG_STATE`` when the store is not a lasting file, ``STORAGE_FAILED`` when the folder
    cannot be written, ``FILE_DAMAGED`` when the copy is not what was copied.
    """
    place = store.place
    if place is None:
        raise refuse(Code.WRONG_STATE)
    try:
        lasting = _reserved(folder, f"{place.path.stem}-{at:%Y%m%d-%H%M%S-%f}")
        try:
            _fill(store, lasting)
        except BaseException:
            for each in (lasting, keys.header_path(lasting), _part(lasting)):
                each.unlink(missing_ok=True)
            raise
    except OSError as failure:
        raise refuse(Code.STORAGE_FAILED, reason=failure.strerror or "") from None
    return lasting


def _reserved(folder: Path, stem: str) -> Path:
    """An empty file under a name that nothing else has: two copies in one moment are two files."""
    for number in count(1):
        path = folder / (f"{stem}{ENDING}" if number == 1 else f"{stem}-{number}{ENDING}")
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, engines.PRIVATE))
            return path
    raise AssertionError


def _part(lasting: Path) -> Path:
    return lasting.with_name(f"{lasting.name}.part")


def _fill(store: Store, lasting: Path) -> None:
    """Copy, compare, then put the copy in the reserved place."""
    place, part = store.place, _part(lasting)
    if place is None:
        raise refuse(Code.WRONG_STATE)
    engines.make_private(part)
    copy = engines.encrypted(part, place.own.key, place.own.salt)
    try:
        with store.engine.connect() as source, source.begin():
            # The first read fixes the moment that both the counts and the copy are of.
            before = _counts(source)
            with copy.connect() as target:
                _copied(source, target)
        with copy.connect() as target, target.begin():
            _same(target, before)
    finally:
        copy.dispose()
    shutil.copy(keys.header_path(place.path), keys.header_path(lasting))
    keys.header_path(lasting).chmod(engines.PRIVATE)
    engines.on_disk(keys.header_path(lasting))
    engines.on_disk(part)
    part.replace(lasting)
    engines.on_disk(lasting.parent)


def _copied(source: Connection, target: Connection) -> None:
    """Copy page by page through the library's own way, which waits for no writer and sees none."""
    try:
        source.connection.driver_connection.backup(target.connection.driver_connection)  # type: ignore[union-attr]
    except engines.driver().Error as failure:
        raise refuse(failures.of_file(failure) or Code.STORAGE_FAILED) from None


def _counts(connection: Connection) -> dict[str, int]:
    return {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in METADATA.sorted_tables
    }


def _same(connection: Connection, before: dict[str, int]) -> None:
    """The copy is whole and holds as many rows of each kind."""
    migrate.whole(connection)
    if _counts(connection) != before:
        raise refuse(Code.FILE_DAMAGED)
