"""Which columns stand side by side and which go onto a row's second line, and how words break into lines.

Plain figures and no Qt, so that a table without room loses nothing: where columns do not fit, those of the
least worth go under the words that grow, or under the figure that they belong to.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ui.presenters.tables.table import STAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """What a column would like, in pixels."""

    key: str
    width: int
    least: int = 0
    """What its words can do with when they break into lines; 0 when they do not break."""
    worth: int = STAYS
    under: str = ""
    """The figure under which it may stand; the words that grow when empty."""
    grows: bool = False
    most: int = 0
    """Of the room that is left over it takes this much before the others get their share."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The width of each column that stands, and what stands under which."""

    widths: Mapping[str, int]
    under: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def fitted(wants: tuple[Want, ...], room: int) -> Fit:
    """Share the room: the words that grow break first, then columns fold, then other words break."""
    standing, under = list(wants), dict[str, tuple[str, ...]]()
    growing = next((want for want in wants if want.grows), wants[0])
    while _narrowest(standing, growing, under, wants) > room and (gone := _least_worth(standing)) is not None:
        standing.remove(gone)
        host = gone.under if any(want.key == gone.under for want in standing) else growing.key
        under[host] = (*under.get(host, ()), gone.key)
        if gone.key in under:  # what stood under it comes along
            under[host] += under.pop(gone.key)
    order = [want.key for want in wants]
    told = {host: tuple(sorted(keys, key=order.index)) for host, keys in under.items()}
    widths = {want.key: _width(want, growing, told, wants) for want in standing}
    facts = growing.key in told  # then its second line has use for all the room
    return Fit(_shared(standing, growing, widths, room, first=room if facts else growing.most), told)


def _width(want: Want, growing: Want, under: Mapping[str, tuple[str, ...]], wants: tuple[Want, ...]) -> int:
    """What a column takes: a figure is as wide as the widest of those that stand under it."""
    if want is growing:
        return want.width
    below = under.get(want.key, ())
    return max([want.width, *(other.width for other in wants if other.key in below)])


def _narrowest(
    standing: list[Want], growing: Want, under: Mapping[str, tuple[str, ...]], wants: tuple[Want, ...]
) -> int:
    """The room that the columns need when the words that grow break into lines."""
    whole = sum(_width(want, growing, under, wants) for want in standing)
    return whole - max(0, growing.width - (growing.least or growing.width))


def _least_worth(standing: list[Want]) -> Want | None:
    """The column to fold next: of the least worth, and of equals the one most to the right."""
    foldable = [
        (want.worth, -at) for at, want in enumerate(standing) if want.worth < STAYS and not want.grows
    ]
    return standing[-min(foldable)[1]] if foldable else None


def _shared(
    standing: list[Want], growing: Want, widths: dict[str, int], room: int, *, first: int
) -> dict[str, int]:
    """Share what is left, the words that grow first, or take what lacks from words that can break."""
    left = room - sum(widths.values())
    if left >= 0:
        taken = min(left, max(0, (first or room) - widths[growing.key]))
        each = (left - taken) // len(standing)
        for want in standing:
            widths[want.key] += each
        widths[growing.key] += left - each * len(standing)
        return widths
    others = [want for want in standing if want is not growing and want.least]
    for want in (growing, *sorted(others, key=lambda one: -widths[one.key])):
        given = min(-left, max(0, widths[want.key] - (want.least or want.width)))
        widths[want.key] -= given
        left += given
    return widths


def broken(words: str, room: int, advance: Callable[[str], int]) -> list[str]:
    """Words in lines of at most ``room``; a word that is too long for a line is broken where it must."""
    if advance(words) <= room:
        return [words]
    lines = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if advance(longer) <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
        while advance(lines[-1]) > room and len(lines[-1]) > 1:
            fits = next((at for at in range(len(lines[-1]) - 1, 1, -1) if advance(lines[-1][:at]) <= room), 1)
            lines[-1:] = [lines[-1][:fits], lines[-1][fits:]]
    return lines


def told_together(
    parts: tuple[str, ...], room: int, advance: Callable[[str], int], between: str = " · "
) -> list[str]:
    """Short facts one after another, broken between facts where it can be."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]}{between}{part}" if lines else part
        if lines and advance(longer) <= room:
            lines[-1] = longer
        else:
            lines += broken(part, room, advance)
    return lines
