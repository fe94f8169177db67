"""Opens a file of the bank for reading: never more of it than a statement can have."""

from pathlib import Path

from subcontract.papers.files.bank import MOST_BYTES, too_large


def bytes_of(path: Path) -> bytes:
    """The bytes of a file; one that is too large is refused without being read whole.

    Raises ``OSError`` when it cannot be opened.
    """
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise too_large()
    return data
