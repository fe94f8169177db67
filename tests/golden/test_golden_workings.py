"""The workings behind Miksi? as they have been approved: every field of every line, as text.

``pytest tests/golden --update-golden`` writes them anew; a changed golden file is reviewed like code.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from subcontract.days import DateRange, Month
from subcontract.hours.entry import WorkEntry
from subcontract.ids import EntryId
from subcontract.jobs.job import Job, SplitRule
from subcontract.money import Money
from subcontract.payout.allowance import split_allowance
from subcontract.payout.calculate import Result, calculate
from subcontract.payout.facts import MonthFacts
from subcontract.payout.records import (
    AboveLimit,
    LimitMode,
    PayoutLine,
    Tariff,
    TariffBasis,
    TariffRate,
)
from subcontract.payout.wage_records import PayCode
from subcontract.payout.wages.calculate import wage_month
from subcontract.payout.wages.facts import Rests
from subcontract.payout.wages.holiday import AccrualAsk, HolidayMonth, accrue
from subcontract.people.client import Client, FormOfWork, TariffClassSpan
from subcontract.people.employment import Employment, HolidayPayment, PaidBy
from subcontract.rules.working import WorkingLine
from tests import make, make_pay
from tests.make_pay import card, employment, fee_terms, item, paying, pot, settings, terms, wage_facts, worker

FOLDER = Path(__file__).parent / "workings"
JOB = make.job(number=1, name="Pakettien tarroitus")
POT_JOB = make.job(number=2, name="Pihan siivous")
PIECES = make.job(number=3, name="Pussitus")
YEAR = DateRange(date(2026, 1, 1))


def numbered(entries: Iterable[WorkEntry]) -> list[WorkEntry]:
    """Entries with ids that are always the same."""
    return [replace(one, id=EntryId(UUID(int=number))) for number, one in enumerate(entries, 1)]


def written(results: Iterable[tuple[str, Result]]) -> str:
    """Everything that a payout tells of its sums."""
    parts = []
    for name, result in results:
        head = f"# {name}: {result.days} days, {result.minutes} min, {result.pieces} pieces"
        sums = f"= tax-free {result.tax_free}, taxable {result.taxable}, cut {result.cut}"
        warnings = f"! {', '.join(sorted(result.warnings))}"
        parts.append("\n".join((head, *map(line_of, result.lines), sums, warnings)))
    return "\n\n".join(parts) + "\n"


def line_of(line: PayoutLine | WorkingLine) -> str:
    """Every field of a line."""
    return " | ".join(_shown(getattr(line, field.name)) for field in fields(line))


def _shown(value: object) -> str:
    """A field's value; blanks by their names, entries by their numbers."""
    if isinstance(value, Mapping):
        value = tuple(value.items())
    if isinstance(value, tuple):
        return " ".join(f"{one[0]}={one[1]}" if isinstance(one, tuple) else str(one.int) for one in value)
    return "" if value is None else str(value)


# --- wages -----------------------------------------------------------------------------------


def work(client: Client, job: Job, *days: int, **fields: object) -> list[WorkEntry]:
    return [make_pay.work(client, day, job, **fields) for day in days]  # type: ignore[arg-type]


HOURS, BY_PIECE, ONE, OTHER, LEAVING, NOTHING = (worker(number) for number in range(1, 7))
FEE = worker(7, FormOfWork.FEE)
PEOPLE = (HOURS, BY_PIECE, ONE, OTHER, LEAVING, NOTHING, FEE)
ENDS = DateRange(date(2026, 5, 1), date(2026, 11, 20))


def agreements() -> tuple[Employment, ...]:
    """By the hour with a rise, by the piece at a lower capacity, two of a pot, and one that ends."""
    raised = terms(first=date(2026, 11, 16), hourly=Money("12.55"), pay_group="2")
    by_piece = terms(capacity=Decimal(80), paid_by=PaidBy.PIECE, piece_rate=Decimal("0.0525"))
    by_pot = terms(paid_by=PaidBy.POT, pay_group="3")
    at_end = employment(LEAVING, terms(first=ENDS.first), days=ENDS, holiday=HolidayPayment.AT_END)
    return (
        employment(HOURS, terms(), raised),
        employment(BY_PIECE, by_piece),
        employment(ONE, by_pot),
        employment(OTHER, by_pot),
        replace(at_end, job=JOB.id),
    )


def month_of_work() -> list[WorkEntry]:
    """A Sunday and other days of everybody."""
    return numbered(
        (
            *work(HOURS, JOB, 1, 2, 3, 20, start=time(8), end=time(12)),
            *work(BY_PIECE, PIECES, 4, 5, pieces=310),
            *work(BY_PIECE, PIECES, 6, pieces=2000),
            *work(ONE, POT_JOB, 9, 10, minutes=200),
            *work(OTHER, POT_JOB, 9, minutes=110),
            *work(LEAVING, JOB, 12, minutes=65),
            *work(FEE, JOB, 12, 13, minutes=90),
        )
    )


def wages() -> str:
    """Hours, pieces with their floor, a pot, fees, typed lines, increments, two ends, cards and none."""
    facts = wage_facts(
        PEOPLE,
        (JOB, POT_JOB, PIECES),
        month_of_work(),
        employments=agreements(),
        fee_terms=(fee_terms(FEE, text="Vertaisohjaus"),),
        items=(
            item(HOURS, PayCode.SICK_PAY, "48.00", minutes=240, text="Sairausaika"),
            item(HOURS, PayCode.OVERTIME_INCREMENT, "6.50", day=date(2026, 11, 6)),
            item(ONE, PayCode.BUS_TICKET, "42.00", quantity=Decimal(1), rate=Decimal(42)),
            item(NOTHING, PayCode.KILOMETRES, "11.40", quantity=Decimal(38), rate=Decimal("0.3")),
        ),
        pots=(pot(POT_JOB, amount=Money(100), split=SplitRule.MINUTES),),
        settings=(settings(employer_pension=Decimal("17.5"), other_employer=Decimal("0.6")),),
    )
    brought = {OTHER.id: Rests(pay=Money(-12), expenses=Money(-3))}
    told = wage_month(facts, paying(card(HOURS), card(ONE, limit=Money(20)), brought=brought))
    names = {one.id: f"person {one.number}" for one in PEOPLE}
    return written((names[client], result) for client, result in told.items())


# --- allowance -------------------------------------------------------------------------------


def person(number: int, name: str) -> Client:
    classes = (TariffClassSpan(days=YEAR, tariff_class=name),)
    return make.client(number=number, iban=make_pay.IBAN, tariff_classes=classes)


RATES = {
    "A": ((TariffBasis.DAY, "9.00"), (TariffBasis.HALF_DAY, "5.00")),
    "B": ((TariffBasis.HOUR, "5.40"),),
    "C": ((TariffBasis.PIECE, "0.15"),),
    "D": ((TariffBasis.POT_SHARE, "0.00"),),
    "E": ((TariffBasis.DAY, "13.00"),),
}


def tariff(above: AboveLimit, mode: LimitMode) -> Tariff:
    rates = [
        TariffRate(tariff_class=name, basis=basis, amount=Money(amount))
        for name, given in RATES.items()
        for basis, amount in given
    ]
    return make.tariff(*rates, above_limit=above, limit_mode=mode, days=YEAR)


def allowances() -> str:
    """Every basis of a tariff, twice: above the limit cut by the day, and taxed by the period."""
    phase = replace(POT_JOB.phases[0], split=SplitRule.PIECES)
    shared = replace(POT_JOB, phases=(phase,), allowance_pot=Money(40))
    parts = []
    for above, mode in ((AboveLimit.CUT, LimitMode.DAY), (AboveLimit.TAXABLE, LimitMode.PERIOD)):
        people = [person(number, name) for number, name in enumerate("ABCDDE", 1)]
        whole, hours, pieces, one, other, high = people
        entries = [
            *work(whole, JOB, 2, minutes=300),
            *work(whole, JOB, 3, minutes=60),
            *work(hours, JOB, 2, minutes=200),
            *work(hours, JOB, 3, minutes=100),
            *work(pieces, PIECES, 4, pieces=90),
            *work(one, shared, 5, pieces=7),
            *work(other, shared, 5, pieces=4),
            *work(high, JOB, 2, minutes=300),
        ]
        facts = MonthFacts(
            month=Month(2026, 11),
            tariffs=(tariff(above, mode),),
            clients={each.id: each for each in people},
            jobs={JOB.id: JOB, PIECES.id: PIECES, shared.id: shared},
            entries=tuple(numbered(entries)),
        )
        names = {each.id: f"{above.value}, {mode.value}, person {each.number}" for each in people}
        parts.append(written((names[client], result) for client, result in calculate(facts).items()))
    return "\n".join(parts)


def limits() -> str:
    """The calculator's own lines of the limit: by day and by period, cut and taxed."""
    days = {date(2026, 11, 2): Money("14.50"), date(2026, 11, 3): Money("9.00")}
    told = []
    for mode in LimitMode:
        for above in AboveLimit:
            split = split_allowance(days, mode=mode, above=above)
            told += [f"# {mode.value}, {above.value}", *map(line_of, split.lines)]
    return "\n".join(told) + "\n"


def holidays() -> str:
    """Accrual by days and by hours, of a year that ends and of an employment that does."""
    months = tuple(Month(2025, 4).plus(number) for number in range(12))
    told = []
    for days, minutes, last in ((14, 0, "2199-12-31"), (9, 35 * 60, "2026-02-10"), (3, 600, "2199-12-31")):
        done = tuple(HolidayMonth(month=month, days=days, minutes=minutes) for month in months)
        span = DateRange(date(2025, 1, 1), date.fromisoformat(last))
        got = accrue(AccrualAsk(employment=span, year_end=date(2026, 3, 31), months=done))
        told += [f"# {days} days, {minutes} min, until {last}: {got.days}", *map(line_of, got.lines)]
    return "\n".join(told) + "\n"


WORKINGS: dict[str, Callable[[], str]] = {
    "wages": wages,
    "allowances": allowances,
    "limits": limits,
    "holidays": holidays,
}


@pytest.mark.parametrize("name", WORKINGS)
def test_a_working_is_as_it_was_approved(name: str, request: pytest.FixtureRequest) -> None:
    told = WORKINGS[name]()
    path = FOLDER / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        path.write_text(told, encoding="utf-8")
    assert told == path.read_text(encoding="utf-8")
