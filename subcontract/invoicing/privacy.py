"""Nobody who did the work is named on an invoice: texts are searched before they leave the house."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final

from subcontract.codes import identity_code
from subcontract.people.client import Client, ClientName
from subcontract.problems import Code, Problem, Refused

WORDS: Final = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
Named = Client | ClientName
IDENTITY_CODE: Final = re.compile(r"(?<!\w)\d{6}[-+A-FU-Y]\d{3}[0-9A-Y](?!\w)", re.IGNORECASE)


def names_in(text: str, clients: Iterable[Named]) -> bool:
    """Whether a text names a client in full, by initial and surname, or holds an identity code.

    A surname alone is no name here: Finnish surnames are also places, trees and firms.
    """
    if _holds_identity_code(text):
        return True
    words = [word.casefold() for word in WORDS.findall(text)]
    known = set(words)
    return any(_names(client, words, known) for client in clients)


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name; every client's is looked for in each of a thousand invoices."""
    return tuple(name.casefold().split())


def _holds_identity_code(text: str) -> bool:
    """Whether any part of a text is a valid identity code, made-up ones included."""
    for found in IDENTITY_CODE.findall(text):
        try:
            identity_code(found)
        except Refused:
            continue
        return True
    return False


def _names(client: Named, words: list[str], known: set[str]) -> bool:
    """Whether the words hold a client's surname together with a first name, or its initial beside it."""
    last = _words(client.last_name)
    if not last or not known.issuperset(last):
        return False
    firsts = {client.first_name.casefold(), client.call_name.casefold()} - {""}
    if any(known.issuperset(first.split()) for first in firsts):
        return True
    initials = {first[0] for first in firsts}
    beside = {word for pair in pairwise(words) if last[-1] in pair for word in pair}
    return bool(initials & beside)


def problems_of_texts(texts: Iterable[tuple[str, str]], clients: Iterable[Named]) -> tuple[Problem, ...]:
    """A problem for each ``(field, text)`` that names a client; the name itself is not repeated."""
    searched = tuple((field, text) for field, text in texts if text)
    known = {word.casefold() for _, text in searched for word in WORDS.findall(text)}
    possible = tuple(one for one in clients if known.issuperset(_words(one.last_name)))
    return tuple(
        Problem(code=Code.NAMES_A_CLIENT, field=field) for field, text in searched if names_in(text, possible)
    )
