"""Builders of the facts of the rota's papers, and its golden papers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from subcontract import papers
from subcontract.days import DateRange
from subcontract.papers.rota_facts import (
    CoachListFacts,
    CoachPerson,
    CoachShift,
    Holds,
    NeededPermit,
    OwnDay,
    OwnShift,
    OwnWeekFacts,
    SiteNote,
    WallListFacts,
    WallPerson,
    WallShift,
)
from subcontract.rota.plan_state import PlanState, Stage
from tests import make
from tests.make_papers import logo
from tests.paper_reading import png, texts

MONDAY = make.TODAY
PUBLISHED = PlanState(stage=Stage.PUBLISHED, on=date(2026, 11, 20))
CHANGED = PlanState(stage=Stage.CHANGED, on=date(2026, 11, 20))
SHELF = OwnShift(
    start=time(8),
    end=time(12),
    job="Hyllytys",
    place="Tavaratalo Kuusi, Mallikatu 2",
    pictogram="shelf",
    coach="Kari",
)
YARD = OwnShift(
    start=time(12, 30),
    end=time(15, 45),
    job="Kiinteistön pihan ja kulkuväylien siivous",
    place="Asunto-osakeyhtiö Rantapuisto, Rantapuistonkatu 114 B, Lappeenranta",
    pictogram="broom",
    coach="Maija",
)
NIGHT = OwnShift(
    start=time(22), end=time(6), job="Leipomo", place="Torikatu 4", coach="Kari", ends_next_day=True
)


def unit() -> Any:
    return make.unit(logo=logo(), phone="05 123 4567")


def day(at: int, *shifts: OwnShift) -> OwnDay:
    return OwnDay(day=MONDAY + timedelta(days=at), shifts=shifts)


def own_week(*days: OwnDay, **fields: Any) -> OwnWeekFacts:
    """Monday and Thursday at the shelves, Wednesday in the yard, unless days are given."""
    default = OwnWeekFacts(
        unit=unit(),
        monday=MONDAY,
        name="Liisa Aalto",
        days=days or (day(0, SHELF), day(2, YARD), day(3, SHELF)),
    )
    return replace(default, **fields)


def coach_person(name: str, **fields: Any) -> CoachPerson:
    return replace(CoachPerson(name=name, phone="040 123 4567"), **fields)


PEOPLE = (
    coach_person(
        "Aalto, Liisa",
        contact="Marja Aalto",
        contact_phone="050 765 4321",
        permits=(NeededPermit(name="Hygieniapassi", holds=Holds.VALID, valid_to=date(2027, 3, 3)),),
        notes=((SiteNote.OWN_COACH, ""),),
    ),
    coach_person(
        "Berg, Emil",
        permits=(
            NeededPermit(name="Hygieniapassi", holds=Holds.ENDED, valid_to=date(2026, 11, 3)),
            NeededPermit(name="Työturvallisuuskortti", holds=Holds.MISSING),
        ),
        notes=((SiteNote.NEVER_WITH, "Heino, Sari"), (SiteNote.STAYS, "")),
    ),
    coach_person("Heino, Sari", phone="", contact="Asumisyksikkö Rantapuisto", contact_phone="05 123 4567"),
)


def coach_shift(at: int, *people: CoachPerson, **fields: Any) -> CoachShift:
    default = CoachShift(
        day=MONDAY + timedelta(days=at),
        start=time(8),
        end=time(12),
        job="Hyllytys",
        customer="Tavaratalo Kuusi Oy",
        customer_contact="Pirjo Salo, 040 555 1234",
        place="Mallikatu 2, Lappeenranta",
        pictogram="shelf",
        people=people,
    )
    return replace(default, **fields)


def coach_list(*shifts: CoachShift, **fields: Any) -> CoachListFacts:
    default = CoachListFacts(
        unit=unit(),
        coach="Kari Kettunen",
        days=DateRange(MONDAY, MONDAY + timedelta(days=6)),
        made_on=MONDAY,
        shifts=shifts
        or (
            coach_shift(0, *PEOPLE),
            coach_shift(0, start=time(12), end=time(14), job="Pihan siivous", pictogram="broom"),
            coach_shift(2, *PEOPLE[:2], helpers=("Maija Koivu",)),
        ),
        state=CHANGED,
    )
    return replace(default, **fields)


def wall(*people: int, only: frozenset[date] = frozenset(), state: PlanState = PUBLISHED) -> WallListFacts:
    """A shift for each number of people, two a day from Monday on."""
    names = ("Liisa A.", "Emil", "Sari", "Matti", "Anna-Kaarina", "Ben", "Liisa Ö.", "Oona")
    shifts = tuple(
        WallShift(
            day=MONDAY + timedelta(days=at // 2),
            start=time(8 + at % 2),
            end=time(12),
            job=("Hyllytys", "Kiinteistön pihan ja kulkuväylien syyssiivous ja haravointi")[at % 2],
            place="Mallikatu 2",
            pictogram=("shelf", "broom")[at % 2],
            coach="Kari",
            people=tuple(
                WallPerson(name=names[who % 8], photo=png() if who % 3 == 0 else b"") for who in range(number)
            ),
        )
        for at, number in enumerate(people or (7, 3, 0, 8, 5, 2))
    )
    return WallListFacts(unit=unit(), monday=MONDAY, shifts=shifts, only=only, state=state)


PAPERS: dict[str, Callable[[], bytes]] = {
    "wall-week": lambda: papers.wall_list_pdf(wall(), texts()),
    "wall-day-sv": lambda: papers.wall_list_pdf(wall(only=frozenset({MONDAY})), texts("sv")),
    "own-week": lambda: papers.own_week_pdf(own_week(state=PUBLISHED, photo=png()), texts()),
    "own-week-sv": lambda: papers.own_week_pdf(own_week(state=CHANGED), texts("sv")),
    "own-week-full-en": lambda: papers.own_week_pdf(
        own_week(*(day(at, SHELF, YARD) for at in range(5)), day(6, NIGHT)), texts("en")
    ),
    "coach-list": lambda: papers.coach_list_pdf(coach_list(), texts()),
    "coach-list-sv": lambda: papers.coach_list_pdf(coach_list(), texts("sv")),
}
