"""Builders of what goes to paper, with fixed ids so that a paper is the same in every run."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from PIL import Image, ImageDraw

from subcontract.actions.calculate_pay_run import payout_of
from subcontract.days import DateRange, Month
from subcontract.ids import ClientId, CustomerId, InvoiceId, InvoiceLineId, PayoutId, PayRunId
from subcontract.invoicing.records import Invoice, InvoiceKind, InvoiceLine, Party
from subcontract.invoicing.totals import sum_up
from subcontract.money import ZERO, Money
from subcontract.papers import (
    EmploymentFacts,
    HolidayFacts,
    HolidayOf,
    PayslipFacts,
    StatementFacts,
    WorkDone,
    YearSummaryFacts,
)
from subcontract.payout.records import Ledger, Payout, PayoutLine, PayRun
from subcontract.payout.wage_records import PayCode
from subcontract.payout.wages.calculate import wage_month
from subcontract.payout.wages.holiday import AccrualAsk, HolidayMonth, accrue
from subcontract.payout.year import Payment
from subcontract.people.client import Client
from subcontract.people.employment import HolidayPayment, PaidBy
from subcontract.people.unit import Address
from tests import make, make_pay

NOVEMBER = DateRange(date(2026, 11, 2), date(2026, 11, 27))
MORNING = datetime(2026, 12, 1, 8, tzinfo=UTC)


@cache
def logo() -> bytes:
    """A drawn logo on a clear ground."""
    image = Image.new("RGBA", (600, 160), (255, 255, 255, 0))
    drawing = ImageDraw.Draw(image)
    drawing.ellipse((10, 10, 150, 150), fill=(31, 95, 74))
    drawing.arc((40, 50, 120, 130), 180, 360, fill="white", width=12)
    drawing.rectangle((180, 60, 580, 100), fill=(31, 95, 74))
    target = io.BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def seller(**fields: Any) -> Party:
    """The provider of the tests, registered for VAT."""
    unit = make.unit()
    default = Party(
        name=unit.provider,
        business_id=unit.business_id,
        vat_id="FI23456780",
        address=unit.address,
        email="laskutus@rantapaja.example",
        phone="05 123 4567",
        iban=unit.iban,
        e_invoice_address="003723456780",
        e_invoice_operator="003723327487",
    )
    return replace(default, **fields)


def buyer(**fields: Any) -> Party:
    """The department store of the tests."""
    customer = make.customer()
    default = Party(
        name=customer.name,
        business_id=customer.business_id,
        vat_id="FI12345671",
        address=customer.address,
        contact_name="Pirjo Salo",
    )
    return replace(default, **fields)


def invoice_line(number: int = 1, **fields: Any) -> InvoiceLine:
    """38,25 hours of shelving in November; ``number`` makes its id."""
    default = InvoiceLine(
        id=InvoiceLineId(UUID(int=1000 + number)),
        text="Hyllytys, Tavaratalo Kuusi",
        quantity=Decimal("38.25"),
        unit="h",
        unit_price=Decimal("24.50"),
        vat="25.5",
        net=Money("937.13"),
        supplied=NOVEMBER,
    )
    return replace(default, **fields)


def lines() -> tuple[InvoiceLine, ...]:
    """Hours, pieces, a fixed price with a discount and materials at the reduced rate."""
    return (
        invoice_line(1),
        invoice_line(
            2,
            text="Hintalappujen kiinnitys",
            quantity=Decimal(1200),
            unit="kpl",
            unit_price=Decimal("0.085"),
            net=Money("102.00"),
        ),
        invoice_line(
            3,
            text="Pihan siivous",
            quantity=Decimal(1),
            unit="urakka",
            unit_price=Decimal(350),
            discount=Decimal(5),
            net=Money("332.50"),
        ),
        invoice_line(
            4,
            text="Siivousaineet",
            quantity=Decimal(1),
            unit="erä",
            unit_price=Decimal("32.40"),
            vat="13.5",
            net=Money("32.40"),
        ),
    )


def invoice(*given: InvoiceLine, **fields: Any) -> Invoice:
    """An issued invoice of the given lines, its sums reckoned by the program's own rule."""
    own = given or lines()
    sums = sum_up((line.vat, line.net) for line in own)
    default = Invoice(
        id=InvoiceId(UUID(int=900)),
        kind=InvoiceKind.INVOICE,
        unit=make.UNIT,
        customer=CustomerId(UUID(int=901)),
        number=1001,
        day=date(2026, 11, 30),
        due=date(2026, 12, 14),
        reference="1234561",
        language="fi",
        seller=seller(),
        buyer=buyer(),
        lines=own,
        vat=sums.vat,
        net=sums.net,
        total=sums.total,
        order_number="PO-4711",
        buyer_reference="KP 220",
        by=make.MANAGER,
        at=MORNING,
    )
    return replace(default, **fields)


def credit_note(*given: InvoiceLine, **fields: Any) -> Invoice:
    """A credit note of invoice 998."""
    default = invoice(
        *given, kind=InvoiceKind.CREDIT_NOTE, original_number=998, original_day=date(2026, 10, 30)
    )
    return replace(default, **fields)


def pay_run(**fields: Any) -> PayRun:
    """November's allowance, paid on a Tuesday in December."""
    default = PayRun(
        id=PayRunId(UUID(int=800)),
        unit=make.UNIT,
        ledger=Ledger.ALLOWANCE,
        month=Month(2026, 11),
        pay_day=date(2026, 12, 15),
        calculated_by=make.MANAGER,
        calculated_at=MORNING,
    )
    return replace(default, **fields)


def payout(**fields: Any) -> Payout:
    """Fourteen days at 8,50 € and a share of a pot, cut once at the limit."""
    days = tuple(
        PayoutLine(
            what="Whole day",
            day=date(2026, 11, day),
            basis=Decimal(1),
            basis_unit="day",
            rate=Decimal("8.50"),
            amount=Money("8.50"),
            rule="tariff",
            valid_from=date(2026, 1, 1),
            source="Rantapajan taksa 2026",
        )
        for day in range(2, 16)
    )
    cut = PayoutLine(
        what="Above the tax-free limit of the day: cut",
        day=date(2026, 11, 9),
        amount=Money("-2.50"),
        valid_from=date(2026, 1, 1),
        source="TVL 92 § 23 k.",
    )
    default = Payout(
        id=PayoutId(UUID(int=801)),
        pay_run=PayRunId(UUID(int=800)),
        client=ClientId(UUID(int=802)),
        ledger=Ledger.ALLOWANCE,
        month=Month(2026, 11),
        days=14,
        minutes=2415,
        pieces=340,
        tax_free=Money("116.50"),
        taxable=ZERO,
        cut=Money("2.50"),
        lines=(*days, cut),
    )
    return replace(default, **fields)


def statement(**fields: Any) -> StatementFacts:
    """A statement with three jobs."""
    default = StatementFacts(
        payout=payout(),
        run=pay_run(),
        client=make.client(id=ClientId(UUID(int=802)), number=17, iban="FI2112345600000785"),
        unit=make.unit(logo=logo(), phone="05 123 4567"),
        work=(
            WorkDone(job="Hyllytys, Tavaratalo Kuusi", pictogram="shelf", days=9, minutes=1500),
            WorkDone(job="Hintalappujen kiinnitys", pictogram="labels", days=4, minutes=720, pieces=340),
            WorkDone(job="Pihan siivous", pictogram="broom", days=1, minutes=195),
        ),
        contact="Maija Koivu, 05 123 4567",
    )
    return replace(default, **fields)


def employee(**fields: Any) -> Client:
    """Somebody employed, with an address."""
    default = make_pay.worker(
        17,
        id=ClientId(UUID(int=802)),
        address=Address(street="Rantakuja 3 B 12", postcode="53100", town="Lappeenranta"),
    )
    return replace(default, **fields)


def payslip(**fields: Any) -> PayslipFacts:
    """November at 12 euros an hour: eleven days, a Sunday, a sick day, tickets; paid by a tax card."""
    client = employee()
    job = make.job(number=1, name="Hyllytys, Tavaratalo Kuusi")
    employment = make_pay.employment(
        client,
        make_pay.terms(pay_group="01PAL01", weekly_minutes=1200),
        duties="Myymälän hyllytys",
    )
    days = (2, 3, 4, 5, 9, 10, 11, 12, 15, 16, 17)
    tickets = {"day": date(2026, 11, 9), "quantity": Decimal(4), "rate": Decimal("3.10")}
    facts = make_pay.wage_facts(
        [client],
        [job],
        [make_pay.work(client, day, job) for day in days],
        employments=(employment,),
        items=(
            make_pay.item(client, PayCode.SICK_PAY, "48.00", minutes=240, rate=Decimal(12)),
            make_pay.item(client, PayCode.BUS_TICKET, "12.40", **tickets),
        ),
        settings=(make_pay.settings(employer_pension=Decimal("17.1"), other_employer=Decimal("0.7")),),
    )
    card = make_pay.card(client)
    result = wage_month(facts, make_pay.paying(card))[client.id]
    run = pay_run(ledger=Ledger.WAGE)
    default = PayslipFacts(
        payout=replace(payout_of(result, run), id=PayoutId(UUID(int=801))),
        run=run,
        client=client,
        unit=make.unit(logo=logo(), phone="05 123 4567", email="rantapaja@example.fi"),
        pay_day=run.pay_day,
        employments=(employment,),
        card=card,
        used_before=Money("2140.55"),
    )
    return replace(default, **fields)


def employment_agreement(**fields: Any) -> EmploymentFacts:
    """A fixed term at a lowered work capacity, whose pay goes by the piece from the summer on."""
    client = employee()
    later = make_pay.terms(
        first=date(2026, 6, 1),
        capacity=Decimal("62.5"),
        weekly_minutes=1200,
        pay_group="01PAL01",
        paid_by=PaidBy.PIECE,
        piece_rate=Decimal("0.085"),
    )
    employment = make_pay.employment(
        client,
        make_pay.terms(pay_group="01PAL01", capacity=Decimal("62.5"), weekly_minutes=1200),
        later,
        days=DateRange(date(2026, 1, 1), date(2026, 12, 31)),
        fixed_term_reason="Urakan kesto",
        duties="Myymälän hyllytys ja hintalappujen kiinnitys",
        agreed_on=date(2025, 12, 15),
    )
    unit = make.unit(logo=logo(), phone="05 123 4567", email="rantapaja@example.fi")
    default = EmploymentFacts(
        employment=employment, client=client, unit=unit, job="Hyllytys, Tavaratalo Kuusi"
    )
    return replace(default, **fields)


def wage_statement(**fields: Any) -> StatementFacts:
    """The statement of the same month."""
    slip = payslip()
    work = (WorkDone(job="Hyllytys, Tavaratalo Kuusi", pictogram="shelf", days=11, minutes=2640),)
    default = statement(payout=slip.payout, run=slip.run, client=slip.client, work=work)
    return replace(default, **fields)


def year_summary(*, by_payroll: bool = False, **fields: Any) -> YearSummaryFacts:
    """A spring on allowance, then pay with its tickets, in one year."""
    slip = payslip()
    spring = replace(payout(), ledger=Ledger.ALLOWANCE)
    paid = [
        (date(2026, month + 1, 15), Month(2026, month), Ledger.ALLOWANCE, spring, False)
        for month in (1, 2, 3)
    ]
    paid += [
        (date(2026, month + 1, 15), Month(2026, month), Ledger.WAGE, slip.payout, by_payroll)
        for month in (9, 10, 11)
    ]
    payments = tuple(
        Payment(pay_day=day, month=month, ledger=ledger, payout=one, by_payroll=payroll)
        for day, month, ledger, one, payroll in paid
    )
    default = YearSummaryFacts(
        client=slip.client, unit=slip.unit, year=2026, payments=payments, day=date(2027, 1, 4)
    )
    return replace(default, **fields)


def holiday_earned(*, few: bool = False) -> HolidayFacts:
    """A credit year that still runs, of an employment that began in its second month."""
    slip = payslip()
    worked = (9, 16, 0, 15, 18, 14, 6)
    months = tuple(
        HolidayMonth(month=Month(2026, 5).plus(at), days=days, minutes=days * (120 if few else 240))
        for at, days in enumerate(worked)
    )
    days = DateRange(date(2026, 5, 11)) if few else DateRange(date(2025, 2, 1))
    until = date(2026, 11, 23)
    year = DateRange(date(2026, 4, 1), date(2027, 3, 31))
    ask = AccrualAsk(employment=days, year_end=year.last, months=months, public=not few, until=until)
    one = HolidayOf(days=days, accrual=accrue(ask), payment=HolidayPayment.WITH_EACH_PAYMENT)
    return HolidayFacts(client=slip.client, unit=slip.unit, year=year, until=until, of=(one,))
