"""A part of a client's page that is no register: whose it is, and the look that is written first; no Qt."""

from functools import partial
from typing import Generic, TypeVar

from subcontract.actions.act import Permission
from subcontract.actions.see_client import SeeClient, see_pay
from subcontract.ids import ClientId
from subcontract.people.client import Client
from subcontract.ports import Lists
from subcontract.problems import Refused
from subcontract.words import Texts
from ui.presenters.base import ActionFunction, Door, Presenter

A = TypeVar("A")


class LookedAtPresenter(Presenter, Generic[A]):
    """What belongs to the client whose page is open. ``A`` is what ``read`` gives."""

    see: ActionFunction = staticmethod(see_pay)
    """The look that is written in the log before anything is shown."""
    may_see = Permission.SEE_PAY

    def __init__(self, door: Door, texts: Texts) -> None:
        """Belong to nobody yet."""
        super().__init__(door, texts)
        self.client: Client | None = None
        self.purpose = ""
        """Why it is looked at, written."""
        self._seen: ClientId | None = None

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
        self.purpose = self.texts.say(purpose)
        before = self.client
        if client is None or (before is not None and before.id == client.id):
            return
        self.leave()
        self.client = client
        self.tell()
        ask = SeeClient(client=client.id, purpose=self.purpose)
        self.door.act(self.see, ask, lambda _: self._looked(client.id), self._may_not_look)

    def _looked(self, client: ClientId) -> None:
        self._seen = client
        self.load()

    def _may_not_look(self, refused: Refused) -> None:
        self._seen = None
        self.refused(refused)

    @property
    def is_seen(self) -> bool:
        """Whether the look at the client who is shown has been written."""
        return self.client is not None and self.client.id == self._seen

    def load(self) -> None:
        """Read what is shown, once the look has been written."""
        client = self.client
        if client is not None and self.is_seen:
            self.door.ask(partial(self._read_of, client.id), self._taken)

    def _read_of(self, client: ClientId, lists: Lists) -> tuple[ClientId, A]:
        return client, self.read(lists, client)

    def _taken(self, answer: tuple[ClientId, A]) -> None:
        client, read = answer
        if self.client is not None and self.client.id == client:
            self.take(read)
            self.tell()
