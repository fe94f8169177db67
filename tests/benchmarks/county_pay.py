"""Pay of every form for the county of ``county``: agreements, cards, pots, fees, pensions and decisions."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from subcontract.days import DateRange, Month
from subcontract.money import Money
from subcontract.payout.wage_records import PayCode
from subcontract.people.client import Client, FormOfWork, FormOfWorkSpan
from subcontract.people.employment import Employment, EmploymentTerms, FeeTerms, PaidBy
from subcontract.ports import Books, OpenBooks
from tests import make_benefits, make_pay
from tests.benchmarks import county

FORMS = 10
FEE, ON_ALLOWANCE = 8, 9
"""Of ten people one has a fee, one is on allowance, and the rest are employed."""
YEAR = DateRange(date(2026, 1, 1), date(2026, 12, 31))
WAYS = (PaidBy.HOUR, PaidBy.HOUR, PaidBy.PIECE, PaidBy.POT)


def settle(open_books: OpenBooks, month: Month) -> None:
    """Give the county's people their forms of work and all that pay is reckoned of."""
    county.settle(open_books)
    with open_books() as books:
        books.pay.pay_settings.add(make_pay.settings(employer_pension=Decimal("17.5")))
        for job in books.jobs.all():
            books.pay.wage_pots.add(make_pay.pot(job, amount=Money(900)))
        for number, client in enumerate(sorted(books.clients.all(), key=lambda one: one.number)):
            _employ(books, number, client, month)
        books.commit()


def _employ(books: Books, number: int, client: Client, month: Month) -> None:
    form = {FEE: FormOfWork.FEE, ON_ALLOWANCE: FormOfWork.ALLOWANCE}.get(
        number % FORMS, FormOfWork.EMPLOYMENT
    )
    forms = (FormOfWorkSpan(days=county.ALWAYS, form=form),)
    books.clients.save(replace(client, forms=forms, identity_code=f"{_born(number)}-9{number % 99 + 1:02}X"))
    if number % FORMS == ON_ALLOWANCE:
        books.pay.pay_items.add(
            make_pay.item(client, PayCode.BUS_TICKET, "42.00", month=month, day=month.last)
        )
        return
    if number % 7:
        books.pay.tax_cards.add(make_pay.card(client))
    if number % FORMS == FEE:
        books.pay.fee_terms.add(_fee(client))
        return
    for record in _employment(number, client):
        books.pay.employments.add(record)
        if number % 5 == 0:
            books.pay.subsidy_decisions.add(
                make_benefits.decision(client=client.id, employment=record.id, days=YEAR)
            )
    if number % 3 == 0:
        books.pay.pensions.add(make_benefits.pension(client=client.id))
        books.pay.outside_earnings.add(make_benefits.outside(client=client.id, month=month))
    if number % 4 == 0:
        sick = make_pay.item(client, PayCode.SICK_PAY, "48.00", month=month, day=month.first, minutes=240)
        books.pay.pay_items.add(sick)


def _born(number: int) -> str:
    return f"{number % 28 + 1:02}{number % 12 + 1:02}{58 + number % 40:02}"


def _fee(client: Client) -> FeeTerms:
    return make_pay.fee_terms(client, days=county.ALWAYS)


def _employment(number: int, client: Client) -> Iterator[Employment]:
    """One agreement; every sixth one has had its rate raised in the month."""
    first = EmploymentTerms(
        first=date(2026, 1, 1),
        hourly=Money("12.10"),
        capacity=Decimal(100 - number % 4 * 10),
        weekly_minutes=1200,
        paid_by=WAYS[number % 4],
        piece_rate=Decimal("0.35") if WAYS[number % 4] is PaidBy.PIECE else Decimal(0),
    )
    raised = replace(first, first=date(2026, 10, 15), hourly=Money("12.55"))
    terms = (first, raised) if number % 6 == 0 else (first,)
    yield make_pay.employment(client, *terms)
