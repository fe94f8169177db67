"""How long the question of a proposal takes to read: 500 clients, four weeks, twelve weeks of memory.

Run from the root: ``python -m tests.benchmarks.bench_question``, with ``--profile`` to see what takes it.
Four people in five are employed and every third of those has a pension whose limit is watched.
"""

import argparse
import cProfile
import os
import platform
import pstats
import time
from datetime import date, timedelta

import db
from subcontract.days import DateRange, Month
from subcontract.ports import Lists
from subcontract.rota.calendar import DAYS_IN_WEEK
from tests import make
from tests.benchmarks import county_pay, county_rota
from ui.presenters.rota.proposal.question import Question, read_question

MONDAY = date(2026, 11, 16)
WEEKS_BEFORE, WEEKS_ASKED, TIMES = 12, 4, 5
DAYS = DateRange(MONDAY, MONDAY + timedelta(days=DAYS_IN_WEEK * WEEKS_ASKED - 1))


def read(lists: Lists) -> Question:
    """What the proposal page reads."""
    return read_question(lists, make.UNIT, DAYS, MONDAY)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--profile", action="store_true")
    profiled = parser.parse_args().profile
    store = db.open_temporary()
    county_pay.settle(store.open_books, Month(2026, 10))
    past = range(-WEEKS_BEFORE, 0)
    county_rota.settle(store.open_books, MONDAY, range(-WEEKS_BEFORE, WEEKS_ASKED), past)
    print(f"{platform.platform()}, {os.cpu_count()} processors, Python {platform.python_version()}")
    with store.open_lists() as lists:
        found = read(lists)
    problem = found.problem
    print(f"{len(problem.people)} people, {len(problem.slots)} shifts, {len(found.seen)} places taken")
    used = []
    for _ in range(TIMES):
        with store.open_lists() as lists:
            begun = time.process_time()
            read(lists)
            used.append(time.process_time() - begun)
    print(f"processor time: least {min(used):.2f} s, middle {sorted(used)[TIMES // 2]:.2f} s")
    if profiled:
        with store.open_lists() as lists, cProfile.Profile() as profile:
            read(lists)
        pstats.Stats(profile).sort_stats("cumulative").print_stats(45)
    store.close()


if __name__ == "__main__":
    main()
