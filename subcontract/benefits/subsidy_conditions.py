"""The conditions of a wage subsidy, each by itself: met, not met or not known, with section and words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from subcontract import rules
from subcontract.benefits.subsidy_facts import Asked, EmployerKind
from subcontract.benefits.subsidy_words import WORDS
from subcontract.rules.calendar import years_after

ACT: Final = "380/2023 "
NO_FACTS: Final[Mapping[str, object]] = MappingProxyType({})


class About(StrEnum):
    """What an unknown condition waits for."""

    PERSON = "person"
    """A fact of the person: without it nothing can be said."""
    TO_ARRANGE = "to_arrange"
    """A paper, a promise or the authority's own assessment, which can still come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One row of the check list."""

    id: str
    met: bool | None
    section: str
    about: About = About.TO_ARRANGE
    facts: Mapping[str, object] = field(default_factory=lambda: NO_FACTS)

    @property
    def text(self) -> str:
        """Marked words of the catalogue: how it stands, or what is missing."""
        met, not_met, missing = WORDS[self.id]
        return missing if self.met is None else met if self.met else not_met


def no(said: bool | None) -> bool | None:  # noqa: FBT001 - turns a fact round
    """The opposite of a fact, unknown when it is."""
    return None if said is None else not said


def number(name: str, asked: Asked) -> int:
    """An age, a number of months or years of the act on the day of granting."""
    return int(rules.subsidy_conditions(asked.granted_on).value[name])


# --- the person ------------------------------------------------------------------------------


def jobseeker(asked: Asked) -> Condition:
    """Registered as an unemployed jobseeker."""
    return Condition(
        id="jobseeker", met=asked.person.jobseeker, section="380/2023 3 §, 81 §", about=About.PERSON
    )


def full_pension(asked: Asked) -> tuple[Condition, ...]:
    """The act does not exclude a full disability pension, and no guidance is known: an open point."""
    if not asked.full_pension:
        return ()
    return (Condition(id="full_pension", met=None, section="380/2023 3 §, 27 §"),)


def in_plan(asked: Asked) -> Condition:
    """The employment plan says that a wage subsidy may be used."""
    return Condition(id="in_plan", met=asked.person.plan_states_subsidy, section="380/2023 81 §")


def target_group(asked: Asked) -> Condition:
    """One of the five groups of 82 § 1 mom."""
    person, age = asked.person, asked.age
    limit = {name: number(name, asked) for name in ("young_from", "young_to", "older_from", "no_work_months")}
    young = None if age is None else limit["young_from"] <= age <= limit["young_to"]
    older = None if age is None else age >= limit["older_from"]
    months = person.months_without_work
    no_work = None if months is None else months >= limit["no_work_months"]
    groups = (young, older, person.without_qualification, person.integration_plan, no_work)
    met = True if any(groups) else None if None in groups else False
    return Condition(
        id="target_group", met=met, section="380/2023 82 § 1 mom", about=About.PERSON, facts=limit
    )


def lacks_skills(asked: Asked) -> Condition:
    """Unemployment is due to a lack of skills that the work mends; the authority assesses it."""
    return Condition(id="lacks_skills", met=asked.person.lacks_skills, section="380/2023 82 § 2 mom")


def long_unemployment(asked: Asked) -> Condition:
    """Unemployed for a year in a row, or likely to be without a subsidy; the authority assesses it."""
    least = number("likely_long_below_months", asked)
    in_a_row = asked.person.unemployed_in_a_row
    long_now = in_a_row is not None and in_a_row >= least
    met = True if long_now else asked.person.long_unemployment_likely
    return Condition(id="long_unemployment", met=met, section="380/2023 82 § 2 mom", facts={"months": least})


def skills_or_capacity(asked: Asked) -> Condition:
    """At 100 per cent one of the usual purposes stands behind it: skills (82 §) or work capacity (87 §)."""
    skills = (target_group(asked).met, lacks_skills(asked).met)
    by_skills = None if None in skills and False not in skills else all(skills)
    ways = (by_skills, asked.person.reduced_capacity)
    met = True if True in ways else None if None in ways else False
    return Condition(id="skills_or_capacity", met=met, section="380/2023 82 §, 87 §")


def unemployed_year(asked: Asked, section: str) -> Condition:
    """Unemployed for 12 of the 14 months before."""
    months, least = asked.person.unemployed_of_14, number("long_months", asked)
    return Condition(
        id="unemployed_year",
        met=None if months is None else months >= least,
        section=ACT + section,
        about=About.PERSON,
        facts={"months": least, "within": number("long_within_months", asked)},
    )


def unemployed_two_years(asked: Asked, section: str) -> Condition:
    """Unemployed for 24 of the 28 months before."""
    months, least = asked.person.unemployed_of_28, number("very_long_months", asked)
    return Condition(
        id="unemployed_two_years",
        met=None if months is None else months >= least,
        section=ACT + section,
        about=About.PERSON,
        facts={"months": least, "within": number("very_long_within_months", asked)},
    )


def old_enough(asked: Asked, name: str, section: str) -> Condition:
    """Of an age on the day of granting."""
    least = number(name, asked)
    return Condition(
        id="old_enough",
        met=None if asked.age is None else asked.age >= least,
        section=ACT + section,
        about=About.PERSON,
        facts={"age": least},
    )


def reduced_capacity(asked: Asked) -> Condition:
    """A disability or illness substantially reduces the chances of suitable work."""
    return Condition(
        id="reduced_capacity",
        met=asked.person.reduced_capacity,
        section="380/2023 87 § 1 mom",
        about=About.PERSON,
    )


def certificate(asked: Asked) -> Condition:
    """A medical certificate of it."""
    return Condition(
        id="certificate", met=True if asked.person.certificate else None, section="380/2023 87 §"
    )


def apprenticeship(asked: Asked) -> Condition:
    """The employment is an apprenticeship."""
    return Condition(
        id="apprenticeship",
        met=asked.person.apprenticeship,
        section="380/2023 90 §",
        about=About.PERSON,
    )


# --- an extension ----------------------------------------------------------------------------


def certificate_of_period(asked: Asked) -> Condition:
    """The certificate has been written during the running period."""
    written, period = asked.person.certificate, asked.work.extends
    met = None if written is None or period is None else written in period
    return Condition(id="certificate_of_period", met=met, section="380/2023 87 § 3 mom 1 k")


def adjustments_made(asked: Asked) -> Condition:
    """What occupational health care recommended has been done."""
    return Condition(
        id="adjustments_made", met=asked.person.adjustments_made, section="380/2023 87 § 3 mom 2 k"
    )


def lasting_reduction(asked: Asked) -> Condition:
    """Productivity stays substantially reduced; the authority assesses it."""
    return Condition(
        id="lasting_reduction", met=asked.person.lasting_reduction, section="380/2023 87 § 3 mom 3 k"
    )


def applied_before_end(asked: Asked, section: str) -> Condition:
    """The extension is applied for before the running period ends."""
    period, applied = asked.work.extends, asked.work.applied_on
    if period is None:
        met = None
    elif applied is not None:
        met = applied <= period.last
    else:
        met = None if asked.person.checked_on <= period.last else False
    facts = NO_FACTS if period is None else {"day": period.last}
    return Condition(id="applied_before_end", met=met, section=ACT + section, facts=facts)


# --- the employer and the employment ---------------------------------------------------------


def employer_may(asked: Asked, kinds: frozenset[EmployerKind], section: str) -> Condition:
    """The employer is one of those who may get it."""
    employer = asked.work.employer
    met = None if employer is None else employer in kinds
    return Condition(id="employer_may", met=met, section=ACT + section, about=About.PERSON)


def not_business(asked: Asked) -> Condition:
    """Work outside business, as the 100 per cent subsidy needs."""
    return Condition(id="not_business", met=no(asked.work.in_market), section="380/2023 88 § 1 mom")


def decision_before_start(asked: Asked, section: str) -> Condition:
    """The decision is made before the employment begins; on the same day is not before."""
    start, decided = asked.work.start, asked.work.decided_on
    if start is None:
        met = None
    elif decided is not None:
        met = start > decided
    else:
        met = None if start > asked.person.checked_on else False
    facts = NO_FACTS if start is None else {"start": start}
    return Condition(id="decision_before_start", met=met, section=ACT + section, facts=facts)


def agreed_pay(asked: Asked, section: str) -> Condition:
    """Pay is at least that of the collective agreement."""
    return Condition(id="agreed_pay", met=asked.person.collective_agreement, section=ACT + section)


def not_by_result_alone(asked: Asked, section: str) -> Condition:
    """The pay has an hourly base."""
    return Condition(id="not_by_result_alone", met=no(asked.work.by_result_alone), section=ACT + section)


def agreed_hours(asked: Asked) -> Condition:
    """Working hours are agreed: none for contracts of nought hours."""
    hours = asked.work.weekly_hours
    return Condition(
        id="agreed_hours", met=None if hours is None else hours > 0, section="Työmarkkinatori, palkkatuki"
    )


def enough_hours(asked: Asked) -> Condition:
    """The hours that the aid at 55 asks for: 25 a week, or 65 per cent where full hours are fewer."""
    hours, full = asked.work.weekly_hours, asked.work.full_hours
    limit = rules.subsidy_conditions(asked.granted_on).value
    least = limit["aid_hours"]
    if full is not None and full < limit["aid_full_hours"]:
        least = full * limit["aid_hours_percent"] / 100
    met = None if hours is None else hours >= least
    return Condition(id="enough_hours", met=met, section="380/2023 95 § 2 mom", facts={"hours": least})


def no_earlier_subsidy(asked: Asked, section: str) -> Condition:
    """Three years since an earlier subsidy of the same person with this employer."""
    had, ended = asked.person.had_subsidy, asked.person.earlier_subsidy_end
    years = number("same_person_years", asked)
    if ended is not None:
        met: bool | None = asked.granted_on >= years_after(ended, years)
    else:
        met = True if had is False else None
    return Condition(id="no_earlier_subsidy", met=met, section=ACT + section, facts={"years": years})


def no_redundancies(asked: Asked, section: str) -> Condition:
    """Nobody has been made redundant within a year without as many being hired again."""
    facts = {"months": number("redundancy_months", asked)}
    met = no(asked.person.redundancies)
    return Condition(id="no_redundancies", met=met, section=ACT + section, facts=facts)


def no_block(name: str, *, said: bool | None, section: str) -> Condition:
    """Something of the employer that stands in the way when it is so."""
    return Condition(id=name, met=no(said), section=ACT + section)
