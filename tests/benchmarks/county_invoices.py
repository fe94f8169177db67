"""Ten years of a county's invoicing, put straight into the books for measuring.

12 000 invoices, 10 000 payments, 300 open and 150 of those overdue, 200 reminders, 5 000 bookings of which
40 wait, 40 recurring invoices, and 100 journals that hold everything before the last two months.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from subcontract.codes import make_reference
from subcontract.days import DateRange, Month
from subcontract.ids import (
    BankFileId,
    BookingId,
    CustomerId,
    InvoiceId,
    InvoiceLineId,
    InvoicingTermsId,
    JobId,
    LedgerExportId,
    PaymentId,
    RecurringInvoiceId,
    ReminderId,
)
from subcontract.invoicing.bank.bookings import BankFile, BankFormat, Booking
from subcontract.invoicing.collecting.reminding import Reminder
from subcontract.invoicing.issuing import SERIES
from subcontract.invoicing.ledger.chart import PROPOSED
from subcontract.invoicing.payments import Payment
from subcontract.invoicing.records import Invoice
from subcontract.invoicing.recurring import RecurringInvoice, RecurringLine
from subcontract.invoicing.sendings import LedgerExport, LedgerPreset
from subcontract.invoicing.terms import BookedOn, InvoicingTerms
from subcontract.money import Money, total
from subcontract.ports import Books, OpenBooks, Paper
from tests import make
from tests.benchmarks import county
from tests.make_papers import invoice, invoice_line

INVOICES, PAID, OVERDUE, REMINDERS = 12_000, 11_700, 150, 200
BOOKINGS, WAITING, FILES = 5_000, 40, 120
RECURRING, EXPORTS = 40, 100
TODAY = date(2026, 12, 2)
FIRST = date(2016, 12, 5)
ALL = DateRange(date(2016, 1, 1))
OPEN_FROM = date(2026, 9, 1)
MOMENT = datetime(2026, 12, 1, 10, tzinfo=UTC)
PAPER_BYTES = b"%PDF-1.7 " + b"x" * 2000
WORK = Month(2026, 11)


def fill(open_books: OpenBooks, scale: int = 1) -> None:
    """Everything; ``scale`` divides the invoices that are paid and the rest that grows with the years."""
    county.settle(open_books)
    county.work(open_books, WORK, 4)
    issued = tuple(invoices(scale))
    with open_books() as books:
        for one in issued:
            books.numbers.take(make.UNIT, SERIES)
            books.invoices.add(one)
            books.papers.add(_paper(one))
        _settled(books, issued, scale)
        _reminded(books, issued)
        _exported(books, issued, scale)
        for number in range(RECURRING):
            books.invoicing.recurring.add(_recurring(number))
        books.invoicing.terms.add(terms())
        books.commit()


def invoices(scale: int = 1) -> Iterator[Invoice]:
    """Paid ones over ten years, then the open ones: half of them overdue."""
    paid = PAID // scale
    for number in range(paid):
        yield _invoice(number, FIRST + timedelta(days=number * 3600 // paid))
    for at in range(INVOICES - PAID):
        late = at < OVERDUE
        day = OPEN_FROM + timedelta(days=at % 60) if late else TODAY - timedelta(days=at % 10)
        yield _invoice(paid + at, day)


def _invoice(number: int, day: date) -> Invoice:
    """Two lines of a job."""
    job = JobId(UUID(int=30_000 + number % county.JOBS))
    lines = tuple(
        replace(
            invoice_line(at),
            id=InvoiceLineId(UUID(int=1_000_000 + number * 2 + at)),
            job=job,
            vat="13.5" if at else "25.5",
            net=Money.of_cents(10_000 + number % 977 + at),
            supplied=DateRange(day - timedelta(days=30), day),
        )
        for at in range(2)
    )
    return invoice(
        *lines,
        id=InvoiceId(UUID(int=100_000 + number)),
        customer=CustomerId(UUID(int=20_000 + number % county.CUSTOMERS)),
        number=1001 + number,
        day=day,
        due=day + timedelta(days=14),
        reference=make_reference(str(1001 + number)).national,
        by=make.MANAGER,
        at=datetime(day.year, day.month, day.day, 9, tzinfo=UTC),
    )


def _paper(one: Invoice) -> Paper:
    name = f"lasku-{one.number}.pdf"
    return Paper(of=one.id, kind="invoice", name=name, content=PAPER_BYTES, made_at=one.at)


def _settled(books: Books, issued: tuple[Invoice, ...], scale: int) -> None:
    """Payments, those of the later years through bookings of the bank; some bookings wait."""
    paid = issued[: PAID // scale]
    placed = (BOOKINGS - WAITING) // scale
    files = FILES // scale
    for number in range(files):
        books.invoicing.bank_files.add(_file(number))
    for number, one in enumerate(paid):
        back = len(paid) - number
        booking = _booking(number, one, number % files) if back <= placed else None
        if booking is not None:
            books.invoicing.bookings.add(booking)
        books.payments.add(_payment(number, one, booking))
    for number, one in enumerate(issued[-WAITING:]):
        alien = replace(one, reference="", day=TODAY - timedelta(days=number))
        books.invoicing.bookings.add(_booking(1_000_000 + number, alien, 0))


def _payment(number: int, one: Invoice, booking: Booking | None) -> Payment:
    return make.payment(
        id=PaymentId(UUID(int=200_000 + number)),
        invoice=one.id,
        day=one.due,
        amount=one.total,
        archive_id=None,
        booking=booking.id if booking else None,
        at=datetime(one.due.year, one.due.month, one.due.day, 12, tzinfo=UTC),
    )


def _booking(number: int, one: Invoice, file: int) -> Booking:
    return Booking(
        id=BookingId(UUID(int=5_000_000 + number)),
        unit=make.UNIT,
        file=BankFileId(UUID(int=700_000 + file)),
        day=min(one.due, TODAY),
        amount=one.total,
        reference=one.reference,
        payer=one.buyer.name,
        key=str(number),
    )


def _file(number: int) -> BankFile:
    return BankFile(
        id=BankFileId(UUID(int=700_000 + number)),
        unit=make.UNIT,
        name=f"tiliote-{number}.xml",
        digest=f"{number:064}",
        form=BankFormat.CAMT_053,
        count=42,
        total=Money("4200.00"),
        read_by=make.MANAGER,
        read_at=MOMENT,
    )


def _reminded(books: Books, issued: tuple[Invoice, ...]) -> None:
    """First and second reminders of some of the overdue, and of some that were paid since."""
    open_ones = issued[-(INVOICES - PAID) :]
    for number, one in enumerate((*open_ones[:60], *issued[1000:1140])):
        books.invoicing.reminders.add(
            Reminder(
                id=ReminderId(UUID(int=800_000 + number)),
                unit=make.UNIT,
                invoice=one.id,
                customer=one.customer,
                step=1,
                day=one.due + timedelta(days=7),
                due=one.due + timedelta(days=21),
                principal=one.total,
                fee=Money("5.00"),
                total=one.total + Money("5.00"),
                by=make.MANAGER,
                at=MOMENT,
            )
        )


def _exported(books: Books, issued: tuple[Invoice, ...], scale: int) -> None:
    """Journals that hold every invoice and payment up to the end of September."""
    count = EXPORTS // scale
    last = date(2026, 9, 30)
    items: list[tuple[date, UUID]] = [(one.day, one.id) for one in issued if one.day <= last]
    for number, one in enumerate(issued[: PAID // scale]):
        if one.due <= last:
            items.append((one.due, UUID(int=200_000 + number)))
    items.sort()
    size = -(-len(items) // count)
    for number, some in enumerate(items[at : at + size] for at in range(0, len(items), size)):
        until = last if some[-1] == items[-1] else some[-1][0]
        books.invoicing.ledger_exports.add(
            LedgerExport(
                id=LedgerExportId(UUID(int=900_000 + number)),
                unit=make.UNIT,
                period=DateRange(some[0][0], until),
                preset=LedgerPreset.JOURNAL,
                count=len(some),
                total=total(()),
                digest="0" * 64,
                items=tuple(item for _, item in some),
                made_by=make.MANAGER,
                made_at=MOMENT,
            )
        )


def _recurring(number: int) -> RecurringInvoice:
    line = RecurringLine(text="Vuokra", quantity=Decimal(1), unit="kk", unit_price=Decimal(120))
    return RecurringInvoice(
        id=RecurringInvoiceId(UUID(int=950_000 + number)),
        unit=make.UNIT,
        customer=CustomerId(UUID(int=20_000 + number)),
        name=f"Vuokra {number}",
        lines=(line,),
        next_day=date(2026, 12, 1) + timedelta(days=number),
    )


def terms() -> InvoicingTerms:
    """Terms with an account for everything."""
    accounts = tuple(BookedOn(account=one, number=number) for one, number in PROPOSED.items())
    return InvoicingTerms(id=InvoicingTermsId(UUID(int=1)), unit=make.UNIT, accounts=accounts)
