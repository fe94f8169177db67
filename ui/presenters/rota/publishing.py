"""What people have been told of the days in view, what has changed since, and telling them; no Qt."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import cast

from subcontract.actions.act import Done
from subcontract.actions.publish_rota import PublishRota, publish_rota
from subcontract.days import DateRange
from subcontract.ids import ShiftId
from subcontract.rota.calendar import week_of
from subcontract.rota.changes import Change, changes_since
from subcontract.rota.publishing import Promise, promised_on
from subcontract.rota.records import PublishedPlace
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.warnings import warnings_of
from subcontract.words import N_, Texts
from ui.presenters.base import Notice
from ui.presenters.rota.base import Card, WeekPresenter
from ui.presenters.rota.week import Week, read_days
from ui.presenters.tables.table import Column, Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone

FOUR_WEEKS = 28
PROMISED = N_("Promised: {people}, places {number}.")
CHANGES = (Column(key="words", title=N_("Changed since"), grows=True),)


@dataclass(frozen=True, kw_only=True)
class Told:
    """How far the days in view have been told."""

    promise: Promise
    changes: tuple[Change, ...] = ()
    open_days: tuple[date, ...] = ()
    """Days with standing shifts of which nothing has been told."""
    at: datetime | None = None
    by: str = ""


def told_of(week: Week) -> Told:
    """What has been told of the days in view, and what has changed since."""
    promise = promised_on(week.promised, week.in_view)
    standing = {s.day for s in week.plan.shifts if s.day in week.in_view and s.state is ShiftState.PLANNED}
    reaching = [each for each in week.promised if each.days.overlap(week.in_view)]
    last = max(reaching, key=lambda each: each.at, default=None)
    person = week.plan.staff_by_id.get(last.by) if last is not None else None
    return Told(
        promise=promise,
        changes=changes_since(promise, week.plan, week.in_view),
        open_days=tuple(sorted(standing - promise.days)),
        at=last.at if last is not None else None,
        by=person.name if person is not None else "",
    )


def state_of(told: Told, texts: Texts) -> State:
    """How far the days have been told, in a few words."""
    if not told.promise.days or told.at is None:
        return State(texts.say(N_("Not published")), Tone.QUIET, "megaphone-simple")
    if told.changes:
        number = len(told.changes)
        words = texts.count(
            N_("{number} change since publishing"), N_("{number} changes since publishing"), number
        )
        return State(words, Tone.ATTENTION)
    if told.open_days:
        return State(texts.say(N_("Published in part")), Tone.ATTENTION)
    return State(texts.say(N_("Published")), Tone.READY)


def said_of(change: Change, week: Week, texts: Texts) -> str:
    """One change in words: who, what was told, and what is planned now."""
    client = week.plan.client_by_id.get(change.client)
    name = client.name if client is not None else texts.say(N_("A client who is no longer here"))
    was = _place(change.was, week, texts) if change.was is not None else ""
    now = _place(change.now, week, texts) if change.now is not None else ""
    if not was:
        return texts.say(N_("{name}: not told, now {now}"), name=name, now=now)
    if not now:
        return texts.say(N_("{name}: was told {was}, now nothing"), name=name, was=was)
    if was == now:
        return texts.say(N_("{name}: was told {was}, now another coach"), name=name, was=was)
    return texts.say(N_("{name}: was told {was}, now {now}"), name=name, was=was, now=now)


def _place(place: Shift | PublishedPlace, week: Week, texts: Texts) -> str:
    """A place in short: its day, times, work and where."""
    job = week.plan.job_by_id.get(place.job)
    day = f"{texts.weekday(place.day)} {place.day.day}.{place.day.month}."
    times = texts.times(place.start, place.end)
    return " ".join(part for part in (day, times, job.name if job else "", place.place) if part)


class Publishing:
    """Publishing of one board."""

    def __init__(self, owner: WeekPresenter) -> None:
        """Belong to a board."""
        self.owner = owner
        nothing = Empty(picture="calendar", sentence=N_("Nothing has changed since people were told."))
        self.table = TablePresenter(CHANGES, owner.texts, name=N_("Changed since"), empty=nothing)
        self.table.count_words = (N_("{number} change"), N_("{number} changes"))
        self.on_open: Callable[[ShiftId], None] = lambda _shift: None
        self.table.on_open = self._opened
        self.told = Told(promise=Promise())
        self.confirm: Callable[[str, str], bool] = lambda _sentence, _verb: True
        """Asks before what cannot be undone: the sentence, and the verb of the button."""

    def _opened(self, row: Hashable) -> None:
        """Go to the shift of a change, if it is still there."""
        shift = cast("tuple[ShiftId, object]", row)[0]
        if shift in self.owner.week.plan.shift_by_id:
            self.on_open(shift)

    def show(self) -> None:
        """Take over what was read."""
        week, texts = self.owner.week, self.owner.texts
        self.told = told_of(week)
        self.table.set_rows(
            Row(id=(each.shift, each.client), cells={"words": said_of(each, week, texts)})
            for each in self.told.changes
        )

    @property
    def state(self) -> State | None:
        """How far the days in view have been told; none while there is nothing to tell."""
        has_shifts = any(shift.day in self.owner.week.in_view for shift in self.owner.week.plan.shifts)
        return state_of(self.told, self.owner.texts) if has_shifts or self.told.promise.places else None

    @property
    def lines(self) -> tuple[str, ...]:
        """Who told what and when, which days are open, and what the plan is now."""
        told, texts = self.told, self.owner.texts
        found = []
        if told.at is not None and told.promise.days:
            words = N_("Last published {moment}, {name}.")
            found.append(texts.say(words, moment=told.at, name=told.by))
            promised = {place.client for place in told.promise.places}
            people = texts.count(N_("{number} client"), N_("{number} clients"), len(promised))
            found.append(
                texts.say(
                    N_("Promised: {people}, places {number}."), people=people, number=len(told.promise.places)
                )
            )
        else:
            found.append(texts.say(N_("Nobody has been told of these days yet.")))
        if told.promise.days and told.open_days:
            days = ", ".join(f"{texts.weekday(day)} {day.day}.{day.month}." for day in told.open_days)
            found.append(texts.say(N_("Not told yet: {days}"), days=days))
        return tuple(found)

    @property
    def plan_words(self) -> str:
        """The plan as it is now: what would be told, and what is not in order."""
        return plan_words(self.owner.week, self.owner.texts)

    @property
    def verb(self) -> str:
        """What the button says."""
        return N_("Publish the month") if self.owner.is_month else N_("Publish the week")

    def open(self) -> None:
        """Show what has been told."""
        self.owner.card = Card.PROMISE
        self.owner.tell()

    def publish(self) -> None:
        """Tell people of the days in view, after asking."""
        self._ask(self.owner.week.in_view)

    def publish_four_weeks(self) -> None:
        """Tell people of four weeks from the first in view, after asking."""
        first = week_of(self.owner.shown.first).first
        self._ask(DateRange(first, first + timedelta(days=FOUR_WEEKS - 1)))

    def _ask(self, days: DateRange) -> None:
        """Read what would be told of those days, then ask."""
        unit = self.owner.door.who.unit
        self.owner.door.ask(lambda lists: read_days(lists, unit, days), self._asked)

    def _asked(self, week: Week) -> None:
        """Ask, and tell people if the answer is yes; what they have been told cannot be taken back."""
        texts = self.owner.texts
        first, last = week.in_view.first, week.in_view.last
        question = texts.say(
            N_("Publish {days}? {plan} What was told is kept; later changes are shown beside it."),
            days=f"{first.day}.{first.month}.–{texts.day(last)}",
            plan=plan_words(week, texts),
        )
        if self.confirm(question, texts.say(N_("Publish"))):
            ask = PublishRota(days=week.in_view)
            self.owner.act_in_turn(lambda: (publish_rota, ask), self._published)

    def _published(self, done: Done) -> None:
        """Say what people were told."""
        texts, people = self.owner.texts, done.facts.get("people")
        if isinstance(people, int):
            words = N_("Published: {people}.")
            said = texts.count(N_("{number} client"), N_("{number} clients"), people)
            self.owner.notice = Notice(texts.say(words, people=said), Tone.READY)


def plan_words(week: Week, texts: Texts) -> str:
    """How many shifts and people there are on the days, and what still is empty or to be looked at."""
    shifts = [s for s in week.plan.shifts if s.day in week.in_view and s.state is ShiftState.PLANNED]
    on = [each.client for shift in shifts for each in week.plan.on_shift(shift.id)]
    short = [shift for shift in shifts if len(week.plan.on_shift(shift.id)) < shift.least]
    looked = [shift for shift in shifts if warnings_of(shift, week.plan)]
    parts = [
        texts.say(
            N_("{shifts}, {people}, places {number}."),
            shifts=texts.count(N_("{number} shift"), N_("{number} shifts"), len(shifts)),
            people=texts.count(N_("{number} client"), N_("{number} clients"), len(set(on))),
            number=len(on),
        )
    ]
    if short:
        parts.append(
            texts.count(
                N_("{number} shift still has too few people."),
                N_("{number} shifts still have too few people."),
                len(short),
            )
        )
    if looked:
        parts.append(
            texts.count(
                N_("{number} shift has something to look at."),
                N_("{number} shifts have something to look at."),
                len(looked),
            )
        )
    return " ".join(parts)
