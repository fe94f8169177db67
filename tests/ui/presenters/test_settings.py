from dataclasses import replace

from subcontract.clock import standing_at
from subcontract.ids import StaffId
from subcontract.people.staff import Role
from tests import make
from tests.fakes import MemoryStore
from ui.presenters.direct import DirectDoor
from ui.presenters.settings.staff import StaffPresenter
from ui.presenters.settings.tariffs import TariffsPresenter
from ui.presenters.settings.unit import UnitPresenter
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")


def door(store: MemoryStore, *roles: Role) -> DirectDoor:
    return DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker(*roles))


def opened(store: MemoryStore, *roles: Role) -> UnitPresenter:
    presenter = UnitPresenter(door(store, *roles), TEXTS)
    presenter.load()
    return presenter


def test_the_unit_is_read_changed_and_saved() -> None:
    store = make.store()
    presenter = opened(store)
    before = presenter.can_save
    presenter.form.type("iban", "FI55 4234 5670 0000 81")
    presenter.form.type("quote_valid_days", "45")
    assert (before, presenter.can_save) == (False, True)
    presenter.save()
    with store.open_lists() as lists:
        unit = lists.units.get(make.UNIT)
    assert (unit.iban, unit.quote_valid_days) == ("FI5542345670000081", 45)
    assert not presenter.dirty


def test_a_wrong_account_stands_in_words_beside_its_field_and_nothing_is_lost() -> None:
    store = make.store()
    presenter = opened(store)
    presenter.form.type("iban", "FI55 4234 5670 0000 82")
    presenter.form.type("phone", "044 000 0999")
    presenter.save()
    assert presenter.form.errors["iban"]
    assert presenter.form.typed["phone"] == "044 000 0999"
    with store.open_lists() as lists:
        assert lists.units.get(make.UNIT).phone == make.unit().phone


def test_a_change_elsewhere_does_not_wipe_what_is_typed() -> None:
    store = make.store()
    presenter = opened(store)
    presenter.form.type("phone", "044 000 0999")
    with store.open_books() as books:
        books.units.save(replace(books.units.get(make.UNIT), name="Rantapaja"))
        books.commit()
    presenter.load()
    assert presenter.form.typed["phone"] == "044 000 0999"
    presenter.save()
    assert presenter.notice is not None
    with store.open_lists() as lists:
        assert lists.units.get(make.UNIT).name == "Rantapaja"
    presenter.save()
    with store.open_lists() as lists:
        assert lists.units.get(make.UNIT).phone.replace(" ", "") == "0440000999"


def test_who_may_not_edit_reads_only() -> None:
    presenter = opened(make.store(), Role.WORK_COACH)
    assert presenter.form.locked == set(presenter.form.specs)
    assert not presenter.can_save


def test_a_new_member_of_staff_gets_roles_and_can_be_undone() -> None:
    store = make.store()
    own = door(store)
    presenter = StaffPresenter(own, TEXTS)
    presenter.load()
    presenter.start_new()
    presenter.form.type("name", "Ritva Mäkelä")
    presenter.form.pick("roles", (Role.CLERK,))
    presenter.save()
    with store.open_lists() as lists:
        (new,) = [one for one in lists.staff.all() if one.id != make.MANAGER]
    assert (new.name, new.roles, new.active) == ("Ritva Mäkelä", frozenset({Role.CLERK}), True)
    own.undo()
    with store.open_lists() as lists:
        assert [one.id for one in lists.staff.all()] == [make.MANAGER]


def test_the_last_manager_stays() -> None:
    store = make.store()
    presenter = StaffPresenter(door(store), TEXTS)
    presenter.load()
    presenter.open(StaffId(make.MANAGER))
    presenter.form.pick("roles", (Role.CLERK,))
    presenter.save()
    assert presenter.form.errors["roles"]
    with store.open_lists() as lists:
        assert lists.staff.get(make.MANAGER).roles == frozenset({Role.MANAGER})


def test_the_same_person_twice_is_asked_about_once() -> None:
    """Two must look at a payout: one person written twice would be two."""
    store = make.store()
    staff = StaffPresenter(door(store), TEXTS)
    staff.load()
    name = next(iter(staff.records.values())).name
    staff.start_new()
    staff.form.type("name", name.upper())
    staff.save()
    assert "Samantapainen nimi" in staff.form.errors["name"]
    assert staff.save_words == "Save anyway"
    before = len(staff.records)
    staff.save()
    assert len(staff.records) == before + 1
    staff.form.type("phone", "040 123 4567")
    staff.save()
    assert not staff.form.errors, "a name that stays has been confirmed"


def test_a_tariff_half_written_waits() -> None:
    store = make.store()
    tariff = make.tariff()
    with store.open_books() as books:
        books.tariffs.add(tariff)
        books.commit()
    screen = TariffsPresenter(door(store), TEXTS)
    screen.load()
    screen.start_new()
    screen.form.type("first", "1.2.2027")
    screen.rates.rows[0].type("amount", "9")
    screen.open_row(tariff.id)
    assert screen.form.typed["first"] == "1.1.2026"
    screen.form.type("full_day", "5")
    screen.close()
    assert screen.holds_text
    screen.start_new()
    assert (screen.form.typed["first"], screen.rates.rows[0].typed["amount"]) == ("1.2.2027", "9")
    screen.save()
    assert not screen.form.errors
    screen.open_row(tariff.id)
    assert screen.form.typed["full_day"] == "5"
    screen.remove()
    screen.start_new()
    assert not screen.dirty
    assert not screen.holds_text
