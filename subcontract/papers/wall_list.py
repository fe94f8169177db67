"""The week's shifts for the wall: day by day, with pictures of the work and of the people."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from subcontract.days import DateRange
from subcontract.papers import wording
from subcontract.papers.flow import Block, Room, draw_all, paginate
from subcontract.papers.lettering import clip, plain, wrap
from subcontract.papers.measures import (
    BOTTOM,
    HAIRLINE,
    INK,
    LEFT,
    LINE,
    MM,
    PINE,
    REGULAR,
    RIGHT,
    SECOND,
    SEMIBOLD,
    TINT,
    Type,
)
from subcontract.papers.pictogram import draw_pictogram
from subcontract.papers.plan_words import state_words
from subcontract.papers.rota_facts import WallListFacts, WallPerson, WallShift
from subcontract.papers.sheet import Cover, Sheet, print_paper
from subcontract.papers.table import shrunk
from subcontract.words import N_, Texts

WALL_TITLE: Final = Type(26, SEMIBOLD, PINE)
DAY: Final = Type(17, SEMIBOLD, PINE)
UNDER: Final = Type(13, REGULAR, INK)
STATE: Final = Type(13, SEMIBOLD, INK)
TOP: Final = 48 * MM
BODY_LEFT: Final = LEFT + 24 * MM
ROOM: Final = RIGHT - BODY_LEFT
WEEK: Final = 6
SMALLEST: Final = 0.9
"""A name set smaller than this part of its size takes two lines, where it has two parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large a shift is set: letters, pictures, and how many people stand in a row."""

    job: Type
    text: Type
    name: Type
    picture: float
    photo: float
    per_row: int

    @property
    def cell(self) -> float:
        """The width that a person takes."""
        return ROOM / self.per_row


OF_WEEK: Final = Size(
    job=Type(16, SEMIBOLD, INK),
    text=Type(13, REGULAR, INK),
    name=Type(14, SEMIBOLD, INK),
    picture=18 * MM,
    photo=17 * MM,
    per_row=6,
)
OF_DAY: Final = Size(
    job=Type(20, SEMIBOLD, INK),
    text=Type(16, REGULAR, INK),
    name=Type(18, SEMIBOLD, INK),
    picture=21 * MM,
    photo=26 * MM,
    per_row=4,
)
CLOSEST: Final = replace(OF_WEEK, name=Type(11, SEMIBOLD, INK))
"""For a shift of so many people that it would not stand on one page: names alone."""


def make_wall_list(facts: WallListFacts, texts: Texts) -> bytes:
    """Print the week, or some of its days; only call names stand on the wall."""
    title = _title(facts, texts)
    pages = paginate(tuple(_blocks(facts, texts)), Room(first=TOP, top=TOP, bottom=BOTTOM))
    span = wording.days(texts, DateRange(facts.monday, facts.monday + timedelta(days=WEEK)))

    def draw(sheet: Sheet) -> None:
        sheet.picture(facts.unit.logo, (RIGHT - 40 * MM, 12 * MM), (40 * MM, 12 * MM))
        with sheet.element("H1") if sheet.number == 1 else sheet.artifact():
            sheet.text(LEFT, 24 * MM, clip(title, WALL_TITLE, 126 * MM), WALL_TITLE)
        with nullcontext() if sheet.number == 1 else sheet.artifact():
            sheet.text(LEFT, 32 * MM, clip(f"{span} · {facts.unit.name}", UNDER, RIGHT - LEFT), UNDER)
            sheet.text(LEFT, 39 * MM, state_words(facts.state, texts), STATE)
        draw_all(sheet, pages[sheet.number - 1], TOP)
        number = texts.say(N_("page {page}/{pages}"), page=sheet.number, pages=sheet.total)
        with sheet.artifact():
            sheet.right(RIGHT, BOTTOM + 8 * MM, number, SECOND)

    return print_paper(
        Cover(title=title, author=facts.unit.provider, language=texts.language), [draw] * len(pages)
    )


def _title(facts: WallListFacts, texts: Texts) -> str:
    """The week, or the one day that is told of."""
    if len(facts.only) == 1:
        (day,) = facts.only
        return texts.say(N_("Shifts, {weekday} {day}"), weekday=texts.weekday(day), day=texts.day(day))
    return texts.say(N_("Shifts, week {week}"), week=facts.monday.isocalendar().week)


def _blocks(facts: WallListFacts, texts: Texts) -> Iterator[Block]:
    """The days that have shifts, each shift one block: it is never cut in two."""
    told = (shift for shift in facts.shifts if not facts.only or shift.day in facts.only)
    ordered = sorted(told, key=lambda shift: (shift.day, shift.start, shift.job))
    if not ordered:
        nothing = N_("No shifts on this day.") if len(facts.only) == 1 else N_("No shifts this week.")
        said = texts.say(nothing)
        yield Block(10 * MM, lambda sheet, y: sheet.text(LEFT, y + 6 * MM, said, OF_DAY.text))
    size = OF_DAY if len(facts.only) == 1 else OF_WEEK
    heads: dict[date, Block] = {}
    for shift in ordered:
        is_first = shift.day not in heads
        head = heads.setdefault(shift.day, _day(shift.day, texts))
        if is_first:
            yield head
        # A day that goes on over the page is headed there again.
        yield replace(_fitting(shift, texts, size), head=head)


def _day(day: date, texts: Texts) -> Block:
    """A day's heading over a band."""
    name = texts.long_day(day)

    def draw(sheet: Sheet, y: float) -> None:
        sheet.box((LEFT, y + 2 * MM), (RIGHT - LEFT, 10 * MM), TINT, 3)
        with sheet.element("H2", ("day", day)):
            sheet.text(LEFT + 3 * MM, y + 9.2 * MM, name, DAY)

    return Block(15 * MM, draw, with_next=True)


def _fitting(shift: WallShift, texts: Texts, size: Size) -> Block:
    """A shift as large as ``size``, or so that it stands on one page."""
    block = _shift(shift, texts, size)
    if block.height <= BOTTOM - TOP - 15 * MM:
        return block
    names = tuple(replace(person, photo=b"") for person in shift.people)
    return _shift(replace(shift, people=names), texts, CLOSEST)


def _shift(shift: WallShift, texts: Texts, size: Size) -> Block:
    """Picture, times, job, place and coach, and under them the people."""
    jobs = wrap(f"{texts.times(shift.start, shift.end)}  {shift.job}", size.job, ROOM, 2)
    coach = texts.say(N_("Coach: {name}"), name=shift.coach) if shift.coach else ""
    told = [*wrap(shift.place, size.text, ROOM, 2), *([coach] if coach else [])]
    if not shift.people:
        told.append(texts.say(N_("Nobody yet")))
    rows = [shift.people[at : at + size.per_row] for at in range(0, len(shift.people), size.per_row)]
    with_photos = any(person.photo for person in shift.people)
    lines = max((len(_name_lines(person.name, size)) for person in shift.people), default=1)
    row_height = lines * size.name.leading + 2 * MM + (size.photo if with_photos else 0)
    head = len(jobs) * size.job.leading + len(told) * size.text.leading + 2 * MM
    height = max(head + len(rows) * row_height, size.picture) + 4 * MM

    def draw(sheet: Sheet, y: float) -> None:
        draw_pictogram(sheet, shift.pictogram, (LEFT + 2 * MM, y), size.picture)
        line = y + size.job.size
        for text in jobs:
            sheet.text(BODY_LEFT, line, text, size.job)
            line += size.job.leading
        for text in told:
            sheet.text(BODY_LEFT, line, clip(text, size.text, ROOM), size.text)
            line += size.text.leading
        for at, row in enumerate(rows):
            _draw_people(sheet, row, y + head + at * row_height, size, with_photos=with_photos)
        sheet.across(LEFT, RIGHT, y + height - 2 * MM, HAIRLINE, LINE)

    return Block(height, draw)


def _draw_people(
    sheet: Sheet, people: Sequence[WallPerson], top: float, size: Size, *, with_photos: bool
) -> None:
    """A row of people: photo above name where there is one, in others' places the first letter."""
    for at, person in enumerate(people):
        left = BODY_LEFT + at * size.cell
        drawn, _ = sheet.picture(person.photo, (left, top), (size.photo, size.photo))
        if not drawn and with_photos:
            _draw_initial(sheet, (left, top), person.name, size)
        base = top + size.name.size + (size.photo if with_photos else 0)
        for number, line in enumerate(_name_lines(person.name, size)):
            kind = shrunk(line, size.name, size.cell - 2 * MM)
            sheet.text(left, base + number * size.name.leading, line, kind)


def _name_lines(name: str, size: Size) -> tuple[str, ...]:
    """A name on one line; one that would be much smaller then goes on under itself, never cut."""
    whole = plain(name).strip()
    least = size.name.size * SMALLEST
    parts = whole.replace("-", "- ").split()
    if shrunk(whole, size.name, size.cell - 2 * MM).size >= least or len(parts) == 1:
        return (whole,)
    middle = min(range(1, len(parts)), key=lambda at: _longest(parts, at))
    return _put(parts[:middle]), _put(parts[middle:])


def _put(parts: Sequence[str]) -> str:
    """The parts of a name together again."""
    return " ".join(parts).replace("- ", "-")


def _longest(parts: Sequence[str], at: int) -> int:
    """The length of the longer line when a name is broken there."""
    return max(len(_put(parts[:at])), len(_put(parts[at:])))


def _draw_initial(sheet: Sheet, corner: tuple[float, float], name: str, size: Size) -> None:
    """A round badge with the first letter, for those without a photo."""
    radius = size.photo / 2
    pen = sheet.pen(corner, 1)
    pen.begin()
    pen.oval(radius, radius, radius, radius)
    pen.end(TINT, None, 0)
    with sheet.artifact():
        sheet.centre(corner[0] + radius, corner[1] + radius + DAY.size / 3, name[:1].upper(), DAY)
