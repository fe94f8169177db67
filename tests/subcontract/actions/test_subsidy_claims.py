"""Facts, decisions and claims of wage subsidies through the actions: made, sent, corrected, undone."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.act import Done
from subcontract.actions.claim_facts import passed_claims
from subcontract.actions.make_subsidy_claim import (
    MakeSubsidyClaim,
    MarkClaimSent,
    make_subsidy_claim,
    mark_claim_sent,
)
from subcontract.actions.save_subsidy import (
    RemoveSubsidyDecision,
    SaveSubsidyDecision,
    SaveSubsidyFacts,
    remove_subsidy_decision,
    save_subsidy_decision,
    save_subsidy_facts,
)
from subcontract.benefits.records import SubsidyClaim, SubsidyDecision
from subcontract.benefits.subsidy_claims import to_correct
from subcontract.days import DateRange, Month
from subcontract.ids import ClientId, EmploymentId, SubsidyDecisionId
from subcontract.money import Money
from subcontract.payout.eligible import OTHER_AGREEMENT, OUTSIDE, Adjustment, AdjustmentKind, adjustments_in
from subcontract.payout.wage_records import PayCode, Reopening
from subcontract.payout.wages.lines import difference
from subcontract.people.employment import NOT_GIVEN
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make, make_benefits
from tests.make_benefits import line
from tests.pay_office import CLOCK, Office, problems

OCTOBER = Month(2026, 10)
TODAY = make.TODAY


@pytest.fixture
def office() -> Office:
    return Office()


def decide(office: Office, **fields: Any) -> SubsidyDecision:
    """Liisa's agreement from the beginning of the year and the decision for it."""
    employment = office.employ()
    default = make_benefits.decision(client=office.liisa.id, employment=employment.id)
    decision = replace(default, **fields)
    office.do(save_subsidy_decision, SaveSubsidyDecision(decision=decision), Role.JOB_COACH)
    return decision


def claim(office: Office, decision: SubsidyDecision, month: Month = OCTOBER, **fields: Any) -> Done:
    ask = MakeSubsidyClaim(decision=decision.id, month=month, **fields)
    return office.do(make_subsidy_claim, ask, Role.CLERK)


def only(office: Office) -> SubsidyClaim:
    (found,) = office.all("subsidy_claims")
    assert isinstance(found, SubsidyClaim)
    return found


def send(office: Office, on: date | None = TODAY) -> Done:
    stored = only(office)
    return office.do(mark_claim_sent, MarkClaimSent(claim=stored.id, version=stored.version, sent_on=on))


# --- facts -----------------------------------------------------------------------------------


def test_a_person_has_one_list_of_facts(office: Office) -> None:
    first = make_benefits.facts(client=office.liisa.id, jobseeker=True)
    office.do(save_subsidy_facts, SaveSubsidyFacts(facts=first), Role.JOB_COACH)
    again = make_benefits.facts(client=office.liisa.id, jobseeker=False)
    done = office.do(save_subsidy_facts, SaveSubsidyFacts(facts=again), Role.JOB_COACH)
    (stored,) = office.all("subsidy_facts")
    assert (stored.id, stored.jobseeker) == (first.id, False)
    office.undo(done)
    assert office.plain("subsidy_facts") == {replace(first, version=0)}
    assert problems(office, save_subsidy_facts, SaveSubsidyFacts(facts=first), Role.CLERK) == [
        (Code.NOT_ALLOWED, "")
    ]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"unemployed_of_14": 15}, (Code.TOO_LARGE, "unemployed_of_14")),
        ({"unemployed_of_28": 29}, (Code.TOO_LARGE, "unemployed_of_28")),
        ({"unemployed_in_a_row": -1}, (Code.NEGATIVE, "unemployed_in_a_row")),
        ({"months_without_work": 1201}, (Code.TOO_LARGE, "months_without_work")),
        ({"checked_on": date(2026, 11, 24)}, (Code.FUTURE_DAY, "checked_on")),
        ({"certificate": date(2026, 11, 24)}, (Code.FUTURE_DAY, "certificate")),
        ({"note": "x" * 2001}, (Code.TOO_LONG, "note")),
    ],
)
def test_facts_that_cannot_be(office: Office, fields: dict[str, Any], problem: tuple[Code, str]) -> None:
    facts = make_benefits.facts(client=office.liisa.id, **fields)
    assert problems(office, save_subsidy_facts, SaveSubsidyFacts(facts=facts)) == [problem]


def test_facts_of_today(office: Office) -> None:
    facts = make_benefits.facts(client=office.liisa.id, checked_on=TODAY, certificate=TODAY)
    office.do(save_subsidy_facts, SaveSubsidyFacts(facts=facts))
    assert office.plain("subsidy_facts") == {replace(facts, version=0)}


# --- decisions -------------------------------------------------------------------------------


def test_a_decision_may_come_before_there_is_an_agreement(office: Office) -> None:
    decision = make_benefits.decision(client=office.liisa.id, cap=Money(2770))
    done = office.do(save_subsidy_decision, SaveSubsidyDecision(decision=decision), Role.JOB_COACH)
    assert office.plain("subsidy_decisions") == {replace(decision, version=0)}
    office.undo(done)
    assert office.all("subsidy_decisions") == ()


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"days": DateRange(NOT_GIVEN, date(2026, 10, 31))}, (Code.REQUIRED, "days.first")),
        ({"days": DateRange(date(2026, 1, 1))}, (Code.REQUIRED, "days.last")),
        ({"days": DateRange(date(2025, 1, 1), date(2025, 12, 31))}, (Code.OUTSIDE_PERIOD, "days")),
        ({"percentage": Decimal(0)}, (Code.TOO_SMALL, "percentage")),
        ({"percentage": Decimal(101)}, (Code.TOO_LARGE, "percentage")),
        ({"percentage": Decimal("66.667")}, (Code.TOO_MANY_DECIMALS, "percentage")),
        ({"percentage": Decimal(100)}, (Code.REQUIRED, "working_time")),
        ({"working_time": Decimal("100.5")}, (Code.TOO_LARGE, "working_time")),
        ({"cap": Money(0)}, (Code.TOO_SMALL, "cap")),
        ({"cap": Money("10000.01")}, (Code.TOO_LARGE, "cap")),
        ({"decided_on": date(2026, 11, 24)}, (Code.FUTURE_DAY, "decided_on")),
        ({"decided_on": date(2026, 1, 1)}, (Code.EMPLOYMENT_BEFORE_DECISION, "decided_on")),
        ({"extension_applied": date(2026, 11, 24)}, (Code.FUTURE_DAY, "extension_applied")),
        ({"number": "x" * 41}, (Code.TOO_LONG, "number")),
        ({"employment": EmploymentId(ids.new())}, (Code.NOT_FOUND, "employment")),
        ({"client": ClientId(ids.new())}, (Code.NOT_FOUND, "client")),
    ],
)
def test_a_decision_that_cannot_be(office: Office, fields: dict[str, Any], problem: tuple[Code, str]) -> None:
    employment = office.employ()
    decision = replace(make_benefits.decision(client=office.liisa.id, employment=employment.id), **fields)
    assert problems(office, save_subsidy_decision, SaveSubsidyDecision(decision=decision)) == [problem]
    assert office.all("subsidy_decisions") == ()


def test_a_decision_of_today_for_an_employment_to_come(office: Office) -> None:
    later = DateRange(date(2026, 12, 1), date(2027, 6, 30))
    employment = office.employ(days=later)
    decision = make_benefits.decision(
        client=office.liisa.id,
        employment=employment.id,
        days=later,
        decided_on=TODAY,
        extension_applied=TODAY,
    )
    office.do(save_subsidy_decision, SaveSubsidyDecision(decision=decision))
    assert len(office.all("subsidy_decisions")) == 1


def test_a_decision_of_another_person_or_on_the_same_days(office: Office) -> None:
    decision = decide(office)
    for wrong, problem in (
        (
            make_benefits.decision(client=office.emil.id, employment=decision.employment),
            (Code.OTHER_PERSON, "employment"),
        ),
        (replace(decision, client=office.emil.id, employment=None), (Code.OTHER_PERSON, "client")),
        (make_benefits.decision(client=office.liisa.id), (Code.PERIODS_OVERLAP, "days")),
    ):
        assert problems(office, save_subsidy_decision, SaveSubsidyDecision(decision=wrong)) == [problem]


def test_an_extension_is_saved_in_the_middle_of_the_employment(office: Office) -> None:
    decision = decide(office)
    longer = replace(
        decision,
        id=SubsidyDecisionId(ids.new()),
        days=DateRange(date(2026, 11, 1), date(2028, 10, 31)),
        decided_on=date(2026, 10, 20),
    )
    office.do(save_subsidy_decision, SaveSubsidyDecision(decision=longer))
    gap = replace(
        longer, id=SubsidyDecisionId(ids.new()), days=DateRange(date(2028, 11, 2), date(2029, 1, 1))
    )
    assert problems(office, save_subsidy_decision, SaveSubsidyDecision(decision=gap)) == [
        (Code.EMPLOYMENT_BEFORE_DECISION, "decided_on")
    ]


def test_a_decision_that_is_claimed_under_stays(office: Office) -> None:
    decision = decide(office)
    office.approve(OCTOBER, line(PayCode.HOURS, "1000.00"))
    claim(office, decision)
    ask = RemoveSubsidyDecision(decision=decision.id)
    assert problems(office, remove_subsidy_decision, ask) == [(Code.IN_USE, "")]


# --- claims ----------------------------------------------------------------------------------


def test_a_claim_of_approved_wages_is_made_and_undone(office: Office) -> None:
    decision = decide(office)
    paid = office.approve(
        OCTOBER, line(PayCode.HOURS, "1000.00"), line(PayCode.HOLIDAY_COMPENSATION, "90.00")
    )
    done = claim(office, decision)
    made = only(office)
    assert (made.eligible, made.amount, made.capped) == (Money(1000), Money(700), False)
    assert (made.days, made.due, made.made_on) == (OCTOBER.days, date(2027, 1, 31), TODAY)
    assert [(one.counted, one.amount, one.payout) for one in made.lines] == [
        (True, Money(1000), paid.id),
        (False, Money(90), paid.id),
    ]
    assert done.facts == {
        "name": "Aalto, Liisa",
        "month": OCTOBER,
        "amount": Money(700),
        "due": date(2027, 1, 31),
        "late": False,
    }
    office.undo(done)
    assert office.all("subsidy_claims") == ()


def test_the_decision_s_own_cap_and_percentage_count(office: Office) -> None:
    decision = decide(office, cap=Money(2770))
    office.approve(OCTOBER, line(PayCode.HOURS, "3200.00"))
    claim(office, decision)
    assert (only(office).amount, only(office).capped) == (Money(2240), False)


def test_a_decision_that_ends_in_mid_month(office: Office) -> None:
    decision = decide(office, days=DateRange(date(2026, 1, 1), date(2026, 10, 14)))
    work = [
        make.entry(client=office.liisa.id, day=date(2026, 10, number), minutes=300) for number in (13, 15)
    ]
    office.add("entries", *work)
    office.approve(
        OCTOBER,
        line(PayCode.HOURS, "3000.00", entries=tuple(one.id for one in work)),
        line(PayCode.SUNDAY, "60.00", day=date(2026, 10, 11)),
    )
    claim(office, decision)
    made = only(office)
    assert made.days == DateRange(date(2026, 10, 1), date(2026, 10, 14))
    assert (made.eligible, made.amount, made.capped) == (Money(1560), Money(826), True)
    assert [one.amount for one in made.lines if one.what == OUTSIDE] == [Money(1500)]


def test_days_of_a_break_are_not_claimed(office: Office) -> None:
    decision = decide(office)
    office.approve(OCTOBER, line(PayCode.HOURS, "3000.00", day=date(2026, 10, 20)))
    broken = DateRange(date(2026, 9, 1), date(2026, 10, 15))
    claim(office, decision, broken_off=broken)
    made = only(office)
    assert (made.days.first, made.amount) == (date(2026, 10, 16), Money(944))
    short = MakeSubsidyClaim(
        decision=decision.id, month=OCTOBER, broken_off=DateRange(date(2026, 10, 1), date(2026, 10, 15))
    )
    assert problems(office, make_subsidy_claim, short) == [(Code.TOO_SMALL, "broken_off")]
    long = MakeSubsidyClaim(
        decision=decision.id, month=OCTOBER, broken_off=DateRange(date(2026, 9, 15), date(2026, 11, 15))
    )
    assert problems(office, make_subsidy_claim, long) == [(Code.OUTSIDE_PERIOD, "month")]


def test_what_cannot_be_claimed(office: Office) -> None:
    decision = decide(office)
    ask = MakeSubsidyClaim(decision=decision.id, month=OCTOBER)
    assert problems(office, make_subsidy_claim, ask) == [(Code.PAY_NOT_APPROVED, "month")]
    office.approve(OCTOBER, line(PayCode.HOURS, "1000.00"), approved=False)
    assert problems(office, make_subsidy_claim, ask) == [(Code.PAY_NOT_APPROVED, "month")]
    office.approve(Month(2026, 9), line(PayCode.HOLIDAY_COMPENSATION, "90.00"))
    assert problems(office, make_subsidy_claim, ask) == [(Code.PAY_NOT_APPROVED, "month")]
    september = replace(ask, month=Month(2026, 9))
    assert problems(office, make_subsidy_claim, september) == [(Code.NOTHING_TO_DO, "month")]
    december = replace(ask, month=Month(2026, 12))
    assert problems(office, make_subsidy_claim, december) == [(Code.OUTSIDE_PERIOD, "month")]
    office.do(save_subsidy_decision, SaveSubsidyDecision(decision=replace(decision, employment=None)))
    assert problems(office, make_subsidy_claim, ask) == [(Code.REQUIRED, "employment")]
    assert problems(office, make_subsidy_claim, ask, Role.WORK_COACH) == [(Code.NOT_ALLOWED, "")]


def test_a_decision_made_too_late_stops_every_claim(office: Office) -> None:
    employment = office.employ()
    decision = make_benefits.decision(
        client=office.liisa.id, employment=employment.id, decided_on=date(2026, 1, 1)
    )
    office.add("pay.subsidy_decisions", decision)
    office.approve(OCTOBER, line(PayCode.HOURS, "1000.00"))
    ask = MakeSubsidyClaim(decision=decision.id, month=OCTOBER)
    assert problems(office, make_subsidy_claim, ask) == [(Code.EMPLOYMENT_BEFORE_DECISION, "decided_on")]


def test_a_late_claim_is_made_and_told_as_late(office: Office) -> None:
    decision = decide(office)
    office.approve(Month(2026, 7), line(PayCode.HOURS, "1000.00"))
    office.approve(Month(2026, 8), line(PayCode.HOURS, "1000.00"))
    assert claim(office, decision, Month(2026, 7)).facts["late"] is True
    assert claim(office, decision, Month(2026, 8)).facts["late"] is False


# --- sending and correcting ------------------------------------------------------------------


def test_a_claim_is_sent_once_and_the_mark_can_be_taken_away(office: Office) -> None:
    decision = decide(office)
    office.approve(OCTOBER, line(PayCode.HOURS, "1000.00"))
    made = claim(office, decision)
    done = send(office)
    assert only(office).sent_on == TODAY
    stored = only(office)

    def ask(**fields: Any) -> MarkClaimSent:
        return replace(MarkClaimSent(claim=stored.id, version=stored.version, sent_on=TODAY), **fields)

    assert problems(office, mark_claim_sent, ask(sent_on=None), Role.WORK_COACH) == [(Code.NOT_ALLOWED, "")]
    for wrong, problem in (
        (ask(), (Code.NOTHING_TO_DO, "sent_on")),
        (ask(version=1), (Code.CHANGED_ELSEWHERE, "")),
        (ask(sent_on=date(2026, 11, 24)), (Code.FUTURE_DAY, "sent_on")),
        (ask(sent_on=date(2026, 11, 22)), (Code.TOO_SMALL, "sent_on")),
    ):
        assert problems(office, mark_claim_sent, wrong) == [problem]
    with pytest.raises(Refused):
        office.undo(made)
    office.undo(done)
    assert only(office).sent_on is None
    send(office)
    send(office, None)
    assert only(office).sent_on is None


def test_a_claim_that_was_not_sent_is_made_anew(office: Office) -> None:
    decision = decide(office)
    office.approve(
        OCTOBER, line(PayCode.HOURS, "1000.00"), line(PayCode.OTHER_WAGE, "200.00", day=date(2026, 10, 5))
    )
    claim(office, decision)
    same = MakeSubsidyClaim(decision=decision.id, month=OCTOBER)
    assert problems(office, make_subsidy_claim, same) == [(Code.NOTHING_TO_DO, "month")]
    typed = (
        Adjustment(kind=AdjustmentKind.OVERTIME, amount=Money(100)),
        Adjustment(kind=AdjustmentKind.ACCEPTED, amount=Money(200)),
    )
    done = claim(office, decision, adjustments=typed)
    made = only(office)
    assert (made.eligible, made.amount, made.earlier) == (Money(1100), Money(770), Money(0))
    assert adjustments_in(made.lines) == typed
    office.undo(done)
    assert only(office).amount == Money(700)
    too_much = replace(same, adjustments=(Adjustment(kind=AdjustmentKind.ACCEPTED, amount=Money(201)),))
    assert problems(office, make_subsidy_claim, too_much) == [(Code.MORE_THAN_LEFT, "adjustments.0.amount")]


def test_a_correction_after_sending_keeps_what_was_claimed(office: Office) -> None:
    decision = decide(office)
    office.approve(OCTOBER, line(PayCode.HOURS, "1000.00"))
    claim(office, decision)
    send(office)
    with office.store.open_lists() as lists:
        assert passed_claims(lists, make.UNIT, TODAY) == ()
    office.approve(Month(2026, 11), difference(PayCode.HOURS, OCTOBER, Money(-100)))
    with office.store.open_lists() as lists:
        (now,) = passed_claims(lists, make.UNIT, TODAY)
    assert (now.amount, to_correct(now)) == (Money(630), Money(-70))
    done = claim(office, decision)
    made = only(office)
    assert (made.amount, made.earlier, made.sent_on) == (Money(630), Money(700), None)
    assert to_correct(made) == Money(-70)
    # a correction that was not sent yet is mended and still starts from what was claimed
    claim(office, decision, adjustments=(Adjustment(kind=AdjustmentKind.OVERTIME, amount=Money(50)),))
    assert (only(office).amount, only(office).earlier) == (Money(595), Money(700))
    with pytest.raises(Refused):
        office.undo(done)
    send(office)
    claim(office, decision)
    assert (only(office).amount, only(office).earlier) == (Money(630), Money(595))


def test_a_reopened_payout_does_not_count_and_the_next_run_settles_it(office: Office) -> None:
    decision = decide(office)
    paid = office.approve(OCTOBER, line(PayCode.HOURS, "1000.00"))
    claim(office, decision)
    send(office)
    reopening = Reopening(
        payout=paid.id, client=office.liisa.id, reason="Väärä tili", by=make.MANAGER, at=CLOCK.now()
    )
    office.add("pay.reopenings", reopening)
    ask = MakeSubsidyClaim(decision=decision.id, month=OCTOBER)
    assert problems(office, make_subsidy_claim, ask) == [(Code.PAY_NOT_APPROVED, "month")]
    with office.store.open_lists() as lists:
        assert passed_claims(lists, make.UNIT, TODAY) == ()
    office.approve(
        Month(2026, 11),
        difference(PayCode.HOURS, OCTOBER, Money(900)),
        difference(PayCode.HOLIDAY_COMPENSATION, OCTOBER, Money(81)),
    )
    claim(office, decision)
    assert (only(office).eligible, only(office).amount, only(office).earlier) == (
        Money(900),
        Money(630),
        Money(700),
    )


def test_a_correction_whose_own_payout_was_reopened_counts_once(office: Office) -> None:
    decision = decide(office)
    office.approve(OCTOBER, line(PayCode.HOURS, "1000.00"))
    correction = difference(PayCode.HOURS, OCTOBER, Money(100))
    november = office.approve(Month(2026, 11), correction)
    office.add(
        "pay.reopenings",
        Reopening(
            payout=november.id, client=office.liisa.id, reason="Väärä tili", by=make.MANAGER, at=CLOCK.now()
        ),
    )
    office.approve(Month(2026, 12), correction)
    claim(office, decision)
    assert only(office).eligible == Money(1100)


def test_another_unit_s_claims_are_not_looked_at(office: Office) -> None:
    decision = decide(office)
    office.approve(OCTOBER, line(PayCode.HOURS, "1000.00"))
    claim(office, decision)
    send(office)
    office.approve(Month(2026, 11), difference(PayCode.HOURS, OCTOBER, Money(-100)))
    with office.store.open_lists() as lists:
        assert passed_claims(lists, make.unit(id=ids.new()).id, TODAY) == ()


def test_pay_of_another_agreement_is_not_claimed(office: Office) -> None:
    decision = decide(office)
    office.employ(job=office.job.id)
    with_decision, without = (
        make.entry(client=office.liisa.id, day=date(2026, 10, 5), job=job)
        for job in (make.job(number=7).id, office.job.id)
    )
    office.add("entries", with_decision, without)
    office.approve(
        OCTOBER,
        line(PayCode.HOURS, "400.00", entries=(with_decision.id,)),
        line(PayCode.HOURS, "300.00", entries=(without.id,)),
    )
    claim(office, decision)
    assert only(office).eligible == Money(400)
    assert [one.amount for one in only(office).lines if one.what == OTHER_AGREEMENT] == [Money(300)]
    # a correction does not tell whose pay it is of
    office.approve(Month(2026, 11), difference(PayCode.HOURS, OCTOBER, Money(50)))
    office.approve(Month(2026, 12), difference(PayCode.HOURS, OCTOBER, Money(-20)))
    claim(office, decision)
    assert only(office).eligible == Money(380)
