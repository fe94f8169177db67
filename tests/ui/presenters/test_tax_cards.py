"""Tax cards at the presenter: days of one year, and whose card it is."""

from datetime import date
from decimal import Decimal

import pytest

from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.money import Money
from subcontract.payout.wage_records import WageSums
from subcontract.people.staff import Role
from subcontract.people.tax_card import TaxCard
from tests import make
from tests.pay_office import Office
from ui.presenters.clients.fields import PURPOSES
from ui.presenters.clients.tax_cards import TaxCardsPresenter
from ui.presenters.direct import DirectDoor
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")


@pytest.fixture
def office() -> Office:
    return Office()


def page(office: Office, *roles: Role) -> TaxCardsPresenter:
    store = office.store
    door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker(*roles))
    presenter = TaxCardsPresenter(door, TEXTS)
    presenter.show_client(office.liisa, PURPOSES[1])
    return presenter


def typed(office: Office, **values: str) -> TaxCardsPresenter:
    presenter = page(office)
    presenter.start_new()
    given = {"first": "1.2.2026", "last": "31.12.2026", "base": "8,5", "additional": "31", "limit": "14000"}
    for name, text in {**given, **values}.items():
        presenter.form.type({"first": "days.first", "last": "days.last"}.get(name, name), text)
    return presenter


def stored(office: Office) -> tuple[TaxCard, ...]:
    records: tuple[TaxCard, ...] = office.all("tax_cards")
    return records


def test_a_card_is_typed_and_saved(office: Office) -> None:
    typed(office, identity_code="010190-900P").save()
    (card,) = stored(office)
    assert (card.base, card.additional, card.limit) == (Decimal("8.5"), Decimal(31), Money(14000))
    assert card.days == DateRange(date(2026, 2, 1), date(2026, 12, 31))


def test_another_persons_card_is_told_beside_its_code_and_not_kept(office: Office) -> None:
    presenter = typed(office, identity_code="010594Y9032")
    presenter.save()
    assert presenter.form.errors["identity_code"].startswith("Tämä kuuluu toiselle")
    assert not stored(office)
    presenter.form.type("identity_code", "010190-900P")
    presenter.save()
    assert len(stored(office)) == 1


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"first": ""}, "days.first"),
        ({"last": ""}, "days.last"),
        ({"first": "29.2.2026"}, "days.first"),
        ({"last": "31.1.2026"}, "days.last"),
        ({"last": "31.1.2027"}, "days.last"),
        ({"base": "101"}, "base"),
        ({"additional": ""}, "additional"),
        ({"limit": "-1"}, "limit"),
        ({"identity_code": "010190-900X"}, "identity_code"),
    ],
)
def test_what_cannot_be_stands_beside_its_field(office: Office, values: dict[str, str], field: str) -> None:
    presenter = typed(office, **values)
    presenter.save()
    assert set(presenter.form.errors) == {field}
    assert not stored(office)


def test_a_card_may_begin_on_a_leap_day(office: Office) -> None:
    typed(office, first="29.2.2028", last="31.12.2028").save()
    assert [card.days.first for card in stored(office)] == [date(2028, 2, 29)]


def test_a_revised_card_is_a_card_of_its_own(office: Office) -> None:
    typed(office).save()
    typed(office, first="1.7.2026", base="12").save()
    assert [card.base for card in stored(office)] == [Decimal("8.5"), Decimal(12)]


def test_a_card_that_has_been_used_stays_and_it_is_told_what_to_do(office: Office) -> None:
    presenter = typed(office)
    presenter.save()
    office.approve(wage=WageSums(tax_card=stored(office)[0].id))
    presenter.form.type("base", "9")
    presenter.save()
    assert stored(office)[0].base == Decimal("8.5")
    assert presenter.notice is not None
    assert "uusi kortti" in presenter.notice.text


def test_a_coach_reads_cards_and_does_not_change_them(office: Office) -> None:
    typed(office).save()
    presenter = page(office, Role.JOB_COACH)
    presenter.open(stored(office)[0].id)
    assert not presenter.can_save
    assert presenter.form.locked
