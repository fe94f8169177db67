"""How long lists take over ten years of 500 clients' entries (some 1.2 million).

Run from the root: ``python -m tests.benchmarks.bench_lists [years]``. Each query is timed in the
big store and in one of a single year, so the ratio tells how a list grows with the years.
"""

import sys
import time
from collections.abc import Callable
from datetime import date
from statistics import median
from uuid import UUID

import db
from db.store import Store
from subcontract.days import DateRange, Month
from subcontract.ids import JobId
from subcontract.ports import Lists
from tests.benchmarks import county

YEARS = 10
LAST = 2026
TURNS = 5
AIM_SECONDS = 0.2
DAY = date(LAST, 10, 14)
MONTH = Month(LAST, 10)
JOB = JobId(UUID(int=30_001))

LISTS: dict[str, Callable[[Lists], object]] = {
    "clients": lambda lists: lists.clients.all(),
    "jobs": lambda lists: lists.jobs.all(),
    "customers": lambda lists: lists.customers.all(),
    "a day's entries": lambda lists: lists.entries.within(DateRange(DAY, DAY)),
    "a job's month": lambda lists: lists.entries.within(MONTH.days, job=JOB),
    "sums of a month": lambda lists: lists.entry_sums(MONTH.days),
    "sums of a job's year": lambda lists: lists.entry_sums(
        DateRange(date(LAST, 1, 1), date(LAST, 12, 31)), job=JOB
    ),
    "invoices of a year": lambda lists: lists.invoice_heads(DateRange(date(LAST, 1, 1), date(LAST, 12, 31))),
    "find anything": lambda lists: lists.find("aalto"),
}


def filled(years: int) -> tuple[Store, int]:
    """A store with so many years of work, the last one being ``LAST``."""
    store = db.open_temporary()
    county.settle(store.open_books)
    months = [Month(year, number) for year in range(LAST - years + 1, LAST + 1) for number in range(1, 13)]
    return store, sum(county.work(store.open_books, month, 20) for month in months)


def seconds(store: Store, query: Callable[[Lists], object]) -> float:
    """The median time of a query with its connection."""
    taken = []
    for _ in range(TURNS):
        begun = time.perf_counter()
        with store.open_lists() as lists:
            query(lists)
        taken.append(time.perf_counter() - begun)
    return median(taken)


def main() -> None:
    """Measure and print."""
    years = int(sys.argv[1]) if len(sys.argv) > 1 else YEARS
    begun = time.perf_counter()
    (small, few), (big, many) = filled(1), filled(years)
    print(f"{few} and {many} entries, filled in {time.perf_counter() - begun:.0f} s")
    print(f"aim {AIM_SECONDS} s a list")
    for name, query in LISTS.items():
        one, all_years = seconds(small, query), seconds(big, query)
        print(f"{name:22} {all_years:7.3f} s   of one year {one:7.3f} s   ratio {all_years / one:6.2f}")
    small.close()
    big.close()


if __name__ == "__main__":
    main()
