"""What a part of a page may ask of the presenter that it belongs to; no Qt."""

from collections.abc import Callable
from typing import Protocol

from subcontract.actions.act import Done, Permission
from subcontract.problems import Refused
from subcontract.words import Texts
from ui.presenters.base import ActionFunction, Door, Notice, Refusable


class Owner(Protocol):
    """A presenter as its parts see it; a part asks for more by a protocol of its own upon this one."""

    texts: Texts
    door: Door
    notice: Notice | None
    busy: int

    def may(self, permission: Permission) -> bool:
        """Whether the one who is signed in may do it."""

    def act(
        self,
        action: ActionFunction,
        ask: object,
        done: Callable[[Done], None] | None = None,
        form: Refusable | None = None,
    ) -> None:
        """Do an action."""

    def refused(self, refused: Refused, form: Refusable | None = None) -> None:
        """Show a refusal."""

    def load(self) -> None:
        """Read anew what is shown."""

    def tell(self) -> None:
        """Tell that something shown has changed."""
