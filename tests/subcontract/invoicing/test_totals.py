"""Totals of an invoice: rounding per line, VAT once per code and rate."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.invoicing.totals import LineAmounts, line_net, sum_up, totals, vat_code
from subcontract.money import Money, total
from subcontract.problems import Code, Refused


def line(quantity: str, price: str, vat: str = "25.5", discount: str = "0") -> LineAmounts:
    return LineAmounts(
        quantity=Decimal(quantity), unit_price=Decimal(price), discount=Decimal(discount), vat=vat
    )


LINES = st.lists(
    st.builds(
        line,
        st.integers(1, 999).map(str),
        st.integers(0, 99999).map(lambda number: f"{number // 100}.{number % 100:02}"),
        st.sampled_from(["25.5", "24", "14.0", "13.5", "E", "AE", "Z", "0"]),
        st.sampled_from(["0", "10", "33.33", "100"]),
    ),
    min_size=1,
    max_size=12,
)


def refused(lines: tuple[LineAmounts, ...]) -> tuple[Code, str]:
    with pytest.raises(Refused) as caught:
        totals(lines)
    return caught.value.code, caught.value.problems[0].field


def test_the_published_invoice() -> None:
    sums = totals((line("1200", "0.08"), line("6.5", "11.50", discount="10")))
    assert [str(net) for net in sums.nets] == ["96.00", "67.28"]
    (vat,) = sums.vat
    assert (vat.code, str(vat.rate), str(vat.base), str(vat.amount)) == ("S", "25.5", "163.28", "41.64")
    assert (str(sums.net), str(sums.total)) == ("163.28", "204.92")


def test_vat_is_reckoned_once_on_the_sum() -> None:
    sums = totals(tuple(line("1", "0.02") for _ in range(10)))
    assert str(sums.total) == "0.25"  # each line alone would give 0.03 and ten of them 0.30


def test_one_sum_for_each_code_and_rate_in_the_order_of_the_lines() -> None:
    sums = totals((line("1", "10", "14"), line("1", "10", "25.50"), line("2", "10", "14.0"),
                   line("1", "5", "AE"),
                   line("1", "5", "E"), line("1", "5", "0")))  # fmt: skip
    assert [(one.code, one.base) for one in sums.vat] == [
        ("S", Money(30)), ("S", Money(10)), ("AE", Money(5)), ("E", Money(5)), ("Z", Money(5)),
    ]  # fmt: skip
    assert [str(one.amount) for one in sums.vat] == ["4.20", "2.55", "0.00", "0.00", "0.00"]


def test_a_credit_is_the_mirror_of_its_invoice() -> None:
    there = totals((line("3", "0.35"), line("1", "0.15", "14")))
    back = sum_up([("25.5", -there.nets[0]), ("14", -there.nets[1])])
    assert (back.net, back.total) == (-there.net, -there.total)


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ((), (Code.REQUIRED, "lines")),
        ((line("1", "1", discount="100.01"),), (Code.UNKNOWN_VALUE, "discount")),
        ((line("1", "1", discount="-1"),), (Code.UNKNOWN_VALUE, "discount")),
        ((line("1", "1", vat="-1"),), (Code.UNKNOWN_VALUE, "vat")),
        ((line("1", "1", vat="101"),), (Code.UNKNOWN_VALUE, "vat")),
        ((line("1", "1", vat="S"),), (Code.NOT_A_NUMBER, "vat")),
        ((line("999999999", "999999999"),), (Code.TOO_LARGE, "")),
    ],
)
def test_what_cannot_be_totalled_is_refused(
    lines: tuple[LineAmounts, ...], problem: tuple[Code, str]
) -> None:
    assert refused(lines) == problem


def test_halves_of_a_line() -> None:
    assert str(line_net(line("1", "0.005"))) == "0.01"
    assert str(line_net(line("-1", "0.005"))) == "-0.01"
    assert str(line_net(line("0.5", "0.0099"))) == "0.00"
    assert vat_code("-0") == ("Z", Decimal(0))


@given(LINES)
def test_an_invoice_equals_its_lines(lines: list[LineAmounts]) -> None:
    sums = totals(lines)
    assert sums.net == total(sums.nets) == total(one.base for one in sums.vat)
    assert sums.total == sums.net + total(one.amount for one in sums.vat)
    assert len({(one.code, one.rate) for one in sums.vat}) == len(sums.vat)
    for one in sums.vat:
        exact = one.base.amount * one.rate / 100
        assert one.amount.amount == exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
