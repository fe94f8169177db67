"""A month in employment: hours by terms and job, pieces, pots, floors, increments, fees, typed lines."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from subcontract.days import DateRange, Month
from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.ids import ShiftId
from subcontract.ids import new as new_id
from subcontract.jobs.job import SplitRule
from subcontract.money import ZERO, Money, total
from subcontract.payout.calculate import Result
from subcontract.payout.records import PayoutLine
from subcontract.payout.wage_records import PayCode, WageSums
from subcontract.payout.wages import lines
from subcontract.payout.wages.calculate import wage_month
from subcontract.payout.wages.gross import Gross, gross_month
from subcontract.payout.warnings import PayWarning
from subcontract.people.client import Client, FormOfWork
from subcontract.people.employment import HolidayPayment, PaidBy
from subcontract.people.unit import ProviderKind
from tests import make, make_pay
from tests.make_pay import card, employment, fee_terms, item, paying, terms, wage_facts, work, worker

JOB = make.job(number=1)
OTHER = make.job(number=2, name="Pihan siivous")


def gross(entries: list[WorkEntry], *people: Client, **fields: Any) -> Gross:
    """The first person's gross."""
    jobs = fields.pop("jobs", (JOB, OTHER))
    return gross_month(wage_facts(people, jobs, entries, **fields))[people[0].id]


def told(of: Gross | Result, *codes: PayCode) -> list[PayoutLine]:
    return [line for line in of.lines if line.rule in {code.value for code in codes}]


def amounts(of: Gross | Result, *codes: PayCode) -> list[str]:
    return [str(line.amount) for line in told(of, *codes)]


def sums(result: Result) -> WageSums:
    assert result.wage is not None
    return result.wage


# --- hours, terms and increments -------------------------------------------------------------


def test_hours_are_told_by_job_and_by_the_terms_of_their_day():
    anna = worker()
    raised = terms(first=date(2026, 11, 10), hourly=Money("12.50"))
    entries = [
        work(anna, 2, JOB, 225),
        work(anna, 3, JOB, 225),
        work(anna, 4, OTHER, 60),
        work(anna, 10, JOB, 100),
    ]
    got = gross(entries, anna, employments=(employment(anna, terms(), raised),))
    hours = told(got, PayCode.HOURS)
    assert [(line.basis, str(line.amount), line.valid_from) for line in hours] == [
        (Decimal(450), "90.00", date(2026, 1, 1)),
        (Decimal(60), "12.00", date(2026, 1, 1)),
        (Decimal(100), "20.83", date(2026, 11, 10)),
    ]
    assert [line.blanks for line in hours] == [
        (("job", JOB.name),),
        (("job", OTHER.name),),
        (("job", JOB.name),),
    ]
    assert (got.days, got.minutes) == (4, 610)
    assert set(hours[0].entries) == {entries[0].id, entries[1].id}


def test_the_work_capacity_lowers_the_hourly_base():
    anna = worker()
    lowered = terms(hourly=Money("13.35"), capacity=Decimal("62.5"))
    got = gross([work(anna, 2, JOB, 60)], anna, employments=(employment(anna, lowered),))
    (line,) = told(got, PayCode.HOURS)
    assert (line.rate, line.amount, line.what) == (Decimal("8.34"), Money("8.34"), lines.HOURS_LOWERED)


def test_a_subsidy_that_ends_in_mid_month_parts_the_lines():
    anna = worker()
    entries = [work(anna, 2, JOB), work(anna, 16, JOB), work(anna, 17, JOB)]
    got = gross(entries, anna, employments=(employment(anna),), parts={anna.id: (date(2026, 11, 16),)})
    assert [(line.day, str(line.amount)) for line in told(got, PayCode.HOURS)] == [
        (date(2026, 11, 2), "48.00"),
        (date(2026, 11, 16), "96.00"),
    ]


def test_sundays_and_holidays_carry_their_increments():
    anna = worker()
    half = make_pay.settings(sunday=Decimal(50), holiday=Decimal(100))
    entries = [work(anna, 1, JOB, 60), work(anna, 2, JOB, 60)]  # the first is a Sunday
    got = gross(entries, anna, employments=(employment(anna),), settings=(half,))
    assert amounts(got, PayCode.HOURS) == ["24.00"]
    assert amounts(got, PayCode.SUNDAY) == ["6.00"]
    assert dict(told(got, PayCode.SUNDAY)[0].blanks)["percent"] == "50"


@pytest.mark.parametrize(
    ("day", "code", "amount"),
    [
        (
            date(2026, 12, 6),
            PayCode.HOLIDAY,
            "9.00",
        ),  # Independence Day on a Sunday: one increment, the larger
        (date(2026, 12, 25), PayCode.HOLIDAY, "9.00"),
        (date(2026, 12, 24), None, ""),
        (date(2026, 6, 19), None, ""),  # Midsummer Eve
        (date(2026, 6, 20), PayCode.HOLIDAY, "9.00"),
        (date(2026, 5, 1), PayCode.HOLIDAY, "9.00"),
    ],
)
def test_eves_are_no_holidays(day: date, code: PayCode | None, amount: str):
    anna = worker()
    set_so = make_pay.settings(sunday=Decimal(50), holiday=Decimal(75))
    got = gross([work(anna, day, JOB, 60)], anna, employments=(employment(anna),), settings=(set_so,))
    found = told(got, PayCode.SUNDAY, PayCode.HOLIDAY)
    assert [(line.rule, str(line.amount)) for line in found] == ([(code.value, amount)] if code else [])


@pytest.mark.parametrize(
    ("day", "start", "end", "pause", "sunday"),
    [
        (date(2026, 11, 7), time(22), time(2), 0, 120),
        (date(2026, 11, 7), time(22), time(2), 30, 120),  # the break is taken where it costs least
        (date(2026, 11, 7), time(22), time(2), 150, 90),
        (date(2026, 11, 8), time(22), time(2), 30, 120),
        (date(2026, 10, 24), time(22), time(6), 0, 420),  # an hour longer when the clocks go back
        (date(2026, 11, 8), time(8), time(12), 15, 225),
    ],
)
def test_a_night_is_split_at_midnight(day: date, start: time, end: time, pause: int, sunday: int):
    anna = worker()
    length = {(22, 2): 240, (22, 6): 540, (8, 12): 240}[start.hour, end.hour] - pause
    entry = work(anna, day, JOB, length, start=start, end=end, break_minutes=pause)
    got = gross([entry], anna, employments=(employment(anna),))
    assert [line.basis for line in told(got, PayCode.SUNDAY)] == [Decimal(sunday)]


def test_new_settings_in_mid_month_hold_from_their_day():
    anna = worker()
    later = make_pay.settings(first=date(2026, 11, 8), sunday=Decimal(50))
    entries = [work(anna, 1, JOB, 60), work(anna, 8, JOB, 60)]
    got = gross(entries, anna, employments=(employment(anna),), settings=(make_pay.settings(), later))
    assert amounts(got, PayCode.SUNDAY) == ["12.00", "6.00"]


# --- pieces and pots -------------------------------------------------------------------------

BY_PIECE = terms(paid_by=PaidBy.PIECE, piece_rate=Decimal("0.0875"))
BY_POT = terms(paid_by=PaidBy.POT)


def group_result(pieces: int, shift: ShiftId, **fields: Any) -> WorkEntry:
    return make.entry(
        kind=EntryKind.GROUP_RESULT, client=None, day=date(2026, 11, 2), job=JOB.id, phase=JOB.phases[0].id,
        shift=shift, pieces=pieces, minutes=0, start=None, end=None, break_minutes=0, **fields,
    )  # fmt: skip


def test_pieces_are_own_ones_and_a_share_of_the_groups_over_both_ledgers():
    anna, ben = worker(1), worker(2, FormOfWork.ALLOWANCE)
    shift = ShiftId(new_id())
    result = group_result(1001, shift, split=SplitRule.EQUAL)
    entries = [work(anna, 2, JOB, 60, shift=shift, pieces=10), work(ben, 2, JOB, 60, shift=shift), result]
    got = gross(entries, anna, ben, employments=(employment(anna, BY_PIECE),))
    (line,) = told(got, PayCode.PIECES)
    assert (line.basis, line.amount) == (Decimal(511), Money("44.71"))  # 511 x 0.0875 = 44.7125
    assert result.id in line.entries
    assert not told(got, PayCode.FLOOR)


def test_pieces_below_the_hourly_base_are_made_up_as_a_line_of_the_job():
    anna = worker()
    entries = [work(anna, 2, JOB, 120, pieces=100), work(anna, 3, OTHER, 60, pieces=500)]
    got = gross(entries, anna, employments=(employment(anna, BY_PIECE),))
    assert amounts(got, PayCode.PIECES) == ["8.75", "43.75"]
    (floor,) = told(got, PayCode.FLOOR)
    assert (floor.amount, floor.basis, floor.rate) == (Money("15.25"), Decimal(120), Decimal("12.00"))
    assert floor.blanks == (("job", JOB.name),)
    assert floor.entries == (entries[0].id,)
    assert PayWarning.FLOOR_TOP_UP in got.warnings


def test_somebody_paid_by_the_piece_who_made_none_gets_the_hourly_base():
    anna = worker()
    got = gross([work(anna, 2, JOB, 60)], anna, employments=(employment(anna, BY_PIECE),))
    assert [line.rule for line in got.lines if line.amount][:1] == ["floor"]
    assert amounts(got, PayCode.FLOOR) == ["12.00"]


@pytest.mark.parametrize(
    ("split", "shares", "expected"),
    [
        (SplitRule.MINUTES, (), ["66.67", "33.34"]),
        (SplitRule.EQUAL, (), ["50.01", "50.00"]),
        (SplitRule.PIECES, (), ["25.00", "75.01"]),
        (SplitRule.AGREED, (1, 3), ["25.00", "75.01"]),
    ],
)
def test_a_pot_is_shared_to_the_cent(split: SplitRule, shares: tuple[int, ...], expected: list[str]):
    people = worker(1), worker(2)
    agreed = tuple((one.id, Decimal(share)) for one, share in zip(people, shares, strict=False))
    entries = [work(people[0], 2, JOB, 200, pieces=10), work(people[1], 2, JOB, 100, pieces=30)]
    facts = wage_facts(
        people,
        (JOB,),
        entries,
        employments=tuple(employment(one, BY_POT) for one in people),
        pots=(make_pay.pot(JOB, amount=Money("100.01"), split=split, shares=agreed),),
    )
    got = gross_month(facts)
    assert [str(line.amount) for one in people for line in told(got[one.id], PayCode.POT)] == expected


def test_a_pot_may_be_a_part_of_the_months_price_and_only_its_own_people_share():
    anna, ben, cid = worker(1), worker(2), worker(3)
    share = make_pay.pot(JOB, amount=ZERO, percent=Decimal("12.5"))
    entries = [work(anna, 2, JOB, 60), work(ben, 2, JOB, 60), work(cid, 2, JOB, 60)]
    agreed = (employment(anna, BY_POT), employment(ben, BY_POT), employment(cid))
    facts = wage_facts((anna, ben, cid), (JOB,), entries, employments=agreed, pots=(share,))
    priced = gross_month(replace(facts, pot_prices={share.id: Money("1000.00")}))
    assert [amounts(priced[one.id], PayCode.POT) for one in (anna, ben, cid)] == [["62.50"], ["62.50"], []]
    unpriced = gross_month(facts)
    assert PayWarning.POT_NOT_SHARED in unpriced[anna.id].warnings
    assert amounts(unpriced[anna.id], PayCode.FLOOR) == ["12.00"]
    assert PayWarning.POT_NOT_SHARED not in unpriced[cid.id].warnings


def test_a_share_below_the_hourly_base_is_made_up():
    anna, ben = worker(1), worker(2)
    entries = [work(anna, 2, JOB, 600), work(ben, 2, JOB, 60)]
    got = gross(
        entries, anna, ben,
        employments=(employment(anna, BY_POT), employment(ben, BY_POT)), pots=(make_pay.pot(JOB),),
    )  # fmt: skip
    assert amounts(got, PayCode.POT, PayCode.FLOOR) == ["90.91", "29.09"]


def test_a_pot_that_changes_in_mid_month_is_shared_by_those_of_its_days():
    anna, ben = worker(1), worker(2)
    first = make_pay.pot(JOB, days=DateRange(date(2026, 1, 1), date(2026, 11, 15)), amount=Money(200))
    second = make_pay.pot(JOB, days=DateRange(date(2026, 11, 16)), amount=Money(300))
    entries = [work(anna, 2, JOB, 60), work(anna, 16, JOB, 60), work(ben, 16, JOB, 60)]
    got = gross(
        entries, anna, ben,
        employments=(employment(anna, BY_POT), employment(ben, BY_POT)), pots=(second, first),
    )  # fmt: skip
    assert amounts(got, PayCode.POT) == ["200.00", "150.00"]


# --- fees, typed lines, costs ----------------------------------------------------------------


def test_a_fee_is_of_each_time_or_by_the_hour():
    peer = worker(1, FormOfWork.FEE)
    shift = ShiftId(new_id())
    entries = [
        work(peer, 2, JOB, 100, shift=shift),
        work(peer, 3, JOB, 200),
        work(peer, 3, JOB, 60),  # without a shift a day is one time
        work(peer, 3, OTHER, 60),
    ]
    each = gross(entries, peer, fee_terms=(fee_terms(peer),))
    assert amounts(each, PayCode.FEE) == ["70.00", "35.00"]
    assert [(line.basis, line.basis_unit) for line in told(each, PayCode.FEE)] == [
        (Decimal(2), lines.TIMES),
        (Decimal(1), lines.TIMES),
    ]
    hourly = gross(entries, peer, fee_terms=(fee_terms(peer, per_hour=True, amount=Money(15)),))
    assert amounts(hourly, PayCode.FEE) == ["90.00", "15.00"]
    assert {line.basis for line in told(hourly, PayCode.FEE)} == {Decimal(360), Decimal(60)}
    assert (hourly.days, hourly.minutes) == (2, 420)
    backwards = gross(list(reversed(entries)), peer, fee_terms=(fee_terms(peer),))
    assert {line.day for line in told(backwards, PayCode.FEE)} == {date(2026, 11, 2), date(2026, 11, 3)}


def test_typed_lines_are_told_as_they_were_typed():
    anna = worker()
    items = (
        item(anna, PayCode.SICK_PAY, "48.00", minutes=240, rate=Decimal(12), text="flunssa"),
        item(anna, PayCode.OTHER_WAGE, "10.00"),
        item(anna, PayCode.KILOMETRES, "3.13", quantity=Decimal("12.5"), rate=Decimal("0.25")),
    )
    got = gross([], anna, employments=(employment(anna),), items=items)
    typed = told(got, PayCode.SICK_PAY, PayCode.OTHER_WAGE, PayCode.KILOMETRES)
    assert {line.what for line in typed} == {"Sick pay: {text}", "Other wage", "Kilometres"}
    assert {(line.basis, line.basis_unit) for line in typed} == {
        (Decimal(240), "minutes"), (Decimal(0), ""), (Decimal("12.5"), "km"),
    }  # fmt: skip


def test_costs_are_paid_back_free_of_tax():
    anna = worker()
    facts = wage_facts(
        (anna,), (JOB,), [work(anna, 2, JOB, 600)], employments=(employment(anna),),
        items=(item(anna, PayCode.BUS_TICKET, "55.00"),),
    )  # fmt: skip
    got = wage_month(facts, paying(card(anna)))[anna.id]
    assert (got.tax_free, sums(got).expenses) == (Money(55), Money(55))
    assert got.taxable == Money("133.80")
    assert got.tax_free + got.taxable - sums(got).withheld == total(
        line.amount for line in got.lines if not lines.is_told_only(line)
    )


# --- holiday compensation --------------------------------------------------------------------


def test_compensation_is_of_pay_for_time_at_work_once_on_the_sum():
    anna = worker()
    items = (
        item(anna, PayCode.SICK_PAY, "100.00"),
        item(anna, PayCode.PAID_ABSENCE, "100.00"),
        item(anna, PayCode.OVERTIME_INCREMENT, "100.00"),
        item(anna, PayCode.OTHER_WAGE, "10.00"),
    )
    entries = [work(anna, 1, JOB, 100), work(anna, 2, OTHER, 101)]
    new = employment(anna, days=DateRange(date(2026, 11, 1)))
    got = gross(entries, anna, employments=(new,), items=items)
    (line,) = told(got, PayCode.HOLIDAY_COMPENSATION)
    assert line.basis == Decimal("70.20")  # 20.00 + 20.00 on a Sunday + 20.20 + 10.00
    assert (line.rate, line.amount) == (Decimal("9.0"), Money("6.32"))
    assert got.holiday_bases == {new.id: Money("70.20")}


@pytest.mark.parametrize(
    ("first", "last", "percent"),
    [
        ("2026-04-01", None, "11.5"),  # will have lasted a year on 31.3.2027
        ("2026-04-02", None, "9.0"),
        ("2026-04-01", "2027-03-30", "9.0"),
        ("2026-04-01", "2027-03-31", "11.5"),
        ("2025-11-30", "2026-11-29", "11.5"),
        ("2025-12-01", "2026-11-29", "9.0"),
        ("2024-02-29", None, "11.5"),
    ],
)
def test_the_percentage_is_by_how_long_the_employment_lasts(first: str, last: str | None, percent: str):
    anna = worker()
    days = DateRange(date.fromisoformat(first), *([date.fromisoformat(last)] if last else []))
    got = gross([work(anna, 2, JOB, 60)], anna, employments=(employment(anna, days=days),))
    assert [str(line.rate) for line in told(got, PayCode.HOLIDAY_COMPENSATION)] == [percent]


def test_employments_that_follow_one_another_count_as_one():
    anna = worker()
    before = employment(anna, days=DateRange(date(2025, 1, 1), date(2026, 10, 25)))
    now = employment(anna, days=DateRange(date(2026, 11, 2), date(2026, 11, 30)))
    after_a_break = employment(anna, days=DateRange(date(2026, 11, 3), date(2026, 11, 30)))
    entry = work(anna, 4, JOB, 60)
    rates = [
        told(gross([entry], anna, employments=(before, one)), PayCode.HOLIDAY_COMPENSATION)[0].rate
        for one in (now, after_a_break)
    ]
    assert rates == [Decimal("11.5"), Decimal("9.0")]


def test_compensation_at_the_end_is_by_the_credit_year():
    anna = worker()
    days = DateRange(date(2025, 12, 1), date(2026, 11, 30))
    ending = employment(anna, days=days, holiday=HolidayPayment.AT_END)
    before = {
        ending.id: {Month(2026, 2): Money(1000), Month(2026, 3): Money(500), Month(2026, 4): Money(100)}
    }
    entry = work(anna, 2, JOB, 600)
    got = gross([entry], anna, employments=(ending,), holiday_before=before)
    paid = told(got, PayCode.HOLIDAY_COMPENSATION)
    assert [(line.basis, line.rate, str(line.amount)) for line in paid] == [
        (Decimal("1500.00"), Decimal("9.0"), "135.00"),
        (Decimal("220.00"), Decimal("11.5"), "25.30"),
    ]
    assert paid[0].blanks == (("first", "2/2026"), ("last", "3/2026"))
    assert PayWarning.HOLIDAY_AT_END in got.warnings
    nobody = gross([], anna, employments=(ending,), holiday_before=before)
    assert amounts(nobody, PayCode.HOLIDAY_COMPENSATION) == ["135.00", "11.50"]


def test_compensation_that_is_paid_at_the_end_is_only_noted_before():
    anna = worker()
    got = gross(
        [work(anna, 2, JOB, 60)], anna, employments=(employment(anna, holiday=HolidayPayment.AT_END),)
    )
    (note,) = told(got, PayCode.HOLIDAY_COMPENSATION)
    assert (note.what, note.basis, note.amount) == (lines.COMPENSATION_LATER, Decimal("12.00"), ZERO)


def test_pay_typed_after_the_end_has_its_compensation_at_once():
    anna = worker()
    ended = employment(
        anna, days=DateRange(date(2026, 2, 1), date(2026, 10, 31)), holiday=HolidayPayment.AT_END
    )
    late = item(anna, PayCode.OTHER_WAGE, "100.00", day=date(2026, 10, 30))
    assert amounts(gross([], anna, employments=(ended,), items=(late,)), PayCode.HOLIDAY_COMPENSATION) == [
        "9.00"
    ]


def test_a_full_month_that_earns_holiday_is_told():
    anna = worker()
    entries = [work(anna, day, JOB, 525) for day in (2, 3, 4, 5)]
    assert PayWarning.HOLIDAY_EARNED in gross(entries, anna, employments=(employment(anna),)).warnings
    assert PayWarning.HOLIDAY_EARNED not in gross(entries[1:], anna, employments=(employment(anna),)).warnings


# --- what is missing -------------------------------------------------------------------------


def test_what_is_missing_becomes_a_warning():
    anna = worker(1, iban="", identity_code="")
    shift = ShiftId(new_id())
    entry = work(anna, 2, JOB, shift=shift)
    bare = wage_facts((anna,), (JOB,), [entry], settings=(), open_shifts=frozenset({shift}))
    got = wage_month(bare, paying())[anna.id]
    assert got.warnings == {
        PayWarning.NO_EMPLOYMENT,
        PayWarning.NO_PAY_SETTINGS,
        PayWarning.DAY_NOT_COMPLETE,
        PayWarning.IBAN_MISSING,
    }
    assert (got.taxable, got.days, got.lines) == (ZERO, 0, ())
    agreed = replace(bare, employments=(employment(anna), employment(anna)))
    got = wage_month(agreed, paying())[anna.id]
    assert {
        PayWarning.EMPLOYMENTS_OVERLAP,
        PayWarning.NO_TAX_CARD,
        PayWarning.BIRTH_DATE_MISSING,
    } <= got.warnings
    assert sums(got).withholding == got.taxable.percent(Decimal(60))
    assert sums(got).pension == got.taxable.percent(Decimal("7.30"))


def test_no_terms_and_no_agreed_fee():
    anna, peer = worker(1), worker(2, FormOfWork.FEE)
    later = employment(anna, terms(first=date(2026, 11, 3)))
    facts = wage_facts((anna, peer), (JOB,), [work(anna, 2, JOB), work(peer, 2, JOB)], employments=(later,))
    got = gross_month(facts)
    assert got[anna.id].warnings == {PayWarning.NO_TERMS}
    assert got[peer.id].warnings == {PayWarning.NO_FEE_TERMS}


def test_absence_is_not_paid_by_itself():
    anna = worker()
    sick = work(anna, 2, JOB, 0, attendance=Attendance.SICK)
    facts = wage_facts((anna,), (JOB,), [sick], employments=(employment(anna),))
    assert wage_month(facts, paying(card(anna))) == {}


def test_a_private_employer_insures_no_pay_below_the_limit():
    anna = worker()
    small = [work(anna, 2, JOB, 300)]  # 60.00 + 5.40
    facts = wage_facts(
        (anna,), (JOB,), small, employments=(employment(anna, days=DateRange(date(2026, 11, 1))),)
    )
    private = wage_month(facts, paying(card(anna), provider=ProviderKind.ASSOCIATION))[anna.id]
    public = wage_month(facts, paying(card(anna)))[anna.id]
    assert (sums(private).pension, sums(public).pension) == (ZERO, Money("4.77"))
    assert lines.PENSION_UNDER_THRESHOLD in [line.what for line in private.lines]
