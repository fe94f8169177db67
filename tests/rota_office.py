"""Acting on a small rota in memory: a job, three clients, and a shift on each of three days."""

from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest

from subcontract.actions.act import Action, Done
from subcontract.actions.perform import perform
from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.jobs.job import JobState
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from subcontract.rota.rotation.problem import Pair
from subcontract.rota.shift import Assignment, Shift
from tests import make
from tests.fakes import MemoryStore

CLOCK = standing_at(make.TODAY)
JOB = make.job(state=JobState.RUNNING)
LIISA = make.client(number=1)
MATTI = make.client(number=2, first_name="Matti", last_name="Berg")
OILI = make.client(number=3, first_name="Oili", last_name="Cajan")
MONDAY, TUESDAY, WEDNESDAY = (make.shift(job=JOB.id, day=make.TODAY + timedelta(days=n)) for n in range(3))
WEEK = DateRange(make.TODAY, make.TODAY + timedelta(days=6))


def office(*people: Assignment, shifts: tuple[Shift, ...] = (MONDAY, TUESDAY, WEDNESDAY)) -> MemoryStore:
    """The books, with somebody on some of the shifts."""
    store = make.store()
    with store.open_books() as books:
        books.jobs.add(JOB)
        for client in (LIISA, MATTI, OILI):
            books.clients.add(client)
        for shift in shifts:
            books.shifts.add(shift)
        for person in people:
            books.assignments.add(person)
        books.commit()
    return store


def do(store: MemoryStore, action: Action[Any], ask: object, *roles: Role) -> Done:
    """Act as a manager, or in other roles."""
    return perform(action, ask, store.open_books, CLOCK, make.worker(*roles))


def undo(store: MemoryStore, done: Done) -> Done:
    """Take it back."""
    assert done.undo
    return do(store, done.undo.action, done.undo.ask)


def refused(store: MemoryStore, action: Action[Any], ask: object, *roles: Role) -> list[tuple[Code, str]]:
    """What is wrong with it; nothing has been written."""
    before = store.state
    with pytest.raises(Refused) as refusal:
        do(store, action, ask, *roles)
    assert store.state is before
    return [(problem.code, problem.field) for problem in refusal.value.problems]


def places(store: MemoryStore) -> frozenset[Pair]:
    """Who is on which shift."""
    with store.open_lists() as lists:
        return frozenset((each.client, each.shift) for each in lists.assignments.all())


def evening(shift: Shift, **fields: Any) -> Shift:
    """A shift like it from two to six on the same day."""
    return replace(make.shift(job=JOB.id, day=shift.day), start=time(14), end=time(18), **fields)
