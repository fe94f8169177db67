"""What was measured of the rotation, kept line by line, and the table that is made of it.

A line is one case measured once: by a judge, or by the program. Whatever is written stays when a run is cut
off, and a run that is begun again leaves out what is there.
"""

import json
import statistics
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from subcontract.rota.rotation.points import UNFILLED
from tests.benchmarks.rota_cases import SIZES

JUDGE, OURS = "judge", "ours"
HUNDRED = 100


@dataclass(frozen=True, kw_only=True)
class Line:
    """One case measured once."""

    size: str
    seed: int
    by: str
    """``judge`` or ``ours``."""
    label: str
    """How it was done: the judge's name and seconds, or the seconds asked for."""
    total: int
    unfilled: int
    wall: float = 0.0
    cpu: float = 0.0
    bound: int | None = None
    proven: bool = False
    greedy_total: int = 0
    greedy_unfilled: int = 0
    sick_wall: float = 0.0
    sick_cpu: float = 0.0
    memory: int = 0
    """Megabytes at the most, of one of the two processes."""
    plan: list[list[int]] = field(default_factory=list)
    """The judge's plan by indexes, to go on from."""

    @property
    def rest(self) -> int:
        """Points of everything but the empty places."""
        return self.total - UNFILLED * self.unfilled


def read(path: Path) -> list[Line]:
    """Every whole line of a file; none when there is no file yet."""
    if not path.exists():
        return []
    return [Line(**json.loads(text)) for text in path.read_text(encoding="utf-8").splitlines() if text]


def add(path: Path, line: Line) -> None:
    """Write one line more."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(line)) + "\n")


def best_of(lines: Iterable[Line]) -> dict[tuple[str, int], Line]:
    """The best known of each case."""
    found: dict[tuple[str, int], Line] = {}
    for line in lines:
        key = (line.size, line.seed)
        if key not in found or line.total < found[key].total:
            found[key] = line
    return found


def table(lines: list[Line]) -> Iterator[str]:
    """The table in Markdown, a row for each size and way of ours."""
    best = best_of(lines)
    yield (
        "| case (people × days × shifts a day) | asked | seeds | empty places above the best | gap to best, "
        "median / worst | of it proven best | greedy's gap, median | wall s, median / worst "
        "| cpu s | sick morning s, median / worst | MB, each of 2 |"
    )
    yield "|---" * 11 + "|"
    groups: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        if line.by == OURS:
            groups.setdefault((line.size, line.label), []).append(line)
    for (size, label), found in sorted(
        groups.items(), key=lambda each: (list(SIZES).index(each[0][0]), each[0][1])
    ):
        yield _row(size, label, found, best, lines)


def _row(
    size: str, label: str, found: list[Line], best: dict[tuple[str, int], Line], lines: list[Line]
) -> str:
    judged = {line.seed for line in lines if line.by == JUDGE and line.size == size}
    proven = {line.seed for line in lines if line.proven and line.size == size}
    ours = [line for line in found if line.seed in judged]
    more = sum(line.unfilled > best[size, line.seed].unfilled for line in ours)
    gaps = [
        gap for line in ours if (gap := gap_of(line.total, line.unfilled, best[size, line.seed])) is not None
    ]
    greedy = [
        gap
        for line in ours
        if (gap := gap_of(line.greedy_total, line.greedy_unfilled, best[size, line.seed])) is not None
    ]
    worse = len(ours) - len(greedy)
    cells = (
        str(SIZES[size]),
        label,
        f"{len(ours)} judged of {len(found)}",
        f"{more} cases",
        f"{_middle(gaps)} % / {_most(gaps)} %",
        str(len(proven & {line.seed for line in ours})),
        f"{_middle(greedy)} %" + (f"; more places empty in {worse}" if worse else ""),
        f"{_middle(line.wall for line in found)} / {_most(line.wall for line in found)}",
        _middle(line.cpu for line in found),
        f"{_middle((line.sick_wall for line in found), 3)} / {_most((line.sick_wall for line in found), 3)}",
        str(max(line.memory for line in found)),
    )
    return "| " + " | ".join(cells) + " |"


def gap_of(total: int, unfilled: int, best: Line) -> float | None:
    """Per cent above the best known; nothing when more places are empty."""
    if unfilled > best.unfilled:
        return None
    return HUNDRED * (total - best.total) / best.rest if best.rest else 0.0


def _middle(values: Iterable[float], digits: int = 1) -> str:
    known = list(values)
    return f"{statistics.median(known):.{digits}f}" if known else "–"


def _most(values: Iterable[float], digits: int = 1) -> str:
    known = list(values)
    return f"{max(known):.{digits}f}" if known else "–"
