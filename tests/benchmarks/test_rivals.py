"""What rivals are handed, and that one that is not here is left out with a sentence."""

import json
import sys
from pathlib import Path

import pytest

from tests.benchmarks import rival
from tests.benchmarks.bills import bill_of
from tests.benchmarks.rival import Wanted
from tests.make_papers import invoice, invoice_line
from tests.paper_reading import texts

BILL = bill_of(invoice(invoice_line(1), invoice_line(2)), "logo.png", texts())


def test_a_bill_survives_the_way_to_a_rival() -> None:
    assert json.loads(json.dumps(BILL))["lines"] == BILL["lines"]
    assert [line["quantity"] for line in BILL["lines"]] == ["38.25", "38.25"]


def test_a_bill_has_the_sums_and_the_barcode_of_the_invoice() -> None:
    assert [text.replace("\u00a0", " ") for _, text in BILL["sums"]] == [
        "1 874,26 €",
        "477,94 €",
        "2 352,20 €",
    ]
    assert BILL["bars"][0] == (0, 2)
    assert sum(BILL["bars"][-1]) == BILL["modules"]


@pytest.mark.parametrize(
    ("python", "words"), [("no/python", "there is no"), (sys.executable, "lacks no_such_library")]
)
def test_a_rival_that_is_not_here_is_left_out(python: str, words: str) -> None:
    wanted = Wanted("Somebody", Path(python), "no_such_library", "in_nothing")
    assert words in rival.why_not(wanted)


def test_a_rival_takes_its_share_of_each_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rival, "ALL", (Wanted("Echo", Path(sys.executable), "json", "echo", share=2),))
    with rival.running() as rivals:
        (echo,) = rivals
        echo.take([BILL, BILL, BILL])
        echo.take([BILL])
    assert echo.name == "Echo"
    assert echo.count == 3
    assert echo.each("lines") == pytest.approx(2000)
    assert echo.megabytes > 0
