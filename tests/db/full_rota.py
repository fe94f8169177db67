"""Wishes, rosters, pins, the goals of a unit and a publication, with every field filled."""

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from subcontract.days import DateRange
from subcontract.ids import (
    ClientId,
    JobId,
    PinId,
    PublicationId,
    RotaTermsId,
    RotaWishesId,
    ShiftId,
    StaffId,
    StaffRosterId,
    UnitId,
)
from subcontract.money import Money
from subcontract.rota.records import (
    Pin,
    PinKind,
    Publication,
    PublishedPlace,
    RotaTerms,
    RotaWishes,
    StaffRoster,
    WorkingHours,
)
from subcontract.rota.weights import Weight

AT = datetime(2026, 11, 23, 10, 4, 5, 678901, tzinfo=UTC)
UNIT = UnitId(UUID(int=101))
COACH = StaffId(UUID(int=102))
CLIENT, OTHER = ClientId(UUID(int=105)), ClientId(UUID(int=104))
JOB = JobId(UUID(int=107))
SHIFT = ShiftId(UUID(int=165))


def wishes() -> RotaWishes:
    return RotaWishes(
        id=RotaWishesId(UUID(int=160)),
        unit=UNIT,
        client=CLIENT,
        likes=frozenset({JOB}),
        dislikes=frozenset({JOB}),
        wants_to_try=frozenset({JOB}),
        likes_days=frozenset({0, 1}),
        dislikes_days=frozenset({4}),
        should_be_with=frozenset({OTHER}),
        familiar_coaches=frozenset({COACH}),
        wants_the_same=True,
        monthly_days=12,
        monthly_minutes=2880,
        weekly_pay=Money("100.50"),
        monthly_pay=Money("400.25"),
    )


def roster() -> StaffRoster:
    return StaffRoster(
        id=StaffRosterId(UUID(int=161)),
        unit=UNIT,
        staff=COACH,
        hours=(WorkingHours(weekday=0, start=time(7, 30), end=time(15, 45)),),
        away=(DateRange(date(2026, 12, 21), date(2026, 12, 31)),),
    )


def publication() -> Publication:
    place = PublishedPlace(
        client=CLIENT,
        shift=SHIFT,
        job=JOB,
        day=date(2026, 11, 24),
        start=time(8),
        end=time(12),
        place="Varasto",
        coach=COACH,
    )
    return Publication(
        id=PublicationId(UUID(int=162)),
        unit=UNIT,
        day=date(2026, 11, 23),
        last=date(2026, 11, 29),
        places=(place,),
        by=COACH,
        at=AT,
    )


def world() -> dict[str, tuple[Any, ...]]:
    """Every record of the rotation by shelf."""
    pin = Pin(
        id=PinId(UUID(int=163)),
        unit=UNIT,
        shift=SHIFT,
        client=CLIENT,
        day=date(2026, 11, 24),
        kind=PinKind.BARRED,
    )
    terms = RotaTerms(
        id=RotaTermsId(UUID(int=164)),
        unit=UNIT,
        even=Weight.MUCH,
        wishes=Weight.LITTLE,
        variety=Weight.NOT,
        familiar=Weight.LITTLE,
        learning=Weight.MUCH,
        coach_needed=False,
        least_rest_minutes=600,
        memory_weeks=8,
    )
    return {
        "rota.wishes": (wishes(),),
        "rota.rosters": (roster(),),
        "rota.pins": (pin,),
        "rota.terms": (terms,),
        "rota.publications": (publication(),),
    }
