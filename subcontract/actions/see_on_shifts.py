"""Takes phone numbers, contacts and permits of a coach's groups to the site: a row in every client's log."""

from dataclasses import dataclass

from subcontract.actions.act import Done, Permission, Worker
from subcontract.actions.perform import act_in
from subcontract.actions.see_client import SeeClient, see_client
from subcontract.clock import Clock
from subcontract.ids import ClientId
from subcontract.ports import Books


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeOnShifts:
    """Whose data is on the list, and for what (act 703/2023, 10 §)."""

    clients: tuple[ClientId, ...]
    purpose: str


def see_on_shifts(ask: SeeOnShifts, books: Books, clock: Clock, who: Worker) -> Done:
    """Look at what a coach needs of clients at a site; refuses without a purpose, and without care data."""
    who.must_be_allowed(Permission.SEE_CARE)
    for client in dict.fromkeys(ask.clients):
        act_in(books, see_client, SeeClient(client=client, purpose=ask.purpose), clock, who)
    return Done(changed=frozenset(), id=who.unit, facts={"number": len(set(ask.clients))})
