"""Up to which month wages have been paid, and what a change before its end does; no Qt."""

from datetime import date

from subcontract.days import Month
from subcontract.ids import UnitId
from subcontract.payout.records import Ledger, PayRunState
from subcontract.ports import Lists
from subcontract.words import N_, Texts


def paid_until(lists: Lists, unit: UnitId) -> Month | None:
    """The latest month whose wages have been approved."""
    approved = lists.pay_runs.where(unit=unit, ledger=Ledger.WAGE, state=PayRunState.APPROVED)
    return max((run.month for run in approved), default=None)


def about_paid(paid: Month | None, first: date, texts: Texts) -> str:
    """What a change from a day on does to months that have been paid, or ``""``."""
    if paid is None or first > paid.last:
        return ""
    said = N_(
        "Wages have been paid up to {month}. What is paid stays as it is: the difference comes as lines "
        "of its own in the next open pay run."
    )
    return texts.say(said, month=paid)
