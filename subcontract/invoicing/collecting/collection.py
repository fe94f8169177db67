"""What collecting may cost the debtor (Debt Collection Act 513/1999, 10 a, b, e, f, h and i §).

Only figures of the dated rules are charged: where they say nothing of a debtor, nothing is charged.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from subcontract import rules
from subcontract.invoicing.collecting.reminding import ReminderKind
from subcontract.money import ZERO, Money
from subcontract.problems import Code, refuse
from subcontract.rules import Debtor, Ruled, WorkingLine
from subcontract.words import N_

HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionLimits:
    """The largest costs of a debt; ``None`` where the rules give no figure, so that nothing is charged."""

    reminder: Money
    demand: Money | None
    """Of the first payment demand by a collector; the creditor's own costs no more than a reminder."""
    second_demand: Money | None
    total: Money | None
    lines: tuple[WorkingLine, ...]


def collection_limits(principal: Money, debtor: Debtor, on: date) -> CollectionLimits:
    """The largest costs that a debtor of a kind pays; refuses a principal below nought."""
    if principal < ZERO:
        raise refuse(Code.NEGATIVE, "principal")
    reminder = rules.reminder_fee(debtor, on)
    first = _most(N_("Largest fee of a written reminder"), reminder)
    if debtor is Debtor.CONSUMER:
        silent = WorkingLine(
            what=N_("The rules give no fee of a payment demand and no total for a household: none is charged")
        )
        return CollectionLimits(
            reminder=reminder.value, demand=None, second_demand=None, total=None, lines=(first, silent)
        )
    demand, cap = rules.demand_fee(principal, on), rules.collection_cap(principal, on)
    second = demand.map(lambda fee: fee.times(HALF))
    return CollectionLimits(
        reminder=reminder.value,
        demand=demand.value,
        second_demand=second.value,
        total=cap.value,
        lines=(
            first,
            _most(N_("Largest fee of a payment demand by a collector"), demand, principal),
            _most(N_("Largest fee of a second payment demand: half of the first"), second, principal),
            _most(N_("Largest collection costs in all"), cap, principal),
        ),
    )


def _most(what: str, limit: Ruled[Money], principal: Money | None = None) -> WorkingLine:
    """A limit as a line."""
    basis = None if principal is None else principal.amount
    return WorkingLine(what=what, basis=basis, amount=limit.value).by(limit)


# --- what one reminder may cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A reminder that is about to be sent, as far as its costs depend on it."""

    kind: ReminderKind = ReminderKind.REMINDER
    principal: Money
    debtor: Debtor
    on: date
    due: date
    """Of the invoice."""
    previous: date | None = None
    """The day of the reminder before."""
    fee: Money
    """What the unit itself charges."""
    fees_before: Money = ZERO
    compensation_before: Money = ZERO
    compensation: bool = False
    """Whether the unit charges the standard compensation, and act 30/2013 applies to the claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """What a reminder costs, and why it costs no more."""

    fee: Money
    compensation: Money
    lines: tuple[WorkingLine, ...]


def charge(asked: Asked) -> Charge:
    """The fee and the standard compensation of a reminder, each as far as the law allows."""
    wanted, said = _fee(asked)
    standard, told = _compensation(asked)
    before = asked.fees_before + asked.compensation_before
    # Costs count towards the compensation: together they are never more than the larger of the two.
    whole = max(ZERO, max(standard, asked.fees_before + wanted) - before)
    allowed, cut = _within_cap(asked, before, whole)
    compensation = min(allowed, max(ZERO, standard - before))
    fee = allowed - compensation
    if fee < wanted and not cut:
        said = replace(said, what=N_("Costs are charged only above the standard compensation"))
    if told and standard:
        told = (replace(told[0], amount=compensation),)
    return Charge(fee=fee, compensation=compensation, lines=(*told, replace(said, amount=fee), *cut))


def _fee(asked: Asked) -> tuple[Money, WorkingLine]:
    """The unit's fee within the law's, or nothing and the reason."""
    limit = rules.reminder_fee(asked.debtor, asked.on)
    if not asked.fee:
        return ZERO, WorkingLine(what=N_("The unit charges no fee of reminders"))
    if asked.kind is ReminderKind.DEMAND and asked.debtor is Debtor.CONSUMER:
        return ZERO, WorkingLine(
            what=N_("No fee: the rules give none of a payment demand to a household")
        ).by(limit)
    wait, free = _wait(asked)
    if not free:
        facts: dict[str, Any] = {"days": wait.value}
        early = N_("No fee: it may be charged when {days} days have passed since the reminder before")
        if asked.previous is None:
            early = N_("No fee: it may be charged when {days} days have passed since the due day")
        return ZERO, WorkingLine(what=early, facts=facts).by(wait)
    what = N_("Fee of a reminder, never more than the law allows")
    if asked.kind is ReminderKind.DEMAND:
        what = N_("Fee of our own payment demand, never more than that of a reminder")
    line = WorkingLine(what=what, basis=asked.fee.amount, rate=limit.value.amount).by(limit)
    return min(asked.fee, limit.value), line


def _wait(asked: Asked) -> tuple[Ruled[int], bool]:
    """How many days the law lets pass before a fee, and whether they have passed.

    A firm's are counted from the reminder before; a household's are whole days between, from the due day
    and from the reminder before.
    """
    if asked.debtor is Debtor.CONSUMER:
        wait = rules.reminder_wait_consumer(asked.on)
        return wait, (asked.on - (asked.previous or asked.due)).days > wait.value
    wait = rules.reminder_wait(asked.on)
    return wait, asked.previous is None or (asked.on - asked.previous).days >= wait.value


def days_before_fee(debtor: Debtor, on: date, *, first: bool) -> int:
    """On which day after the due day, or after the reminder before, a fee may be charged at the earliest."""
    if debtor is Debtor.CONSUMER:
        return rules.reminder_wait_consumer(on).value + 1
    return 0 if first else rules.reminder_wait(on).value


def _compensation(asked: Asked) -> tuple[Money, tuple[WorkingLine, ...]]:
    """The standard compensation where it has been charged or may be now, and what is told of it."""
    ruled = rules.standard_compensation(asked.on)
    if asked.compensation_before:
        return ruled.value, ()
    if not asked.compensation:
        return ZERO, ()
    if asked.debtor is Debtor.CONSUMER:
        no = N_("No standard compensation: a household never pays it")
        return ZERO, (WorkingLine(what=no, amount=ZERO).by(ruled),)
    if asked.on <= asked.due:
        no = N_("No standard compensation: no late interest is due")
        return ZERO, (WorkingLine(what=no, amount=ZERO).by(ruled),)
    what = N_("Standard compensation for collection costs, charged once")
    return ruled.value, (WorkingLine(what=what, rate=ruled.value.amount).by(ruled),)


def _within_cap(asked: Asked, before: Money, whole: Money) -> tuple[Money, tuple[WorkingLine, ...]]:
    """What fits under the largest costs in all, with a line when it does not all fit."""
    if asked.debtor is Debtor.CONSUMER:
        return whole, ()
    cap = rules.collection_cap(asked.principal, asked.on)
    room = max(ZERO, cap.value - before)
    if whole <= room:
        return whole, ()
    what = N_("Cut to the largest collection costs in all")
    return room, (
        WorkingLine(what=what, basis=(before + whole).amount, rate=cap.value.amount, amount=room).by(cap),
    )
