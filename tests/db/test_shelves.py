"""Every shelf answers alike in memory, in the file and on the server."""

import dataclasses
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from operator import attrgetter
from typing import Any

import pytest

from subcontract import ids
from subcontract.days import DateRange
from subcontract.ids import QuoteId
from subcontract.jobs.job import JobState
from subcontract.jobs.quote import QuoteState
from subcontract.payout.records import PayRunState
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make
from tests.db import full

SHELVES = list(full.world())
LEDGERS = {
    "entries",
    "invoices",
    "payments",
    "pay.reopenings",
    "invoicing.bank_files",
    "invoicing.reminders",
    "invoicing.ledger_exports",
    "rota.publications",
}
DATED = {
    "quotes",
    "shifts",
    "assignments",
    "entries",
    "complete_days",
    "invoices",
    "payments",
    "pay.pay_items",
    "invoicing.bookings",
    "invoicing.reminders",
    "rota.pins",
    "rota.publications",
}
NOVEMBER = DateRange(date(2026, 11, 1), date(2026, 11, 30))


def filled(store: Any) -> dict[str, tuple[Any, ...]]:
    with store.open_books() as books:
        world = full.fill(books)
        books.commit()
    return world


def refusal(act: Any) -> Code:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code


LEFT_OPEN = {"version", "approved", "state"}
"""Fields at their default: what has been approved could not be changed by the tests."""


def test_the_full_world_is_full() -> None:
    empty = []
    for shelf, records in full.world().items():
        for field in dataclasses.fields(records[-1]):
            values = {repr(getattr(record, field.name)) for record in records}
            if values == {repr(field.default)} and field.name not in LEFT_OPEN:
                empty.append(f"{shelf}.{field.name}")
    assert empty == []


def test_every_record_comes_back_as_it_went(store: Any) -> None:
    world = filled(store)
    with store.open_lists() as lists:
        for shelf, records in world.items():
            reader = attrgetter(shelf)(lists)
            assert reader.all() == records
            for record in records:
                assert reader.get(record.id) == record
    for shelf, records in world.items():
        for record in records:
            with store.open_lists() as lists:
                assert attrgetter(shelf)(lists).find(record.id) == record


def test_what_is_not_there_is_not_found(store: Any) -> None:
    with store.open_books() as books:
        for shelf in SHELVES:
            unknown = (full.UNIT, full.MONTH) if shelf == "complete_months" else ids.new()
            reader = attrgetter(shelf)(books)
            assert reader.find(unknown) is None
            assert reader.all() == ()
            assert refusal(partial(reader.get, unknown)) is Code.NOT_FOUND


def test_leaving_without_commit_undoes_everything(store: Any) -> None:
    with store.open_books() as books:
        world = full.fill(books)
        assert all(len(attrgetter(shelf)(books).all()) == len(world[shelf]) for shelf in SHELVES)
    with store.open_lists() as lists:
        assert all(attrgetter(shelf)(lists).all() == () for shelf in SHELVES)


def test_a_failure_undoes_everything(store: Any) -> None:
    def fail() -> None:
        with store.open_books() as books:
            full.fill(books)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with store.open_lists() as lists:
        assert lists.units.all() == ()


@pytest.mark.parametrize("shelf", SHELVES)
def test_the_same_id_is_added_once(store: Any, shelf: str) -> None:
    world = filled(store)

    def again() -> None:
        with store.open_books() as books:
            attrgetter(shelf)(books).add(world[shelf][0])
            books.commit()

    assert refusal(again) is Code.ALREADY_EXISTS


@pytest.mark.parametrize(
    ("shelf", "changes"),
    [
        ("clients", {}),
        ("jobs", {"phases": ()}),
        ("quotes", {}),
        ("assignments", {}),
        ("pay_runs", {}),
        ("payouts", {}),
        ("invoices", {"lines": ()}),
        ("payments", {}),
    ],
)
def test_numbers_and_pairs_are_not_given_twice(store: Any, shelf: str, changes: dict[str, Any]) -> None:
    world = filled(store)
    twin = replace(world[shelf][0], id=ids.new(), **changes)

    def again() -> None:
        with store.open_books() as books:
            attrgetter(shelf)(books).add(twin)
            books.commit()

    assert refusal(again) is Code.ALREADY_EXISTS


CHANGES: dict[str, dict[str, Any]] = {
    "units": {"name": "Uusi", "address": make.unit().address},
    "staff": {"roles": frozenset({Role.AUDITOR})},
    "clients": {
        "forms": (),
        "skills": frozenset({"uusi"}),
        "permits": (),
        "photo": b"",
        "photo_consent": None,
    },
    "customers": {"name": "Uusi Oy"},
    "quotes": {"state": QuoteState.REFUSED, "lines": ()},
    "shifts": {"coach": None, "phase": None, "needs": frozenset()},
    "assignments": {"day": date(2026, 11, 25)},
    "tariffs": {"rates": ()},
    "pay_runs": {"approved_by": None, "approved_at": None},
    "payouts": {"lines": (), "warnings": ("new",), "wage": None},
    "pay.employments": {"terms": (), "job": None},
    "pay.tax_cards": {"received_on": None},
    "pay.subsidy_facts": {"jobseeker": None, "lacks_skills": None, "unemployed_of_14": None},
    "pay.subsidy_claims": {"lines": (), "sent_on": None},
    "pay.pay_settings": {"codes": ()},
    "pay.wage_pots": {"shares": ()},
    "pay.hand_overs": {"ticked_by": None, "ticked_at": None},
    "drafts": {"lines": full.draft().lines[1:], "note": ""},
}


def test_a_change_is_stored_under_the_next_version(store: Any) -> None:
    world = filled(store)
    for shelf, changes in CHANGES.items():
        old = world[shelf][-1]
        with store.open_books() as books:
            saved = attrgetter(shelf)(books).save(replace(old, **changes))
            books.commit()
        assert saved == replace(old, **changes, version=2)
        with store.open_lists() as lists:
            assert attrgetter(shelf)(lists).get(old.id) == saved


def test_a_stale_record_is_refused(store: Any) -> None:
    world = filled(store)
    with store.open_books() as books:
        for shelf in CHANGES:
            attrgetter(shelf)(books).save(world[shelf][-1])
        books.commit()
    with store.open_books() as books:
        for shelf in CHANGES:
            old = world[shelf][-1]
            assert refusal(partial(attrgetter(shelf)(books).save, old)) is Code.CHANGED_ELSEWHERE
            assert refusal(partial(attrgetter(shelf)(books).remove, old)) is Code.CHANGED_ELSEWHERE
            assert attrgetter(shelf)(books).get(old.id) == replace(old, version=2)


def test_an_approved_run_is_neither_changed_nor_removed(store: Any) -> None:
    filled(store)
    with store.open_books() as books:
        run = books.pay_runs.all()[0]
        locked = books.pay_runs.save(dataclasses.replace(run, state=PayRunState.APPROVED))
        assert refusal(lambda: books.pay_runs.save(locked)) is Code.PERIOD_LOCKED
        assert refusal(lambda: books.pay_runs.remove(locked)) is Code.PERIOD_LOCKED


def test_what_was_never_added_is_not_saved(store: Any) -> None:
    world = filled(store)
    with store.open_books() as books:
        for shelf in CHANGES:
            stranger = replace(world[shelf][-1], id=ids.new())
            assert refusal(partial(attrgetter(shelf)(books).save, stranger)) is Code.NOT_FOUND
            assert refusal(partial(attrgetter(shelf)(books).remove, stranger)) is Code.NOT_FOUND


def test_what_nothing_refers_to_can_be_removed(store: Any) -> None:
    world = filled(store)
    some = (
        "quotes",
        "assignments",
        "complete_days",
        "complete_months",
        "tariffs",
        "drafts",
        "pay.subsidy_claims",
    )
    with store.open_books() as books:
        for shelf in some:
            attrgetter(shelf)(books).remove(world[shelf][-1])
        books.commit()
    with store.open_lists() as lists:
        assert all(attrgetter(shelf)(lists).find(world[shelf][-1].id) is None for shelf in some)


def test_what_is_referred_to_stays(sql_store: Any) -> None:
    world = filled(sql_store)
    with sql_store.open_books() as books:
        for shelf in ("units", "staff", "clients", "customers", "jobs", "shifts", "pay_runs", "payouts"):
            assert refusal(partial(attrgetter(shelf)(books).remove, world[shelf][0])) is Code.IN_USE
            assert attrgetter(shelf)(books).all() == world[shelf]


def test_what_refers_to_nothing_is_refused(sql_store: Any) -> None:
    def add(shelf: str) -> None:
        with sql_store.open_books() as books:
            attrgetter(shelf)(books).add(full.world()[shelf][0])
            books.commit()

    for shelf in set(SHELVES) - {"units", "customers"}:
        assert refusal(partial(add, shelf)) is Code.NOT_FOUND, shelf


def test_within_picks_days_in_their_order(store: Any) -> None:
    world = filled(store)
    with store.open_lists() as lists:
        for shelf in DATED:
            by_day = tuple(sorted(world[shelf], key=lambda record: record.day))
            reader = attrgetter(shelf)(lists)
            assert reader.within(DateRange(date(1900, 1, 1))) == by_day
            last = by_day[-1].day
            assert reader.within(DateRange(last, last)) == tuple(r for r in by_day if r.day == last)
            assert reader.within(DateRange(date(2000, 1, 1), date(2000, 1, 2))) == ()


def test_where_takes_values_none_and_any_of(store: Any) -> None:
    world = filled(store)
    first, last = world["entries"]
    with store.open_lists() as lists:
        assert lists.entries.where(shift=None) == (first,)
        assert lists.entries.where(kind=(first.kind, last.kind), job=full.JOB) == (first, last)
        assert lists.entries.where(shift=(None, last.shift)) == (first, last)
        assert lists.entries.where(client=()) == ()
        assert lists.entries.where(id=(last.id, ids.new()), void=True) == (last,)
        assert lists.entries.within(NOVEMBER, client=full.CLIENT, phase=None) == (first,)
        assert lists.complete_months.where(month=full.MONTH, unit=(full.UNIT,)) == world["complete_months"]
        assert lists.jobs.where(state=JobState.RUNNING) == world["jobs"]
        assert lists.clients.where(id=tuple(c.id for c in world["clients"])) == world["clients"]


def test_any_of_very_many(store: Any) -> None:
    world = filled(store)
    many = tuple(ids.new() for _ in range(25_000))
    wanted = (*many, *(entry.id for entry in reversed(world["entries"])))
    with store.open_lists() as lists:
        assert set(lists.entries.where(id=wanted)) == set(world["entries"])
        assert lists.entries.within(NOVEMBER, id=wanted) == world["entries"]
        assert lists.billings.billed(wanted) == frozenset()


def test_phases_change_places_in_place(store: Any) -> None:
    job = filled(store)["jobs"][0]
    third = make.phase(name="Kolmas")
    with store.open_books() as books:
        first, second = job.phases
        changed = books.jobs.save(
            replace(job, phases=(third, second, replace(first, name="Uusi nimi", studies=())))
        )
        changed = books.jobs.save(replace(changed, phases=changed.phases[1:]))
        books.commit()
    with store.open_lists() as lists:
        assert lists.jobs.get(job.id) == changed
        assert lists.jobs.get(job.id).phases[0].id == second.id


def test_a_phase_with_work_stays(sql_store: Any) -> None:
    job = filled(sql_store)["jobs"][0]
    with sql_store.open_books() as books:
        assert refusal(lambda: books.jobs.save(replace(job, phases=()))) is Code.IN_USE
        assert books.jobs.get(job.id) == job


def test_an_approved_payout_is_locked(store: Any) -> None:
    payout = filled(store)["payouts"][0]
    with store.open_books() as books:
        approved = books.payouts.save(replace(payout, approved=True))
        books.commit()
    with store.open_books() as books:
        assert refusal(lambda: books.payouts.save(replace(approved, approved=False))) is Code.PERIOD_LOCKED
        assert refusal(lambda: books.payouts.remove(approved)) is Code.PERIOD_LOCKED
        assert books.payouts.where(approved=True) == (approved,)


@pytest.mark.parametrize("text", ["a\0b", "\ud800"])
def test_texts_that_no_database_keeps_are_refused(sql_store: Any, text: str) -> None:
    with sql_store.open_books() as books:
        assert refusal(lambda: books.units.add(make.unit(name=text))) is Code.FORBIDDEN_CHARACTER
        assert books.units.all() == ()


def test_more_than_fits_is_refused(sql_store: Any) -> None:
    with sql_store.open_books() as books:
        assert refusal(lambda: books.units.add(make.unit(quote_valid_days=2**70))) is Code.TOO_LARGE
        assert books.units.all() == ()


def test_a_fifth_decimal_is_refused(sql_store: Any) -> None:
    filled(sql_store)
    with sql_store.open_books() as books:
        fine = full.quote()
        line = replace(fine.lines[0], quantity=Decimal("1.00001"))
        broken = replace(fine, id=QuoteId(ids.new()), revision=9, lines=(line,))
        assert refusal(lambda: books.quotes.add(broken)) is Code.TOO_MANY_DECIMALS
        assert books.quotes.find(broken.id) is None


def test_names_of_clients_come_without_the_rest(store: Any) -> None:
    world = filled(store)
    with store.open_lists() as lists:
        names = {name.id: (name.first_name, name.last_name, name.call_name) for name in lists.clients.names()}
    assert names == {one.id: (one.first_name, one.last_name, one.call_name) for one in world["clients"]}
