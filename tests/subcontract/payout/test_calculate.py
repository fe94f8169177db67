"""The allowance of a month: what each basis gives, the limit, pots, and a second reckoning in integers."""

import sys
from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.days import DateRange, Month
from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.ids import EntryId, ShiftId
from subcontract.ids import new as new_id
from subcontract.jobs.job import Job, SplitRule
from subcontract.money import Money, total
from subcontract.payout import lines
from subcontract.payout.allowance import split_allowance
from subcontract.payout.calculate import Result, calculate
from subcontract.payout.facts import MonthFacts
from subcontract.payout.records import AboveLimit, LimitMode, Tariff, TariffBasis, TariffRate
from subcontract.payout.warnings import PayWarning
from subcontract.people.client import Client, FormOfWork, FormOfWorkSpan, TariffClassSpan
from subcontract.problems import Code, Refused
from tests import make

NOVEMBER = Month(2026, 11)
YEAR = DateRange(date(2026, 1, 1))


def rate(basis: TariffBasis, amount: str = "0.00", name: str = "A") -> TariffRate:
    return TariffRate(tariff_class=name, basis=basis, amount=Money(amount))


def person(number: int = 1, name: str = "A", **fields: Any) -> Client:
    classes = (TariffClassSpan(days=YEAR, tariff_class=name),)
    defaults: dict[str, Any] = {"iban": "FI2112345600000785", "tariff_classes": classes}
    return make.client(number=number, **(defaults | fields))


def day(number: int) -> date:
    return date(2026, 11, number)


def work(client: Client, number: int, job: Job, **fields: Any) -> WorkEntry:
    return make.entry(
        client=client.id,
        day=day(number),
        job=job.id,
        phase=job.phases[0].id if job.phases else None,
        **fields,
    )


def facts(
    entries: list[WorkEntry], clients: list[Client], jobs: list[Job], *tariffs: Tariff, **fields: Any
) -> MonthFacts:
    return MonthFacts(
        month=NOVEMBER,
        tariffs=tariffs,
        clients={one.id: one for one in clients},
        jobs={one.id: one for one in jobs},
        entries=tuple(entries),
        **fields,
    )


def one(entries: list[WorkEntry], client: Client, job: Job, tariff: Tariff, **fields: Any) -> Result:
    return calculate(facts(entries, [client], [job], tariff, **fields))[client.id]


JOB = make.job(number=1)


def test_a_day_is_paid_once_however_many_entries_it_has():
    liisa = person()
    done = one([work(liisa, 2, JOB), work(liisa, 2, JOB), work(liisa, 3, JOB)], liisa, JOB, make.tariff())
    assert (done.days, done.tax_free, done.minutes) == (2, Money("16.00"), 675)
    assert [line.what for line in done.lines] == [lines.WHOLE_DAY, lines.WHOLE_DAY]


def test_absence_is_not_an_attended_day():
    liisa = person()
    sick = work(liisa, 3, JOB, attendance=Attendance.SICK, minutes=0)
    assert one([work(liisa, 2, JOB), sick], liisa, JOB, make.tariff()).days == 1


@pytest.mark.parametrize(("minutes", "paid"), [(239, "4.00"), (240, "8.00"), (241, "8.00")])
def test_a_short_day_is_half_where_the_class_has_halves(minutes: int, paid: str):
    liisa = person()
    tariff = make.tariff(rate(TariffBasis.DAY, "8.00"), rate(TariffBasis.HALF_DAY, "4.00"))
    assert one([work(liisa, 2, JOB, minutes=minutes)], liisa, JOB, tariff).tax_free == Money(paid)


def test_hours_keep_their_minutes():
    liisa = person()
    done = one([work(liisa, 2, JOB, minutes=440)], liisa, JOB, make.tariff(rate(TariffBasis.HOUR, "1.35")))
    assert done.tax_free == Money("9.90")
    assert (done.lines[0].basis, done.lines[0].basis_unit) == (Decimal(440), lines.MINUTES)


def test_pieces_are_own_ones_and_a_share_of_the_groups():
    liisa, ben = person(1), person(2)
    shift = ShiftId(new_id())
    group = WorkEntry(
        id=EntryId(new_id()),
        unit=make.UNIT,
        kind=EntryKind.GROUP_RESULT,
        day=day(2),
        job=JOB.id,
        phase=JOB.phases[0].id,
        shift=shift,
        pieces=101,
        split=SplitRule.EQUAL,
        by=make.MANAGER,
        at=make.entry().at,
    )
    entries = [work(liisa, 2, JOB, shift=shift, pieces=10), work(ben, 2, JOB, shift=shift), group]
    results = calculate(facts(entries, [liisa, ben], [JOB], make.tariff(rate(TariffBasis.PIECE, "0.10"))))
    assert [results[c.id].pieces for c in (liisa, ben)] == [61, 50]
    assert results[liisa.id].tax_free == Money("6.10")
    assert group.id in results[ben.id].lines[0].entries


@pytest.mark.parametrize(
    ("amount", "tax_free", "cut"),
    [("11.99", "11.99", "0.00"), ("12.00", "12.00", "0.00"), ("12.01", "12.00", "0.01")],
)
def test_the_limit_of_a_day_holds_at_the_exact_cent(amount: str, tax_free: str, cut: str):
    liisa = person()
    done = one([work(liisa, 2, JOB)], liisa, JOB, make.tariff(rate(TariffBasis.DAY, amount)))
    assert (done.tax_free, done.cut) == (Money(tax_free), Money(cut))
    assert (PayWarning.CUT_MADE in done.warnings) == bool(done.cut)


def test_what_is_above_may_be_paid_as_taxable():
    liisa = person()
    tariff = make.tariff(rate(TariffBasis.DAY, "15.00"), above_limit=AboveLimit.TAXABLE)
    done = one([work(liisa, 2, JOB)], liisa, JOB, tariff)
    assert (done.tax_free, done.taxable, done.cut) == (Money("12.00"), Money("3.00"), Money(0))
    assert total(line.amount for line in done.lines) == Money("15.00")


def test_the_period_averages_over_attended_days():
    liisa = person()
    tariff = make.tariff(rate(TariffBasis.HOUR, "3.00"), limit_mode=LimitMode.PERIOD)
    long_and_short = [work(liisa, 2, JOB, minutes=300), work(liisa, 3, JOB, minutes=180)]
    done = one(long_and_short, liisa, JOB, tariff)
    assert (done.tax_free, done.cut) == (Money("24.00"), Money(0))
    done = one([*long_and_short, work(liisa, 3, JOB, minutes=1)], liisa, JOB, tariff)
    assert (done.tax_free, done.cut) == (Money("24.00"), Money("0.05"))


def test_each_line_names_its_rule_and_source():
    liisa = person()
    done = one([work(liisa, 2, JOB)], liisa, JOB, make.tariff(rate(TariffBasis.DAY, "15.00")))
    earned, cut = done.lines
    assert (earned.rule, earned.valid_from, earned.source) == ("tariff", YEAR.first, "A")
    assert cut.rule == "allowance_limit"
    assert "92 § 23" in cut.source
    assert (cut.basis, cut.rate, cut.amount) == (Decimal("3.00"), Decimal("12.00"), Money("-3.00"))


@pytest.mark.parametrize(
    ("split", "expected"),
    [
        (SplitRule.MINUTES, ["20.01", "10.00"]),
        (SplitRule.EQUAL, ["15.01", "15.00"]),
        (SplitRule.AGREED, ["10.00", "20.01"]),
    ],
)
def test_a_pot_is_shared_to_the_cent(split: SplitRule, expected: list[str]):
    liisa, ben = person(1, "P"), person(2, "P")
    phase = make.phase(split=split, agreed_shares=((liisa.id, Decimal(1)), (ben.id, Decimal(2))))
    job = make.job(number=1, phases=(phase,), allowance_pot=Money("30.01"))
    entries = [
        work(liisa, 2, job, minutes=100),
        work(liisa, 3, job, minutes=100),
        work(ben, 2, job, minutes=100),
    ]
    tariff = make.tariff(rate(TariffBasis.POT_SHARE, name="P"), limit_mode=LimitMode.PERIOD)
    results = calculate(facts(entries, [liisa, ben], [job], tariff))
    gross = [results[c.id].tax_free + results[c.id].cut for c in (liisa, ben)]
    assert gross == [Money(text) for text in expected]


def test_a_pot_that_nobody_weighs_for_is_told_and_not_paid():
    liisa = person(1, "P")
    job = make.job(number=1, allowance_pot=Money("30.00"))
    tariff = make.tariff(rate(TariffBasis.POT_SHARE, name="P"))
    done = one([work(liisa, 2, job, minutes=0)], liisa, job, tariff)
    assert (done.tax_free, PayWarning.POT_NOT_SHARED in done.warnings) == (Money(0), True)


def test_days_in_employment_are_not_in_this_ledger():
    employed = FormOfWorkSpan(days=DateRange(day(1), day(2)), form=FormOfWork.EMPLOYMENT)
    allowance = FormOfWorkSpan(days=DateRange(day(3)), form=FormOfWork.ALLOWANCE)
    liisa = person(forms=(employed, allowance))
    assert one([work(liisa, 2, JOB), work(liisa, 3, JOB)], liisa, JOB, make.tariff()).days == 1


def test_hours_paid_in_the_other_ledger_are_left_out():
    liisa = person()
    paid, free = work(liisa, 2, JOB), work(liisa, 3, JOB)
    done = one([paid, free], liisa, JOB, make.tariff(), paid_elsewhere=frozenset({paid.id}))
    assert (done.days, PayWarning.PAID_ELSEWHERE in done.warnings) == (1, True)


def test_what_is_missing_becomes_a_warning():
    shift = ShiftId(new_id())
    liisa = person(iban="", forms=(), number=1)
    ben = person(number=2, name="Z")
    entries = [work(liisa, 2, JOB), work(ben, 2, JOB, shift=shift)]
    results = calculate(facts(entries, [liisa, ben], [JOB], make.tariff(), open_shifts=frozenset({shift})))
    assert results[liisa.id].warnings == {PayWarning.IBAN_MISSING, PayWarning.NO_FORM_OF_WORK}
    assert results[ben.id].warnings == {PayWarning.NO_TARIFF_CLASS, PayWarning.DAY_NOT_COMPLETE}
    assert results[ben.id].tax_free == Money(0)


def test_an_average_close_to_the_limit_is_told():
    liisa = person()
    done = one([work(liisa, 2, JOB)], liisa, JOB, make.tariff(rate(TariffBasis.DAY, "11.40")))
    assert PayWarning.NEAR_LIMIT in done.warnings
    done = one([work(liisa, 2, JOB)], liisa, JOB, make.tariff(rate(TariffBasis.DAY, "11.39")))
    assert PayWarning.NEAR_LIMIT not in done.warnings


def test_a_day_before_the_law_is_known_is_refused():
    liisa = person(forms=(FormOfWorkSpan(days=DateRange(date(1990, 1, 1)), form=FormOfWork.ALLOWANCE),))
    classes = (TariffClassSpan(days=DateRange(date(1990, 1, 1)), tariff_class="A"),)
    liisa = person(forms=liisa.forms, tariff_classes=classes)
    tariff = make.tariff(days=DateRange(date(1990, 1, 1)))
    entry = make.entry(client=liisa.id, job=JOB.id, day=date(1991, 5, 1))
    with pytest.raises(Refused) as refused:
        one([entry], liisa, JOB, tariff)
    assert refused.value.code is Code.RULE_NOT_KNOWN_YET


# --- a second calculator, integers only ---------------------------------------------------------


def by_integers(
    worked: list[tuple[int, int, int, int]], cents: dict[str, int], mode: LimitMode
) -> dict[int, tuple[int, int, int]]:
    """Days, tax-free and cut cents of each person: (person, day, minutes, pieces) worked."""
    minutes: dict[tuple[int, int], int] = defaultdict(int)
    pieces: dict[tuple[int, int], int] = defaultdict(int)
    for who, when, spent, made in worked:
        minutes[who, when] += spent
        pieces[who, when] += made
    earned: dict[int, dict[int, int]] = defaultdict(dict)
    for (who, when), spent in minutes.items():
        half = "half_day" in cents and spent < 240
        sum_of_day = cents["half_day"] if half else cents.get("day", 0)
        sum_of_day += (cents.get("hour", 0) * spent * 2 + 60) // 120
        sum_of_day += cents.get("piece", 0) * pieces[who, when]
        earned[who][when] = sum_of_day
    result = {}
    for who, days in earned.items():
        gross = sum(days.values())
        if mode is LimitMode.DAY:
            free = sum(min(1200, one) for one in days.values())
        else:
            free = min(gross, 1200 * len(days))
        result[who] = (len(days), free, gross - free)
    return result


@given(
    worked=st.lists(
        st.tuples(st.integers(1, 4), st.integers(1, 28), st.integers(0, 600), st.integers(0, 90)),
        min_size=1,
        max_size=60,
    ),
    cents=st.fixed_dictionaries(
        {"day": st.integers(1, 2000)},
        optional={
            "half_day": st.integers(1, 900),
            "hour": st.integers(1, 400),
            "piece": st.integers(1, 30),
        },
    ),
    mode=st.sampled_from(LimitMode),
)
def test_an_independent_calculator_agrees(
    worked: list[tuple[int, int, int, int]], cents: dict[str, int], mode: LimitMode
):
    people = {number: person(number) for number in range(1, 5)}
    rates = [rate(TariffBasis(name), str(Money.of_cents(amount))) for name, amount in cents.items()]
    tariff = make.tariff(*rates, limit_mode=mode)
    entries = [work(people[who], when, JOB, minutes=m, pieces=p) for who, when, m, p in worked]
    results = calculate(facts(entries, list(people.values()), [JOB], tariff))
    expected = by_integers(worked, cents, mode)
    got = {
        number: (r.days, r.tax_free.cents, r.cut.cents)
        for number, client in people.items()
        if (r := results.get(client.id))
    }
    assert got == expected
    for result in results.values():
        assert total(line.amount for line in result.lines) == result.tax_free + result.taxable


@given(
    amounts=st.dictionaries(st.integers(1, 30), st.integers(0, 3000), min_size=1),
    mode=st.sampled_from(LimitMode),
    above=st.sampled_from(AboveLimit),
)
def test_the_run_and_the_calculator_hold_the_same_limit(
    amounts: dict[int, int], mode: LimitMode, above: AboveLimit
):
    liisa = person()
    tariff = make.tariff(rate(TariffBasis.PIECE, "0.01"), limit_mode=mode, above_limit=above)
    entries = [work(liisa, number, JOB, pieces=cents) for number, cents in amounts.items()]
    result = one(entries, liisa, JOB, tariff)
    split = split_allowance({day(n): Money.of_cents(c) for n, c in amounts.items()}, mode, above)
    assert (result.tax_free, result.taxable, result.cut) == (split.tax_free, split.taxable, split.cut)


@given(
    minutes=st.lists(st.tuples(st.integers(0, 6), st.integers(0, 27), st.integers(0, 480)), min_size=1),
    pot=st.integers(1, 100_000),
    split=st.sampled_from([SplitRule.MINUTES, SplitRule.EQUAL]),
)
def test_the_shares_of_a_pot_sum_to_the_pot(minutes: list[tuple[int, int, int]], pot: int, split: SplitRule):
    people = [person(number, "P") for number in range(1, 8)]
    job = make.job(number=1, phases=(make.phase(split=split),), allowance_pot=Money.of_cents(pot))
    entries = [work(people[who], when + 1, job, minutes=spent) for who, when, spent in minutes]
    tariff = make.tariff(rate(TariffBasis.POT_SHARE, name="P"), above_limit=AboveLimit.TAXABLE)
    results = calculate(facts(entries, people, [job], tariff))
    shared = total(result.tax_free + result.taxable for result in results.values())
    nobody = split is SplitRule.MINUTES and not any(spent for _, _, spent in minutes)
    assert shared == (Money(0) if nobody else Money.of_cents(pot))


def test_people_stand_in_the_order_of_their_numbers():
    people = [person(number) for number in (10, 2, 1)]
    results = calculate(facts([work(p, 2, JOB) for p in people], people, [JOB], make.tariff()))
    numbers = {p.id: p.number for p in people}
    assert [numbers[client] for client in results] == [1, 2, 10]


def calls_of(people: int) -> int:
    """How many functions are called to reckon twenty days of so many people: the same on any machine."""
    them = [person(number) for number in range(1, people + 1)]
    entries = [
        make.entry(
            client=p.id, day=day(n), job=JOB.id, phase=JOB.phases[0].id, shift=ShiftId(new_id()), pieces=3
        )
        for p in them
        for n in range(1, 21)
    ]
    tariff = make.tariff(rate(TariffBasis.DAY, "5.00"), rate(TariffBasis.PIECE, "0.05"))
    month = facts(entries, them, [JOB], tariff)
    count = 0

    def counted(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        results = calculate(month)
    finally:
        sys.setprofile(before)
    assert len(results) == people
    return count


def test_twice_the_people_are_twice_the_work():
    calls_of(1)  # what is read once is read
    assert calls_of(80) < 2.1 * calls_of(40)
