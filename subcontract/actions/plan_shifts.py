"""Plans shifts by a calendar rule."""

from dataclasses import dataclass

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.guides import problems_of_guides
from subcontract.actions.remove_shifts import RemoveShifts, remove_shifts
from subcontract.clock import Clock
from subcontract.jobs.job import Job, JobState
from subcontract.ports import Books
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.rota.calendar import CalendarRule, problems_of_rule
from subcontract.rota.making import Pattern, problems_of_shift, shift_of, shifts_of
from subcontract.words import N_

OVER = frozenset({JobState.CLOSED, JobState.LOST})
"""States of a job for which nothing is planned any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanShifts:
    """The rule of days and what the shifts have in common."""

    pattern: Pattern
    rule: CalendarRule


def plan_shifts(ask: PlanShifts, books: Books, _clock: Clock, who: Worker) -> Done:
    """Make the rule's shifts that are not there yet.

    Refuses with every problem of the rule and the pattern at once, with ``wrong_state`` for a job that
    is over, and with ``nothing_to_do`` when the rule gives no new shift.
    """
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    job = books.jobs.get(ask.pattern.job)
    problems = (*_problems_of_job(job, ask.pattern), *problems_of_rule(ask.rule))
    first = shift_of(ask.pattern, ask.rule.days.first)
    problems += (*problems_of_shift(first), *problems_of_guides(first, books))
    if problems:
        raise Refused(*problems)
    existing = books.shifts.within(ask.rule.days, job=job.id)
    made = shifts_of(ask.pattern, ask.rule, existing)
    if not made:
        raise refuse(Code.NOTHING_TO_DO)
    wrong = [problem for shift in made for problem in problems_of_shift(shift)]
    if wrong:
        raise Refused(*wrong)
    for shift in made:
        books.shifts.add(shift)
    undo = Undo(
        name=N_("planned shifts"),
        action=remove_shifts,
        ask=RemoveShifts(shifts=tuple(shift.id for shift in made)),
    )
    facts = {"number": len(made), "days": ask.rule.days, "job": job.name}
    return Done(changed=frozenset({Kind.SHIFTS}), id=made[0].id, undo=undo, facts=facts)


def _problems_of_job(job: Job, pattern: Pattern) -> tuple[Problem, ...]:
    """A job that is over, and a phase that is not the job's."""
    problems: list[Problem] = []
    if job.state in OVER:
        problems.append(Problem(code=Code.WRONG_STATE, field="job"))
    if pattern.phase is not None and job.phase(pattern.phase) is None:
        problems.append(Problem(code=Code.UNKNOWN_VALUE, field="phase"))
    return tuple(problems)
