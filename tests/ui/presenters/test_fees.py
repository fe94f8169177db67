"""The fees of a peer coach at the presenter."""

from datetime import date

import pytest

from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.money import Money
from subcontract.people.client import FormOfWork, FormOfWorkSpan
from subcontract.people.employment import FeeTerms
from tests import make
from tests.pay_office import Office
from ui.presenters.clients.fees import FeesPresenter
from ui.presenters.clients.fields import PURPOSES
from ui.presenters.direct import DirectDoor
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")


@pytest.fixture
def office() -> Office:
    span = FormOfWorkSpan(days=DateRange(date(2026, 1, 1)), form=FormOfWork.FEE)
    return Office(liisa=make.client(number=1, forms=(span,)))


def page(office: Office) -> FeesPresenter:
    store = office.store
    door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker())
    presenter = FeesPresenter(door, TEXTS)
    presenter.show_client(office.liisa, PURPOSES[1])
    return presenter


def typed(office: Office, **values: str) -> FeesPresenter:
    presenter = page(office)
    presenter.start_new()
    for name, text in values.items():
        presenter.form.type({"first": "days.first", "last": "days.last"}.get(name, name), text)
    return presenter


def stored(office: Office) -> tuple[FeeTerms, ...]:
    records: tuple[FeeTerms, ...] = office.all("fee_terms")
    return records


def test_a_fee_of_an_occasion_and_one_of_an_hour(office: Office) -> None:
    presenter = typed(office, first="1.1.2026", last="30.6.2026", amount="35", text="Vertaisohjaus")
    presenter.save()
    presenter.start_new()
    presenter.form.type("days.first", "1.7.2026")
    presenter.form.type("amount", "14,50")
    presenter.form.pick("per_hour", True)
    presenter.save()
    older, newer = stored(office)
    assert (older.amount, older.per_hour, older.text) == (Money(35), False, "Vertaisohjaus")
    assert (newer.amount, newer.per_hour, newer.days) == (Money("14.50"), True, DateRange(date(2026, 7, 1)))
    assert [row.cells["per"] for row in presenter.table.visible] == ["Tunnilta", "Kerralta"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"first": ""}, "days.first"),
        ({"first": "30.2.2028"}, "days.first"),
        ({"last": "1.1.2025"}, "days.last"),
        ({"amount": ""}, "amount"),
        ({"amount": "0"}, "amount"),
        ({"amount": "20000"}, "amount"),
    ],
)
def test_what_cannot_be_stands_beside_its_field(office: Office, values: dict[str, str], field: str) -> None:
    presenter = typed(office, **{"first": "1.1.2026", "amount": "35", **values})
    presenter.save()
    assert set(presenter.form.errors) == {field}
    assert not stored(office)


def test_two_fees_on_the_same_days(office: Office) -> None:
    typed(office, first="1.1.2026", amount="35").save()
    presenter = typed(office, first="1.6.2026", amount="40")
    presenter.save()
    assert set(presenter.form.errors) == {"days.first"}
    assert presenter.form.typed["amount"] == "40"


def test_work_that_is_not_fee_work_is_told_and_mended() -> None:
    office = Office(liisa=make.client(number=1))
    presenter = typed(office, first="1.6.2026", amount="35")
    assert presenter.about_form.startswith("1.6.2026 alkaen")
    presenter.save()
    presenter.mend_form()
    assert not presenter.about_form
    with office.store.open_lists() as lists:
        assert lists.clients.get(office.liisa.id).form_on(date(2026, 6, 1)) is FormOfWork.FEE


def test_a_fee_made_by_mistake_is_taken_away(office: Office) -> None:
    presenter = typed(office, first="1.1.2026", amount="35")
    presenter.save()
    presenter.remove()
    assert not stored(office)
