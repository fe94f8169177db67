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
VOWELS: Final = frozenset("aeiouyäö")
CHANGES: Final = "kk>k pp>p tt>t nk>ng mp>mm lt>ll nt>nn rt>rr sk>sk st>st tk>tk ht>hd p>v t>d k>"
WEAK: Final = tuple(change.split(">") for change in CHANGES.split())
"""How the end of a stem weakens, the longer ones first."""
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
    """Names with their endings, on each stem that Finnish has for them (Pekan, Virtasen, Markuksen)."""
    for part in parts:
        if not part:
            continue
        if len(part) < SHORTEST:
            yield part
            continue
        for stem in _stems(part):
            yield from (stem + ending for ending in ENDINGS)


def _stems(name: str) -> set[str]:
    """The name as it is and as it changes before an ending; too many rather than too few."""
    found = {name}
    if name.endswith("nen"):
        found |= {name[:-3] + stem for stem in ("se", "si", "st")}
    if name.endswith("s"):
        found.add(name[:-1] + "kse")
    if name.endswith("i"):
        found.add(name[:-1] + "e")
    found |= {_weakened(stem) for stem in found}
    return {stem for stem in found if len(stem) >= SHORTEST}


def _weakened(name: str) -> str:
    """The stem of Finnish consonant gradation before the last vowel: Pekka, Peka-; Lahti, Lahde-."""
    if name[-1:] not in VOWELS:
        return name
    body, vowel = name[:-1], name[-1]
    for strong, weak in WEAK:
        if body.endswith(strong):
            return body[: -len(strong)] + weak + vowel
    return name
