"""Which invoice a booking pays: by its reference, by its message, amount and payer, or nobody knows."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

import pytest

from subcontract.codes import make_reference
from subcontract.ids import CustomerId, InvoiceId
from subcontract.invoicing.bank.matching import Ground, Match, proposed_match, sure_match
from subcontract.invoicing.bank.payables import Payable, Payables
from subcontract.money import ZERO, Money

KUUSI, RINNE, MATTI = (CustomerId(UUID(int=n)) for n in (1, 2, 3))
NAMES = {KUUSI: "Tavaratalo Kuusi Oy", RINNE: "Leipomo Rinne Ky", MATTI: "Matti Mallikas"}


@dataclass(frozen=True)
class Told:
    amount: str
    reference: str = ""
    payer: str = ""
    text: str = ""
    currency: str = "EUR"


def invoice(number: int, customer: CustomerId, total: str, **settled: str) -> Payable:
    return Payable(
        id=InvoiceId(UUID(int=number)),
        number=number,
        customer=customer,
        name=NAMES[customer],
        reference=make_reference(str(number)).national,
        total=Money(total),
        **{name: Money(amount) for name, amount in settled.items()},
    )


ALL = (
    invoice(1001, KUUSI, "204.92"),
    invoice(1002, KUUSI, "100.00"),
    invoice(1003, RINNE, "77.00"),
    invoice(1004, RINNE, "50.00", paid="50.00"),
    invoice(1005, RINNE, "60.00", credited="60.00"),
    invoice(1006, MATTI, "30.00", paid="35.00"),
    invoice(1007, MATTI, "204.92"),
)
REFERENCES = {one.number: one.reference for one in ALL}


def proposal(told: Told, payables: Iterable[Payable] = ALL) -> tuple[Ground, list[tuple[int, str]]] | None:
    match = proposed_match(told, Money(told.amount), Payables(payables))
    return None if match is None else (match.ground, shown(match))


def shown(match: Match) -> list[tuple[int, str]]:
    return [(part.invoice.int, str(part.amount)) for part in match.parts]


@pytest.mark.parametrize("amount", ["204.92", "100.00", "300.00"])
@pytest.mark.parametrize("form", ["national", "padded", "rf"])
def test_the_reference_of_an_open_invoice_is_certain_whatever_the_amount(amount: str, form: str) -> None:
    reference = make_reference("1001")
    written = {"national": reference.national, "padded": reference.national.zfill(20), "rf": reference.rf}[
        form
    ]
    match = sure_match(Told(amount, written, payer="Joku Muu"), Money(amount), Payables(ALL))
    assert match is not None
    assert match.is_sure
    assert shown(match) == [(1001, amount)]


@pytest.mark.parametrize(
    ("number", "ground"), [(1004, Ground.PAID_ALREADY), (1005, Ground.CREDITED), (1006, Ground.PAID_ALREADY)]
)
def test_a_settled_invoice_paid_again_needs_somebody_to_look(number: int, ground: Ground) -> None:
    told = Told("50.00", REFERENCES[number])
    assert sure_match(told, Money("50.00"), Payables(ALL)) is None
    assert proposal(told) == (ground, [(number, "50.00")])


def test_the_same_invoice_twice_in_a_file_is_certain_only_once() -> None:
    payables = Payables(ALL)
    told = Told("204.92", REFERENCES[1001])
    first = sure_match(told, Money("204.92"), payables)
    assert first is not None
    payables.take(first.parts)
    assert sure_match(told, Money("204.92"), payables) is None


def test_foreign_money_is_never_certain() -> None:
    told = Told("2300.00", REFERENCES[1001], currency="SEK")
    assert sure_match(told, Money("2300.00"), Payables(ALL)) is None
    assert proposal(told) == (Ground.FOREIGN, [(1001, "204.92")])
    assert proposal(Told("77.00", payer="Leipomo Rinne", currency="SEK")) is None


@pytest.mark.parametrize(
    "text",
    [
        f"Viite {REFERENCES[1002]}",
        f"viite: {make_reference('1002').rf_printed} kiitos",
        f"VIITENRO 000{REFERENCES[1002]}.",
    ],
)
def test_a_reference_in_the_message_is_proposed(text: str) -> None:
    assert proposal(Told("99.00", payer="Joku", text=text)) == (Ground.MESSAGE, [(1002, "99.00")])


def test_the_number_of_an_invoice_counts_when_the_amount_or_the_payer_fits() -> None:
    assert proposal(Told("90.00", payer="TAVARATALO KUUSI OY", text="Lasku 1002")) == (
        Ground.NUMBER,
        [(1002, "90.00")],
    )
    assert proposal(Told("100.00", payer="Joku", text="lasku 1002")) == (Ground.NUMBER, [(1002, "100.00")])
    assert proposal(Told("90.00", payer="Joku", text="Lasku 1002")) is None


@pytest.mark.parametrize(
    "payer", ["TAVARATALO KUUSI", "Tavaratalo Kuusi Oy", "TAVARATALO K", "KUUSI TAVARATALO"]
)
def test_amount_and_name_together_are_proposed(payer: str) -> None:
    assert proposal(Told("204.92", payer=payer)) == (Ground.AMOUNT_AND_NAME, [(1001, "204.92")])


def test_several_open_invoices_of_a_payer_are_proposed_together() -> None:
    assert proposal(Told("304.92", payer="Tavaratalo Kuusi Oy")) == (
        Ground.SEVERAL,
        [(1001, "204.92"), (1002, "100.00")],
    )
    more = (*ALL, invoice(1010, KUUSI, "11.00"))
    assert proposal(Told("111.00", payer="Tavaratalo Kuusi Oy"), more) == (
        Ground.SEVERAL,
        [(1002, "100.00"), (1010, "11.00")],
    )
    # Two ways to come to the amount: nobody can tell which.
    twice = (*more, invoice(1011, KUUSI, "11.00"))
    assert proposal(Told("111.00", payer="Tavaratalo Kuusi Oy"), twice) is None


def test_many_open_invoices_are_not_tried_in_every_combination() -> None:
    many = [invoice(2000 + n, KUUSI, f"{n + 1}.00") for n in range(60)]
    assert proposal(Told("1830.00", payer="Tavaratalo Kuusi Oy"), many)
    assert proposal(Told("61.00", payer="Tavaratalo Kuusi Oy"), many) is None


def test_an_amount_alone_must_be_the_only_one() -> None:
    assert proposal(Told("77.00", payer="Joku Aivan Muu")) == (Ground.AMOUNT, [(1003, "77.00")])
    assert proposal(Told("204.92", payer="Joku Aivan Muu")) is None


def test_a_payers_only_open_invoice_is_proposed_for_another_amount() -> None:
    assert proposal(Told("70.00", payer="LEIPOMO RINNE")) == (Ground.NAME, [(1003, "70.00")])
    assert proposal(Told("70.00", payer="TAVARATALO KUUSI")) is None


def test_money_given_back_belongs_to_what_was_paid_too_much() -> None:
    assert proposal(Told("-5.00", payer="Matti Mallikas")) == (Ground.GIVEN_BACK, [(1006, "-5.00")])
    assert proposal(Told("-5.00")) == (Ground.GIVEN_BACK, [(1006, "-5.00")])
    assert proposal(Told("-3.00", REFERENCES[1006])) == (Ground.GIVEN_BACK, [(1006, "-3.00")])
    assert proposal(Told("-6.00", REFERENCES[1006])) is None
    assert sure_match(Told("-5.00", REFERENCES[1006]), Money("-5.00"), Payables(ALL)) is None


@pytest.mark.parametrize(
    "told",
    [
        Told("12.34", payer="Joku"),
        Told("12.34", reference="1234561"),
        Told("12.34", reference="123"),
        Told("12.34", payer="Oy"),
        Told("0.00", REFERENCES[1001]),
        Told("12.34", text="9" * 200),
    ],
)
def test_what_fits_nothing_is_left_alone(told: Told) -> None:
    assert proposal(told) is None


def test_nothing_is_left_after_everything_has_been_taken() -> None:
    payables = Payables(ALL)
    for one in (one for one in ALL if one.left > ZERO):
        match = sure_match(Told("0", one.reference), one.left, payables)
        assert match is not None
        payables.take(match.parts)
    assert payables.open_of(frozenset(NAMES)) == []
    assert {one.left for one in payables.overpaid()} == {Money("-5.00")}
