"""Typed lines of a month as the clerk meets them, without a window."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from subcontract.money import Money
from subcontract.payout.records import Ledger
from subcontract.payout.wage_records import EXPENSES, TYPED, PayCode
from tests.fakes import MemoryStore
from tests.seat import plain
from tests.ui.presenters.test_wage_runs import LIISA, approved, clerk, store, wages
from ui.presenters.pay.runs import PayRunsPresenter

__all__ = ["store"]


def fill(runs: PayRunsPresenter, kind: PayCode, **typed: str) -> None:
    runs.items.form.pick("kind", kind)
    runs.items.form.pick("client", LIISA.id)
    for name, text in typed.items():
        runs.items.form.type(name, text)


def test_sick_pay_is_added_and_paid_by_the_next_calculation(store: MemoryStore) -> None:
    runs = wages(store, clerk())
    runs.items.open()
    assert (runs.verb, runs.items.form.typed["day"]) == ("Lisää rivi", "31.10.2026")
    fill(runs, PayCode.SICK_PAY, day="7.10.2026", minutes="4", amount="48", text="flunssa")
    runs.items.add()
    (row,) = runs.items.table.visible
    assert (row.cells["amount"], row.cells["day"]) == (Money(48), date(2026, 10, 7))
    assert runs.items.form.typed["amount"] == ""
    runs.items.close()
    runs.calculate()
    liisa = next(one for one in runs.payouts if one.client == LIISA.id)
    line = next(one for one in liisa.lines if one.rule == PayCode.SICK_PAY)
    assert (line.amount, int(line.basis)) == (Money(48), 240)


def test_hours_of_sick_pay_are_worth_the_agreed_pay_of_an_hour(store: MemoryStore) -> None:
    runs = wages(store, clerk())
    runs.items.open()
    fill(runs, PayCode.SICK_PAY, day="7.10.2026", minutes="4:30")
    assert runs.facts is not None
    (agreed,) = (one for one in runs.facts.employments if one.client == LIISA.id)
    terms = agreed.terms_on(date(2026, 10, 7))
    assert terms is not None
    due = Money.rounded(terms.hourly_base.amount * 9 / 2)
    (sum_line,) = runs.items.form.summary_lines()
    assert plain(sum_line.value) == plain(runs.texts.money(due))
    runs.items.add()
    (row,) = runs.items.table.visible
    assert row.cells["amount"] == due
    fill(runs, PayCode.OTHER_WAGE, minutes="4:30", text="lisä")
    assert list(runs.items.form.summary_lines()) == []


def test_kilometres_take_the_units_own_rate(store: MemoryStore) -> None:
    def write(books: Any) -> None:
        (settings,) = books.pay.pay_settings.all()
        books.pay.pay_settings.save(replace(settings, per_kilometre=Decimal("0.25")))

    store.fill(write)
    runs = wages(store, clerk())
    runs.items.open()
    fill(runs, PayCode.KILOMETRES, quantity="20")
    (sum_line,) = runs.items.form.summary_lines()
    assert plain(sum_line.value) == "5,00 €"
    runs.items.add()
    (row,) = runs.items.table.visible
    assert row.cells["amount"] == Money(5)


def test_only_the_fields_of_the_kind_are_asked_for(store: MemoryStore) -> None:
    runs = wages(store, clerk())
    told: list[set[str]] = []
    runs.items.form.listen(lambda: told.append(set(runs.items.form.hidden)))
    runs.items.open()
    assert told[-1] == {"quantity", "rate"}  # those of the first kind, as soon as it opens
    fill(runs, PayCode.SICK_PAY)
    assert runs.items.form.hidden == {"quantity", "rate"}
    fill(runs, PayCode.BUS_TICKET)
    assert runs.items.form.hidden == {"minutes"}
    choices = [one.value for one in runs.items.form.specs["kind"].choices]
    assert tuple(choices) == TYPED
    runs.choose(Ledger.ALLOWANCE)
    runs.items.open()
    assert tuple(one.value for one in runs.items.form.specs["kind"].choices) == EXPENSES


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(store: MemoryStore) -> None:
    runs = wages(store, clerk())
    runs.items.open()
    fill(runs, PayCode.OTHER_WAGE, amount="0", day="5.11.2026", text="lisä")
    runs.items.add()
    assert set(runs.items.form.errors) == {"day", "amount"}
    assert runs.items.form.typed["text"] == "lisä"
    assert runs.items.table.visible == ()


def test_a_line_after_the_calculation_asks_for_another(store: MemoryStore) -> None:
    runs = wages(store, clerk())
    runs.calculate()
    runs.items.open()
    fill(runs, PayCode.BUS_TICKET, quantity="2", rate="3,10")
    runs.items.add()
    second = wages(store)
    assert not second.can_approve


def test_a_line_is_removed_and_an_approved_month_is_closed(store: MemoryStore) -> None:
    runs = wages(store, clerk())
    runs.items.open()
    fill(runs, PayCode.FEE, amount="35")
    runs.items.add()
    runs.items.table.select(runs.items.table.visible[0].id)
    assert runs.items.can_remove
    runs.items.remove()
    assert runs.items.table.visible == ()
    done = approved(store)
    assert not done.items.can_open
