"""Opens a client's page, or shows the identity code: nothing changes, but who looked and why is logged."""

from dataclasses import dataclass

from subcontract.actions.act import Done, Permission, Worker
from subcontract.clock import Clock
from subcontract.ids import ClientId
from subcontract.ports import Books
from subcontract.problems import Code, refuse


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeClient:
    """Whose data is looked at and for what (act 703/2023, 10 §)."""

    client: ClientId
    purpose: str


def see_client(ask: SeeClient, books: Books, _clock: Clock, who: Worker) -> Done:
    """Look at a client's page; refuses without a purpose."""
    who.must_be_allowed(Permission.SEE_CLIENTS)
    return _seen(ask, books)


def see_identity_code(ask: SeeClient, books: Books, _clock: Clock, who: Worker) -> Done:
    """Look at a client's whole identity code; refuses without a purpose."""
    who.must_be_allowed(Permission.SEE_CLIENTS)
    return _seen(ask, books)


def see_pay(ask: SeeClient, books: Books, _clock: Clock, who: Worker) -> Done:
    """Look at a client's agreement, pay, tax card, pension and earnings; refuses without a purpose."""
    who.must_be_allowed(Permission.SEE_PAY)
    return _seen(ask, books)


def see_rota_wishes(ask: SeeClient, books: Books, _clock: Clock, who: Worker) -> Done:
    """Look at what a client wishes of the rota, and the limits; refuses without a purpose."""
    who.must_be_allowed(Permission.SEE_CARE)
    return _seen(ask, books)


def see_subsidy_facts(ask: SeeClient, books: Books, _clock: Clock, who: Worker) -> Done:
    """Look at what the check list of the wage subsidy knows of a client; refuses without a purpose."""
    who.must_be_allowed(Permission.CHECK_SUBSIDY)
    return _seen(ask, books)


def _seen(ask: SeeClient, books: Books) -> Done:
    if not ask.purpose.strip():
        raise refuse(Code.REASON_NEEDED, "purpose")
    return Done(changed=frozenset(), id=books.clients.get(ask.client).id)
