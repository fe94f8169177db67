"""Agreements, fees and tax cards: what is refused, kept and undone."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.save_employment import (
    EndEmployment,
    RemoveEmployment,
    RemoveFeeTerms,
    SaveEmployment,
    SaveFeeTerms,
    end_employment,
    remove_employment,
    remove_fee_terms,
    save_employment,
    save_fee_terms,
)
from subcontract.actions.save_tax_card import RemoveTaxCard, SaveTaxCard, remove_tax_card, save_tax_card
from subcontract.days import DateRange, Month
from subcontract.ids import ClientId, JobId, UnitId
from subcontract.money import Money
from subcontract.payout.records import Ledger
from subcontract.payout.wage_records import PayCode, WageSums
from subcontract.people.employment import NOT_GIVEN, PaidBy
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make, make_benefits
from tests.pay_office import Office, problems

OPEN = DateRange(date(2026, 1, 1))


@pytest.fixture
def office() -> Office:
    return Office()


# --- agreements ------------------------------------------------------------------------------


def test_an_agreement_is_saved_with_its_terms_in_order_and_undone(office: Office) -> None:
    first, later = make_benefits.terms(), make_benefits.terms(first=date(2026, 7, 1), hourly=Money(14))
    record = office.employment(unit=UnitId(ids.new()), terms=(later, first), duties="  Siivous  ")
    done = office.do(save_employment, SaveEmployment(employment=record), Role.JOB_COACH)
    (stored,) = office.all("employments")
    assert stored.unit == make.UNIT
    assert [one.first for one in stored.terms] == [first.first, later.first]
    assert (stored.duties, done.facts) == ("Siivous", {"name": "Aalto, Liisa"})
    again = office.undo(office.undo(done))
    assert office.plain("employments") == {replace(stored, version=0)}
    office.undo(again)
    assert office.all("employments") == ()


def test_saving_what_is_as_it_was_leaves_nothing_to_undo(office: Office) -> None:
    record = office.employment(duties="Siivous")
    office.do(save_employment, SaveEmployment(employment=record), Role.JOB_COACH)
    (stored,) = office.all("employments")
    again = office.do(save_employment, SaveEmployment(employment=stored), Role.JOB_COACH)
    assert (again.id, again.undo, again.changed) == (stored.id, None, frozenset())
    assert office.all("employments") == (stored,)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"days": DateRange(NOT_GIVEN)}, (Code.REQUIRED, "days.first")),
        ({"terms": ()}, (Code.REQUIRED, "terms")),
        ({"terms": (make_benefits.terms(first=date(2026, 1, 2)),)}, (Code.OUTSIDE_PERIOD, "terms.0.first")),
        ({"terms": (make_benefits.terms(), make_benefits.terms())}, (Code.TWICE_IN_LIST, "terms.1.first")),
        ({"terms": (make_benefits.terms(hourly=Money(0)),)}, (Code.TOO_SMALL, "terms.0.hourly")),
        ({"terms": (make_benefits.terms(hourly=Money(-1)),)}, (Code.NEGATIVE, "terms.0.hourly")),
        ({"terms": (make_benefits.terms(hourly=Money("500.01")),)}, (Code.TOO_LARGE, "terms.0.hourly")),
        ({"terms": (make_benefits.terms(capacity=Decimal(0)),)}, (Code.TOO_SMALL, "terms.0.capacity")),
        ({"terms": (make_benefits.terms(capacity=Decimal("100.5")),)}, (Code.TOO_LARGE, "terms.0.capacity")),
        (
            {"terms": (make_benefits.terms(capacity=Decimal("62.505")),)},
            (Code.TOO_MANY_DECIMALS, "terms.0.capacity"),
        ),
        ({"terms": (make_benefits.terms(weekly_minutes=3601),)}, (Code.TOO_LARGE, "terms.0.weekly_minutes")),
        ({"terms": (make_benefits.terms(paid_by=PaidBy.PIECE),)}, (Code.REQUIRED, "terms.0.piece_rate")),
        (
            {"terms": (make_benefits.terms(paid_by=PaidBy.PIECE, piece_rate=Decimal("0.00005")),)},
            (Code.TOO_MANY_DECIMALS, "terms.0.piece_rate"),
        ),
        ({"terms": (make_benefits.terms(pay_group="x" * 21),)}, (Code.TOO_LONG, "terms.0.pay_group")),
        ({"days": make_benefits.YEAR, "fixed_term_reason": " "}, (Code.REQUIRED, "fixed_term_reason")),
        ({"job": JobId(ids.new())}, (Code.NOT_FOUND, "job")),
        ({"client": ClientId(ids.new())}, (Code.NOT_FOUND, "client")),
    ],
)
def test_an_agreement_that_cannot_be(
    office: Office, fields: dict[str, Any], problem: tuple[Code, str]
) -> None:
    record = replace(office.employment(days=fields.pop("days", OPEN)), **fields)
    assert problem in problems(office, save_employment, SaveEmployment(employment=record))
    assert office.all("employments") == ()


def test_all_problems_are_told_at_once(office: Office) -> None:
    terms = make_benefits.terms(hourly=Money(-1), capacity=Decimal(101))
    record = replace(office.employment(days=make_benefits.YEAR), fixed_term_reason="", terms=(terms,))
    assert problems(office, save_employment, SaveEmployment(employment=record)) == [
        (Code.REQUIRED, "fixed_term_reason"),
        (Code.NEGATIVE, "terms.0.hourly"),
        (Code.TOO_LARGE, "terms.0.capacity"),
    ]


def test_terms_that_begin_after_the_agreement_has_ended(office: Office) -> None:
    record = office.employment(days=DateRange(date(2026, 1, 1), date(2026, 6, 30)))
    late = replace(record, terms=(*record.terms, make_benefits.terms(first=date(2026, 7, 1))))
    assert problems(office, save_employment, SaveEmployment(employment=late)) == [
        (Code.OUTSIDE_PERIOD, "terms.1.first")
    ]


@pytest.mark.parametrize(
    ("first", "overlaps"), [("2026-06-30", True), ("2026-07-01", False), ("2026-01-01", True)]
)
def test_two_agreements_on_one_day(office: Office, first: str, overlaps: bool) -> None:
    office.employ(days=DateRange(date(2026, 1, 1), date(2026, 6, 30)))
    other = office.employment(days=DateRange(date.fromisoformat(first)))
    if overlaps:
        assert problems(office, save_employment, SaveEmployment(employment=other)) == [
            (Code.PERIODS_OVERLAP, "days")
        ]
    else:
        office.do(save_employment, SaveEmployment(employment=other))
    others = make_benefits.employment(client=office.emil.id, days=OPEN)
    office.do(save_employment, SaveEmployment(employment=others))


def test_an_agreement_for_a_job_may_stand_beside_one_that_continues(office: Office) -> None:
    office.employ()
    office.employ(job=office.job.id)
    twin = office.employment(job=office.job.id)
    assert problems(office, save_employment, SaveEmployment(employment=twin)) == [
        (Code.PERIODS_OVERLAP, "days")
    ]


def test_an_agreement_stays_with_its_person(office: Office) -> None:
    record = office.employ()
    other = replace(record, client=office.emil.id)
    assert problems(office, save_employment, SaveEmployment(employment=other)) == [
        (Code.OTHER_PERSON, "client")
    ]


def test_a_rate_changed_back_in_time_is_saved_also_after_an_approved_month(office: Office) -> None:
    record = office.employ()
    office.approve(Month(2026, 10))
    raised = replace(
        record, terms=(*record.terms, make_benefits.terms(first=date(2026, 10, 1), hourly=Money(14)))
    )
    office.do(save_employment, SaveEmployment(employment=raised))
    assert office.all("employments")[0].terms_on(date(2026, 10, 1)).hourly == Money(14)


def test_an_agreement_is_ended_without_a_reason_and_put_back(office: Office) -> None:
    terms = (make_benefits.terms(), make_benefits.terms(first=date(2027, 1, 1)))
    record = office.employ(terms=terms)
    done = office.do(end_employment, EndEmployment(employment=record.id, last=date(2026, 11, 30)))
    (ended,) = office.all("employments")
    assert (ended.days.last, ended.terms) == (date(2026, 11, 30), terms[:1])
    office.undo(done)
    assert office.plain("employments") == {replace(record, version=0)}
    early = EndEmployment(employment=record.id, last=date(2025, 12, 31))
    assert problems(office, end_employment, early) == [(Code.ENDS_BEFORE_START, "last")]


def test_an_ended_agreement_can_be_removed_and_put_back(office: Office) -> None:
    record = office.employ()
    office.do(end_employment, EndEmployment(employment=record.id, last=date(2026, 11, 30)))
    before = office.plain("employments")
    done = office.do(remove_employment, RemoveEmployment(employment=record.id))
    assert (office.all("employments"), done.id) == ((), office.liisa.id)
    office.undo(done)
    assert office.plain("employments") == before


@pytest.mark.parametrize("rests", ["pay", "decision"])
def test_an_agreement_that_something_rests_on_stays(office: Office, rests: str) -> None:
    record = office.employment()
    done = office.do(save_employment, SaveEmployment(employment=record))
    if rests == "pay":
        office.approve()
    else:
        decision = make_benefits.decision(client=office.liisa.id, employment=record.id)
        office.add("pay.subsidy_decisions", decision)
    ask = RemoveEmployment(employment=record.id)
    assert problems(office, remove_employment, ask) == [(Code.IN_USE, "")]
    with pytest.raises(Refused) as refused:
        office.undo(done)
    assert refused.value.code is Code.IN_USE


def test_an_agreement_is_not_moved_before_the_decision_of_its_subsidy(office: Office) -> None:
    record = office.employ()
    decision = make_benefits.decision(
        client=office.liisa.id, employment=record.id, decided_on=date(2025, 12, 10)
    )
    office.add("pay.subsidy_decisions", decision)
    for first, code in (("2025-12-10", Code.EMPLOYMENT_BEFORE_DECISION), ("2025-12-11", None)):
        day = date.fromisoformat(first)
        moved = replace(record, days=DateRange(day), terms=(make_benefits.terms(first=day),))
        if code:
            assert problems(office, save_employment, SaveEmployment(employment=moved))[0][0] is code
        else:
            office.do(save_employment, SaveEmployment(employment=moved))


def test_undo_never_leaves_two_agreements_on_a_day(office: Office) -> None:
    record = office.employ()
    done = office.do(end_employment, EndEmployment(employment=record.id, last=date(2026, 6, 30)))
    office.employ(days=DateRange(date(2026, 7, 1)))
    with pytest.raises(Refused) as refused:
        office.undo(done)
    assert refused.value.code is Code.PERIODS_OVERLAP
    assert len(office.all("employments")) == 2


def test_undo_is_refused_once_somebody_else_has_changed_the_record(office: Office) -> None:
    record = office.employment()
    done = office.do(save_employment, SaveEmployment(employment=record))
    office.do(save_employment, SaveEmployment(employment=replace(record, place="Toisen tieto")))
    with pytest.raises(Refused) as refused:
        office.undo(done)
    assert refused.value.code is Code.CHANGED_ELSEWHERE
    assert office.all("employments")[0].place == "Toisen tieto"
    stale = replace(record, place="Vanha näkymä")
    assert problems(office, save_employment, SaveEmployment(employment=stale)) == [
        (Code.CHANGED_ELSEWHERE, "")
    ]


# --- fees ------------------------------------------------------------------------------------


def test_a_fee_is_saved_and_removed(office: Office) -> None:
    record = make_benefits.fee(client=office.emil.id)
    office.do(save_fee_terms, SaveFeeTerms(terms=record))
    for wrong, problem in (
        (make_benefits.fee(client=office.emil.id), (Code.PERIODS_OVERLAP, "days")),
        (replace(record, amount=Money(0)), (Code.TOO_SMALL, "amount")),
        (replace(record, client=office.liisa.id), (Code.OTHER_PERSON, "client")),
    ):
        assert problems(office, save_fee_terms, SaveFeeTerms(terms=wrong)) == [problem]
    office.undo(office.do(remove_fee_terms, RemoveFeeTerms(terms=record.id)))
    assert office.plain("fee_terms") == {replace(record, version=0)}


# --- tax cards -------------------------------------------------------------------------------


def test_a_card_is_saved_beside_an_older_one_and_undone(office: Office) -> None:
    card = make_benefits.tax_card(client=office.liisa.id)
    office.do(save_tax_card, SaveTaxCard(card=card, identity_code="010190-900p"), Role.CLERK)
    revised = make_benefits.tax_card(
        client=office.liisa.id, days=DateRange(date(2026, 7, 1), date(2026, 12, 31)), base=Decimal("7.5")
    )
    done = office.do(save_tax_card, SaveTaxCard(card=revised), Role.CLERK)
    assert len(office.all("tax_cards")) == 2
    office.undo(done)
    assert office.plain("tax_cards") == {replace(card, version=0)}


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"days": DateRange(NOT_GIVEN, date(2026, 12, 31))}, (Code.REQUIRED, "days.first")),
        ({"days": OPEN}, (Code.REQUIRED, "days.last")),
        ({"days": DateRange(date(2026, 1, 1), date(2027, 1, 1))}, (Code.TOO_LARGE, "days.last")),
        ({"base": Decimal("-0.5")}, (Code.NEGATIVE, "base")),
        ({"base": Decimal("100.5")}, (Code.TOO_LARGE, "base")),
        ({"additional": Decimal("5.125")}, (Code.TOO_MANY_DECIMALS, "additional")),
        ({"limit": Money(-1)}, (Code.NEGATIVE, "limit")),
        ({"client": ClientId(ids.new())}, (Code.NOT_FOUND, "client")),
    ],
)
def test_a_card_that_cannot_be(office: Office, fields: dict[str, Any], problem: tuple[Code, str]) -> None:
    card = make_benefits.tax_card(**({"client": office.liisa.id} | fields))
    assert problems(office, save_tax_card, SaveTaxCard(card=card)) == [problem]


@pytest.mark.parametrize(
    ("code", "problem"),
    [("020290-9016", Code.OTHER_PERSON), ("010190-900X", Code.BAD_IDENTITY_CODE)],
)
def test_another_person_s_card(office: Office, code: str, problem: Code) -> None:
    card = make_benefits.tax_card(client=office.liisa.id)
    ask = SaveTaxCard(card=card, identity_code=code)
    assert problems(office, save_tax_card, ask) == [(problem, "identity_code")]
    office.do(save_tax_card, SaveTaxCard(card=card))
    moved = replace(card, client=office.emil.id)
    assert problems(office, save_tax_card, SaveTaxCard(card=moved)) == [(Code.OTHER_PERSON, "client")]


def test_a_card_that_an_approved_payout_was_withheld_by_stays(office: Office) -> None:
    card = make_benefits.tax_card(client=office.liisa.id)
    done = office.do(save_tax_card, SaveTaxCard(card=card))
    office.approve(wage=WageSums(tax_card=card.id))
    for change in (
        {"base": Decimal(6)},
        {"limit": Money(1)},
        {"days": DateRange(date(2026, 2, 1), date(2026, 12, 31))},
    ):
        ask = SaveTaxCard(card=replace(card, **change))
        assert problems(office, save_tax_card, ask) == [(Code.IN_USE, "")]
    assert problems(office, remove_tax_card, RemoveTaxCard(card=card.id)) == [(Code.IN_USE, "")]
    with pytest.raises(Refused):
        office.undo(done)
    shorter = replace(card, days=DateRange(date(2026, 1, 1), date(2026, 11, 30)))
    office.do(save_tax_card, SaveTaxCard(card=shorter))


def test_a_card_of_an_open_run_may_be_mended_but_not_removed(office: Office) -> None:
    card = make_benefits.tax_card(client=office.liisa.id)
    office.do(save_tax_card, SaveTaxCard(card=card))
    office.approve(wage=WageSums(tax_card=card.id), approved=False)
    office.do(save_tax_card, SaveTaxCard(card=replace(card, base=Decimal(6))))
    assert problems(office, remove_tax_card, RemoveTaxCard(card=card.id)) == [(Code.IN_USE, "")]


def test_a_card_that_a_taxable_allowance_was_withheld_by_stays_too(office: Office) -> None:
    card = make_benefits.tax_card(client=office.liisa.id)
    office.do(save_tax_card, SaveTaxCard(card=card))
    office.approve(wage=WageSums(tax_card=card.id), ledger=Ledger.ALLOWANCE)
    lower = SaveTaxCard(card=replace(card, base=Decimal(1)))
    assert problems(office, save_tax_card, lower) == [(Code.IN_USE, "")]
    assert problems(office, remove_tax_card, RemoveTaxCard(card=card.id)) == [(Code.IN_USE, "")]


def test_a_fee_that_was_paid_by_stays(office: Office) -> None:
    fee = make_benefits.fee(client=office.liisa.id)
    office.do(save_fee_terms, SaveFeeTerms(terms=fee))
    office.approve(Month(2026, 10), make_benefits.line(PayCode.FEE, "35.00"))  # typed: no work of the fee
    other = make_benefits.fee(client=office.emil.id)
    office.do(save_fee_terms, SaveFeeTerms(terms=other))
    work = make.entry(client=office.emil.id, day=date(2026, 9, 7))
    paid = make_benefits.line(PayCode.FEE, "35.00", entries=(work.id,))
    office.approve(Month(2026, 9), paid, client=office.emil.id)
    assert problems(office, remove_fee_terms, RemoveFeeTerms(terms=other.id)) == [(Code.IN_USE, "")]
    office.do(remove_fee_terms, RemoveFeeTerms(terms=fee.id))
