"""A run as postings: the two sides are equal to the cent, and costs fall on the jobs that were worked on."""

import random
from datetime import date

from subcontract.hours.entry import WorkEntry
from subcontract.ids import EntryId
from subcontract.money import ZERO, Money, total
from subcontract.payout.accounts import Account, Posting, post
from subcontract.payout.by_job import ByJob, by_job, in_proportion, job_of, topped_up
from subcontract.payout.records import Ledger, Payout, PayoutLine
from subcontract.payout.wage_records import PayCode, WageSums
from tests import make, make_benefits, make_pay

SHELVES, YARD = make.job(number=1), make.job(number=2)
LIISA = make_pay.worker()


def worked(day: int, job: object, minutes: int = 240) -> WorkEntry:
    return make_pay.work(LIISA, date(2026, 11, day), job, minutes)  # type: ignore[arg-type]


def line(code: PayCode, amount: str, *entries: WorkEntry) -> PayoutLine:
    return make_benefits.line(code, amount, entries=tuple(one.id for one in entries))


def known(*entries: WorkEntry) -> dict[EntryId, WorkEntry]:
    return {one.id: one for one in entries}


def sides(postings: tuple[Posting, ...]) -> tuple[Money, Money]:
    return total(one.debit for one in postings), total(one.credit for one in postings)


def of(postings: tuple[Posting, ...], account: Account) -> ByJob:
    return {one.job: one.debit or one.credit for one in postings if one.account is account and one.debit}


def test_a_line_is_shared_over_its_jobs_by_minutes() -> None:
    first, second = worked(2, SHELVES, 180), worked(2, YARD, 60)
    entries = known(first, second)
    shared = line(PayCode.HOURS, "10.01", first, second)
    assert by_job([shared], entries) == {SHELVES.id: Money("7.51"), YARD.id: Money("2.50")}
    assert job_of(shared, entries) is None
    assert job_of(line(PayCode.HOURS, "1", first), entries) == SHELVES.id
    assert by_job([line(PayCode.SICK_PAY, "5")], entries) == {None: Money(5)}


def test_what_no_line_tells_of_belongs_to_no_job() -> None:
    assert topped_up({SHELVES.id: Money(10)}, Money(12)) == {SHELVES.id: Money(10), None: Money(2)}
    assert topped_up({SHELVES.id: Money(10)}, ZERO) == {SHELVES.id: Money(10), None: Money(-10)}
    assert in_proportion(Money("0.01"), {}) == {None: Money("0.01")}
    assert in_proportion(ZERO, {SHELVES.id: Money(1)}) == {}
    below: ByJob = {SHELVES.id: Money(5), YARD.id: Money(-5)}
    assert in_proportion(Money(1), below) == {SHELVES.id: Money(1)}


def wage_payout() -> tuple[Payout, dict[EntryId, WorkEntry]]:
    first, second = worked(2, SHELVES), worked(3, YARD, 120)
    lines = (
        line(PayCode.HOURS, "48.00", first),
        line(PayCode.HOURS, "24.00", second),
        line(PayCode.SICK_PAY, "30.00"),
        line(PayCode.HOLIDAY_COMPENSATION, "6.48"),
        line(PayCode.BUS_TICKET, "3.60"),
    )
    wage = WageSums(
        wages=Money(102),
        holiday_compensation=Money("6.48"),
        expenses=Money("3.60"),
        withholding=Money("10.85"),
        pension=Money("7.76"),
        unemployment=Money("0.97"),
        employer_health=Money("2.05"),
        employer_pension=Money("18.44"),
    )
    fields = {"taxable": Money("108.48"), "tax_free": Money("3.60"), "wage": wage}
    return make_benefits.payout(*lines, **fields), known(first, second)


def test_pay_its_compensation_and_the_employers_costs_fall_on_the_jobs() -> None:
    payout, entries = wage_payout()
    postings = post([payout], entries)
    assert of(postings, Account.WAGES) == {SHELVES.id: Money(48), YARD.id: Money(24), None: Money(30)}
    assert total(of(postings, Account.HOLIDAY_COMPENSATION).values()) == Money("6.48")
    assert of(postings, Account.HOLIDAY_COMPENSATION)[SHELVES.id] == Money("3.05")
    assert total(of(postings, Account.EMPLOYER_PENSION).values()) == Money("18.44")
    assert of(postings, Account.EXPENSES) == {None: Money("3.60")}
    owed = {one.account: one.credit for one in postings if one.credit}
    assert owed == {
        Account.EMPLOYER_HEALTH: Money("2.05"),
        Account.EMPLOYER_PENSION: Money("18.44"),
        Account.WITHHOLDING: Money("10.85"),
        Account.PENSION: Money("7.76"),
        Account.UNEMPLOYMENT: Money("0.97"),
        Account.NET: payout.net,
    }
    debit, credit = sides(postings)
    assert debit == credit == Money("132.57")


def test_a_cut_of_an_allowance_takes_from_each_job_its_part() -> None:
    first, second = worked(2, SHELVES), worked(2, YARD)
    earned = (
        PayoutLine(what="Whole day", amount=Money(10), entries=(first.id,)),
        PayoutLine(what="Hours of the day", amount=Money(6), entries=(second.id,)),
        PayoutLine(what="Above the tax-free limit of the day: cut", amount=Money(-4)),
    )
    payout = make_benefits.payout(
        *earned, ledger=Ledger.ALLOWANCE, tax_free=Money(12), taxable=ZERO, wage=None
    )
    postings = post([payout], known(first, second))
    assert of(postings, Account.ALLOWANCE) == {SHELVES.id: Money("7.50"), YARD.id: Money("4.50")}
    assert sides(postings) == (Money(12), Money(12))


def test_the_sides_are_equal_whatever_is_paid() -> None:
    chance = random.Random(7)
    for _ in range(300):
        entries = [worked(day, chance.choice((SHELVES, YARD)), chance.randint(0, 500)) for day in range(1, 9)]
        lines = tuple(
            line(chance.choice(list(PayCode)), str(Money.of_cents(chance.randint(-9999, 9999))), *some)
            for some in ([], entries[:2], entries[2:3], entries[3:])
        )
        some_sums = [Money.of_cents(chance.randint(0, 9999)) for _ in range(6)]
        wage = WageSums(
            wages=some_sums[0],
            holiday_compensation=some_sums[1],
            fees=some_sums[2],
            expenses=some_sums[3],
            withholding=some_sums[4],
            employer_health=some_sums[5],
        )
        ledger = chance.choice(list(Ledger))
        payout = make_benefits.payout(
            *lines,
            ledger=ledger,
            tax_free=wage.expenses + (Money(7) if ledger is Ledger.ALLOWANCE else ZERO),
            taxable=wage.wages + wage.holiday_compensation + wage.fees,
            wage=wage,
        )
        debit, credit = sides(post([payout], known(*entries[: chance.randint(0, 8)])))
        assert debit == credit == payout.paid + wage.employer_costs
