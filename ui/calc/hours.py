"""Kind ``hours``: real minutes of work between two times of the clock."""

from datetime import time
from decimal import Decimal

from subcontract.days import working_time
from subcontract.problems import Code, refuse
from subcontract.rules import WorkingLine
from subcontract.words import N_
from ui.calc.case import Answer, Case, Field, read_time
from ui.calc.kinds import Kind

FIRST, LAST = 0, 1
PAIR = 2


def answer(case: Case) -> Answer:
    """Count from ``start`` to the next ``end``, breaks taken off."""
    start_fold, end_fold = _folds(case)
    worked = working_time(
        case.day("date"),
        case.time("start"),
        case.time("end"),
        _breaks(case),
        start_fold=start_fold,
        end_fold=end_fold,
    )
    line = WorkingLine(
        what=N_("Real minutes between the two times, breaks taken off, changes of the clock counted"),
        amount=Decimal(worked.minutes),
    )
    result = {"minutes": worked.minutes, "ends_next_day": worked.ends_next_day}
    return Answer(result=result, lines=(line,))


def _breaks(case: Case) -> list[tuple[time, time]]:
    """Pairs of times."""
    breaks: list[tuple[time, time]] = []
    for place, said in enumerate(case.items("breaks")):
        if not isinstance(said, list) or len(said) != PAIR:
            raise refuse(Code.WRONG_TYPE, f"breaks.{place}")
        first, last = (read_time(one, f"breaks.{place}") for one in said)
        breaks.append((first, last))
    return breaks


def _folds(case: Case) -> tuple[int, int]:
    """Which occurrence of a double time is meant: the first of a start and the last of an end."""
    if not case.given("fold"):
        return FIRST, LAST
    if case.is_object("fold"):
        inner = case.inner("fold", frozenset({"start", "end"}))
        return _fold(inner, "start", FIRST), _fold(inner, "end", LAST)
    both = _fold(case, "fold", FIRST)
    return both, both


def _fold(case: Case, name: str, default: int) -> int:
    fold = case.whole(name, default)
    if fold not in {FIRST, LAST}:
        raise refuse(Code.UNKNOWN_VALUE, case.place + name, allowed=(FIRST, LAST))
    return fold


KIND = Kind(
    purpose=N_("Working time between two times of the clock in Finland"),
    fields=(
        Field(name="date", unit=N_("date when the work starts")),
        Field(name="start", unit=N_("time of day")),
        Field(name="end", unit=N_("time of day; when earlier than the start, on the next day")),
        Field(name="breaks", unit=N_("pairs of times; may be left out")),
        Field(
            name="fold",
            unit=N_("0 for the first, 1 for the second of a double hour: one for both, or start and end"),
        ),
    ),
    example='{"date":"2026-10-24","start":"22:00","end":"06:00","breaks":[["02:00","02:30"]]}',
    answer=answer,
)
