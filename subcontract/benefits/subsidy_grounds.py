"""The grounds of a wage subsidy, each with the conditions that the act gives it (380/2023 chapter 10)."""

from collections.abc import Callable, Iterator

from subcontract.benefits import subsidy_conditions as c
from subcontract.benefits.subsidy_conditions import Condition
from subcontract.benefits.subsidy_facts import Asked, EmployerKind
from subcontract.rules import SubsidyKind

ANYBODY = frozenset(EmployerKind) - {EmployerKind.STATE}
NOT_MUNICIPAL = ANYBODY - {EmployerKind.MUNICIPALITY}
PUBLIC = frozenset({EmployerKind.COUNTY, EmployerKind.MUNICIPALITY})


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
