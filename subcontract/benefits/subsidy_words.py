"""The words of each condition of a wage subsidy: when met, when not met, and what is missing."""

from collections.abc import Mapping

from subcontract.rules import SubsidyKind
from subcontract.words import N_

GROUNDS: Mapping[SubsidyKind, str] = {
    SubsidyKind.BASIC: N_("Lack of skills (82 and 86 §)"),
    SubsidyKind.LONG_UNEMPLOYED: N_("Lack of skills, long unemployed (82 and 86 §)"),
    SubsidyKind.REDUCED_CAPACITY: N_("Reduced work capacity (87 §)"),
    SubsidyKind.REDUCED_CAPACITY_EXTENSION: N_("Reduced work capacity, extension (87 § 3 mom)"),
    SubsidyKind.FULL: N_("Wage subsidy of 100 per cent (88 §)"),
    SubsidyKind.OVER_60: N_("60 years or more, long unemployed (89 §)"),
    SubsidyKind.AID_55: N_("Employment aid at 55 years or more (95 §)"),
    SubsidyKind.APPRENTICESHIP: N_("Apprenticeship (90 §)"),
}
"""The names of the grounds."""

WORDS: Mapping[str, tuple[str, str, str]] = {
    "jobseeker": (
        N_("The person is registered as an unemployed jobseeker."),
        N_("The person is not registered as an unemployed jobseeker. Registration comes first."),
        N_("Find out whether the person is registered as an unemployed jobseeker."),
    ),
    "full_pension": (
        "",
        "",
        N_("A full disability pension is not mentioned in the act. Ask the employment authority beforehand."),
    ),
    "in_plan": (
        N_("The employment plan says that a wage subsidy may be used."),
        N_("The employment plan does not mention a wage subsidy. Ask the authority to add it."),
        N_("Find out whether the employment plan mentions a wage subsidy."),
    ),
    "target_group": (
        N_("The person belongs to a target group."),
        N_(
            "The person belongs to no target group: {young_from} to {young_to} years, {older_from} years or "
            "more, no qualification, integration plan, {no_work_months} months without work."
        ),
        N_("Find out the target group: date of birth, qualification, integration plan, months without work."),
    ),
    "lacks_skills": (
        N_("Unemployment is due to a lack of skills that the work mends."),
        N_("Unemployment is not due to a lack of skills."),
        N_("The authority assesses whether unemployment is due to a lack of skills that the work mends."),
    ),
    "long_unemployment": (
        N_("Unemployment has lasted {months} months, or would likely last without a subsidy."),
        N_("Unemployment would not likely last over {months} months."),
        N_("The authority assesses whether unemployment would last over {months} months."),
    ),
    "skills_or_capacity": (
        N_("Lack of skills in a target group, or reduced work capacity, is the ground."),
        N_("Neither lack of skills in a target group nor reduced work capacity is the ground."),
        N_("Find out the ground: lack of skills in a target group, or reduced work capacity."),
    ),
    "unemployed_year": (
        N_("Unemployed for at least {months} of the {within} months before."),
        N_("Unemployed for less than {months} of the {within} months before."),
        N_("Find out the months of unemployment: {months} of the {within} before are needed."),
    ),
    "unemployed_two_years": (
        N_("Unemployed for at least {months} of the {within} months before."),
        N_("Unemployed for less than {months} of the {within} months before."),
        N_("Find out the months of unemployment: {months} of the {within} before are needed."),
    ),
    "old_enough": (
        N_("The person is {age} years old or older on the day of granting."),
        N_("The person is younger than {age} years on the day of granting."),
        N_("Find out the date of birth: an age of {age} years is needed."),
    ),
    "reduced_capacity": (
        N_("A disability or illness substantially reduces the chances of suitable work."),
        N_("No disability or illness substantially reduces the chances of suitable work."),
        N_("Find out whether a disability or illness substantially reduces the chances of suitable work."),
    ),
    "certificate": (
        N_("There is a medical certificate of the reduced work capacity."),
        "",
        N_("A medical certificate of the reduced work capacity is missing."),
    ),
    "apprenticeship": (
        N_("The employment is an apprenticeship."),
        N_("The employment is not an apprenticeship."),
        N_("Find out whether the employment is an apprenticeship."),
    ),
    "certificate_of_period": (
        N_("The medical certificate has been written during the running period."),
        N_("The medical certificate has not been written during the running period. A new one is needed."),
        N_("A medical certificate written during the running period is missing."),
    ),
    "adjustments_made": (
        N_("The adjustments recommended by occupational health care have been made."),
        N_("The adjustments recommended by occupational health care have not been made."),
        N_("Find out whether the adjustments recommended by occupational health care have been made."),
    ),
    "lasting_reduction": (
        N_("Productivity is reduced substantially and for good."),
        N_("Productivity is not reduced substantially and for good."),
        N_("The authority assesses whether productivity is reduced substantially and for good."),
    ),
    "applied_before_end": (
        N_("The extension has been applied for before {day}, when the period ends."),
        N_("The extension was not applied for before the period ended on {day}."),
        N_("The extension must be applied for before the running period ends."),
    ),
    "employer_may": (
        N_("The employer is of a kind that can get this subsidy."),
        N_("An employer of this kind cannot get this subsidy."),
        N_("Say of what kind the employer is."),
    ),
    "not_business": (
        N_("The work is not business."),
        N_("The work is business, and this subsidy is for other work."),
        N_("Find out whether the work counts as business."),
    ),
    "decision_before_start": (
        N_("The decision came before the employment, which begins on {start}."),
        N_("The employment has begun on {start}, before the decision or on its day: no subsidy."),
        N_("The decision must be made before the employment begins. Agree on a later first day."),
    ),
    "agreed_pay": (
        N_("Pay is at least that of the collective agreement."),
        N_("Pay is below the collective agreement."),
        N_("Confirm that pay is at least that of the collective agreement."),
    ),
    "not_by_result_alone": (
        N_("Pay has an hourly base and is not by result alone."),
        N_("Pay is by result alone. Agree on an hourly base."),
        N_("Find out whether pay has an hourly base."),
    ),
    "agreed_hours": (
        N_("Working hours are agreed."),
        N_("A contract of nought hours gets no subsidy. Agree on working hours."),
        N_("Agree on the working hours of a week."),
    ),
    "enough_hours": (
        N_("Working hours are at least {hours} a week."),
        N_("Working hours are less than {hours} a week."),
        N_("Agree on the working hours: at least {hours} a week are needed."),
    ),
    "no_earlier_subsidy": (
        N_("No subsidy of the same person has ended with this employer within {years} years."),
        N_("A subsidy of the same person has ended with this employer less than {years} years ago."),
        N_("Find out whether this employer has had a subsidy for the same person within {years} years."),
    ),
    "no_redundancies": (
        N_("No redundancies within {months} months, or as many have been hired since."),
        N_("Redundancies within {months} months, and not as many have been hired since."),
        N_("Find out whether there have been redundancies within {months} months."),
    ),
    "no_distortion": (
        N_("The subsidy does not distort competition."),
        N_("The subsidy would distort competition."),
        N_("Find out whether the subsidy would distort competition."),
    ),
    "no_unpaid_dues": (
        N_("Wages, taxes and statutory payments are in order."),
        N_("The employer has neglected wages, taxes or statutory payments."),
        N_("Confirm that wages, taxes and statutory payments are in order."),
    ),
    "no_convictions": (
        N_("No sentence or penalty payment stands in the way."),
        N_("A sentence or penalty payment of the employer stands in the way."),
        N_("Confirm that no sentence or penalty payment of the employer stands in the way."),
    ),
    "no_other_aid": (
        N_("No other aid for the same pay stands in the way."),
        N_("Other aid for the same pay stands in the way."),
        N_("Find out whether other aid is granted for the same pay."),
    ),
}
"""By the id of the condition."""
