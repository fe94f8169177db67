"""What an e-invoice says, whoever wrote it: the facts without the ids of any database."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from subcontract.days import DateRange
from subcontract.invoicing.records import InvoiceKind, Party, VatSum
from subcontract.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class EInvoiceLine:
    """One row."""

    text: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    discount: Decimal = Decimal(0)
    """Hundredths taken off."""
    vat: str
    """Rate in hundredths as text without idle noughts, or the code ``E``, ``AE``, ``Z``, ``O``."""
    net: Money
    supplied: DateRange | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EInvoiceCharge:
    """A charge on the whole, or below nought a discount of it."""

    text: str
    amount: Money
    vat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EInvoice:
    """The facts of one invoice or credit note; a credit note's amounts are above nought."""

    kind: InvoiceKind
    is_interest: bool = False
    number: str
    day: date
    due: date
    reference: str = ""
    language: str = "fi"
    seller: Party
    buyer: Party
    order_number: str = ""
    buyer_reference: str = ""
    cost_centre: str = ""
    notes: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    exemption: str = ""
    exemption_code: str = ""
    original_number: str = ""
    original_day: date | None = None
    lines: tuple[EInvoiceLine, ...] = ()
    charges: tuple[EInvoiceCharge, ...] = ()
    vat: tuple[VatSum, ...] = ()
    net: Money
    total: Money
