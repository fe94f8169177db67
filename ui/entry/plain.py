"""One plain form of what was typed or pasted."""

import unicodedata

from subcontract.problems import Code, refuse

_DASHES = str.maketrans(dict.fromkeys("\u2212\u2010\u2011\u2012\u2013\u2014\ufe63\uff0d", "-"))
_LONGEST = 60
"""No figure, date or time is longer; a pasted page is refused before any pattern sees it."""


def tidied(text: str) -> str:
    """Make one plain form: ordinary digits, signs and single spaces, nothing around them."""
    if len(text) > 4 * _LONGEST:
        text = text[: 4 * _LONGEST]
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES)
    return " ".join(plain.split())


def ready(text: str, field: str, code: Code) -> str:
    """Tidy a typed text; refuse an empty one, several lines and a page of text."""
    lines = [line for line in text.splitlines() if line.strip()]
    plain = tidied(text).casefold()
    if not plain:
        raise refuse(Code.REQUIRED, field)
    if len(lines) > 1 or len(plain) > _LONGEST:
        raise refuse(code, field)
    return plain
