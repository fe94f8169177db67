"""What a disability pensioner may earn in a month, and how near the limit the month is (738/2009).

A warning, never a decision: Kela or the pension institution decides. The act was made for a time, and
figures of later years are not known: such a month has the state ``unknown`` and no guess.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from subcontract import rules
from subcontract.benefits.records import PensionKind
from subcontract.days import Month
from subcontract.money import ZERO, Money, product, ratio
from subcontract.problems import Refused
from subcontract.rules import Confidence, Ruled, WorkPension
from subcontract.words import N_

NEAR, CLOSE, FULL = 80, 95, 100
"""Per cent of the limit from which the light changes."""
WORK_PENSIONS = {PensionKind.FULL_WORK: WorkPension.FULL, PensionKind.PARTIAL_WORK: WorkPension.PARTIAL}
DOUBTED = frozenset({Confidence.DERIVED, Confidence.OPEN, Confidence.MEMORY})
MINUTES_OF_HOUR = 60

ASK_KELA = N_("Only Kela decides what earnings do to its pension. Ask Kela before earning more.")
ASK_INSTITUTION = N_("Only the pension institution decides what earnings do to its pension. Ask there first.")
ALLOWANCE_LEFT_OUT = N_(
    "The work allowance is not pay and is not counted here. No guidance on it was found: ask Kela."
)


class LimitState(StrEnum):
    """The traffic light of a limit."""

    OK = "ok"
    NEAR = "near"
    CLOSE = "close"
    AT = "at"
    OVER = "over"
    UNKNOWN = "unknown"
    """No limit is known for the month."""

    @property
    def is_near(self) -> bool:
        """Whether there is something to look at: near the limit, at it or over."""
        return self in NEAR_STATES


NEAR_STATES = frozenset({LimitState.NEAR, LimitState.CLOSE, LimitState.AT, LimitState.OVER})
GRAVITY = tuple(LimitState)
"""From no cause to look to the gravest; what is not known stands last, for it says nothing of earnings."""


def gravest(states: Iterable[LimitState]) -> LimitState:
    """The gravest of some lights; one that is not known only when none is."""
    known_ones = [one for one in states if one is not LimitState.UNKNOWN]
    return max(known_ones, key=GRAVITY.index, default=LimitState.UNKNOWN)


class Effect(StrEnum):
    """What going over may do to the pension."""

    NONE = "none"
    MAY_BECOME_PARTIAL = "may_become_partial"
    """A full work pension becomes partial when this is expected to go on for over a year (4 §)."""
    SUSPENDED = "suspended"
    """The whole pension is left resting (4 and 5 §)."""
    UNKNOWN = "unknown"


# --- one limit -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitUse:
    """One limit of a month against what is earned in it."""

    limit: Money | None
    """``None`` while the limit of the month is not known."""
    total: Money
    state: LimitState
    effect: Effect
    rule: Ruled[Money] | None = None
    note: str = ""
    """The open question about the limit, as marked text; empty when there is none."""

    @property
    def left(self) -> Money | None:
        """What still fits; below zero when over."""
        return None if self.limit is None else self.limit - self.total


def state_of(earned: Money, limit: Money) -> LimitState:
    """The light, at exact shares of the limit: 80, 95 and 100 per cent, and above."""
    if earned > limit:
        return LimitState.OVER
    if earned == limit:
        return LimitState.AT
    share = product(earned.amount, FULL)
    if share >= product(limit.amount, CLOSE):
        return LimitState.CLOSE
    return LimitState.NEAR if share >= product(limit.amount, NEAR) else LimitState.OK


def kela_use(month: Month, earned: Money) -> LimitUse:
    """Earnings against the limit of Kela's pensions: above it the whole pension rests (5 §)."""
    rule = known(rules.earnings_limit, month.first)
    if rule is None:
        return _unknown(earned)
    state = state_of(earned, rule.value)
    effect = Effect.SUSPENDED if state is LimitState.OVER else Effect.NONE
    return LimitUse(
        limit=rule.value, total=earned, state=state, effect=effect, rule=rule, note=open_point(rule)
    )


def work_use(kind: PensionKind, prior: Money, month: Month, earned: Money) -> LimitUse:
    """Earnings against the limit of a work pension: a share of prior earnings, or Kela's limit if higher."""
    kela = known(rules.earnings_limit, month.first)
    if kela is None:
        return _unknown(earned)
    rule = rules.earnings_limit_work(WORK_PENSIONS[kind], prior, month.first)
    state = state_of(earned, rule.value)
    effect = Effect.NONE
    if state is LimitState.OVER:
        # 4 §: only above the partial pension's limit does a work pension rest
        most = rules.earnings_limit_work(WorkPension.PARTIAL, prior, month.first).value
        effect = Effect.SUSPENDED if earned > most else Effect.MAY_BECOME_PARTIAL
    return LimitUse(
        limit=rule.value, total=earned, state=state, effect=effect, rule=rule, note=open_point(kela)
    )


def open_point(kela: Ruled[Money]) -> str:
    """The question whether the act is in force, where the month's limit rests on that."""
    return kela.note if kela.confidence in DOUBTED else ""


def known(rule_of: Callable[[date], Ruled[Money]], day: date) -> Ruled[Money] | None:
    """What a rule says on a day, ``None`` in a time for which it says nothing."""
    try:
        return rule_of(day)
    except Refused:
        return None


def _unknown(earned: Money) -> LimitUse:
    return LimitUse(limit=None, total=earned, state=LimitState.UNKNOWN, effect=Effect.UNKNOWN)


def minutes_that_fit(left: Money, hourly: Money, holiday: Decimal = Decimal(0)) -> int:
    """How many minutes at an hourly pay still fit, holiday compensation in per cent counted."""
    if left <= ZERO or hourly <= ZERO:
        return 0
    with_holiday = product(hourly.amount, 100 + holiday)
    minutes = int(ratio(product(left.amount, 100, MINUTES_OF_HOUR), with_holiday)) + 1
    while _pay(minutes, hourly, holiday) > left:
        minutes -= 1
    return minutes


def _pay(minutes: int, hourly: Money, holiday: Decimal) -> Money:
    pay = hourly.for_minutes(minutes)
    return pay + pay.percent(holiday)
