"""Papers as they have been approved: their text, and their look at 100 dots an inch.

``pytest tests/golden --update-golden`` writes both anew; a changed golden file is reviewed like code.
The text must be equal. Of the pixels at most one in a thousand may differ by more than a quarter of the
range, which leaves room for another version of the renderer to smooth edges in its own way, and for
nothing that a reader would see.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PIL import Image, ImageChops

from subcontract import papers
from subcontract.days import DateRange
from subcontract.ids import CustomerId, JobId, QuoteId
from subcontract.invoicing.records import Invoice
from subcontract.jobs.quote import QuoteLine
from subcontract.money import Money
from subcontract.papers import pictogram
from subcontract.payout.records import Ledger, PayRunState
from subcontract.payout.wages.parts import gross_alone
from subcontract.payout.what_if.compare import compare
from subcontract.people.unit import Unit
from subcontract.pricing.phase import ask_of
from tests import make, make_reminders, make_rota_papers, make_what_if
from tests import make_invoice_papers as bills
from tests.make_papers import (
    buyer,
    credit_note,
    employment_agreement,
    holiday_earned,
    invoice,
    invoice_line,
    logo,
    pay_run,
    payout,
    payslip,
    statement,
    wage_statement,
    year_summary,
)
from tests.make_subsidy_papers import subsidy_claim, subsidy_sheet
from tests.paper_reading import pages, pictures, png, texts

FOLDER = Path(__file__).parent / "papers"
DIFFERENCE = 64
SHARE = Decimal("0.001")


def unit() -> Unit:
    return make.unit(
        logo=logo(),
        phone="05 123 4567",
        email="rantapaja@example.fi",
        invoice_note="Kiitos yhteistyöstä.",
    )


def plain_invoice() -> bytes:
    return papers.invoice_pdf(invoice(), unit(), texts())


def long_invoice() -> bytes:
    many = tuple(invoice_line(at, text=f"Hyllytys, rivi {at}") for at in range(34))
    return papers.invoice_pdf(invoice(*many), make.unit(), texts())


def household_invoice() -> bytes:
    home = buyer(name="Elina Esimerkki", business_id="", vat_id="", contact_name="")
    return papers.invoice_pdf(invoice(buyer=home, language="sv"), unit(), texts("sv"))


def reverse_charge() -> bytes:
    return papers.invoice_pdf(invoice(invoice_line(vat="AE"), language="en"), unit(), texts("en"))


def credit() -> bytes:
    return papers.invoice_pdf(credit_note(), unit(), texts())


def offer() -> papers.QuoteFacts:
    line = QuoteLine(
        text="Tarroitus",
        quantity=Decimal(1200),
        unit="kpl",
        unit_price=Decimal("0.79"),
        vat="25.5",
        net=Money("948.00"),
    )
    customer = make.customer(id=CustomerId(UUID(int=30)), contact_name="Pirjo Salo", phone="040 123 4567")
    job = make.job(
        id=JobId(UUID(int=31)),
        customer=customer.id,
        number=12,
        description="Ryhmä kiinnittää hintalaput ennen myymälän avaamista.",
        place="Mallikatu 2, Lappeenranta",
        days=DateRange(date(2026, 12, 1), date(2027, 5, 31)),
    )
    quote = make.quote(
        id=QuoteId(UUID(int=32)),
        job=job.id,
        revision=2,
        lines=(line,),
        answered_on=date(2026, 11, 25),
        answered_by="Pirjo Salo",
    )
    return papers.QuoteFacts(quote=quote, job=job, customer=customer, unit=unit(), by="Maija Koivu")


def quote() -> bytes:
    return papers.quote_pdf(offer(), texts())


def agreement() -> bytes:
    made = offer()
    facts = papers.AgreementFacts(
        quote=made.quote,
        job=made.job,
        customer=made.customer,
        unit=made.unit,
        coach="Kari Kettunen",
        times="ma, ke ja pe klo 6.30–9.30",
    )
    return papers.agreement_pdf(facts, texts())


def lasting() -> papers.EmploymentFacts:
    """An agreement for an indefinite time that leaves most to be written by hand."""
    facts = employment_agreement()
    terms = replace(facts.employment.terms[0], weekly_minutes=0, capacity=Decimal(100), pay_group="")
    days = DateRange(date(2026, 1, 1))
    whole = replace(facts.employment, days=days, terms=(terms,), duties="", place="Mallikatu 2, Lappeenranta")
    return replace(facts, employment=whole, job="")


def statement_in(language: str) -> Callable[[], bytes]:
    return lambda: papers.statement_pdf(statement(), texts(language))


def allowance_list() -> bytes:
    names = ("Aalto", "Berg", "Heino", "Korhonen", "Salo")
    rows = tuple(
        (
            make.client(number=at + 1, last_name=names[at % 5]),
            payout(taxable=Money("3.50") if at % 3 == 0 else Money(0)),
        )
        for at in range(34)
    )
    moment = datetime(2026, 12, 2, 10, tzinfo=UTC)
    run = pay_run(state=PayRunState.APPROVED, approved_by=make.MANAGER, approved_at=moment)
    facts = papers.AllowanceListFacts(
        run=run,
        unit=unit(),
        rows=rows,
        calculated_by="Maija Koivu",
        approved_by="Kari Kettunen",
        chain_head="9f2c" * 16,
    )
    return papers.allowance_list_pdf(facts, texts())


def wage_list(*, by_payroll: bool = False) -> bytes:
    paid = wage_statement().payout
    paid = gross_alone(paid) if by_payroll else paid
    names = ("Aalto", "Berg", "Salo")
    rows = tuple((make.client(number=at, last_name=name), paid) for at, name in enumerate(names, 1))
    moment = datetime(2026, 12, 2, 10, tzinfo=UTC)
    run = pay_run(
        ledger=Ledger.WAGE, state=PayRunState.APPROVED, approved_by=make.MANAGER, approved_at=moment
    )
    facts = papers.AllowanceListFacts(
        run=run,
        unit=unit(),
        rows=rows,
        calculated_by="Maija Koivu",
        approved_by="Kari Kettunen",
        reopened=1,
        by_payroll=by_payroll,
        chain_head="9f2c" * 16,
    )
    return papers.allowance_list_pdf(facts, texts())


def statement_of_payroll() -> bytes:
    facts = wage_statement()
    return papers.statement_pdf(replace(facts, payout=gross_alone(facts.payout), by_payroll=True), texts())


def wall_list() -> bytes:
    names = ("Liisa", "Emil", "Sari", "Matti", "Anna", "Ben", "Cid")
    people = tuple(
        papers.WallPerson(name=name, photo=png() if at % 3 == 0 else b"") for at, name in enumerate(names)
    )
    shift = papers.WallShift(
        day=make.TODAY,
        start=time(8),
        end=time(12),
        job="Hyllytys",
        place="Mallikatu 2",
        pictogram="shelf",
        coach="Kari",
        people=people,
    )
    yard = replace(shift, day=date(2026, 11, 25), job="Pihan siivous", pictogram="broom", people=people[1:3])
    facts = papers.WallListFacts(unit=unit(), monday=make.TODAY, shifts=(shift, yard))
    return papers.wall_list_pdf(facts, texts())


def draft_invoice() -> bytes:
    return papers.invoice_pdf(replace(invoice(), number=0, reference=""), unit(), texts())


def nobody_yet() -> papers.ComparisonFacts:
    """A job sold by the piece whose people are not chosen, and the employer's pension not known."""
    phase = ask_of(make.phase(), date(2026, 11, 23), Decimal("25.5"))
    people = (make_what_if.person(""), make_what_if.person(""))
    asked = make_what_if.ask(people=people, phases=(phase,), unit_price=Decimal("0.79"))
    return make_what_if.facts(
        comparison=compare(asked), is_named=False, pension_known=False, unit_name="paket"
    )


def of(made: Invoice, **terms: Any) -> Callable[[], bytes]:
    """The paper of an invoice by some terms."""
    return lambda: bills.printed(made, unit(), **terms)


INVOICES: dict[str, Callable[[], bytes]] = {
    "invoice-replacing": of(bills.replacement(), opening=bills.OPENING, qr_code=True),
    "invoice-replacing-sv": of(bills.replacement("sv"), layout=bills.COMPACT, qr_code=True),
    "invoice-replacing-en": of(bills.replacement("en"), layout=bills.COMPACT),
    "invoice-taking-back": of(bills.taking_back(), layout=bills.COMPACT),
    "invoice-taking-back-sv": of(bills.taking_back("sv")),
    "invoice-prepayment": of(bills.prepayment()),
    "invoice-charges": of(bills.with_charges()),
    "invoice-charges-en": of(bills.with_charges("en"), layout=bills.COMPACT),
    "invoice-interest": of(bills.interest()),
    "invoice-interest-sv": of(bills.interest("sv"), layout=bills.COMPACT),
    "invoice-exempt": of(bills.exempt()),
    "invoice-abroad-en": of(bills.abroad()),
    "invoice-long-compact": of(bills.many(45), layout=bills.COMPACT),
    "credit-note-compact-en": of(credit_note(language="en"), layout=bills.COMPACT, opening=bills.OPENING),
}
"""Invoices of every kind, in either layout."""
PAPERS: dict[str, Callable[[], bytes]] = {
    **INVOICES,
    "open-items": lambda: papers.open_items_pdf(bills.owed(unit=unit()), texts()),
    "open-items-sv": lambda: papers.open_items_pdf(bills.owed(unit=unit(), charged=True), texts("sv")),
    "open-items-en": lambda: papers.open_items_pdf(bills.owed(unit=unit(), number=30), texts("en")),
    "invoice": plain_invoice,
    "invoice-draft": draft_invoice,
    "invoice-long": long_invoice,
    "invoice-household-sv": household_invoice,
    "invoice-reverse-en": reverse_charge,
    "credit-note": credit,
    "quote": quote,
    "agreement": agreement,
    "statement": statement_in("fi"),
    "statement-sv": statement_in("sv"),
    "statement-wage": lambda: papers.statement_pdf(wage_statement(), texts()),
    "employment": lambda: papers.employment_pdf(employment_agreement(), texts()),
    "employment-sv": lambda: papers.employment_pdf(lasting(), texts("sv")),
    "payslip": lambda: papers.payslip_pdf(payslip(), texts()),
    "payslip-sv": lambda: papers.payslip_pdf(payslip(), texts("sv")),
    "subsidy-sheet": lambda: papers.subsidy_sheet_pdf(subsidy_sheet(), texts()),
    "subsidy-sheet-sv": lambda: papers.subsidy_sheet_pdf(subsidy_sheet(), texts("sv")),
    "subsidy-claim": lambda: papers.subsidy_claim_pdf(subsidy_claim(), texts()),
    "subsidy-claim-sv": lambda: papers.subsidy_claim_pdf(subsidy_claim(), texts("sv")),
    "allowance-list": allowance_list,
    "wage-list": wage_list,
    "wage-list-payroll": lambda: wage_list(by_payroll=True),
    "statement-payroll": statement_of_payroll,
    "wall-list": wall_list,
    "year-summary": lambda: papers.year_summary_pdf(year_summary(), texts()),
    "year-summary-sv": lambda: papers.year_summary_pdf(year_summary(by_payroll=True), texts("sv")),
    "holiday-earned": lambda: papers.holiday_statement_pdf(holiday_earned(), texts()),
    "holiday-earned-en": lambda: papers.holiday_statement_pdf(holiday_earned(few=True), texts("en")),
    "what-if": lambda: papers.what_if_pdf(make_what_if.facts(unit=unit()), texts()),
    **make_reminders.PAPERS,
    **make_rota_papers.PAPERS,
    "what-if-sv": lambda: papers.what_if_pdf(nobody_yet(), texts("sv")),
}


@pytest.fixture(autouse=True)
def own_pictograms(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Draw with a few pictograms of the tests' own, so that a redrawn broom changes no golden paper."""
    monkeypatch.setattr(pictogram, "FOLDER", Path(__file__).parent / "pictograms")
    pictogram._shapes.cache_clear()
    yield
    pictogram._shapes.cache_clear()


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_as_it_was_approved(name: str, request: pytest.FixtureRequest) -> None:
    paper = PAPERS[name]()
    assert PAPERS[name]() == paper
    if request.config.getoption("--update-golden"):
        write_anew(name, paper)
    expected = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert as_text(paper) == expected
    looks = pictures(paper)
    assert len(list(FOLDER.glob(f"{name}-page*.png"))) == len(looks)
    for number, look in enumerate(looks, 1):
        with Image.open(FOLDER / f"{name}-page{number}.png") as approved:
            assert share_of_difference(look, approved) <= SHARE, f"page {number}"


def as_text(paper: bytes) -> str:
    return "\n-----\n".join(page.strip() for page in pages(paper)).replace("\u00a0", "~") + "\n"


def write_anew(name: str, paper: bytes) -> None:
    for old in FOLDER.glob(f"{name}-page*.png"):
        old.unlink()
    (FOLDER / f"{name}.txt").write_text(as_text(paper), encoding="utf-8", newline="\n")
    for number, look in enumerate(pictures(paper), 1):
        look.convert("L").quantize(16).save(FOLDER / f"{name}-page{number}.png", optimize=True)


def share_of_difference(one: Image.Image, other: Image.Image) -> Decimal:
    """How many of the pixels differ clearly."""
    if one.size != other.size:
        return Decimal(1)
    counts = ImageChops.difference(one.convert("L"), other.convert("L")).histogram()
    return Decimal(sum(counts[DIFFERENCE:])) / sum(counts)


def test_the_comparison_notices_a_missing_word() -> None:
    whole = pictures(plain_invoice())[0]
    less = pictures(papers.invoice_pdf(replace(invoice(), order_number=""), unit(), texts()))[0]
    assert share_of_difference(whole, whole) == 0
    assert share_of_difference(whole, less) > SHARE
