"""The unit that sells the work, pays the clients and sends the invoices."""

from dataclasses import dataclass
from enum import StrEnum

from subcontract.ids import UnitId


class ProviderKind(StrEnum):
    """What kind of body the provider is; it decides VAT, competition rules and subsidies."""

    COUNTY = "county"
    MUNICIPALITY = "municipality"
    ASSOCIATION = "association"
    COMPANY = "company"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address in Finland unless ``country`` says otherwise."""

    street: str = ""
    postcode: str = ""
    town: str = ""
    country: str = "FI"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """An activity centre or team: owner of clients, tariffs and number series."""

    id: UnitId
    name: str
    provider: str
    """Legal name of the provider, as on invoices."""
    kind: ProviderKind = ProviderKind.COUNTY
    business_id: str = ""
    vat_registered: bool = True
    address: Address = Address()
    email: str = ""
    phone: str = ""
    iban: str = ""
    e_invoice_address: str = ""
    e_invoice_operator: str = ""
    logo: bytes = b""
    """PNG, decoded and written again by us; empty when none."""
    invoice_note: str = ""
    quote_valid_days: int = 30
    version: int = 1
