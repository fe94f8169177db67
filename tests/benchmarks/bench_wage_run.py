"""How long the pay runs of 500 people with every form of pay take: reckoned, stored, logged and committed.

Run from the root: ``python -m tests.benchmarks.bench_wage_run``. The same wages are reckoned beside it by
the pure function alone, so the ratio tells what reading and storing cost. A second calculation of the
same month, as after a change, is told too.
"""

import resource
import time
from datetime import date

import db
from subcontract.actions.calculate_pay_run import CalculatePayRun, calculate_pay_run
from subcontract.actions.pay_facts import results_of
from subcontract.actions.perform import perform
from subcontract.clock import standing_at
from subcontract.days import Month
from subcontract.payout.records import Ledger
from subcontract.ports import OpenBooks
from tests import make
from tests.benchmarks import county, county_pay

MONTH = Month(2026, 10)
DAYS = 20
PAY_DAY = date(2026, 11, 13)
AIM_SECONDS, AIM_MEGABYTES = 3, 300


def main() -> None:
    """Measure and print."""
    store = db.open_temporary()
    county_pay.settle(store.open_books, MONTH)
    count = county.work(store.open_books, MONTH, DAYS)
    begun = time.perf_counter()
    with store.open_lists() as lists:
        results = results_of(lists, make.UNIT, Ledger.WAGE, MONTH, PAY_DAY)
    pure = time.perf_counter() - begun
    both = sum(calculated(store.open_books, ledger) for ledger in Ledger)
    again = calculated(store.open_books, Ledger.WAGE)
    with store.open_lists() as lists:
        payouts = lists.payouts.all()
    store.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    rules = {line.rule for payout in payouts for line in payout.lines}
    print(f"{len(payouts)} people, {count} entries, {len(results)} of them on wages; lines: {sorted(rules)}")
    print(f"both ledgers read, reckoned, stored and logged {both:.2f} s (aim {AIM_SECONDS} s)")
    print(
        f"wages read and reckoned alone {pure:.2f} s: ratio {both / pure:.2f}; reckoned again {again:.2f} s"
    )
    print(f"peak memory {memory} MB (aim {AIM_MEGABYTES} MB)")


def calculated(open_books: OpenBooks, ledger: Ledger) -> float:
    """Calculate the month of a ledger; seconds."""
    begun = time.perf_counter()
    ask = CalculatePayRun(month=MONTH, ledger=ledger, pay_day=PAY_DAY)
    perform(calculate_pay_run, ask, open_books, standing_at(date(2026, 11, 2)), make.worker())
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
