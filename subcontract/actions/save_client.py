"""Saves a client, new or changed."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.clock import Clock
from subcontract.days import DateRange
from subcontract.people.client import Client
from subcontract.people.client_check import checked_client, clashes, with_pairs_apart
from subcontract.ports import Books
from subcontract.problems import Code, Refused, refuse
from subcontract.words import N_

SERIES = "client"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveClient:
    """The client as it shall be; a new one has a new id, and its number is given when saved."""

    client: Client
    despite: frozenset[Code] = frozenset()
    """Warnings that the user has seen and passed: ``SIMILAR_NAME``."""


def save_client(ask: SaveClient, books: Books, clock: Clock, who: Worker) -> Done:
    """Save a client, and the other side of "never with".

    Refuses what is wrong, a known identity code, and a similar name not confirmed. A photo whose
    consent has been taken back is removed and does not come back by undo.
    """
    who.must_be_allowed(Permission.EDIT_CLIENTS)
    before = books.clients.find(ask.client.id)
    client = checked_client(ask.client)
    others = books.clients.where(unit=client.unit)
    problems = tuple(p for p in clashes(client, others) if p.code not in ask.despite)
    if problems:
        raise Refused(*problems)
    for other in with_pairs_apart(client, before.never_with if before else frozenset(), others):
        books.clients.save(other)
    if before is None:
        return _added(replace(client, number=books.numbers.take(client.unit, SERIES)), books)
    return _changed(before, replace(client, number=before.number, unit=before.unit), books, clock)


def _changed(before: Client, client: Client, books: Books, clock: Clock) -> Done:
    leaves = before.active and not client.active
    if leaves and books.assignments.within(DateRange(clock.today()), client=client.id):
        raise refuse(Code.IN_USE, "active")
    saved = books.clients.save(client)
    back = before if saved.photo_consent else replace(before, photo=b"", photo_consent=None)
    return Done(
        changed=frozenset({Kind.CLIENTS}),
        id=saved.id,
        undo=Undo(
            name=N_("change of a client"),
            action=save_client,
            ask=SaveClient(
                client=replace(back, version=saved.version), despite=frozenset({Code.SIMILAR_NAME})
            ),
        ),
        facts={"name": saved.name},
    )


def _added(client: Client, books: Books) -> Done:
    books.clients.add(client)
    return Done(
        changed=frozenset({Kind.CLIENTS}),
        id=client.id,
        undo=Undo(name=N_("new client"), action=remove_client, ask=RemoveClient(client=client)),
        facts={"name": client.name},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveClient:
    """A client just added, to be taken away again."""

    client: Client


def remove_client(ask: RemoveClient, books: Books, _clock: Clock, who: Worker) -> Done:
    """Take away a client that nothing refers to; refuses with ``IN_USE`` once planned or recorded."""
    who.must_be_allowed(Permission.EDIT_CLIENTS)
    client = ask.client
    if books.assignments.where(client=client.id) or books.entries.where(client=client.id):
        raise refuse(Code.IN_USE)
    alone = replace(client, never_with=frozenset())
    for other in with_pairs_apart(alone, client.never_with, books.clients.where(unit=client.unit)):
        books.clients.save(other)
    books.clients.remove(client)
    return Done(changed=frozenset({Kind.CLIENTS}), id=client.id, facts={"name": client.name})
