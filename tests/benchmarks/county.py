"""A county's worth of made-up people, jobs and work, put straight into the books for measuring."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from uuid import UUID

from subcontract import ids
from subcontract.clock import standing_at
from subcontract.days import DateRange, Month, is_working_day
from subcontract.hours.entry import EntryKind, WorkEntry
from subcontract.ids import ClientId, CustomerId, EntryId, JobId, PhaseId, StaffId
from subcontract.jobs.customer import Customer
from subcontract.jobs.job import Basis, Job, JobState
from subcontract.money import Money
from subcontract.payout.records import Tariff, TariffBasis, TariffRate
from subcontract.people.client import Client, TariffClassSpan
from subcontract.ports import OpenBooks
from tests import make

CLIENTS, JOBS, CUSTOMERS = 500, 60, 100
ALWAYS = DateRange(date(2015, 1, 1))
FAMILY = ("Aalto", "Berg", "Heino", "Kettu", "Laine", "Mäkinen", "Niemi", "Öhman", "Salo", "Tammi")
FIRST = ("Liisa", "Emil", "Sari", "Olli", "Anna", "Petri", "Ville", "Kaisa", "Åke", "Helmi")


def clients() -> list[Client]:
    """Five hundred people on allowance, each in one of two classes."""
    return [
        make.client(
            id=ClientId(UUID(int=10_000 + number)),
            number=number + 1,
            first_name=FIRST[number % 10],
            last_name=f"{FAMILY[number // 10 % 10]}-{number}",
            iban="FI2112345600000785",
            tariff_classes=(TariffClassSpan(days=ALWAYS, tariff_class="AB"[number % 2]),),
        )
        for number in range(CLIENTS)
    ]


def customers() -> list[Customer]:
    """A hundred firms."""
    return [
        make.customer(
            id=CustomerId(UUID(int=20_000 + number)),
            number=number + 1,
            name=f"Tavaratalo {number} Oy",
            business_id="",
        )
        for number in range(CUSTOMERS)
    ]


def jobs() -> list[Job]:
    """Running jobs by the piece and by the hour."""
    return [
        make.job(
            id=JobId(UUID(int=30_000 + number)),
            number=number + 1,
            customer=CustomerId(UUID(int=20_000 + number % CUSTOMERS)),
            name=f"Urakka {number}",
            state=JobState.RUNNING,
            phases=(
                make.phase(
                    id=PhaseId(UUID(int=40_000 + number)),
                    basis=Basis.HOUR if number % 2 else Basis.PIECE,
                    unit_price=Decimal("14.50") if number % 2 else Decimal("0.79"),
                ),
            ),
        )
        for number in range(JOBS)
    ]


def tariff() -> Tariff:
    """Class A by the day, class B by the hour."""
    return make.tariff(
        TariffRate(tariff_class="A", basis=TariffBasis.DAY, amount=Money("9.00")),
        TariffRate(tariff_class="B", basis=TariffBasis.HOUR, amount=Money("2.75")),
        days=ALWAYS,
    )


def entries(month: Month, days: int) -> Iterator[WorkEntry]:
    """Everybody's entry on the first ``days`` working days of a month."""
    working = [day for day in month.days if is_working_day(day)][:days]
    for day in working:
        at: datetime = standing_at(day, 15).now()
        for number in range(CLIENTS):
            yield WorkEntry(
                id=EntryId(ids.new()),
                unit=make.UNIT,
                kind=EntryKind.WORK,
                day=day,
                job=JobId(UUID(int=30_000 + number % JOBS)),
                phase=PhaseId(UUID(int=40_000 + number % JOBS)),
                shift=None,
                client=ClientId(UUID(int=10_000 + number)),
                start=time(8),
                end=time(12),
                break_minutes=15,
                minutes=225,
                pieces=0 if number % JOBS % 2 else 40 + number % 30,
                by=make.MANAGER,
                at=at,
            )


def settle(open_books: OpenBooks) -> None:
    """Put the unit with its people, customers, jobs and tariff into empty books."""
    with open_books() as books:
        books.units.add(make.unit())
        books.staff.add(make.staff())
        books.staff.add(replace(make.staff(), id=StaffId(UUID(int=3)), name="Ritva Mäkelä"))
        for client in clients():
            books.clients.add(client)
        for customer in customers():
            books.customers.add(customer)
        for job in jobs():
            books.jobs.add(job)
        books.tariffs.add(tariff())
        books.commit()


def work(open_books: OpenBooks, month: Month, days: int = 23) -> int:
    """Put a month's entries into the books; how many."""
    with open_books() as books:
        count = 0
        for entry in entries(month, days):
            books.entries.add(entry)
            count += 1
        books.commit()
    return count
