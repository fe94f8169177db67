"""The board as plain values: days across, jobs or people down, and how evenly work is shared; no Qt."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from subcontract.days import is_holiday
from subcontract.ids import ClientId
from subcontract.people.client import Client
from subcontract.rota.fairness import Share, shares_of, weeks_until
from subcontract.rota.shift import Shift
from subcontract.rota.warnings import away_on
from subcontract.words import N_, Texts
from ui.collation import sort_key
from ui.presenters.recording.rows import photo_of
from ui.presenters.rota.cards import card_of, pin_word
from ui.presenters.rota.shift_card import MOST_HOLES, Chip, ShiftCard
from ui.presenters.rota.week import Week, read_days, read_week, shown_days

__all__ = [
    "MOST_HOLES",
    "BoardRow",
    "Chip",
    "FairBar",
    "MadeBoard",
    "ShiftCard",
    "Week",
    "card_of",
    "day_title",
    "fair_bars",
    "made_board",
    "read_days",
    "read_week",
    "rows_by_job",
    "rows_by_person",
    "shown_days",
]


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
    more: tuple[str, ...] = ()
    """For each day, how many more shifts there are than are offered to the person in hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FairBar:
    """A person's shifts in the last weeks."""

    client: ClientId
    name: str
    shifts: int
    detail: str
    part: int
    """Length of the bar in hundredths of the longest."""


def rows_by_job(week: Week, texts: Texts) -> tuple[BoardRow, ...]:
    """Jobs down: each job that has a shift on the days in view."""
    days, of_job = shown_days(week), _by_job(week)
    rows = []
    for job in week.plan.jobs:
        if job.id in of_job:
            customer = week.customers.get(job.customer)
            by_day = _by_day(of_job[job.id], week, texts)
            cells = tuple(by_day.get(day, ()) for day in days)
            detail = customer.name if customer else ""
            rows.append(BoardRow(id=job.id, title=job.name, detail=detail, cells=cells))
    return tuple(sorted(rows, key=lambda row: (sort_key(row.title), str(row.id))))


def _by_job(week: Week) -> dict[Hashable, list[Shift]]:
    """The shifts of the days in view by their job."""
    found: dict[Hashable, list[Shift]] = {}
    for shift in week.plan.shifts:
        if shift.day in week.in_view:
            found.setdefault(shift.job, []).append(shift)
    return found


def _by_day(shifts: Iterable[Shift], week: Week, texts: Texts) -> dict[date, tuple[ShiftCard, ...]]:
    """The cards of each day, in order of time."""
    found: dict[date, tuple[ShiftCard, ...]] = {}
    for shift in sorted(shifts, key=lambda s: (s.day, s.start, s.end, str(s.id))):
        found[shift.day] = (*found.get(shift.day, ()), card_of(shift, week, texts))
    return found


def rows_by_person(week: Week, texts: Texts) -> tuple[BoardRow, ...]:
    """People down: every active client, with the days of absence in words."""
    days = shown_days(week)
    shares = {share.client.id: share.shifts for share in shares_of(week.plan, weeks_until(week.days.last))}
    rows = []
    for client in week.plan.clients:
        shifts = week.plan.shifts_of(client.id, week.in_view)
        if client.active or shifts:
            rows.append(_person_row(client, shifts, days, week, texts, shares.get(client.id, 0)))
    return tuple(sorted(rows, key=lambda row: (sort_key(row.title), str(row.id))))


def _person_row(  # noqa: PLR0917 - the parts of one row
    client: Client, shifts: tuple[Shift, ...], days: tuple[date, ...], week: Week, texts: Texts, shares: int
) -> BoardRow:
    """One client's days."""
    if week.is_long:
        detail = texts.count(N_("{number} shift"), N_("{number} shifts"), len(shifts))
    else:
        detail = texts.count(N_("{number} shift in four weeks"), N_("{number} shifts in four weeks"), shares)
    by_day = _by_day(shifts, week, texts)
    away = texts.say(N_("Away")) if client.absences else ""
    return BoardRow(
        id=client.id,
        title=client.name,
        detail=detail,
        cells=tuple(_own_cards(client, by_day.get(day, ()), texts) for day in days),
        photo=photo_of(client),
        is_person=True,
        away=tuple(away if away and away_on(client, day) else "" for day in days),
    )


def _own_cards(client: Client, cards: tuple[ShiftCard, ...], texts: Texts) -> tuple[ShiftCard, ...]:
    """The cards of a client's day, each with what is to be looked at in the client alone."""
    return tuple(_own_card(client, card, texts) for card in cards)


def _own_card(client: Client, card: ShiftCard, texts: Texts) -> ShiftCard:
    """A card with what is the client's own: warnings, and whether the place is locked."""
    chip = next((chip for chip in card.chips if chip.client == client.id), None)
    if chip is None:
        return replace(card, warnings=(), pinned=())
    pinned = ((chip.pin, pin_word(chip.pin, texts)),) if chip.pin is not None else ()
    return replace(card, warnings=chip.warnings, pinned=pinned)


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
        name=share.client.called,
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
    """The days in view and everything that is shown of them."""

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
