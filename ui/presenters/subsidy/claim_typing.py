"""What is typed beside a month of the wage subsidy, and what it would be claimed as with that; no Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from subcontract.actions.make_subsidy_claim import MakeSubsidyClaim, claim_as_asked
from subcontract.benefits.records import SubsidyClaim
from subcontract.benefits.subsidy_months import ClaimMonth
from subcontract.days import Month
from subcontract.ids import SubsidyDecisionId
from subcontract.payout.eligible import AdjustmentKind, adjustments_in
from subcontract.ports import Lists
from subcontract.problems import Problem, Refused
from ui.presenters.subsidy.claim_words import BREAK_FIRST, BREAK_LAST

Key = tuple[SubsidyDecisionId, Month]
PARTS = 3
"""Parts of a field such as ``adjustments.0.amount``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """What a month would be claimed as now, or why it cannot be."""

    key: Key
    claim: SubsidyClaim | None = None
    refused: Refused | None = None


def foreseen(lists: Lists, key: Key, ask: MakeSubsidyClaim, today: date) -> Coming:
    """Reckon a month without making its claim."""
    try:
        claim, _ = claim_as_asked(ask, lists, today)
    except Refused as refused:
        return Coming(key=key, refused=refused)
    return Coming(key=key, claim=claim)


def given(values: Mapping[str, object]) -> tuple[AdjustmentKind, ...]:
    """The kinds of adjustments that have a sum, in the order in which they are asked for."""
    return tuple(kind for kind in AdjustmentKind if values.get(kind.value))


def beside(problem: Problem, order: Iterable[AdjustmentKind]) -> Problem:
    """A problem with the field that it belongs to on the form."""
    parts = problem.field.split(".")
    if len(parts) == PARTS and parts[0] == "adjustments":
        return replace(problem, field=tuple(order)[int(parts[1])].value)
    return replace(problem, field=BREAK_LAST) if problem.field == "broken_off" else problem


def adjusted_in(one: ClaimMonth) -> dict[str, object]:
    """What a claim was made with, for its form."""
    if one.claim is None:
        return {}
    values: dict[str, object] = {each.kind.value: each.amount for each in adjustments_in(one.claim.lines)}
    gap = one.break_in_claim
    return values if gap is None else {**values, BREAK_FIRST: gap.first, BREAK_LAST: gap.last}
