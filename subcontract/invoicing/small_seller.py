"""Whether a seller outside the VAT register may stay there: its sales of a calendar year against the limit.

The limit of small business (VAT Act 1501/1993, 3 §) is for associations and companies; a wellbeing services
county and a municipality pay VAT from the first euro (3 §, subsection 4).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from subcontract.days import DateRange
from subcontract.invoicing.records import OF_LATENESS, Invoice, InvoiceKind
from subcontract.money import Money, total
from subcontract.people.unit import ProviderKind, Unit
from subcontract.rules import vat_small_business
from subcontract.rules.ruled import Ruled

ALWAYS_TAXABLE: Final = frozenset({ProviderKind.COUNTY, ProviderKind.MUNICIPALITY})
NEAR: Final = Decimal("0.80")
"""Of the limit: from here on it is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallSales:
    """What an unregistered seller has invoiced of a calendar year, without VAT."""

    year: int
    sales: Money
    before: Money
    """Of the calendar year before: it counts too."""
    limit: Ruled[Money]

    @property
    def is_over(self) -> bool:
        """Whether the sales of either year pass the limit: the seller must register."""
        return max(self.sales, self.before) > self.limit.value

    @property
    def is_near(self) -> bool:
        """Whether the year's sales come near the limit or pass it."""
        return self.is_over or self.sales.amount >= self.limit.value.amount * NEAR


def must_register(unit: Unit) -> bool:
    """Whether the provider is taxable whatever it sells."""
    return unit.kind in ALWAYS_TAXABLE


def years_of(on: date) -> DateRange:
    """The days whose invoices count: this calendar year and the one before."""
    return DateRange(date(on.year - 1, 1, 1), date(on.year, 12, 31))


def small_sales(invoices: Iterable[Invoice], on: date) -> SmallSales:
    """Sales of this calendar year and the one before, credit notes taken off."""
    kept = tuple(invoices)
    return SmallSales(
        year=on.year,
        sales=_sales_of(kept, on.year),
        before=_sales_of(kept, on.year - 1),
        limit=vat_small_business(on),
    )


def _sales_of(invoices: tuple[Invoice, ...], year: int) -> Money:
    """Net of a year's invoices; late interest and collection costs are no sales."""
    return total(
        line.net if invoice.kind is InvoiceKind.INVOICE else -line.net
        for invoice in invoices
        if invoice.day.year == year
        for line in invoice.lines
        if line.kind not in OF_LATENESS
    )
