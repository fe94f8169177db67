"""One program at a time holds an embedded file.

The lock is the operating system's own on a file beside the database, not the file's existence: it goes
with the program however that ends, and a file left behind locks nobody out. It does not lie on the
database itself, because closing such a handle would drop the storage library's own locks.
"""

import os
import sys
from pathlib import Path
from typing import Self

from subcontract.problems import Code, refuse

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """A held lock; ``release`` it after the engine has been let go."""

    def __init__(self, handle: int) -> None:
        """Hold an open handle that is locked."""
        self._handle: int | None = handle

    @classmethod
    def on(cls, path: Path) -> Self:
        """Lock the file at ``path``; refuses with ``FILE_IN_USE``."""
        try:
            handle = os.open(lock_path(path), os.O_CREAT | os.O_RDWR, 0o600)
        except OSError as failure:
            raise refuse(Code.STORAGE_FAILED, reason=failure.strerror or "") from None
        try:
            _take(handle)
        except OSError:
            os.close(handle)
            raise refuse(Code.FILE_IN_USE, file=path.name) from None
        return cls(handle)

    def release(self) -> None:
        """Let go."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)


def lock_path(path: Path) -> Path:
    """The file that carries the lock."""
    return path.with_name(f"{path.name}.lock")
