"""KTL and TITO: fields by their places, letters, control sums, and the published balances."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.invoicing.bank.bookings import BankFormat, Transaction
from subcontract.money import Money, total
from subcontract.papers.files.bank import read_bank_file
from subcontract.problems import Code, Refused
from tests.make_bank_files import (
    ACCOUNT,
    DAY,
    Told,
    control_statement,
    ktl,
    ktl_row,
    tito,
    tito_booking,
    tito_closing,
    tito_extra,
    tito_opening,
)

ONE = Told(reference="10016", payer="ÄÖ Å oy", archive_id="261120588NGO0001")
BACK = Told(amount=Money("-10.00"), reference="10016", payer="MALLI OY", archive_id="261120588NGO0002")


def read(data: bytes) -> tuple[Transaction, ...]:
    return read_bank_file(data).transactions


def refusal(data: bytes) -> tuple[Code, dict[str, object]]:
    with pytest.raises(Refused) as refused:
        read(data)
    problem = refused.value.problems[0]
    return problem.code, dict(problem.facts)


# --- KTL


def test_a_reference_file_gives_its_payments_and_corrections() -> None:
    reading = read_bank_file(ktl([ONE, BACK]))
    assert reading.form is BankFormat.KTL
    first, second = reading.transactions
    assert first == Transaction(
        booked=DAY,
        value=DAY,
        amount=Money("204.92"),
        reference="10016",
        payer="ÄÖ Å oy",
        archive_id="261120588NGO0001",
        account=ACCOUNT,
    )
    assert (second.amount, second.payer) == (Money("-10.00"), "MALLI OY")


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", ""])
def test_line_ends_do_not_matter(end: str) -> None:
    assert read(ktl([ONE, BACK], end)) == read(ktl([ONE, BACK]))
    assert read(tito([ONE, BACK], Money(5), end)) == read(tito([ONE, BACK], Money(5)))


def test_payments_without_a_head_and_blanks_lost_at_the_end_are_read() -> None:
    rows = "\n".join(row.rstrip() for row in ktl([ONE, BACK]).decode().splitlines())
    assert len(read(rows.encode())) == 2
    assert len(read(f"{ktl_row(ONE)}\n{ktl_row(BACK)}\n\x1a".encode())) == 2


def test_a_direct_debit_that_failed_is_no_payment() -> None:
    rows = f"{ktl_row(ONE, kind='5', return_code='1')}\n{ktl_row(BACK, kind='5')}\n"
    assert [one.amount for one in read(rows.encode())] == [Money("-10.00")]


def test_letters_of_today_are_read_too() -> None:
    row = ktl_row(ONE)
    plain = row.replace(row[63:75], f"{'ÄÖ Å oy':12}")
    for encoding in ("iso-8859-1", "utf-8", "utf-8-sig"):
        assert read(plain.encode(encoding))[0].payer == "ÄÖ Å oy"


@pytest.mark.parametrize(
    ("at", "text", "facts"),
    [
        (0, "7", {"line": 2, "part": "kind of the row"}),
        (1, "X", {"line": 2, "part": "account"}),
        (15, "261301", {"line": 2, "part": "booking day"}),
        (21, "X", {"line": 2, "part": "value day"}),
        (75, "2", {"line": 2, "part": "currency"}),
        (77, "-", {"line": 2, "part": "amount"}),
        (87, "5", {"line": 2, "part": "mark of a correction"}),
    ],
)
def test_a_field_that_cannot_be_read_refuses_the_file(at: int, text: str, facts: dict[str, object]) -> None:
    rows = ktl([ONE, BACK]).decode().splitlines()
    rows[1] = rows[1][:at] + text + rows[1][at + len(text) :]
    assert refusal("\n".join(rows).encode()) == (Code.BANK_FILE_FIELD, facts)


def test_a_row_that_is_too_long_is_refused() -> None:
    assert refusal(f"{ktl_row(ONE)}9\n".encode()) == (
        Code.BANK_FILE_FIELD,
        {"line": 1, "part": "length of the row"},
    )


def test_a_batch_must_agree_with_its_sum_row() -> None:
    head, first, second, sums = ktl([ONE, BACK]).decode().splitlines()
    for rows in (
        [head, first, sums],
        [head, first, first, second, sums],
        [head, first.replace("0000020492", "0000020493"), second, sums],
        [head, first, second],
        [head, first, second, head, sums],
    ):
        assert refusal("\n".join(rows).encode())[0] is Code.BANK_FILE_SUMS
    assert len(read("\n".join([head, first, second, sums] * 2).encode())) == 4


# --- TITO


def test_the_published_control_statement_comes_out() -> None:
    reading = read_bank_file(control_statement())
    assert reading.form is BankFormat.TITO
    amounts = [one.amount for one in reading.transactions]
    assert total(one for one in amounts if one > Money(0)) == Money("42371.30")
    assert total(one for one in amounts if one < Money(0)) == Money("-29730.33")
    assert Money("4409.27") + total(amounts) == Money("17050.24")
    assert [one.payer for one in reading.transactions] == [
        "JÄRVISEN PYÖRÄ OY",
        "Åkerlund & Öhman",
        "",
        "AMERI ESIMERKKI OYJ",
        "POUTA TMI",
        "KUPARIKESKUS",
    ]


def test_a_booking_has_its_message_reference_and_day() -> None:
    first, second, batch, item, _, _ = read(control_statement())
    assert (first.reference, first.text, first.archive_id) == ("1234561", "", "060306588AA0000001")
    assert second.text == "Lasku 15/2006 kiitos työstä"
    assert (batch.amount, batch.text) == (Money("8795.00"), "Pano")
    # An item has neither day nor id of its own.
    assert (item.booked, item.archive_id, item.reference) == (
        date(2006, 3, 6),
        "060306588AA0000003/1",
        "13",
    )
    assert {one.account for one in (first, item)} == {ACCOUNT}
    assert {one.currency for one in (first, item)} == {"EUR"}


def test_items_that_do_not_come_to_the_booking_leave_it_one() -> None:
    data = control_statement().replace(b"000000000000059555", b"000000000000059554")
    bill = next(one for one in read(data) if one.amount == Money("-695.55"))
    assert bill.archive_id == "060306588AA0000003"


def test_a_row_about_the_euro_area_brings_the_rf_reference_and_the_whole_name() -> None:
    reference, name = "RF332348236", "Lappeenrannan Erittäin Pitkän Nimen Yhdistys ry"
    sepa = f"{reference:35}{'FI5542345670000081':35}{'OKOYFIHH':35}{'':70}{name:70}{'':35}{'':35}"
    told = Told(payer="", archive_id="A1")
    rows = [
        tito_opening(Money(0)),
        tito_booking(told),
        tito_extra("11", sepa),
        tito_extra("09", "ei enää"),
        tito_closing(told.amount),
    ]
    (one,) = read("\n".join(rows).encode("iso-8859-1"))
    assert (one.reference, one.payer) == (reference, name)


def test_every_account_of_a_file_has_its_own_balance() -> None:
    found = read(tito([ONE]) + tito([BACK], Money(100)))
    assert [one.amount for one in found] == [ONE.amount, BACK.amount]


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        (b"+000000000000020492", b"+000000000000020493", "balance"),
        (b"T40050261120+000000000000019992", b"T40050261120+000000000000019993", "balance"),
        (b"T40050261120+", b"T40050261120-", "balance"),
        (b"T40050261120+000000000000019992", b"T40050261120 000000000000019992", "balance"),
        (b"+00000000000002049200000001-", b"+00000000000002049100000001-", "control sum"),
        (b"T50067126112000000001", b"T50067126112000000002", "control sum"),
    ],
)
def test_what_does_not_come_to_the_balances_is_refused(old: bytes, new: bytes, part: str) -> None:
    data = tito([ONE, BACK], Money(5))
    assert old in data
    code, facts = refusal(data.replace(old, new, 1))
    assert code in {Code.BANK_FILE_SUMS, Code.BANK_FILE_FIELD}
    assert facts["part"] == part


def test_a_statement_cut_short_is_refused() -> None:
    rows = tito([ONE, BACK]).splitlines(keepends=True)
    for length in (2, 3):
        assert refusal(b"".join(rows[:length]))[0] is Code.BANK_FILE_SUMS
    for missing in (1, 2):
        assert refusal(b"".join(rows[:missing] + rows[missing + 1 :]))[0] is Code.BANK_FILE_SUMS


@pytest.mark.parametrize(
    ("old", "new", "facts"),
    [
        (b"T10188000001", b"T10187000001", {"line": 2, "part": "length of the row"}),
        (b"T10188000001", b"T10X88000001", {"line": 2, "part": "kind of the row"}),
        (b"T10188000001", b"T77188000001", {"line": 2, "part": "kind of the row"}),
        (b"T10188000001", b"T10003000001", {"line": 2, "part": "length of the row"}),
        (b"EURK[ytt", b"E RK[ytt", {"line": 1, "part": "currency"}),
        (b"FI2112345600000785", b"FI2212345600000785", {"line": 1, "part": "account"}),
    ],
)
def test_a_record_that_cannot_be_read_refuses_the_file(
    old: bytes, new: bytes, facts: dict[str, object]
) -> None:
    data = tito([ONE])
    assert old in data
    assert refusal(data.replace(old, new, 1)) == (Code.BANK_FILE_FIELD, facts)


old_payments = st.builds(
    Told,
    amount=st.integers(-(10**9), 10**9).map(Money.of_cents),
    reference=st.from_regex(r"[1-9][0-9]{3,19}", fullmatch=True),
    payer=st.text("ABCDEFGÄÖÅäöå 0123456789&.-", max_size=12).map(lambda text: " ".join(text.split())),
    archive_id=st.from_regex(r"[0-9A-Z]{4,16}", fullmatch=True),
    day=st.dates(date(1990, 1, 1), date(2089, 12, 31)),
)


@given(st.lists(old_payments, min_size=1, max_size=6), st.booleans())
def test_any_payments_come_back_as_they_were(told: list[Told], statement: bool) -> None:
    found = read(tito(told, Money(1000)) if statement else ktl(told))
    assert [(o.amount, o.reference, o.payer, o.archive_id, o.booked, o.account) for o in found] == [
        (t.amount, t.reference, t.payer, t.archive_id, t.day, ACCOUNT) for t in told
    ]
