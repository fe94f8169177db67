"""Makes the papers and calendar files of some days from what is stored; no Qt."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from subcontract import papers
from subcontract.days import DateRange
from subcontract.ids import ClientId, ShiftId, StaffId, UnitId
from subcontract.papers.bundle import put_together
from subcontract.papers.files.calendar_names import Names
from subcontract.people.client import Client
from subcontract.ports import Lists
from subcontract.words import N_, Texts
from ui.collation import sort_key
from ui.presenters.base import Progress
from ui.presenters.rota.board import read_week
from ui.presenters.rota.papers.coach import (
    calendar_facts,
    clients_of,
    coach_list_facts,
    people_of,
)
from ui.presenters.rota.papers.own import own_week_facts
from ui.presenters.rota.papers.reading import RotaDays, read_days
from ui.presenters.rota.papers.wall import wall_facts
from ui.texts import CatalogueTexts

EARLY = (1980, 1, 1, 0, 0, 0)
"""The time of files in an archive: the same papers give the same bytes."""
READABLE = 0o644 << 16
UNSAFE = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file that was made, and whose data is in it that may only be looked at for a reason."""

    content: bytes
    seen: tuple[ClientId, ...] = ()
    shifts: int = 0
    nameless: int = 0
    """Shifts whose own words held somebody's name and were left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which unit, which days, and how papers are put together."""

    unit: UnitId
    days: DateRange
    texts: Texts
    own_sheets: bool = False


def make_wall(lists: Lists, wanted: Wanted, only: frozenset[date]) -> Made:
    """The list for the wall, of the whole week or some of its days."""
    week = read_week(lists, wanted.unit, wanted.days.first)
    facts = wall_facts(week, lists.units.get(wanted.unit), only)
    return Made(content=papers.wall_list_pdf(facts, wanted.texts), shifts=len(facts.shifts))


def make_own(lists: Lists, wanted: Wanted, clients: tuple[ClientId, ...], progress: Progress) -> Made:
    """The own weeks of some people, each in the person's language, by surname."""
    read = read_days(lists, wanted.unit, wanted.days)
    found = [read.plan.client_by_id[client] for client in clients if client in read.plan.client_by_id]
    people = sorted(found, key=lambda each: (sort_key(each.name), each.number))
    pdfs = (_own(read, client) for client in people)
    return Made(content=_joined(pdfs, len(people), wanted, progress), shifts=len(people))


def _own(read: RotaDays, client: Client) -> bytes:
    return papers.own_week_pdf(own_week_facts(read, client), CatalogueTexts(client.language))


def make_coach_lists(
    lists: Lists, wanted: Wanted, coaches: tuple[StaffId, ...], progress: Progress, today: date
) -> Made:
    """The lists of some coaches, and whose data is on them."""
    read = read_days(lists, wanted.unit, wanted.days)
    found = [read.plan.staff_by_id[coach] for coach in coaches if coach in read.plan.staff_by_id]
    staff = sorted(found, key=lambda each: sort_key(each.name))
    pdfs = (papers.coach_list_pdf(coach_list_facts(read, each, today), wanted.texts) for each in staff)
    seen = clients_of(client for each in staff for client in people_of(read, each.id))
    return Made(content=_joined(pdfs, len(staff), wanted, progress), seen=seen, shifts=len(staff))


def _joined(pdfs: Iterable[bytes], number: int, wanted: Wanted, progress: Progress) -> bytes:
    """One paper as it is, with its tags; more of them in one file."""
    made: Iterator[bytes] = iter(pdfs)
    if number == 1:
        return next(made)
    groups = ((each,) for each in made)
    return put_together(groups, lambda at: progress.step(at, number), own_sheets=wanted.own_sheets)


def make_calendars(lists: Lists, wanted: Wanted, coaches: tuple[StaffId, ...], made_at: datetime) -> Made:
    """The calendar of a coach, or an archive of one file for each of several."""
    read = read_days(lists, wanted.unit, wanted.days)
    names = Names(lists.clients.names())
    files: dict[str, bytes] = {}
    shifts = nameless = 0
    for coach in coaches:
        facts = calendar_facts(read, coach, names, wanted.texts, made_at)
        shifts += len(facts.shifts)
        nameless += sum(_is_nameless(read, names, each.shift) for each in facts.shifts)
        member = read.plan.staff_by_id.get(coach)
        name = calendar_name(member.name if member else "", wanted.days, wanted.texts)
        while name in files:
            name = name.replace(".ics", "-2.ics")
        files[name] = papers.calendar_file(facts, wanted.texts)
    content = next(iter(files.values())) if len(files) == 1 else _archive(files)
    return Made(content=content, shifts=shifts, nameless=nameless)


def _is_nameless(read: RotaDays, names: Names, of: ShiftId) -> bool:
    """Whether the words of a shift's job or place were left out."""
    shift = read.plan.shift_by_id.get(of)
    if shift is None:
        return False
    job = read.job_of(shift)
    return names.stand_in(read.place_of(shift)) or (job is not None and names.stand_in(job.name))


def calendar_name(coach: str, days: DateRange, texts: Texts) -> str:
    """The name of a coach's file; a coach is no client, and files of two must not be mixed up."""
    plain = unicodedata.normalize("NFKD", coach).encode("ascii", "ignore").decode().lower()
    week = days.first.isocalendar()
    said = texts.say(N_("shifts-{year}-week-{week}"), year=str(week.year), week=str(week.week))
    return "-".join(part for part in (said, UNSAFE.sub("-", plain).strip("-")) if part) + ".ics"


def _archive(files: dict[str, bytes]) -> bytes:
    """Several files in one."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            entry = ZipInfo(name, EARLY)
            entry.external_attr = READABLE
            archive.writestr(entry, content, ZIP_DEFLATED)
    return target.getvalue()
