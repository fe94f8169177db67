"""A pensioner of the demo centre near the limit: agreement, pension, earnings elsewhere."""

from datetime import date
from decimal import Decimal

from subcontract import ids
from subcontract.actions.perform import perform
from subcontract.actions.save_employment import SaveEmployment, save_employment
from subcontract.actions.save_pension import (
    SaveOutsideEarnings,
    SavePension,
    save_outside_earnings,
    save_pension,
)
from subcontract.benefits.records import OutsideEarnings, Pension, PensionKind
from subcontract.clock import standing_at
from subcontract.days import DateRange, Month
from subcontract.ids import ClientId, EmploymentId, OutsideEarningsId, PensionId
from subcontract.money import Money
from subcontract.people.employment import Employment, EmploymentTerms
from tests.fakes import MemoryStore
from ui.demo import demo_worker
from ui.demo.data import UNIT, client_id
from ui.demo.records import read_demo

TODAY = date(2026, 11, 23)
ANNELI = client_id("makinen")
"""Somebody with shifts and work of the autumn."""


def add_pensioner(store: MemoryStore, client: ClientId = ANNELI, elsewhere: str = "640") -> None:
    """Write down what the centre knows of a partial pensioner who works for wage."""
    clock, who = standing_at(TODAY), demo_worker(read_demo())
    days = DateRange(date(2026, 1, 1))
    employment = Employment(
        id=EmploymentId(ids.new()),
        unit=UNIT,
        client=client,
        days=days,
        terms=(EmploymentTerms(first=days.first, hourly=Money("13.35"), weekly_minutes=900),),
        duties="Siivous",
    )
    pension = Pension(
        id=PensionId(ids.new()),
        client=client,
        days=DateRange(date(2021, 5, 1)),
        kind=PensionKind.PARTIAL_WORK,
        prior_earnings=Money(1900),
    )
    with store.open_lists() as lists:
        agreed, paid = lists.pay.employments.where(client=client), lists.pay.pensions.where(client=client)
    if not agreed:
        perform(save_employment, SaveEmployment(employment=employment), store.open_books, clock, who)
    if not paid:
        perform(save_pension, SavePension(pension=pension), store.open_books, clock, who)
    for number in (10, 11, 12):
        earned = OutsideEarnings(
            id=OutsideEarningsId(ids.new()),
            client=client,
            month=Month(2026, number),
            amount=Money(Decimal(elsewhere)),
            source="Kirjaston siivous",
        )
        ask = SaveOutsideEarnings(earnings=earned)
        perform(save_outside_earnings, ask, store.open_books, clock, who)
