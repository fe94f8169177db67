"""Stores wishes, rosters and goals: one record of each client, member of staff or unit."""

from typing import Any, TypeVar

from subcontract.actions.act import Done, Kind
from subcontract.actions.put_back import same_content, undo_of
from subcontract.ports import Shelf
from subcontract.problems import Code, refuse
from subcontract.rota.records import RotaTerms, RotaWishes, StaffRoster

R = TypeVar("R", RotaWishes, StaffRoster, RotaTerms)


def keep_only(record: R, before: R | None, shelf: Shelf[Any, R], what: tuple[str, Kind, str]) -> Done:
    """Store the only record of its owner over the one before.

    ``what`` is the marked name for undo, the kind and whose it is, by name. One that is as it was stays as it
    is: there is nothing to take back. Refuses ``changed_elsewhere`` when somebody else made one meanwhile.
    """
    name, kind, whose = what
    facts: dict[str, object] = {"name": whose}
    if before is None:
        shelf.add(record)
    elif before.id != record.id:
        raise refuse(Code.CHANGED_ELSEWHERE)
    elif same_content(before, record):
        return Done(changed=frozenset(), id=record.id, facts=facts)
    else:
        record = shelf.save(record)
    undo = undo_of(name, was=before, now=record)
    return Done(changed=frozenset({kind}), id=record.id, undo=undo, facts=facts)
