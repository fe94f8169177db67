"""Every ground has the conditions and sections that the act gives it, and no other."""

from datetime import date

import pytest

from subcontract.benefits.subsidy_check import Answer, check_subsidy
from subcontract.benefits.subsidy_facts import Asked, EmployerKind, PlannedWork
from subcontract.benefits.subsidy_grounds import CONDITIONS
from subcontract.days import DateRange
from subcontract.rules import SubsidyKind
from tests import make_benefits

PERSON = {"jobseeker": "3 §, 81 §", "in_plan": "81 §"}
START = {
    "decision_before_start": "84 § 1 mom",
    "agreed_pay": "84 § 2 mom",
    "not_by_result_alone": "84 § 2 mom",
    "agreed_hours": "",
}
PAY = {name: section for name, section in START.items() if name != "decision_before_start"}
EMPLOYER = {
    "no_redundancies": "83 § 3 mom 1 k",
    "no_distortion": "83 § 3 mom 2 k",
    "no_unpaid_dues": "83 § 3 mom 3 k",
    "no_convictions": "83 § 3 mom 4 k",
}
OTHER_AID = {"no_other_aid": "83 § 3 mom 6 k"}
AIDS = {"no_earlier_subsidy": "83 § 3 mom 5 k", **OTHER_AID}
SKILLS = {
    "target_group": "82 § 1 mom",
    "lacks_skills": "82 § 2 mom",
    "long_unemployment": "82 § 2 mom",
    "employer_may": "83 § 1 mom",
}
EXPECTED = {
    SubsidyKind.BASIC: PERSON | SKILLS | START | EMPLOYER | AIDS,
    SubsidyKind.LONG_UNEMPLOYED: PERSON | SKILLS | START | EMPLOYER | AIDS | {"unemployed_year": "86 §"},
    SubsidyKind.REDUCED_CAPACITY: PERSON
    | {"reduced_capacity": "87 § 1 mom", "certificate": "87 §", "employer_may": "83 § 1 mom, 87 §"}
    | START
    | EMPLOYER
    | OTHER_AID,
    SubsidyKind.REDUCED_CAPACITY_EXTENSION: {
        "reduced_capacity": "87 § 1 mom",
        "certificate_of_period": "87 § 3 mom 1 k",
        "adjustments_made": "87 § 3 mom 2 k",
        "lasting_reduction": "87 § 3 mom 3 k",
        "applied_before_end": "87 § 3 mom 4 k",
        "employer_may": "83 § 1 mom, 87 §",
    }
    | PAY
    | EMPLOYER,
    SubsidyKind.FULL: PERSON
    | {
        "skills_or_capacity": "82 §, 87 §",
        "unemployed_two_years": "88 § 1 mom",
        "employer_may": "88 § 1 mom",
        "not_business": "88 § 1 mom",
    }
    | START
    | {name: section for name, section in EMPLOYER.items() if name != "no_redundancies"}
    | AIDS,
    SubsidyKind.OVER_60: PERSON
    | {
        "old_enough": "89 § 1 mom 1 k",
        "unemployed_year": "89 § 1 mom 2 k",
        "employer_may": "83 § 1 mom, 89 §",
    }
    | START
    | EMPLOYER
    | AIDS,
    SubsidyKind.AID_55: {
        "jobseeker": "3 §, 81 §",
        "old_enough": "95 § 1 mom",
        "unemployed_two_years": "95 § 1 mom",
        "employer_may": "95 § 1 mom",
        "enough_hours": "95 § 2 mom",
        "agreed_pay": "95 § 2 mom",
        "no_redundancies": "95 § 3 mom 1 k",
        "no_unpaid_dues": "95 § 3 mom 2 k",
        "no_convictions": "95 § 3 mom 3 k",
        "no_earlier_subsidy": "95 § 3 mom 4 k",
        "no_other_aid": "95 § 3 mom 5 k",
        "not_by_result_alone": "95 § 3 mom 6 k",
        "decision_before_start": "95 § 3 mom 7 k",
    },
    SubsidyKind.APPRENTICESHIP: PERSON
    | {"apprenticeship": "90 §", "employer_may": "83 § 1 mom, 90 §"}
    | START
    | EMPLOYER
    | AIDS,
}
UNKNOWN = Asked(person=make_benefits.facts(), work=PlannedWork())


def rows(ground: SubsidyKind, asked: Asked) -> dict[str, str]:
    """The sections by the ids of the rows; what no section gives is empty."""
    return {
        row.id: row.section.removeprefix("380/2023 ") if row.section.startswith("380") else ""
        for row in CONDITIONS[ground](asked)
    }


@pytest.mark.parametrize("ground", list(SubsidyKind))
def test_the_conditions_of_each_ground(ground: SubsidyKind) -> None:
    assert rows(ground, UNKNOWN) == EXPECTED[ground]


def test_an_extension_over_60_asks_for_less() -> None:
    period = DateRange(date(2026, 2, 1), date(2026, 11, 30))
    longer = Asked(person=make_benefits.facts(), work=PlannedWork(extends=period))
    assert rows(SubsidyKind.OVER_60, longer) == {
        "old_enough": "89 § 1 mom 1 k",
        "employer_may": "83 § 1 mom, 89 §",
        "applied_before_end": "89 § 2 mom",
        **EMPLOYER,
        **PAY,
    }


@pytest.mark.parametrize("ground", [SubsidyKind.BASIC, SubsidyKind.REDUCED_CAPACITY, SubsidyKind.OVER_60])
@pytest.mark.parametrize(
    ("employer", "in_market", "asked_for"),
    [
        (EmployerKind.COUNTY, False, False),
        (EmployerKind.COUNTY, None, True),
        (EmployerKind.COUNTY, True, True),
        (EmployerKind.MUNICIPALITY, False, False),
        (EmployerKind.COMPANY, False, True),
        (None, False, True),
    ],
)
def test_redundancies_are_asked_for_unless_a_public_employer_is_outside_the_market(
    ground: SubsidyKind, employer: EmployerKind | None, in_market: bool | None, asked_for: bool
) -> None:
    work = PlannedWork(employer=employer, in_market=in_market)
    found = rows(ground, Asked(person=make_benefits.facts(), work=work))
    assert ("no_redundancies" in found) is asked_for


def test_a_full_pension_is_a_row_of_its_own() -> None:
    asked = Asked(person=make_benefits.facts(), work=PlannedWork(), full_pension=True)
    with_row = {ground for ground in SubsidyKind if "full_pension" in rows(ground, asked)}
    assert with_row == set(SubsidyKind) - {SubsidyKind.REDUCED_CAPACITY_EXTENSION}


def test_of_unknown_grounds_the_one_that_waits_for_least_comes_first() -> None:
    # a jobseeker at a county, all else unknown: work capacity is one fact away, the others more
    person = make_benefits.facts(jobseeker=True)
    found = check_subsidy(Asked(person=person, work=PlannedWork(employer=EmployerKind.COUNTY)))
    assert (found.answer, found.best.ground) == (Answer.UNKNOWN, SubsidyKind.REDUCED_CAPACITY)
    # months known: the aid at 55 waits for the age alone, and so do two grounds of a lower share
    known = make_benefits.facts(
        jobseeker=True, reduced_capacity=False, unemployed_of_14=14, unemployed_of_28=28
    )
    work = PlannedWork(employer=EmployerKind.COUNTY)
    found = check_subsidy(Asked(person=known, work=work))
    assert (found.answer, found.best.ground) == (Answer.UNKNOWN, SubsidyKind.AID_55)


def test_of_grounds_that_are_ruled_out_the_nearest_comes_first() -> None:
    person = make_benefits.facts(
        jobseeker=False, reduced_capacity=True, unemployed_of_14=0, unemployed_of_28=0
    )
    work = PlannedWork(employer=EmployerKind.COUNTY)
    found = check_subsidy(Asked(person=person, work=work, born=date(1990, 5, 1)))
    assert (found.answer, found.best.ground) == (Answer.NO, SubsidyKind.REDUCED_CAPACITY)
