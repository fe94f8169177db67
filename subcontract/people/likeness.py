"""Notices names that are probably the same written in another way.

>>> alike("Tavaratalo Kuusi Oy", "TAVARATALO KUUSI"), alike("Leipomo Rinne Ky", "Leipomo Rinta Ky")
(True, False)
"""

import re
import unicodedata

COMPANY_FORMS = frozenset(
    (
        *("oy", "oyj", "ab", "abp", "ky", "ay", "tmi", "ry", "rf", "osk", "andelslag", "sr"),
        *("säätiö", "stiftelse", "kunta", "kaupunki", "ltd", "gmbh"),
    )
)
LONG_NAME = 8
"""From this length one wrong letter is more likely a slip than another name."""


def plain_name(name: str) -> str:
    """The words of a name without company forms, accents of capitals, punctuation and order of case."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    words = re.findall(r"[^\W_]+", folded)
    return " ".join(word for word in words if word not in COMPANY_FORMS) or " ".join(words)


def alike(one: str, other: str) -> bool:
    """Whether two names are the same but for company form, order of words or one letter."""
    first, second = plain_name(one), plain_name(other)
    if sorted(first.split()) == sorted(second.split()):
        return True
    return min(len(first), len(second)) >= LONG_NAME and _one_slip(first, second)


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter added, lost, changed or swapped with its neighbour makes one of the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    at = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    tails = {
        (one[at + 1 :], other[at:]),
        (one[at:], other[at + 1 :]),
        (one[at + 1 :], other[at + 1 :]),
        (one[at + 2 :], other[at + 2 :]) if one[at : at + 2] == other[at : at + 2][::-1] else ("", "-"),
    }
    return any(mine == theirs for mine, theirs in tails)
