"""Whether people have been told of next week: a card of the first screen; no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from subcontract.actions.act import Permission, Worker
from subcontract.ids import ShiftId
from subcontract.ports import Lists
from subcontract.rota.calendar import DAYS_IN_WEEK, week_of
from subcontract.rota.shift import ShiftState
from subcontract.words import N_, Texts
from ui.presenters.rota.publishing import Told, told_of
from ui.presenters.rota.week import Week, read_week
from ui.presenters.today.facts import Card
from ui.presenters.tone import Tone


@dataclass(frozen=True, kw_only=True)
class WeekToTell:
    """A week with what has been told of it, and its first shift."""

    week: Week
    told: Told
    first: ShiftId
    is_empty: bool
    """Whether nobody is on any shift that stands: then there is nothing to publish."""


def read_weeks_to_tell(lists: Lists, who: Worker, today: date) -> tuple[WeekToTell, ...]:
    """This week and the next, so far as they have shifts; nothing for those who do not plan."""
    if not who.may(Permission.PLAN_SHIFTS):
        return ()
    weeks = (read_week(lists, who.unit, today + timedelta(days=days)) for days in (0, DAYS_IN_WEEK))
    return tuple(found for week in weeks if (found := _to_tell(week)) is not None)


def _to_tell(week: Week) -> WeekToTell | None:
    """The week, if any shift of it stands."""
    standing = [s for s in week.plan.shifts if s.day in week.days and s.state is ShiftState.PLANNED]
    first = min(standing, key=lambda shift: (shift.day, shift.start), default=None)
    if first is None:
        return None
    is_empty = not any(week.plan.on_shift(shift.id) for shift in standing)
    return WeekToTell(week=week, told=told_of(week), first=first.id, is_empty=is_empty)


def rota_cards(weeks: tuple[WeekToTell, ...], texts: Texts, today: date) -> Iterator[Card]:
    """Next week when nobody is on it or people have not been told of it; what has changed since they were."""
    for each in weeks:
        number = str(each.week.days.first.isocalendar().week)
        begins = texts.say(N_("begins {day}"), day=each.week.days.first)
        changes = len(each.told.changes)
        if changes:
            what = texts.count(
                N_("{number} change since week {week} was published"),
                N_("{number} changes since week {week} was published"),
                changes,
                week=number,
            )
        elif not each.told.open_days or each.week.days == week_of(today):
            continue
        elif each.is_empty:
            yield Card(
                what=texts.say(N_("Nobody is on the shifts of week {number} yet"), number=number),
                when=begins,
                button=texts.say(N_("Make a proposal")),
                screen="shifts/proposal",
                tone=Tone.ATTENTION,
                picture="calendar",
            )
            continue
        else:
            what = texts.say(N_("Week {number} has not been published"), number=number)
        yield Card(
            what=what,
            when=begins,
            button=texts.say(N_("Look at the week")),
            screen="shifts/promise",
            record=each.first,
            tone=Tone.ATTENTION,
            picture="calendar",
        )
