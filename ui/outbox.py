"""The folder that an operator's program empties; no Qt."""

import os
from contextlib import suppress
from pathlib import Path

from subcontract.problems import Code, refuse


class Outbox:
    """Puts whole files into a folder, and never over another file."""

    def __init__(self, folder: Path) -> None:
        """Write into ``folder``."""
        self.folder = folder

    @property
    def is_there(self) -> bool:
        """Whether the folder can be written into, as far as can be known beforehand."""
        return self.folder.is_dir() and os.access(self.folder, os.W_OK)

    def put(self, name: str, content: bytes) -> None:
        """Write a file; the same bytes under the same name are there already.

        Refuses a name that has other bytes (``already_exists``), and what cannot be written
        (``storage_failed``).
        """
        target, part = self.folder / name, self.folder / f"{name}.part"
        try:
            if target.exists():
                if target.read_bytes() == content:
                    return
                raise refuse(Code.ALREADY_EXISTS, name=name)
            part.write_bytes(content)
            part.replace(target)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise refuse(Code.STORAGE_FAILED) from None
