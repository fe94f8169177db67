"""Payments of invoices: parts, too much, giving back, counter-entries, and what state they make."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subcontract import ids
from subcontract.actions.record_payment import (
    RecordPayment,
    TakePaymentBack,
    record_payment,
    take_payment_back,
)
from subcontract.days import DateRange
from subcontract.ids import PaymentId
from subcontract.invoicing.credits.crediting import CreditLine
from subcontract.invoicing.payments import Payment, PaymentSource, paid_total
from subcontract.invoicing.records import Invoice, InvoiceKind
from subcontract.invoicing.states import InvoiceState, Settled, open_sum, state_of
from subcontract.money import ZERO, Money
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests.billing_office import Office, refusal

DUE = date(2026, 12, 4)
TODAY = date(2026, 11, 20)
DAYS = DateRange(date(2026, 1, 1))
GOOD_REASONS = {
    Code.MORE_THAN_PAID,
    Code.MORE_THAN_LEFT,
    Code.TOO_SMALL,
    Code.NOTHING_TO_DO,
    Code.WRONG_STATE,
}
"""What a history may try in vain."""


@dataclass(frozen=True)
class Head:
    """What a state is derived from."""

    kind: InvoiceKind = InvoiceKind.INVOICE
    total: Money = Money("10.00")
    due: date = DUE


@pytest.fixture
def office() -> Office:
    return Office()


def issued(office: Office) -> Invoice:
    office.work(pieces=1000)
    return office.issue(office.draft())


def ask(invoice: Invoice, amount: str, **fields: Any) -> RecordPayment:
    return RecordPayment(invoice=invoice.id, day=fields.pop("day", TODAY), amount=Money(amount), **fields)


def payments(office: Office, invoice: Invoice) -> tuple[Payment, ...]:
    with office.store.open_lists() as lists:
        return lists.payments.where(invoice=invoice.id)


def left(office: Office, invoice: Invoice) -> Money:
    with office.store.open_lists() as lists:
        (head,) = [one for one in lists.invoice_heads(DAYS) if one.id == invoice.id]
    return open_sum(head, head.settled)


@pytest.mark.parametrize(
    ("credited", "paid", "today", "state"),
    [
        ("0.00", "0.00", DUE, InvoiceState.OPEN),
        ("0.00", "0.00", date(2026, 12, 5), InvoiceState.OVERDUE),
        ("1.00", "0.00", DUE, InvoiceState.PARTLY_CREDITED),
        ("1.00", "0.00", date(2026, 12, 5), InvoiceState.OVERDUE),
        ("10.00", "0.00", date(2026, 12, 5), InvoiceState.CREDITED),
        ("0.00", "4.00", DUE, InvoiceState.PARTLY_PAID),
        ("0.00", "9.99", date(2026, 12, 5), InvoiceState.OVERDUE),
        ("0.00", "10.00", date(2026, 12, 5), InvoiceState.PAID),
        ("4.00", "6.00", date(2026, 12, 5), InvoiceState.PAID),
        ("4.00", "5.00", DUE, InvoiceState.PARTLY_PAID),
        ("0.00", "10.01", DUE, InvoiceState.OVERPAID),
        ("10.00", "10.00", DUE, InvoiceState.OVERPAID),
    ],
)
def test_the_state_follows_from_days_credits_and_payments(
    credited: str, paid: str, today: date, state: InvoiceState
):
    settled = Settled(credited=Money(credited), paid=Money(paid))
    assert state_of(Head(), settled, today) is state


def test_nothing_is_open_of_a_credit_note_and_an_invoice_of_nothing_is_paid():
    note = Head(kind=InvoiceKind.CREDIT_NOTE)
    assert (open_sum(note), state_of(note, Settled(), DUE)) == (ZERO, InvoiceState.CREDIT_NOTE)
    assert state_of(Head(total=ZERO), Settled(), date(2027, 1, 1)) is InvoiceState.PAID


def test_parts_of_an_invoice_are_paid_until_nothing_is_open(office: Office):
    invoice = issued(office)
    assert invoice.total == Money("100.40")
    done = office.do(record_payment, ask(invoice, "60.00", payer="Kuusi Oy"))
    assert (done.facts["left"], left(office, invoice)) == (Money("40.40"), Money("40.40"))
    done = office.do(record_payment, ask(invoice, "40.40"))
    assert done.facts["left"] == ZERO
    assert [(one.amount, one.payer) for one in payments(office, invoice)] == [
        (Money("60.00"), "Kuusi Oy"),
        (Money("40.40"), ""),
    ]


def test_too_much_is_taken_and_can_be_given_back_but_no_more_than_came(office: Office):
    invoice = issued(office)
    assert office.do(record_payment, ask(invoice, "110.40")).facts["left"] == Money("-10.00")
    assert refusal(office, record_payment, ask(invoice, "-110.41")) is Code.MORE_THAN_PAID
    assert office.do(record_payment, ask(invoice, "-10.00")).facts["left"] == ZERO


def test_a_credit_counts_against_what_is_open(office: Office):
    invoice = issued(office)
    office.do(record_payment, ask(invoice, "50.20"))
    office.credit(invoice, CreditLine(line=invoice.lines[0].id, amount=Money("40.00")))
    assert left(office, invoice) == ZERO
    office.credit(invoice, credited_before=1)
    assert left(office, invoice) == Money("-50.20")


@pytest.mark.parametrize(
    ("amount", "fields", "code"),
    [
        ("0.00", {}, Code.TOO_SMALL),
        ("-0.01", {}, Code.MORE_THAN_PAID),
        ("1.00", {"day": date(2026, 11, 21)}, Code.PAYMENT_NOT_YET),
        ("1.00", {"payer": "x" * 201}, Code.TOO_LONG),
        ("1.00", {"payer": "a\u202eb"}, Code.FORBIDDEN_CHARACTER),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    office: Office, amount: str, fields: dict[str, Any], code: Code
):
    invoice = issued(office)
    assert refusal(office, record_payment, ask(invoice, amount, **fields)) is code
    assert payments(office, invoice) == ()


def test_a_credit_note_is_not_paid(office: Office):
    note = office.credit(issued(office))
    assert refusal(office, record_payment, ask(note, "1.00")) is Code.WRONG_STATE


def test_a_coach_does_not_record_payments(office: Office):
    invoice = issued(office)
    assert refusal(office, record_payment, ask(invoice, "1.00"), Role.JOB_COACH) is Code.NOT_ALLOWED


def test_two_presses_record_once(office: Office):
    invoice = issued(office)
    once = ask(invoice, "10.00")
    office.do(record_payment, once)
    office.do(record_payment, once)
    assert left(office, invoice) == Money("90.40")


def test_a_booking_of_the_bank_is_taken_once(office: Office):
    invoice = issued(office)
    booked = {"source": PaymentSource.BANK, "archive_id": "2026112025931234567"}
    office.do(record_payment, ask(invoice, "10.00", **booked))
    assert refusal(office, record_payment, ask(invoice, "10.00", **booked)) is Code.ALREADY_EXISTS
    assert left(office, invoice) == Money("90.40")


def test_a_mistake_is_mended_by_a_counter_entry_with_a_reason(office: Office):
    invoice = issued(office)
    office.do(record_payment, ask(invoice, "100.40", payer="Ruusu Oy"))
    (wrong,) = payments(office, invoice)
    nothing = TakePaymentBack(payment=wrong.id, reason="  ")
    assert refusal(office, take_payment_back, nothing) is Code.REASON_NEEDED
    done = office.do(take_payment_back, TakePaymentBack(payment=wrong.id, reason="Väärä lasku"))
    assert done.facts["left"] == Money("100.40")
    first, back = payments(office, invoice)
    assert first == wrong
    assert (back.amount, back.reverses, back.reason, back.day) == (
        Money("-100.40"),
        wrong.id,
        "Väärä lasku",
        wrong.day,
    )
    again = TakePaymentBack(payment=wrong.id, reason="Väärä lasku")
    assert refusal(office, take_payment_back, again) is Code.NOTHING_TO_DO
    counter = TakePaymentBack(payment=back.id, reason="Olikin oikea")
    assert refusal(office, take_payment_back, counter) is Code.WRONG_STATE


def test_undo_and_redo_add_facts_and_take_none_away(office: Office):
    invoice = issued(office)
    undo = office.do(record_payment, ask(invoice, "30.00")).undo
    opens = []
    for number in range(1, 5):
        assert undo is not None
        undo = office.do(undo.action, undo.ask).undo
        opens.append(str(left(office, invoice)))
        assert len(payments(office, invoice)) == number + 1
    assert opens == ["100.40", "70.40", "100.40", "70.40"]


def test_what_is_not_known_is_refused(office: Office):
    gone = TakePaymentBack(payment=PaymentId(ids.new()), reason="x")
    assert refusal(office, take_payment_back, gone) is Code.NOT_FOUND


@settings(max_examples=30)
@given(
    steps=st.lists(
        st.one_of(
            st.tuples(st.just("pay"), st.integers(-20_000, 20_000)),
            st.tuples(st.just("back"), st.integers(0, 9)),
            st.tuples(st.just("credit"), st.integers(1, 4000)),
        ),
        max_size=12,
    )
)
def test_over_any_history_open_is_the_invoice_less_credits_and_payments(steps: Iterable[tuple[str, int]]):
    office = Office()
    invoice = issued(office)
    notes = 0
    for kind, number in steps:
        made = payments(office, invoice)
        try:
            if kind == "pay":
                office.do(record_payment, ask(invoice, str(Money.of_cents(number))))
            elif kind == "back" and made:
                office.do(take_payment_back, TakePaymentBack(payment=made[number % len(made)].id, reason="x"))
            elif kind == "credit":
                line = CreditLine(line=invoice.lines[0].id, amount=Money.of_cents(number))
                office.credit(invoice, line, credited_before=notes)
                notes += 1
        except Refused as refused:
            if refused.code not in GOOD_REASONS:
                raise
    with office.store.open_lists() as lists:
        credited = sum((note.total for note in lists.invoices.where(original=invoice.id)), ZERO)
    made = payments(office, invoice)
    assert left(office, invoice) == invoice.total - credited - paid_total(made)
    assert sum((one.amount.cents for one in made), 0) == paid_total(made).cents
    taken = [one.reverses for one in made if one.reverses]
    assert len(taken) == len(set(taken))
