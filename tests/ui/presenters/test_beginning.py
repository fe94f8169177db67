"""What a new centre is told to do first, and how it goes away."""

from dataclasses import replace

from subcontract.clock import standing_at
from subcontract.people.staff import Role
from tests import make
from tests.fakes import MemoryStore
from ui.menu import SCREENS
from ui.presenters.direct import DirectDoor
from ui.presenters.today.today import TodayPresenter
from ui.screens.settings.settings import PAGES
from ui.texts import CatalogueTexts


def today(store: MemoryStore, *roles: Role) -> TodayPresenter:
    door = DirectDoor(
        store.open_books, store.open_lists, standing_at(make.TODAY), make.worker(*(roles or (Role.MANAGER,)))
    )
    presenter = TodayPresenter(door, CatalogueTexts("en"))
    presenter.load()
    return presenter


def test_a_new_centre_is_led_to_its_first_steps_in_their_order() -> None:
    store = make.store()
    with store.open_books() as books:
        unit = books.units.get(make.UNIT)
        books.units.save(replace(unit, iban=""))
        books.commit()
    steps = [card.screen for card in today(store).cards]
    assert steps[:2] == ["settings/tariffs", "settings/unit"]
    assert steps[2:4] == ["customers", "clients"]
    assert "jobs" not in steps, "a job needs a customer first"
    for screen in steps:
        name, _, page = screen.partition("/")
        assert name in SCREENS
        assert not page or page in PAGES


def test_a_step_that_is_done_is_gone() -> None:
    store = make.store()
    customer = make.customer()
    with store.open_books() as books:
        books.customers.add(customer)
        books.clients.add(make.client())
        books.commit()
    steps = [card.screen for card in today(store).cards]
    assert "customers" not in steps
    assert "settings/unit" not in steps
    assert "jobs" in steps
    with store.open_books() as books:
        books.jobs.add(make.job(customer=customer.id))
        books.commit()
    assert "jobs" not in [card.screen for card in today(store).cards]


def test_who_may_not_do_a_step_is_not_told_of_it() -> None:
    assert today(make.store(), Role.AUDITOR).cards == ()
    assert "settings/unit" not in [card.screen for card in today(make.store(), Role.WORK_COACH).cards]
