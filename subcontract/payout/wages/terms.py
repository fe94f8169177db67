"""Which agreement a piece of work is paid by, and for how long an employment has lasted."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from subcontract import rules
from subcontract.days import ONE_DAY
from subcontract.ids import ClientId, JobId
from subcontract.people.employment import Employment, FeeTerms

SHORT_BREAK_DAYS = 7
"""Employments with a break this short between them count as one (TSL 1:5, which gives no number)."""


class Agreements:
    """Employments and agreements of fees, quick to ask for a client's work on a day."""

    def __init__(self, employments: Iterable[Employment], fee_terms: Iterable[FeeTerms] = ()) -> None:
        """Index them by client."""
        self._employments: dict[ClientId, list[Employment]] = defaultdict(list)
        self._fees: dict[ClientId, list[FeeTerms]] = defaultdict(list)
        for employment in employments:
            self._employments[employment.client].append(employment)
        for fee in fee_terms:
            self._fees[fee.client].append(fee)

    def of(self, client: ClientId) -> tuple[Employment, ...]:
        """A client's employments in the order of their first days."""
        return tuple(sorted(self._employments.get(client, ()), key=lambda one: (one.days, str(one.id))))

    def employments_on(self, client: ClientId, day: date, job: JobId | None) -> tuple[Employment, ...]:
        """The employments that cover work at a job on a day, the one that counts first.

        One for the very job goes before one that continues from job to job; of several, the latest.
        A typed line has no job and may belong to any of them.
        """
        on_day = [one for one in self._employments.get(client, ()) if day in one.days]
        own = [one for one in on_day if job is not None and one.job == job]
        general = [one for one in on_day if one.job is None]
        found = own or general or (on_day if job is None else [])
        return tuple(sorted(found, key=lambda one: (one.days.first, str(one.id)), reverse=True))

    def fees_on(self, client: ClientId, day: date) -> tuple[FeeTerms, ...]:
        """The agreements of a fee on a day, the one that counts first."""
        found = [one for one in self._fees.get(client, ()) if day in one.days]
        return tuple(sorted(found, key=lambda one: (one.days.first, str(one.id)), reverse=True))

    def has_fees(self, client: ClientId) -> bool:
        """Whether a fee has ever been agreed with a client."""
        return bool(self._fees.get(client))


def lasted_since(employment: Employment, all_of_client: Iterable[Employment]) -> date:
    """The day from which an employment counts as one with those before it."""
    since = employment.days.first
    for one in sorted(all_of_client, key=lambda one: one.days, reverse=True):
        touches = one.days.last.toordinal() + 1 + SHORT_BREAK_DAYS >= since.toordinal()
        if one.days.first < since and touches:
            since = one.days.first
    return since


def lasted_a_year(since: date, until: date) -> bool:
    """Whether an employment has lasted a year by the end of a day (162/2005 5, 12 and 16 §)."""
    return until >= rules.years_after(since, 1) - ONE_DAY
