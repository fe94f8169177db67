"""camt.053 and camt.054: every part that is read, and what is not booked or cannot be read."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from subcontract.invoicing.bank.bookings import BankFormat, Transaction
from subcontract.money import Money
from subcontract.papers.files.bank import read_bank_file
from subcontract.problems import Code, Refused
from tests.make_bank_files import ACCOUNT, Told, camt, camt_details, camt_entry, camt_of, rf
from tests.schemas import path_of, schema

SAMPLES = {
    "camt053.v2.minimal.xml": "camt.053.001.02",
    "camt053.v8.xml": "camt.053.001.08",
    "camt054.v2.xml": "camt.054.001.02",
    "camt054.v8.xml": "camt.054.001.08",
    "fi-example-camt054-reference-payments.xml": "camt.054.001.02",
}
BOTH = pytest.mark.parametrize("version", ["02", "08"])
ONE = Told(reference="10016", payer="MALLI OY", text="Kiitos")
OTHER = Told(amount=Money("95.08"), reference=rf("10029"), payer="TOINEN OY", archive_id="261120588NGO000002")


def read(data: bytes) -> tuple[Transaction, ...]:
    return read_bank_file(data).transactions


def refusal(data: bytes) -> Refused:
    with pytest.raises(Refused) as refused:
        read(data)
    return refused.value


@pytest.mark.parametrize(("name", "form"), SAMPLES.items())
def test_published_samples_pass_their_schema_and_are_read(name: str, form: str) -> None:
    path = path_of(f"camt/{name}")
    assert schema(f"camt/{form}.xsd").validate(etree.parse(str(path)))
    reading = read_bank_file(Path(path).read_bytes())
    assert reading.form == form[:8]
    assert reading.transactions


def test_the_finnish_sample_gives_each_payment_of_the_batch_once() -> None:
    found = read(path_of("camt/fi-example-camt054-reference-payments.xml").read_bytes())
    assert [(one.amount, one.reference, one.payer, one.archive_id) for one in found] == [
        (Money("214.29"), "1234561", "OSTAJA OY", "2612045UTB0000010001"),
        (Money("100.00"), "RF332348236", "TOINEN OSTAJA OY", "2612045UTB0000010002"),
    ]
    assert {(one.booked, one.value, one.account) for one in found} == {
        (date(2026, 12, 4), date(2026, 12, 4), "FI2112345600000785")
    }


def test_samples_of_other_countries_keep_the_amount_that_was_booked() -> None:
    old, new = (read(path_of(f"camt/camt054.{v}.xml").read_bytes()) for v in ("v2", "v8"))
    # Their details tell no amount, or one in another currency: the booking stays one.
    for (one,) in (old, new):
        assert (one.amount, one.currency) == (Money("-200000"), "SEK")
        assert "ISR ref number V1" in one.text
    (swedish,) = read(path_of("camt/camt053.v8.xml").read_bytes())
    assert (swedish.amount, swedish.currency) == (Money("8.85"), "EUR")
    assert (swedish.reference, swedish.archive_id) == ("4654654654654654", "AAAASESS-FP-CN_98765/01")
    assert swedish.booked == date(2014, 12, 31)


@BOTH
@pytest.mark.parametrize("kind", ["053", "054"])
def test_what_is_written_passes_the_schema_and_comes_back(version: str, kind: str) -> None:
    out = Told(amount=Money("-25.00"), payer="PALAUTUS <OY> & CO", archive_id="X9")
    data = camt([camt_entry([ONE, OTHER], version), camt_entry([out], version)], kind, version)
    rules = schema(f"camt/camt.{kind}.001.{version}.xsd")
    assert rules.validate(etree.fromstring(data)), rules.error_log
    reading = read_bank_file(data)
    assert reading.form is (BankFormat.CAMT_053 if kind == "053" else BankFormat.CAMT_054)
    assert [(o.amount, o.reference, o.payer, o.text, o.archive_id) for o in reading.transactions] == [
        (ONE.amount, "10016", "MALLI OY", "Kiitos", ONE.archive_id),
        (OTHER.amount, rf("10029"), "TOINEN OY", "", OTHER.archive_id),
        (Money("-25.00"), "", "PALAUTUS <OY> & CO", "", "X9"),
    ]


@BOTH
@pytest.mark.parametrize("status", ["PDNG", "INFO"])
def test_what_is_not_booked_yet_is_passed_over(version: str, status: str) -> None:
    data = camt([camt_entry([ONE], version, status=status), camt_entry([OTHER], version)], "054", version)
    assert [one.amount for one in read(data)] == [OTHER.amount]


@BOTH
def test_a_reversal_goes_the_way_that_the_booking_says(version: str) -> None:
    back = Told(amount=Money("-204.92"), reference="10016")
    details = camt_details(back, version).replace("Cdtr>", "Dbtr>")
    mark = "<RvslInd>true</RvslInd>"
    (one,) = read(camt([camt_entry([back], version, extra=mark, details=details)], "054", version))
    assert (one.amount, one.reference, one.payer) == (Money("-204.92"), "10016", back.payer)


def test_moments_are_days_in_finland() -> None:
    data = camt([camt_entry([ONE])]).decode()
    late = data.replace(
        "<BookgDt><Dt>2026-11-20</Dt></BookgDt>", "<BookgDt><DtTm>2026-11-19T22:30:00Z</DtTm></BookgDt>"
    )
    assert read(late.encode())[0].booked == date(2026, 11, 20)
    plain = data.replace("<Dt>2026-11-20</Dt></BookgDt>", "<DtTm>2026-11-20T23:59:59.5</DtTm></BookgDt>")
    assert read(plain.encode())[0].booked == date(2026, 11, 20)
    without = data.replace("<BookgDt><Dt>2026-11-20</Dt></BookgDt>", "")
    assert read(without.encode())[0].booked == date(2026, 11, 20)


def test_a_batch_without_ids_numbers_its_parts_and_one_with_the_same_id_too() -> None:
    details = "".join(camt_details(one, own_id=False) for one in (ONE, OTHER))
    found = read(camt([camt_entry([ONE, OTHER], details=details)]))
    assert [one.archive_id for one in found] == [f"{ONE.archive_id}/1", f"{ONE.archive_id}/2"]
    twins = "".join(camt_details(one) for one in (ONE, ONE))
    found = read(camt([camt_entry([ONE, ONE], details=twins)]))
    assert [one.archive_id for one in found] == [f"{ONE.archive_id}/1", f"{ONE.archive_id}/2"]


def test_details_that_do_not_come_to_the_booking_leave_it_one() -> None:
    details = "".join(camt_details(one) for one in (ONE, OTHER))
    (one,) = read(camt([camt_entry([ONE], details=details, amount=Money("299.99"))]))
    assert (one.amount, one.reference) == (Money("299.99"), "")
    assert "10016" in one.text
    (single,) = read(camt([camt_entry([ONE], amount=Money("200.00"))]))
    assert (single.amount, single.reference, single.payer) == (Money("200.00"), "", "MALLI OY")


def test_a_booking_without_details_has_the_banks_words() -> None:
    entry = camt_entry([ONE], details="").replace(
        "<NtryDtls></NtryDtls>", "<AddtlNtryInf>Viitepanot</AddtlNtryInf>"
    )
    (one,) = read(camt([entry]))
    assert (one.amount, one.text, one.payer, one.archive_id) == (
        ONE.amount,
        "Viitepanot",
        "",
        ONE.archive_id,
    )


def test_statements_of_several_accounts_keep_their_bookings_apart() -> None:
    other = "FI5542345670000081"
    found = read(camt_of([(ACCOUNT, camt_entry([ONE])), (other, camt_entry([OTHER]))]))
    assert [(one.account, one.amount) for one in found] == [(ACCOUNT, ONE.amount), (other, OTHER.amount)]


def test_foreign_money_keeps_its_currency() -> None:
    (one,) = read(camt([camt_entry([Told(currency="SEK", reference="10016")])]))
    assert (one.currency, one.amount) == ("SEK", Money("204.92"))


def test_an_instructed_amount_in_other_money_does_not_become_euros() -> None:
    details = camt_details(ONE).replace('<TxAmt><Amt Ccy="EUR">204.92', '<TxAmt><Amt Ccy="SEK">2300.00')
    (one,) = read(camt([camt_entry([ONE], details=details)]))
    assert (one.amount, one.currency, one.reference) == (ONE.amount, "EUR", "10016")


def test_an_envelope_around_it_and_foreign_parts_inside_do_not_matter() -> None:
    data = camt([camt_entry([ONE])]).decode().partition("?>\n")[2]
    wrapped = f"<Envelope xmlns='urn:x'><Head/>{data}</Envelope>"
    assert len(read(wrapped.encode())) == 1
    inside = data.replace("</TxDtls>", "<x:Amt xmlns:x='urn:x' Ccy='EUR'>9.00</x:Amt></TxDtls>")
    assert read(inside.encode())[0].amount == ONE.amount


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ('Ccy="EUR">204.92</Amt><CdtDbtInd', 'Ccy="EUR">204,92</Amt><CdtDbtInd', "amount"),
        ('Ccy="EUR">204.92</Amt><CdtDbtInd', 'Ccy="EUR">204.925</Amt><CdtDbtInd', "amount"),
        ('Ccy="EUR">204.92</Amt><CdtDbtInd', 'Ccy="EUR">-1</Amt><CdtDbtInd', "amount"),
        ('Ccy="EUR">204.92</Amt><CdtDbtInd', f'Ccy="EUR">{"9" * 17}</Amt><CdtDbtInd', "amount"),
        ('Ccy="EUR">204.92</Amt><CdtDbtInd', "><CdtDbtInd", "broken"),
        ('Ccy="EUR">204.92</Amt><CdtDbtInd', 'Ccy="eur">204.92</Amt><CdtDbtInd', "currency"),
        ("<Sts>BOOK</Sts>", "<Sts>BOOM</Sts>", "state of the booking"),
        ("<Sts>BOOK</Sts>", "", "state of the booking"),
        ("<CdtDbtInd>CRDT</CdtDbtInd>", "<CdtDbtInd>CR</CdtDbtInd>", "debit or credit"),
        ("<BookgDt><Dt>2026-11-20", "<BookgDt><Dt>2026-11-31", "booking day"),
        ("<BookgDt><Dt>2026-11-20", "<BookgDt><Dt>0026-11-20", "booking day"),
        ("<ValDt><Dt>2026-11-20", "<ValDt><Dt>20.11.2026", "value day"),
    ],
)
def test_a_part_that_cannot_be_read_refuses_the_whole_file(old: str, new: str, part: str) -> None:
    good, bad = camt_entry([OTHER]), camt_entry([ONE]).replace(old, new)
    assert bad != camt_entry([ONE])
    problem = refusal(camt([good, bad])).problems[0]
    if part == "broken":
        assert problem.code is Code.BANK_FILE_BROKEN
    else:
        assert (problem.code, problem.facts) == (Code.BANK_FILE_FIELD, {"entry": 2, "part": part})


references = st.from_regex(r"[1-9][0-9]{2,18}", fullmatch=True)
words = st.text(
    st.characters(codec="iso-8859-1", categories=("L", "N", "P", "S", "Zs"), exclude_characters="\xad"),
    max_size=60,
).map(lambda text: " ".join(text.split()))
payments = st.builds(
    Told,
    amount=st.integers(-(10**9), 10**9).map(Money.of_cents),
    reference=references,
    payer=words,
    text=words,
    archive_id=st.from_regex(r"[0-9A-Z]{6,20}", fullmatch=True),
    day=st.dates(date(1990, 1, 1), date(2089, 12, 31)),
)


@given(
    st.lists(payments, min_size=1, max_size=6), st.sampled_from(["053", "054"]), st.sampled_from(["02", "08"])
)
def test_any_payments_come_back_as_they_were(told: list[Told], kind: str, version: str) -> None:
    found = read(camt([camt_entry([one], version) for one in told], kind, version))
    assert [
        (o.amount, o.reference, o.payer, o.text, o.archive_id, o.booked, o.currency, o.account) for o in found
    ] == [(t.amount, t.reference, t.payer, t.text, t.archive_id, t.day, "EUR", ACCOUNT) for t in told]
