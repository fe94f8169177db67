"""The reasons that are no hard rules: what speaks for somebody on a shift, or against."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from subcontract.rota.rotation.problem import Person, Slot
from subcontract.rota.rotation.sharing.shares import Share
from subcontract.rota.rotation.sharing.singles import is_strange_coach


class Reason(StrEnum):
    """Stable code of a reason that is no hard rule."""

    LOCKED = "locked"
    BY_HAND = "by_hand"
    NOBODY_ELSE = "nobody_else"
    ALREADY_TOLD = "already_told"
    ALREADY_PLANNED = "already_planned"
    EQUAL = "equal"
    CHOSEN = "chosen"
    LEAST_WORK = "least_work"
    LESS_WORK = "less_work"
    LESS_PLANNED = "less_planned"
    EVENEST = "evenest"
    LESS_GOOD = "less_good"
    LESS_PAY = "less_pay"
    WISHED_FOR = "wished_for"
    WISHED_DAY = "wished_day"
    SUITS_BETTER = "suits_better"
    WANTS_TO_TRY = "wants_to_try"
    OTHER_WORK = "other_work"
    KNOWS_COACH = "knows_coach"
    KNOWS_THEM = "knows_them"
    OTHERS_STRANGE = "others_strange"
    ENOUGH_PEOPLE = "enough_people"
    COULD_COME = "could_come"
    LOCKED_SINCE = "locked_since"
    EQUAL_OTHERS = "equal_others"
    CHOSEN_OTHERS = "chosen_others"
    EVENEST_OTHERS = "evenest_others"
    HAD_MORE = "had_more"
    HAS_PLANNED = "has_planned"
    OTHERS_HAD_LESS = "others_had_less"
    MORE_GOOD = "more_good"
    MORE_PAY = "more_pay"
    NOT_WISHED_FOR = "not_wished_for"
    NOT_WISHED_DAY = "not_wished_day"
    OTHER_WISHES = "other_wishes"
    HAD_OFTEN = "had_often"
    OTHERS_KNOW = "others_know"
    OTHERS_TRY = "others_try"


class Part(StrEnum):
    """What a person's coming to a shift is weighed by; evenness in its three parts."""

    HOURS = "hours"
    GOOD = "good"
    PAY = "pay"
    WISHES = "wishes"
    VARIETY = "variety"
    FAMILIAR = "familiar"
    LEARNING = "learning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A person and a shift, and what is known of the two."""

    person: Person
    slot: Slot
    share: Share
    planned: int
    """Minutes of the person in the whole plan."""
    with_friends: bool
    """Whether somebody is there whom the person should be with."""
    is_last: bool
    """Whether nobody of those who could come has had less work, as such and for the time there was."""
    friends_are_there: bool = False
    """Whether somebody of the group has there whom they should be with."""
    turns: int = 0
    """Times that the person had the work of the shift before it, in the memory and in the plan."""
    good: int = 0
    """Likewise turns at the jobs that all like."""
    turns_of_others: tuple[int, ...] = ()
    """The same of those who would come instead, or of those who are there; so below."""
    good_of_others: tuple[int, ...] = ()
    had_by_others: tuple[int, ...] = ()
    """Minutes of what has been."""
    planned_of_others: tuple[int, ...] = ()
    """Minutes in the plan, of everybody else."""


Choice = Callable[[Asked], Reason]


def _less_work(asked: Asked) -> Reason:
    """Behind in what has been, or in the plan itself, or neither by its figures."""
    if asked.share.owed > 0 and asked.person.memory.possible_minutes:
        return Reason.LEAST_WORK if asked.is_last else Reason.LESS_WORK
    others_have_more = any(minutes > asked.planned for minutes in asked.planned_of_others)
    is_less = asked.planned < asked.share.minutes and others_have_more
    return Reason.LESS_PLANNED if is_less else Reason.EVENEST


def _more_work(asked: Asked) -> Reason:
    if asked.planned >= asked.share.minutes > 0:
        return Reason.HAS_PLANNED
    memory = asked.person.memory
    if asked.share.owed < 0 and memory.possible_minutes:
        return Reason.HAD_MORE
    others_had_less = any(minutes < memory.minutes - memory.ahead for minutes in asked.had_by_others)
    return Reason.OTHERS_HAD_LESS if others_had_less else Reason.EVENEST_OTHERS


def _wished(asked: Asked) -> Reason:
    if asked.slot.shift.job in asked.person.likes:
        return Reason.WISHED_FOR
    liked = asked.slot.shift.day.weekday() in asked.person.likes_days
    return Reason.WISHED_DAY if liked else Reason.SUITS_BETTER


def _not_wished(asked: Asked) -> Reason:
    if asked.slot.shift.job in asked.person.dislikes:
        return Reason.NOT_WISHED_FOR
    disliked = asked.slot.shift.day.weekday() in asked.person.dislikes_days
    return Reason.NOT_WISHED_DAY if disliked else Reason.OTHER_WISHES


def _familiar(asked: Asked) -> Reason:
    if asked.person.familiar_coaches and not is_strange_coach(asked.person, asked.slot):
        return Reason.KNOWS_COACH
    return Reason.KNOWS_THEM if asked.with_friends else Reason.OTHERS_STRANGE


def _others_know(asked: Asked) -> Reason:
    return Reason.OTHERS_KNOW if asked.friends_are_there else Reason.OTHER_WISHES


def _less_often(asked: Asked) -> Reason:
    """An even part differs from person to person: what is said of others must be so of them as such."""
    return Reason.OTHER_WORK if max(asked.turns_of_others, default=0) > asked.turns else Reason.EVENEST


def _more_often(asked: Asked) -> Reason:
    fewer = any(turns < asked.turns for turns in asked.turns_of_others)
    return Reason.HAD_OFTEN if fewer else Reason.EVENEST_OTHERS


def _less_good(asked: Asked) -> Reason:
    return Reason.LESS_GOOD if max(asked.good_of_others, default=0) > asked.good else Reason.EVENEST


def _more_good(asked: Asked) -> Reason:
    fewer = any(good < asked.good for good in asked.good_of_others)
    return Reason.MORE_GOOD if fewer else Reason.EVENEST_OTHERS


def _always(reason: Reason) -> Choice:
    return lambda _: reason


FOR: Mapping[Part, Choice] = {
    Part.HOURS: _less_work,
    Part.GOOD: _less_good,
    Part.PAY: _always(Reason.LESS_PAY),
    Part.WISHES: _wished,
    Part.VARIETY: _less_often,
    Part.FAMILIAR: _familiar,
    Part.LEARNING: _always(Reason.WANTS_TO_TRY),
}
"""Why somebody is on a shift, when this part speaks most for it."""
AGAINST: Mapping[Part, Choice] = {
    Part.HOURS: _more_work,
    Part.GOOD: _more_good,
    Part.PAY: _always(Reason.MORE_PAY),
    Part.WISHES: _not_wished,
    Part.VARIETY: _more_often,
    Part.FAMILIAR: _others_know,
    Part.LEARNING: _always(Reason.OTHERS_TRY),
}
"""Why somebody is not on a shift, when this part speaks most against it."""
