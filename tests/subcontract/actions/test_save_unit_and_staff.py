import pytest

from subcontract import ids
from subcontract.actions.perform import perform
from subcontract.actions.save_staff import SaveStaff, save_staff
from subcontract.actions.save_unit import SaveUnit, save_unit
from subcontract.clock import standing_at
from subcontract.ids import StaffId
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make

CLOCK = standing_at(make.TODAY)


def test_staff_are_added_changed_and_undone() -> None:
    store, coach = (
        make.store(),
        make.staff(id=StaffId(ids.new()), name="Olli", roles=frozenset({Role.JOB_COACH})),
    )
    done = perform(save_staff, SaveStaff(staff=coach), store.open_books, CLOCK, make.worker())
    assert done.undo
    perform(done.undo.action, done.undo.ask, store.open_books, CLOCK, make.worker())
    with store.open_lists() as lists:
        assert [one.name for one in lists.staff.all()] == ["Maija Koivu"]


def test_the_last_manager_is_not_retired() -> None:
    store = make.store()
    with pytest.raises(Refused) as refused:
        perform(save_staff, SaveStaff(staff=make.staff(active=False)), store.open_books, CLOCK, make.worker())
    assert refused.value.code is Code.LAST_MANAGER


def test_the_unit_is_changed_and_put_back() -> None:
    store = make.store()
    ask = SaveUnit(unit=make.unit(quote_valid_days=14))
    done = perform(save_unit, ask, store.open_books, CLOCK, make.worker())
    assert done.undo
    perform(done.undo.action, done.undo.ask, store.open_books, CLOCK, make.worker())
    with store.open_lists() as lists:
        assert lists.units.get(make.UNIT).quote_valid_days == 30


def test_only_the_manager_changes_the_unit() -> None:
    with pytest.raises(Refused) as refused:
        perform(
            save_unit,
            SaveUnit(unit=make.unit()),
            make.store().open_books,
            CLOCK,
            make.worker(Role.JOB_COACH, Role.CLERK),
        )
    assert refused.value.code is Code.NOT_ALLOWED
