"""What papers are made of between tables: headings, paragraphs, labelled values, lines to sign on."""

from collections.abc import Sequence
from typing import Final

from subcontract.papers.flow import Block, space
from subcontract.papers.lettering import clip, paragraphs, wrap
from subcontract.papers.measures import BODY, BODY_WIDTH, HEADING, INK, LEFT, MM, RIGHT, SECOND, Type
from subcontract.papers.sheet import Sheet

FIELD: Final = 38 * MM
FEWEST_COLUMNS: Final = 2


def heading(text: str) -> Block:
    """A heading inside a paper, never left at the foot of a page."""

    def draw(sheet: Sheet, y: float) -> None:
        with sheet.element("H2"):
            sheet.text(LEFT, y + 7 * MM, text, HEADING)

    return Block(9 * MM, draw, with_next=True)


def paragraph(
    text: str, kind: Type = BODY, *, after: float = MM, width: float = BODY_WIDTH, with_next: bool = False
) -> tuple[Block, ...]:
    """A text in lines, a block each, so that long ones may go over to the next page.

    A line left empty parts two paragraphs. ``with_next`` keeps a short text on the page of what follows.
    """
    blocks: list[Block] = []
    whole = object()
    for part in text.strip().splitlines():
        lines = wrap(part, kind, width)
        if not lines:
            whole = object()
            blocks.append(space(kind.leading / 2, with_next=with_next))
        blocks.extend(line_block(line, kind, whole, with_next=with_next) for line in lines)
    return (*blocks, space(after, with_next=with_next)) if blocks else ()


def line_block(
    text: str, kind: Type = BODY, paragraph_of: object = None, *, with_next: bool = False
) -> Block:
    """One line of text; lines of one ``paragraph_of`` are read as one paragraph."""

    def draw(sheet: Sheet, y: float) -> None:
        with sheet.element("P", paragraph_of):
            sheet.text(LEFT, y + kind.size, text, kind)

    return Block(kind.leading, draw, with_next=with_next)


def fields(pairs: Sequence[tuple[str, str]]) -> tuple[Block, ...]:
    """Labels and values under each other; what has no value is left out."""
    return tuple(block for label, value in pairs if value for block in _field(label, value))


def _field(label: str, value: str) -> tuple[Block, ...]:
    """A label with its value, which may take several lines."""
    lines = paragraphs(value, BODY, RIGHT - LEFT - FIELD)
    labels = [clip(label, SECOND, FIELD - MM), *[""] * len(lines)]
    return tuple(_field_line(*pair) for pair in zip(labels, lines, strict=False))


def _field_line(label: str, value: str) -> Block:
    """A line of a labelled value."""

    def draw(sheet: Sheet, y: float) -> None:
        with sheet.element("P"):
            sheet.text(LEFT, y + BODY.size, label, SECOND)
            sheet.text(LEFT + FIELD, y + BODY.size, value, BODY)

    return Block(BODY.leading + 1, draw)


def sign_here(captions: Sequence[str], names: Sequence[str] = ()) -> Block:
    """Lines to sign on beside each other, with what stands under them."""
    step = BODY_WIDTH / max(len(captions), FEWEST_COLUMNS)
    room = step - 8 * MM

    def draw(sheet: Sheet, y: float) -> None:
        for at, caption in enumerate(captions):
            left = LEFT + at * step
            sheet.across(left, left + room, y + 16 * MM, 1 / 2, INK)
            sheet.text(left, y + 20 * MM, clip(caption, SECOND, room), SECOND)
            if at < len(names):
                sheet.text(left, y + 25 * MM, clip(names[at], BODY, room), BODY)

    return Block(28 * MM, draw)
