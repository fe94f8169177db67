"""Reading the question of a proposal from records stored by the names of their shelves."""

from dataclasses import replace
from datetime import date, timedelta
from operator import attrgetter
from typing import Any

from subcontract.actions.rotation_facts import rotation_question
from subcontract.days import ONE_DAY, DateRange
from subcontract.people.client import Client, FormOfWork, FormOfWorkSpan, TariffClassSpan
from subcontract.rota.rotation.problem import Limit, LimitKind, Person, Problem, Slot
from subcontract.rota.rotation.rules import Rule, against
from subcontract.rota.shift import Shift
from tests import make

TODAY = make.TODAY
WEEK = DateRange(TODAY, TODAY + 6 * ONE_DAY)
JOB = make.job()
LIISA, EMIL = make.client(number=1), make.client(number=2, first_name="Emil", last_name="Berg")
EMPLOYED = make.client(
    number=3,
    first_name="Sari",
    forms=(FormOfWorkSpan(days=DateRange(date(2026, 1, 1)), form=FormOfWork.EMPLOYMENT),),
)
CLASSED = replace(
    LIISA, tariff_classes=(TariffClassSpan(days=DateRange(date(2026, 1, 1)), tariff_class="A"),)
)


def shift(after: int = 0, **fields: Any) -> Shift:
    """A morning on a day from today on, without a break."""
    return make.shift(**{"job": JOB.id, "day": TODAY + timedelta(days=after), "break_minutes": 0, **fields})


def question(
    *records: tuple[str, Any], days: DateRange = WEEK, today: date = TODAY, as_planned: bool = False
) -> Problem:
    """The question of a unit in which these records are stored by the names of their shelves."""
    store = make.store()
    with store.open_books() as books:
        books.jobs.add(JOB)
        for shelf, record in records:
            attrgetter(shelf)(books).add(record)
        books.commit()
    with store.open_lists() as lists:
        return rotation_question(lists, make.UNIT, days, today, as_planned=as_planned)


def clients(*people: Client) -> list[tuple[str, Any]]:
    """Liisa and Emil, or others."""
    return [("clients", one) for one in people or (LIISA, EMIL)]


def shifts(*several: Shift) -> list[tuple[str, Any]]:
    """As records."""
    return [("shifts", one) for one in several]


def worked(on: Shift, who: Client = LIISA, **fields: Any) -> tuple[str, Any]:
    """What was recorded of somebody on a shift."""
    entry = make.entry(client=who.id, job=on.job, day=on.day, shift=on.id, **fields)
    return ("entries", entry)


def planned(on: Shift, who: Client = LIISA) -> tuple[str, Any]:
    """Somebody on a shift by the plan."""
    return ("assignments", make.assignment(on, who))


def limit(problem: Problem, who: Client, kind: LimitKind, days: DateRange = WEEK) -> Limit:
    """The only limit of a kind over those days."""
    found = [one for one in problem.person_by_id[who.id].limits if (one.kind, one.days) == (kind, days)]
    assert len(found) == 1, problem.person_by_id[who.id].limits
    return found[0]


def pair_of(problem: Problem, who: Client, on: Shift) -> tuple[Person, Slot]:
    """A person and a shift as the question has them."""
    return problem.person_by_id[who.id], problem.slot_by_id[on.id]


def reasons(problem: Problem, who: Client, on: Shift) -> list[Rule]:
    """The rules against a person on a shift, the plan left out."""
    return [found.rule for found in against(*pair_of(problem, who, on), problem)]
