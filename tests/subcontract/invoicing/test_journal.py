"""Sales as vouchers: equal sides, VAT the invoice's own, costs of reminders income when they are paid."""

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from subcontract.ids import InvoiceId, InvoiceLineId, PaymentId
from subcontract.invoicing.ledger.chart import PROPOSED, missing
from subcontract.invoicing.ledger.journal import CostCentres, SalesFacts, account_of, voucher_of, vouchers_of
from subcontract.invoicing.ledger.ledger_control import vat_of_invoices, vat_of_postings
from subcontract.invoicing.ledger.paid_costs import Claims, Split, claims_of, splits_of
from subcontract.invoicing.ledger.vouchers import Posting, Voucher, VoucherKind, all_postings
from subcontract.invoicing.payments import Payment
from subcontract.invoicing.records import Invoice, InvoiceKind, LineKind
from subcontract.invoicing.terms import BookedOn, SalesAccount
from subcontract.money import ZERO, Money, total
from subcontract.problems import Code, Refused
from tests import make, random_sales
from tests.make_papers import credit_note, invoice, invoice_line, seller

NO_CENTRES = CostCentres()
COSTS = frozenset({SalesAccount.INTEREST, SalesAccount.COLLECTION})


def rows(voucher: Voucher) -> list[tuple[str, str, str, str]]:
    """Account, debit, credit and cost centre of each posting."""
    return [(one.account.value, str(one.debit), str(one.credit), one.cost_centre) for one in voucher.postings]


def pays(of: Invoice, amount: str, number: int = 1, **fields: object) -> Payment:
    at = datetime(2027, 1, number, 9, tzinfo=UTC)
    default = make.payment(
        id=PaymentId(UUID(int=number)), invoice=of.id, amount=Money(amount), day=at.date(), at=at
    )
    return replace(default, **fields)  # type: ignore[arg-type]


def sides(postings: Iterable[Posting]) -> tuple[Money, Money]:
    kept = tuple(postings)
    return total(one.debit for one in kept), total(one.credit for one in kept)


# --- invoices


def test_an_invoice_books_the_receivable_sales_by_cost_centre_and_the_vat_it_tells() -> None:
    job = random_sales.JOBS[0]
    own = (
        invoice_line(1, job=job, net=Money("100.00")),
        invoice_line(2, net=Money("50.00")),
        invoice_line(3, job=job, net=Money("10.00"), vat="13.5"),
    )
    found = voucher_of(invoice(*own), CostCentres(unit="900", jobs={job: "120"}))
    assert rows(found) == [
        ("receivables", "199.60", "0.00", ""),
        ("sales", "0.00", "100.00", "120"),
        ("sales", "0.00", "50.00", "900"),
        ("sales", "0.00", "10.00", "120"),
        ("vat", "0.00", "38.25", ""),
        ("vat", "0.00", "1.35", ""),
    ]


def test_a_credit_note_is_the_same_the_other_way() -> None:
    found = voucher_of(credit_note(invoice_line(1, net=Money("100.00"))), NO_CENTRES)
    assert found.kind is VoucherKind.CREDIT_NOTE
    assert rows(found) == [
        ("receivables", "0.00", "125.50", ""),
        ("sales", "100.00", "0.00", ""),
        ("vat", "25.50", "0.00", ""),
    ]


@pytest.mark.parametrize(
    ("vat", "registered", "account"),
    [
        ("25.5", True, SalesAccount.SALES),
        ("E", True, SalesAccount.SALES_EXEMPT),
        ("AE", True, SalesAccount.SALES_REVERSE),
        ("Z", True, SalesAccount.SALES_ZERO),
        ("0", True, SalesAccount.SALES_ZERO),
        ("E", False, SalesAccount.SALES_UNREGISTERED),
        ("O", False, SalesAccount.SALES_UNREGISTERED),
    ],
)
def test_sales_go_on_the_account_of_their_vat(vat: str, registered: bool, account: SalesAccount) -> None:
    line = invoice_line(1, vat=vat)
    of = invoice(line, seller=seller() if registered else seller(vat_id=""))
    assert account_of(line, of) is account


def test_a_prepayment_waits_on_its_own_account_until_the_work_takes_it_off() -> None:
    before = voucher_of(invoice(invoice_line(1, kind=LineKind.PREPAYMENT, net=Money(200))), NO_CENTRES)
    work = (
        invoice_line(2, net=Money(500)),
        invoice_line(3, kind=LineKind.DEDUCTION, net=Money(-200), deducts=InvoiceLineId(UUID(int=1001))),
    )
    after = voucher_of(invoice(*work), NO_CENTRES)
    assert ("prepayments", "0.00", "200.00", "") in rows(before)
    assert rows(after) == [
        ("receivables", "376.50", "0.00", ""),
        ("sales", "0.00", "500.00", ""),
        ("prepayments", "200.00", "0.00", ""),
        ("vat", "0.00", "76.50", ""),
    ]
    owed = [one.owed for one in all_postings((before, after)) if one.account is SalesAccount.PREPAYMENTS]
    assert total(owed) == ZERO


def test_an_interest_invoice_is_outside_vat() -> None:
    late = InvoiceId(UUID(int=5))
    own = (
        invoice_line(1, kind=LineKind.INTEREST, vat="O", net=Money("3.10"), interest_of=late),
        invoice_line(2, kind=LineKind.COLLECTION, vat="O", net=Money("5.00"), interest_of=late),
    )
    assert rows(voucher_of(invoice(*own), CostCentres(unit="900"))) == [
        ("receivables", "8.10", "0.00", ""),
        ("interest", "0.00", "3.10", "900"),
        ("collection", "0.00", "5.00", "900"),
    ]


def test_an_invoice_whose_total_is_not_its_sums_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        voucher_of(replace(invoice(), total=Money(1)), NO_CENTRES)
    assert refused.value.code is Code.LEDGER_UNBALANCED


# --- payments


def test_a_payment_goes_from_the_bank_to_the_receivable() -> None:
    of = invoice(invoice_line(1, net=Money(100)))
    found = vouchers_of(SalesFacts(invoices=(of,), payments=(pays(of, "125.50"),)))
    assert rows(found[1]) == [("bank", "125.50", "0.00", ""), ("receivables", "0.00", "125.50", "")]


def test_what_is_paid_above_the_invoice_pays_the_reminders_then_interest_and_the_rest_is_too_much() -> None:
    of = invoice(invoice_line(1, net=Money(100)))
    facts = SalesFacts(
        invoices=(of,),
        payments=(pays(of, "100.00", 20), pays(of, "40.00", 21)),
        reminders=(random_sales.reminder(of, date(2027, 1, 10)),),
        centres=CostCentres(unit="900"),
    )
    assert rows(vouchers_of(facts)[2]) == [
        ("bank", "40.00", "0.00", ""),
        ("receivables", "0.00", "34.00", ""),
        ("collection", "0.00", "5.00", "900"),
        ("interest", "0.00", "1.00", "900"),
    ]


def test_a_reminder_that_was_sent_after_the_payment_is_not_paid_by_it() -> None:
    of = invoice(invoice_line(1, net=Money(100)))
    claims = Claims(invoice=of, reminders=(random_sales.reminder(of, date(2027, 2, 10)),))
    paid = pays(of, "131.50", 5)
    assert splits_of(claims, (paid,))[paid.id] == Split(invoice=Money("131.50"))


def test_interest_that_an_interest_invoice_charges_is_not_income_twice() -> None:
    of = invoice(invoice_line(1, net=Money(100)))
    line = invoice_line(2, kind=LineKind.INTEREST, vat="O", net=Money("1.00"), interest_of=of.id)
    apart = invoice(line, id=InvoiceId(UUID(int=77)), number=1002)
    paid = pays(of, "131.50", 20)
    facts = SalesFacts(
        invoices=(of, apart),
        payments=(paid,),
        reminders=(random_sales.reminder(of, date(2027, 1, 10)),),
    )
    booked = next(one for one in vouchers_of(facts) if one.of == paid.id)
    assert [one.account for one in booked.postings] == [
        SalesAccount.BANK,
        SalesAccount.RECEIVABLES,
        SalesAccount.COLLECTION,
    ]


def test_what_was_paid_before_its_interest_invoice_is_income_once() -> None:
    of = invoice(invoice_line(1, net=Money(100)))
    first, second = pays(of, "131.50", 20), pays(of, "1.00", 25)
    own = (
        invoice_line(2, kind=LineKind.INTEREST, vat="O", net=Money("2.00"), interest_of=of.id),
        invoice_line(3, kind=LineKind.COLLECTION, vat="O", net=Money("5.00"), interest_of=of.id),
        invoice_line(4, kind=LineKind.INTEREST, vat="O", net=Money("-6.00"), interest_of=of.id),
    )
    at = datetime(2027, 1, 22, 9, tzinfo=UTC)
    apart = invoice(*own, id=InvoiceId(UUID(int=77)), number=1002, at=at, day=at.date())
    facts = SalesFacts(
        invoices=(of, apart),
        payments=(first, second),
        reminders=(random_sales.reminder(of, date(2027, 1, 10)),),
    )
    income = [one for one in all_postings(vouchers_of(facts)) if one.account in COSTS]
    assert -total(one.owed for one in income) == Money("7.00")
    assert splits_of(claims_of(facts.invoices, facts.reminders)[of.id], facts.payments)[second.id] == Split(
        invoice=Money("1.00")
    )


def test_a_counter_entry_is_the_opposite_also_when_more_has_come_meanwhile() -> None:
    of = invoice(invoice_line(1, net=Money(100)))
    first = pays(of, "131.50", 20)
    second = pays(of, "10.00", 21)
    back = pays(of, "-131.50", 22, reverses=first.id)
    claims = Claims(invoice=of, reminders=(random_sales.reminder(of, date(2027, 1, 10)),))
    found = splits_of(claims, (first, second, back))
    assert found[back.id] == -found[first.id]
    assert found[first.id] == Split(invoice=Money("125.50"), costs=Money(5), interest=Money(1))
    assert found[second.id] == Split(invoice=Money(10))


def test_what_has_been_booked_does_not_change_when_something_is_recorded_later() -> None:
    dice = random.Random(7)
    for number in range(200):
        of = replace(random_sales.sale(dice, number), kind=InvoiceKind.INVOICE)
        paid = random_sales.payments(of, dice)
        claims = Claims(invoice=of, reminders=(random_sales.reminder(of, of.due),))
        whole = splits_of(claims, paid)
        for at in range(len(paid)):
            assert splits_of(claims, paid[:at]).items() <= whole.items()


# --- many


def _random_year(count: int, seed: int) -> SalesFacts:
    dice = random.Random(seed)
    invoices = tuple(random_sales.sale(dice, number) for number in range(count))
    paid = tuple(one for of in invoices for one in random_sales.payments(of, dice) if dice.random() < 0.5)
    kept = {one.id for one in paid}
    whole = tuple(one for one in paid if one.reverses is None or one.reverses in kept)
    reminded = tuple(random_sales.reminder(of, of.due) for of in invoices[::7])
    centres = CostCentres(unit="1", jobs={job: str(at) for at, job in enumerate(random_sales.JOBS)})
    return SalesFacts(invoices=invoices, payments=whole, reminders=reminded, centres=centres)


@pytest.mark.parametrize("count", [1000, pytest.param(100_000, marks=pytest.mark.slow)])
def test_sums_over_random_invoices_are_exact(count: int) -> None:
    facts = _random_year(count, seed=count)
    vouchers = vouchers_of(facts)
    for one in vouchers:
        debit, credit = sides(one.postings)
        assert debit == credit
    postings = tuple(all_postings(vouchers))
    debit, credit = sides(postings)
    assert debit == credit
    sales = [one for one in vouchers if one.kind is not VoucherKind.PAYMENT]
    told = vat_of_invoices(facts.invoices)
    booked = vat_of_postings(all_postings(sales))
    assert set(booked) == {one for one in told if one.base or one.amount or one in booked}
    receivables = total(one.owed for one in all_postings(sales) if one.account is SalesAccount.RECEIVABLES)
    signs = {InvoiceKind.INVOICE: 1, InvoiceKind.CREDIT_NOTE: -1}
    assert receivables.cents == sum(one.total.cents * signs[one.kind] for one in facts.invoices)
    own = {one.id for one in facts.invoices if one.kind is InvoiceKind.INVOICE}
    bank = total(one.owed for one in postings if one.account is SalesAccount.BANK)
    assert bank == total(one.amount for one in facts.payments if one.invoice in own)


# --- accounts


def test_accounts_without_a_number_are_named_and_proposals_are_never_used_unasked() -> None:
    found = vouchers_of(SalesFacts(invoices=(invoice(),)))
    accounts = (
        BookedOn(account=SalesAccount.SALES, number="3000"),
        BookedOn(account=SalesAccount.VAT, number=" "),
    )
    assert missing(found, accounts) == (SalesAccount.RECEIVABLES, SalesAccount.VAT)
    assert set(PROPOSED) == set(SalesAccount)
