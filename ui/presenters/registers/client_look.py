"""The look at a client that is written in the log before anything of them is read; no Qt."""

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from subcontract.actions.see_client import SeeClient
from subcontract.ids import ClientId
from subcontract.people.client import Client
from subcontract.ports import Lists
from subcontract.problems import Refused
from ui.presenters.base import ActionFunction
from ui.presenters.owner import Owner

A = TypeVar("A")


class ClientLook(Generic[A]):
    """Whose data is in sight. What is read of somebody else meanwhile is dropped."""

    def __init__(
        self,
        owner: Owner,
        see: ActionFunction,
        read: Callable[[Lists, ClientId], A],
        take: Callable[[A], object],
    ) -> None:
        """Look by the action ``see``; then ``read``, which must not touch the owner, and ``take``."""
        self._owner, self._see, self._read, self._take = owner, see, read, take
        self.client: Client | None = None
        self.purpose = ""
        """Why it is looked at, written."""
        self._seen: ClientId | None = None

    def is_new(self, client: Client | None) -> bool:
        """Whether a client is another than the one in sight."""
        return client is not None and (self.client is None or client.id != self.client.id)

    def at(self, client: Client, purpose: str) -> None:
        """Look at a client, for a purpose (marked) that is written in the log; then read."""
        self.client, self.purpose = client, self._owner.texts.say(purpose)
        ask = SeeClient(client=client.id, purpose=self.purpose)
        self._owner.door.act(self._see, ask, lambda _: self._looked(client.id), self._may_not)

    def _looked(self, client: ClientId) -> None:
        self._seen = client
        self._owner.load()

    def _may_not(self, refused: Refused) -> None:
        self._seen = None
        self._owner.refused(refused)

    @property
    def is_written(self) -> bool:
        """Whether the look at the client in sight stands in the log."""
        return self.client is not None and self.client.id == self._seen

    def load(self) -> None:
        """Read, once the look has been written."""
        if self.client is not None and self.is_written:
            self._owner.door.ask(partial(self._read_of, self.client.id), self._taken)

    def _read_of(self, client: ClientId, lists: Lists) -> tuple[ClientId, A]:
        return client, self._read(lists, client)

    def _taken(self, answer: tuple[ClientId, A]) -> None:
        client, read = answer
        if self.client is not None and self.client.id == client:
            self._take(read)
