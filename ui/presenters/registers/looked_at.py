"""A part of a client's page that is no register: whose it is, and the look that is written first; no Qt."""

from typing import Generic, TypeVar

from subcontract.actions.act import Permission
from subcontract.actions.see_client import see_pay
from subcontract.ids import ClientId
from subcontract.people.client import Client
from subcontract.ports import Lists
from subcontract.words import Texts
from ui.presenters.base import ActionFunction, Door, Presenter
from ui.presenters.registers.client_look import ClientLook

A = TypeVar("A")


class LookedAtPresenter(Presenter, Generic[A]):
    """What belongs to the client whose page is open. ``A`` is what ``read`` gives."""

    see: ActionFunction = staticmethod(see_pay)
    """The look that is written in the log before anything is shown."""
    may_see = Permission.SEE_PAY

    def __init__(self, door: Door, texts: Texts) -> None:
        """Belong to nobody yet."""
        super().__init__(door, texts)
        self._look = ClientLook[A](self, self.see, self.read, self._took)

    @property
    def client(self) -> Client | None:
        """Whose page is open."""
        return self._look.client

    @property
    def purpose(self) -> str:
        """Why it is looked at, written."""
        return self._look.purpose

    def read(self, lists: Lists, client: ClientId) -> A:
        """Everything to be shown of a client; must not touch the presenter."""
        raise NotImplementedError

    def take(self, answer: A) -> None:
        """Keep what was read."""
        raise NotImplementedError

    def leave(self) -> None:
        """Show nobody; what is typed waits until the client is shown again."""

    def show_client(self, client: Client | None, purpose: str) -> None:
        """Belong to a client, for a purpose (marked) that is written in the log beside the look."""
        if client is not None and self._look.is_new(client):
            self.leave()
            self._look.at(client, purpose)
            self.tell()

    def load(self) -> None:
        """Read what is shown, once the look has been written."""
        self._look.load()

    def _took(self, answer: A) -> None:
        self.take(answer)
        self.tell()
