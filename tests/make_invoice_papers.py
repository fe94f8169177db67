"""Invoices of every kind for tests of papers: replacements, prepayments, charges, interest."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from subcontract import papers
from subcontract.codes import make_reference
from subcontract.days import DateRange
from subcontract.ids import InvoiceId, InvoicingTermsId
from subcontract.invoicing.collecting.owing import OpenItem
from subcontract.invoicing.records import Invoice, LineKind
from subcontract.invoicing.terms import InvoicingTerms, Layout
from subcontract.money import ZERO, Money
from subcontract.people.unit import Address, Unit
from tests import make
from tests.make_papers import buyer, invoice, invoice_line, lines
from tests.paper_reading import texts

OPENING = "Laskutamme sopimuksenne mukaisesti tehdyn työn.\nKysymyksiin vastaa Maija Koivu."


def terms(**fields: Any) -> InvoicingTerms:
    """The terms of the tests' unit."""
    default = InvoicingTerms(id=InvoicingTermsId(UUID(int=700)), unit=make.UNIT)
    return replace(default, **fields)


def replacement(language: str = "fi") -> Invoice:
    """An invoice in the place of another, with everything that a buyer may ask for."""
    return invoice(
        *lines(),
        language=language,
        replaces=InvoiceId(UUID(int=901)),
        original_number=998,
        original_day=date(2026, 10, 30),
        buyer_cost_centre="4711-220",
        attachments=("tuntilista-marraskuu.pdf", "työmaan kuittaus.pdf"),
        note="Tilausnumero korjattu.",
    )


def taking_back(language: str = "fi") -> Invoice:
    """An invoice that takes credit note 1002 back."""
    return invoice(
        *lines(),
        language=language,
        original=InvoiceId(UUID(int=902)),
        original_number=1002,
        original_day=date(2026, 11, 27),
    )


def prepayment() -> Invoice:
    """Half of a fixed price before the work."""
    line = invoice_line(
        1,
        kind=LineKind.PREPAYMENT,
        text="Kevätsiivous, ennakko 50 %",
        quantity=Decimal("0.5"),
        unit="erä",
        unit_price=Decimal(1800),
        net=Money("900.00"),
    )
    return invoice(line)


def with_charges(language: str = "fi") -> Invoice:
    """The work less its prepayment, a charge and a discount on the whole."""
    one = {"quantity": Decimal(1), "unit": "", "supplied": DateRange(date(2026, 11, 30), date(2026, 11, 30))}
    return invoice(
        invoice_line(
            1,
            text="Kevätsiivous",
            quantity=Decimal(1),
            unit="erä",
            unit_price=Decimal(1800),
            net=Money("1800.00"),
        ),
        invoice_line(
            2,
            kind=LineKind.DEDUCTION,
            text="Ennakkolasku 1001",
            unit_price=Decimal(-900),
            net=Money("-900.00"),
            **one,
        ),
        invoice_line(
            3, kind=LineKind.CHARGE, text="Kuljetus", unit_price=Decimal(35), net=Money("35.00"), **one
        ),
        invoice_line(
            4,
            kind=LineKind.CHARGE,
            text="Sovittu alennus",
            unit_price=Decimal(-50),
            net=Money("-50.00"),
            **one,
        ),
        language=language,
    )


def interest(language: str = "fi") -> Invoice:
    """Late interest and a reminder's cost of invoice 998."""
    late = DateRange(date(2026, 10, 15), date(2026, 11, 29))
    common = {
        "kind": LineKind.INTEREST,
        "vat": "O",
        "interest_of": InvoiceId(UUID(int=903)),
        "supplied": late,
    }
    return invoice(
        invoice_line(
            1,
            text="Viivästyskorko laskusta 998, 1 758,17 €, 46 päivää, 10,5 %",
            quantity=Decimal(1),
            unit="",
            unit_price=Decimal("23.27"),
            net=Money("23.27"),
            **common,
        ),
        invoice_line(
            2,
            text="Maksumuistutus 22.10.2026",
            quantity=Decimal(1),
            unit="",
            unit_price=Decimal(5),
            net=Money("5.00"),
            **common,
        ),
        language=language,
        order_number="",
        buyer_reference="",
    )


def exempt() -> Invoice:
    """A welfare service, whose ground has a code."""
    return invoice(invoice_line(vat="E"), exemption_code="VATEX-EU-132-1G")


def abroad() -> Invoice:
    """A buyer of another EU country, who pays the VAT itself."""
    address = Address(street="Hamngatan 4", postcode="111 47", town="Stockholm", country="SE")
    party = buyer(name="Exempel Handel AB", business_id="", vat_id="SE556036079301", address=address)
    return invoice(invoice_line(vat="AE"), buyer=party, language="en")


def many(number: int, **fields: Any) -> Invoice:
    """An invoice of so many lines, each on its own day."""
    given = tuple(
        invoice_line(
            at,
            text=f"Hyllytys, rivi {at}",
            supplied=DateRange(date(2026, 11, at % 28 + 1), date(2026, 11, at % 28 + 1)),
        )
        for at in range(number)
    )
    return invoice(*given, **fields)


def printed(made: Invoice, unit: Unit | None = None, **fields: Any) -> bytes:
    """Its paper, by terms with the given fields."""
    return papers.invoice_pdf(made, unit or make.unit(), texts(made.language), terms(**fields))


def owed(*, unit: Unit, number: int = 4, charged: bool = False) -> papers.OpenItemsFacts:
    """A customer's open invoices of autumn; some are partly paid, one is credited in part."""
    today = date(2026, 11, 30)
    items = tuple(
        OpenItem(
            invoice=InvoiceId(UUID(int=600 + at)),
            number=1001 + at,
            day=today - timedelta(days=114 - 100 * at // number),
            due=today - timedelta(days=100 - 104 * at // number),
            reference=make_reference(str(1001 + at)).national,
            total=Money("1758.17"),
            credited=Money("100.00") if at == 1 else ZERO,
            paid=Money("500.00") if at % 3 == 0 else ZERO,
            charged=Money("11.40") if charged and at == 0 else ZERO,
            left=Money("1758.17")
            - (Money("100.00") if at == 1 else ZERO)
            - (Money("500.00") if at % 3 == 0 else ZERO)
            + (Money("11.40") if charged and at == 0 else ZERO),
            late=max(0, 100 - 104 * at // number),
        )
        for at in range(number)
    )
    return papers.OpenItemsFacts(customer=make.customer(number=12), unit=unit, items=items, day=today)


COMPACT = Layout.COMPACT
