"""Rules of pensions and of the wage subsidy."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from subcontract.money import Money
from subcontract.problems import Code, refuse
from subcontract.rules import asking
from subcontract.rules.reading import Amounts, rule
from subcontract.rules.ruled import Ruled

PERCENTAGES_WITH_CAP = (50, 70, 100)


class WorkPension(StrEnum):
    """A work pension for disability: full or partial."""

    FULL = "full"
    PARTIAL = "partial"


class SubsidyKind(StrEnum):
    """Ground on which a wage subsidy is granted; the decision itself decides."""

    BASIC = "basic"
    LONG_UNEMPLOYED = "long_unemployed"
    REDUCED_CAPACITY = "reduced_capacity"
    REDUCED_CAPACITY_EXTENSION = "reduced_capacity_extension"
    FULL = "full"
    OVER_60 = "over_60"
    AID_55 = "aid_55"
    APPRENTICESHIP = "apprenticeship"


@lru_cache(maxsize=4096)
def earnings_limit(on: date) -> Ruled[Money]:
    """What a disability pensioner may earn in the month without effect (738/2009 3-5 §)."""
    return asking.money("earnings_limit", on)


def earnings_limit_work(pension: WorkPension, prior: Money, on: date) -> Ruled[Money]:
    """The limit of a work pension: a share of prior earnings, or the full guarantee pension if higher."""
    least = earnings_limit(on).value
    share = asking.part("earnings_limit_work", pension.value, on)
    return share.map(lambda percentage: max(least, prior.percent(percentage)))


@lru_cache(maxsize=16384)
def subsidy_share(kind: SubsidyKind, on: date) -> Ruled[Decimal]:
    """The share of eligible pay that is granted, in per cent (380/2023 86-90, 95-96 §).

    An apprentice gets the basic share, or with reduced work capacity that ground's own.
    """
    share_of = {
        SubsidyKind.LONG_UNEMPLOYED: "basic",
        SubsidyKind.REDUCED_CAPACITY_EXTENSION: "reduced_capacity",
        SubsidyKind.APPRENTICESHIP: "basic",
    }
    return asking.part("subsidy_share", share_of.get(kind, kind.value), on)


@lru_cache(maxsize=4096)
def subsidy_cap(percentage: int, on: date) -> Ruled[Money]:
    """The largest subsidy of a month at 50, 70 or 100 per cent (380/2023 94 §).

    At 70 per cent the act and the authorities differ: see the note and ``alternatives``.
    """
    if percentage not in PERCENTAGES_WITH_CAP:
        raise refuse(Code.UNKNOWN_VALUE, "percentage", allowed=PERCENTAGES_WITH_CAP)
    return asking.money(f"subsidy_cap_{percentage}", on)


@lru_cache(maxsize=16384)
def subsidy_months(kind: SubsidyKind, on: date) -> Ruled[int]:
    """How many months at most (380/2023 86-89, 95-96 §); an apprenticeship has no such rule."""
    return asking.part("subsidy_months", kind.value, on).map(int)


@lru_cache(maxsize=4096)
def subsidy_full(on: date) -> Ruled[Amounts]:
    """At 100 per cent: ``hours_percent`` of full hours at most, times ``factor`` (380/2023 88 §)."""
    return asking.parts("subsidy_full", on)


@lru_cache(maxsize=4096)
def subsidy_part_period(on: date) -> Ruled[int]:
    """What the cap is divided by for each calendar day of a part month (380/2023 94 § 2 mom)."""
    return asking.whole("subsidy_part_period", on)


def subsidy_claim_months(on: date) -> Ruled[int]:
    """Months to claim from the end of the month in which the last pay period ended (385/2024 18 §)."""
    return asking.whole("subsidy_claim", on)


def subsidy_interruption(on: date) -> Ruled[int]:
    """A break in work and pay of this many months suspends the subsidy (380/2023 92 §)."""
    return asking.whole("subsidy_interruption", on)


def subsidy_claims_known_from() -> date:
    """The first day of which it is known both how long a claim may wait and what a break does."""
    return max(rule(name).values[0].first for name in ("subsidy_claim", "subsidy_interruption"))


@lru_cache(maxsize=4096)
def subsidy_conditions(on: date) -> Ruled[Amounts]:
    """All the ages, months and years in the conditions (380/2023 chapter 10)."""
    return asking.parts("subsidy_conditions", on)


def subsidy_condition(name: str, on: date) -> Ruled[Decimal]:
    """An age, a number of months or of years in the conditions (380/2023 chapter 10)."""
    return asking.part("subsidy_conditions", name, on)


def old_service_decisions_end(on: date) -> Ruled[date]:
    """The last day of decisions under the old disability act (675/2023 42 § 3 mom)."""
    return asking.day("old_service_decisions_end", on)
