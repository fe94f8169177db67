"""Titles for calendars that others may see: no word of them may be a client's name.

Stricter than what an invoice is searched for (``invoicing/privacy.py``): a calendar goes to phones and to
the clouds behind them, and a first name or a surname alone, bent in Finnish or Swedish or not, is enough
to be left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from subcontract.invoicing.privacy import WORDS, names_in
from subcontract.people.client import ClientName

ENDINGS: Final = (
    *("", "n", "a", "ä", "ta", "tä", "lla", "llä", "lle", "lta", "ltä", "ssa", "ssä", "sta", "stä"),
    *("an", "än", "en", "in", "on", "un", "yn", "ön", "na", "nä", "ksi", "s"),
)
"""What is added to a name in a sentence, as far as the name itself stays as it is."""
SHORTEST: Final = 3
"""A name of fewer letters is looked for without endings: too many words begin with it."""


@dataclass(frozen=True)
class Names:
    """Everybody's names, to be looked for in many texts."""

    of: tuple[ClientName, ...]

    @cached_property
    def _forms(self) -> frozenset[str]:
        """Every form of every part of a name."""
        parts = {
            part.casefold()
            for each in self.of
            for name in (each.first_name, each.last_name, each.call_name)
            for part in (*WORDS.findall(name), *name.replace("-", " ").split())
        }
        return frozenset(_bent(parts))

    def stand_in(self, text: str) -> bool:
        """Whether a text holds a name of a client, or an identity code."""
        words = {part.casefold() for word in WORDS.findall(text) for part in (word, *word.split("-"))}
        return bool(words & self._forms) or names_in(text, ())

    def without(self, text: str, otherwise: str = "") -> str:
        """The text, or what is said in its place when it names somebody."""
        return otherwise if self.stand_in(text) else text


def _bent(parts: Iterable[str]) -> Iterable[str]:
    """Names with their endings; a weakened stem (Pekka, Pekan) is one of its forms."""
    for part in parts:
        if not part:
            continue
        if len(part) < SHORTEST:
            yield part
            continue
        for stem in {part, _weakened(part)}:
            yield from (stem + ending for ending in ENDINGS)


def _weakened(name: str) -> str:
    """The stem of Finnish consonant gradation in double letters: Pekka, Peka-; Matti, Mati-."""
    return name[:-2] + name[-1] if name[-3:-2] == name[-2:-1] and name[-2:-1] in {"k", "p", "t"} else name
