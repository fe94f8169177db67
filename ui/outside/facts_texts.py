"""Texts and codes of the facts, cleaned and checked; each refusal names its field."""

import unicodedata
from collections.abc import Callable, Iterator

from subcontract.problems import Code, refuse
from ui.calc.case import Case

LONGEST_TEXT = 2000
HIDDEN = frozenset({"Cc", "Cs", "Cn", "Zl", "Zp"})


def line(case: Case, name: str, *, required: bool = False) -> str:
    """One line of text; empty when left out."""
    text = case.text(name) if required or case.given(name) else ""
    return checked(text, case.place + name, required=required)


def checked(said: object, field: str, *, required: bool = False) -> str:
    """A text without what no paper can show; refuses it when it is too long."""
    if not isinstance(said, str):
        raise refuse(Code.WRONG_TYPE, field)
    text = said.strip()
    if required and not text:
        raise refuse(Code.REQUIRED, field)
    if len(text) > LONGEST_TEXT:
        raise refuse(Code.TOO_LONG, field, most=LONGEST_TEXT)
    if any(unicodedata.category(sign) in HIDDEN for sign in text):
        raise refuse(Code.FORBIDDEN_CHARACTER, field)
    return text


def notes(case: Case) -> Iterator[str]:
    """Every note, a line each."""
    for at, said in enumerate(case.items("notes")):
        yield checked(said, f"notes.{at}", required=True)


def number(case: Case, name: str) -> int:
    """The number of an invoice."""
    found = case.whole(name)
    if found < 1:
        raise refuse(Code.TOO_SMALL, case.place + name, least=1)
    return found


def code(case: Case, name: str, reader: Callable[[str, str], str] | None) -> str:
    """A code in the form that is stored; as it was given when there is nobody to read it."""
    text = line(case, name)
    return reader(text, case.place + name) if text and reader else text
