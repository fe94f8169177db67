"""What is said of a pay run's pay day: that it has moved, or has gone already; no Qt."""

from collections.abc import Iterator
from datetime import date

from subcontract import rules
from subcontract.actions.calculate_pay_run import pay_day_of, usual_pay_day
from subcontract.payout.handing import bank_day
from subcontract.payout.records import PayRun
from subcontract.words import N_, Texts

MOVED = N_("Pay day {agreed} is no bank day, so the money is paid on {day}, the bank day before it.")


def about_pay_day(run: PayRun, today: date, texts: Texts) -> Iterator[str]:
    """Where the agreed day is off, the bank day before it; and what follows when that has gone."""
    paid = rules.pay_day(run.pay_day).value
    usual = usual_pay_day(run.month)
    agreed = usual if run.pay_day == pay_day_of(run.month) else run.pay_day
    if agreed != paid:
        yield texts.say(MOVED, agreed=agreed, day=paid)
    if not run.approved and paid < today:
        yield late(run, today, texts)


def late(run: PayRun, today: date, texts: Texts) -> str:
    """What to do about a day that has gone; tax is withheld by the day of paying."""
    paid, next_day = rules.pay_day(run.pay_day).value, bank_day(run.pay_day, today)
    words = N_("The pay day {day} has gone: the bank can pay on {next} at the earliest.")
    said = texts.say(words, day=paid, next=next_day)
    if next_day.year == paid.year:
        return said
    more = N_(
        "That is another year than the one whose tax cards and percentages were used. "
        "Ask the tax adviser before approving."
    )
    return f"{said} {texts.say(more)}"


def is_late(run: PayRun, today: date) -> bool:
    """Whether a run's money cannot come on its day any more."""
    return rules.pay_day(run.pay_day).value < today
