"""Marks a client away on some days, as on a sick morning; and takes the mark back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.clock import Clock
from subcontract.days import ONE_DAY, DateRange
from subcontract.ids import ClientId
from subcontract.people.client import Absence, AbsenceKind
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.words import N_

MARKED = N_("marked away")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkAway:
    """Who, on which days, and why as closely as the work needs."""

    client: ClientId
    days: DateRange
    kind: AbsenceKind = AbsenceKind.SICK


@dataclass(frozen=True, slots=True, kw_only=True)
class PutAbsencesBack:
    """A client's absences as they were before an act and as the act left them."""

    client: ClientId
    was: tuple[Absence, ...]
    now: tuple[Absence, ...]


def mark_away(ask: MarkAway, books: Books, _clock: Clock, who: Worker) -> Done:
    """Add the absence on the days on which none is known yet; shifts keep the client until changed.

    Refuses ``required`` for an absence without an end, ``unknown_value`` for a client of another unit and
    ``nothing_to_do`` when it is known already.
    """
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    if ask.days.is_open:
        raise refuse(Code.REQUIRED, "last")
    client = books.clients.get(ask.client)
    if client.unit != who.unit:
        raise refuse(Code.UNKNOWN_VALUE, "client")
    known = client.absences
    new = tuple(
        Absence(days=days, kind=ask.kind) for days in _not_in(ask.days, (each.days for each in known))
    )
    if not new:
        raise refuse(Code.NOTHING_TO_DO)
    now = tuple(sorted((*known, *new), key=lambda absence: absence.days))
    return _stored(PutAbsencesBack(client=ask.client, was=now, now=known), books)


def put_absences_back(ask: PutAbsencesBack, books: Books, _clock: Clock, who: Worker) -> Done:
    """Let the absences be as they were; refuses ``changed_elsewhere`` when they have changed since."""
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    return _stored(ask, books)


def _stored(ask: PutAbsencesBack, books: Books) -> Done:
    """Make the absences ``was`` of ``now``; whatever else has been changed of the client stays."""
    client = books.clients.get(ask.client)
    if client.absences != ask.now:
        raise refuse(Code.CHANGED_ELSEWHERE)
    books.clients.save(replace(client, absences=ask.was))
    back = PutAbsencesBack(client=client.id, was=ask.now, now=ask.was)
    return Done(
        changed=frozenset({Kind.CLIENTS}),
        id=client.id,
        undo=Undo(name=MARKED, action=put_absences_back, ask=back),
        facts={"client": client.name},
    )


def _not_in(days: DateRange, known: Iterable[DateRange]) -> Iterator[DateRange]:
    """The parts of some days that are in none of the known ranges, in order."""
    first = days.first
    for each in sorted(known):
        if each.last < first or each.first > days.last:
            continue
        if each.first > first:
            yield DateRange(first, each.first - ONE_DAY)
        first = each.last + ONE_DAY
    if first <= days.last:
        yield DateRange(first, days.last)
