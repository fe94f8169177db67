"""Each warning of the rota as one plain sentence; no Qt."""

from collections.abc import Iterable, Mapping

from subcontract.people.client import AbsenceKind, HalfDay
from subcontract.rota.warnings import RotaWarning, WarningCode
from subcontract.words import N_, Texts
from ui.texts import Length

SENTENCES: Mapping[WarningCode, str] = {
    WarningCode.AWAY: N_("{name} is away on {day}: {kind}."),
    WarningCode.NOT_AVAILABLE: N_("{name} cannot usually work on this day, {half}."),
    WarningCode.DOUBLE_BOOKED: N_("{name} is on another shift at the same time: {other} {start}–{end}."),
    WarningCode.SHORT_REST: N_(
        "{name} would rest only {rest_minutes} between two days: {other} {start}–{end}."
    ),
    WarningCode.SKILL_MISSING: N_("{name} lacks what the work asks for: {need}."),
    WarningCode.PERMIT_EXPIRED: N_("A permit of {name} is no longer valid: {need}, until {day}."),
    WarningCode.GROUP_TOO_SMALL: N_("The group is too small: {number} on the shift, {least} are needed."),
    WarningCode.GROUP_TOO_LARGE: N_("The group is too large: {number} on the shift, {most} fit."),
    WarningCode.OVER_WEEKLY_DAYS: N_("{name} would work {number} days this week; the limit is {most}."),
    WarningCode.OVER_WEEKLY_MINUTES: N_(
        "{name} would work {planned_minutes} this week; the limit is {most_minutes}."
    ),
    WarningCode.OVER_MONTHLY_DAYS: N_("{name} would work {number} days this month; the limit is {most}."),
    WarningCode.OVER_MONTHLY_MINUTES: N_(
        "{name} would work {planned_minutes} this month; the limit is {most_minutes}."
    ),
    WarningCode.NEVER_WITH: N_("{name} and {other} should not be on the same shift."),
    WarningCode.OWN_COACH_MISSING: N_("{name} needs an own coach, and the shift has none."),
    WarningCode.OWN_COACH_SHARED: N_(
        "{name} needs an own coach; the coach of this shift also guides others: {number}."
    ),
    WarningCode.NO_FORM_OF_WORK: N_("{name} has no form of work on {day}, so nothing can be paid."),
    WarningCode.NOT_ACTIVE: N_("{name} is no longer a client of the unit."),
    WarningCode.COACH_MISSING: N_("The shift has no coach."),
    WarningCode.COACH_DOUBLE_BOOKED: N_("{name} guides another shift at the same time: {other}."),
    WarningCode.COACH_LEFT: N_("{name} no longer works here and cannot guide the shift."),
    WarningCode.COACH_NOT_AT_WORK: N_("{name} is not at work then, by the working hours."),
    WarningCode.PEER_COACH_AWAY: N_("{name}, the peer coach, is away on the day."),
    WarningCode.PEER_COACH_BUSY: N_("{name}, the peer coach, has another shift at the same time: {other}."),
    WarningCode.PEER_COACH_NO_FEE: N_("{name} is the peer coach, but no fee has been agreed for {day}."),
    WarningCode.HOLIDAY: N_("{day} is a public holiday."),
    WarningCode.EARNINGS_NEAR: N_("{name} comes near the earnings limit in {month}: {total} of {limit}."),
    WarningCode.EARNINGS_OVER: N_("{name} goes over the earnings limit in {month}: {total} of {limit}."),
    WarningCode.ASK_FIRST: N_("Ask the job coach before {name} takes this shift."),
}
WORDS: Mapping[object, str] = {
    AbsenceKind.HOLIDAY: N_("holiday"),
    AbsenceKind.SICK: N_("sick leave"),
    AbsenceKind.OTHER: N_("other absence"),
    HalfDay.MORNING: N_("in the morning"),
    HalfDay.AFTERNOON: N_("in the afternoon"),
}


def sentence(warning: RotaWarning, texts: Texts) -> str:
    """Say one warning."""
    facts = {name: _said(name, fact, texts) for name, fact in warning.facts.items()}
    return texts.say(SENTENCES[warning.code], **facts)


def sentences(warnings: Iterable[RotaWarning], texts: Texts) -> tuple[str, ...]:
    """Say all of them; that two should not be together is said once, not once of each."""
    said: dict[object, str] = {}
    for warning in warnings:
        words = sentence(warning, texts)
        pair = frozenset((warning.facts.get("name"), warning.facts.get("other")))
        said.setdefault(pair if warning.code is WarningCode.NEVER_WITH else words, words)
    return tuple(said.values())


def _said(name: str, fact: object, texts: Texts) -> object:
    """Words of a choice are translated, minutes are lengths of time."""
    if isinstance(fact, AbsenceKind | HalfDay):
        return texts.say(WORDS[fact])
    return Length(fact) if isinstance(fact, int) and name.endswith("_minutes") else fact
