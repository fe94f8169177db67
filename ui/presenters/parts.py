"""What a register asks of its records and of the parts of a record; no Qt."""

from typing import Any, Protocol
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


class Part(Protocol):
    """A part of a record beside the form: lines, a grid of half-days."""

    @property
    def dirty(self) -> bool:
        """Whether something in it has not been saved."""

    def state(self) -> Any:  # noqa: ANN401 - each part has its own
        """What stands in it."""

    def restore(self, state: Any, /) -> None:  # noqa: ANN401 - as given by ``state``
        """Put back what stood in it."""

    def saved(self) -> None:
        """What stands in it has been stored."""
