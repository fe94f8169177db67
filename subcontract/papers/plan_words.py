"""How sure the plan on a paper is, in words; on a client's paper in easy ones."""

from collections.abc import Iterator
from datetime import date

from subcontract.rota.plan_state import PlanState, Stage
from subcontract.words import N_, Texts

STAGES = {
    Stage.DRAFT: N_("A plan, it may still change"),
    Stage.PUBLISHED: N_("Published on {day}"),
    Stage.CHANGED: N_("Published on {day}, changed after that"),
    Stage.PARTLY: N_("Partly published on {day}, the rest may still change"),
}


def state_words(state: PlanState, texts: Texts) -> str:
    """From which plan a paper is."""
    return texts.say(STAGES[state.stage], day=texts.day(state.on) if state.on else "–")


def easy_state(state: PlanState, texts: Texts) -> Iterator[str]:
    """The same in sentences of one idea each."""
    if state.stage is Stage.DRAFT or state.on is None:
        yield texts.say(N_("This week is a plan."))
        yield texts.say(N_("It may still change."))
        return
    yield texts.say(N_("This week was published on {day}."), day=texts.day(state.on))
    if state.stage is Stage.CHANGED:
        yield texts.say(N_("It has changed after that."))
    elif state.stage is Stage.PARTLY:
        yield texts.say(N_("Part of the week may still change."))


def short_day(texts: Texts, day: date) -> str:
    """A weekday with its date."""
    return f"{texts.weekday_name(day).capitalize()} {texts.day(day)}"
