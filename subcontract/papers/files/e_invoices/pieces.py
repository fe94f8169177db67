"""Long texts in fields of few characters: cut between words, so that they can be put together again."""

from subcontract.papers.files.e_invoices.elements import Element, el
from subcontract.papers.files.xml import one_line

SHORTEST = 2
"""What is left for the last piece: several fields take no single letter."""


def pieces(text: str, longest: int) -> tuple[str, ...]:
    """Cut a text into pieces of at most ``longest`` characters.

    Between words a piece is shorter than ``longest``; a piece of exactly that length ends inside a word,
    and so does the first half of a word of one letter too many. ``joined`` puts them together again.
    """
    found = []
    while len(text) > longest:
        at = text.rfind(" ", 1, min(longest, len(text) - SHORTEST))
        if at >= 0 and not _are_halves(text[:at], text[at + 1 :], longest):
            found.append(text[:at])
            text = text[at + 1 :]
            continue
        inside = _half(longest) if len(text) < longest + SHORTEST else longest
        found.append(text[:inside])
        text = text[inside:]
    return (*found, text) if text else tuple(found)


def _half(longest: int) -> int:
    """How much of a word goes first when a piece of ``longest`` would leave a single letter."""
    return (longest + SHORTEST) // 2


def _are_halves(one: str, last: str, longest: int) -> bool:
    """Whether the last two pieces are such a word."""
    return (len(one), len(last)) == (_half(longest), longest + 1 - _half(longest)) and " " not in one


def joined(parts: tuple[str, ...], longest: int) -> str:
    """The text of its pieces, or texts of another program with a space between."""
    whole = ""
    for at, part in enumerate(parts):
        before, is_last = parts[at - 1] if at else "", at == len(parts) - 1
        inside = len(before) == longest or (is_last and _are_halves(before, part, longest))
        whole += part if not whole or inside else f" {part}"
    return whole.strip()


class Carried:
    """Texts of one file in its letters; what a field cannot hold goes on in named definitions."""

    def __init__(self, encoding: str, label: str, name: str) -> None:
        """Carry on under ``label`` in elements called ``name`` (``Definition`` or ``RowDefinition``)."""
        self._encoding = encoding
        self.label = label
        self._name = name
        self._rests: list[Element] = []

    def text(self, text: str) -> str:
        """A text on one line, in the letters of the file."""
        return one_line(text, self._encoding)

    def cut(self, text: str, longest: int, code: str, *, most: int = 1) -> tuple[str, ...]:
        """At most ``most`` pieces; the rest is carried on under ``code``."""
        found = pieces(self.text(text), longest)
        if len(found) > most:
            self.define(code, self.label, joined(found[most:], longest))
            return found[:most]
        return found

    def first(self, text: str, longest: int, code: str) -> str:
        """The text as far as the field holds it; the rest is carried on under ``code``."""
        return next(iter(self.cut(text, longest, code)), "")

    def define(self, code: str, label: str, value: str) -> None:
        """Add a definition, in as many elements as it needs."""
        for piece in pieces(self.text(value), LONGEST_VALUE):
            header = el(f"{self._name}HeaderText", self.text(label)[:LONGEST_VALUE], DefinitionCode=code)
            self._rests.append(el(f"{self._name}Details", [header, el(f"{self._name}Value", piece)]))

    def rests(self) -> tuple[Element, ...]:
        """All that was carried on."""
        return tuple(self._rests)


LONGEST_VALUE = 70
