"""An invoice comes to the same cents on screen, on paper, in Finvoice and UBL and in the ledger."""

from dataclasses import replace

import pytest

from subcontract.money import Money
from tests.exact_invoices import batch, compared

SEEDS = range(4)
EACH = 75


@pytest.mark.parametrize("seed", SEEDS)
def test_every_place_shows_what_whole_numbers_come_to(seed: int) -> None:
    some = batch(seed, EACH)
    assert any(case.invoice.is_interest for case in some)
    counts, wrong = compared(some)
    assert wrong == []
    places = ("screens", "paper", "Finvoice", "ledger")
    assert {counts[place] for place in places} == {counts["invoices"] + counts["notes"]}
    assert counts["UBL"]
    assert counts["notes"]


def test_a_cent_too_much_is_found_in_every_place() -> None:
    case = next(one for one in batch(1, 20) if one.peppol and not one.is_note and one.invoice.seller.vat_id)
    dearer = case.invoice.total + Money("0.01")
    vat = case.invoice.vat[0]
    wrong_sums = (replace(vat, amount=vat.amount + Money("0.01")), *case.invoice.vat[1:])
    wrong = replace(case, invoice=replace(case.invoice, vat=wrong_sums, total=dearer))
    _, found = compared([wrong])
    for place in ("list", "page", "paper", "Finvoice", "UBL", "ledger"):
        assert any(f", {place}: " in one for one in found), place
