"""The door to every write: opens books, acts, writes the log row in the same transaction."""

from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from typing import Any

from subcontract import ids
from subcontract.actions.act import Action, Done, Worker
from subcontract.clock import Clock
from subcontract.ids import EventId
from subcontract.ports import Books, Event, OpenBooks, TryAgain
from subcontract.problems import Code, refuse

FIRST_PREVIOUS = "0" * 64
MOST_TRIES = 5
HASHED = ("id", "at", "who", "role", "action", "object", "purpose", "facts", "previous", "hash_version")
"""Fields under the hash in version 1, in this order."""


def perform(
    action: Action[Any],
    ask: object,
    open_books: OpenBooks,
    clock: Clock,
    who: Worker,
    *,
    purpose: str = "",
) -> Done:
    """Do an action and log it; everything is written together or nothing is.

    When others wrote at the same moment it is done anew, a few times over; then ``CHANGED_ELSEWHERE``.
    """
    for _ in range(MOST_TRIES):
        with suppress(TryAgain), open_books() as books:
            done = act_in(books, action, ask, clock, who, purpose=purpose)
            books.commit()
            return done
    raise refuse(Code.CHANGED_ELSEWHERE)


def act_in(
    books: Books, action: Action[Any], ask: object, clock: Clock, who: Worker, *, purpose: str = ""
) -> Done:
    """Do an action and log it in books that the caller commits: many acts, one transaction."""
    done = action(ask, books, clock, who)
    why = purpose or getattr(ask, "purpose", "")
    log(books, clock, who, action=action.__name__, ask=ask, done=done, purpose=why)
    return done


def log(
    books: Books, clock: Clock, who: Worker, *, action: str, ask: object, done: Done, purpose: str
) -> None:
    """Append the row of an act to the chain."""
    event = Event(
        id=EventId(ids.new()),
        at=clock.now(),
        who=who.staff,
        role=",".join(sorted(who.roles)),
        action=action,
        object=done.id,
        purpose=purpose,
        facts=sha256(repr(ask).encode()).hexdigest(),
        previous=books.log.head(),
        hash="",
    )
    books.log.add(replace(event, hash=hash_of(event)))


def hash_of(event: Event) -> str:
    """SHA-256 over the row's fields and the previous row's hash."""
    parts = (str(getattr(event, name)) for name in HASHED)
    return sha256("\x1f".join(parts).encode()).hexdigest()


def broken_link(events: tuple[Event, ...], before: str = FIRST_PREVIOUS) -> Event | None:
    """The first row whose hash or link to the row before does not hold."""
    for event in events:
        if event.previous != before or event.hash != hash_of(event):
            return event
        before = event.hash
    return None
