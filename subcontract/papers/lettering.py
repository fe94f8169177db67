"""Turns any text into what can be printed: no hidden signs, no overlong lines, never read as markup."""

import unicodedata
from typing import Final

from subcontract.papers import fonts
from subcontract.papers.measures import Type

ELLIPSIS: Final = "…"
MOST_SIGNS: Final = 20_000
"""What a single field may bring to a paper; the rest would not be read by anybody."""
MOST_MARKS: Final = 2
"""Marks that may stand on one letter; more is mischief."""


def plain(text: str) -> str:
    """Make a text printable.

    Controls and line breaks become spaces; signs without a shape (zero width, turning the direction of
    reading) vanish; a sign that no font of ours has becomes an empty box.
    """
    if fonts.own_signs().issuperset(text):
        return text
    letters: list[str] = []
    marks = 0
    for sign in unicodedata.normalize("NFC", text[:MOST_SIGNS]):
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= MOST_MARKS:
            letters.append(_printable(sign))
    return "".join(letters)


def _printable(sign: str) -> str:
    """Give what stands for one sign."""
    if sign in fonts.own_signs():
        return sign
    kind = unicodedata.category(sign)
    if kind in {"Cc", "Zl", "Zp", "Zs"}:
        return " "
    if kind.startswith("C"):
        return ""
    return sign if sign in fonts.fallback_signs() else fonts.NO_SUCH_SIGN


def fits(text: str, kind: Type, room: float) -> bool:
    """Whether a printable text has room on one line."""
    return fonts.width(text, kind.font, kind.size) <= room


def clip(text: str, kind: Type, room: float) -> str:
    """Shorten to one line of ``room`` points, with an ellipsis when something was left out."""
    whole = plain(text)
    if fits(whole, kind, room):
        return whole
    return whole[: _most(whole, kind, room, ELLIPSIS)].rstrip() + ELLIPSIS


def _most(text: str, kind: Type, room: float, end: str = "") -> int:
    """How many first signs fit in ``room`` together with ``end``; at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(text[:middle] + end, kind, room):
            low = middle
        else:
            high = middle - 1
    return low


def wrap(text: str, kind: Type, room: float, most: int = 200) -> tuple[str, ...]:
    """Break into lines of ``room`` points at spaces; at most ``most`` lines, the last one clipped."""
    whole = plain(text).strip()
    if fits(whole, kind, room):
        return (whole,) if whole else ()
    lines: list[str] = []
    rest = whole
    while rest and len(lines) < most:
        line, rest = _first_line(rest, kind, room)
        lines.append(line)
    if rest:
        lines[-1] = clip(f"{lines[-1]} {rest}", kind, room)
    return tuple(lines)


def _first_line(text: str, kind: Type, room: float) -> tuple[str, str]:
    """Take one line off; a word longer than a line is cut where the line ends."""
    most = _most(text[:400], kind, room)
    if most >= len(text):
        return text, ""
    cut = text.rfind(" ", 1, most + 1)
    if cut < 1:
        cut = most
    return text[:cut].rstrip(" "), text[cut:].lstrip(" ")


def paragraphs(text: str, kind: Type, room: float, most: int = 200) -> tuple[str, ...]:
    """Break a text that may have line breaks of its own."""
    lines = [line for part in text[:MOST_SIGNS].splitlines() for line in wrap(part, kind, room, most)]
    return tuple(lines[:most])
