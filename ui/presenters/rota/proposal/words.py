"""What is in conflict, what a lock is against and which rule would help, in sentences; no Qt."""

from collections.abc import Iterable, Mapping

from subcontract.rota.rotation.problem import Slot
from subcontract.rota.rotation.rules import Break, Rule
from subcontract.rota.rotation.solving.conflicts import Conflict
from subcontract.words import N_, Texts
from ui.presenters.rota.proposal.question import Question

NAMES: Mapping[Rule, str] = {
    Rule.CANCELLED: N_("the shift has been called off"),
    Rule.NOT_ACTIVE: N_("no longer a client"),
    Rule.NO_FORM_OF_WORK: N_("no form of work"),
    Rule.AWAY: N_("absences"),
    Rule.NOT_AVAILABLE: N_("times that suit"),
    Rule.SKILL_MISSING: N_("what the work asks for"),
    Rule.PERMIT_EXPIRED: N_("permits that have ended"),
    Rule.NO_COACH: N_("a coach at every shift"),
    Rule.OWN_COACH_MISSING: N_("an own coach"),
    Rule.BARRED: N_("the coach's bars"),
    Rule.OVERLAP: N_("shifts at the same time"),
    Rule.REST: N_("the rest between two days"),
    Rule.LIMIT_DAYS: N_("the limits of days"),
    Rule.LIMIT_MINUTES: N_("the limits of working time"),
    Rule.LIMIT_PAY: N_("the limits of pay"),
    Rule.NEVER_WITH: N_("who must not be together"),
    Rule.OWN_COACH_SHARED: N_("an own coach for one person"),
    Rule.FULL: N_("the largest group"),
}
OF_SHIFT = frozenset(
    {Rule.NO_COACH, Rule.OWN_COACH_MISSING, Rule.OWN_COACH_SHARED, Rule.FULL, Rule.CANCELLED, Rule.BARRED}
)
"""Rules that are mended at the shift; the others are mended at the person."""
MOST_NAMED = 8
"""Shifts of a conflict that are named one by one."""


def shift_words(slot: Slot, question: Question, texts: Texts) -> str:
    """A shift as in a sentence: day, time and job."""
    shift = slot.shift
    day = f"{texts.weekday(shift.day)} {shift.day.day}.{shift.day.month}."
    return f"{day} {texts.times(shift.start, shift.end)} {question.job_name(shift.id)}"


def lock_words(found: Break, question: Question, texts: Texts) -> str:
    """A place that a coach has locked against a rule."""
    slot = question.problem.slot_by_id[found.shift]
    return texts.say(
        N_("A locked place is against a rule ({rule}): {name}, {shift}."),
        name=question.names.get(found.client, ""),
        shift=shift_words(slot, question, texts),
        rule=texts.say(NAMES[found.rule]),
    )


def conflict_words(conflict: Conflict, texts: Texts) -> tuple[str, ...]:
    """Which shifts cannot all be filled, how far it goes, and which one rule would help alone."""
    said = [
        texts.say(
            N_("These shifts cannot all be filled: {needed} places are needed, at most {found} get a person.")
            if conflict.proven
            else N_("No way was found to fill all of these shifts: {found} of {needed} places get a person."),
            needed=conflict.needed,
            found=conflict.found,
        )
    ]
    if conflict.helps:
        rules = tuple(texts.say(NAMES[rule]) for rule in conflict.helps)
        said.append(texts.say(N_("Giving way on one of these alone would be enough: {rules}."), rules=rules))
    else:
        said.append(texts.say(N_("Giving way on no single rule would be enough.")))
    return tuple(said)


def conflict_shifts(conflict: Conflict, question: Question, texts: Texts) -> str:
    """The shifts of a conflict by name."""
    slots = [question.problem.slot_by_id[shift] for shift in conflict.shifts]
    named = [shift_words(slot, question, texts) for slot in slots[:MOST_NAMED]]
    if (more := len(slots) - MOST_NAMED) > 0:
        named.append(texts.count(N_("{number} more shift"), N_("{number} more shifts"), more))
    return ", ".join(named)


def listed(names: Iterable[str]) -> str:
    """Names in a row."""
    return ", ".join(names)
