"""The check list: every ground, every condition known, unknown and against, and how the answer follows."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.benefits.records import SubsidyFacts
from subcontract.benefits.subsidy_check import Answer, SubsidyCheck, check_subsidy, working
from subcontract.benefits.subsidy_conditions import About
from subcontract.benefits.subsidy_facts import Asked, EmployerKind, PlannedWork, age_on
from subcontract.benefits.subsidy_words import GROUNDS, WORDS
from subcontract.days import DateRange
from subcontract.people.unit import ProviderKind
from subcontract.problems import Code, Refused
from subcontract.rules import SubsidyKind
from tests import make_benefits

ON = date(2026, 11, 22)
BORN = date(1990, 5, 1)
IN_ORDER: dict[str, Any] = {
    "jobseeker": True,
    "plan_states_subsidy": True,
    "collective_agreement": True,
    "had_subsidy": False,
    "redundancies": False,
    "distorts_competition": False,
    "unpaid_dues": False,
    "convictions": False,
    "other_aid": False,
    "reduced_capacity": False,
    "lacks_skills": False,
    "unemployed_of_14": 0,
    "unemployed_of_28": 0,
    "unemployed_in_a_row": 0,
    "months_without_work": 0,
    "without_qualification": False,
    "integration_plan": False,
}
"""Everything known, nothing against, and no ground of any kind."""
AGREED = PlannedWork(
    employer=EmployerKind.COUNTY,
    in_market=False,
    start=date(2027, 1, 4),
    decided_on=date(2026, 12, 15),
    weekly_hours=Decimal(20),
    full_hours=Decimal("37.5"),
    by_result_alone=False,
)
CAPACITY: dict[str, Any] = {"reduced_capacity": True, "certificate": date(2026, 10, 5)}
SKILLS: dict[str, Any] = {
    "lacks_skills": True,
    "without_qualification": True,
    "long_unemployment_likely": True,
}


def check(born: date | None = BORN, work: PlannedWork = AGREED, **person: Any) -> SubsidyCheck:
    facts = make_benefits.facts(checked_on=ON, **{**IN_ORDER, **person})
    return check_subsidy(Asked(person=facts, work=work, born=born, full_pension=False))


def of(found: SubsidyCheck, ground: SubsidyKind) -> Any:
    return next(one for one in found.grounds if one.ground is ground)


def against(found: SubsidyCheck) -> list[str]:
    return [one.id for one in found.best.conditions if one.met is False]


# --- each ground -----------------------------------------------------------------------------


def test_nobody_gets_it_without_a_ground() -> None:
    assert check().answer is Answer.NO
    assert all(one.answer is Answer.NO for one in check().grounds)


@pytest.mark.parametrize(
    ("person", "born", "ground", "percentage", "months"),
    [
        (CAPACITY, BORN, SubsidyKind.REDUCED_CAPACITY, 70, 10),
        (SKILLS, BORN, SubsidyKind.BASIC, 50, 5),
        ({**SKILLS, "unemployed_of_14": 12}, BORN, SubsidyKind.LONG_UNEMPLOYED, 50, 10),
        ({"unemployed_of_14": 12}, date(1966, 12, 15), SubsidyKind.OVER_60, 50, 24),
        ({**CAPACITY, **SKILLS, "unemployed_of_14": 14}, BORN, SubsidyKind.REDUCED_CAPACITY, 70, 10),
        ({"apprenticeship": True}, BORN, SubsidyKind.APPRENTICESHIP, 50, None),
        ({"apprenticeship": True, **CAPACITY}, BORN, SubsidyKind.APPRENTICESHIP, 70, None),
    ],
)
def test_eligible_when_everything_is_met(
    person: dict[str, Any], born: date, ground: SubsidyKind, percentage: int, months: int | None
) -> None:
    found = check(born, **person)
    assert (found.answer, found.best.ground) == (Answer.ELIGIBLE, ground)
    assert (found.best.percentage, found.best.months) == (Decimal(percentage), months)
    assert found.missing == ()


@pytest.mark.parametrize(
    ("hours", "full", "eligible"),
    [("25", "37.5", True), ("24.9", "37.5", False), ("22.75", "35", True), ("22.7", "35", False)],
)
def test_the_aid_at_55_asks_for_hours(hours: str, full: str, eligible: bool) -> None:
    work = replace(AGREED, weekly_hours=Decimal(hours), full_hours=Decimal(full))
    found = of(check(date(1971, 12, 15), work, unemployed_of_28=24), SubsidyKind.AID_55)
    assert found.answer is (Answer.ELIGIBLE if eligible else Answer.NO)


@pytest.mark.parametrize("ways", [CAPACITY, SKILLS])
def test_100_per_cent_is_for_an_association_outside_business(ways: dict[str, Any]) -> None:
    person = {**ways, "unemployed_of_28": 24, "redundancies": True}
    association = replace(AGREED, employer=EmployerKind.ASSOCIATION)
    found = check(BORN, association, **person)
    assert (found.answer, found.best.ground) == (Answer.ELIGIBLE, SubsidyKind.FULL)
    assert (found.best.percentage, found.best.months) == (Decimal(100), 10)
    for work in (AGREED, replace(association, in_market=True)):
        assert of(check(BORN, work, **person), SubsidyKind.FULL).answer is Answer.NO
    few = of(check(BORN, association, **(person | {"unemployed_of_28": 23})), SubsidyKind.FULL)
    assert few.answer is Answer.NO
    no_way = of(check(BORN, association, unemployed_of_28=24), SubsidyKind.FULL)
    assert [one.id for one in no_way.conditions if one.met is False] == ["skills_or_capacity"]


def test_what_is_unknown_of_the_purpose_at_100_per_cent() -> None:
    association = replace(AGREED, employer=EmployerKind.ASSOCIATION)
    person = {"unemployed_of_28": 24, "without_qualification": True, "lacks_skills": None}
    found = of(check(BORN, association, **person), SubsidyKind.FULL)
    assert found.answer is Answer.LIKELY
    against_skills = of(check(BORN, association, **(person | {"lacks_skills": False})), SubsidyKind.FULL)
    assert against_skills.answer is Answer.NO


@pytest.mark.parametrize(
    ("employer", "grounds"),
    [
        (EmployerKind.COUNTY, {SubsidyKind.REDUCED_CAPACITY, SubsidyKind.BASIC, SubsidyKind.LONG_UNEMPLOYED}),
        (
            EmployerKind.COMPANY,
            {SubsidyKind.REDUCED_CAPACITY, SubsidyKind.BASIC, SubsidyKind.LONG_UNEMPLOYED},
        ),
        (EmployerKind.MUNICIPALITY, {SubsidyKind.REDUCED_CAPACITY}),
        (EmployerKind.STATE, set()),
    ],
)
def test_what_each_kind_of_employer_can_get(employer: EmployerKind, grounds: set[SubsidyKind]) -> None:
    work = replace(AGREED, employer=employer)
    found = check(BORN, work, **CAPACITY, **SKILLS, unemployed_of_14=12)
    eligible = {one.ground for one in found.grounds if one.answer is Answer.ELIGIBLE}
    assert eligible == grounds


def test_a_municipality_gets_it_for_old_and_for_disabled_apprentices() -> None:
    work = replace(AGREED, employer=EmployerKind.MUNICIPALITY)
    assert check(date(1966, 1, 1), work, unemployed_of_14=12).best.ground is SubsidyKind.OVER_60
    assert check(BORN, work, apprenticeship=True).answer is Answer.NO
    assert check(BORN, work, apprenticeship=True, **CAPACITY).answer is Answer.ELIGIBLE


# --- ages and days ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("2001-11-22", "2026-11-21", 24),
        ("2001-11-22", "2026-11-22", 25),
        ("2004-02-29", "2026-02-28", 21),
        ("2004-02-29", "2026-03-01", 22),
        ("2004-02-29", "2028-02-29", 24),
    ],
)
def test_age(born: str, day: str, age: int) -> None:
    assert age_on(date.fromisoformat(born), date.fromisoformat(day)) == age


@given(st.dates(date(1940, 1, 1), date(2010, 12, 31)), st.dates(date(2025, 1, 1), date(2060, 12, 31)))
def test_a_person_gets_older_by_one_within_a_year(born: date, day: date) -> None:
    later = date(day.year + 1, day.month, min(day.day, 28))
    assert age_on(born, later) - age_on(born, day) in {0, 1}
    assert age_on(born, born) == 0


@pytest.mark.parametrize(
    ("born", "young", "older"),
    [
        ("2011-12-16", False, False),
        ("2011-12-15", True, False),
        ("2001-12-16", True, False),
        ("2001-12-15", False, False),
        ("1976-12-16", False, False),
        ("1976-12-15", False, True),
    ],
)
def test_the_target_groups_by_age_on_the_day_of_granting(born: str, young: bool, older: bool) -> None:
    person: dict[str, Any] = {"lacks_skills": True, "long_unemployment_likely": True}
    found = of(check(date.fromisoformat(born), **person), SubsidyKind.BASIC)
    assert (found.answer is Answer.ELIGIBLE) is (young or older)


@pytest.mark.parametrize(
    "group",
    [{"without_qualification": True}, {"integration_plan": True}, {"months_without_work": 6}],
)
def test_the_other_target_groups(group: dict[str, Any]) -> None:
    person = {"lacks_skills": True, "unemployed_in_a_row": 12, **group}
    assert of(check(**person), SubsidyKind.BASIC).answer is Answer.ELIGIBLE


@pytest.mark.parametrize("months", [5, None])
def test_a_group_that_is_not_known_yet(months: int | None) -> None:
    person: dict[str, Any] = {
        "lacks_skills": True,
        "unemployed_in_a_row": 12,
        "months_without_work": months,
    }
    found = of(check(**person), SubsidyKind.BASIC)
    assert found.answer is (Answer.NO if months else Answer.UNKNOWN)


@pytest.mark.parametrize(
    ("start", "decided", "met"),
    [
        (None, None, None),
        ("2027-01-04", None, None),
        ("2026-11-22", None, False),
        ("2026-11-23", None, None),
        ("2027-01-04", "2027-01-03", True),
        ("2027-01-04", "2027-01-04", False),
        ("2027-01-04", "2027-01-05", False),
    ],
)
def test_the_decision_comes_before_the_start(
    start: str | None, decided: str | None, met: bool | None
) -> None:
    work = replace(
        AGREED,
        start=date.fromisoformat(start) if start else None,
        decided_on=date.fromisoformat(decided) if decided else None,
    )
    found = check(BORN, work, **CAPACITY)
    (row,) = [one for one in found.best.conditions if one.id == "decision_before_start"]
    assert row.met is met
    assert row.section == "380/2023 84 § 1 mom"
    assert found.answer is {True: Answer.ELIGIBLE, False: Answer.NO, None: Answer.LIKELY}[met]


@pytest.mark.parametrize(
    ("ended", "met"), [("2023-12-16", False), ("2023-12-15", True), ("2020-02-29", True)]
)
def test_an_earlier_subsidy_with_the_same_employer(ended: str, met: bool) -> None:
    person: dict[str, Any] = {"had_subsidy": True, "earlier_subsidy_end": date.fromisoformat(ended)}
    assert (check(**SKILLS, **person).answer is Answer.ELIGIBLE) is met
    assert check(**CAPACITY, **person).answer is Answer.ELIGIBLE  # 87 § 1 mom
    ended_only: dict[str, Any] = {"had_subsidy": None, "earlier_subsidy_end": date.fromisoformat(ended)}
    assert (check(**SKILLS, **ended_only).answer is Answer.ELIGIBLE) is met


def test_an_earlier_subsidy_whose_end_is_not_known() -> None:
    found = check(**SKILLS, had_subsidy=True)
    assert found.answer is Answer.LIKELY
    assert [one.id for one in found.missing] == ["no_earlier_subsidy"]


# --- what stands in the way ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("person", "work", "id_"),
    [
        ({"jobseeker": False}, {}, "jobseeker"),
        ({"plan_states_subsidy": False}, {}, "in_plan"),
        ({"collective_agreement": False}, {}, "agreed_pay"),
        ({"distorts_competition": True}, {}, "no_distortion"),
        ({"unpaid_dues": True}, {}, "no_unpaid_dues"),
        ({"convictions": True}, {}, "no_convictions"),
        ({"other_aid": True}, {}, "no_other_aid"),
        ({"redundancies": True}, {"in_market": True}, "no_redundancies"),
        ({"redundancies": True}, {"employer": EmployerKind.COMPANY}, "no_redundancies"),
        ({}, {"by_result_alone": True}, "not_by_result_alone"),
        ({}, {"weekly_hours": Decimal(0)}, "agreed_hours"),
        ({}, {"employer": EmployerKind.STATE}, "employer_may"),
    ],
)
def test_each_thing_in_the_way_alone(person: dict[str, Any], work: dict[str, Any], id_: str) -> None:
    found = check(BORN, replace(AGREED, **work), **(CAPACITY | person))
    assert found.answer is Answer.NO
    assert against(found) == [id_]


def test_redundancies_do_not_matter_to_a_county_outside_the_market() -> None:
    assert check(**CAPACITY, redundancies=True).answer is Answer.ELIGIBLE


def test_a_full_pension_is_an_open_point_for_ever() -> None:
    facts = make_benefits.facts(checked_on=ON, **(IN_ORDER | CAPACITY))
    found = check_subsidy(Asked(person=facts, work=AGREED, born=BORN, full_pension=True))
    assert found.answer is Answer.LIKELY
    assert [one.id for one in found.missing] == ["full_pension"]


# --- an extension ----------------------------------------------------------------------------

PERIOD = DateRange(date(2026, 2, 1), date(2026, 11, 30))
LONGER = replace(AGREED, extends=PERIOD, applied_on=date(2026, 11, 1), start=PERIOD.first, decided_on=None)
EXTENDED = CAPACITY | {"adjustments_made": True, "lasting_reduction": True, "jobseeker": False}


def test_an_extension_needs_neither_jobseeking_nor_a_decision_before_the_start() -> None:
    found = check(BORN, LONGER, **EXTENDED, had_subsidy=True)
    assert (found.answer, found.best.ground) == (
        Answer.ELIGIBLE,
        SubsidyKind.REDUCED_CAPACITY_EXTENSION,
    )
    assert (found.best.percentage, found.best.months) == (Decimal(70), 24)


@pytest.mark.parametrize(
    ("person", "applied", "answer", "row"),
    [
        ({"certificate": date(2026, 1, 31)}, "2026-11-01", Answer.NO, "certificate_of_period"),
        ({"certificate": None}, "2026-11-01", Answer.LIKELY, "certificate_of_period"),
        ({"adjustments_made": False}, "2026-11-01", Answer.NO, "adjustments_made"),
        ({"lasting_reduction": None}, "2026-11-01", Answer.LIKELY, "lasting_reduction"),
        ({}, "2026-12-01", Answer.NO, "applied_before_end"),
        ({}, "", Answer.LIKELY, "applied_before_end"),
    ],
)
def test_what_an_extension_needs(person: dict[str, Any], applied: str, answer: Answer, row: str) -> None:
    work = replace(LONGER, applied_on=date.fromisoformat(applied) if applied else None)
    found = of(check(BORN, work, **(EXTENDED | person)), SubsidyKind.REDUCED_CAPACITY_EXTENSION)
    assert found.answer is answer
    assert [one.id for one in found.conditions if one.met is not True] == [row]


def test_an_extension_not_applied_for_in_time() -> None:
    late = replace(LONGER, extends=DateRange(date(2026, 2, 1), date(2026, 11, 21)), applied_on=None)
    found = of(check(BORN, late, **EXTENDED), SubsidyKind.REDUCED_CAPACITY_EXTENSION)
    assert found.answer is Answer.NO


def test_an_extension_over_60_needs_no_certificate() -> None:
    found = check(date(1960, 1, 1), LONGER)
    assert (found.answer, found.best.ground) == (Answer.ELIGIBLE, SubsidyKind.OVER_60)


# --- the answer ------------------------------------------------------------------------------


def test_nothing_known_cannot_be_said() -> None:
    found = check_subsidy(Asked(person=make_benefits.facts(), work=PlannedWork()))
    assert found.answer is Answer.UNKNOWN
    assert {one.id for one in found.missing} >= {"jobseeker", "decision_before_start", "employer_may"}


def test_a_day_before_the_act_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        check_subsidy(Asked(person=make_benefits.facts(checked_on=date(2024, 12, 31)), work=PlannedWork()))
    assert refused.value.code is Code.RULE_NOT_KNOWN_YET


def test_the_working_shows_the_share_and_the_conflict_of_the_cap() -> None:
    asked = Asked(person=make_benefits.facts(**(IN_ORDER | CAPACITY)), work=AGREED, born=BORN)
    lines = working(check_subsidy(asked), asked)
    assert [line.rate for line in lines] == [Decimal(70), Decimal("1770.00"), None, Decimal("2770.00")]
    assert lines[0].what == GROUNDS[SubsidyKind.REDUCED_CAPACITY]
    assert "2,770" in lines[-1].what
    no = Asked(person=make_benefits.facts(**IN_ORDER), work=AGREED, born=BORN)
    assert working(check_subsidy(no), no) == ()
    apprentice = Asked(person=make_benefits.facts(**IN_ORDER, apprenticeship=True), work=AGREED, born=BORN)
    assert [line.rate for line in working(check_subsidy(apprentice), apprentice)] == [
        Decimal(50),
        Decimal("1260.00"),
    ]


def test_the_kinds_of_providers_are_kinds_of_employers() -> None:
    assert {one.value for one in ProviderKind} <= {one.value for one in EmployerKind}
    assert set(GROUNDS) == set(SubsidyKind)


def _value(name: str, kind: Any) -> st.SearchStrategy[Any]:
    """A fact that is known, or not."""
    if bool in get_args(kind):
        return st.none() | st.booleans()
    if int in get_args(kind):
        return st.none() | st.integers(0, 28)
    return st.none() | st.dates(date(2020, 1, 1), date(2027, 12, 31))


HINTS = get_type_hints(SubsidyFacts)
OPEN = [one.name for one in fields(SubsidyFacts) if type(None) in get_args(HINTS[one.name])]
FACTS = st.fixed_dictionaries({name: _value(name, HINTS[name]) for name in OPEN})
WORKS = st.builds(
    PlannedWork,
    employer=st.none() | st.sampled_from(EmployerKind),
    in_market=st.none() | st.booleans(),
    start=st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    decided_on=st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    weekly_hours=st.none() | st.integers(0, 40).map(Decimal),
    by_result_alone=st.none() | st.booleans(),
    extends=st.none() | st.just(PERIOD),
)
BIRTHS = st.none() | st.dates(date(1950, 1, 1), date(2011, 12, 31))


@given(FACTS, WORKS, BIRTHS, st.none() | st.booleans())
def test_the_answer_follows_from_the_rows(
    person: dict[str, Any], work: PlannedWork, born: date | None, pension: bool | None
) -> None:
    found = check_subsidy(
        Asked(person=make_benefits.facts(**person), work=work, born=born, full_pension=pension)
    )
    answers = list(Answer)
    assert [answers.index(one.answer) for one in found.grounds] == sorted(
        answers.index(one.answer) for one in found.grounds
    )
    for ground in found.grounds:
        met = [row.met for row in ground.conditions]
        assert len({row.id for row in ground.conditions}) == len(met)
        assert all(row.text and row.section and row.id in WORDS for row in ground.conditions)
        person_open = any(row.met is None and row.about is About.PERSON for row in ground.conditions)
        assert (ground.answer is Answer.NO) is (False in met)
        assert (ground.answer is Answer.ELIGIBLE) is all(met)
        assert (ground.answer is Answer.UNKNOWN) is (person_open and False not in met)


@given(FACTS, WORKS, BIRTHS, st.sampled_from(OPEN), st.data())
def test_learning_a_fact_never_turns_eligible_into_anything_else(
    person: dict[str, Any], work: PlannedWork, born: date | None, name: str, data: st.DataObject
) -> None:
    """An answer that stands is not shaken by something that it did not wait for."""
    unknown = make_benefits.facts(**(person | {name: None}))
    before = check_subsidy(Asked(person=unknown, work=work, born=born))
    if name in {"apprenticeship", "earlier_subsidy_end", "unemployed_in_a_row", "reduced_capacity"}:
        return  # these choose between ground, share and ways to the same condition
    known = replace(unknown, **{name: data.draw(_value(name, HINTS[name]))})
    after = check_subsidy(Asked(person=known, work=work, born=born))
    for ground in before.grounds:
        same = of(after, ground.ground)
        if ground.answer is Answer.ELIGIBLE:
            assert same.answer is Answer.ELIGIBLE
        if ground.answer is Answer.NO:
            assert same.answer is Answer.NO
