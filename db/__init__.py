"""Storage: SQLAlchemy and Alembic live here alone.

The door is four functions, each giving a ``Store`` with ``open_books``, ``open_lists``, ``describe`` and
``close``. Nothing heavy is imported before one of them is called.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.store import Store


def create_embedded(path: Path, password: str) -> "Store":
    """Make an encrypted file; refuses with ``ALREADY_EXISTS`` rather than touch another."""
    from db import store  # noqa: PLC0415 - the window is painted before storage is imported

    return store.create_embedded(path, password)


def open_embedded(path: Path, password: str) -> "Store":
    """Open an encrypted file.

    Refuses with ``NOT_FOUND``, ``FILE_IN_USE``, ``WRONG_PASSWORD``, ``FILE_DAMAGED`` or ``FILE_NEWER``, and
    has then written nothing to it.
    """
    from db import store  # noqa: PLC0415 - as above

    return store.open_embedded(path, password)


def open_temporary() -> "Store":
    """An encrypted file with a key that nobody knows, gone when the store is closed."""
    from db import store  # noqa: PLC0415 - as above

    return store.open_temporary()


def open_postgres(url: str) -> "Store":
    """Open a database on a server, and bring it up to our version."""
    from db import store  # noqa: PLC0415 - as above

    return store.open_postgres(url)
