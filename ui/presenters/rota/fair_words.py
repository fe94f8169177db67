"""Fairness in words: how far from an even part, and what is to be known of a person; no Qt."""

from subcontract.days import DateRange
from subcontract.money import Money
from subcontract.rota.calendar import DAYS_IN_WEEK
from subcontract.rota.rotation.sharing.evened import Evened, Measured
from subcontract.words import N_, Texts
from ui.presenters.rota.fair_measures import Measure
from ui.presenters.rota.why import about
from ui.presenters.tone import State, Tone

CLOSE = 20
"""Within one part in so many of the even part it is even."""
LEAST: dict[Measure, int] = {
    Measure.HOURS: 60,
    Measure.DAYS: 0,
    Measure.EUROS: 500,
    Measure.GOOD: 0,
}
"""So much is even in any case: an hour, five euros."""
LONG_AWAY = 2 * DAYS_IN_WEEK
"""Days away that are worth telling."""


def distance(measure: Measure, measured: Measured, texts: Texts) -> State:
    """How far somebody is from an even part, in words: behind, even, ahead."""
    far = measured.behind
    if abs(far) <= max(LEAST[measure], measured.even // CLOSE):
        return State(texts.say(N_("even")), Tone.READY)
    amount = written(measure, about(abs(far)) if measure is Measure.HOURS else abs(far), texts)
    if far > 0:
        return State(texts.say(N_("{amount} behind"), amount=amount), Tone.ATTENTION)
    return State(texts.say(N_("{amount} ahead"), amount=amount), Tone.INFO)


def written(measure: Measure, amount: int, texts: Texts) -> str:
    """An amount of what is shared."""
    if measure is Measure.HOURS:
        return texts.length(amount)
    if measure is Measure.EUROS:
        return texts.money(Money.of_cents(amount))
    if measure is Measure.DAYS:
        return texts.count(N_("{number} day"), N_("{number} days"), amount)
    return texts.count(N_("{number} turn"), N_("{number} turns"), amount)


def in_words(measure: Measure, measured: Measured, texts: Texts) -> str:
    """All that a bar shows, for whoever hears it."""
    return texts.say(
        N_("done {had}, planned {planned}, an even part is {even}"),
        had=written(measure, measured.had, texts),
        planned=written(measure, measured.planned, texts),
        even=written(measure, measured.even, texts),
    )


def notes(one: Evened, past: DateRange, texts: Texts) -> str:
    """What explains the figures: unrecorded work, a beginning or a long absence; never why away."""
    told, person = [], one.person
    if one.waiting:
        told.append(texts.say(N_("not recorded yet {amount}"), amount=texts.length(one.waiting)))
    started = min((days.first for days in person.agreed), default=None)
    if started is not None and started > past.first:
        told.append(texts.say(N_("started {day}"), day=started))
    away = sum(any(day in each.days for each in person.absences) for day in past)
    if away >= LONG_AWAY:
        weeks = (away + DAYS_IN_WEEK // 2) // DAYS_IN_WEEK
        told.append(texts.count(N_("away {number} week"), N_("away {number} weeks"), weeks))
    if not one.could:
        told.append(texts.say(N_("no work that could be had")))
    return ", ".join(told)
