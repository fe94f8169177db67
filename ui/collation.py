"""Finnish alphabetical order, and folding of letters for search that forgives."""

import unicodedata
from functools import lru_cache

_LATER = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "õ": "}"}
"""Letters after z, in order; the signs stand right after z in ASCII."""
_SAME = {"w": "v", "ü": "y", "đ": "d", "ŧ": "t", "ŋ": "n", "ž": "z", "š": "s", "ß": "ss", "þ": "th"}

SortKey = tuple[str, str]


@lru_cache(maxsize=20_000)
def sort_key(text: str) -> SortKey:
    """Give a key that sorts as a Finnish index does: å ä ö last, w beside v, accents aside.

    The text itself breaks ties, so that equal keys mean equal texts.
    """
    letters = [
        _LATER.get(letter) or _SAME.get(letter) or _plain(letter)
        for letter in unicodedata.normalize("NFC", text).casefold()
    ]
    return "".join(letters), text


def _plain(letter: str) -> str:
    """Take the accents off a letter."""
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Fold for search: small letters without accents, so that ``aalto`` also finds ``Äälto``."""
    small = text.casefold()
    return small if small.isascii() else "".join(_SAME.get(letter) or _plain(letter) for letter in small)


MIDDLE = 3
"""So many letters are looked for inside words too: Finnish puts words together."""


def has_words(text: str, wanted: str) -> bool:
    """Whether every word of ``wanted`` is in ``text``, in any order.

    One or two letters must begin a word; longer ones may stand inside it: ``kauppa`` also finds
    ``Verkkokauppa``.
    """
    whole = folded(text)
    words = whole.replace(",", " ").split()
    return all(
        (len(part) >= MIDDLE and part in whole) or any(word.startswith(part) for word in words)
        for part in folded(wanted).replace(",", " ").split()
    )
