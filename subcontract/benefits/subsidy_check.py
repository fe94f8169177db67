"""The check list of the wage subsidy: eligible, likely, no, or cannot be said yet, on which ground and why.

Each ground of chapter 10 (380/2023) is looked at by itself; the best one is the answer. The authority
grants the subsidy at its discretion and within its money (81 §): an answer here is never a decision.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from subcontract import rules
from subcontract.benefits.subsidy import doubt_of_cap
from subcontract.benefits.subsidy_conditions import About, Condition
from subcontract.benefits.subsidy_facts import Asked
from subcontract.benefits.subsidy_grounds import CONDITIONS
from subcontract.benefits.subsidy_words import GROUNDS
from subcontract.days import DateRange
from subcontract.rules import SubsidyKind, WorkingLine
from subcontract.words import N_


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
