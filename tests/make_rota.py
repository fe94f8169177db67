"""Builders of what the rotation keeps: a test names only what it is about."""

from dataclasses import replace
from datetime import time
from typing import Any

from subcontract import ids
from subcontract.ids import ClientId, RotaTermsId, RotaWishesId, StaffRosterId
from subcontract.rota.records import RotaTerms, RotaWishes, StaffRoster, WorkingHours
from tests import make


def wishes(**fields: Any) -> RotaWishes:
    """Nothing wished for, of a client of its own unless one is given."""
    default = RotaWishes(id=RotaWishesId(ids.new()), unit=make.UNIT, client=ClientId(ids.new()))
    return replace(default, **fields)


def hours(weekday: int, start: int, end: int) -> WorkingHours:
    """Whole hours of a weekday, Monday 0."""
    return WorkingHours(weekday=weekday, start=time(start), end=time(end))


def roster(**fields: Any) -> StaffRoster:
    """The manager, at work from eight to four on working days."""
    default = StaffRoster(
        id=StaffRosterId(ids.new()),
        unit=make.UNIT,
        staff=make.MANAGER,
        hours=tuple(hours(weekday, 8, 16) for weekday in range(5)),
    )
    return replace(default, **fields)


def terms(**fields: Any) -> RotaTerms:
    """The usual goals."""
    return replace(RotaTerms(id=RotaTermsId(ids.new()), unit=make.UNIT), **fields)
