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
    buyer_reference: str = ""
    payment_term_days: int = 14
    language: str = "fi"
    note: str = ""
    active: bool = True
    version: int = 1
