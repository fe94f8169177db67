"""What a register asks of its records; no Qt."""

from typing import Protocol
from uuid import UUID


class Record(Protocol):
    """What a register holds."""

    @property
    def id(self) -> UUID:
        """Its id."""


class NamedRecord(Record, Protocol):
    """A record that has a name, and may be in use no more."""

    @property
    def name(self) -> str:
        """What it is called in the list."""

    @property
    def active(self) -> bool:
        """Whether it is in use."""
