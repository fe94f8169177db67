"""Today's reminder of earnings limits: whom it names, where it leads, and who gets it."""

from datetime import date

import pytest

from subcontract.clock import standing_at
from subcontract.days import DateRange, Month
from subcontract.money import Money
from subcontract.people.client import Client, FormOfWork, FormOfWorkSpan
from subcontract.people.staff import Role
from tests import make, make_benefits
from tests.pay_office import Office
from ui.presenters.direct import DirectDoor
from ui.presenters.today.cards import Card
from ui.presenters.today.today import TodayPresenter
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

PAID = (FormOfWorkSpan(days=DateRange(date(2026, 1, 1)), form=FormOfWork.EMPLOYMENT),)
NOVEMBER, DECEMBER = Month(2026, 11), Month(2026, 12)


@pytest.fixture
def office() -> Office:
    return Office(
        liisa=make.client(number=1, forms=PAID),
        emil=make.client(number=2, first_name="Emil", last_name="Berg", forms=PAID),
    )


def pensioner(office: Office, client: Client, month: Month, amount: str) -> None:
    office.add("pay.pensions", make_benefits.pension(client=client.id))
    earned = make_benefits.outside(client=client.id, month=month, amount=Money(amount))
    office.add("pay.outside_earnings", earned)


def card_of(office: Office, *roles: Role) -> Card | None:
    store = office.store
    door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker(*roles))
    today = TodayPresenter(door, CatalogueTexts("fi"))
    today.load()
    return next((card for card in today.cards if card.screen == "clients/limits"), None)


def test_those_near_and_over_are_named_and_the_gravest_is_led_to(office: Office) -> None:
    pensioner(office, office.liisa, NOVEMBER, "800")
    pensioner(office, office.emil, DECEMBER, "991")
    card = card_of(office)
    assert card
    assert card.what == "2 asiakasta on lähellä ansaintarajaa tai yli sen"
    assert card.whom == "Berg, Emil (yli rajan); Aalto, Liisa (lähellä ansaintarajaa)"
    assert (card.record, card.tone) == (office.emil.id, Tone.WRONG)


def test_near_alone_is_something_to_look_at(office: Office) -> None:
    pensioner(office, office.liisa, NOVEMBER, "950")
    card = card_of(office, Role.CLERK)
    assert card
    assert (card.whom, card.tone) == ("Aalto, Liisa (aivan rajan alla)", Tone.ATTENTION)


def test_room_and_months_that_are_past_or_far_give_no_card(office: Office) -> None:
    pensioner(office, office.liisa, Month(2026, 10), "2000")
    pensioner(office, office.emil, NOVEMBER, "792.71")
    assert card_of(office) is None


def test_a_work_coach_gets_no_card(office: Office) -> None:
    pensioner(office, office.liisa, NOVEMBER, "2000")
    assert card_of(office, Role.WORK_COACH) is None
    assert card_of(office, Role.JOB_COACH) is not None


def test_somebody_no_longer_a_client_is_left_out(office: Office) -> None:
    gone = make.client(number=3, active=False, forms=PAID)
    office.add("clients", gone)
    pensioner(office, gone, NOVEMBER, "2000")
    assert card_of(office) is None
