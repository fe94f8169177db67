"""The check list of the wage subsidy: eligible, likely, no, or cannot be said yet, on which ground and why.

Each ground of chapter 10 (380/2023) is looked at by itself; the best one is the answer. The authority
grants the subsidy at its discretion and within its money (81 §): an answer here is never a decision.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from subcontract import rules
from subcontract.benefits import subsidy_conditions as c
from subcontract.benefits.subsidy import doubt_of_cap
from subcontract.benefits.subsidy_conditions import About, Condition
from subcontract.benefits.subsidy_facts import Asked, EmployerKind
from subcontract.benefits.subsidy_words import GROUNDS
from subcontract.days import DateRange
from subcontract.rules import SubsidyKind, WorkingLine
from subcontract.words import N_

ANYBODY = frozenset(EmployerKind) - {EmployerKind.STATE}
NOT_MUNICIPAL = ANYBODY - {EmployerKind.MUNICIPALITY}
PUBLIC = frozenset({EmployerKind.COUNTY, EmployerKind.MUNICIPALITY})


class Answer(StrEnum):
    """What the check list says; in the order of how good it is."""

    ELIGIBLE = "eligible"
    LIKELY = "likely"
    UNKNOWN = "unknown"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundCheck:
    """One ground: its answer, its conditions, and what it would give."""

    ground: SubsidyKind
    answer: Answer
    conditions: tuple[Condition, ...]
    percentage: Decimal
    months: int | None
    """At most; none when an apprenticeship is supported for all its length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubsidyCheck:
    """The whole answer."""

    grounds: tuple[GroundCheck, ...]
    """The best first."""

    @property
    def best(self) -> GroundCheck:
        """The ground to apply on, or that comes nearest."""
        return self.grounds[0]

    @property
    def answer(self) -> Answer:
        """The answer of the best ground."""
        return self.best.answer

    @property
    def missing(self) -> tuple[Condition, ...]:
        """What is not known yet of the best ground."""
        return tuple(one for one in self.best.conditions if one.met is None)


def check_subsidy(asked: Asked) -> SubsidyCheck:
    """Look at every ground that comes into question."""
    found = [_checked(ground, asked) for ground in _grounds(asked)]
    return SubsidyCheck(grounds=tuple(sorted(found, key=_rank)))


def _grounds(asked: Asked) -> tuple[SubsidyKind, ...]:
    """The grounds to look at; of equal answers and percentages the earlier one is better."""
    if asked.work.extends is not None:
        return (SubsidyKind.REDUCED_CAPACITY_EXTENSION, SubsidyKind.OVER_60)
    if asked.person.apprenticeship:
        return (SubsidyKind.APPRENTICESHIP,)
    return (
        SubsidyKind.FULL,
        SubsidyKind.REDUCED_CAPACITY,
        SubsidyKind.AID_55,
        SubsidyKind.OVER_60,
        SubsidyKind.LONG_UNEMPLOYED,
        SubsidyKind.BASIC,
    )


def _rank(one: GroundCheck) -> tuple[int, int, Decimal]:
    """The best answer first, then what comes nearest to it, then the larger share."""
    wanting: list[bool] = []
    if one.answer is Answer.NO:
        wanting = [row.met is False for row in one.conditions]
    elif one.answer is Answer.UNKNOWN:
        wanting = [row.met is None and row.about is About.PERSON for row in one.conditions]
    return (list(Answer).index(one.answer), sum(wanting), -one.percentage)


def _checked(ground: SubsidyKind, asked: Asked) -> GroundCheck:
    conditions = tuple(CONDITIONS[ground](asked))
    day = asked.granted_on
    of_share = ground
    if ground is SubsidyKind.APPRENTICESHIP:
        of_share = SubsidyKind.REDUCED_CAPACITY if asked.person.reduced_capacity else SubsidyKind.BASIC
    months = None if ground is SubsidyKind.APPRENTICESHIP else rules.subsidy_months(ground, day).value
    return GroundCheck(
        ground=ground,
        answer=answer_of(conditions),
        conditions=conditions,
        percentage=rules.subsidy_share(of_share, day).value,
        months=months,
    )


def answer_of(conditions: tuple[Condition, ...]) -> Answer:
    """No if anything is against it; otherwise by what is still not known."""
    if any(one.met is False for one in conditions):
        return Answer.NO
    open_points = [one for one in conditions if one.met is None]
    if any(one.about is About.PERSON for one in open_points):
        return Answer.UNKNOWN
    return Answer.LIKELY if open_points else Answer.ELIGIBLE


# --- the conditions of each ground -----------------------------------------------------------


def _person(asked: Asked) -> Iterator[Condition]:
    yield c.jobseeker(asked)
    yield from c.full_pension(asked)
    yield c.in_plan(asked)


def _start(asked: Asked) -> Iterator[Condition]:
    """What 84 § asks of an employment that begins."""
    yield c.decision_before_start(asked, "84 § 1 mom")
    yield from _pay(asked)


def _pay(asked: Asked) -> Iterator[Condition]:
    yield c.agreed_pay(asked, "84 § 2 mom")
    yield c.not_by_result_alone(asked, "84 § 2 mom")
    yield c.agreed_hours(asked)


def _employer(asked: Asked, *, redundancies: bool = True) -> Iterator[Condition]:
    """What 83 § 3 mom asks of the employer, points 1 to 4.

    Redundancies do not matter to a county or a municipality outside the market, nor at 100 per cent.
    """
    outside_market = asked.work.employer in PUBLIC and asked.work.in_market is False
    if redundancies and not outside_market:
        yield c.no_redundancies(asked, "83 § 3 mom 1 k")
    person = asked.person
    yield c.no_block("no_distortion", said=person.distorts_competition, section="83 § 3 mom 2 k")
    yield c.no_block("no_unpaid_dues", said=person.unpaid_dues, section="83 § 3 mom 3 k")
    yield c.no_block("no_convictions", said=person.convictions, section="83 § 3 mom 4 k")


def _aids(asked: Asked) -> Iterator[Condition]:
    """What 83 § 3 mom asks of other subsidies, points 5 and 6."""
    yield c.no_earlier_subsidy(asked, "83 § 3 mom 5 k")
    yield _other_aid(asked)


def _other_aid(asked: Asked) -> Condition:
    return c.no_block("no_other_aid", said=asked.person.other_aid, section="83 § 3 mom 6 k")


def _basic(asked: Asked) -> Iterator[Condition]:
    yield from _person(asked)
    yield c.target_group(asked)
    yield c.lacks_skills(asked)
    yield c.long_unemployment(asked)
    yield c.employer_may(asked, NOT_MUNICIPAL, "83 § 1 mom")
    yield from _start(asked)
    yield from _employer(asked)
    yield from _aids(asked)


def _long_unemployed(asked: Asked) -> Iterator[Condition]:
    yield from _basic(asked)
    yield c.unemployed_year(asked, "86 §")


def _reduced_capacity(asked: Asked) -> Iterator[Condition]:
    """82 § and an earlier subsidy do not stand in the way (87 § 1 mom)."""
    yield from _person(asked)
    yield c.reduced_capacity(asked)
    yield c.certificate(asked)
    yield c.employer_may(asked, ANYBODY, "83 § 1 mom, 87 §")
    yield from _start(asked)
    yield from _employer(asked)
    yield _other_aid(asked)


def _extension(asked: Asked) -> Iterator[Condition]:
    """Neither a new decision before the start nor an earlier subsidy matters (87 § 3 mom)."""
    yield c.reduced_capacity(asked)
    yield c.certificate_of_period(asked)
    yield c.adjustments_made(asked)
    yield c.lasting_reduction(asked)
    yield c.applied_before_end(asked, "87 § 3 mom 4 k")
    yield c.employer_may(asked, ANYBODY, "83 § 1 mom, 87 §")
    yield from _pay(asked)
    yield from _employer(asked)


def _full(asked: Asked) -> Iterator[Condition]:
    yield from _person(asked)
    yield c.skills_or_capacity(asked)
    yield c.unemployed_two_years(asked, "88 § 1 mom")
    yield c.employer_may(asked, frozenset({EmployerKind.ASSOCIATION}), "88 § 1 mom")
    yield c.not_business(asked)
    yield from _start(asked)
    yield from _employer(asked, redundancies=False)
    yield from _aids(asked)


def _over_60(asked: Asked) -> Iterator[Condition]:
    yield c.old_enough(asked, "over_60_age", "89 § 1 mom 1 k")
    yield c.employer_may(asked, ANYBODY, "83 § 1 mom, 89 §")
    yield from _employer(asked)
    if asked.work.extends is not None:
        yield c.applied_before_end(asked, "89 § 2 mom")
        yield from _pay(asked)
        return
    yield from _person(asked)
    yield c.unemployed_year(asked, "89 § 1 mom 2 k")
    yield from _start(asked)
    yield from _aids(asked)


def _aid_55(asked: Asked) -> Iterator[Condition]:
    """The aid of 95 § has its own list of conditions."""
    person = asked.person
    yield c.jobseeker(asked)
    yield from c.full_pension(asked)
    yield c.old_enough(asked, "aid_age", "95 § 1 mom")
    yield c.unemployed_two_years(asked, "95 § 1 mom")
    yield c.employer_may(asked, ANYBODY, "95 § 1 mom")
    yield c.enough_hours(asked)
    yield c.agreed_pay(asked, "95 § 2 mom")
    yield c.no_redundancies(asked, "95 § 3 mom 1 k")
    yield c.no_block("no_unpaid_dues", said=person.unpaid_dues, section="95 § 3 mom 2 k")
    yield c.no_block("no_convictions", said=person.convictions, section="95 § 3 mom 3 k")
    yield c.no_earlier_subsidy(asked, "95 § 3 mom 4 k")
    yield c.no_block("no_other_aid", said=person.other_aid, section="95 § 3 mom 5 k")
    yield c.not_by_result_alone(asked, "95 § 3 mom 6 k")
    yield c.decision_before_start(asked, "95 § 3 mom 7 k")


def _apprenticeship(asked: Asked) -> Iterator[Condition]:
    """Anybody unemployed may be an apprentice (90 § 1 mom); a municipality gets it for 87 § alone."""
    kinds = ANYBODY if asked.person.reduced_capacity else NOT_MUNICIPAL
    yield from _person(asked)
    yield c.apprenticeship(asked)
    yield c.employer_may(asked, kinds, "83 § 1 mom, 90 §")
    yield from _start(asked)
    yield from _employer(asked)
    yield from _aids(asked)


CONDITIONS: dict[SubsidyKind, Callable[[Asked], Iterator[Condition]]] = {
    SubsidyKind.BASIC: _basic,
    SubsidyKind.LONG_UNEMPLOYED: _long_unemployed,
    SubsidyKind.REDUCED_CAPACITY: _reduced_capacity,
    SubsidyKind.REDUCED_CAPACITY_EXTENSION: _extension,
    SubsidyKind.FULL: _full,
    SubsidyKind.OVER_60: _over_60,
    SubsidyKind.AID_55: _aid_55,
    SubsidyKind.APPRENTICESHIP: _apprenticeship,
}


# --- what it would give ----------------------------------------------------------------------


def working(check: SubsidyCheck, asked: Asked) -> tuple[WorkingLine, ...]:
    """The share, the length and the cap of the best ground, with the standing note where sources differ."""
    best, day = check.best, asked.granted_on
    if best.answer is Answer.NO:
        return ()
    cap = rules.subsidy_cap(int(best.percentage), day)
    doubt = doubt_of_cap(best.percentage, DateRange(day, day))
    lines = [
        WorkingLine(what=GROUNDS[best.ground], rate=best.percentage).by(
            rules.subsidy_share(best.ground, day)
        ),
        WorkingLine(what=N_("At most in a month, as the rule has it"), rate=cap.value.amount).by(cap),
    ]
    if best.months is not None:
        months = rules.subsidy_months(best.ground, day)
        what = N_("For {months} months at most, and no longer than the employment")
        lines.append(WorkingLine(what=what, facts={"months": months.value}).by(months))
    if doubt is not None:
        lines.append(WorkingLine(what=doubt.note, rate=doubt.alternatives[0], amount=doubt.value).by(doubt))
    return tuple(lines)
