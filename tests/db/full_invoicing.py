"""Terms, bank bookings, reminders and what else invoicing keeps, with every field filled."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from subcontract.days import DateRange
from subcontract.ids import (
    BankFileId,
    BookingId,
    CustomerId,
    DisputeId,
    InvoiceId,
    InvoicingTermsId,
    JobId,
    LedgerExportId,
    RecurringInvoiceId,
    ReferenceRateId,
    ReminderId,
    SendingId,
    StaffId,
    UnitId,
)
from subcontract.invoicing.bank.bookings import BankFile, BankFormat, Booking
from subcontract.invoicing.collecting.reference_rates import ReferenceRate
from subcontract.invoicing.collecting.reminding import Dispute, Reminder, ReminderKind, ReminderLine
from subcontract.invoicing.recurring import RecurringInvoice, RecurringLine
from subcontract.invoicing.sendings import LedgerExport, LedgerPreset, Sending
from subcontract.invoicing.terms import BookedOn, DayCount, InvoicingTerms, Layout, SalesAccount
from subcontract.jobs.customer import EInvoiceFormat
from subcontract.money import Money
from subcontract.rules import InterestAct

AT = datetime(2026, 11, 23, 10, 4, 5, 678901, tzinfo=UTC)
UNIT = UnitId(UUID(int=101))
OFFICE = StaffId(UUID(int=103))
CUSTOMER = CustomerId(UUID(int=106))
JOB = JobId(UUID(int=107))
INVOICE = InvoiceId(UUID(int=111))
FILE = BankFileId(UUID(int=141))
BOOKING = BookingId(UUID(int=142))


def terms() -> InvoicingTerms:
    return InvoicingTerms(
        id=InvoicingTermsId(UUID(int=140)),
        unit=UNIT,
        layout=Layout.COMPACT,
        qr_code=True,
        opening="Hei!",
        reminder_text="Soita, jos jokin on epäselvää.",
        interest_act=InterestAct.COMMERCIAL,
        day_count=DayCount.THIRTY_360,
        first_reminder_days=10,
        next_reminder_days=21,
        fee_business=Money(12),
        fee_consumer=Money("4.50"),
        standard_compensation=True,
        cost_centre="KP 7",
        accounts=(BookedOn(account=SalesAccount.SALES, number="3000", vat_code="my"),),
    )


def reference_rate() -> ReferenceRate:
    return ReferenceRate(
        id=ReferenceRateId(UUID(int=148)),
        unit=UNIT,
        first=date(2026, 7, 1),
        rate=Decimal("2.5"),
        source="Suomen Pankki, puhelin 2.1.2027",
        by=OFFICE,
        at=AT,
    )


def recurring() -> RecurringInvoice:
    line = RecurringLine(
        text="Pihan hoito",
        quantity=Decimal("2.5"),
        unit="h",
        unit_price=Decimal("31.1234"),
        discount=Decimal(5),
        vat_class="reduced",
    )
    return RecurringInvoice(
        id=RecurringInvoiceId(UUID(int=143)),
        unit=UNIT,
        customer=CUSTOMER,
        job=JOB,
        name="Piha",
        lines=(line,),
        months=3,
        next_day=date(2026, 12, 31),
        last_day=date(2027, 12, 31),
        order_number="T-2",
        note="Kiitos!",
        active=False,
    )


def booking() -> Booking:
    return Booking(
        id=BOOKING,
        unit=UNIT,
        file=FILE,
        day=date(2026, 12, 3),
        value_day=date(2026, 12, 4),
        amount=Money("-10.05"),
        currency="SEK",
        reference="10016",
        payer="MALLI OY",
        text="Hyvitys",
        archive_id="A1",
        account="FI2112345600000785",
        key="A1/1",
        set_aside="Pankin kulu",
    )


def reminder() -> Reminder:
    line = ReminderLine(
        what="Late interest",
        blanks=(("rate", "9,5"),),
        basis=Decimal("1043.03"),
        rate=Decimal("9.5"),
        amount=Money("2.71"),
        rule="late_interest_reference",
        valid_from=date(2026, 1, 1),
        source="633/1982, 4 §",
    )
    return Reminder(
        id=ReminderId(UUID(int=144)),
        unit=UNIT,
        invoice=INVOICE,
        customer=CUSTOMER,
        kind=ReminderKind.DEMAND,
        step=2,
        day=date(2027, 1, 7),
        due=date(2027, 1, 21),
        principal=Money("1043.03"),
        fee=Money(5),
        earlier_fees=Money(4),
        interest=Money("2.71"),
        interest_to=date(2027, 1, 7),
        compensation=Money(40),
        total=Money("1094.74"),
        text="Pyydämme maksamaan.",
        lines=(line,),
        by=OFFICE,
        at=AT,
    )


def before_payments() -> dict[str, tuple[Any, ...]]:
    """What payments refer to, and what refers to customers alone."""
    read = BankFile(
        id=FILE,
        unit=UNIT,
        name="tiliote.xml",
        digest="ab" * 32,
        form=BankFormat.CAMT_054,
        count=1,
        total=Money("-10.05"),
        read_by=OFFICE,
        read_at=AT,
    )
    return {
        "invoicing.terms": (terms(),),
        "invoicing.reference_rates": (reference_rate(),),
        "invoicing.recurring": (recurring(),),
        "invoicing.bank_files": (read,),
        "invoicing.bookings": (booking(),),
    }


def after_invoices() -> dict[str, tuple[Any, ...]]:
    """What refers to invoices."""
    dispute = Dispute(
        id=DisputeId(UUID(int=145)),
        unit=UNIT,
        invoice=INVOICE,
        first=date(2026, 12, 20),
        reason="Määrä on väärä",
        ended_on=date(2026, 12, 27),
        by=OFFICE,
    )
    sending = Sending(
        id=SendingId(UUID(int=146)),
        unit=UNIT,
        invoice=INVOICE,
        format=EInvoiceFormat.UBL,
        file_name="lasku-1.xml",
        digest="cd" * 32,
        made_by=OFFICE,
        made_at=AT,
        received_on=date(2026, 12, 2),
        note="Perillä",
    )
    export = LedgerExport(
        id=LedgerExportId(UUID(int=147)),
        unit=UNIT,
        period=DateRange(date(2026, 12, 1), date(2026, 12, 31)),
        preset=LedgerPreset.PROCOUNTOR,
        count=3,
        total=Money("1043.03"),
        digest="ef" * 32,
        items=(INVOICE,),
        made_by=OFFICE,
        made_at=AT,
    )
    return {
        "invoicing.reminders": (reminder(),),
        "invoicing.disputes": (dispute,),
        "invoicing.sendings": (sending,),
        "invoicing.ledger_exports": (export,),
    }
