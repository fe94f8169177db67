"""Which overdue invoices are reminded, when, and of what."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from subcontract.ids import DisputeId, InvoiceId
from subcontract.ids import new as new_id
from subcontract.invoicing.collecting.reminder_plan import Hold, proposal, proposals
from subcontract.invoicing.collecting.reminding import (
    Dispute,
    ReminderKind,
    blanks_of,
    charged_total,
    reminder_line,
)
from subcontract.invoicing.records import InvoiceKind, LineKind
from subcontract.invoicing.states import InvoiceState, Settled, open_sum, state_of, unpaid_charges
from subcontract.jobs.customer import CustomerKind
from subcontract.money import ZERO, Money, total
from subcontract.rules import WorkingLine
from tests import make
from tests.make_papers import credit_note, invoice_line
from tests.make_reminders import (
    COMMERCIAL,
    RATE,
    TERMS,
    TODAY,
    by,
    late,
    late_invoice,
    proposed,
    reminded,
    reminder,
)

DUE = date(2025, 12, 15)
DISPUTE = Dispute(
    id=DisputeId(new_id()),
    unit=make.UNIT,
    invoice=late_invoice().id,
    first=date(2026, 2, 1),
    reason="Määrä",
    by=make.MANAGER,
)


def payment(amount: str, day: date) -> object:
    return make.payment(invoice=late_invoice().id, amount=Money(amount), day=day)


# --- whether and when


def test_nothing_before_the_due_day_has_passed_nor_of_what_is_paid_or_a_credit_note() -> None:
    assert proposal(late(), by(today=DUE)) is None
    paid = late(payments=(payment("1000.00", TODAY),))
    assert proposal(paid, by()) is None
    note = late(invoice=late_invoice(kind=InvoiceKind.CREDIT_NOTE))
    assert proposal(note, by()) is None
    whole = credit_note(invoice_line(net=Money("796.81")), original=late_invoice().id)
    assert proposal(late(notes=(whole,)), by()) is None


@pytest.mark.parametrize(
    ("buyer", "fee", "days"),
    [
        (CustomerKind.FIRM, "5", 7),
        (CustomerKind.PUBLIC, "5", 7),
        (CustomerKind.ASSOCIATION, "5", 7),
        (CustomerKind.HOUSEHOLD, "5", 15),  # fourteen whole days lie between
        (CustomerKind.HOUSEHOLD, "0", 7),
    ],
)
def test_the_first_reminder(buyer: CustomerKind, fee: str, days: int) -> None:
    terms = replace(TERMS, fee_consumer=Money(fee))
    first = DUE + timedelta(days=days)
    before = proposed(late(buyer), by(terms, first - timedelta(days=1)))
    on = proposed(late(buyer), by(terms, first))
    assert (before.hold, before.free_from) == (Hold.TOO_EARLY, first)
    assert (on.hold, on.step, on.kind) == (None, 1, ReminderKind.REMINDER)
    assert on.fee == (Money(fee) if buyer is CustomerKind.HOUSEHOLD else Money(5))
    assert on.due == first + timedelta(days=14)


@pytest.mark.parametrize(
    ("buyer", "next_days", "days"),
    [(CustomerKind.FIRM, 14, 15), (CustomerKind.FIRM, 7, 10), (CustomerKind.HOUSEHOLD, 7, 15),
     (CustomerKind.HOUSEHOLD, 30, 31)],
)  # fmt: skip
def test_the_next_one_waits_for_its_own_time_and_the_laws(
    buyer: CustomerKind, next_days: int, days: int
) -> None:
    terms = replace(TERMS, next_reminder_days=next_days)
    sent_on = date(2026, 1, 12)
    once = reminded(late(buyer), sent_on, terms=terms)
    free = sent_on + timedelta(days=days)
    assert proposed(once, by(terms, free - timedelta(days=1))).hold is Hold.TIME_TO_PAY
    again = proposed(once, by(terms, free))
    assert (again.hold, again.step, again.fee, again.earlier_fees) == (None, 2, Money(5), Money(5))


def test_the_third_letter_is_a_demand_and_costs_a_household_nothing_more() -> None:
    days = (date(2026, 1, 12), date(2026, 2, 2))
    firm = proposed(reminded(late(), *days), by())
    home = proposed(reminded(late(CustomerKind.HOUSEHOLD), *days), by())
    assert (firm.kind, firm.fee, firm.earlier_fees) == (ReminderKind.DEMAND, Money(5), Money(10))
    assert (home.kind, home.fee, home.earlier_fees) == (ReminderKind.DEMAND, ZERO, Money(10))
    assert any("household" in line.what for line in home.lines)


def test_a_dispute_stops_reminders_until_it_ends() -> None:
    held = proposed(late(disputes=(DISPUTE,)), by())
    assert (held.hold, held.free_from) == (Hold.DISPUTED, None)
    over = replace(DISPUTE, ended_on=date(2026, 2, 20))
    assert proposed(late(disputes=(over,)), by()).hold is None


def test_the_longest_overdue_comes_first() -> None:
    later = late(invoice=late_invoice(id=InvoiceId(new_id()), due=date(2026, 1, 10), number=1009))
    found = proposals((later, late(), late(payments=(payment("1000.00", TODAY),))), by())
    assert [one.of.invoice.number for one in found] == [1007, 1009]


# --- how much


def test_a_reminder_asks_for_what_is_open_interest_and_fee() -> None:
    found = proposed(late(), by())
    assert (found.principal, found.interest, found.fee) == (Money(1000), Money("20.04"), Money(5))
    assert (found.total, found.interest_to) == (Money("1025.04"), TODAY)
    assert total(line.amount for line in found.lines if isinstance(line.amount, Money)) == found.total


def test_interest_falls_with_payments_and_a_credit_was_never_owed() -> None:
    part = proposed(late(payments=(payment("400.00", date(2025, 12, 31)),)), by())
    assert (part.principal, part.interest) == (Money(600), Money("13.69"))  # 4,16 + 9,53
    note = credit_note(invoice_line(net=Money("398.41")), original=late_invoice().id)
    credited = proposed(late(notes=(note,)), by())
    assert credited.principal == Money(1000) - note.total
    whole = proposed(late(), by())
    assert credited.interest.cents == pytest.approx(whole.interest.cents / 2, abs=1)


def test_interest_is_left_out_while_a_rate_is_not_known_and_said_so() -> None:
    august = date(2026, 8, 3)
    unknown = proposed(late(), by(TERMS, august))
    assert (unknown.interest, unknown.interest_to, unknown.hold) == (ZERO, None, None)
    told = next(line for line in unknown.lines if "is not known" in line.what)
    assert told.facts == {"first": date(2026, 7, 1), "last": date(2026, 12, 31)}
    known = proposed(late(), by(TERMS, august, RATE))
    assert known.interest > Money(50)
    assert any(RATE.source in line.source for line in known.lines)


def test_a_household_pays_by_4_whatever_the_unit_chose_and_no_compensation() -> None:
    home = proposed(late(CustomerKind.HOUSEHOLD), by(COMMERCIAL))
    firm = proposed(late(), by(COMMERCIAL))
    assert (home.interest, home.compensation, home.fee) == (Money("20.04"), ZERO, Money(5))
    assert (firm.interest, firm.compensation, firm.fee) == (Money("22.15"), Money(40), ZERO)
    again = proposed(reminded(late(), date(2026, 1, 12), terms=COMMERCIAL), by(COMMERCIAL))
    assert (again.compensation, again.fee, again.earlier_fees) == (ZERO, ZERO, Money(40))


def test_what_an_interest_invoice_charges_is_not_asked_again() -> None:
    once = reminded(late(), date(2026, 1, 12))
    common = {"vat": "O", "interest_of": late_invoice().id}
    until = replace(invoice_line().supplied, first=date(2025, 12, 16), last=date(2026, 1, 31))
    on = replace(until, first=date(2026, 1, 12), last=date(2026, 1, 12))
    charged = (
        invoice_line(1, kind=LineKind.INTEREST, supplied=until, **common),
        invoice_line(2, kind=LineKind.COLLECTION, supplied=on, **common),
    )
    found = proposed(replace(once, charged=charged), by())
    assert (found.interest, found.earlier_fees) == (Money("7.81"), ZERO)  # thirty days


def test_no_interest_and_no_cost_of_interest() -> None:
    line = invoice_line(kind=LineKind.INTEREST, vat="O", net=Money("30.00"))
    of_interest = replace(late_invoice(), lines=(line,))
    found = proposed(late(invoice=of_interest), by())
    assert (found.interest, found.fee, found.compensation) == (ZERO, ZERO, ZERO)


# --- what was demanded is no overpayment


def test_paying_what_a_reminder_demands_is_paid() -> None:
    found = reminded(late(), date(2026, 1, 12))
    (one,) = found.reminders
    charged = charged_total(found.reminders)
    assert charged == one.fee + one.interest
    invoice = found.invoice
    whole = Settled(paid=one.total, charged=charged)
    assert (open_sum(invoice, whole), state_of(invoice, whole, TODAY)) == (ZERO, InvoiceState.PAID)
    bare = Settled(paid=invoice.total, charged=charged)
    assert state_of(invoice, bare, TODAY) is InvoiceState.PAID
    more = Settled(paid=one.total + Money("0.01"), charged=charged)
    assert (open_sum(invoice, more), state_of(invoice, more, TODAY)) == (
        Money("-0.01"), InvoiceState.OVERPAID,
    )  # fmt: skip
    less = Settled(paid=Money(400), charged=charged)
    assert open_sum(invoice, less) == Money(600)


def test_the_last_reminder_tells_what_is_charged() -> None:
    found = reminded(late(), date(2026, 1, 12), date(2026, 2, 2))
    first, second = found.reminders
    assert charged_total(found.reminders) == second.total - second.principal > first.total - first.principal
    assert charged_total(()) == ZERO


# --- kept


def test_lines_are_kept_so_that_each_language_writes_its_own() -> None:
    line = WorkingLine(
        what="x", facts={"first": date(2026, 1, 2), "days": 15, "rate": Decimal("9.5"), "s": "4 §"}
    )
    kept = reminder_line(line)
    assert kept.blanks == (("first", "2026-01-02"), ("days", "15"), ("rate", "9.5"), ("s", "4 §"))
    assert blanks_of(kept) == {
        "first": date(2026, 1, 2), "days": Decimal(15), "rate": Decimal("9.5"), "s": "4 §",
    }  # fmt: skip


def test_a_reminder_keeps_what_was_proposed() -> None:
    found = proposed(late(), by())
    kept = reminder(late(), by())
    assert (kept.total, kept.fee, kept.interest, kept.due) == (
        found.total, found.fee, found.interest, found.due,
    )  # fmt: skip
    assert len(kept.lines) == len(found.lines)
    assert total(line.amount for line in kept.lines) == kept.total


def test_money_pays_the_invoice_first_and_then_what_reminders_charged() -> None:
    invoice = late_invoice()
    charged = Money("25.04")
    told = [
        str(unpaid_charges(invoice, Settled(paid=Money(paid), charged=charged)))
        for paid in ("0", "1000.00", "1005.00", "1025.04", "1100.00")
    ]
    assert told == ["25.04", "25.04", "20.04", "0.00", "0.00"]
