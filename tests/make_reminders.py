"""Builders of late invoices and of what is sent of them, with fixed ids for papers that stay the same."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from subcontract import papers
from subcontract.days import DateRange
from subcontract.ids import InvoicingTermsId, ReferenceRateId, ReminderId
from subcontract.invoicing.collecting.lateness import LateInvoice
from subcontract.invoicing.collecting.reference_rates import ReferenceRate
from subcontract.invoicing.collecting.reminder_plan import Proposal, Reminding, Sent, proposal, sent
from subcontract.invoicing.collecting.reminding import Reminder
from subcontract.invoicing.records import Invoice, LineKind
from subcontract.invoicing.terms import InvoicingTerms
from subcontract.jobs.customer import CustomerKind
from subcontract.money import Money
from subcontract.rules import InterestAct
from tests import make
from tests.make_papers import buyer, invoice, invoice_line, logo
from tests.paper_reading import texts

TODAY = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 8, tzinfo=UTC)
TERMS = InvoicingTerms(
    id=InvoicingTermsId(UUID(int=950)),
    unit=make.UNIT,
    reminder_text="Laskutukseen vastaa Ritva Mäkelä arkisin klo 9–15.",
)
COMMERCIAL = replace(
    TERMS, interest_act=InterestAct.COMMERCIAL, standard_compensation=True, fee_business=Money(12)
)
RATE = ReferenceRate(
    id=ReferenceRateId(UUID(int=951)),
    unit=make.UNIT,
    first=date(2026, 7, 1),
    rate=Decimal("2.5"),
    source="Suomen Pankin ilmoitus",
    by=make.MANAGER,
    at=AT,
)


def late_invoice(**fields: Any) -> Invoice:
    """An invoice over 1 000,00 € that was due in December 2025."""
    line = invoice_line(net=Money("796.81"), supplied=DateRange(date(2025, 11, 3), date(2025, 11, 28)))
    days = {"day": date(2025, 12, 1), "due": date(2025, 12, 15), "number": 1007, "reference": "10074"}
    return invoice(line, **(days | fields))


def late(buyer: CustomerKind = CustomerKind.FIRM, /, **fields: Any) -> LateInvoice:
    """The invoice with what has happened to it."""
    return replace(LateInvoice(invoice=late_invoice(), buyer=buyer), **fields)


def by(terms: InvoicingTerms = TERMS, today: date = TODAY, *typed: ReferenceRate) -> Reminding:
    """By what it is reminded."""
    return Reminding(terms=terms, typed=typed, today=today)


def proposed(of: LateInvoice, how: Reminding) -> Proposal:
    """What would be sent, which is something."""
    found = proposal(of, how)
    assert found is not None
    return found


def reminder(of: LateInvoice, how: Reminding, number: int = 1) -> Reminder:
    """The reminder that is sent of it."""
    sending = Sent(id=ReminderId(UUID(int=960 + number)), by=make.MANAGER, at=AT)
    return sent(proposed(of, how), sending, how.terms.reminder_text)


def reminded(of: LateInvoice, *days: date, terms: InvoicingTerms = TERMS) -> LateInvoice:
    """The invoice after reminders of some days."""
    for number, day in enumerate(days, start=1):
        of = replace(of, reminders=(*of.reminders, reminder(of, by(terms, day), number)))
    return of


# --- papers


def unit() -> Any:
    return make.unit(logo=logo(), phone="05 123 4567", email="rantapaja@example.fi")


def first_reminder() -> bytes:
    found = late()
    facts = papers.ReminderFacts(reminder=reminder(found, by()), invoice=found.invoice, unit=unit())
    return papers.reminder_pdf(facts, texts())


def second_reminder() -> bytes:
    home = buyer(name="Elina Esimerkki", business_id="", vat_id="", contact_name="")
    found = late(CustomerKind.HOUSEHOLD, invoice=late_invoice(buyer=home, language="sv"))
    found = reminded(found, date(2026, 1, 12))
    facts = papers.ReminderFacts(reminder=reminder(found, by(), 2), invoice=found.invoice, unit=unit())
    return papers.reminder_pdf(facts, texts("sv"))


def demand() -> bytes:
    found = late(invoice=late_invoice(language="en"))
    found = reminded(found, date(2026, 1, 5), date(2026, 2, 2), terms=COMMERCIAL)
    how = by(replace(COMMERCIAL, reminder_text=""))
    facts = papers.ReminderFacts(reminder=reminder(found, how, 3), invoice=found.invoice, unit=unit())
    return papers.reminder_pdf(facts, texts("en"))


def interest_invoice() -> bytes:
    """Two half-years of interest and a reminder's fee, each a line."""
    common = {"quantity": Decimal(1), "unit": "kpl", "vat": "O", "interest_of": late_invoice().id}
    parts = (
        (
            LineKind.INTEREST,
            "Viivästyskorko laskusta 1007, 1 000,00 €, 9,5 %",
            "4.16",
            "2025-12-16/2025-12-31",
        ),
        (
            LineKind.INTEREST,
            "Viivästyskorko laskusta 1007, 1 000,00 €, 9,5 %",
            "15.88",
            "2026-01-01/2026-03-02",
        ),
        (LineKind.COLLECTION, "Muistutusmaksu laskusta 1007", "5.00", "2026-01-05/2026-01-05"),
    )
    lines = []
    for at, (kind, text, net, days) in enumerate(parts):
        first, last = (date.fromisoformat(day) for day in days.split("/"))
        lines.append(
            invoice_line(
                at,
                kind=kind,
                text=text,
                net=Money(net),
                unit_price=Decimal(net),
                supplied=DateRange(first, last),
                **common,
            )
        )
    return papers.invoice_pdf(invoice(*lines, order_number="", buyer_reference=""), unit(), texts())


PAPERS: dict[str, Callable[[], bytes]] = {
    "reminder": first_reminder,
    "reminder-household-sv": second_reminder,
    "payment-demand-en": demand,
    "invoice-interest-of-two-halves": interest_invoice,
}
