"""The pots of a job that are shared as pay, at the presenter of their tab."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from subcontract.clock import standing_at
from subcontract.days import DateRange, Month
from subcontract.jobs.job import SplitRule
from subcontract.money import Money
from subcontract.payout.wage_records import WagePot
from subcontract.people.employment import PaidBy
from subcontract.people.staff import Role
from tests import make, make_benefits
from tests.pay_office import Office
from ui.presenters.direct import DirectDoor
from ui.presenters.jobs.wage_pot_fields import SharedAs
from ui.presenters.jobs.wage_pots import WagePotsPresenter
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")


@pytest.fixture
def office() -> Office:
    return Office()


def page(office: Office, *roles: Role) -> WagePotsPresenter:
    store = office.store
    door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker(*roles))
    presenter = WagePotsPresenter(door, TEXTS)
    presenter.show_job(office.job.id)
    return presenter


def new(office: Office, first: str = "1.11.2026", **typed: str) -> WagePotsPresenter:
    presenter = page(office)
    presenter.start_new()
    for name, text in {"days.first": first, **typed}.items():
        presenter.form.type(name.replace("last", "days.last"), text)
    return presenter


def share(presenter: WagePotsPresenter, client: object, text: str) -> None:
    row = presenter.shares.add()
    row.pick("client", client)
    row.type("share", text)


def stored(office: Office) -> tuple[WagePot, ...]:
    records: tuple[WagePot, ...] = office.all("wage_pots")
    return records


def test_a_fixed_sum_by_working_time(office: Office) -> None:
    presenter = new(office, amount="1200")
    assert (presenter.form.hidden, presenter.asks_for_shares) == ({"percent"}, False)
    presenter.save()
    (pot,) = stored(office)
    assert (pot.amount, pot.percent, pot.split) == (Money(1200), Decimal(0), SplitRule.MINUTES)
    assert (pot.job, pot.days) == (office.job.id, DateRange(date(2026, 11, 1)))
    assert [row.cells["split"] for row in presenter.table.visible] == ["Työajan mukaan"]


def test_a_part_of_the_price_takes_the_place_of_a_sum(office: Office) -> None:
    presenter = new(office, amount="1200")
    presenter.save()
    presenter.form.pick("shared_as", SharedAs.PERCENT)
    presenter.form.type("percent", "40")
    presenter.save()
    (pot,) = stored(office)
    assert (pot.amount, pot.percent) == (Money(0), Decimal(40))


def test_agreed_shares_are_of_clients(office: Office) -> None:
    presenter = new(office, amount="1200")
    presenter.form.pick("split", SplitRule.AGREED)
    assert presenter.asks_for_shares
    presenter.save()
    assert presenter.shares.error
    share(presenter, office.liisa.id, "2")
    share(presenter, office.emil.id, "1,5")
    presenter.save()
    (pot,) = stored(office)
    assert pot.shares == ((office.liisa.id, Decimal(2)), (office.emil.id, Decimal("1.5")))


def test_a_share_that_cannot_be_stands_at_its_line(office: Office) -> None:
    presenter = new(office, amount="1200")
    presenter.form.pick("split", SplitRule.AGREED)
    share(presenter, office.liisa.id, "1")
    share(presenter, office.emil.id, "0,12345")
    presenter.save()
    assert not presenter.shares.rows[0].errors
    assert set(presenter.shares.rows[1].errors) == {"share"}
    presenter.shares.rows[1].pick("client", office.liisa.id)
    presenter.shares.rows[1].type("share", "1")
    presenter.save()
    assert presenter.shares.error
    assert not stored(office)


def test_shares_that_are_out_of_sight_stop_nothing(office: Office) -> None:
    presenter = new(office, amount="1200")
    presenter.form.pick("split", SplitRule.AGREED)
    share(presenter, office.liisa.id, "ei tietoa")
    presenter.form.pick("split", SplitRule.EQUAL)
    presenter.save()
    assert [pot.split for pot in stored(office)] == [SplitRule.EQUAL]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"amount": ""}, "amount"),
        ({"amount": "0"}, "amount"),
        ({"amount": "1000001"}, "amount"),
        ({"first": ""}, "days.first"),
        ({"first": "29.2.2027"}, "days.first"),
        ({"last": "31.10.2026"}, "days.last"),
    ],
)
def test_what_cannot_be_stands_beside_its_field(office: Office, typed: dict[str, str], field: str) -> None:
    presenter = new(office, **{"amount": "1200", **typed})
    presenter.save()
    assert set(presenter.form.errors) == {field}
    assert not stored(office)


def test_no_part_of_the_price_stands_beside_its_own_field(office: Office) -> None:
    presenter = new(office)
    presenter.form.pick("shared_as", SharedAs.PERCENT)
    presenter.form.type("percent", "0")
    presenter.save()
    assert set(presenter.form.errors) == {"percent"}


def test_two_pots_on_the_same_days(office: Office) -> None:
    new(office, amount="1200").save()
    presenter = new(office, first="1.12.2026", amount="900")
    presenter.save()
    assert set(presenter.form.errors) == {"days.first"}


def test_it_tells_that_nobody_is_paid_from_it(office: Office) -> None:
    terms = make_benefits.terms(first=date(2026, 12, 1), paid_by=PaidBy.POT)
    office.employ(terms=(make_benefits.terms(), terms))
    presenter = new(office, last="30.11.2026")
    assert presenter.about_people.startswith("Kenellekään")
    presenter.form.type("days.last", "1.12.2026")
    assert not presenter.about_people


def test_changing_back_in_time_tells_of_difference_lines(office: Office) -> None:
    new(office, first="1.8.2026", amount="1200").save()
    office.approve(Month(2026, 9))
    presenter = page(office)
    presenter.open(stored(office)[0].id)
    assert not presenter.about_paid
    presenter.form.type("amount", "1300")
    assert "syyskuu" in presenter.about_paid


def test_a_pot_made_by_mistake_is_taken_away(office: Office) -> None:
    presenter = new(office, amount="1200")
    presenter.save()
    presenter.remove()
    assert not stored(office)


def test_another_job_has_its_own_and_one_not_saved_has_none(office: Office) -> None:
    presenter = new(office, amount="1200")
    presenter.save()
    other = replace(make.job(number=2), customer=office.customer.id)
    office.add("jobs", other)
    presenter.show_job(other.id)
    assert (presenter.table.visible, presenter.is_open) == ((), False)
    presenter.show_job(None)
    presenter.start_new()
    assert not presenter.is_open
    presenter.show_job(office.job.id)
    assert len(presenter.table.visible) == 1


def test_a_new_pot_left_without_saving_waits_for_its_job(office: Office) -> None:
    presenter = new(office, amount="1200")
    presenter.show_job(None)
    assert presenter.holds_text
    presenter.show_job(office.job.id)
    presenter.start_new()
    assert presenter.form.typed["amount"] == "1200"


def test_who_may_not_edit_reads(office: Office) -> None:
    new(office, amount="1200").save()
    presenter = page(office, Role.WORK_COACH)
    presenter.open(stored(office)[0].id)
    assert not presenter.can_save
    assert presenter.shares.locked
