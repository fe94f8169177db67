"""How near an earnings limit is, in words with their tone, and what going over may do; no Qt."""

from collections.abc import Mapping

from subcontract.benefits.earnings import ASK_INSTITUTION, ASK_KELA, Effect, LimitState
from subcontract.benefits.earnings_months import Fit, MonthOfEarnings
from subcontract.benefits.records import EarnedIn
from subcontract.words import N_, Texts
from ui.presenters.tone import State, Tone

LIGHTS: Mapping[LimitState, tuple[str, Tone]] = {
    LimitState.OK: (N_("Room left"), Tone.READY),
    LimitState.NEAR: (N_("Near the earnings limit"), Tone.ATTENTION),
    LimitState.CLOSE: (N_("Just under the limit"), Tone.ATTENTION),
    LimitState.AT: (N_("At the limit"), Tone.ATTENTION),
    LimitState.OVER: (N_("Over the limit"), Tone.WRONG),
    LimitState.UNKNOWN: (N_("Limit not known"), Tone.QUIET),
}
EFFECTS: Mapping[Effect, str] = {
    Effect.NONE: "",
    Effect.SUSPENDED: N_("Over the limit the whole pension may be left resting."),
    Effect.MAY_BECOME_PARTIAL: N_(
        "If this goes on for over a year, a full work pension may become a partial one."
    ),
    Effect.UNKNOWN: N_("The limit of this month is not known yet. Confirm it before planning more work."),
}
COUNTED: Mapping[EarnedIn, str] = {
    EarnedIn.PAYMENT: N_("Pay counts in the month in which it is paid."),
    EarnedIn.WORK: N_("Pay counts in the month in which the work is done."),
}


def light(state: LimitState, texts: Texts) -> State:
    """The traffic light: colour, icon and word."""
    word, tone = LIGHTS[state]
    return State(texts.say(word), tone)


def fit_words(fit: Fit | None, texts: Texts) -> str | None:
    """How far the planned shifts fit under the limit; ``None`` without plans."""
    if fit is None:
        return None
    if fit.all_fits:
        return texts.say(N_("all fit"))
    if fit.last is None:
        return texts.say(N_("none fits"))
    return texts.say(N_("fits until {day}"), day=short_day(fit))


def short_day(fit: Fit) -> str:
    """The last day that fits, without its year."""
    return f"{fit.last.day}.{fit.last.month}." if fit.last else ""


def effects(month: MonthOfEarnings, texts: Texts) -> tuple[str, ...]:
    """What the month's earnings may do to the pensions, each said once."""
    found = dict.fromkeys(EFFECTS[use.effect] for use in month.uses)
    return tuple(texts.say(words) for words in found if words)


def whom_to_ask(month: MonthOfEarnings, texts: Texts) -> tuple[str, ...]:
    """Who decides: Kela, and with a work pension its institution."""
    asked = (ASK_KELA,) if month.work is None else (ASK_KELA, ASK_INSTITUTION)
    return tuple(texts.say(words) for words in asked)
