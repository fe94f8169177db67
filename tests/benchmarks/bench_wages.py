"""Wages: 100 000 random months against the reckoning in whole numbers, and how long a county's month takes.

Run from the root: ``python -m tests.benchmarks.bench_wages``, with another number of months if wanted. A
month of one person counts as one. It stops at the first month on which the two do not agree.
"""

import json
import resource
import sys
import time
from random import Random

from subcontract.payout.wages.calculate import wage_month
from tests.random_wages import (
    RandomMonth,
    as_facts,
    by_integers,
    by_the_program,
    in_integers,
    random_case,
    random_month,
    random_person,
)
from tests.ui.test_command_line import answers

MONTHS = 100_000
PAYMENTS = 10_000
PEOPLE = 500
AIM_OF_RUN, AIM_OF_PAYMENTS = 3, 5


def main() -> None:
    """Measure and print."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else MONTHS
    _county()
    _payments()
    _months(wanted)


def _county() -> None:
    """The gross and net of everybody in one run, storage left out."""
    chance = Random(1)
    people = tuple(random_person(chance, number) for number in range(1, PEOPLE + 1))
    facts, paying, _ = as_facts(
        RandomMonth(people=people, pots=random_month(chance).pots, sunday=1000, holiday=1000)
    )
    begun = time.process_time()
    results = wage_month(facts, paying)
    spent = time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    lines = sum(len(result.lines) for result in results.values())
    print(
        f"{len(results)} people, {len(facts.entries)} entries, {lines} lines: {spent:.2f} s of the processor"
    )
    print(f"(aim {AIM_OF_RUN} s with storage); peak memory {memory} MB")


def _payments() -> None:
    """Cases of ``urakka calc wage``, each agreeing with the second reckoning."""
    chance = Random(2)
    cases = [random_case(chance) for _ in range(PAYMENTS)]
    given = [json.dumps(case) for case in cases]
    begun = time.process_time()
    told = answers("wage", given)
    spent = time.process_time() - begun
    wrong = [case for case, answer in zip(cases, told, strict=True) if answer != in_integers(case)]
    print(
        f"{PAYMENTS} payments: {spent:.2f} s of the processor (aim {AIM_OF_PAYMENTS} s), {len(wrong)} differ"
    )
    if wrong:
        sys.exit(json.dumps(wrong[0]))


def _months(wanted: int) -> None:
    """Random months until so many people's have been compared."""
    chance, compared = Random(3), 0
    begun = time.process_time()
    while compared < wanted:
        told = random_month(chance)
        if by_the_program(told) != by_integers(told):
            sys.exit(f"after {compared} months: {told}")
        compared += len(told.people)
    print(f"{compared} months of one person agree; {time.process_time() - begun:.0f} s of the processor")


if __name__ == "__main__":
    main()
