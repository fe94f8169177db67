"""WE-5 of the worked examples, as it comes out on invoices: through the same acts as the screens."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from subcontract.days import DateRange
from subcontract.invoicing.issuing import problems_of
from subcontract.invoicing.records import Invoice, VatSum
from subcontract.invoicing.totals import sum_up
from subcontract.jobs.customer import CustomerKind
from subcontract.jobs.vat_classes import EXEMPTIONS
from subcontract.money import Money
from subcontract.people.unit import Address, ProviderKind
from subcontract.problems import Code
from tests import make
from tests.billing_office import PHASES, Office
from tests.paper_reading import text
from ui.presenters.vat_classes import VAT_LAW


def office(**phase: Any) -> Office:
    return Office(phases=(replace(PHASES["hour"], unit_price=Decimal("100.00"), **phase),))


def invoiced(office: Office, day: date, *, at: datetime | None = None, minutes: int = 60) -> Invoice:
    office.at = at or office.at
    office.work("hour", date=day, minutes=minutes)
    return office.issue(office.draft(DateRange(day.replace(day=1), day)))


def told(invoice: Invoice) -> list[tuple[str, str, str]]:
    return [(one.code, str(one.rate), str(one.amount)) for one in invoice.vat]


def test_5_1_the_tax_in_a_gross_sum():
    assert sum_up((("24", Money("2000.00")),)).total == Money("2480.00")
    assert sum_up((("24", Money("2000.00")),)).vat[0].amount == Money("480.00")


def test_5_2_a_hundred_at_the_general_rate():
    invoice = invoiced(office(), date(2026, 11, 2))
    assert (told(invoice), str(invoice.total)) == ([("S", "25.5", "25.50")], "125.50")


def test_5_4_work_of_august_invoiced_in_september_is_taxed_by_august():
    invoice = invoiced(office(), date(2024, 8, 31), at=datetime(2024, 9, 5, 9, tzinfo=UTC))
    assert (invoice.day, told(invoice)) == (date(2024, 9, 5), [("S", "24", "24.00")])


def test_5_5_work_of_september_is_taxed_by_september():
    invoice = invoiced(office(), date(2024, 9, 1), at=datetime(2024, 9, 5, 9, tzinfo=UTC))
    assert told(invoice) == [("S", "25.5", "25.50")]


def test_5_7_a_small_association_outside_the_register_charges_none():
    place = office()
    small = make.unit(kind=ProviderKind.ASSOCIATION, vat_registered=False)
    place.store.fill(lambda books: books.units.save(small))
    invoice = invoiced(place, date(2026, 11, 2))
    assert (invoice.total, invoice.seller.vat_id) == (Money("100.00"), "")
    page = text(place.paper(invoice))
    assert "25,5" not in page
    assert "ei ole arvonlisäverovelvollinen" in page or "rekisterissä" in page


def test_5_9_results_of_work_sold_to_outsiders_are_taxed_whatever_they_cost():
    """KHO 1995 T 4976: the usual class is taxable, and the law stands beside the exempt one."""
    assert make.phase().vat_class == "general"
    assert told(invoiced(office(), date(2026, 11, 2))) == [("S", "25.5", "25.50")]
    social = next(one for one in EXEMPTIONS if one.code == "VATEX-EU-132-1G")
    assert "KHO 1995 T 4976" in VAT_LAW[f"E:{social.code}"]


def test_5_10_packing_for_a_factory_is_ordinary_work():
    invoice = invoiced(office(vat_class="general"), date(2026, 11, 2))
    assert invoice.vat[0].code == "S"
    assert "Packing" in VAT_LAW["AE"]


def test_5_11_cleaning_of_a_building_site_for_a_builder_is_reverse_charge():
    place = office(vat_class="AE")
    invoice = invoiced(place, date(2026, 11, 2))
    assert invoice.vat == (VatSum(code="AE", rate=Decimal(0), base=Money("100.00"), amount=Money("0.00")),)
    page = text(place.paper(invoice))
    assert "äännetty verovelvollisuus" in page
    assert invoice.buyer.vat_id in page
    assert "25,5" not in page


@pytest.mark.parametrize(("net", "expected"), [("400.00", []), ("400.01", [Code.ADDRESS_NEEDED])])
def test_5_13_a_simplified_invoice_needs_no_address(net: str, expected: list[Code]):
    buyer = make.customer(number=1, kind=CustomerKind.HOUSEHOLD, business_id="", address=Address())
    place = Office(customer=buyer, phases=(replace(PHASES["hour"], vat_class="Z", unit_price=Decimal(net)),))
    place.work("hour", minutes=60)
    draft = place.draft()
    assert [one.code for one in problems_of(draft, buyer, make.unit(), make.TODAY)] == expected
