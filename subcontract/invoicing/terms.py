"""How a unit invoices: the look of its papers, late interest, reminders, and where its ledger books."""

from dataclasses import dataclass
from enum import StrEnum

from subcontract.ids import InvoicingTermsId, UnitId
from subcontract.money import Money
from subcontract.rules import InterestAct


class Layout(StrEnum):
    """How an invoice is laid out."""

    CLASSIC = "classic"
    """Airy, with the facts beside the address."""
    COMPACT = "compact"
    """Close rows, for invoices of many lines."""


class DayCount(StrEnum):
    """How days become a part of a year; the act is silent."""

    ACTUAL_365 = "actual/365"
    THIRTY_360 = "30/360"


class SalesAccount(StrEnum):
    """What is booked of sales; each has an account number in the unit's own chart."""

    RECEIVABLES = "receivables"
    BANK = "bank"
    SALES = "sales"
    """Taxable sales in Finland."""
    SALES_EXEMPT = "sales_exempt"
    SALES_REVERSE = "sales_reverse"
    SALES_ZERO = "sales_zero"
    SALES_UNREGISTERED = "sales_unregistered"
    """Sales of a seller outside the VAT register."""
    VAT = "vat"
    PREPAYMENTS = "prepayments"
    INTEREST = "interest"
    COLLECTION = "collection"
    """Reminder fees and other collection costs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedOn:
    """Account number and VAT code of one kind of sum."""

    account: SalesAccount
    number: str
    vat_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoicingTerms:
    """The unit's own choices; one record for each unit, defaults until it is saved."""

    id: InvoicingTermsId
    unit: UnitId
    layout: Layout = Layout.CLASSIC
    qr_code: bool = False
    """Whether the giro slip has a QR code beside its barcode."""
    opening: str = ""
    """What invoices say above their lines."""
    reminder_text: str = ""
    """What reminders say besides what they must."""
    interest_act: InterestAct = InterestAct.GENERAL
    """It is not settled whether a county is an undertaking: the lower rate until the unit says otherwise."""
    day_count: DayCount = DayCount.ACTUAL_365
    first_reminder_days: int = 7
    """Days after the due day before the first reminder is proposed."""
    next_reminder_days: int = 14
    fee_business: Money = Money("5.00")
    fee_consumer: Money = Money("5.00")
    """Charged for a written reminder; never more than the law allows."""
    standard_compensation: bool = False
    """Whether the 40 euros of the Debt Collection Act 10 i § are charged."""
    cost_centre: str = ""
    accounts: tuple[BookedOn, ...] = ()
    version: int = 1
