"""Customers: firms, associations, public bodies and households that order work."""

from dataclasses import dataclass
from enum import StrEnum

from subcontract.ids import CustomerId
from subcontract.people.unit import Address


class CustomerKind(StrEnum):
    """What the customer is; a household is a consumer and sees prices with VAT."""

    FIRM = "firm"
    ASSOCIATION = "association"
    PUBLIC = "public"
    HOUSEHOLD = "household"


class EInvoiceFormat(StrEnum):
    """How the customer takes its invoices."""

    PAPER = "paper"
    FINVOICE = "finvoice"
    UBL = "ubl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """Who orders and pays for a job."""

    id: CustomerId
    number: int
    name: str
    kind: CustomerKind = CustomerKind.FIRM
    business_id: str = ""
    address: Address = Address()
    contact_name: str = ""
    email: str = ""
    phone: str = ""
    e_invoice_address: str = ""
    e_invoice_operator: str = ""
    e_invoice_format: EInvoiceFormat = EInvoiceFormat.PAPER
    vat_id: str = ""
    """Of a foreign customer; a Finnish one's follows from its business id."""
    buyer_reference: str = ""
    cost_centre: str = ""
    """Where the customer books our invoices, unless an invoice says otherwise."""
    needs_order_number: bool = False
    needs_buyer_reference: bool = False
    needs_cost_centre: bool = False
    """What must stand on every invoice, or the customer sends it back."""
    payment_term_days: int = 14
    language: str = "fi"
    note: str = ""
    active: bool = True
    version: int = 1
