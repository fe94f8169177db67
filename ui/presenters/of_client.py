"""A register of what belongs to one client: agreements, tax cards, decisions; no Qt."""

from collections.abc import Iterable
from functools import partial
from typing import Generic, TypeVar

from subcontract.actions.act import Permission
from subcontract.actions.see_client import SeeClient, see_pay
from subcontract.ids import ClientId
from subcontract.people.client import Client
from subcontract.ports import Lists
from subcontract.problems import Refused
from subcontract.words import Texts
from ui.presenters.base import ActionFunction, Door
from ui.presenters.dated_register import DatedRegister
from ui.presenters.form import FormPresenter
from ui.presenters.parts import Record
from ui.presenters.table import Row, TablePresenter

R = TypeVar("R", bound=Record)
A = TypeVar("A")


class OfClientPresenter(DatedRegister[R], Generic[R, A]):
    """Records of the client whose page is open. Looking at them is written in the log.

    ``A`` is what ``read`` gives: the records and what their rows need besides.
    """

    see: ActionFunction = staticmethod(see_pay)
    """The look that is written in the log before anything is shown."""
    may_see = Permission.SEE_PAY
    may_edit = Permission.EDIT_EMPLOYMENT

    def __init__(self, door: Door, texts: Texts, table: TablePresenter, form: FormPresenter) -> None:
        """Belong to nobody yet."""
        super().__init__(door, texts, table, form)
        self.client: Client | None = None
        self._seen: ClientId | None = None
        self._news: dict[ClientId, R] = {}
        """New records left without saving, by whose they are."""

    # --- what each register says for itself

    def read(self, lists: Lists, client: ClientId) -> A:
        """Everything to be shown of a client; must not touch the presenter."""
        raise NotImplementedError

    def take(self, answer: A) -> tuple[Iterable[R], Iterable[Row]]:
        """Keep what was read, and give the records with their rows."""
        raise NotImplementedError

    # --- whose they are

    def show_client(self, client: Client | None, purpose: str) -> None:
        """Belong to a client, for a purpose (marked) that is written in the log beside the look."""
        before, self.client = self.client, client
        if client is None or (before is not None and before.id == client.id):
            return
        self.close()
        if before is not None and self._new is not None:
            self._news[before.id] = self._new
        self._new = self._news.pop(client.id, None)
        self.fill((), ())
        ask = SeeClient(client=client.id, purpose=self.texts.say(purpose))
        self.door.act(self.see, ask, lambda _: self._looked(client.id), self._may_not_look)

    def _looked(self, client: ClientId) -> None:
        self._seen = client
        self.load()

    def _may_not_look(self, refused: Refused) -> None:
        self._seen = None
        self.refused(refused)

    def load(self) -> None:
        """Read the client's records, once the look has been written."""
        client = self.client
        if client is not None and client.id == self._seen:
            self.door.ask(partial(self._read_of, client.id), self._fill)

    def _read_of(self, client: ClientId, lists: Lists) -> tuple[ClientId, A]:
        return client, self.read(lists, client)

    def _fill(self, answer: tuple[ClientId, A]) -> None:
        client, read = answer
        if self.client is not None and self.client.id == client:
            self.fill(*self.take(read))

    @property
    def can_edit(self) -> bool:
        """Whether the reader may change the records of the client who is shown."""
        return self.client is not None and super().can_edit
