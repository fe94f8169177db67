"""Saves a client, new or changed."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.put_back import same_content, with_version_of
from subcontract.clock import Clock
from subcontract.days import DateRange
from subcontract.ids import ClientId
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

    Refuses what is wrong, a known identity code, a similar name not confirmed, and to keep apart two who
    are wished to be on the same shift (``wished_together``). A photo whose
    consent has been taken back is removed and does not come back by undo.
    """
    who.must_be_allowed(Permission.EDIT_CLIENTS)
    before = books.clients.find(ask.client.id)
    client = checked_client(ask.client)
    others = books.clients.where(unit=client.unit)
    if not client.never_with <= {other.id for other in others}:
        raise refuse(Code.NOT_FOUND, "never_with")
    problems = tuple(p for p in clashes(client, others, before) if p.code not in ask.despite)
    if problems:
        raise Refused(*problems)
    _keep_apart(client, before.never_with if before else frozenset(), books)
    if before is None:
        return _added(replace(client, number=books.numbers.take(client.unit, SERIES)), books)
    return _changed(before, replace(client, number=before.number, unit=before.unit), books, clock)


def _changed(before: Client, client: Client, books: Books, clock: Clock) -> Done:
    leaves = before.active and not client.active
    if leaves and books.assignments.within(DateRange(clock.today()), client=client.id):
        raise refuse(Code.IN_USE, "active")
    saved = books.clients.save(client)
    return _done(N_("change of a client"), before, saved)


def _added(client: Client, books: Books) -> Done:
    books.clients.add(client)
    return _done(N_("new client"), None, client)


def _done(name: str, was: Client | None, now: Client | None) -> Done:
    record = now or was
    return Done(
        changed=frozenset({Kind.CLIENTS}),
        id=record.id if record else None,
        undo=Undo(name=name, action=put_client_back, ask=PutClientBack(name=name, was=was, now=now)),
        facts={"name": record.name if record else ""},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PutClientBack:
    """A client as before an act and as the act left it; ``None`` where there was none."""

    name: str
    """Marked name of the act that is taken back."""
    was: Client | None
    now: Client | None


def put_client_back(ask: PutClientBack, books: Books, _clock: Clock, who: Worker) -> Done:
    """Take a save back, with the other side of "never with".

    Refuses when somebody else has changed the client since, and when one just added is planned or has
    worked. A photo whose consent has been taken back stays away.
    """
    who.must_be_allowed(Permission.EDIT_CLIENTS)
    if ask.now is None:
        return _back_again(ask, books)
    stored = books.clients.get(ask.now.id)
    if not same_content(_faceless(stored), _faceless(ask.now)):
        raise refuse(Code.CHANGED_ELSEWHERE)
    if ask.was is None:
        return _away(ask, stored, books)
    was = ask.was if stored.photo_consent else _faceless(ask.was)
    _keep_apart(was, stored.never_with, books)
    saved = books.clients.save(with_version_of(was, stored))
    return _done(ask.name, ask.now, saved)


def _back_again(ask: PutClientBack, books: Books) -> Done:
    """Add a client that was taken away."""
    if ask.was is not None:
        _keep_apart(ask.was, frozenset(), books)
        books.clients.add(ask.was)
    return _done(ask.name, None, ask.was)


def _away(ask: PutClientBack, stored: Client, books: Books) -> Done:
    """Take away a client just added."""
    if books.assignments.where(client=stored.id) or books.entries.where(client=stored.id):
        raise refuse(Code.IN_USE)
    _keep_apart(replace(stored, never_with=frozenset()), stored.never_with, books)
    books.clients.remove(stored)
    return _done(ask.name, ask.now, None)


def _faceless(client: Client) -> Client:
    return replace(client, photo=b"", photo_consent=None)


def _keep_apart(client: Client, before: frozenset[ClientId], books: Books) -> None:
    """Write the other side of "never with"; refuses a pair that is wished to be together."""
    _must_not_be_wished_together(client, client.never_with - before, books)
    for other in with_pairs_apart(client, before, books.clients.where(unit=client.unit)):
        books.clients.save(other)


def _must_not_be_wished_together(client: Client, apart: frozenset[ClientId], books: Books) -> None:
    """Refuse to keep apart two who by the wishes of either should be on the same shift."""
    for other in sorted(apart, key=str):
        wished = (
            *((other, one) for one in books.rota.wishes.where(client=client.id)),
            *((client.id, one) for one in books.rota.wishes.where(client=other)),
        )
        if any(whom in one.should_be_with for whom, one in wished):
            name = books.clients.get(other).name
            raise refuse(Code.WISHED_TOGETHER, "never_with", name=name, client=client.name)
