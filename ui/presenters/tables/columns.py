"""Columns and rows of a list as plain values; no Qt."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ui.presenters.tone import Tone

NOTHING = "–"
STAYS = 9
"""The worth of a column that always stands."""


class CellKind(StrEnum):
    """How the values of a column are written, sorted and aligned."""

    TEXT = "text"
    MONEY = "money"
    """``Money``"""
    HOURS = "hours"
    """Whole minutes, shown as ``7 t 30 min``."""
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"
    MONTH = "month"
    STATE = "state"
    """``State``: icon and word."""
    PERSON = "person"
    """A name with a round photo or initials; ``Row.photo`` has the picture."""
    BAR = "bar"
    """``Bar``: drawn, and told in words; its figures stand in columns beside it."""


FIGURES = frozenset({CellKind.MONEY, CellKind.HOURS, CellKind.NUMBER, CellKind.PERCENT, CellKind.TIME})
"""Kinds that stand right-aligned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A length in two parts against a mark, in hundredths of the longest of the column."""

    had: int
    """Drawn full."""
    planned: int = 0
    """Drawn hollow, after it."""
    mark: int | None = None
    """Where the two together should end."""
    value: int = 0
    """What is sorted by."""
    words: str = ""
    """All of it in words (translated)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column; ``title`` is marked text."""

    key: str
    title: str
    kind: CellKind = CellKind.TEXT
    total: bool = False
    """Whether the rows in view are summed in the total line (money, hours, numbers)."""
    editable: bool = False
    """Whether typing in a cell is handed to ``on_edit``."""
    grows: bool = False
    """Takes the room left over; the first column does when none does."""
    width: int = 0
    """Least width in average characters; 0 fits the contents."""
    places: int | None = None
    """Decimals of a number."""
    worth: int = 1
    """Where there is no room, columns of the least worth go first onto the row's second line; of equals the
    one most to the right. ``STAYS`` never goes, nor do typed columns, the growing one and the first."""
    under: str = ""
    """The figure that it then stands under; the words of the growing column when empty."""

    @property
    def is_figure(self) -> bool:
        """Whether it stands right-aligned."""
        return self.kind in FIGURES


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row. ``cells`` hold values (Money, minutes, date, State), not texts; a missing one is a dash."""

    id: Hashable
    cells: Mapping[str, object]
    tone: Tone = Tone.NONE
    icon: str = ""
    """Name of an icon before the first cell."""
    search: str = ""
    """More words by which the filter finds the row."""
    sort: Mapping[str, object] = field(default_factory=dict)
    """Keys to sort by in place of the value, by column."""
    problems: Mapping[str, str] = field(default_factory=dict)
    """What is wrong with a cell, in words (translated), by column."""
    photo: bytes = b""
    hints: Mapping[str, str] = field(default_factory=dict)
    """More about a cell, shown when pointed at and told to screen readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty:
    """What an empty list shows: a pictogram, a sentence (marked) and the first button (marked)."""

    picture: str
    sentence: str
    button: str = ""
    command: Callable[[], None] | None = None
