"""Sums, what is not billed, and the search: the databases answer as the plain sums in memory do."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from operator import attrgetter, methodcaller
from random import Random
from typing import Any
from uuid import UUID

import pytest

from subcontract import ids
from subcontract.days import DateRange, Month
from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.ids import (
    BookingId,
    CustomerId,
    EntryId,
    InvoiceId,
    InvoiceLineId,
    JobId,
    LedgerExportId,
    UnitId,
)
from subcontract.invoicing.records import LineKind
from subcontract.money import Money
from tests import make
from tests.db import full, full_invoicing
from tests.fakes import MemoryStore

AUTUMN = DateRange(date(2026, 10, 1), date(2026, 11, 30))


def some_entries(chance: Random, world: dict[str, tuple[Any, ...]], number: int) -> list[WorkEntry]:
    """Work of every kind in two months; one in five corrects or takes back an earlier entry."""
    made: list[WorkEntry] = []
    people = [client.id for client in world["clients"]]
    jobs = world["jobs"]
    for _ in range(number):
        job = chance.choice(jobs)
        new = make.entry(
            id=EntryId(ids.new()),
            unit=full.UNIT,
            kind=chance.choice(list(EntryKind)),
            day=AUTUMN.first + timedelta(chance.randrange(61)),
            job=job.id,
            phase=chance.choice([None, *(phase.id for phase in job.phases)]),
            client=chance.choice([None, *people]),
            attendance=chance.choice(list(Attendance)),
            minutes=chance.randrange(480),
            pieces=chance.randrange(50),
            rejects=chance.randrange(5),
            quantity=Decimal(chance.randrange(-99999, 99999)).scaleb(-4),
            unit_price=Money.of_cents(chance.randrange(-500, 500)),
            by=full.COACH,
        )
        if made and chance.random() < 0.2:
            new = replace(new, supersedes=chance.choice(made).id, void=chance.random() < 0.5, reason="x")
        made.append(new)
    return made


@pytest.fixture(params=["file", pytest.param("postgres", marks=pytest.mark.postgres)])
def twins(request: pytest.FixtureRequest, open_kind: Callable[[str], Any]) -> tuple[Any, MemoryStore]:
    """A database and books in memory with the same content."""
    database, memory, chance = open_kind(request.param), MemoryStore(), Random(11)
    world = full.world()
    other = replace(full.customer(), id=CustomerId(ids.new()), number=13, name="Älvan Ab")
    second = make.job(unit=full.UNIT, number=4, customer=other.id, name="Ötökät", id=JobId(ids.new()))
    world["customers"] += (other,)
    world["jobs"] += (second,)
    world["entries"] += tuple(some_entries(chance, world, 400))
    billed = chance.sample(world["entries"], 100)
    for store in (database, memory):
        with store.open_books() as books:
            for shelf, records in world.items():
                for record in records:
                    attrgetter(shelf)(books).add(record)
            for number, entry in enumerate(billed):
                books.billings.claim(entry.id, InvoiceLineId(UUID(int=number)))
            books.commit()
    return database, memory


def both(twins: tuple[Any, MemoryStore], ask: Callable[[Any], Any]) -> tuple[Any, Any]:
    answers = []
    for store in twins:
        with store.open_lists() as lists:
            answers.append(ask(lists))
    return answers[0], answers[1]


def test_they_answer_alike(twins: tuple[Any, MemoryStore]) -> None:
    november = Month(2026, 11).days
    for ask in (
        lambda lists: lists.entry_sums(AUTUMN),
        lambda lists: lists.entry_sums(november, full.JOB),
        lambda lists: lists.entry_sums(DateRange(date(2026, 11, 5), date(2026, 11, 5))),
        lambda lists: lists.unbilled_entries(AUTUMN),
        lambda lists: lists.unbilled_entries(november, full.CUSTOMER),
        lambda lists: lists.entries.within(AUTUMN, client=full.CLIENT),
        lambda lists: lists.invoice_heads(DateRange(date(2026, 1, 1))),
        lambda lists: lists.billings.charging(tuple(one.id for one in lists.invoices.all())),
    ):
        mine, plain = both(twins, ask)
        assert mine == plain
        assert mine
    for ask in (
        lambda lists: lists.entry_sums(november, JobId(ids.new())),
        lambda lists: lists.unbilled_entries(november, CustomerId(ids.new())),
        lambda lists: lists.invoice_heads(november),
    ):
        assert both(twins, ask) == ((), ())
    assert both(twins, lambda lists: lists.billings.charging(())) == (frozenset(), frozenset())


SOUGHT = [
    *("aalto", "AALTO", "liisa aalto", "öTÖk", "ÄLVAN", "ab älv", "100 %", "_", "\\", "%", "7", "3", "13"),
    *("ostaja", "2 ostaja", "T-1", "satama", "Liisu", "😀", "' OR 1=1", "", "  ", "\0", "12345671"),
]


def test_they_find_alike(twins: tuple[Any, MemoryStore]) -> None:
    for words in SOUGHT:
        mine, plain = both(twins, methodcaller("find", words))
        assert mine == plain, words
        assert both(twins, methodcaller("find", words, 1))[0] == plain[:1], words


def test_what_is_found_tells_what_it_is(twins: tuple[Any, MemoryStore]) -> None:
    found, _ = both(twins, lambda lists: lists.find("ÖTÖKÄT"))
    assert [(hit.kind, hit.title, hit.detail) for hit in found] == [("job", "Ötökät", "4")]
    found, _ = both(twins, lambda lists: lists.find("ostaja"))
    assert [(hit.kind, hit.title) for hit in found] == [("invoice", "2"), ("invoice", "1")]


def test_a_view_stands_still_while_others_write(sql_store: Any) -> None:
    """PostgreSQL only: the file's writer waits for readers to end instead."""
    if sql_store.engine.dialect.name == "sqlite":
        pytest.skip("a reader of the file makes the writer wait")
    with sql_store.open_lists() as lists:
        assert lists.units.all() == ()
        with sql_store.open_books() as books:
            books.units.add(make.unit())
            books.commit()
        assert lists.units.all() == ()


def test_a_view_writes_nothing(sql_store: Any) -> None:
    with sql_store.open_lists() as lists:
        lists.units.all()
    with sql_store.open_lists() as lists:
        assert not hasattr(lists.units, "add")
        assert not hasattr(lists.entries, "save")


def test_bookings_wait_alike(twins: tuple[Any, MemoryStore]) -> None:
    chance = Random(5)
    bookings, payments = [], []
    for number in range(60):
        one = replace(
            full_invoicing.booking(),
            id=BookingId(ids.new()),
            day=AUTUMN.first + timedelta(chance.randrange(61)),
            amount=Money(chance.choice([0, 5, -5])),
            currency=chance.choice(["EUR", "EUR", "SEK"]),
            set_aside=chance.choice(["", "", "", "avustus"]),
            key=f"avain {number}",
        )
        bookings.append(one)
        for _ in range(chance.randrange(3)):
            amount = Money(chance.choice([2, 3, 5, -5]))
            fields = {"unit": full.UNIT, "invoice": full.FIRST_INVOICE, "by": full.OFFICE, "at": full.AT}
            payments.append(make.payment(**fields, booking=one.id, amount=amount, archive_id=None))
    for store in twins:
        with store.open_books() as books:
            for one in bookings:
                books.invoicing.bookings.add(one)
            for payment in payments:
                books.payments.add(payment)
            books.commit()
    mine, plain = both(twins, lambda lists: lists.waiting_bookings(full.UNIT))
    assert [one.booking.day for one in mine] == sorted(one.booking.day for one in mine)
    by_id = {one.booking.id: one for one in plain}
    assert {one.booking.id: one for one in mine} == by_id
    assert {bool(one.placed) for one in mine} == {True, False}
    assert both(twins, lambda lists: lists.waiting_bookings(UnitId(ids.new()))) == ((), ())


def test_they_know_alike_what_no_journal_holds(twins: tuple[Any, MemoryStore]) -> None:
    export = full_invoicing.after_invoices()["invoicing.ledger_exports"][0]
    others = both(twins, lambda lists: lists.billings.unbooked(UnitId(ids.new())))
    assert others[0] == others[1]
    assert (others[0].invoices, others[0].payments) == (frozenset(), frozenset())
    _, before = both(twins, lambda lists: lists.billings.unbooked(full.UNIT))
    chance = Random(7)
    some = sorted((*before.invoices, *before.payments), key=lambda one: one.hex)
    items = (*chance.sample(some, len(some) // 2), ids.new())
    for store in twins:
        with store.open_books() as books:
            books.invoicing.ledger_exports.add(replace(export, id=LedgerExportId(ids.new()), items=items))
            books.commit()
    mine, plain = both(twins, lambda lists: lists.billings.unbooked(full.UNIT))
    assert mine == plain
    assert mine.invoices | mine.payments == set(some) - set(items)
    assert mine.invoiced != before.invoiced or mine.paid != before.paid


def test_they_know_alike_who_has_prepaid(twins: tuple[Any, MemoryStore]) -> None:
    invoice = full.invoices()[0]
    assert both(twins, lambda lists: lists.billings.has_prepaid(invoice.customer)) == (False, False)
    line = replace(full.line(), id=InvoiceLineId(ids.new()), kind=LineKind.PREPAYMENT, entries=())
    line = replace(line, credits_line=None, deducts=None)
    ahead = replace(invoice, id=InvoiceId(ids.new()), number=901, lines=(line,))
    for store in twins:
        with store.open_books() as books:
            books.invoices.add(ahead)
            assert books.billings.has_prepaid(invoice.customer)
            books.commit()
    assert both(twins, lambda lists: lists.billings.has_prepaid(invoice.customer)) == (True, True)
    assert both(twins, lambda lists: lists.billings.has_prepaid(CustomerId(ids.new()))) == (False, False)
