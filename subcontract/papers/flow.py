"""Shares blocks out over pages: no block is ever split, tables repeat their heads, sums keep company."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from subcontract.papers.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Block:
    """Something of a fixed height that is drawn from its top edge."""

    height: float
    draw: Callable[[Sheet, float], None]
    head: "Block | None" = None
    """Drawn again when a page begins with this block: the head of a table."""
    with_next: bool = False
    """Never the last on its page."""
    closing: bool = False
    """Where the end of a paper begins: what must stand on one page with the tail, a sum say."""
    empty: bool = False
    """Nothing but room, which no page begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where blocks may stand: from ``first`` on the first page, from ``top`` on others, to ``bottom``.

    ``tail`` is kept free at the bottom of the last page.
    """

    first: float
    top: float
    bottom: float
    tail: float = 0


def space(height: float, *, with_next: bool = False) -> Block:
    """An empty block."""
    return Block(height, lambda _sheet, _y: None, with_next=with_next, empty=True)


def paginate(blocks: Iterable[Block], room: Room) -> tuple[tuple[Block, ...], ...]:
    """Share blocks out over pages; there is always at least one page."""
    pages: list[list[Block]] = [[]]
    left = room.bottom - room.first
    for group in _groups(blocks):
        height = sum(block.height for block in group)
        if height > left and pages[-1]:
            if all(block.empty for block in group):
                continue
            pages.append([])
            left = room.bottom - room.top
            group = _headed(group)  # noqa: PLW2901 - the same group, begun anew
            height = sum(block.height for block in group)
        pages[-1].extend(group)
        left -= height
    if room.tail > left:
        pages.append(_moved(pages, room))
    return tuple(tuple(page) for page in pages)


def _groups(blocks: Iterable[Block]) -> Iterable[list[Block]]:
    """Blocks that must stay on one page."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.with_next:
            yield group
            group = []
    if group:
        yield group


def _headed(group: Sequence[Block]) -> list[Block]:
    """A group at the top of a page, with its table's head if it comes from the middle of a table."""
    head = next((block.head for block in group if block.head), None)
    if head is None or any(block is head for block in group):
        return list(group)
    return [head, *group]


def _moved(pages: list[list[Block]], room: Room) -> list[Block]:
    """Take the closing part of the last page to a new one, to stand there above the tail; maybe nothing."""
    groups = list(_groups(pages[-1]))
    begins = next((at for at, group in enumerate(groups) if any(block.closing for block in group)), 0)
    end = [block for group in groups[begins:] for block in group]
    if begins == 0 or sum(block.height for block in end) > room.bottom - room.top - room.tail:
        return []
    pages[-1] = [block for group in groups[:begins] for block in group]
    return _headed(end)


def draw_all(sheet: Sheet, blocks: Iterable[Block], top: float) -> float:
    """Draw blocks under each other; give where they end."""
    y = top
    for block in blocks:
        block.draw(sheet, y)
        y += block.height
    return y
