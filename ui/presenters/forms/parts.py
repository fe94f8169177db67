"""What is asked of the parts of a record beside its form; no Qt."""

from typing import Any, Protocol


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
