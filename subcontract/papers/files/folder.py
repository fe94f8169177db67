"""Many papers as one archive that is read without the program: folders, and a table of contents.

Files go in one at a time, so that a thousand papers need no more memory than the largest of them. The same
papers give the same archive. Names of files are plain letters and digits and hold nobody's name.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from subcontract.days import DateRange, Month
from subcontract.papers.files.contents import Contents, Entry, contents_html, contents_text
from subcontract.words import N_, Texts

PACKED: Final = (".pdf", ".xlsx", ".zip", ".png", ".jpg")
"""Files that are packed already: packing them again takes time and saves nothing."""
UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")
RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{name}{at}" for name in ("com", "lpt") for at in range(10)}
)
"""Names that Windows keeps for itself."""
LONGEST_PART: Final = 80
NOON: Final = (12, 0, 0)
UNIX: Final = 3
READABLE: Final = 0o644 << 16
Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderFile:
    """One file: its folder and name, what it is in words, and its bytes."""

    group: str
    """Title of its part of the table of contents, in the reader's language."""
    folder: str
    name: str
    title: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What the table of contents tells besides the files."""

    provider: str
    unit: str
    period: DateRange
    made_on: date
    sums: tuple[tuple[str, str], ...] = ()
    """Written totals of the period."""
    notes: tuple[str, ...] = ()
    """What is not in the archive, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """What is put in an archive."""

    files: Iterable[FolderFile]
    """Gone through once: each file may be made or read when its turn comes."""
    count: int
    """How many steps there are at most."""
    last_day: date
    """The day that the parts of the archive bear."""
    cover: Callable[[], Cover]
    """Asked for when all files have been written."""


def write_folder(target: BinaryIO, folder: Folder, texts: Texts, step: Step) -> int:
    """Write the archive; gives the number of files. ``step`` is told of each, and may stop the work."""
    entries: list[Entry] = []
    taken: set[str] = set()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:

        def put(path: str, content: bytes) -> None:
            archive.writestr(_part(path, folder.last_day), content)

        for at, file in enumerate(folder.files):
            step(at, folder.count)
            path = _free(f"{safe_name(file.folder)}/{safe_name(file.name)}", taken)
            put(path, file.content)
            entries.append(Entry(group=file.group, path=path, title=file.title, size=len(file.content)))
        contents = Contents(cover=cover_facts(folder.cover(), texts), entries=tuple(entries))
        put("index.html", contents_html(contents, texts))
        put(f"{safe_name(texts.say(N_('read-me')))}.txt", contents_text(contents, texts))
    step(folder.count, folder.count)
    return len(entries)


def cover_facts(cover: Cover, texts: Texts) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The heading's lines, and the sums."""
    say = texts.say
    first, last = cover.period.first, cover.period.last
    month = Month.of(first)
    whole = month.days == cover.period
    days = texts.month(month) if whole else f"{texts.day(first)}–{texts.day(last)}"
    lines = (
        say(N_("Papers and lists of invoicing, {days}"), days=days),
        " · ".join(one for one in (cover.provider, cover.unit) if one),
        say(N_("Gathered on {day}"), day=cover.made_on),
        *cover.notes,
    )
    return lines, cover.sums


def safe_name(name: str) -> str:
    """A name that every system takes: letters without marks, digits, points, hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    cleaned = UNSAFE.sub("-", plain).strip("-. ")[:LONGEST_PART].strip("-. ") or "x"
    return f"x-{cleaned}" if cleaned.partition(".")[0].lower() in RESERVED else cleaned


def _free(path: str, taken: set[str]) -> str:
    """A path that no other file has, also where capital letters are not told apart."""
    stem, point, ending = path.rpartition(".")
    if not point:
        stem, ending = path, ""
    found, at = path, 1
    while found.lower() in taken:
        at += 1
        found = f"{stem}-{at}{point}{ending}"
    taken.add(found.lower())
    return found


def _part(path: str, day: date) -> ZipInfo:
    """One part of the archive, of the last day of the period."""
    part = ZipInfo(path, (max(day.year, 1980), day.month, day.day, *NOON))
    part.compress_type = ZIP_STORED if path.lower().endswith(PACKED) else ZIP_DEFLATED
    part.create_system = UNIX
    part.external_attr = READABLE
    return part
