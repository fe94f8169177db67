"""Gathers what placing bookings needs: invoices and how far they are settled, and what has been placed."""

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from subcontract.days import DateRange
from subcontract.ids import BookingId, InvoiceId, UnitId
from subcontract.invoicing.bank.bookings import Transaction
from subcontract.invoicing.bank.payables import Payable, national
from subcontract.invoicing.bank.placing import Alike, alike_key, days_of
from subcontract.invoicing.credits.crediting import credited_total
from subcontract.invoicing.payments import Payment, paid_total
from subcontract.invoicing.records import Invoice, InvoiceKind
from subcontract.money import Money
from subcontract.ports import Books

T = TypeVar("T")


def payables_by_reference(books: Books, unit: UnitId, references: Iterable[str]) -> list[Payable]:
    """The unit's invoices that some of the references are of."""
    wanted = {close for reference in references if (close := national(reference))}
    if not wanted:
        return []
    found = books.invoices.where(unit=unit, reference=tuple(wanted))
    invoices = [one for one in found if one.kind is InvoiceKind.INVOICE]
    ids = tuple(one.id for one in invoices)
    notes = _by_invoice(((note.original, note) for note in books.invoices.where(original=ids)) if ids else ())
    payments = _by_invoice(((one.invoice, one) for one in books.payments.where(invoice=ids)) if ids else ())
    return [payable_of(one, notes.get(one.id, ()), payments.get(one.id, ())) for one in invoices]


def _by_invoice(pairs: Iterable[tuple[InvoiceId | None, T]]) -> dict[InvoiceId | None, list[T]]:
    found: dict[InvoiceId | None, list[T]] = {}
    for invoice, one in pairs:
        found.setdefault(invoice, []).append(one)
    return found


def payable_of(invoice: Invoice, notes: Iterable[Invoice], payments: Iterable[Payment]) -> Payable:
    """An invoice with what has been credited and paid."""
    return Payable(
        id=invoice.id,
        number=invoice.number,
        customer=invoice.customer,
        name=invoice.buyer.name,
        reference=invoice.reference,
        total=invoice.total,
        credited=credited_total(notes),
        paid=paid_total(payments),
    )


def placed_of(books: Books, booking: BookingId) -> Money:
    """What a booking's payments come to, counter-entries counted."""
    return paid_total(books.payments.where(booking=booking))


def told_elsewhere(
    books: Books, unit: UnitId, form: str, transactions: tuple[Transaction, ...]
) -> Counter[Alike]:
    """Reference payments of the same days that files of another kind have told already, and how many."""
    span = days_of(transactions)
    if span is None:
        return Counter()
    kinds = {one.id: one.form for one in books.invoicing.bank_files.where(unit=unit)}
    bookings = books.invoicing.bookings.within(DateRange(*span), unit=unit)
    keys = (
        alike_key(one.day, one.amount, one.reference, one.account)
        for one in bookings
        if kinds[one.file] != form
    )
    return Counter(key for key in keys if key is not None)
