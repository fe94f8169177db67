"""One person's own week in easy language: for each day what, when, where and with whom; big and calm.

Nothing is told of other clients. A day without work says so in words. One sheet: a week that does not fit
on its front in large letters is set closer, and only then goes on over the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from subcontract.papers.clock_face import draw_clock
from subcontract.papers.flow import Block, Room, draw_all, paginate
from subcontract.papers.fonts import width
from subcontract.papers.lettering import clip, wrap
from subcontract.papers.measures import (
    BOTTOM,
    HAIRLINE,
    HEIGHT,
    INK,
    LEFT,
    LINE,
    MM,
    MUTED,
    PINE,
    REGULAR,
    RIGHT,
    SECOND,
    SEMIBOLD,
    TINT,
    Type,
)
from subcontract.papers.pictogram import draw_pictogram
from subcontract.papers.plan_words import easy_state
from subcontract.papers.rota_facts import OwnDay, OwnShift, OwnWeekFacts
from subcontract.papers.sheet import Cover, Sheet, print_paper
from subcontract.words import N_, Texts

TITLE: Final = Type(26, SEMIBOLD, PINE)
NAME: Final = Type(18, SEMIBOLD, INK)
WEEKDAY: Final = Type(17, SEMIBOLD, PINE)
DATE: Final = Type(13, REGULAR, MUTED)
JOB: Final = Type(17, SEMIBOLD, INK)
TIME: Final = Type(17, SEMIBOLD, INK)
TEXT: Final = Type(14, REGULAR, INK)
STRONG: Final = Type(14, SEMIBOLD, INK)
TOP: Final = 52 * MM
NEXT_TOP: Final = 26 * MM
FOOT: Final = 25 * MM
FOOT_STEP: Final = 6.4 * MM
ASIDE: Final = 106 * MM
"""Where the second half of the foot begins."""
PICTURE_LEFT: Final = LEFT + 42 * MM
BODY: Final = LEFT + 66 * MM
ROOM: Final = RIGHT - BODY - 9 * MM
ICON: Final = 6.5 * MM
PHOTO: Final = (26 * MM, 32 * MM)
LOGO: Final = (46 * MM, 12 * MM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How close the lines stand."""

    step: float
    pad: float
    picture: float
    together: bool = False
    """Times and coach share a line."""
    off: float = 17 * MM


SETTINGS: Final = (
    Setting(step=8.4 * MM, pad=5 * MM, picture=21 * MM),
    Setting(step=7.4 * MM, pad=3.6 * MM, picture=19 * MM),
    Setting(step=6.6 * MM, pad=2.4 * MM, picture=17 * MM, together=True, off=16 * MM),
)


def make_own_week(facts: OwnWeekFacts, texts: Texts) -> bytes:
    """Print a person's week; ``texts`` in the person's language."""
    blocks = _fitting(facts, texts)
    room = Room(first=TOP, top=NEXT_TOP, bottom=BOTTOM + 8 * MM, tail=FOOT)
    pages = paginate(blocks, room)
    title = texts.say(N_("My week {week}"), week=facts.monday.isocalendar().week)

    def draw(sheet: Sheet) -> None:
        first = sheet.number == 1
        if first:
            _draw_top(sheet, facts, texts)
        else:
            with sheet.artifact():
                sheet.text(LEFT, 18 * MM, clip(f"{title} · {facts.name}", STRONG, 140 * MM), STRONG)
        draw_all(sheet, pages[sheet.number - 1], TOP if first else NEXT_TOP)
        if sheet.total > 1:
            number = texts.say(N_("page {page}/{pages}"), page=sheet.number, pages=sheet.total)
            with sheet.artifact():
                sheet.right(RIGHT, HEIGHT - 6 * MM, number, SECOND)
        if sheet.number == sheet.total:
            _draw_foot(sheet, facts, texts)

    return print_paper(
        Cover(title=title, author=facts.unit.provider, language=texts.language), [draw] * len(pages)
    )


def _fitting(facts: OwnWeekFacts, texts: Texts) -> tuple[Block, ...]:
    """The largest setting in which the week fits on the front of the sheet; else the closest."""
    room = BOTTOM + 8 * MM - TOP - FOOT
    blocks: tuple[Block, ...] = ()
    for setting in SETTINGS:
        blocks = tuple(_days(facts, texts, setting))
        if sum(block.height for block in blocks) <= room:
            break
    return blocks


def _draw_top(sheet: Sheet, facts: OwnWeekFacts, texts: Texts) -> None:
    """Whose week it is, with the photo if there is one."""
    drawn, _ = sheet.picture(facts.unit.logo, (LEFT, 11 * MM), LOGO)
    if not drawn:
        sheet.text(LEFT, 18 * MM, clip(facts.unit.name, STRONG, 110 * MM), STRONG)
    with sheet.element("H1"):
        title = texts.say(N_("My week {week}"), week=facts.monday.isocalendar().week)
        sheet.text(LEFT, 36 * MM, title, TITLE)
    taken, _ = sheet.picture(facts.photo, (RIGHT - PHOTO[0], 12 * MM), PHOTO)
    sheet.text(LEFT, 46 * MM, clip(facts.name, NAME, RIGHT - LEFT - taken - 5 * MM), NAME)


def _days(facts: OwnWeekFacts, texts: Texts, setting: Setting) -> Iterator[Block]:
    for day in facts.shown:
        if not day.shifts:
            yield _day_off(day, texts, setting)
        for at, shift in enumerate(day.shifts):
            yield _shift(day, shift, texts, setting, is_first=at == 0)


def _draw_day(sheet: Sheet, y: float, day: OwnDay, texts: Texts) -> None:
    """The weekday with its date, over a hairline."""
    sheet.across(LEFT, RIGHT, y, HAIRLINE * 2, LINE)
    with sheet.element("H2", ("day", day.day)):
        name = texts.weekday_name(day.day).capitalize()
        sheet.text(LEFT, y + 8.5 * MM, name, WEEKDAY)
        sheet.text(LEFT, y + 14.5 * MM, texts.day(day.day), DATE)


_OFF: Final = {
    False: (N_("Free"), N_("You have no shift.")),
    True: (N_("Away"), N_("You are not at work on this day.")),
}
"""A day without work, by whether the person is known to be away."""


def _day_off(day: OwnDay, texts: Texts, setting: Setting) -> Block:
    """A day without work, in words."""

    def draw(sheet: Sheet, y: float) -> None:
        _draw_day(sheet, y, day, texts)
        size = 11 * MM
        middle = PICTURE_LEFT + (setting.picture - size) / 2
        draw_pictogram(sheet, "home", (middle, y + (setting.off - size) / 2), size)
        word, sentence = _OFF[day.away]
        sheet.text(BODY, y + 7.5 * MM, texts.say(word), STRONG)
        sheet.text(BODY, y + 13.5 * MM, texts.say(sentence), TEXT)

    return Block(setting.off, draw)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line beside its icon."""

    icon: str
    text: str
    kind: Type = TEXT


def _lines(shift: OwnShift, texts: Texts, setting: Setting) -> tuple[_Line, ...]:
    """Where and with whom; an end on the next day is said in words."""
    lines = [_Line("", texts.say(N_("Ends on the next day.")))] if shift.ends_next_day else []
    places = wrap(shift.place, TEXT, ROOM, 1 if setting.together else 2)
    lines += [_Line("" if at else "place", part) for at, part in enumerate(places)]
    coach = "" if setting.together else _coach(shift, texts)
    return (*lines, *([_Line("person", coach)] if coach else []))


def _coach(shift: OwnShift, texts: Texts) -> str:
    """With whom."""
    return texts.say(N_("Coach {name}"), name=shift.coach) if shift.coach else ""


def _shift(day: OwnDay, shift: OwnShift, texts: Texts, setting: Setting, *, is_first: bool) -> Block:
    """A shift: picture, work, clocks with figures, place and coach."""
    jobs = wrap(shift.job, JOB, RIGHT - BODY, 2)
    lines = _lines(shift, texts, setting)
    height = setting.pad * 2 + setting.step * (len(jobs) + 1 + len(lines)) - 1 * MM
    height = max(height, setting.picture + setting.pad * 2)

    def draw(sheet: Sheet, y: float) -> None:
        if is_first:
            _draw_day(sheet, y, day, texts)
        draw_pictogram(sheet, shift.pictogram, (PICTURE_LEFT, y + setting.pad), setting.picture)
        line = y + setting.pad + JOB.size * 0.95
        for job in jobs:
            sheet.text(BODY, line, job, JOB)
            line += setting.step
        x = _draw_times(sheet, line, shift, texts)
        if setting.together and shift.coach:
            draw_pictogram(sheet, "person", (x + 2 * MM, line - ICON * 0.76), ICON)
            left = x + 11 * MM
            sheet.text(left, line, clip(_coach(shift, texts), TEXT, RIGHT - left), TEXT)
        for each in lines:
            line += setting.step
            draw_pictogram(sheet, each.icon, (BODY, line - ICON * 0.76), ICON)
            sheet.text(BODY + 9 * MM, line, clip(each.text, each.kind, ROOM), each.kind)

    return Block(height, draw, head=None if is_first else _again(day, texts))


def _again(day: OwnDay, texts: Texts) -> Block:
    """A day that goes on over the page is headed there again."""
    name = texts.weekday_name(day.day).capitalize()
    return Block(10 * MM, lambda sheet, y: sheet.text(LEFT, y + 7 * MM, name, WEEKDAY), with_next=True)


def _draw_times(sheet: Sheet, y: float, shift: OwnShift, texts: Texts) -> float:
    """When it begins and ends: a clock beside each figure; give where the line ends."""
    x = BODY
    for at, moment in enumerate((shift.start, shift.end)):
        figure = texts.clock(moment)
        if at:
            sheet.text(x, y, "–", TIME)
            x += 5 * MM
        draw_clock(sheet, moment, (x, y - ICON * 0.79), ICON)
        x += 9 * MM
        sheet.text(x, y, figure, TIME)
        x += width(figure, TIME.font, TIME.size) + 3 * MM
    return x


def _draw_foot(sheet: Sheet, facts: OwnWeekFacts, texts: Texts) -> None:
    """How sure the week is, and whom to call."""
    top = BOTTOM + 8 * MM - FOOT + 2 * MM
    sheet.box((LEFT, top), (RIGHT - LEFT, FOOT - 2 * MM), TINT, 6)
    told = [(line, TEXT) for line in easy_state(facts.state, texts)]
    _draw_told(sheet, (LEFT + 4 * MM, top), "calendar", told, ASIDE - 24 * MM)
    who = facts.unit.phone or facts.unit.name
    called = [(texts.say(N_("If you cannot come, call.")), TEXT), (who, STRONG)]
    _draw_told(sheet, (LEFT + ASIDE, top), "phone", called, RIGHT - LEFT - ASIDE - 20 * MM)


def _draw_told(
    sheet: Sheet, corner: tuple[float, float], picture: str, told: list[tuple[str, Type]], room: float
) -> None:
    """Sentences beside their picture, in the middle of the band."""
    lines = [(part, kind) for text, kind in told for part in wrap(text, kind, room, 2)][:3]
    draw_pictogram(sheet, picture, (corner[0], corner[1] + (FOOT - 14 * MM) / 2), 12 * MM)
    y = corner[1] + (FOOT - 2 * MM - len(lines) * FOOT_STEP) / 2 + 5 * MM
    for text, kind in lines:
        sheet.text(corner[0] + 16 * MM, y, text, kind)
        y += FOOT_STEP
