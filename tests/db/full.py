"""A world in which every record has every field filled, and nothing refers to what is not there."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from operator import attrgetter
from typing import Any
from uuid import UUID

from subcontract import ids
from subcontract.days import DateRange, Month
from subcontract.hours.entry import Attendance, DayComplete, EntryKind, MonthComplete, WorkEntry
from subcontract.ids import (
    ClientId,
    CustomerId,
    DraftId,
    EntryId,
    EventId,
    InvoiceId,
    InvoiceLineId,
    JobId,
    PaymentId,
    PayRunId,
    PhaseId,
    StaffId,
    UnitId,
)
from subcontract.invoicing.payments import Payment, Taken, counter_entry
from subcontract.invoicing.records import Draft, Invoice, InvoiceKind, InvoiceLine, LineKind, VatSum
from subcontract.jobs.customer import Customer, CustomerKind, EInvoiceFormat
from subcontract.jobs.job import Basis, Job, JobSource, JobState, PayForm, Phase, PhaseCosts, SplitRule
from subcontract.jobs.quote import Quote, QuoteState
from subcontract.money import Money
from subcontract.people.client import (
    Absence,
    AbsenceKind,
    Availability,
    Client,
    FormOfWork,
    FormOfWorkSpan,
    HalfDay,
    Permit,
    TariffClassSpan,
)
from subcontract.people.staff import Role, Staff
from subcontract.people.unit import Address, ProviderKind, Unit
from subcontract.ports import Event, Paper
from subcontract.rota.shift import Assignment, Shift, ShiftState
from tests import make
from tests.db import full_invoicing, full_pay, full_rota

MONTH = Month(2026, 11)
AT = datetime(2026, 11, 23, 10, 4, 5, 678901, tzinfo=UTC)
ADDRESS = Address(street="Ääkköstie 5 B 12", postcode="00100", town="Åbo", country="SE")
UNIT = UnitId(UUID(int=101))
COACH = StaffId(UUID(int=102))
OFFICE = StaffId(UUID(int=103))
FRIEND = ClientId(UUID(int=104))
CLIENT = ClientId(UUID(int=105))
CUSTOMER = CustomerId(UUID(int=106))
JOB = JobId(UUID(int=107))
PHASE = PhaseId(UUID(int=108))
ENTRY = EntryId(UUID(int=109))
PAY_RUN = PayRunId(UUID(int=110))
FIRST_INVOICE = InvoiceId(UUID(int=111))
FIRST_LINE = InvoiceLineId(UUID(int=112))


def unit() -> Unit:
    return Unit(
        id=UNIT,
        name="Rantapajan toimintakeskus",
        provider="Esimerkin hyvinvointialue",
        kind=ProviderKind.ASSOCIATION,
        business_id="23456780",
        vat_registered=False,
        address=ADDRESS,
        email="raha@example.org",
        phone="+358 40 000 0000",
        iban="FI2112345600000785",
        e_invoice_address="003723456780",
        e_invoice_operator="E204503",
        logo=b"\x89PNG\x00\xff",
        invoice_note="Kiitos!\n\"<b>&'%s %(x)s\\",
        quote_valid_days=14,
        version=1,
    )


def staff() -> tuple[Staff, ...]:
    both = frozenset({Role.JOB_COACH, Role.CLERK})
    coach = Staff(
        id=COACH, unit=UNIT, name="Väinö Örn", roles=both, email="v@example.org", phone="1", active=False
    )
    return coach, replace(coach, id=OFFICE, roles=frozenset({Role.MANAGER}))


def clients() -> tuple[Client, ...]:
    friend = Client(id=FRIEND, unit=UNIT, number=1, first_name="Ben", last_name="Öhman")
    full = Client(
        id=CLIENT,
        unit=UNIT,
        number=7,
        first_name="Liisa-Ülle",
        last_name="Aalto 😀",
        call_name="Liisu",
        identity_code="010190-900P",
        address=ADDRESS,
        phone="2",
        email="l@example.org",
        contact_name="Äiti",
        contact_phone="3",
        iban="FI2112345600000785",
        language="sv",
        forms=(
            FormOfWorkSpan(days=DateRange(date(2025, 1, 1), date(2025, 12, 31)), form=FormOfWork.FEE),
            FormOfWorkSpan(days=DateRange(date(2026, 1, 1)), form=FormOfWork.ALLOWANCE),
        ),
        tariff_classes=(TariffClassSpan(days=DateRange(date(2026, 1, 1)), tariff_class="B"),),
        availability=Availability(half_days=frozenset({(0, HalfDay.MORNING), (4, HalfDay.AFTERNOON)})),
        absences=(Absence(days=DateRange(date(2026, 12, 1), date(2026, 12, 1)), kind=AbsenceKind.SICK),),
        skills=frozenset({"trukki", "ompelu"}),
        permits=(Permit(name="hygieniapassi"), Permit(name="tulityökortti", valid_to=date(2027, 1, 1))),
        wishes="Ulos.",
        weekly_days=3,
        weekly_minutes=900,
        never_with=frozenset({FRIEND}),
        needs_own_coach=True,
        photo=bytes(range(256)),
        photo_consent=date(2026, 2, 3),
        active=False,
    )
    return friend, full


def customer() -> Customer:
    return Customer(
        id=CUSTOMER,
        number=12,
        name="100 % Oy_\\",
        kind=CustomerKind.HOUSEHOLD,
        business_id="12345671",
        address=ADDRESS,
        contact_name="Åke",
        email="a@example.org",
        phone="4",
        e_invoice_address="x",
        e_invoice_operator="y",
        e_invoice_format=EInvoiceFormat.UBL,
        vat_id="SE556012579001",
        buyer_reference="z",
        cost_centre="kp",
        needs_order_number=True,
        needs_buyer_reference=True,
        needs_cost_centre=True,
        payment_term_days=21,
        language="en",
        note="n",
        active=False,
    )


def phase() -> Phase:
    costs = PhaseCosts(
        pay_form=PayForm.ALLOWANCE,
        hourly=Money("11.20"),
        holiday_compensation=Decimal("9.5"),
        employer_costs=Decimal("24.91"),
        per_day=Money(12),
        persons=4,
        days=Decimal("2.5"),
        materials=Money("35.01"),
        tools=Money("10.02"),
        clothes=Money("1.03"),
        transport=Money("24.04"),
        coach_hours=Decimal("16.25"),
        coach_hourly=Money("28.50"),
        coach_in_price=True,
        overhead=Decimal("8.1"),
        margin=Decimal("5.2"),
        price_step=Decimal("0.05"),
    )
    return Phase(
        id=PHASE,
        name="Tarroitus",
        basis=Basis.HOUR,
        unit_name="kpl",
        quantity=Decimal("1200.0001"),
        minutes_per_unit=Decimal("1.5"),
        pace=Decimal("0.6"),
        hours=Decimal("7.3333"),
        costs=costs,
        studies=(make.study(by=COACH, method="kello"), make.study(by=OFFICE)),
        unit_price=Decimal("0.7912"),
        vat_class="AE",
        market_price=Decimal("0.9"),
        market_source="tarjous",
        split=SplitRule.AGREED,
        agreed_shares=((CLIENT, Decimal("2.5")), (FRIEND, Decimal(1))),
        pictogram="sew",
    )


def job() -> Job:
    return Job(
        id=JOB,
        unit=UNIT,
        number=3,
        customer=CUSTOMER,
        name="Pakettien tarroitus",
        state=JobState.RUNNING,
        source=JobSource.TENDER,
        description="d",
        place="Satama",
        days=DateRange(date(2026, 11, 1), date(2026, 12, 31)),
        coach=COACH,
        phases=(phase(), make.phase()),
        least=2,
        most=5,
        needs=frozenset({"trukki", "hygieniapassi"}),
        good=True,
        order_number="T-1",
        cost_centre="k",
        allowance_pot=Money("99.99"),
        lost_reason="r",
    )


def quote() -> Quote:
    answer = {"state": QuoteState.ACCEPTED, "answered_on": date(2026, 11, 30), "answered_by": "Åke"}
    return make.quote(job=JOB, revision=2, by=COACH, text="Hei", **answer)


def shift() -> Shift:
    return make.shift(
        unit=UNIT,
        job=JOB,
        phase=PHASE,
        coach=COACH,
        other_coaches=frozenset({OFFICE}),
        peer_coach=FRIEND,
        place="Halli",
        least=2,
        most=3,
        wanted=3,
        needs=frozenset({"x", "y"}),
        state=ShiftState.CANCELLED,
        end=time(3, 30, fold=1),
        cancel_reason="Myrsky",
    )


def assignment(on: Shift) -> Assignment:
    return make.assignment(on, clients()[1])


def entries(on: Shift) -> tuple[WorkEntry, ...]:
    first = make.entry(id=ENTRY, unit=UNIT, job=JOB, client=CLIENT, by=COACH)
    full = WorkEntry(
        id=EntryId(ids.new()),
        unit=UNIT,
        kind=EntryKind.GROUP_RESULT,
        day=date(2026, 11, 24),
        job=JOB,
        phase=PHASE,
        shift=on.id,
        client=CLIENT,
        staff=COACH,
        attendance=Attendance.SICK,
        start=time(22, 15),
        end=time(3, 30, fold=1),
        break_minutes=10,
        minutes=315,
        pieces=20,
        rejects=1,
        split=SplitRule.PIECES,
        material="km",
        quantity=Decimal("12.5"),
        unit_price=Money("0.55"),
        note="Vähän myöhässä",
        supersedes=ENTRY,
        void=True,
        reason="Väärä päivä",
        by=OFFICE,
        at=AT,
    )
    return first, full


def complete_day(on: Shift) -> DayComplete:
    return DayComplete(shift=on.id, unit=UNIT, day=on.day, by=COACH, at=AT)


def complete_month() -> MonthComplete:
    return MonthComplete(unit=UNIT, month=MONTH, by=OFFICE, at=AT)


def line(**fields: Any) -> InvoiceLine:
    default = InvoiceLine(
        id=InvoiceLineId(ids.new()),
        text="Tarroitus",
        quantity=Decimal("1200.5"),
        unit="kpl",
        unit_price=Decimal("0.7912"),
        discount=Decimal("12.5"),
        vat="25.5",
        net=Money("831.10"),
        supplied=MONTH.days,
        job=JOB,
        phase=PHASE,
        entries=(ENTRY,),
        credits_line=FIRST_LINE,
        kind=LineKind.DEDUCTION,
        deducts=FIRST_LINE,
        interest_of=FIRST_INVOICE,
    )
    return replace(default, **fields)


def draft() -> Draft:
    return Draft(
        id=DraftId(ids.new()),
        unit=UNIT,
        customer=CUSTOMER,
        period=MONTH.days,
        lines=(
            line(),
            line(
                text="Toinen",
                entries=(),
                credits_line=None,
                deducts=None,
                interest_of=None,
                job=None,
                phase=None,
            ),
        ),
        exemption_code="VATEX-EU-132-1G",
        buyer_cost_centre="k",
        attachments=("Työselostus",),
        replaces=FIRST_INVOICE,
        order_number="T-1",
        buyer_reference="b",
        note="n",
        exemption="x",
        made_on=date(2026, 12, 1),
    )


def invoices() -> tuple[Invoice, ...]:
    first = Invoice(
        id=FIRST_INVOICE,
        kind=InvoiceKind.INVOICE,
        unit=UNIT,
        customer=CUSTOMER,
        number=1,
        day=date(2026, 12, 1),
        due=date(2026, 12, 15),
        reference="13",
        language="fi",
        seller=make.party("Myyjä", ADDRESS),
        buyer=make.party("Ostaja", ADDRESS),
        lines=(line(id=FIRST_LINE, credits_line=None, deducts=None, interest_of=None),),
        vat=(VatSum(code="S", rate=Decimal("25.5"), base=Money("831.10"), amount=Money("211.93")),),
        net=Money("831.10"),
        total=Money("1043.03"),
        by=OFFICE,
        at=AT,
    )
    credit = replace(
        first,
        id=InvoiceId(ids.new()),
        kind=InvoiceKind.CREDIT_NOTE,
        number=2,
        day=date(2026, 12, 2),
        lines=(line(net=Money("-831.10")),),
        net=Money("-831.10"),
        total=Money("-1043.03"),
        order_number="T-1",
        buyer_reference="b",
        note="n",
        exemption="x",
        exemption_code="VATEX-EU-132-1G",
        buyer_cost_centre="k",
        attachments=("Työselostus", "Kuva"),
        replaces=FIRST_INVOICE,
        original=FIRST_INVOICE,
        original_number=1,
        original_day=date(2026, 12, 1),
    )
    return first, credit


def payments() -> tuple[Payment, ...]:
    first = make.payment(unit=UNIT, invoice=FIRST_INVOICE, booking=full_invoicing.BOOKING, by=OFFICE, at=AT)
    taken = Taken(id=PaymentId(ids.new()), by=COACH, at=AT, reason="Väärä lasku")
    return first, counter_entry(first, taken)


def paper() -> Paper:
    return Paper(of=FIRST_INVOICE, kind="invoice", name="lasku-1.pdf", content=b"%PDF\x00\xff", made_at=AT)


def event(previous: str, at: datetime = AT, **fields: Any) -> Event:
    default = Event(
        id=EventId(ids.new()),
        at=at,
        who=OFFICE,
        role="clerk",
        action="issue_invoice",
        object=FIRST_INVOICE,
        purpose="laskutus",
        facts="ab" * 32,
        previous=previous,
        hash="",
    )
    return replace(default, **fields)


def world() -> dict[str, tuple[Any, ...]]:
    """Every record by shelf, those referred to first."""
    on = shift()
    return {
        "units": (unit(),),
        "staff": staff(),
        "clients": clients(),
        "customers": (customer(),),
        "jobs": (job(),),
        "quotes": (quote(),),
        "shifts": (on,),
        "assignments": (assignment(on),),
        "entries": entries(on),
        "complete_days": (complete_day(on),),
        "complete_months": (complete_month(),),
        "tariffs": (full_pay.tariff(),),
        **full_pay.before_runs(),
        "pay_runs": (full_pay.pay_run(),),
        "payouts": (full_pay.payout(),),
        **full_pay.after_runs(),
        **full_invoicing.before_payments(),
        "invoices": invoices(),
        "drafts": (draft(),),
        "payments": payments(),
        **full_invoicing.after_invoices(),
        **full_rota.world(),
    }


def fill(books: Any) -> dict[str, tuple[Any, ...]]:
    """Add the whole world to open books."""
    made = world()
    for shelf, records in made.items():
        for record in records:
            attrgetter(shelf)(books).add(record)
    return made
