"""The days of an agreement become employment in one step, and as before by its undo."""

from datetime import date, timedelta
from typing import Any

import pytest

from subcontract.actions.agree_form_of_work import (
    AgreeFeeOfWork,
    AgreeFormOfWork,
    agree_fee_of_work,
    agree_form_of_work,
)
from subcontract.actions.save_employment import SaveFeeTerms, save_fee_terms
from subcontract.days import LATEST, DateRange, Month
from subcontract.ids import EmploymentId
from subcontract.payout.ledgers import days_without_wage
from subcontract.payout.records import Ledger
from subcontract.payout.wage_records import Reopening
from subcontract.people.client import Client, FormOfWork, FormOfWorkSpan
from subcontract.people.forms_of_work import with_form
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make, make_benefits
from tests.pay_office import CLOCK, Office, problems

LEAP_DAY = date(2028, 2, 29)
ALLOWANCE, EMPLOYMENT, FEE = FormOfWork.ALLOWANCE, FormOfWork.EMPLOYMENT, FormOfWork.FEE


def with_forms(*spans: tuple[str, str, FormOfWork]) -> Client:
    forms = (FormOfWorkSpan(days=_days(first, last), form=form) for first, last, form in spans)
    return make.client(forms=tuple(forms))


def _days(first: str, last: str = "") -> DateRange:
    end = {"last": date.fromisoformat(last)} if last else {}
    return DateRange(date.fromisoformat(first), **end)


def forms_of(office: Office) -> list[tuple[date, date, FormOfWork]]:
    with office.store.open_lists() as lists:
        return [(one.days.first, one.days.last, one.form) for one in lists.clients.get(office.liisa.id).forms]


def agreed(office: Office, **fields: Any) -> EmploymentId:
    return office.employ(**fields).id


def test_the_days_become_employment_and_the_days_around_stay() -> None:
    office = Office(liisa=with_forms(("2026-01-01", "", ALLOWANCE)))
    employment = agreed(office, days=_days("2026-03-01", "2028-02-29"))
    done = office.do(agree_form_of_work, AgreeFormOfWork(employment=employment), Role.CLERK)
    assert forms_of(office) == [
        (date(2026, 1, 1), date(2026, 2, 28), ALLOWANCE),
        (date(2026, 3, 1), LEAP_DAY, EMPLOYMENT),
        (LEAP_DAY + timedelta(days=1), LATEST, ALLOWANCE),
    ]
    back = office.undo(done)
    assert forms_of(office) == [(date(2026, 1, 1), LATEST, ALLOWANCE)]
    office.undo(back)
    assert len(forms_of(office)) == 3


def test_the_days_of_a_fee_become_fee_work() -> None:
    office = Office(liisa=with_forms(("2026-01-01", "", ALLOWANCE)))
    terms = make_benefits.fee(client=office.liisa.id, days=_days("2026-05-01", "2026-05-31"))
    office.do(save_fee_terms, SaveFeeTerms(terms=terms))
    ask = AgreeFeeOfWork(terms=terms.id)
    done = office.do(agree_fee_of_work, ask, Role.JOB_COACH)
    assert [form for *_, form in forms_of(office)] == [ALLOWANCE, FEE, ALLOWANCE]
    assert problems(office, agree_fee_of_work, ask) == [(Code.NOTHING_TO_DO, "")]
    office.undo(done)
    assert [form for *_, form in forms_of(office)] == [ALLOWANCE]


def test_days_that_were_paid_as_allowance_stay_so() -> None:
    office = Office(liisa=with_forms(("2026-01-01", "", ALLOWANCE)))
    employment = agreed(office, days=_days("2026-08-15", "2026-11-30"))
    office.approve(Month(2026, 9), ledger=Ledger.ALLOWANCE, days=5)
    office.do(agree_form_of_work, AgreeFormOfWork(employment=employment))
    assert [(str(first), form) for first, _, form in forms_of(office)] == [
        ("2026-01-01", ALLOWANCE),
        ("2026-08-15", EMPLOYMENT),
        ("2026-09-01", ALLOWANCE),
        ("2026-10-01", EMPLOYMENT),
        ("2026-12-01", ALLOWANCE),
    ]
    ask = AgreeFormOfWork(employment=employment)
    assert problems(office, agree_form_of_work, ask) == [(Code.NOTHING_TO_DO, "")]


def test_a_payout_that_was_reopened_has_not_been_paid() -> None:
    office = Office(liisa=with_forms(("2026-01-01", "", ALLOWANCE)))
    employment = agreed(office, days=_days("2026-09-01", "2026-09-30"))
    paid = office.approve(Month(2026, 9), ledger=Ledger.ALLOWANCE, days=5)
    office.add(
        "pay.reopenings",
        Reopening(payout=paid.id, client=office.liisa.id, reason="Väärin", by=make.MANAGER, at=CLOCK.now()),
    )
    office.do(agree_form_of_work, AgreeFormOfWork(employment=employment))
    assert [form for *_, form in forms_of(office)] == [ALLOWANCE, EMPLOYMENT, ALLOWANCE]


def test_what_is_employment_already_is_not_done_again() -> None:
    office = Office(liisa=with_forms(("2026-01-01", "", EMPLOYMENT)))
    ask = AgreeFormOfWork(employment=agreed(office))
    assert problems(office, agree_form_of_work, ask) == [(Code.NOTHING_TO_DO, "")]


def test_a_coach_of_the_site_may_not() -> None:
    office = Office(liisa=with_forms(("2026-01-01", "", ALLOWANCE)))
    ask = AgreeFormOfWork(employment=agreed(office))
    with pytest.raises(Refused):
        office.do(agree_form_of_work, ask, Role.WORK_COACH)
    assert forms_of(office) == [(date(2026, 1, 1), LATEST, ALLOWANCE)]


def test_forms_that_somebody_changed_since_are_not_put_back() -> None:
    office = Office(liisa=with_forms(("2026-01-01", "", ALLOWANCE)))
    done = office.do(agree_form_of_work, AgreeFormOfWork(employment=agreed(office)))
    with office.store.open_books() as books:
        stored = books.clients.get(office.liisa.id)
        books.clients.save(with_form(stored, _days("2026-06-01", "2026-06-30"), FEE))
        books.commit()
    with pytest.raises(Refused) as refused:
        office.undo(done)
    assert refused.value.problems[0].code is Code.CHANGED_ELSEWHERE


@pytest.mark.parametrize(
    ("forms", "for_a_job", "gaps"),
    [
        ((("2026-01-01", "", EMPLOYMENT),), False, []),
        ((("2026-01-01", "", ALLOWANCE),), False, [_days("2026-03-01", "2026-06-30")]),
        ((("2026-01-01", "", ALLOWANCE),), True, []),
        ((("2026-01-01", "", FEE),), True, [_days("2026-03-01", "2026-06-30")]),
        ((), True, [_days("2026-03-01", "2026-06-30")]),
        (
            (("2026-01-01", "2026-03-31", ALLOWANCE), ("2026-05-01", "", EMPLOYMENT)),
            False,
            [_days("2026-03-01", "2026-04-30")],
        ),
        ((("2026-04-01", "", EMPLOYMENT),), False, [_days("2026-03-01", "2026-03-31")]),
    ],
)
def test_days_whose_work_would_not_be_paid_as_wage(
    forms: tuple[tuple[str, str, FormOfWork], ...], for_a_job: bool, gaps: list[DateRange]
) -> None:
    client, days = with_forms(*forms), _days("2026-03-01", "2026-06-30")
    job = make.job().id if for_a_job else None
    record = make_benefits.employment(client=client.id, days=days, job=job)
    assert list(days_without_wage(client, record)) == gaps
