"""Another pay day is asked for, moved where it is off, and the month is reckoned by it."""

from datetime import date

import pytest

from subcontract.money import Money
from tests import make
from tests.fakes import MemoryStore
from tests.seat import plain
from tests.ui.presenters.test_wage_runs import LIISA, approved, clerk, store, wages

__all__ = ["store"]


def test_a_month_is_calculated_by_another_pay_day(store: MemoryStore) -> None:
    runs = wages(store, clerk())
    runs.calculate()
    runs.pay_days.start()
    assert runs.pay_days.form.typed["pay_day"] == "13.11.2026"
    runs.pay_days.form.type("pay_day", "6.12.2026")
    assert "maksetaan sitä edeltävänä pankkipäivänä 4.12.2026" in plain(runs.pay_days.form.notes["pay_day"])
    runs.pay_days.do()
    assert not runs.pay_days.is_open
    assert runs.run is not None
    assert runs.run.pay_day == date(2026, 12, 6)
    assert "Maksupäivä 6.12.2026 ei ole pankkipäivä" in plain(runs.about)
    assert "on jo mennyt" not in runs.about
    runs.calculate()
    assert runs.run.pay_day == date(2026, 12, 6)


def test_a_month_that_has_not_been_calculated_is_calculated_by_the_day(store: MemoryStore) -> None:
    runs = wages(store, clerk())
    runs.pay_days.start()
    runs.pay_days.form.type("pay_day", "30.11.2026")
    assert runs.pay_days.form.notes == {}
    runs.pay_days.do()
    assert runs.run is not None
    assert runs.run.pay_day == date(2026, 11, 30)
    paid = next(one for one in runs.payouts if one.client == LIISA.id)
    assert paid.taxable == Money("107.04")


@pytest.mark.parametrize("wrong", ["", "ei tietoa", "30.9.2026", "1.6.2027"])
def test_a_wrong_day_is_told_of_beside_the_field(store: MemoryStore, wrong: str) -> None:
    runs = wages(store, clerk())
    runs.pay_days.start()
    runs.pay_days.form.type("pay_day", wrong)
    runs.pay_days.do()
    assert "pay_day" in runs.pay_days.form.errors
    assert runs.pay_days.is_open
    assert runs.run is None


def test_an_approved_month_keeps_its_day(store: MemoryStore) -> None:
    approved(store)
    runs = wages(store, clerk())
    runs.pay_days.start()
    assert not runs.pay_days.is_open
    other = wages(store, make.worker())
    other.step(1)
    other.pay_days.start()
    other.step(-1)
    assert not other.pay_days.is_open
