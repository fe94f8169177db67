"""Reads what one person was paid in a year, and the holiday that the person's work has earned."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from subcontract.days import DateRange, Month
from subcontract.hours.in_force import in_force
from subcontract.ids import ClientId
from subcontract.papers.facts import HolidayFacts, HolidayOf, YearSummaryFacts
from subcontract.payout.ledgers import Forms
from subcontract.payout.wages.holiday import AccrualAsk, accrue, months_at_work
from subcontract.payout.wages.terms import Agreements, lasted_since
from subcontract.payout.year import payments_of_year
from subcontract.people.client import Client, FormOfWork
from subcontract.people.employment import Employment
from subcontract.people.unit import ProviderKind
from subcontract.ports import Books, Lists

PUBLIC = frozenset({ProviderKind.COUNTY, ProviderKind.MUNICIPALITY})
"""Whose collective agreement reckons full months in its own way (162/2005 30 §)."""
FIRST_MONTH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonYear:
    """A calendar year of one person, and the credit year that begins in it."""

    summary: YearSummaryFacts
    holiday: HolidayFacts


def person_year(books: Books | Lists, client: ClientId, year: int, today: date) -> PersonYear:
    """Read both."""
    person = books.clients.get(client)
    return PersonYear(
        summary=year_summary(books, person, year, today),
        holiday=holiday_facts(books, person, year, today),
    )


def year_summary(books: Books | Lists, client: Client, year: int, today: date) -> YearSummaryFacts:
    """The payments whose pay day is in the year and has come."""
    payouts = books.payouts.where(client=client.id, approved=True)
    runs = {run.id: run for run in books.pay_runs.where(unit=client.unit)}
    reopened = {one.payout for one in books.pay.reopenings.where(client=client.id)}
    settings = books.pay.pay_settings.where(unit=client.unit)
    found = payments_of_year(year, payouts, runs, reopened, settings)
    return YearSummaryFacts(
        client=client,
        unit=books.units.get(client.unit),
        year=year,
        payments=tuple(one for one in found if one.pay_day <= today),
        day=today,
    )


def credit_year(year: int) -> DateRange:
    """The credit year that begins in a calendar year."""
    return DateRange(date(year, FIRST_MONTH, 1), Month(year + 1, FIRST_MONTH - 1).last)


def holiday_facts(books: Books | Lists, client: Client, year: int, today: date) -> HolidayFacts:
    """What each employment that was in force in the credit year has earned by today."""
    span = credit_year(year)
    until = min(span.last, today)
    unit = books.units.get(client.unit)
    mine = books.pay.employments.where(client=client.id)
    lasting = [one for one in _latest_of_each(mine) if one.days.overlap(span)]
    of = tuple(
        _of_employment(books, client, one, mine, span, until, public=unit.kind in PUBLIC)
        for one in lasting
        if span.first <= until
    )
    return HolidayFacts(client=client, unit=unit, year=span, until=until, of=of)


def _latest_of_each(employments: Iterable[Employment]) -> list[Employment]:
    """The last of each row of employments that count as one, so that none is told of twice."""
    kept: dict[date, Employment] = {}
    ordered = sorted(employments, key=lambda one: (one.days.last, one.days.first))
    for one in ordered:
        kept[lasted_since(one, ordered)] = one
    return sorted(kept.values(), key=lambda one: one.days)


def _of_employment(  # noqa: PLR0917 - what an accrual is reckoned of
    books: Books | Lists,
    client: Client,
    last: Employment,
    mine: tuple[Employment, ...],
    span: DateRange,
    until: date,
    *,
    public: bool,
) -> HolidayOf:
    """One employment with those that it counts as one with."""
    days = DateRange(lasted_since(last, mine), last.days.last)
    first_month = Month.of(days.first).days
    worked = [days.overlap(part) for part in (span, first_month)]
    forms, agreements = Forms(mine), Agreements(mine)
    entries = {
        entry.id: entry
        for part in worked
        if part is not None
        for entry in in_force(books.entries.within(part, client=client.id))
        if forms.of(client, entry) is FormOfWork.EMPLOYMENT
        and agreements.employments_on(client.id, entry.day, entry.job)
    }
    items = [
        item
        for item in books.pay.pay_items.where(client=client.id)
        if any(part is not None and item.day in part for part in worked)
    ]
    ask = AccrualAsk(
        employment=days,
        year_end=span.last,
        months=months_at_work(entries.values(), items),
        public=public,
        until=until,
    )
    return HolidayOf(days=days, accrual=accrue(ask), payment=last.holiday)
