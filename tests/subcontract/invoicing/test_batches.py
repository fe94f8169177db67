"""Sums on the statement whose payments came one by one: found by the day, the account and the amount."""

from datetime import date
from itertools import count
from typing import Any
from uuid import UUID

from subcontract.ids import BankFileId, BookingId
from subcontract.invoicing.bank.batches import batches
from subcontract.invoicing.bank.bookings import BankFormat, Booking
from subcontract.money import Money
from tests import make

STATEMENT, PAYMENTS = (BankFileId(UUID(int=n)) for n in (1, 2))
FORMS = {STATEMENT: BankFormat.CAMT_053, PAYMENTS: BankFormat.CAMT_054}
NUMBERS = count(1)


def booking(amount: str, **fields: Any) -> Booking:
    number = next(NUMBERS)
    given = {
        "id": BookingId(UUID(int=1000 + number)),
        "unit": make.UNIT,
        "file": STATEMENT,
        "day": date(2026, 11, 20),
        "amount": Money(amount),
        "account": "FI2112345600000785",
        "key": str(number),
    }
    return Booking(**{**given, **fields})


def payment(amount: str, **fields: Any) -> Booking:
    return booking(amount, file=PAYMENTS, reference="10016", payer="MALLI OY", **fields)


def found(waiting: list[Booking], *told: Booking) -> list[int]:
    ids = batches(waiting, [*waiting, *told], FORMS)
    return [at for at, one in enumerate(waiting) if one.id in ids]


def test_a_sum_whose_payments_came_is_a_batch() -> None:
    assert found([booking("30.00")], payment("10.00"), payment("20.00")) == [0]
    assert found([booking("30.00")], payment("10.00"), payment("20.01")) == []


def test_all_sums_of_a_day_together_or_one_alone() -> None:
    assert found([booking("10.00"), booking("20.00")], payment("25.00"), payment("5.00")) == [0, 1]
    assert found([booking("30.00"), booking("7.00")], payment("30.00")) == [0]


def test_day_account_and_kind_of_file_must_fit() -> None:
    waiting = [booking("30.00")]
    assert found(waiting, payment("30.00", day=date(2026, 11, 21))) == []
    assert found(waiting, payment("30.00", account="FI5542345670000081")) == []
    assert found(waiting, booking("30.00", reference="10016")) == []
    assert found(waiting, payment("30.00", account="12345600000785")) == [0]


def test_what_has_a_payer_or_a_reference_or_went_out_is_no_batch() -> None:
    told = payment("30.00")
    assert found([booking("30.00", payer="JOKU")], told) == []
    assert found([booking("30.00", reference="1234561")], told) == []
    assert found([booking("30.00", currency="SEK")], told) == []
    assert found([booking("-30.00")], payment("-30.00")) == []
