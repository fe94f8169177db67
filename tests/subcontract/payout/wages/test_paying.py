"""Whole payments of a month: cards and their use, moved pay days, corrections, rests below zero."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from subcontract import ids
from subcontract.days import DateRange, Month
from subcontract.hours.entry import WorkEntry
from subcontract.ids import ClientId, PayoutId, PayRunId
from subcontract.jobs.job import SplitRule
from subcontract.money import ZERO, Money, total
from subcontract.payout.calculate import Result
from subcontract.payout.records import Ledger, Payout
from subcontract.payout.wage_records import PayCode, WageSums
from subcontract.payout.wages import lines
from subcontract.payout.wages.calculate import wage_month
from subcontract.payout.wages.differences import EarlierWages, rests_of, wage_differences
from subcontract.payout.wages.facts import PaidBefore, PayingFacts, Rests, WageFacts
from subcontract.payout.wages.gross import gross_month
from subcontract.payout.wages.grounds import Grounds
from subcontract.payout.wages.terms import Agreements
from subcontract.payout.wages.withholding import withhold
from subcontract.payout.warnings import PayWarning
from subcontract.people.client import Client, FormOfWork
from subcontract.people.employment import PaidBy
from subcontract.people.unit import ProviderKind
from tests import make, make_pay
from tests.make_pay import PAY_DAY, card, employment, fee_terms, item, paying, terms, wage_facts, work, worker

JOB = make.job(number=1)
OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)
NEW = DateRange(date(2026, 10, 1))


def month_of(anna: Client, entries: list[WorkEntry] | None = None, month: Month = NOVEMBER) -> WageFacts:
    """Anna's month: 600 minutes at twelve euros, nine per cent of holiday compensation."""
    day = month.first.replace(day=2)
    done = [work(anna, day, JOB, 600)] if entries is None else entries
    return wage_facts(
        (anna,), (JOB,), done, month=month, employments=(employment(anna, days=NEW),)
    )  # fmt: skip


def sums(result: Result) -> WageSums:
    assert result.wage is not None
    return result.wage


def lines_hold(result: Result) -> None:
    """What is earned, paid back, withheld and carried sums to what goes to the account."""
    told = total(line.amount for line in result.lines if not lines.is_told_only(line))
    assert told == result.tax_free + result.taxable - sums(result).withheld
    assert result.taxable == sums(result).wages + sums(result).holiday_compensation + sums(result).fees
    assert result.tax_free == sums(result).expenses


def payout(result: Result, month: Month) -> Payout:
    """A result as it was approved."""
    return Payout(
        id=PayoutId(ids.new()),
        pay_run=PayRunId(ids.new()),
        client=result.client,
        ledger=Ledger.WAGE,
        month=month,
        days=result.days,
        minutes=result.minutes,
        pieces=result.pieces,
        tax_free=result.tax_free,
        taxable=result.taxable,
        lines=result.lines,
        wage=result.wage,
        approved=True,
    )


# --- cards -----------------------------------------------------------------------------------


def test_we_2c_the_limit_is_used_up_by_this_very_card():
    anna = worker()
    own = card(anna)
    used = [PaidBefore(client=anna.id, pay_day=date(2026, 6, 15), card=own.id, used=Money(1100))] * 5
    facts = replace(month_of(anna, []), items=(item(anna, PayCode.SICK_PAY, "1100.00"),))
    got = wage_month(facts, paying(own, paid=tuple(used)))[anna.id]
    assert sums(got).withholding == Money(175)
    assert (sums(got).tax_card, sums(got).card_used) == (own.id, Money(1100))
    assert PayWarning.TAX_CARD_LIMIT in got.warnings
    lines_hold(got)


def test_we_2c_a_revised_card_counts_from_its_own_first_day():
    anna = worker()
    old = card(anna)
    revised = card(anna, days=DateRange(date(2026, 7, 1), date(2026, 12, 31)), base=Decimal(7))
    paid = (
        PaidBefore(client=anna.id, pay_day=date(2026, 6, 15), card=old.id, used=Money(5900)),
        PaidBefore(client=anna.id, pay_day=date(2026, 8, 14), card=revised.id, used=Money(5950)),
        PaidBefore(client=ClientId(ids.new()), pay_day=date(2026, 8, 14), card=None, used=Money(5950)),
    )
    facts = replace(month_of(anna, []), items=(item(anna, PayCode.SICK_PAY, "100.00"),))
    got = wage_month(facts, paying(old, revised, paid=paid))[anna.id]
    assert sums(got).withholding == Money("16.00")  # 50 x 7 % + 50 x 25 %


def test_we_2c_a_january_payment_counts_into_the_new_cards_limit():
    anna = worker()
    days = DateRange(date(2026, 1, 1), date(2026, 12, 31))
    last_year = card(anna, days=DateRange(date(2025, 1, 1), date(2025, 12, 31)), base=Decimal("3.5"))
    december = replace(month_of(anna, [], Month(2025, 12)), items=(item(anna, PayCode.SICK_PAY, "800.00"),))
    january = wage_month(december, PayingFacts(pay_day=date(2026, 1, 15), cards=(last_year,)))[anna.id]
    assert (sums(january).withholding, sums(january).tax_card) == (Money(28), None)
    assert PayWarning.LAST_YEARS_RATE in january.warnings
    before = PaidBefore(client=anna.id, pay_day=date(2026, 1, 15), card=None, used=sums(january).card_used)
    new = card(anna, days=days, limit=Money(850))
    facts = replace(month_of(anna, []), items=(item(anna, PayCode.SICK_PAY, "100.00"),))
    assert sums(wage_month(facts, paying(new, paid=(before,)))[anna.id]).withholding == Money("15.00")
    late = card(anna, days=DateRange(date(2026, 2, 1), date(2026, 12, 31)), limit=Money(850))
    assert sums(wage_month(facts, paying(late, paid=(before,)))[anna.id]).withholding == Money("5.00")


def test_nobody_is_paid_by_anothers_card():
    anna = worker()
    got = wage_month(month_of(anna), paying(card(worker(2))))[anna.id]
    assert PayWarning.NO_TAX_CARD in got.warnings
    assert sums(got).withholding == Money("78.48")
    assert (sums(got).tax_card, sums(got).card_used) == (None, ZERO)


def test_a_card_that_ends_is_told_a_month_before_except_at_the_turn_of_the_year():
    anna = worker()
    short = card(anna, days=DateRange(date(2026, 1, 1), date(2026, 11, 30)))
    october = replace(month_of(anna, month=OCTOBER))
    ends = wage_month(october, PayingFacts(pay_day=date(2026, 11, 13), cards=(short,)))[anna.id]
    assert PayWarning.TAX_CARD_ENDS in ends.warnings
    whole = wage_month(month_of(anna), paying(card(anna)))[anna.id]
    assert PayWarning.TAX_CARD_ENDS not in whole.warnings


@pytest.mark.parametrize(("last", "ends"), [(27, True), (28, False)])
def test_the_next_pay_day_of_a_short_month_is_its_last_day(last: int, ends: bool):
    anna = worker()
    own = card(anna, days=DateRange(date(2026, 1, 1), date(2026, 2, last)))
    facts = replace(month_of(anna, [], Month(2025, 12)), items=(item(anna, PayCode.SICK_PAY, "800.00"),))
    got = wage_month(facts, PayingFacts(pay_day=date(2026, 1, 30), cards=(own,)))[anna.id]
    assert (PayWarning.TAX_CARD_ENDS in got.warnings) == ends


@pytest.mark.parametrize(
    ("amount", "withheld", "warning"),
    [("20.00", "0.00", PayWarning.SMALL_PAYMENT), ("20.01", "12.01", PayWarning.NO_TAX_CARD)],
)
def test_we_2d_a_single_occasional_payment(amount: str, withheld: str, warning: PayWarning):
    peer = worker(1, FormOfWork.ALLOWANCE)
    facts = wage_facts((peer,), (), (), items=(item(peer, PayCode.FEE, amount),))
    got = wage_month(facts, paying())[peer.id]
    assert (str(sums(got).withholding), warning in got.warnings) == (withheld, True)
    lines_hold(got)


def test_what_repeats_is_not_occasional():
    peer = worker(1, FormOfWork.FEE)
    fee = item(peer, PayCode.FEE, "20.00")
    bare = wage_facts((peer,), (JOB,), (), items=(fee,))
    earlier = PaidBefore(client=peer.id, pay_day=date(2026, 12, 1), card=None)
    for facts, facts_of_pay in (
        (replace(bare, items=(fee, item(peer, PayCode.FEE, "0.50"))), paying()),
        (replace(bare, fee_terms=(fee_terms(peer),)), paying()),
        (replace(bare, employments=(employment(peer),)), paying()),
        (bare, paying(paid=(earlier,))),
    ):
        assert sums(wage_month(facts, facts_of_pay)[peer.id]).withholding > ZERO


# --- the pay day -----------------------------------------------------------------------------


def test_a_pay_day_off_is_moved_and_the_moved_day_decides_rates_and_card():
    anna = worker()
    next_year = card(anna, days=DateRange(date(2027, 1, 1), date(2027, 12, 31)))
    this_year = card(anna, days=DateRange(date(2026, 1, 1), date(2026, 12, 31)), base=Decimal(10))
    agreed = PayingFacts(pay_day=date(2027, 1, 1), cards=(this_year, next_year))  # paid on 31.12.2026
    got = wage_month(month_of(anna), agreed)[anna.id]
    assert sums(got).tax_card == this_year.id
    assert sums(got).pension == Money("9.55")


@pytest.mark.parametrize(
    ("code", "warned"),
    [
        ("011208A900D", True),  # turns 18 in the pay month: unemployment insurance from January on
        ("011108A900L", False),
        ("151209A900P", True),  # turns 17: pension
        ("011261-9003", True),  # turns 65: unemployment insurance ends
        ("011290-900K", False),
    ],
)
def test_a_birthday_in_the_pay_month_is_told_where_it_changes_something(code: str, warned: bool):
    anna = worker(identity_code=code)
    got = wage_month(month_of(anna), paying(card(anna)))[anna.id]
    assert (PayWarning.AGE_CHANGES in got.warnings) == warned


# --- fees and payers -------------------------------------------------------------------------


def test_a_county_insures_a_fee_and_an_association_does_not():
    peer = worker(1, FormOfWork.FEE)
    facts = wage_facts((peer,), (JOB,), [work(peer, 2, JOB)], fee_terms=(fee_terms(peer),))
    public = sums(wage_month(facts, paying(card(peer)))[peer.id])
    private = sums(wage_month(facts, paying(card(peer), provider=ProviderKind.ASSOCIATION))[peer.id])
    assert (public.fees, public.pension, public.unemployment, public.employer_health) == (
        Money(35), Money("2.56"), ZERO, ZERO,
    )  # fmt: skip
    assert (private.pension, private.withholding) == (ZERO, Money("1.75"))


def test_a_month_with_wages_a_fee_and_costs_keeps_them_apart():
    anna = worker()
    spans = (
        *make_pay.forms(FormOfWork.EMPLOYMENT, DateRange(date(2026, 1, 1), date(2026, 11, 15))),
        *make_pay.forms(FormOfWork.FEE, DateRange(date(2026, 11, 16))),
    )
    anna = replace(anna, forms=spans)
    facts = replace(
        month_of(anna, [work(anna, 2, JOB, 600), work(anna, 16, JOB)]),
        fee_terms=(fee_terms(anna),),
        items=(item(anna, PayCode.BUS_TICKET, "4.40"),),
    )
    got = wage_month(facts, paying(card(anna)))[anna.id]
    assert (sums(got).wages, sums(got).holiday_compensation, sums(got).fees, sums(got).expenses) == (
        Money(120), Money("10.80"), Money(35), Money("4.40"),
    )  # fmt: skip
    assert sums(got).unemployment == Money("130.80").percent(Decimal("0.89"))
    assert sums(got).pension == Money("165.80").percent(Decimal("7.30"))
    lines_hold(got)


# --- corrections -----------------------------------------------------------------------------


def corrected(before: WageFacts, after: WageFacts, *others: Payout) -> dict[ClientId, list[tuple[str, str]]]:
    """The differences that an October paid as ``before`` and now like ``after`` gives."""
    paid = [payout(each, OCTOBER) for each in wage_month(before, paying()).values()]
    found = wage_differences(EarlierWages(month=OCTOBER, gross=gross_month(after), payouts=(*paid, *others)))
    return {who: [(line.what, str(line.amount)) for line in told] for who, told in found.items()}


HOURS, COMPENSATION = lines.DIFFERENCES[PayCode.HOURS], lines.DIFFERENCES[PayCode.HOLIDAY_COMPENSATION]


def test_a_rate_changed_back_in_time_gives_differences_in_the_open_run():
    anna = worker()
    before = month_of(anna, month=OCTOBER)
    raised = employment(anna, terms(), terms(first=date(2026, 10, 1), hourly=Money(13)), days=NEW)
    after = replace(before, employments=(raised,))
    assert corrected(before, after) == {anna.id: [(HOURS, "10.00"), (COMPENSATION, "0.90")]}
    assert corrected(before, before) == {}
    told = wage_differences(
        EarlierWages(
            month=OCTOBER,
            gross=gross_month(after),
            payouts=tuple(payout(each, OCTOBER) for each in wage_month(before, paying()).values()),
        )
    )
    got = wage_month(month_of(anna), paying(card(anna), corrections=told))[anna.id]
    assert got.taxable == Money("141.70")
    assert (sums(got).wages, sums(got).holiday_compensation) == (Money(130), Money("11.70"))
    assert PayWarning.CORRECTED in got.warnings
    lines_hold(got)
    november = payout(got, NOVEMBER)
    assert corrected(before, after, november) == {}


def test_a_corrected_split_of_a_pot_books_differences_only():
    anna, ben = worker(1), worker(2)
    by_pot = terms(paid_by=PaidBy.POT, hourly=Money("1.00"))
    entries = [work(anna, date(2026, 10, 2), JOB, 60), work(ben, date(2026, 10, 2), JOB, 60)]
    pot = make_pay.pot(JOB)
    before = wage_facts(
        (anna, ben), (JOB,), entries, month=OCTOBER,
        employments=tuple(employment(one, by_pot, days=NEW) for one in (anna, ben)), pots=(pot,),
    )  # fmt: skip
    agreed = ((anna.id, Decimal(3)), (ben.id, Decimal(1)))
    after = replace(before, pots=(replace(pot, split=SplitRule.AGREED, shares=agreed),))
    share = lines.DIFFERENCES[PayCode.POT]
    assert corrected(before, after) == {
        anna.id: [(share, "25.00"), (COMPENSATION, "2.25")],
        ben.id: [(share, "-25.00"), (COMPENSATION, "-2.25")],
    }


def test_a_reopened_payout_is_due_as_a_whole():
    anna = worker()
    found = wage_differences(
        EarlierWages(month=OCTOBER, gross=gross_month(month_of(anna, month=OCTOBER)), payouts=())
    )
    assert total(line.amount for line in found[anna.id]) == Money("130.80")


def test_work_that_was_taken_back_is_carried_until_there_is_pay():
    anna = worker()
    before = month_of(anna, month=OCTOBER)
    paid = payout(wage_month(before, paying())[anna.id], OCTOBER)
    gone = wage_differences(
        EarlierWages(month=OCTOBER, gross=gross_month(replace(before, entries=())), payouts=(paid,))
    )
    nothing = wage_month(month_of(anna, []), paying(corrections=gone, clients={anna.id: anna}))[anna.id]
    assert (nothing.taxable, sums(nothing).withheld, sums(nothing).card_used) == (ZERO, ZERO, ZERO)
    assert {PayWarning.CARRIED_OVER, PayWarning.CORRECTED} <= nothing.warnings
    lines_hold(nothing)
    rests = rests_of(payout(nothing, NOVEMBER))
    assert rests == Rests(pay=Money("-130.80"))
    december = month_of(anna, [work(anna, date(2026, 12, 2), JOB, 1200)], Month(2026, 12))
    later = PayingFacts(pay_day=date(2026, 12, 30), cards=(card(anna),), brought={anna.id: rests})
    got = wage_month(december, later)[anna.id]
    assert got.taxable == Money("130.80")
    assert sums(got).withholding == Money("6.54")
    lines_hold(got)


def test_fees_and_costs_are_not_eaten_by_pay_below_zero():
    anna = worker(1, FormOfWork.FEE)
    facts = wage_facts(
        (anna,), (JOB,), [work(anna, 2, JOB)], fee_terms=(fee_terms(anna),),
        items=(item(anna, PayCode.BUS_TICKET, "4.40"),),
    )  # fmt: skip
    rests = Rests(pay=Money(-50), expenses=Money("-5.00"))
    got = wage_month(facts, paying(card(anna), brought={anna.id: rests}))[anna.id]
    assert (got.taxable, got.tax_free) == (Money(35), ZERO)
    assert rests_of(payout(got, NOVEMBER)) == Rests(pay=Money(-50), expenses=Money("-0.60"))
    lines_hold(got)


def test_somebody_with_only_a_rest_keeps_it():
    anna = worker()
    empty = wage_facts((), (), ())
    got = wage_month(empty, paying(brought={anna.id: Rests(fees=Money(-3))}, clients={anna.id: anna}))
    assert rests_of(payout(got[anna.id], NOVEMBER)) == Rests(fees=Money(-3))
    assert got[anna.id].warnings == {PayWarning.CARRIED_OVER}


@pytest.mark.parametrize(
    ("additional", "withheld"),
    [("0", "5.00"), ("25", "25.00")],
)
def test_a_limit_of_nothing_leaves_the_additional_percentage_where_the_card_has_one(
    additional: str, withheld: str
):
    anna = worker()
    tax_card = card(anna, limit=ZERO, additional=Decimal(additional))
    grounds = Grounds(NOVEMBER, Agreements(()), paying(tax_card), PAY_DAY)
    found = grounds.of(anna.id, Money(100), ())
    assert str(withhold(Money(100), found.ground, PAY_DAY).amount) == withheld
