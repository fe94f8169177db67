"""Files of the bank become bookings and payments: once, certain ones at once, the rest by hand."""

from dataclasses import replace
from datetime import date

import pytest

from subcontract.actions.act import Kind
from subcontract.actions.match_bookings import MatchBookings, Placing, match_bookings
from subcontract.actions.read_bank_statement import read_bank_statement, statement_of
from subcontract.actions.record_payment import TakePaymentBack, take_payment_back
from subcontract.actions.set_booking_aside import (
    BringBookingBack,
    SetBookingAside,
    bring_booking_back,
    set_booking_aside,
)
from subcontract.ids import InvoiceId
from subcontract.invoicing.bank.payables import Part
from subcontract.invoicing.payments import PaymentSource
from subcontract.money import Money
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests.bank_office import DAY, Bank
from tests.billing_office import refusal
from tests.make_bank_files import Told, camt, camt_entry, ktl, rf, tito


@pytest.fixture
def bank() -> Bank:
    return Bank()


def test_certain_bookings_become_payments_with_the_banks_words(bank: Bank) -> None:
    told = bank.told(0, payer="TAVARATALO KUUSI", text="Kiitos")
    done = bank.read(camt([camt_entry([told]), camt_entry([Told(archive_id="Z", payer="JOKU")])]))
    assert done.changed == {Kind.BOOKINGS, Kind.INVOICES}
    assert done.facts == {
        "number": 2,
        "total": told.amount + Money("204.92"),
        "known": 0,
        "matched": 1,
        "paid": told.amount,
    }
    (payment,) = bank.payments
    assert (payment.invoice, payment.amount, payment.day) == (bank.invoices[0].id, told.amount, DAY)
    assert (payment.source, payment.payer) == (PaymentSource.BANK, "TAVARATALO KUUSI · Kiitos")
    assert payment.booking == bank.bookings[0].id
    assert [one.booking.payer for one in bank.waiting] == ["JOKU"]
    assert bank.left(0) == Money(0)


def test_the_same_file_twice_does_nothing(bank: Bank) -> None:
    data = camt([camt_entry([bank.told(0)])])
    first = bank.read(data)
    again = bank.read(data, "toisella-nimellä.xml")
    assert (again.id, again.changed) == (first.id, frozenset())
    assert len(bank.payments) == len(bank.bookings) == 1


def test_the_same_booking_in_another_file_is_kept_once(bank: Bank) -> None:
    one, other = camt_entry([bank.told(0)]), camt_entry([bank.told(1)])
    bank.read(camt([one]))
    done = bank.read(camt([one, other]))
    assert (done.facts["known"], done.facts["matched"]) == (1, 1)
    assert len(bank.payments) == len(bank.bookings) == 2


@pytest.mark.parametrize("second", ["054", "ktl", "tito"])
def test_a_reference_payment_in_files_of_two_kinds_is_one_payment(bank: Bank, second: str) -> None:
    told = bank.told(0)
    bank.read(camt([camt_entry([replace(told, reference=rf(told.reference))])]))
    twin = replace(told, archive_id="AIVAN TOINEN", payer="TAVARATALO K")
    data = {"054": camt([camt_entry([twin])], "054"), "ktl": ktl([twin]), "tito": tito([twin])}[second]
    assert bank.read(data).facts["known"] == 1
    assert len(bank.payments) == 1


def test_two_like_payments_of_a_day_without_ids_are_two(bank: Bank) -> None:
    half = bank.told(0, Money("1.00"), archive_id="NOTPROVIDED")
    data = camt([camt_entry([half]), camt_entry([half])])
    assert bank.read(data).facts["matched"] == 2
    assert bank.read(data.replace(b">M1<", b">M2<")).facts["known"] == 2
    assert len(bank.payments) == 2


def test_a_booking_doubled_in_the_file_is_taken_once(bank: Bank) -> None:
    one = camt_entry([bank.told(0)])
    assert bank.read(camt([one, one])).facts["known"] == 1


def test_partial_and_too_large_payments_are_certain_and_a_second_one_is_not(bank: Bank) -> None:
    total = bank.invoices[0].total
    parts = [
        bank.told(0, Money("1.00"), archive_id="A"),
        bank.told(0, total, archive_id="B"),
        bank.told(0, total, archive_id="C"),
    ]
    assert bank.read(camt([camt_entry([one]) for one in parts])).facts["matched"] == 2
    assert bank.left(0) == Money("-1.00")
    assert [one.booking.archive_id for one in bank.waiting] == ["C"]


def test_a_credited_invoice_is_not_paid_by_itself(bank: Bank) -> None:
    bank.office.credit(bank.invoices[0])
    assert bank.read(camt([camt_entry([bank.told(0)])])).facts["matched"] == 0


def test_foreign_money_and_money_that_went_out_wait(bank: Bank) -> None:
    foreign = bank.told(0, currency="SEK", archive_id="S")
    out = bank.told(1, Money("-5.00"), archive_id="U")
    done = bank.read(camt([camt_entry([foreign]), camt_entry([out])]))
    assert done.facts["matched"] == 0
    assert done.facts["total"] == Money("-5.00")
    assert len(bank.waiting) == 2
    bank.office.do(match_bookings, bank.place(bank.waiting[0].booking.id, (0, "20.00")))
    assert [one.booking.archive_id for one in bank.waiting] == ["U"]


def test_a_booking_is_divided_over_invoices_and_what_is_left_waits(bank: Bank) -> None:
    bank.read(camt([camt_entry([Told(amount=Money("30.00"), archive_id="A")])]))
    (one,) = bank.waiting
    done = bank.office.do(match_bookings, bank.place(one.booking.id, (0, "10.00"), (1, "15.00")))
    assert done.facts == {"number": 1, "amount": Money("25.00")}
    assert [found.placed for found in bank.waiting] == [Money("25.00")]
    assert (
        refusal(bank.office, match_bookings, bank.place(one.booking.id, (0, "5.01"))) is Code.MORE_THAN_LEFT
    )
    bank.office.do(match_bookings, bank.place(one.booking.id, (0, "5.00")))
    assert bank.waiting == ()
    assert len({payment.archive_id for payment in bank.payments}) == 3


def test_a_placing_is_undone_and_done_again(bank: Bank) -> None:
    bank.read(camt([camt_entry([Told(amount=Money("30.00"), archive_id="A")])]))
    (one,) = bank.waiting
    done = bank.office.do(match_bookings, bank.place(one.booking.id, (0, "10.00"), (1, "20.00")))
    assert done.undo is not None
    undone = bank.office.do(done.undo.action, done.undo.ask)
    assert [found.placed for found in bank.waiting] == [Money(0)]
    assert len(bank.payments) == 4
    assert undone.undo is not None
    bank.office.do(undone.undo.action, undone.undo.ask)
    assert bank.waiting == ()
    assert bank.left(1) == bank.invoices[1].total - Money("20.00")
    assert refusal(bank.office, done.undo.action, done.undo.ask) is Code.NOTHING_TO_DO


def test_a_payment_of_the_bank_that_is_taken_back_waits_again(bank: Bank) -> None:
    bank.read(camt([camt_entry([bank.told(0)])]))
    (payment,) = bank.payments
    done = bank.office.do(take_payment_back, TakePaymentBack(payment=payment.id, reason="väärä lasku"))
    assert Kind.BOOKINGS in done.changed
    assert [one.booking.id for one in bank.waiting] == [payment.booking]
    assert done.undo is not None
    bank.office.do(done.undo.action, done.undo.ask)
    assert bank.waiting == ()
    assert bank.payments[-1].source is PaymentSource.BANK
    assert bank.left(0) == Money(0)


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ([], Code.TOO_SMALL),
        ([(0, "0.00")], Code.TOO_SMALL),
        ([(0, "-1.00")], Code.BOOKING_OTHER_WAY),
        ([(0, "1.00"), (0, "1.00")], Code.TWICE_IN_LIST),
        ([(0, "30.01")], Code.MORE_THAN_LEFT),
        ([(0, "20.00"), (1, "20.00")], Code.MORE_THAN_LEFT),
    ],
)
def test_what_does_not_fit_a_booking_is_refused(bank: Bank, parts: list[tuple[int, str]], code: Code) -> None:
    bank.read(camt([camt_entry([Told(amount=Money("30.00"))])]))
    assert refusal(bank.office, match_bookings, bank.place(bank.bookings[0].id, *parts)) is code
    assert bank.payments == ()


def test_no_more_is_given_back_than_has_come_and_credit_notes_are_not_paid(bank: Bank) -> None:
    entries = [
        camt_entry([Told(amount=Money("-30.00"), archive_id="U")]),
        camt_entry([Told(amount=Money("30.00"), archive_id="S")]),
    ]
    bank.read(camt(entries))
    out, came = (one.id for one in bank.bookings)
    assert refusal(bank.office, match_bookings, bank.place(out, (0, "-30.00"))) is Code.MORE_THAN_PAID
    bank.office.do(match_bookings, bank.place(came, (0, "30.00")))
    bank.office.do(match_bookings, bank.place(out, (0, "-30.00")))
    note = bank.office.credit(bank.invoices[1])
    bank.read(camt([camt_entry([Told(amount=Money("1.00"), archive_id="V")])]))
    part = Part(invoice=InvoiceId(note.id), amount=Money("1.00"))
    ask = MatchBookings(placings=(Placing(booking=bank.bookings[-1].id, parts=(part,)),))
    assert refusal(bank.office, match_bookings, ask) is Code.WRONG_STATE
    assert refusal(bank.office, match_bookings, MatchBookings(placings=())) is Code.NOTHING_TO_DO


def test_a_day_that_has_not_come_waits_and_is_not_placed_before(bank: Bank) -> None:
    later = bank.told(0, day=date(2026, 11, 30))
    assert bank.read(camt([camt_entry([later])])).facts["matched"] == 0
    ask = bank.place(bank.bookings[0].id, (0, "1.00"))
    assert refusal(bank.office, match_bookings, ask) is Code.PAYMENT_NOT_YET


def test_a_booking_is_set_aside_with_a_reason_and_brought_back(bank: Bank) -> None:
    bank.read(camt([camt_entry([Told(archive_id="A")])]))
    (one,) = bank.bookings
    ask = SetBookingAside(booking=one.id, version=one.version, reason="  ")
    assert refusal(bank.office, set_booking_aside, ask) is Code.REASON_NEEDED
    done = bank.office.do(set_booking_aside, replace(ask, reason="Avustus"))
    assert bank.waiting == ()
    assert refusal(bank.office, match_bookings, bank.place(one.id, (0, "1.00"))) is Code.WRONG_STATE
    again = replace(ask, reason="Avustus", version=bank.bookings[0].version)
    assert refusal(bank.office, set_booking_aside, again) is Code.NOTHING_TO_DO
    assert done.undo is not None
    bank.office.do(done.undo.action, done.undo.ask)
    assert len(bank.waiting) == 1
    back = BringBookingBack(booking=one.id, version=bank.bookings[0].version)
    assert refusal(bank.office, bring_booking_back, back) is Code.NOTHING_TO_DO
    assert refusal(bank.office, set_booking_aside, replace(ask, reason="x")) is Code.CHANGED_ELSEWHERE


def test_only_who_records_payments_may_read_place_and_set_aside(bank: Bank) -> None:
    data = camt([camt_entry([Told()])])
    ask = statement_of("a.xml", data)
    assert refusal(bank.office, read_bank_statement, ask, Role.WORK_COACH) is Code.NOT_ALLOWED
    bank.read(data)
    (one,) = bank.bookings
    for action, wanted in (
        (match_bookings, bank.place(one.id, (0, "1.00"))),
        (set_booking_aside, SetBookingAside(booking=one.id, version=1, reason="x")),
        (bring_booking_back, BringBookingBack(booking=one.id, version=1)),
    ):
        assert refusal(bank.office, action, wanted, Role.JOB_COACH) is Code.NOT_ALLOWED


def test_a_reading_that_is_stopped_keeps_nothing(bank: Bank) -> None:
    def stop(done: int, _of: int) -> None:
        if done:
            raise Refused

    ask = statement_of("a.xml", camt([camt_entry([bank.told(0)]), camt_entry([bank.told(1)])]))
    with pytest.raises(Refused):
        bank.office.do(read_bank_statement, replace(ask, step=stop))
    assert (bank.bookings, bank.payments) == ((), ())


def test_a_file_name_is_kept_without_signs_that_nobody_sees(bank: Bank) -> None:
    bank.read(camt([camt_entry([Told()])]), "tili\u202eote\n.xml" + "x" * 300)
    with bank.office.store.open_lists() as lists:
        (file,) = lists.invoicing.bank_files.all()
    assert file.name.startswith("tili ote .xml")
    assert len(file.name) <= 200
