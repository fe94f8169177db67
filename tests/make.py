"""Builders with defaults: a test names only what it is about. One function per record.

Everything is made up; identity codes are of the 900 series, which is never given out.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from subcontract import ids
from subcontract.actions.act import Worker
from subcontract.days import DateRange
from subcontract.hours.entry import EntryKind, WorkEntry
from subcontract.ids import (
    AssignmentId,
    ClientId,
    CustomerId,
    EntryId,
    InvoiceId,
    JobId,
    PaymentId,
    PhaseId,
    QuoteId,
    ShiftId,
    StaffId,
    StudyId,
    TariffId,
    UnitId,
)
from subcontract.invoicing.payments import Payment, PaymentSource
from subcontract.invoicing.records import Party
from subcontract.jobs.customer import Customer
from subcontract.jobs.job import Basis, Job, Measurement, Phase, PhaseCosts, TimeStudy
from subcontract.jobs.quote import Quote, QuoteLine
from subcontract.money import Money
from subcontract.payout.records import Tariff, TariffBasis, TariffRate
from subcontract.people.client import Client, FormOfWork, FormOfWorkSpan
from subcontract.people.staff import Role, Staff
from subcontract.people.unit import Address, Unit
from subcontract.rota.shift import Assignment, Shift
from tests.fakes import MemoryStore

TODAY = date(2026, 11, 23)
"""The Monday on which tests take place unless they say otherwise."""
UNIT = UnitId(UUID(int=1))
MANAGER = StaffId(UUID(int=2))


def worker(*roles: Role, **fields: Any) -> Worker:
    """Who acts: a manager unless roles are given."""
    mine = frozenset(roles) or frozenset({Role.MANAGER})
    return replace(Worker(staff=MANAGER, name="Maija Koivu", roles=mine, unit=UNIT), **fields)


def unit(**fields: Any) -> Unit:
    """The activity centre of the tests."""
    default = Unit(
        id=UNIT,
        name="Rantapajan toimintakeskus",
        provider="Esimerkin hyvinvointialue",
        business_id="23456780",
        address=Address(street="Rantatie 1", postcode="53100", town="Lappeenranta"),
        iban="FI2112345600000785",
    )
    return replace(default, **fields)


def staff(**fields: Any) -> Staff:
    """The manager, unless another id or role is given."""
    default = Staff(id=MANAGER, unit=UNIT, name="Maija Koivu", roles=frozenset({Role.MANAGER}))
    return replace(default, **fields)


def customer(**fields: Any) -> Customer:
    """A department store."""
    default = Customer(
        id=CustomerId(ids.new()),
        number=0,
        name="Tavaratalo Kuusi Oy",
        business_id="12345671",
        address=Address(street="Mallikatu 2", postcode="53100", town="Lappeenranta"),
    )
    return replace(default, **fields)


def client(**fields: Any) -> Client:
    """A client on allowance since the beginning of the year."""
    default = Client(
        id=ClientId(ids.new()),
        unit=UNIT,
        number=0,
        first_name="Liisa",
        last_name="Aalto",
        forms=(FormOfWorkSpan(days=DateRange(date(2026, 1, 1)), form=FormOfWork.ALLOWANCE),),
    )
    return replace(default, **fields)


def phase(**fields: Any) -> Phase:
    """Labelling 1 200 parcels by the piece."""
    default = Phase(
        id=PhaseId(ids.new()),
        name="Tarroitus",
        basis=Basis.PIECE,
        unit_name="kpl",
        quantity=Decimal(1200),
        minutes_per_unit=Decimal("1.50"),
        pace=Decimal("0.60"),
        costs=PhaseCosts(
            hourly=Money("11.20"),
            holiday_compensation=Decimal("9.0"),
            employer_costs=Decimal("24.9"),
            materials=Money("35.00"),
            tools=Money("10.00"),
            transport=Money("24.00"),
            coach_hours=Decimal("16.00"),
            coach_hourly=Money("28.50"),
            overhead=Decimal("8.0"),
            margin=Decimal("5.0"),
        ),
        unit_price=Decimal("0.79"),
    )
    return replace(default, **fields)


def study(**fields: Any) -> TimeStudy:
    """Two measured runs: 60 pieces in 90 minutes altogether."""
    default = TimeStudy(
        id=StudyId(ids.new()),
        day=date(2026, 11, 20),
        by=MANAGER,
        measurements=(Measurement(pieces=20, seconds=1800), Measurement(pieces=40, seconds=3600)),
    )
    return replace(default, **fields)


def job(**fields: Any) -> Job:
    """An enquiry with one phase, from a customer of its own unless one is given."""
    default = Job(
        id=JobId(ids.new()),
        unit=UNIT,
        number=0,
        customer=CustomerId(ids.new()),
        name="Pakettien tarroitus",
        phases=(phase(),),
    )
    return replace(default, **fields)


def quote(**fields: Any) -> Quote:
    """A quote sent on the day of the tests and valid for 30 days."""
    line = QuoteLine(
        text="Tarroitus",
        quantity=Decimal(1200),
        unit="kpl",
        unit_price=Decimal("0.79"),
        vat="25.5",
        net=Money("948.00"),
    )
    default = Quote(
        id=QuoteId(ids.new()),
        job=JobId(ids.new()),
        revision=1,
        day=TODAY,
        valid_until=date(2026, 12, 23),
        by=MANAGER,
        lines=(line,),
        net=Money("948.00"),
        vat=Money("241.74"),
        total=Money("1189.74"),
    )
    return replace(default, **fields)


def shift(**fields: Any) -> Shift:
    """Monday morning from eight to twelve with a coffee break; the place of its own job unless given."""
    default = Shift(
        id=ShiftId(ids.new()),
        unit=UNIT,
        job=JobId(ids.new()),
        phase=None,
        day=TODAY,
        start=time(8),
        end=time(12),
        break_minutes=15,
        coach=MANAGER,
    )
    return replace(default, **fields)


def assignment(on: Shift, who: Client, **fields: Any) -> Assignment:
    """A client on a shift."""
    default = Assignment(id=AssignmentId(ids.new()), shift=on.id, client=who.id, day=on.day)
    return replace(default, **fields)


def entry(**fields: Any) -> WorkEntry:
    """A client's morning at work."""
    default = WorkEntry(
        id=EntryId(ids.new()),
        unit=UNIT,
        kind=EntryKind.WORK,
        day=TODAY,
        job=JobId(ids.new()),
        phase=None,
        shift=None,
        client=ClientId(ids.new()),
        start=time(8),
        end=time(12),
        break_minutes=15,
        minutes=225,
        by=MANAGER,
        at=datetime(2026, 11, 23, 10, tzinfo=UTC),
    )
    return replace(default, **fields)


def tariff(*rates: TariffRate, **fields: Any) -> Tariff:
    """The unit's tariff from the beginning of 2026: class A gets 8 euros a day unless rates are given."""
    default = Tariff(
        id=TariffId(ids.new()),
        unit=UNIT,
        days=DateRange(date(2026, 1, 1)),
        rates=rates or (TariffRate(tariff_class="A", basis=TariffBasis.DAY, amount=Money("8.00")),),
    )
    return replace(default, **fields)


def party(name: str, address: Address) -> Party:
    """A seller or a buyer with every field filled."""
    return Party(
        name=name,
        business_id="23456780",
        vat_id="FI23456780",
        address=address,
        contact_name="c",
        email="e",
        phone="p",
        iban="FI2112345600000785",
        e_invoice_address="a",
        e_invoice_operator="o",
    )


def payment(**fields: Any) -> Payment:
    """What the bank has told of a payment; the invoice is given."""
    default = Payment(
        id=PaymentId(ids.new()),
        unit=UNIT,
        invoice=InvoiceId(ids.new()),
        day=date(2026, 12, 10),
        amount=Money("43.03"),
        source=PaymentSource.BANK,
        reference="13",
        payer="Ostaja Oy, kiitos",
        archive_id="2026121025931234567",
        by=MANAGER,
        at=datetime(2026, 12, 11, 10, tzinfo=UTC),
    )
    return replace(default, **fields)


def store() -> MemoryStore:
    """Books in memory that hold the unit and its manager."""
    made = MemoryStore()
    with made.open_books() as books:
        books.units.add(unit())
        books.staff.add(staff())
        books.commit()
    return made
