"""The week's shifts for the wall: day by day, with pictures of the work and of the people."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from subcontract.days import DateRange
from subcontract.papers import wording
from subcontract.papers.flow import Block, Room, draw_all, paginate
from subcontract.papers.lettering import clip
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
from subcontract.papers.rota_facts import WallListFacts, WallPerson, WallShift
from subcontract.papers.sheet import Cover, Sheet, print_paper
from subcontract.words import N_, Texts

WALL_TITLE: Final = Type(24, SEMIBOLD, PINE)
DAY: Final = Type(15, SEMIBOLD, PINE)
JOB: Final = Type(14, SEMIBOLD, INK)
TEXT: Final = Type(12, REGULAR, INK)
NAME: Final = Type(11, SEMIBOLD, INK)
TOP: Final = 42 * MM
PICTURE: Final = 16 * MM
BODY_LEFT: Final = LEFT + 22 * MM
PER_ROW: Final = 6
CELL: Final = (RIGHT - BODY_LEFT) / PER_ROW
PHOTO: Final = (16 * MM, 16 * MM)
NAME_ROW: Final = 9 * MM
PHOTO_ROW: Final = 26 * MM
WEEK: Final = 6


def make_wall_list(facts: WallListFacts, texts: Texts) -> bytes:
    """Print the week; only call names stand on the wall."""
    week = facts.monday.isocalendar().week
    title = texts.say(N_("Shifts, week {week}"), week=week)
    pages = paginate(tuple(_blocks(facts, texts)), Room(first=TOP, top=TOP, bottom=BOTTOM))
    span = wording.days(texts, DateRange(facts.monday, facts.monday + timedelta(days=WEEK)))

    def draw(sheet: Sheet) -> None:
        sheet.picture(facts.unit.logo, (RIGHT - 40 * MM, 12 * MM), (40 * MM, 12 * MM))
        with sheet.element("H1") if sheet.number == 1 else sheet.artifact():
            sheet.text(LEFT, 24 * MM, clip(title, WALL_TITLE, 120 * MM), WALL_TITLE)
        sheet.text(LEFT, 32 * MM, clip(f"{span} · {facts.unit.name}", TEXT, RIGHT - LEFT), TEXT)
        draw_all(sheet, pages[sheet.number - 1], TOP)
        number = texts.say(N_("page {page}/{pages}"), page=sheet.number, pages=sheet.total)
        with sheet.artifact():
            sheet.right(RIGHT, BOTTOM + 8 * MM, number, SECOND)

    return print_paper(
        Cover(title=title, author=facts.unit.provider, language=texts.language), [draw] * len(pages)
    )


def _blocks(facts: WallListFacts, texts: Texts) -> Iterator[Block]:
    """The days that have shifts, each shift one block."""
    ordered = sorted(facts.shifts, key=lambda shift: (shift.day, shift.start, shift.job))
    if not ordered:
        yield Block(
            10 * MM,
            lambda sheet, y: sheet.text(LEFT, y + 6 * MM, texts.say(N_("No shifts this week.")), TEXT),
        )
    for at, shift in enumerate(ordered):
        if at == 0 or ordered[at - 1].day != shift.day:
            yield _day(shift.day, texts)
        # A day that goes on over the page is headed there again.
        yield replace(_shift(shift, texts), head=_day(shift.day, texts))


def _day(day: date, texts: Texts) -> Block:
    """A day's heading over a band."""
    name = texts.long_day(day)

    def draw(sheet: Sheet, y: float) -> None:
        sheet.box((LEFT, y + 2 * MM), (RIGHT - LEFT, 9 * MM), TINT, 3)
        with sheet.element("H2", ("day", day)):
            sheet.text(LEFT + 3 * MM, y + 17 * MM / 2, name, DAY)

    return Block(13 * MM, draw, with_next=True)


def _shift(shift: WallShift, texts: Texts) -> Block:
    """Picture, times, job, place and coach, and under them the people."""
    clock = f"{texts.clock(shift.start)}–{texts.clock(shift.end)}"
    coach = texts.say(N_("Coach: {name}"), name=shift.coach) if shift.coach else ""
    where = " · ".join(part for part in (shift.place, coach) if part)
    rows = [shift.people[at : at + PER_ROW] for at in range(0, len(shift.people), PER_ROW)]
    heights = [PHOTO_ROW if any(person.photo for person in row) else NAME_ROW for row in rows]
    room = RIGHT - BODY_LEFT

    def draw(sheet: Sheet, y: float) -> None:
        draw_pictogram(sheet, shift.pictogram, (LEFT + 2 * MM, y + MM), PICTURE)
        sheet.text(BODY_LEFT, y + 6 * MM, clip(f"{clock}  {shift.job}", JOB, room), JOB)
        sheet.text(BODY_LEFT, y + 12 * MM, clip(where, TEXT, room), TEXT)
        top = y + 15 * MM
        for row, height in zip(rows, heights, strict=True):
            _draw_people(sheet, row, top, height)
            top += height
        sheet.across(LEFT, RIGHT, y + 20 * MM + sum(heights) - MM, HAIRLINE, LINE)

    return Block(20 * MM + sum(heights), draw)


def _draw_people(sheet: Sheet, people: Sequence[WallPerson], top: float, height: float) -> None:
    """A row of people: photo above name where there is one."""
    for at, person in enumerate(people):
        left = BODY_LEFT + at * CELL
        drawn, _ = sheet.picture(person.photo, (left, top), PHOTO)
        if not drawn and height == PHOTO_ROW:
            _draw_initial(sheet, (left, top), person.name)
        sheet.text(left, top + height - 5 * MM, clip(person.name, NAME, CELL - 2 * MM), NAME)


def _draw_initial(sheet: Sheet, corner: tuple[float, float], name: str) -> None:
    """A round badge with the first letter, for those without a photo."""
    radius = PHOTO[1] / 2
    pen = sheet.pen(corner, 1)
    pen.begin()
    pen.oval(radius, radius, radius, radius)
    pen.end(TINT, None, 0)
    with sheet.artifact():
        sheet.centre(corner[0] + radius, corner[1] + radius + DAY.size / 3, name[:1].upper(), DAY)
