"""What of a payout belongs to which job: for accounts that follow costs by their place."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from subcontract.hours.entry import WorkEntry
from subcontract.ids import EntryId, JobId
from subcontract.money import ZERO, Money, total
from subcontract.payout.records import PayoutLine

Entries = Mapping[EntryId, WorkEntry]
ByJob = Mapping[JobId | None, Money]
"""Money by job; ``None`` is what belongs to no job that is known."""


def job_of(line: PayoutLine, entries: Entries) -> JobId | None:
    """The one job that a line is of; a line of several jobs, or of none, has none."""
    jobs = {entries[one].job for one in line.entries if one in entries}
    return jobs.pop() if len(jobs) == 1 else None


def by_job(lines: Iterable[PayoutLine], entries: Entries) -> ByJob:
    """Lines over the jobs behind them by minutes, to the cent; a line without entries has no job."""
    found: dict[JobId | None, Money] = defaultdict(lambda: ZERO)
    for line in lines:
        minutes: dict[JobId | None, int] = defaultdict(int)
        for one in line.entries:
            if one in entries:
                minutes[entries[one].job] += max(1, entries[one].minutes)
        for job, part in _shared(line.amount, minutes).items():
            found[job] += part
    return _told(found)


def topped_up(known: ByJob, amount: Money) -> ByJob:
    """Money by job that comes to ``amount``: what is over, or missing, belongs to no job."""
    rest = amount - total(known.values())
    return _told({**known, None: known.get(None, ZERO) + rest})


def in_proportion(amount: Money, to: ByJob) -> ByJob:
    """An amount over jobs as another sum falls on them; what is below zero there draws nothing."""
    return _shared(amount, {job: part.cents for job, part in to.items() if part > ZERO})


def put_together(sums: Collection[ByJob]) -> ByJob:
    """Sums by job, added."""
    jobs = dict.fromkeys(job for one in sums for job in one)
    return _told({job: total(one.get(job, ZERO) for one in sums) for job in jobs})


def _shared(amount: Money, weights: Mapping[JobId | None, int]) -> ByJob:
    """An amount over jobs by weights; without any it belongs to no job."""
    order = sorted(weights, key=str)
    if not order:
        return _told({None: amount})
    parts = amount.share_out({at: weights[job] for at, job in enumerate(order)})
    return _told({job: parts[at] for at, job in enumerate(order)})


def _told(sums: ByJob) -> ByJob:
    """Without what is nothing."""
    return {job: amount for job, amount in sums.items() if amount}
