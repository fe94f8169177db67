"""Takes several steps back as one, the latest first; and does them again."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from subcontract.actions.act import Done, Kind, Undo, Worker
from subcontract.clock import Clock
from subcontract.ports import Books


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeManyBack:
    """The opposite acts of an act that was many."""

    name: str
    """Marked name of the whole act."""
    records: tuple[UUID, ...]
    """What the steps were about."""
    steps: tuple[Undo, ...] = field(repr=False)


def undo_of_many(name: str, steps: Iterable[Undo], records: Iterable[UUID]) -> Undo:
    """One step back for many; each step's own act asks whether it may be done."""
    ask = TakeManyBack(name=name, records=tuple(records), steps=tuple(steps))
    return Undo(name=name, action=take_many_back, ask=ask)


def take_many_back(ask: TakeManyBack, books: Books, clock: Clock, who: Worker) -> Done:
    """Take every step back; when one is refused nothing is."""
    done = [step.action(step.ask, books, clock, who) for step in reversed(ask.steps)]
    changed: frozenset[Kind] = frozenset().union(*(one.changed for one in done))
    again = tuple(one.undo for one in done if one.undo is not None)
    return Done(changed=changed, undo=undo_of_many(ask.name, again, ask.records))
