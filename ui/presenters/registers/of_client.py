"""A register of what belongs to one client: agreements, tax cards, decisions; no Qt."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from subcontract.actions.act import Permission
from subcontract.actions.see_client import see_pay
from subcontract.ids import ClientId
from subcontract.people.client import Client
from subcontract.ports import Lists
from subcontract.words import Texts
from ui.presenters.base import ActionFunction, Door
from ui.presenters.forms.form import FormPresenter
from ui.presenters.registers.client_look import ClientLook
from ui.presenters.registers.dated_register import DatedRegister
from ui.presenters.registers.records import Record
from ui.presenters.tables.table import Row, TablePresenter

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
        self._look = ClientLook[A](self, self.see, self.read, self._took)
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
        before = self.client
        if client is None or not self._look.is_new(client):
            return
        self.close()
        if before is not None and self._new is not None:
            self._news[before.id] = self._new
        self._new = self._news.pop(client.id, None)
        self.fill((), ())
        self._look.at(client, purpose)

    @property
    def client(self) -> Client | None:
        """Whose page is open."""
        return self._look.client

    def load(self) -> None:
        """Read the client's records, once the look has been written."""
        self._look.load()

    def _took(self, answer: A) -> None:
        self.fill(*self.take(answer))

    @property
    def can_edit(self) -> bool:
        """Whether the reader may change the records of the client who is shown."""
        return self.client is not None and super().can_edit
