"""What stands over a proposal: what it is asked about, what came of it, and why none can be made; no Qt."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from subcontract.days import DateRange
from subcontract.rota.rotation.proposing.propose import Progress
from subcontract.words import N_, Texts
from ui.presenters.rota.proposal.kept import Kept
from ui.presenters.rota.proposal.question import Measured, Question, Start
from ui.presenters.rota.proposal.rows import PROPOSAL_TITLES

MOST_PERCENT = 100
"""A proposal that may be twice as bad as the best is not praised for it."""


def obstacle(question: Question, days: DateRange, today: date) -> str:
    """Why no proposal can be made of these days (marked); empty when one can."""
    standing = [slot for slot in question.slots if slot.stands]
    if days.last < today:
        return N_("These days have passed. Choose days to come.")
    if not standing:
        return N_("There are no shifts on these days. Make them on the week board, or copy the week before.")
    if not question.problem.people:
        return N_("The unit has no clients to propose. Add them under Clients.")
    locked = Counter(shift for _, shift in question.problem.known(question.problem.locked))
    if all(locked[slot.shift.id] >= slot.best for slot in standing):
        return N_("Every place has been locked, so there is nothing to propose. Take some locks away first.")
    return ""


def asked_words(question: Question, now: Measured, texts: Texts) -> str:
    """How much there is to fill, how much of it the plan as it stands fills, and whether by its rules."""
    shifts = sum(slot.stands for slot in question.slots)
    on = Counter(shift for _, shift in now.pairs)
    filled = sum(min(slot.best, on[slot.shift.id]) for slot in question.slots)
    asked = texts.count(
        N_("{number} shift, {places} places, {people} clients. The plan now fills {filled}."),
        N_("{number} shifts, {places} places, {people} clients. The plan now fills {filled}."),
        shifts,
        places=question.problem.size,
        people=len(question.problem.people),
        filled=filled,
    )
    return " ".join((asked, *_broken(now, texts)))


def outcome(kept: Kept, now: Measured | None, texts: Texts) -> str:
    """A proposal in a few short sentences, beside the plan as it stands."""
    return " ".join(_outcome(kept, now, texts))


def _broken(now: Measured, texts: Texts) -> Iterator[str]:
    """More places filled by hand may be against the rules, and then they are no measure of a proposal."""
    if now.broken:
        yield texts.count(
            N_("The plan now breaks {number} rule."), N_("The plan now breaks {number} rules."), now.broken
        )


def _outcome(kept: Kept, now: Measured | None, texts: Texts) -> Iterator[str]:
    plan, question = kept.plan, kept.question
    yield f"{texts.say(PROPOSAL_TITLES[kept.letter])}:"
    if plan.missing:
        yield texts.count(N_("{number} place stays empty."), N_("{number} places stay empty."), plan.missing)
    else:
        yield texts.say(N_("all places are filled."))
    if now is not None:
        yield from _broken(now, texts)
    yield _planned(question.changes(plan.pairs), texts)
    if question.has_promises:
        yield _promised(question.broken_promises(plan.pairs), texts)
    if kept.is_first:
        yield texts.say(N_("This is the first plan."))
    elif not kept.whole:
        yield texts.say(N_("Stopped: this is the best so far."))
    yield bound_words(kept.percent, texts)


def bound_words(percent: int | None, texts: Texts) -> str:
    """How near the best possible it is, where that is proven."""
    if percent is None or percent > MOST_PERCENT:
        return ""
    if not percent:
        return texts.say(N_("No better plan is possible with these goals."))
    return texts.say(N_("At most {percent} % worse than the best possible."), percent=percent)


def progress_words(progress: Progress, question: Question, texts: Texts) -> str:
    """The best so far, while a better one is looked for."""
    said = [
        texts.count(N_("{number} place stays empty."), N_("{number} places stay empty."), progress.unfilled)
    ]
    if question.start is Start.LITTLE:
        said.append((_known if question.has_promises else _planned)(progress.changes, texts))
    elif question.has_promises:
        said.append(_promised(progress.changes, texts))
    return texts.say(N_("The best so far: {words}"), words=" ".join(said))


def _planned(changes: int, texts: Texts) -> str:
    return texts.count(
        N_("{number} change to the plan now."), N_("{number} changes to the plan now."), changes
    )


def _known(changes: int, texts: Texts) -> str:
    return texts.count(
        N_("{number} change to what has been promised or planned."),
        N_("{number} changes to what has been promised or planned."),
        changes,
    )


def _promised(changes: int, texts: Texts) -> str:
    return texts.count(
        N_("{number} change to what has been promised."),
        N_("{number} changes to what has been promised."),
        changes,
    )
