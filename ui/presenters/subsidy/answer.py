"""The answer of the check list in words: what it says, on which ground, what is missing, what to attach."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from subcontract import rules
from subcontract.benefits.subsidy import doubt_of_cap
from subcontract.benefits.subsidy_attached import attachments
from subcontract.benefits.subsidy_check import Answer, GroundCheck, SubsidyCheck
from subcontract.benefits.subsidy_conditions import Condition
from subcontract.benefits.subsidy_facts import Asked
from subcontract.benefits.subsidy_words import GROUNDS
from subcontract.days import DateRange
from subcontract.money import Money
from subcontract.problems import Refused
from subcontract.words import N_, Texts
from ui.presenters.tone import State, Tone

ANSWERS: dict[Answer, tuple[str, str, Tone]] = {
    Answer.ELIGIBLE: (
        N_("The conditions are met"),
        N_("Apply before the employment begins. The authority decides, at its discretion."),
        Tone.READY,
    ),
    Answer.LIKELY: (
        N_("Likely"),
        N_("Nothing stands against it. Some papers or promises are still to come."),
        Tone.INFO,
    ),
    Answer.UNKNOWN: (
        N_("Cannot be said yet"),
        N_("Some facts of the person are still missing: see what to find out."),
        Tone.ATTENTION,
    ),
    Answer.NO: (
        N_("Not as things are"),
        N_("At least one condition is not met. The ground that comes nearest is shown."),
        Tone.WRONG,
    ),
}
SHORT: dict[Answer, str] = {answer: words[0] for answer, words in ANSWERS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShown:
    """A condition, or a paper to attach: how it stands, in words, and where that is written."""

    state: State
    text: str
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerShown:
    """The whole answer, written."""

    state: State
    sentence: str
    ground: str
    """The ground that is the best, or comes nearest."""
    about: str
    """What was looked at, where it is no new subsidy; else empty."""
    gives: tuple[tuple[str, str], ...]
    """What it would give: label and value; nothing when the answer is no."""
    doubt: str
    """The open question about the cap; else empty."""
    missing: tuple[str, ...]
    conditions: tuple[RowShown, ...]
    attach: tuple[RowShown, ...]
    others: tuple[RowShown, ...]
    """The other grounds, each with its answer and what stands against it or is missing."""


def answer_shown(check: SubsidyCheck, asked: Asked, texts: Texts) -> AnswerShown:
    """Write the answer."""
    words, sentence, tone = ANSWERS[check.answer]
    decided = asked.work.decided_on
    granted = N_("There is a decision of {day} already: see Decisions.")
    best = check.best
    period = asked.work.extends
    about = N_("Looked at as an extension of the period {days}.")
    gives = check.answer is not Answer.NO
    return AnswerShown(
        state=State(texts.say(words), tone),
        sentence=texts.say(granted, day=decided) if decided else texts.say(sentence),
        ground=texts.say(GROUNDS[best.ground]),
        about=texts.say(about, days=period) if period else "",
        gives=tuple(_gives(best, asked, texts)) if gives else (),
        doubt=_doubt(best, asked, texts) if gives else "",
        missing=tuple(texts.say(one.text, **dict(one.facts)) for one in check.missing),
        conditions=tuple(_row(one, texts) for one in best.conditions),
        attach=tuple(
            RowShown(state=_there(texts, there=one.there), text=texts.say(one.what), section=one.section)
            for one in attachments(best, asked)
        ),
        others=tuple(_other(one, texts) for one in check.grounds[1:]),
    )


def condition_state(condition: Condition, texts: Texts) -> State:
    """Met, not met, or not known."""
    if condition.met is None:
        return State(texts.say(N_("Not known")), Tone.ATTENTION, "question")
    met = condition.met
    return State(texts.say(N_("Met") if met else N_("Not met")), Tone.READY if met else Tone.WRONG)


def _row(condition: Condition, texts: Texts) -> RowShown:
    return RowShown(
        state=condition_state(condition, texts),
        text=texts.say(condition.text, **dict(condition.facts)),
        section=condition.section,
    )


def _there(texts: Texts, *, there: bool) -> State:
    if there:
        return State(texts.say(N_("Is there")), Tone.READY)
    return State(texts.say(N_("To be got")), Tone.ATTENTION, "paperclip")


def _gives(best: GroundCheck, asked: Asked, texts: Texts) -> Iterator[tuple[str, str]]:
    """Share, cap and length."""
    day = asked.granted_on
    yield texts.say(N_("Share of the eligible pay")), texts.percent(best.percentage)
    cap = rules.subsidy_cap(int(best.percentage), day)
    yield texts.say(N_("At most in a month")), texts.money(cap.value)
    if best.months is None:
        yield texts.say(N_("At most for")), texts.say(N_("the whole apprenticeship"))
    else:
        one, many = N_("{number} month"), N_("{number} months")
        length = texts.count(one, many, best.months)
        longest = texts.say(N_("{length}, no longer than the employment"), length=length)
        yield texts.say(N_("At most for")), longest


def _doubt(best: GroundCheck, asked: Asked, texts: Texts) -> str:
    """The open question about the cap at this percentage."""
    day = asked.granted_on
    doubt = doubt_of_cap(best.percentage, DateRange(day, day))
    return texts.say(doubt.note) if doubt is not None else ""


def _other(one: GroundCheck, texts: Texts) -> RowShown:
    """Another ground: why not, or how much is missing."""
    against = [row for row in one.conditions if row.met is False]
    unknown = [row for row in one.conditions if row.met is None]
    tone = ANSWERS[one.answer][2]
    reason = ""
    if against:
        reason = texts.say(against[0].text, **dict(against[0].facts))
    elif unknown:
        reason = texts.count(
            N_("{number} thing is still to be found out."),
            N_("{number} things are still to be found out."),
            len(unknown),
        )
    name = texts.say(GROUNDS[one.ground])
    return RowShown(
        state=State(texts.say(SHORT[one.answer]), tone),
        text=f"{name}, {texts.percent(one.percentage)}",
        section=reason,
    )


def cap_doubt(percentage: object, day: object, texts: Texts) -> tuple[str, tuple[Money, ...]]:
    """The open question about a cap where a percentage is used, with both amounts; or nothing."""
    if not isinstance(percentage, Decimal) or not isinstance(day, date):
        return "", ()
    try:
        doubt = doubt_of_cap(percentage, DateRange(day, day))
    except Refused:  # while one types, any day may stand there
        return "", ()
    if doubt is None:
        return "", ()
    return texts.say(doubt.note), (doubt.value, *(Money(one) for one in doubt.alternatives))
