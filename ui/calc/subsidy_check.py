"""Kind ``subsidy-check``: whether a wage subsidy can be had, condition by condition."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from subcontract.benefits.records import SubsidyFacts
from subcontract.benefits.subsidy_check import SubsidyCheck, check_subsidy, working
from subcontract.benefits.subsidy_conditions import Condition
from subcontract.benefits.subsidy_facts import Asked, EmployerKind, PlannedWork
from subcontract.days import DateRange
from subcontract.ids import ClientId, SubsidyFactsId
from subcontract.problems import Code, Refused, refuse
from subcontract.words import N_
from ui.calc.case import Answer, Case, Field, Said
from ui.calc.kinds import Kind

NOBODY = UUID(int=0)
WHETHER = N_("true or false; left out while not known")
MONTHS = N_("whole months; left out while not known")
DAY = N_("date; left out while there is none")


def answer(case: Case) -> Answer:
    """The answer, and every condition of the ground that comes nearest."""
    asked = _asked(case)
    check = _checked(case, asked)
    result = {"answer": check.answer.value, "conditions": [_row(one) for one in check.best.conditions]}
    return Answer(result=result, lines=working(check, asked))


def _row(condition: Condition) -> dict[str, object]:
    return {
        "id": condition.id,
        "met": condition.met,
        "section": condition.section,
        "text": Said(text=condition.text, facts=condition.facts),
    }


def _checked(case: Case, asked: Asked) -> SubsidyCheck:
    """Look at the grounds; a day for which the rules are not known is refused by its field."""
    try:
        return check_subsidy(asked)
    except Refused as refused:
        problem = refused.problems[0]
        raise refuse(
            problem.code, "decision" if case.given("decision") else "date", **problem.facts
        ) from None


# --- reading the facts -----------------------------------------------------------------------


def _asked(case: Case) -> Asked:
    """Read the person, the employer and the employment."""
    on = case.day("date")
    born = _day(case, "birth_date")
    if born is not None and born > on:
        raise refuse(Code.TOO_LARGE, "birth_date", most=on)
    return Asked(
        person=_person(case, on), work=_work(case), born=born, full_pension=case.fact("full_pension")
    )


def _person(case: Case, on: date) -> SubsidyFacts:
    return SubsidyFacts(
        id=SubsidyFactsId(NOBODY),
        client=ClientId(NOBODY),
        checked_on=on,
        jobseeker=case.fact("jobseeker"),
        unemployed_of_14=_months(case, "unemployed_of_14"),
        unemployed_of_28=_months(case, "unemployed_of_28"),
        unemployed_in_a_row=_months(case, "unemployed_in_a_row"),
        long_unemployment_likely=case.fact("long_unemployment_likely"),
        months_without_work=_months(case, "months_without_work"),
        without_qualification=case.fact("without_qualification"),
        integration_plan=case.fact("integration_plan"),
        lacks_skills=case.fact("lacks_skills"),
        reduced_capacity=case.fact("reduced_capacity"),
        certificate=_day(case, "certificate"),
        adjustments_made=case.fact("adjustments_made"),
        lasting_reduction=case.fact("lasting_reduction"),
        apprenticeship=case.fact("apprenticeship"),
        plan_states_subsidy=case.fact("plan_states_subsidy"),
        collective_agreement=case.fact("collective_agreement"),
        had_subsidy=case.fact("had_subsidy"),
        earlier_subsidy_end=_day(case, "earlier_subsidy_end"),
        redundancies=case.fact("redundancies"),
        distorts_competition=case.fact("distorts_competition"),
        unpaid_dues=case.fact("unpaid_dues"),
        convictions=case.fact("convictions"),
        other_aid=case.fact("other_aid"),
    )


def _work(case: Case) -> PlannedWork:
    return PlannedWork(
        employer=case.choice("employer", EmployerKind) if case.given("employer") else None,
        in_market=case.fact("in_market"),
        start=_day(case, "start"),
        decided_on=_day(case, "decision"),
        weekly_hours=_hours(case, "weekly_hours"),
        full_hours=_hours(case, "full_hours"),
        by_result_alone=case.fact("by_result_alone"),
        extends=_period(case),
        applied_on=_day(case, "applied"),
    )


def _period(case: Case) -> DateRange | None:
    """The running period when an extension is asked for."""
    if not case.given("period_from") and not case.given("period_to"):
        return None
    first, last = case.day("period_from"), case.day("period_to")
    if last < first:
        raise refuse(Code.ENDS_BEFORE_START, "period_to")
    return DateRange(first, last)


def _day(case: Case, name: str) -> date | None:
    return case.day(name) if case.given(name) else None


def _months(case: Case, name: str) -> int | None:
    if not case.given(name):
        return None
    months = case.whole(name)
    if months < 0:
        raise refuse(Code.NEGATIVE, name)
    return months


def _hours(case: Case, name: str) -> Decimal | None:
    if not case.given(name):
        return None
    hours = case.number(name)
    if hours < 0:
        raise refuse(Code.NEGATIVE, name)
    return hours


KIND = Kind(
    purpose=N_("Whether a wage subsidy can be had for a person and an employment, condition by condition"),
    fields=(
        Field(name="date", unit=N_("date of the check")),
        Field(name="birth_date", unit=DAY),
        Field(name="jobseeker", unit=WHETHER),
        Field(name="full_pension", unit=WHETHER),
        Field(name="unemployed_of_14", unit=MONTHS),
        Field(name="unemployed_of_28", unit=MONTHS),
        Field(name="unemployed_in_a_row", unit=MONTHS),
        Field(name="long_unemployment_likely", unit=WHETHER),
        Field(name="months_without_work", unit=MONTHS),
        Field(name="without_qualification", unit=WHETHER),
        Field(name="integration_plan", unit=WHETHER),
        Field(name="lacks_skills", unit=WHETHER),
        Field(name="reduced_capacity", unit=WHETHER),
        Field(name="certificate", unit=DAY),
        Field(name="adjustments_made", unit=WHETHER),
        Field(name="lasting_reduction", unit=WHETHER),
        Field(name="apprenticeship", unit=WHETHER),
        Field(name="plan_states_subsidy", unit=WHETHER),
        Field(name="employer", unit=N_("county, municipality, association, company or state")),
        Field(name="in_market", unit=WHETHER),
        Field(name="start", unit=N_("first day of the employment; left out while not known")),
        Field(name="decision", unit=N_("date of the decision; left out while there is none")),
        Field(name="weekly_hours", unit=N_("hours of a week by the agreement")),
        Field(name="full_hours", unit=N_("full hours of a week in the field of work")),
        Field(name="collective_agreement", unit=WHETHER),
        Field(name="by_result_alone", unit=WHETHER),
        Field(name="had_subsidy", unit=WHETHER),
        Field(name="earlier_subsidy_end", unit=DAY),
        Field(name="redundancies", unit=WHETHER),
        Field(name="distorts_competition", unit=WHETHER),
        Field(name="unpaid_dues", unit=WHETHER),
        Field(name="convictions", unit=WHETHER),
        Field(name="other_aid", unit=WHETHER),
        Field(name="period_from", unit=N_("first day of the running period, when an extension is asked for")),
        Field(name="period_to", unit=N_("last day of the running period")),
        Field(name="applied", unit=N_("date when the extension was applied for")),
    ),
    example=(
        '{"date":"2026-11-22","birth_date":"1990-05-01","jobseeker":true,"reduced_capacity":true,'
        '"certificate":"2026-10-05","plan_states_subsidy":true,"employer":"county","in_market":false,'
        '"start":"2027-01-04","decision":"2026-12-15","weekly_hours":"16","collective_agreement":true,'
        '"by_result_alone":false,"distorts_competition":false,"unpaid_dues":false,"convictions":false,'
        '"other_aid":false}'
    ),
    answer=answer,
)
