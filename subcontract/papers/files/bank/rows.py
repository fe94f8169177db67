"""Rows of the old text files of Finnish banks: fixed widths, letters of the Finnish ISO 646."""

from collections.abc import Callable, Iterator
from typing import Final

from subcontract.papers.files.bank.reading import LENGTH, Place
from subcontract.problems import Code, refuse

LETTERS: Final = str.maketrans("[\\]{|}", "ÄÖÅäöå")
END_OF_FILE: Final = "\x1a"
"""Some banks still close the file with it."""
LINE_SIGNS: Final = frozenset("\r\n")
HEAD: Final = 6
"""Enough of a row to tell its length by."""


def text_of(data: bytes) -> str:
    """The file as text: UTF-8 where somebody has saved it so, else ISO 8859-1, which ISO 646 is a part of."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("iso-8859-1")
    text = text.rstrip(END_OF_FILE)
    if not all(sign.isprintable() for sign in set(text) - LINE_SIGNS):
        raise refuse(Code.BANK_FILE_LETTERS)
    return text


def rows(text: str, length: Callable[[str, Place], int]) -> Iterator[tuple[Place, str]]:
    """Each row with its place, as long as it should be; blank rows are passed over.

    ``length`` tells from its beginning how long a row is. Without line ends the rows follow each other.
    """
    pieces = text.splitlines() if LINE_SIGNS & set(text) else _cut(text, length)
    for number, piece in enumerate(pieces, start=1):
        if piece.strip():
            place = Place(line=number)
            most = length(piece, place)
            if len(piece.rstrip()) > most:
                raise place.refused(LENGTH)
            # Blanks at the end are often lost on the way.
            yield place, piece[:most].ljust(most)


def _cut(text: str, length: Callable[[str, Place], int]) -> Iterator[str]:
    """Rows that follow each other without line ends."""
    number, at = 1, 0
    while at < len(text):
        most = length(text[at : at + HEAD], Place(line=number))
        yield text[at : at + most]
        at += most
        number += 1


def words_of(field: str) -> str:
    """A field of letters in today's letters."""
    return field.translate(LETTERS).strip()
