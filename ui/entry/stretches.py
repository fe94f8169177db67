"""Stretches of a day as people write them: ``8-16``, ``8.00–11.30, 12–16``, ``klo 8-11 ja 12-16``; no Qt."""

import re
from datetime import time

from subcontract.problems import Code, Refused, refuse
from ui.entry.days import clock
from ui.entry.plain import tidied

Stretch = tuple[time, time]
_AND = re.compile(r"\b(?:ja|och|and)\b", re.IGNORECASE)
_BETWEEN = frozenset(",;+&/")
_LONGEST = 60


def stretches(text: str, field: str = "") -> tuple[Stretch, ...]:
    """Read the stretches of a day, none of an empty text; refuses ``not_working_hours``."""
    plain = _AND.sub(";", tidied(text))
    if not plain:
        return ()
    found = _read(plain) if len(text) <= _LONGEST else ()
    if not found:
        raise refuse(Code.NOT_WORKING_HOURS, field)
    return found


def _read(text: str) -> tuple[Stretch, ...]:
    """The stretches of a text; a comma is between minutes where that reads as a time: ``8,30-16``."""
    if (whole := _stretch(text)) is not None:
        return (whole,)
    for at, sign in enumerate(text):
        if (
            sign in _BETWEEN
            and (first := _stretch(text[:at])) is not None
            and (rest := _read(text[at + 1 :]))
        ):
            return (first, *rest)
    return ()


def _stretch(text: str) -> Stretch | None:
    """A start and an end, or ``None``."""
    start, dash, end = text.partition("-")
    try:
        return (clock(start.strip()), clock(end.strip())) if dash else None
    except Refused:
        return None
