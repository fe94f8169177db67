"""What cannot be filled and the cheapest way to fill it, conflicts first; no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from subcontract.ids import ClientId, ShiftId
from subcontract.rota.rotation.solving.conflicts import Conflict, locked_breaks
from subcontract.rota.rotation.unfilled import EmptyPlaces
from subcontract.words import N_, Texts
from ui.presenters.rota.proposal.question import Measured, Question
from ui.presenters.rota.proposal.words import (
    OF_SHIFT,
    conflict_shifts,
    conflict_words,
    lock_words,
    shift_words,
)
from ui.presenters.rota.why import WhySaid
from ui.presenters.tables.table import STAYS, Column, Row
from ui.presenters.tone import Tone

EMPTY = (
    Column(key="what", title=N_("What is not right"), width=20),
    Column(key="way", title=N_("What would help"), grows=True, width=30, worth=STAYS),
)


@dataclass(frozen=True, slots=True)
class Leads:
    """Where a row leads: to a person or to a shift."""

    at: int
    shift: ShiftId
    client: ClientId | None = None


def empty_rows(
    question: Question, plan: Measured, conflict: Conflict | None, said: WhySaid, texts: Texts
) -> list[Row]:
    """Shifts in conflict, places locked against the rules, and each way to fill an empty place."""
    told = [
        *_conflict(question, conflict, texts),
        *_locked(question, texts),
        *(each for places in plan.empty for each in _places(question, places, said, texts)),
        *_left_out(plan, texts),
    ]
    return [
        Row(
            id=Leads(at, shift, client),
            cells={"what": what, "way": way},
            tone=Tone.WRONG if client is None else Tone.ATTENTION,
            icon="warning",
        )
        for at, (shift, client, what, way) in enumerate(told)
    ]


Told = tuple[ShiftId, ClientId | None, str, str]


def _conflict(question: Question, conflict: Conflict | None, texts: Texts) -> Iterator[Told]:
    if conflict is not None and conflict.shifts:
        words = " ".join(conflict_words(conflict, texts))
        yield conflict.shifts[0], None, conflict_shifts(conflict, question, texts), words


def _locked(question: Question, texts: Texts) -> Iterator[Told]:
    for found in locked_breaks(question.problem):
        words = texts.say(N_("Take the lock away, or mend what is against it."))
        yield found.shift, None, lock_words(found, question, texts), words


def _left_out(plan: Measured, texts: Texts) -> Iterator[Told]:
    """That there are more than can be looked at."""
    if plan.left_out:
        words = texts.count(
            N_("{number} more shift has too few people."),
            N_("{number} more shifts have too few people."),
            plan.left_out,
        )
        yield plan.empty[-1].shift, None, words, texts.say(N_("Mend the first ones, then propose again."))


def _places(question: Question, places: EmptyPlaces, said: WhySaid, texts: Texts) -> Iterator[Told]:
    slot = question.problem.slot_by_id[places.shift]
    number = texts.count(N_("{number} place empty"), N_("{number} places empty"), places.missing)
    what = f"{shift_words(slot, question, texts)}: {number}"
    if not places.ways:
        nobody = N_("Nobody could come even by giving way on a rule. Make the group smaller or add people.")
        yield places.shift, None, what, texts.say(nobody)
    for way in places.ways:
        at_shift = any(each.rule in OF_SHIFT for each in way.breaks)
        client = None if at_shift else way.person.id
        yield places.shift, client, what, said.way(way)
