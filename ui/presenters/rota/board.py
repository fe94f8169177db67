"""The week board as plain values: days across, shifts or people down; no Qt."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from functools import cached_property

from subcontract.actions.rotation_facts import terms_of
from subcontract.days import DateRange, is_holiday
from subcontract.ids import ClientId, CustomerId, ShiftId, UnitId
from subcontract.jobs.customer import Customer
from subcontract.people.client import Client
from subcontract.ports import Lists
from subcontract.rota.calendar import week_of
from subcontract.rota.fairness import Share, shares_of, weeks_until
from subcontract.rota.plan import Plan
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.warnings import RotaWarning, away_on, warnings_of
from subcontract.words import N_, Texts
from ui.collation import sort_key
from ui.presenters.recording.rows import photo_of
from ui.presenters.rota.words import sentence, sentences
from ui.presenters.tone import Tone

MOST_HOLES = 4
"""Free seats drawn one by one; more are told as a number."""


@dataclass(frozen=True, kw_only=True)
class Week:
    """What was read for a week, with the weeks before it that fairness looks at."""

    days: DateRange
    plan: Plan
    customers: Mapping[CustomerId, Customer] = field(default_factory=dict)
    complete: frozenset[ShiftId] = frozenset()

    @cached_property
    def made_cards(self) -> "dict[ShiftId, ShiftCard]":
        """Cards made already: a shift stands on the board once by its job and once by each person."""
        return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A person on a shift."""

    client: ClientId
    name: str
    photo: bytes
    tone: Tone
    spoken: str
    """Name, and every warning in words."""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftCard:
    """A shift on the board."""

    shift: ShiftId
    day: date
    starts: time
    times: str
    title: str
    detail: str
    chips: tuple[Chip, ...] = ()
    free: int = 0
    tone: Tone = Tone.NONE
    warnings: tuple[str, ...] = ()
    cancelled: str = ""
    """Why it was called off, in words."""
    done: bool = False
    spoken: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One row: a job, or a person."""

    id: Hashable
    title: str
    detail: str
    cells: tuple[tuple[ShiftCard, ...], ...]
    photo: bytes = b""
    is_person: bool = False
    away: tuple[str, ...] = ()
    """For each day, why the person is away; empty when not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FairBar:
    """A person's shifts in the last weeks."""

    client: ClientId
    name: str
    shifts: int
    detail: str
    part: int
    """Length of the bar in hundredths of the longest."""


def read_week(lists: Lists, unit: UnitId, day: date) -> Week:
    """Read the week of a day, the three before it and the days on either side."""
    looked_at = weeks_until(day)
    wide = DateRange(looked_at.first, date.fromordinal(looked_at.last.toordinal() + 1))
    shifts = lists.shifts.within(wide, unit=unit)
    ids = {shift.id for shift in shifts}
    jobs = lists.jobs.where(unit=unit)
    return Week(
        days=week_of(day),
        plan=Plan(
            shifts=shifts,
            assignments=tuple(a for a in lists.assignments.within(wide) if a.shift in ids),
            clients=lists.clients.where(unit=unit),
            jobs=jobs,
            staff=lists.staff.where(unit=unit),
            rosters={each.staff: each for each in lists.rota.rosters.where(unit=unit)},
            least_rest_minutes=terms_of(lists, unit).least_rest_minutes,
        ),
        customers={customer.id: customer for customer in lists.customers.all()},
        complete=frozenset(each.shift for each in lists.complete_days.within(week_of(day), unit=unit)),
    )


def shown_days(week: Week) -> tuple[date, ...]:
    """Monday to Friday, and the weekend as far as it has shifts."""
    days = tuple(week.days)
    last = max((s.day for s in week.plan.shifts if s.day in week.days), default=days[4])
    return days[: max(5, (last - days[0]).days + 1)]


def rows_by_job(week: Week, texts: Texts) -> tuple[BoardRow, ...]:
    """Jobs down: each job that has a shift in the week."""
    days = shown_days(week)
    mine = [shift for shift in week.plan.shifts if shift.day in week.days]
    rows = []
    for job in week.plan.jobs:
        shifts = [shift for shift in mine if shift.job == job.id]
        if shifts:
            customer = week.customers.get(job.customer)
            cells = tuple(_cards(shifts, day, week, texts) for day in days)
            detail = customer.name if customer else ""
            rows.append(BoardRow(id=job.id, title=job.name, detail=detail, cells=cells))
    return tuple(sorted(rows, key=lambda row: (sort_key(row.title), str(row.id))))


def _cards(shifts: list[Shift], day: date, week: Week, texts: Texts) -> tuple[ShiftCard, ...]:
    """The cards of one day, in order of time."""
    on_day = sorted((s for s in shifts if s.day == day), key=lambda s: (s.start, s.end, str(s.id)))
    return tuple(card_of(shift, week, texts) for shift in on_day)


def rows_by_person(week: Week, texts: Texts) -> tuple[BoardRow, ...]:
    """People down: every active client, with the days of absence in words."""
    days = shown_days(week)
    shares = {share.client.id: share.shifts for share in shares_of(week.plan, weeks_until(week.days.last))}
    rows = []
    for client in week.plan.clients:
        shifts = list(week.plan.shifts_of(client.id, week.days))
        if client.active or shifts:
            rows.append(_person_row(client, shifts, days, week, texts, shares.get(client.id, 0)))
    return tuple(sorted(rows, key=lambda row: (sort_key(row.title), str(row.id))))


def _person_row(  # noqa: PLR0917 - the parts of one row
    client: Client, shifts: list[Shift], days: tuple[date, ...], week: Week, texts: Texts, shares: int
) -> BoardRow:
    """One client's week."""
    detail = texts.count(N_("{number} shift in four weeks"), N_("{number} shifts in four weeks"), shares)
    return BoardRow(
        id=client.id,
        title=client.name,
        detail=detail,
        cells=tuple(_own_cards(client, shifts, day, week, texts) for day in days),
        photo=photo_of(client),
        is_person=True,
        away=tuple(texts.say(N_("Away")) if away_on(client, day) else "" for day in days),
    )


def _own_cards(
    client: Client, shifts: list[Shift], day: date, week: Week, texts: Texts
) -> tuple[ShiftCard, ...]:
    """The cards of a client's day, each with what is to be looked at in the client alone."""
    return tuple(
        replace(card, warnings=next((chip.warnings for chip in card.chips if chip.client == client.id), ()))
        for card in _cards(shifts, day, week, texts)
    )


def card_of(shift: Shift, week: Week, texts: Texts) -> ShiftCard:
    """A shift as a card, warnings in words."""
    if shift.id not in week.made_cards:
        week.made_cards[shift.id] = _made_card(shift, week, texts)
    return week.made_cards[shift.id]


def _made_card(shift: Shift, week: Week, texts: Texts) -> ShiftCard:
    """What a shift is, who is on it and what to look at."""
    plan, job = week.plan, week.plan.job_by_id.get(shift.job)
    phase = job.phase(shift.phase) if job else None
    coach = plan.staff_by_id.get(shift.coach) if shift.coach else None
    found = warnings_of(shift, plan)
    times = f"{texts.clock(shift.start)}–{texts.clock(shift.end)}"
    chips = tuple(_chip(client, found, texts) for client in plan.clients_on(shift.id))
    said = sentences(found, texts)
    title = " · ".join(part for part in (job.name if job else "", phase.name if phase else "") if part)
    detail = " · ".join(part for part in (coach.name if coach else "", shift.place) if part)
    off = shift.state is ShiftState.CANCELLED
    return ShiftCard(
        shift=shift.id,
        day=shift.day,
        starts=shift.start,
        times=times,
        title=title,
        detail=detail,
        chips=chips,
        free=0 if off else max(0, shift.most - len(chips)),
        tone=Tone.QUIET if off else Tone.ATTENTION if found else Tone.NONE,
        warnings=said,
        cancelled=texts.say(N_("Cancelled: {reason}"), reason=shift.cancel_reason) if off else "",
        done=shift.id in week.complete,
        spoken=_spoken(shift, title, times, len(chips), said, texts),
    )


def _spoken(  # noqa: PLR0917 - what is said of a card, in order
    shift: Shift, title: str, times: str, people: int, warnings: tuple[str, ...], texts: Texts
) -> str:
    """What a screen reader says of a card."""
    size = texts.say(N_("{number} of {most} people"), number=people, most=shift.most)
    return ". ".join((texts.long_day(shift.day), f"{title} {times}", size, *warnings))


def _chip(client: Client, found: tuple[RotaWarning, ...], texts: Texts) -> Chip:
    """A person with their own warnings."""
    own = [sentence(warning, texts) for warning in found if warning.client == client.id]
    return Chip(
        client=client.id,
        name=client.call_name or client.first_name,
        photo=photo_of(client),
        tone=Tone.ATTENTION if own else Tone.NONE,
        spoken=". ".join((client.name, *own)),
        warnings=tuple(own),
    )


def fair_bars(week: Week, texts: Texts) -> tuple[FairBar, ...]:
    """Everybody's shifts in four weeks, the fewest first."""
    shares = shares_of(week.plan, weeks_until(week.days.last))
    longest = max((share.shifts for share in shares), default=0) or 1
    return tuple(_bar(share, longest, texts) for share in shares)


def _bar(share: Share, longest: int, texts: Texts) -> FairBar:
    """One person's bar with its figures in words."""
    detail = texts.say(
        N_("{name}: {shifts} in four weeks, {length}, different jobs {jobs}"),
        name=share.client.name,
        shifts=texts.count(N_("{number} shift"), N_("{number} shifts"), share.shifts),
        length=texts.length(share.minutes),
        jobs=share.jobs,
    )
    return FairBar(
        client=share.client.id,
        name=share.client.call_name or share.client.first_name.split(" ")[0],
        shifts=share.shifts,
        detail=detail,
        part=share.shifts * 100 // longest,
    )


def day_title(day: date, texts: Texts) -> str:
    """The heading of a day; a holiday says so."""
    title = f"{texts.weekday(day)} {day.day}.{day.month}."
    return texts.say(N_("{day} holiday"), day=title) if is_holiday(day) else title


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBoard:
    """A week and everything that is shown of it."""

    week: Week
    by_job: tuple[BoardRow, ...] = ()
    by_person: tuple[BoardRow, ...] = ()
    bars: tuple[FairBar, ...] = ()


def made_board(week: Week, texts: Texts) -> MadeBoard:
    """Make both sides of the board and the bars."""
    return MadeBoard(
        week=week,
        by_job=rows_by_job(week, texts),
        by_person=rows_by_person(week, texts),
        bars=fair_bars(week, texts),
    )
