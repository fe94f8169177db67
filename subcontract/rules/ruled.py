"""A value of a rule together with where it comes from, so that every line can name it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")


class Confidence(StrEnum):
    """How sure a value is."""

    STATUTE = "V1"
    """Read in the act, decree or judgment itself."""
    AUTHORITY = "V2"
    """Read on an authority's page."""
    SECONDARY = "V3"
    """Read in news, a firm's page or another program."""
    DERIVED = "D"
    """Reckoned by us from values that were read."""
    MEMORY = "M"
    """Not verified."""
    OPEN = "??"
    """Sources conflict or none was found: a setting whose default is the safe side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled(Generic[T_co]):
    """A value in force on the day asked, its rule, its days and its ground."""

    value: T_co
    rule: str
    """Name of the rule's file in ``resources/rules``, without its ending."""
    title: str
    """Marked English text of the catalogue."""
    valid_from: date
    valid_to: date
    """Last day it is known for; ``days.LATEST`` when open."""
    basis: str
    """Act and section."""
    source: str
    link: str = ""
    confidence: Confidence = Confidence.STATUTE
    note: str = ""
    """Open question, as marked English text of the catalogue; empty when none."""
    alternatives: tuple[Decimal, ...] = ()
    """Other amounts that a source gives for the same thing."""

    def map(self, change: Callable[[T_co], U]) -> "Ruled[U]":
        """The same rule with its value in another form."""
        # Written out: ``dataclasses.replace`` took half of the time of a pay run.
        return Ruled(
            value=change(self.value),
            rule=self.rule,
            title=self.title,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            basis=self.basis,
            source=self.source,
            link=self.link,
            confidence=self.confidence,
            note=self.note,
            alternatives=self.alternatives,
        )
