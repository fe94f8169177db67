"""The transactions of a bank's file as the command tells them."""

import json

import pytest

from subcontract.money import Money
from subcontract.problems import Refused
from tests.make_bank_files import Told, camt, camt_entry, ktl
from ui.outside.read_bank import read_bank

MALLI = Told(reference="10016", payer="MALLI OY")


def test_a_transaction_has_the_fields_of_the_contract() -> None:
    told = read_bank(camt([camt_entry([MALLI])]))
    assert json.loads(json.dumps(told)) == [
        {
            "booked": "2026-11-20",
            "value": "2026-11-20",
            "amount": "204.92",
            "currency": "EUR",
            "reference": "10016",
            "payer": "MALLI OY",
            "text": "",
            "id": "261120588NGO000001",
            "account": "FI2112345600000785",
        }
    ]


def test_money_that_went_out_is_below_nought_and_a_day_may_be_missing() -> None:
    out = Told(amount=Money("-5.00"))
    (one,) = read_bank(
        ktl([out]).replace(b"3" + b"12345600000785261120261120", b"312345600000785261120000000")
    )
    assert (one["amount"], one["value"]) == ("-5.00", None)


def test_nothing_half_read_is_told() -> None:
    good, bad = camt_entry([MALLI]), camt_entry([MALLI]).replace("CRDT", "CRDIT")
    with pytest.raises(Refused):
        read_bank(camt([good, bad]))
