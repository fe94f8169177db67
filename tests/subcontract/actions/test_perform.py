from dataclasses import dataclass, replace
from datetime import date

import pytest

from subcontract import ids
from subcontract.actions.act import PERMISSIONS, Done, Kind, Permission, Worker
from subcontract.actions.perform import FIRST_PREVIOUS, broken_link, hash_of, perform
from subcontract.clock import Clock, standing_at
from subcontract.ids import StaffId, UnitId
from subcontract.people.staff import Role
from subcontract.people.unit import Unit
from subcontract.ports import Books
from subcontract.problems import Code, Refused, refuse
from tests.fakes import MemoryStore

CLOCK = standing_at(date(2026, 11, 23))


def worker(*roles: Role) -> Worker:
    return Worker(staff=StaffId(ids.new()), name="Kokeilija", roles=frozenset(roles), unit=UnitId(ids.new()))


@dataclass(frozen=True, kw_only=True)
class NameUnit:
    unit: Unit


def name_unit(ask: NameUnit, books: Books, _clock: Clock, who: Worker) -> Done:
    who.must_be_allowed(Permission.EDIT_UNIT)
    books.units.add(ask.unit)
    return Done(changed=frozenset({Kind.UNITS}), id=ask.unit.id)


def write_then_refuse(ask: NameUnit, books: Books, _clock: Clock, _who: Worker) -> Done:
    books.units.add(ask.unit)
    raise refuse(Code.WRONG_STATE)


def some_unit() -> Unit:
    return Unit(id=UnitId(ids.new()), name="Rantapaja", provider="Esimerkkialue")


def test_an_act_and_its_log_row_are_written_together() -> None:
    store, ask = MemoryStore(), NameUnit(unit=some_unit())
    perform(name_unit, ask, store.open_books, CLOCK, worker(Role.MANAGER), purpose="koe")
    with store.open_lists() as lists:
        assert lists.units.all() == (ask.unit,)
        (row,) = lists.log.of(ask.unit.id)
    assert (row.action, row.purpose, row.previous) == ("name_unit", "koe", FIRST_PREVIOUS)


def test_a_refused_act_leaves_neither_record_nor_row() -> None:
    store = MemoryStore()
    with pytest.raises(Refused):
        perform(write_then_refuse, NameUnit(unit=some_unit()), store.open_books, CLOCK, worker(Role.MANAGER))
    with store.open_lists() as lists:
        assert lists.units.all() == ()
        assert lists.log.last(10) == ()


def test_whoever_may_not_is_refused_before_anything_is_read() -> None:
    with pytest.raises(Refused) as refusal:
        perform(
            name_unit, NameUnit(unit=some_unit()), MemoryStore().open_books, CLOCK, worker(Role.WORK_COACH)
        )
    assert refusal.value.code is Code.NOT_ALLOWED


def test_every_role_has_its_permissions_and_the_manager_has_all() -> None:
    assert set(PERMISSIONS) == set(Role)
    assert PERMISSIONS[Role.MANAGER] == frozenset(Permission)
    assert Permission.APPROVE_PAY not in PERMISSIONS[Role.CLERK]


def test_the_chain_names_the_first_row_that_was_touched() -> None:
    store = MemoryStore()
    for _ in range(5):
        perform(
            name_unit, NameUnit(unit=some_unit()), store.open_books, CLOCK, worker(Role.MANAGER), purpose="a"
        )
    with store.open_lists() as lists:
        rows = lists.log.last(5)
    assert broken_link(rows) is None
    touched = replace(rows[2], purpose="b")
    assert broken_link((*rows[:2], touched, *rows[3:])) == touched
    rehashed = replace(touched, hash=hash_of(touched))
    assert broken_link((*rows[:2], rehashed, *rows[3:])) == rows[3]
    assert broken_link((*rows[:2], *rows[3:])) == rows[3]
    assert broken_link((rows[1], rows[0], *rows[2:])) == rows[1]


def test_the_log_holds_no_word_of_what_was_asked() -> None:
    store, unit = MemoryStore(), replace(some_unit(), name="Salainen nimi")
    perform(name_unit, NameUnit(unit=unit), store.open_books, CLOCK, worker(Role.MANAGER))
    with store.open_lists() as lists:
        assert "Salainen" not in repr(lists.log.last(1))
