"""The frame of a letter: logo, window address, title and facts, page number, the sender's foot.

Places follow the Finnish layout of documents (SFS 2487): text from 20 mm, the title and the facts from
the middle of the sheet, and the recipient where the window of a C5 or E65 envelope shows it.
"""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Final

from subcontract.papers.flow import Block, Room, draw_all, paginate
from subcontract.papers.fonts import width
from subcontract.papers.lettering import clip, fits, wrap
from subcontract.papers.measures import (
    BODY,
    BODY_WIDTH,
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
    SMALL,
    STRONG,
    TITLE,
    WIDTH,
    Type,
    colour,
)
from subcontract.papers.sheet import Cover, Sheet, print_paper
from subcontract.people.unit import Address
from subcontract.words import N_, Texts

LOGO_TOP: Final = 14 * MM
LOGO_ROOM: Final = (62 * MM, 18 * MM)
MIDDLE: Final = 112 * MM
TITLE_ROOM: Final = RIGHT - MIDDLE - 17 * MM
"""The number of the page stands at its end."""
TITLE_SIZES: Final = (22, 19, 16, 14)
VALUES: Final = 146 * MM
FACTS_TOP: Final = 35 * MM
FACT_STEP: Final = 5 * MM
WINDOW_TOP: Final = 50 * MM
"""The first baseline of the address; the window of the envelope shows 45 to 75 mm from the top."""
WINDOW_STEP: Final = 5 * MM
WINDOW_WIDTH: Final = 80 * MM
WINDOW_LINES: Final = 6
WINDOW_HEIGHT: Final = 23 * MM
"""From the first baseline to the last; more than five lines stand closer."""
NAME_LINES: Final = 3
FACT_LINES: Final = 3
"""A long order number or reference goes on under itself: the buyer finds the order by it."""
CONTENT_TOP: Final = 82 * MM
NEXT_TOP: Final = 32 * MM
FOOT_HEIGHT: Final = 17 * MM
FOOT_TOP: Final = HEIGHT - 10 * MM - FOOT_HEIGHT
CONTENT_GAP: Final = 4 * MM
FIELD: Final = 38 * MM

SENDER: Final = Type(14, SEMIBOLD, PINE)
NAME: Final = Type(11, SEMIBOLD, INK)
ADDRESS: Final = Type(11, REGULAR, INK)
PAGE_NUMBER: Final = Type(9, REGULAR, MUTED)
MARK: Final = Type(120, SEMIBOLD, colour("#EDE8DC"))
MARK_ROOM: Final = 230 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What the frame shows."""

    title: str
    subject: str
    """Title of the file and head of the pages after the first: ``Lasku 1001``."""
    sender: str
    under_sender: str = ""
    logo: bytes = b""
    recipient: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    """Label and value; without a value it is left out."""
    foot: tuple[tuple[str, ...], ...] = ()
    """Columns of short lines at the bottom."""
    fact_step: float = FACT_STEP
    """From one line of the facts to the next."""
    mark: str = ""
    """Stands large and pale across every page: what the paper is not yet."""


def address_lines(address: Address) -> tuple[str, ...]:
    """The lines of a postal address; the country only when it is another."""
    town = f"{address.postcode} {address.town}".strip()
    country = "" if address.country in {"", "FI"} else address.country
    return tuple(line for line in (address.street, town, country) if line)


def print_letter(
    letter: Letter,
    blocks: Sequence[Block],
    texts: Texts,
    *,
    tail: float = 0,
    draw_tail: Callable[[Sheet], None] | None = None,
) -> bytes:
    """Share ``blocks`` out under the frame; ``draw_tail`` the lowest ``tail`` points of the last page."""
    bottom = FOOT_TOP - CONTENT_GAP
    kept_free = max(0, tail - (HEIGHT - FOOT_TOP - FOOT_HEIGHT))
    start = content_top(letter)
    room = Room(first=start, top=NEXT_TOP, bottom=bottom, tail=kept_free)
    pages = paginate(blocks, room)

    def draw(sheet: Sheet) -> None:
        first, last = sheet.number == 1, sheet.number == sheet.total
        _draw_mark(sheet, letter.mark)
        _draw_number(sheet, texts)
        (_draw_first if first else _draw_next)(sheet, letter)
        draw_all(sheet, pages[sheet.number - 1], start if first else NEXT_TOP)
        with nullcontext() if first else sheet.artifact():
            _draw_foot(sheet, letter, FOOT_TOP - (kept_free if last else 0))
        if last and draw_tail:
            draw_tail(sheet)

    cover = Cover(title=letter.subject, author=letter.sender, language=texts.language)
    return print_paper(cover, [draw] * len(pages))


def content_top(letter: Letter) -> float:
    """Where the first page's content begins: under the window and under the last fact."""
    facts = sum(len(_value_lines(value)) for _, value in letter.facts)
    under_window = CONTENT_TOP if letter.recipient else NEXT_TOP
    return max(under_window, FACTS_TOP + facts * letter.fact_step)


def _value_lines(value: str) -> tuple[str, ...]:
    """The value of a fact in lines; none without a value."""
    return wrap(value, BODY, RIGHT - VALUES, FACT_LINES) if value else ()


def _draw_mark(sheet: Sheet, mark: str) -> None:
    """A word from corner to corner, under everything else."""
    if mark:
        size = min(MARK.size, MARK.size * MARK_ROOM / width(mark, MARK.font, MARK.size))
        with sheet.artifact():
            sheet.slanted(WIDTH / 2, HEIGHT / 2, mark, replace(MARK, size=size))


def _draw_number(sheet: Sheet, texts: Texts) -> None:
    """The page and how many there are."""
    number = texts.say(N_("page {page}/{pages}"), page=sheet.number, pages=sheet.total)
    with sheet.artifact():
        sheet.right(RIGHT, 22 * MM, number, PAGE_NUMBER)


def _draw_first(sheet: Sheet, letter: Letter) -> None:
    """The head of the first page."""
    _draw_sender(sheet, letter)
    with sheet.element("H1"):
        kind = _title_type(letter.title)
        sheet.text(MIDDLE, 27 * MM, clip(letter.title, kind, TITLE_ROOM), kind)
    y: float = FACTS_TOP
    for label, value in letter.facts:
        lines = _value_lines(value)
        if not lines:
            continue
        with sheet.element("P"):
            sheet.text(MIDDLE, y, clip(label, SECOND, VALUES - MIDDLE - MM), SECOND)
            for line in lines:
                sheet.text(VALUES, y, line, BODY)
                y += letter.fact_step
    _draw_recipient(sheet, letter)


def _title_type(title: str) -> Type:
    """The largest letters in which a title ends before the number of the page."""
    kinds = tuple(replace(TITLE, size=size) for size in TITLE_SIZES)
    return next((kind for kind in kinds if fits(title, kind, TITLE_ROOM)), kinds[-1])


def _draw_sender(sheet: Sheet, letter: Letter) -> None:
    """The logo, or the sender's name in its place."""
    width, _ = sheet.picture(letter.logo, (LEFT, LOGO_TOP), LOGO_ROOM)
    if width:
        return
    y = 22 * MM
    for line in wrap(letter.sender, SENDER, MIDDLE - LEFT - 5 * MM, 2):
        sheet.text(LEFT, y, line, SENDER)
        y += SENDER.leading
    sheet.text(LEFT, y, clip(letter.under_sender, BODY, MIDDLE - LEFT - 5 * MM), BODY)


def _draw_recipient(sheet: Sheet, letter: Letter) -> None:
    """The address in the window: the name on at most three lines, so that the street stays in sight."""
    if not letter.recipient:
        return
    name, *rest = letter.recipient
    lines = [(line, NAME) for line in wrap(name, NAME, WINDOW_WIDTH, NAME_LINES)]
    lines += [(clip(line, ADDRESS, WINDOW_WIDTH), ADDRESS) for line in rest]
    lines = lines[:WINDOW_LINES]
    step = min(WINDOW_STEP, WINDOW_HEIGHT / max(1, len(lines) - 1))
    with sheet.element("P"):
        for at, (line, kind) in enumerate(lines):
            sheet.text(LEFT, WINDOW_TOP + at * step, line, kind)


def _draw_next(sheet: Sheet, letter: Letter) -> None:
    """The head of the other pages."""
    with sheet.artifact():
        sheet.text(LEFT, 22 * MM, clip(letter.subject, STRONG, MIDDLE), STRONG)
    sheet.across(LEFT, RIGHT, 26 * MM, HAIRLINE, LINE)


def _draw_foot(sheet: Sheet, letter: Letter, top: float) -> None:
    """Who sends, in columns."""
    if not letter.foot:
        return
    sheet.across(LEFT, RIGHT, top, HAIRLINE, LINE)
    step = BODY_WIDTH / len(letter.foot)
    for column, lines in enumerate(letter.foot):
        with sheet.element("P"):
            for at, line in enumerate(lines[:4]):
                text = clip(line, SMALL, step - 2 * MM)
                sheet.text(LEFT + column * step, top + 4 * MM + at * SMALL.leading, text, SMALL)
