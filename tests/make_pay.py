"""Builders of pay: agreements, cards, typed lines, pots, and the facts of a month of wages."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from subcontract import ids
from subcontract.days import DateRange, Month
from subcontract.hours.entry import WorkEntry
from subcontract.ids import EmploymentId, FeeTermsId, PayItemId, PaySettingsId, TaxCardId, WagePotId
from subcontract.jobs.job import Job
from subcontract.money import Money
from subcontract.payout.wage_records import PayCode, PayItem, PaySettings, WagePot
from subcontract.payout.wages.facts import PayingFacts, WageFacts
from subcontract.people.client import Client, FormOfWork, FormOfWorkSpan
from subcontract.people.employment import Employment, EmploymentTerms, FeeTerms
from subcontract.people.tax_card import TaxCard
from tests import make

NOVEMBER = Month(2026, 11)
YEAR = DateRange(date(2026, 1, 1))
PAY_DAY = date(2026, 12, 15)
IBAN = "FI2112345600000785"
BORN_1990 = "010590-900X"


def forms(form: FormOfWork, days: DateRange = YEAR) -> tuple[FormOfWorkSpan, ...]:
    return (FormOfWorkSpan(days=days, form=form),)


def worker(number: int = 1, form: FormOfWork = FormOfWork.EMPLOYMENT, **fields: Any) -> Client:
    """Somebody employed, born on the first of May 1990."""
    default: dict[str, Any] = {"iban": IBAN, "identity_code": BORN_1990, "forms": forms(form)}
    return make.client(number=number, **(default | fields))


def terms(**fields: Any) -> EmploymentTerms:
    """Twelve euros an hour since the beginning of the year."""
    return replace(EmploymentTerms(first=YEAR.first, hourly=Money(12)), **fields)


def employment(client: Client, *own_terms: EmploymentTerms, **fields: Any) -> Employment:
    """For an indefinite time, holiday compensation with each payment."""
    default = Employment(
        id=EmploymentId(ids.new()),
        unit=make.UNIT,
        client=client.id,
        days=YEAR,
        terms=own_terms or (terms(),),
    )
    return replace(default, **fields)


def fee_terms(client: Client, **fields: Any) -> FeeTerms:
    """Thirty-five euros of each time."""
    default = FeeTerms(id=FeeTermsId(ids.new()), client=client.id, days=YEAR, amount=Money(35))
    return replace(default, **fields)


def card(client: Client, **fields: Any) -> TaxCard:
    """The card of WE-2c for all of the year."""
    default = TaxCard(
        id=TaxCardId(ids.new()),
        client=client.id,
        days=DateRange(date(2026, 1, 1), date(2026, 12, 31)),
        base=Decimal(5),
        additional=Decimal(25),
        limit=Money(6000),
    )
    return replace(default, **fields)


def item(client: Client, kind: PayCode, amount: str, **fields: Any) -> PayItem:
    """A typed sum of the month."""
    default = PayItem(
        id=PayItemId(ids.new()),
        unit=make.UNIT,
        client=client.id,
        month=NOVEMBER,
        day=date(2026, 11, 5),
        kind=kind,
        amount=Money(amount),
        by=make.MANAGER,
        at=datetime(2026, 11, 23, 10, tzinfo=UTC),
    )
    return replace(default, **fields)


def pot(job: Job, **fields: Any) -> WagePot:
    """A hundred euros a month, by minutes."""
    default = WagePot(id=WagePotId(ids.new()), unit=make.UNIT, job=job.id, days=YEAR, amount=Money(100))
    return replace(default, **fields)


def settings(**fields: Any) -> PaySettings:
    default = PaySettings(id=PaySettingsId(ids.new()), unit=make.UNIT, first=YEAR.first)
    return replace(default, **fields)


def work(client: Client, day: int | date, job: Job, minutes: int = 240, **fields: Any) -> WorkEntry:
    """A client's work on a day, of November if only its number is told; without times."""
    default: dict[str, Any] = {
        "day": date(2026, 11, day) if isinstance(day, int) else day,
        "phase": job.phases[0].id if job.phases else None,
        "start": None,
        "end": None,
        "break_minutes": 0,
    }
    return make.entry(client=client.id, job=job.id, minutes=minutes, **(default | fields))


def wage_facts(
    clients: Iterable[Client], jobs: Iterable[Job], entries: Iterable[WorkEntry], **fields: Any
) -> WageFacts:
    """A month of wages, under settings of the unit."""
    default = WageFacts(
        month=NOVEMBER,
        clients={one.id: one for one in clients},
        jobs={one.id: one for one in jobs},
        entries=tuple(entries),
        settings=(settings(),),
    )
    return replace(default, **fields)


def paying(*cards: TaxCard, **fields: Any) -> PayingFacts:
    """Paid on the fifteenth of December by a county."""
    return replace(PayingFacts(pay_day=PAY_DAY, cards=cards), **fields)
