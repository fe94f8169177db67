"""What a payslip is made of: the card that was used, and how much of it earlier payments had used."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from subcontract.actions.keep_payslips import payslip_facts
from subcontract.days import Month
from subcontract.money import Money
from subcontract.papers import PayslipFacts
from subcontract.payout.records import Ledger, Payout
from subcontract.payout.wage_records import Reopening, WageSums
from subcontract.people.tax_card import TaxCard
from tests import make, make_benefits
from tests.pay_office import CLOCK, Office

DECEMBER, JANUARY, FEBRUARY = Month(2025, 12), Month(2026, 1), Month(2026, 2)


@pytest.fixture
def office() -> Office:
    return Office()


def card_of(office: Office) -> TaxCard:
    card = make_benefits.tax_card(client=office.liisa.id)
    office.add("pay.tax_cards", card)
    return card


def pay(office: Office, month: Month, used: str, card: TaxCard | None, **fields: Any) -> Payout:
    sums = WageSums(wages=Money(used), card_used=Money(used), tax_card=card.id if card else None)
    return office.approve(month, wage=sums, taxable=Money(used), **fields)


def told(office: Office, payout: Payout) -> PayslipFacts:
    with office.store.open_books() as books:
        return payslip_facts(books, books.pay_runs.get(payout.pay_run), payout)


def test_what_the_limit_is_used_by_is_what_withholding_counts(office: Office) -> None:
    card = card_of(office)
    pay(office, DECEMBER, "800.00", None)  # paid in January by last year's percentage
    first = pay(office, JANUARY, "500.00", card)
    assert told(office, first).used_before == Money(800)
    second = pay(office, FEBRUARY, "300.00", card)
    assert told(office, second).used_before == Money(1300)
    reopening = Reopening(
        payout=first.id, client=office.liisa.id, reason="x", by=make.MANAGER, at=CLOCK.now()
    )
    office.add("pay.reopenings", reopening)
    assert told(office, second).used_before == Money(800)


def test_a_revised_card_counts_from_its_own_first_day(office: Office) -> None:
    card = card_of(office)
    revised = replace(
        make_benefits.tax_card(client=office.liisa.id),
        days=replace(make_benefits.YEAR, first=date(2026, 2, 1)),
    )
    office.add("pay.tax_cards", revised)
    pay(office, DECEMBER, "800.00", None)
    pay(office, Month(2025, 11), "100.00", card, pay_day=date(2026, 1, 2))
    assert told(office, pay(office, JANUARY, "500.00", revised)).used_before == Money(0)


def test_a_taxable_allowance_of_the_same_day_uses_the_limit_too(office: Office) -> None:
    card = card_of(office)
    day = date(2026, 2, 13)
    pay(office, JANUARY, "40.00", card, ledger=Ledger.ALLOWANCE, pay_day=day, approved_at=CLOCK.now())
    wage = pay(office, JANUARY, "500.00", card, pay_day=day, approved_at=CLOCK.now() + timedelta(hours=1))
    assert told(office, wage).used_before == Money(40)
