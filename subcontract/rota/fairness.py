"""How evenly work has been given: each client's shifts over the last weeks, as figures."""

from dataclasses import dataclass
from datetime import date, timedelta

from subcontract.days import DateRange
from subcontract.people.client import Client
from subcontract.rota.calendar import DAYS_IN_WEEK, week_of
from subcontract.rota.plan import Plan
from subcontract.rota.times import planned_minutes

WEEKS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A client's part of the work over the weeks looked at."""

    client: Client
    shifts: int
    minutes: int
    jobs: int
    """Different jobs, so that variety is seen too."""


def weeks_until(day: date, weeks: int = WEEKS) -> DateRange:
    """The weeks that end with the week of ``day``."""
    last = week_of(day).last
    return DateRange(last - timedelta(days=weeks * DAYS_IN_WEEK - 1), last)


def shares_of(plan: Plan, days: DateRange) -> tuple[Share, ...]:
    """Each active client's shifts on those days, those with the fewest first; nobody is left out."""
    shares = [_share(client, plan, days) for client in plan.clients if client.active]
    return tuple(sorted(shares, key=lambda s: (s.shifts, s.minutes, s.client.name, s.client.number)))


def _share(client: Client, plan: Plan, days: DateRange) -> Share:
    """One client's part."""
    shifts = plan.shifts_of(client.id, days)
    return Share(
        client=client,
        shifts=len(shifts),
        minutes=sum(planned_minutes(shift) for shift in shifts),
        jobs=len({shift.job for shift in shifts}),
    )
