"""100 000 random invoices and credit notes, exact to the cent between all the places that show them.

Run from the root: ``python -m tests.benchmarks.exact_invoices [how many [first seed]]``, with as many
processes as there are processors. Each is reckoned a second time in whole numbers; that is compared with
the texts of the screens, the text of the PDF's pages, Finvoice, UBL (of those whom Peppol can reach) and
the voucher. Any difference is printed and fails the run.
"""

import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from multiprocessing import get_context

from tests.exact_invoices import batch, compared

COUNT, BATCH = 100_000, 200
SHOWN = 20


def of_seed(seed: int) -> tuple[Counter[str], list[str], float]:
    """One batch: counts, differences, and the seconds of the processor it took."""
    begun = time.process_time()
    counts, wrong = compared(batch(seed, BATCH))
    return counts, [f"seed {seed}: {one}" for one in wrong], time.process_time() - begun


def main() -> None:
    """Compare and print."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    counts, wrong, spent = Counter[str](), list[str](), 0.0
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as processes:
        seeds = count(first)
        while counts["all"] < wanted:
            left = -(-(wanted - counts["all"]) // BATCH)
            for more, differing, took in processes.map(of_seed, [next(seeds) for _ in range(min(left, 50))]):
                counts.update(more)
                wrong += differing
                spent += took
            print(f"{counts['all']} compared, {len(wrong)} differences, {spent:.0f} s", flush=True)
    print(", ".join(f"{place} {number}" for place, number in counts.items()))
    print(f"{1000 * spent / counts['all']:.1f} ms of the processor each")
    for one in wrong[:SHOWN]:
        print(one)
    if wrong:
        sys.exit(f"{len(wrong)} differences")


if __name__ == "__main__":
    main()
