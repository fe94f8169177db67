"""A month of the rota in short: a cell for each day of a job or of a person; no Qt."""

from dataclasses import dataclass
from datetime import date, time

from subcontract.days import is_holiday
from subcontract.ids import ShiftId
from subcontract.words import N_, Texts
from ui.presenters.rota.board import BoardRow
from ui.presenters.rota.shift_card import ShiftCard
from ui.presenters.tone import Tone

SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCell:
    """A day of a row: two short lines, how it is to be seen, and all of it in words."""

    lines: tuple[str, str] = ("", "")
    tone: Tone = Tone.NONE
    mark: str = ""
    """An icon's name."""
    marked_line: int = 1
    """The line that gives its end to the mark."""
    spoken: str = ""
    shifts: tuple[ShiftId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthDay:
    """The heading of a day."""

    day: date
    lines: tuple[str, str, str]
    """Weekday, number, and a word: today, a holiday, or the number of the week on Mondays."""
    spoken: str
    is_free: bool = False
    """A weekend or a holiday."""
    is_today: bool = False


def month_days(days: tuple[date, ...], today: date, texts: Texts) -> tuple[MonthDay, ...]:
    """The headings of the days in view."""
    return tuple(_day(day, today, texts) for day in days)


def _day(day: date, today: date, texts: Texts) -> MonthDay:
    """One heading: today and holidays are told in words."""
    words = [texts.say(N_("today"))] if day == today else []
    words += [texts.say(N_("holiday on this day"))] if is_holiday(day) else []
    week = texts.say(N_("wk {number}"), number=str(day.isocalendar().week))
    note = words[0] if words else week if day.weekday() == 0 else ""
    return MonthDay(
        day=day,
        lines=(texts.weekday(day), f"{day.day}.", note),
        spoken=", ".join((texts.long_day(day), *words)),
        is_free=day.weekday() >= SATURDAY or is_holiday(day),
        is_today=day == today,
    )


def month_cell(row: BoardRow, at: int, day: date, texts: Texts) -> MonthCell:
    """A day of a row in short."""
    cards, away = row.cells[at], row.away[at] if row.away else ""
    told = ". ".join(part for part in (row.title, texts.long_day(day), away) if part)
    if not cards:
        nothing = "" if away else texts.say(N_("no shift"))
        tone = Tone.QUIET if away else Tone.NONE
        return MonthCell(lines=(away, ""), tone=tone, spoken=f"{told}. {nothing}" if nothing else told)
    tone, mark = _marked(row, cards, away=bool(away))
    said = (f"{card.cancelled or card.spoken}" for card in cards)
    return MonthCell(
        lines=_of_person(cards) if row.is_person else _of_job(cards),
        tone=tone,
        mark=mark,
        marked_line=0 if row.is_person else 1,
        spoken=". ".join((told, *said)),
        shifts=tuple(card.shift for card in cards),
    )


def _marked(row: BoardRow, cards: tuple[ShiftCard, ...], *, away: bool) -> tuple[Tone, str]:
    """How a cell is to be seen: called off, something to look at, or locked by a coach."""
    if all(card.cancelled for card in cards):
        return Tone.QUIET, "prohibit"
    if away or any(card.warnings for card in cards):
        return Tone.ATTENTION, "warning"
    return Tone.NONE, "lock-simple" if _is_locked(row, cards) else ""


def _is_locked(row: BoardRow, cards: tuple[ShiftCard, ...]) -> bool:
    """Whether a coach has locked somebody of the cell: the person of the row, or anybody of a job's."""
    chips = (chip for card in cards for chip in card.chips)
    return any(chip.is_locked and (not row.is_person or chip.client == row.id) for chip in chips)


def _of_job(cards: tuple[ShiftCard, ...]) -> tuple[str, str]:
    """Times and how many of the places are filled: ``8–12`` and ``5/6``; of several how many there are."""
    on = sum(len(card.chips) for card in cards)
    most = on + sum(card.free for card in cards)
    first = _short_times(cards[0]) if len(cards) == 1 else f"{len(cards)}×"
    return first, f"{on}/{most}"


def _of_person(cards: tuple[ShiftCard, ...]) -> tuple[str, str]:
    """The work in short and its times; of several the first and how many more."""
    more = f" +{len(cards) - 1}" if len(cards) > 1 else ""
    return cards[0].title, f"{_short_times(cards[0])}{more}"


def _short_times(card: ShiftCard) -> str:
    """Times without needless noughts: ``8–12``, ``8.30–12``."""
    return f"{_short(card.starts)}–{_short(card.ends)}"


def _short(at: time) -> str:
    return f"{at.hour}.{at.minute:02}" if at.minute else str(at.hour)


def thin_days(rows: tuple[BoardRow, ...], days: tuple[MonthDay, ...]) -> frozenset[int]:
    """The places of free days on which nobody works: their columns may be thin."""
    nobody = (at for at in range(len(days)) if not any(row.cells[at] for row in rows))
    return frozenset(at for at in nobody if days[at].is_free and not days[at].is_today)
