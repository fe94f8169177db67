"""Pay runs from calculation to correction, through the actions and books in memory."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract import ids
from subcontract.actions.act import Done
from subcontract.actions.approve_pay_run import ApprovePayRun, approve_pay_run
from subcontract.actions.calculate_pay_run import CalculatePayRun, calculate_pay_run, pay_day_of
from subcontract.actions.perform import perform
from subcontract.actions.remove_pay_run import RemovePayRun, remove_pay_run
from subcontract.actions.save_tariff import RemoveTariff, SaveTariff, remove_tariff, save_tariff
from subcontract.clock import FixedClock
from subcontract.days import DateRange, Month
from subcontract.hours.entry import WorkEntry
from subcontract.ids import EntryId, PayoutId, PayRunId, StaffId, TariffId
from subcontract.money import Money, total
from subcontract.payout import lines
from subcontract.payout.records import (
    Ledger,
    LimitMode,
    Payout,
    PayoutLine,
    PayRun,
    PayRunState,
    Tariff,
    TariffBasis,
    TariffRate,
)
from subcontract.payout.warnings import PayWarning
from subcontract.people.client import Client, TariffClassSpan
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make
from tests.fakes import MemoryStore

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
CLERK = StaffId(ids.new())


@dataclass
class Office:
    """An office with a tariff, two clients and a clock that moves on with every act."""

    store: MemoryStore = field(default_factory=make.store)
    at: datetime = datetime(2026, 11, 2, 8, tzinfo=UTC)
    people: tuple[Client, ...] = field(
        default_factory=lambda: tuple(
            make.client(
                number=number,
                iban="FI2112345600000785",
                tariff_classes=(TariffClassSpan(days=DateRange(date(2026, 1, 1)), tariff_class="A"),),
            )
            for number in (1, 2)
        )
    )
    job: Any = field(default_factory=lambda: make.job(number=1))
    tariff: Tariff = field(default_factory=make.tariff)

    def __post_init__(self) -> None:
        def write(books: Any) -> None:
            for person in self.people:
                books.clients.add(person)
            books.jobs.add(self.job)
            books.tariffs.add(self.tariff)

        self.store.fill(write)

    def do(self, action: Any, ask: object, *roles: Role, **worker: Any) -> Done:
        self.at += timedelta(minutes=1)
        return perform(action, ask, self.store.open_books, FixedClock(self.at), make.worker(*roles, **worker))

    def work(self, who: int, day: date, **fields: Any) -> WorkEntry:
        self.at += timedelta(minutes=1)
        client = fields.pop("client", self.people[who - 1].id)
        entry = make.entry(client=client, day=day, job=self.job.id, at=self.at, **fields)
        self.store.fill(lambda books: books.entries.add(entry))
        return entry

    def correct(self, entry: WorkEntry, **fields: Any) -> WorkEntry:
        self.at += timedelta(minutes=1)
        new = replace(
            entry, id=EntryId(ids.new()), supersedes=entry.id, at=self.at, reason="typed wrong", **fields
        )
        self.store.fill(lambda books: books.entries.add(new))
        return new

    def calculate(self, month: Month = OCTOBER) -> PayRun:
        done = self.do(calculate_pay_run, CalculatePayRun(month=month), Role.CLERK, staff=CLERK)
        return self.run(PayRunId(done.id)) if done.id else self.run()

    def approve(self, month: Month = OCTOBER) -> PayRun:
        run = self.run_of(month)
        paid = total(p.paid for p in self.payouts(run))
        self.do(approve_pay_run, ApprovePayRun(pay_run=run.id, version=run.version, paid=paid))
        return self.run(run.id)

    def run(self, of: PayRunId | None = None) -> PayRun:
        with self.store.open_lists() as lists:
            return lists.pay_runs.get(of) if of else lists.pay_runs.all()[-1]

    def run_of(self, month: Month) -> PayRun:
        with self.store.open_lists() as lists:
            (run,) = lists.pay_runs.where(month=month)
            return run

    def payouts(self, run: PayRun) -> tuple[Payout, ...]:
        with self.store.open_lists() as lists:
            return lists.payouts.where(pay_run=run.id)

    def payout(self, who: int, month: Month = OCTOBER) -> Payout:
        client = self.people[who - 1].id
        return next(p for p in self.payouts(self.run_of(month)) if p.client == client)


@pytest.fixture
def office() -> Office:
    return Office()


def october(day: int) -> date:
    return date(2026, 10, day)


def september(day: int) -> date:
    return date(2026, 9, day)


def refusal(office: Office, action: Any, ask: object, *roles: Role, **worker: Any) -> Code:
    with pytest.raises(Refused) as refused:
        office.do(action, ask, *roles, **worker)
    return refused.value.code


def whats(payout: Payout) -> list[str]:
    return [line.what for line in payout.lines]


def test_calculating_again_replaces_what_was(office: Office):
    office.work(1, october(1))
    first = office.calculate()
    office.work(1, october(2))
    second = office.calculate()
    assert (first.id, first.version + 1) == (second.id, second.version)
    assert office.payout(1).tax_free == Money("16.00")
    assert len(office.payouts(second)) == 1


def test_a_client_whose_work_was_voided_leaves_the_run(office: Office):
    office.work(1, october(1))
    gone = office.work(2, october(1))
    office.calculate()
    office.correct(gone, void=True)
    run = office.calculate()
    assert [p.client for p in office.payouts(run)] == [office.people[0].id]


def test_one_persons_error_is_corrected_without_touching_the_others(office: Office):
    office.work(1, october(1))
    wrong = office.work(2, october(1))
    office.calculate()
    before = office.payout(1)
    office.correct(wrong, day=october(1), minutes=60)
    office.calculate()
    assert office.payout(1) == before
    assert office.payout(2).minutes == 60


def test_what_cannot_be_calculated_is_refused(office: Office):
    ask = CalculatePayRun(month=OCTOBER)
    assert refusal(office, calculate_pay_run, ask, Role.CLERK) is Code.NOTHING_TO_DO
    assert refusal(office, calculate_pay_run, CalculatePayRun(month=Month(2027, 1))) is Code.WRONG_STATE
    assert refusal(office, calculate_pay_run, ask, Role.WORK_COACH) is Code.NOT_ALLOWED
    office.work(1, october(1))
    office.do(remove_tariff, RemoveTariff(tariff=office.tariff.id))
    assert refusal(office, calculate_pay_run, ask) is Code.TARIFF_MISSING


def test_undoing_a_calculation_takes_the_run_away(office: Office):
    office.work(1, october(1))
    done = office.do(calculate_pay_run, CalculatePayRun(month=OCTOBER))
    assert done.undo
    office.do(done.undo.action, done.undo.ask)
    with office.store.open_lists() as lists:
        assert (lists.pay_runs.all(), lists.payouts.all()) == ((), ())


def test_approval_needs_a_second_person_and_locks(office: Office):
    office.work(1, october(1))
    run = office.calculate()
    ask = ApprovePayRun(pay_run=run.id, version=run.version, paid=Money("8.00"))
    assert refusal(office, approve_pay_run, ask, staff=CLERK) is Code.SAME_PERSON
    assert refusal(office, approve_pay_run, ask, Role.CLERK) is Code.NOT_ALLOWED
    office.do(approve_pay_run, ask)
    assert office.run(run.id).state is PayRunState.APPROVED
    assert all(payout.approved for payout in office.payouts(run))
    assert refusal(office, approve_pay_run, ask) is Code.PERIOD_LOCKED
    assert refusal(office, calculate_pay_run, CalculatePayRun(month=OCTOBER)) is Code.PERIOD_LOCKED
    assert refusal(office, remove_pay_run, RemovePayRun(pay_run=run.id, version=2)) is Code.PERIOD_LOCKED


def test_figures_that_no_longer_hold_are_not_approved(office: Office):
    entry = office.work(1, october(1))
    run = office.calculate()
    office.correct(entry, minutes=120)  # the sum stays, the entries do not
    ask = ApprovePayRun(pay_run=run.id, version=run.version, paid=Money("8.00"))
    assert refusal(office, approve_pay_run, ask) is Code.AMOUNTS_CHANGED
    office.calculate()
    stale = ApprovePayRun(pay_run=run.id, version=run.version, paid=Money("8.00"))
    assert refusal(office, approve_pay_run, stale) is Code.CHANGED_ELSEWHERE
    wrong_sum = ApprovePayRun(pay_run=run.id, version=run.version + 1, paid=Money("9.00"))
    assert refusal(office, approve_pay_run, wrong_sum) is Code.AMOUNTS_CHANGED
    office.approve()


def test_hours_paid_as_wage_are_never_paid_as_allowance(office: Office):
    paid, _ = office.work(1, october(1)), office.work(1, october(2))
    run = PayRun(
        id=PayRunId(ids.new()),
        unit=make.UNIT,
        ledger=Ledger.WAGE,
        month=OCTOBER,
        pay_day=october(31),
        calculated_by=CLERK,
        calculated_at=office.at,
    )
    wage = Payout(
        id=PayoutId(ids.new()),
        pay_run=run.id,
        client=office.people[0].id,
        ledger=Ledger.WAGE,
        month=OCTOBER,
        days=1,
        minutes=225,
        pieces=0,
        tax_free=Money(0),
        taxable=Money("50.00"),
        approved=True,
        lines=(PayoutLine(what="Hours", amount=Money("50.00"), entries=(paid.id,)),),
    )

    def write(books: Any) -> None:
        books.pay_runs.add(run)
        books.payouts.add(wage)

    office.store.fill(write)
    done = office.do(calculate_pay_run, CalculatePayRun(month=OCTOBER))
    with office.store.open_lists() as lists:
        (payout,) = lists.payouts.where(pay_run=done.id)
    assert (payout.days, payout.tax_free) == (1, Money("8.00"))
    assert PayWarning.PAID_ELSEWHERE in payout.warnings


# --- corrections after approval ------------------------------------------------------------------


def test_a_correction_goes_into_the_next_run_and_the_old_payout_stays(office: Office):
    entry = office.work(1, september(1))
    office.work(1, september(2))
    office.calculate(SEPTEMBER)
    office.approve(SEPTEMBER)
    before = office.payout(1, SEPTEMBER)
    office.correct(entry, void=True)
    office.work(1, september(9))
    office.work(1, september(10))
    office.work(1, october(1))
    office.calculate()
    now = office.payout(1)
    assert now.tax_free == Money("16.00")
    assert whats(now) == [lines.WHOLE_DAY, lines.DIFFERENCE]
    assert now.lines[1].amount == Money("8.00")
    assert PayWarning.CORRECTED in now.warnings
    assert office.payout(1, SEPTEMBER) == before
    office.approve()
    office.work(1, date(2026, 11, 1))
    office.calculate(Month(2026, 11))
    assert whats(office.payout(1, Month(2026, 11))) == [lines.WHOLE_DAY]


def test_a_result_below_zero_pays_nothing_and_is_carried_on(office: Office):
    wrong = [office.work(1, september(day)) for day in (1, 2, 3)]
    office.calculate(SEPTEMBER)
    office.approve(SEPTEMBER)
    for entry in wrong:
        office.correct(entry, void=True)
    office.work(1, october(1))
    office.calculate()
    low = office.payout(1)
    assert (low.paid, total(line.amount for line in low.lines)) == (Money(0), Money(0))
    assert PayWarning.CARRIED_OVER in low.warnings
    office.approve()
    for day in (1, 2, 3):
        office.work(1, date(2026, 11, day))
    office.calculate(Month(2026, 11))
    november = office.payout(1, Month(2026, 11))
    assert november.paid == Money("8.00")
    assert lines.BROUGHT in whats(november)


def test_a_correction_is_paid_even_without_days_in_the_open_month(office: Office):
    office.work(1, september(1))
    office.calculate(SEPTEMBER)
    office.approve(SEPTEMBER)
    office.work(2, september(1))
    office.work(1, october(1))
    office.calculate()
    late = office.payout(2)
    assert (late.days, late.paid) == (0, Money("8.00"))


def test_a_pot_shared_anew_after_a_correction_books_only_differences():
    pot = make.tariff(TariffRate(tariff_class="A", basis=TariffBasis.POT_SHARE), limit_mode=LimitMode.PERIOD)
    office = Office(tariff=pot, job=make.job(number=1, allowance_pot=Money("20.01")))
    first = office.work(1, september(1), minutes=100)
    office.work(1, september(2), minutes=100)
    office.work(2, september(1), minutes=100)
    office.work(2, september(2), minutes=100)
    office.calculate(SEPTEMBER)
    office.approve(SEPTEMBER)
    office.correct(first, minutes=50)
    office.work(1, october(1), minutes=10)
    office.work(2, october(1), minutes=10)
    office.calculate()
    lines_of = [line for who in (1, 2) for line in office.payout(who).lines]
    differences = [line.amount for line in lines_of if line.what == lines.DIFFERENCE]
    assert len(differences) == 2
    assert total(differences) == Money(0)


@given(
    steps=st.lists(
        st.one_of(
            st.tuples(st.just("work"), st.integers(1, 2), st.integers(1, 3), st.integers(1, 28)),
            st.tuples(st.just("correct"), st.integers(0, 30), st.integers(0, 480), st.booleans()),
            st.tuples(st.just("pay"), st.integers(1, 3)),
        ),
        max_size=25,
    )
)
def test_over_any_history_everybody_gets_what_the_entries_give(steps: Iterable[tuple[Any, ...]]):
    """All that was ever settled equals what the entries in force give: nothing twice, nothing never."""
    half = TariffRate(tariff_class="A", basis=TariffBasis.HALF_DAY, amount=Money("3.00"))
    day = TariffRate(tariff_class="A", basis=TariffBasis.DAY, amount=Money("7.00"))
    office = Office(tariff=make.tariff(day, half), at=datetime(2026, 12, 1, tzinfo=UTC))
    months = {1: Month(2026, 8), 2: Month(2026, 9), 3: Month(2026, 10)}
    heads: list[WorkEntry] = []
    approved: set[int] = set()
    for step in steps:
        if step[0] == "work":
            _, who, month, number = step
            heads.append(office.work(who, months[month].first.replace(day=number)))
        elif step[0] == "correct" and heads:
            at = step[1] % len(heads)
            if not heads[at].void:
                heads[at] = office.correct(heads[at], minutes=step[2], void=step[3])
        elif step[0] == "pay" and step[1] not in approved and _pay(office, months[step[1]]):
            approved.add(step[1])
    for month in sorted(set(months) - approved):
        if _pay(office, months[month]):
            approved.add(month)
    last = Month(2026, 11)
    office.work(1, last.first)
    office.work(2, last.first)
    assert _pay(office, last)
    months[4] = last
    approved.add(4)
    _assert_settled(office, [*heads], {months[number] for number in approved})


def _pay(office: Office, month: Month) -> bool:
    try:
        office.calculate(month)
    except Refused as refused:
        if refused.code is not Code.NOTHING_TO_DO:
            raise
        return False
    office.approve(month)
    return True


def _assert_settled(office: Office, heads: list[WorkEntry], approved: set[Month]) -> None:
    """Paid and carried sums of all runs equal what standing entries of approved months give."""
    with office.store.open_lists() as lists:
        payouts = lists.payouts.all()
        last = {p.client: p for p in payouts if p.month == Month(2026, 11)}
    for person in office.people:
        days: dict[date, int] = {}
        for entry in heads:
            if entry.client == person.id and not entry.void and Month.of(entry.day) in approved:
                days[entry.day] = days.get(entry.day, 0) + entry.minutes
        due = sum(700 if minutes >= 240 else 300 for minutes in days.values()) + 300
        paid = total(p.paid for p in payouts if p.client == person.id)
        waiting = total(line.amount for line in last[person.id].lines if line.what == lines.CARRIED_ON)
        assert (paid - waiting).cents == due


# --- tariffs --------------------------------------------------------------------------------------


def test_a_new_tariff_ends_the_open_one_before_it(office: Office):
    new = make.tariff(days=DateRange(date(2026, 12, 1)))
    done = office.do(save_tariff, SaveTariff(tariff=new))
    with office.store.open_lists() as lists:
        assert {t.days.last for t in lists.tariffs.all()} == {date(2026, 11, 30), new.days.last}
    assert done.undo
    office.do(done.undo.action, done.undo.ask)
    with office.store.open_lists() as lists:
        assert [t.days for t in lists.tariffs.all()] == [office.tariff.days]


def test_tariffs_do_not_overlap(office: Office):
    new = make.tariff(days=DateRange(date(2026, 12, 1)))
    assert refusal(office, save_tariff, SaveTariff(tariff=new, ends_previous=False)) is Code.PERIODS_OVERLAP


def test_every_fault_of_a_tariff_is_told_at_once(office: Office):
    bad = make.tariff(
        TariffRate(tariff_class=" ", basis=TariffBasis.DAY, amount=Money("-1.00")),
        TariffRate(tariff_class="A", basis=TariffBasis.HOUR),
        days=DateRange(date(2026, 12, 1)),
        full_day_minutes=0,
    )
    with pytest.raises(Refused) as refused:
        office.do(save_tariff, SaveTariff(tariff=bad))
    assert {(p.code, p.field) for p in refused.value.problems} == {
        (Code.TOO_SMALL, "full_day_minutes"),
        (Code.REQUIRED, "rates.0.tariff_class"),
        (Code.NEGATIVE, "rates.0.amount"),
        (Code.REQUIRED, "rates.1.amount"),
    }


def test_what_an_approved_month_was_paid_by_stays(office: Office):
    office.work(1, october(1))
    office.calculate()
    office.approve()
    dearer = replace(
        office.tariff,
        rates=(TariffRate(tariff_class="A", basis=TariffBasis.DAY, amount=Money("9.00")),),
    )
    assert refusal(office, save_tariff, SaveTariff(tariff=dearer)) is Code.PERIOD_LOCKED
    assert refusal(office, remove_tariff, RemoveTariff(tariff=office.tariff.id)) is Code.PERIOD_LOCKED
    later = replace(dearer, id=TariffId(ids.new()), days=DateRange(date(2026, 11, 1)))
    office.do(save_tariff, SaveTariff(tariff=later))


@pytest.mark.parametrize(
    ("month", "day"),
    [
        (Month(2026, 10), date(2026, 11, 13)),  # the 15th is a Sunday
        (Month(2026, 11), date(2026, 12, 15)),
    ],
)
def test_the_usual_pay_day_is_a_working_day(month: Month, day: date):
    assert pay_day_of(month) == day
