"""What each register says for itself: its records, their form, and how they are saved; no Qt."""

from typing import Any, Generic, TypeVar

from ui.presenters.base import ActionFunction
from ui.presenters.registers.records import Record

R = TypeVar("R", bound=Record)


class RegisterKind(Generic[R]):
    """The hooks of a register."""

    new_words = ""
    """What a record that has not been saved is called (marked)."""

    @property
    def heading(self) -> str:
        """What stands above the open record."""
        raise NotImplementedError

    @property
    def can_save(self) -> bool:
        """Whether pressing Save makes sense."""
        raise NotImplementedError

    def name_of(self, record: R) -> str:
        """What a record is called where it is not in sight."""
        raise NotImplementedError

    def new_record(self) -> R:
        """An empty record with a new id."""
        raise NotImplementedError

    def values_of(self, record: R) -> dict[str, object]:
        """The values of the form's fields."""
        raise NotImplementedError

    def load_lines(self, record: R) -> None:
        """Fill the lines from a record."""

    def record_of(self, values: dict[str, Any], lines: dict[str, list[dict[str, Any]]]) -> R:
        """The current record with what stands in the form."""
        raise NotImplementedError

    def save_ask(self, record: R) -> tuple[ActionFunction, object]:
        """The action that saves, and what it is asked."""
        raise NotImplementedError

    def follow(self) -> None:
        """Hide fields, lock fields and note warnings by what stands in the form now."""

    def opened(self, record: R) -> None:
        """A record was opened by the user."""
