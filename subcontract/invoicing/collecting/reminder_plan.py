"""Which overdue invoices can be reminded today, and what each reminder would say and charge.

Nothing is charged that the law does not allow; each sum has its line, and so has each sum left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from subcontract.days import ONE_DAY
from subcontract.ids import ReminderId, StaffId
from subcontract.invoicing.collecting.collection import Asked, Charge, charge, days_before_fee
from subcontract.invoicing.collecting.late_interest import late_interest
from subcontract.invoicing.collecting.lateness import LateInvoice, costs_total
from subcontract.invoicing.collecting.reference_rates import ReferenceRate
from subcontract.invoicing.collecting.reminding import Reminder, ReminderKind, reminder_line
from subcontract.invoicing.terms import InvoicingTerms
from subcontract.money import ZERO, Money, total
from subcontract.problems import Code, Refused
from subcontract.rules import Debtor, InterestAct, WorkingLine
from subcontract.words import N_

FIRST_DEMAND: Final = 3
"""The third letter is a payment demand."""


class Hold(StrEnum):
    """Why an invoice is not reminded now."""

    DISPUTED = "disputed"
    TOO_EARLY = "too_early"
    """The unit's time, or the law's, has not passed."""
    TIME_TO_PAY = "time_to_pay"
    """The last reminder's own time to pay goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminding:
    """By what the unit reminds, and the day."""

    terms: InvoicingTerms
    typed: tuple[ReferenceRate, ...] = ()
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A reminder as it would be sent today."""

    of: LateInvoice
    kind: ReminderKind
    step: int
    day: date
    due: date
    hold: Hold | None
    """``None`` when it can be sent."""
    free_from: date | None
    """The first day on which it can be sent, where a day decides."""
    principal: Money
    fee: Money
    earlier_fees: Money
    interest: Money
    interest_to: date | None
    compensation: Money
    lines: tuple[WorkingLine, ...]

    @property
    def total(self) -> Money:
        """What it would ask for."""
        return self.principal + self.fee + self.earlier_fees + self.interest + self.compensation


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """Who sends, when, and under which id."""

    id: ReminderId
    by: StaffId
    at: datetime


def proposal(of: LateInvoice, by: Reminding) -> Proposal | None:
    """What would be sent of an invoice today; ``None`` when nothing of it is overdue."""
    if of.principal <= ZERO or by.today <= of.invoice.due:
        return None
    step = 1 if of.last is None else of.last.step + 1
    kind = ReminderKind.REMINDER if step < FIRST_DEMAND else ReminderKind.DEMAND
    hold, free_from = _held(of, by)
    interest, interest_to, told = _interest(of, by)
    cost = _charge(of, by, kind)
    earlier = costs_total(of.unbilled_costs)
    return Proposal(
        of=of,
        kind=kind,
        step=step,
        day=by.today,
        due=by.today + timedelta(days=by.terms.next_reminder_days),
        hold=hold,
        free_from=free_from,
        principal=of.principal,
        fee=cost.fee,
        earlier_fees=earlier,
        interest=interest,
        interest_to=interest_to,
        compensation=cost.compensation,
        lines=(_open_line(of), *told, *_earlier_lines(earlier), *cost.lines),
    )


def proposals(late: Iterable[LateInvoice], by: Reminding) -> tuple[Proposal, ...]:
    """What would be sent today, the longest overdue first."""
    found = (proposal(one, by) for one in late)
    kept = [one for one in found if one is not None]
    return tuple(sorted(kept, key=lambda one: (one.of.invoice.due, one.of.invoice.number)))


def sent(proposed: Proposal, sending: Sent, text: str) -> Reminder:
    """The reminder as it is kept."""
    invoice = proposed.of.invoice
    return Reminder(
        id=sending.id,
        unit=invoice.unit,
        invoice=invoice.id,
        customer=invoice.customer,
        kind=proposed.kind,
        step=proposed.step,
        day=proposed.day,
        due=proposed.due,
        principal=proposed.principal,
        fee=proposed.fee,
        earlier_fees=proposed.earlier_fees,
        interest=proposed.interest,
        interest_to=proposed.interest_to,
        compensation=proposed.compensation,
        total=proposed.total,
        text=text,
        lines=tuple(reminder_line(line) for line in proposed.lines),
        by=sending.by,
        at=sending.at,
    )


# --- when


def _held(of: LateInvoice, by: Reminding) -> tuple[Hold | None, date | None]:
    """Why it is not sent today, and from which day it is free."""
    if of.dispute is not None:
        return Hold.DISPUTED, None
    free = first_day(of, by)
    if by.today >= free:
        return None, free
    return (Hold.TOO_EARLY if of.last is None else Hold.TIME_TO_PAY), free


def first_day(of: LateInvoice, by: Reminding) -> date:
    """The first day for the next reminder: by the unit's terms, and so late that its fee is lawful."""
    last, terms = of.last, by.terms
    since = of.invoice.due if last is None else last.day
    days = terms.first_reminder_days if last is None else terms.next_reminder_days + 1
    household = of.debtor is Debtor.CONSUMER
    fee = terms.fee_consumer if household else terms.fee_business
    if fee and not of.invoice.is_interest:
        days = max(days, days_before_fee(of.debtor, by.today, first=last is None))
    free = since + timedelta(days=days)
    return free if last is None else max(free, last.due + ONE_DAY)


# --- how much


def _open_line(of: LateInvoice) -> WorkingLine:
    """What is open of the invoice."""
    return WorkingLine(what=N_("Open of the invoice"), amount=of.principal)


def _interest(of: LateInvoice, by: Reminding) -> tuple[Money, date | None, tuple[WorkingLine, ...]]:
    """Interest to today; none is charged while a rate is not known, nor on interest."""
    if of.invoice.is_interest:
        return ZERO, None, (WorkingLine(what=N_("No interest is charged on late interest"), amount=ZERO),)
    try:
        found = late_interest(of.debt, by.today, of.by(by.terms, by.typed))
    except Refused as refused:
        problem = refused.problems[0]
        if problem.code is not Code.RATE_UNKNOWN:
            raise
        return ZERO, None, (_unknown(problem.facts.get("first"), problem.facts.get("last")),)
    return found.interest, by.today, found.lines


def _unknown(first: object, last: object) -> WorkingLine:
    """Interest that cannot be reckoned."""
    what = N_("No interest: the reference rate of {first}–{last} is not known. Write it in in the settings")
    return WorkingLine(what=what, facts={"first": first, "last": last}, amount=ZERO)


def _earlier_lines(earlier: Money) -> tuple[WorkingLine, ...]:
    """What reminders before cost."""
    if not earlier:
        return ()
    return (WorkingLine(what=N_("Costs of earlier reminders, not paid"), amount=earlier),)


def _charge(of: LateInvoice, by: Reminding, kind: ReminderKind) -> Charge:
    """Fee and compensation; a reminder of an interest invoice costs nothing."""
    if of.invoice.is_interest:
        free = WorkingLine(what=N_("A reminder of an interest invoice costs nothing"), amount=ZERO)
        return Charge(fee=ZERO, compensation=ZERO, lines=(free,))
    terms, household = by.terms, of.debtor is Debtor.CONSUMER
    return charge(
        Asked(
            kind=kind,
            principal=of.principal,
            debtor=of.debtor,
            on=by.today,
            due=of.invoice.due,
            previous=None if of.last is None else of.last.day,
            fee=terms.fee_consumer if household else terms.fee_business,
            fees_before=total(one.fee for one in of.reminders),
            compensation_before=total(one.compensation for one in of.reminders),
            compensation=terms.standard_compensation and terms.interest_act is InterestAct.COMMERCIAL,
        )
    )
