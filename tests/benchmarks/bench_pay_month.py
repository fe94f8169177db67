"""How long a month's pay run of 500 clients takes: reckoned, stored, logged and committed.

Run from the root: ``python -m tests.benchmarks.bench_pay_month``. The same month is reckoned beside it by
the pure function alone, so the ratio tells what storage costs.
"""

import resource
import time
from datetime import date

import db
from subcontract.actions.allowance_facts import month_facts
from subcontract.actions.calculate_pay_run import CalculatePayRun, calculate_pay_run
from subcontract.actions.pay_source import PaySource
from subcontract.actions.perform import perform
from subcontract.clock import standing_at
from subcontract.days import Month
from subcontract.payout.calculate import calculate, paid_of
from subcontract.payout.records import Ledger
from tests import make
from tests.benchmarks import county

MONTH = Month(2026, 10)
DAYS = 20
AIM_SECONDS = 2


def main() -> None:
    """Measure and print."""
    store = db.open_temporary()
    county.settle(store.open_books)
    count = county.work(store.open_books, MONTH, DAYS)
    with store.open_lists() as lists:
        facts = month_facts(PaySource(books=lists, unit=make.UNIT, ledger=Ledger.ALLOWANCE), MONTH)
    begun = time.perf_counter()
    results = calculate(facts)
    pure = time.perf_counter() - begun
    begun = time.perf_counter()
    done = perform(
        calculate_pay_run,
        CalculatePayRun(month=MONTH),
        store.open_books,
        standing_at(date(2026, 11, 2)),
        make.worker(),
    )
    whole = time.perf_counter() - begun
    store.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"entries {count}, people {len(results)}, paid {paid_of(results)} = {done.facts['paid']}")
    print(
        f"reckoned alone {pure:.2f} s; read, reckoned, stored and logged {whole:.2f} s (aim {AIM_SECONDS} s)"
    )
    print(f"ratio {whole / pure:.2f}; peak memory {memory} MB")


if __name__ == "__main__":
    main()
