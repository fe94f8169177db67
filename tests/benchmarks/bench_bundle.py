"""1 000 kept invoices put together in one sorted PDF, as the page "Print many" does: read one by one, joined.

Run from the root: ``python -m tests.benchmarks.bench_bundle [how many]``. The papers are issued first; then
a process of its own reads them from the same encrypted file and joins them, so that its memory is that of
the joining alone. Seconds are those of the clock: reading waits for the disk as it would for the user.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import db
from subcontract.actions.issue_invoice import PAPER
from subcontract.days import DateRange
from subcontract.ids import InvoiceId
from subcontract.papers.bundle import put_together
from subcontract.ports import Lists
from tests.benchmarks import bench_invoices
from ui.texts import CatalogueTexts

COUNT = 1000
PASSWORD = "salasana on pitkä"


def made(path: Path, count: int) -> None:
    """A file with so many issued invoices."""
    store = db.create_embedded(path, PASSWORD)
    ready = bench_invoices.drafts(store, count)
    with store.open_books() as books:
        bench_invoices.issue(books, ready, cache(CatalogueTexts))
        books.commit()
    store.close()


def joined(path: Path) -> tuple[int, int, tuple[int, int], float]:
    """How many papers and bytes, the peaks of memory after opening and after joining, and seconds."""
    store = db.open_embedded(path, PASSWORD)
    before = _peak()
    began = time.monotonic()
    with store.open_lists() as lists:
        heads = sorted(lists.invoice_heads(DateRange(bench_invoices.TODAY)), key=lambda one: one.number)
        whole = put_together(_papers(lists, [one.id for one in heads]), lambda _at: None, own_sheets=False)
    seconds = time.monotonic() - began
    store.close()
    return len(heads), len(whole), (before, _peak()), seconds


def _papers(lists: Lists, wanted: list[InvoiceId]) -> Iterator[tuple[bytes, ...]]:
    for one in wanted:
        paper = lists.papers.find(one, PAPER)
        yield (paper.content,) if paper else ()


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(1, get_context("spawn")) as alone:
        path = Path(folder) / "invoices.urakka"
        made(path, count)
        papers, size, (before, most), seconds = alone.submit(joined, path).result()
    print(f"{papers} papers in one file of {size / 1e6:.1f} MB in {seconds:.1f} s")
    print(f"peak memory {before} MB after opening the file, {most} MB after joining")


if __name__ == "__main__":
    main()
