"""1 000 invoices numbered, totalled, stored with their entries, made PDF and logged, against bare drawing.

Run from the root: ``python -m tests.benchmarks.bench_invoices [how many]``. Bare drawing is what
``bench_papers`` records: the same pages by canvas calls alone, with no number, total, storage or log. Both
sides take turns in one process and are measured in processor time, so that what else the machine does
counts for neither; both have their fonts and words open, and what opening ours takes is told. The memory
is that of a process that only issues.
"""

import resource
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from functools import cache
from multiprocessing import get_context
from uuid import UUID

import db
from db.store import Store
from subcontract import ids, papers
from subcontract.actions.claims import claim
from subcontract.actions.issue_invoice import IssueInvoice, issue_invoice
from subcontract.actions.make_quote import TextsIn
from subcontract.actions.perform import act_in
from subcontract.clock import standing_at
from subcontract.days import Month
from subcontract.hours.entry import WorkEntry
from subcontract.ids import CustomerId, DraftId, InvoiceId, InvoiceLineId
from subcontract.invoicing.records import Draft, InvoiceLine
from subcontract.ports import Books
from tests import make
from tests.benchmarks import bench_papers, county
from tests.make_papers import invoice, invoice_line
from ui.texts import CatalogueTexts

COUNT = 1000
TURN = 250
LINES = 4
MONTH = Month(2026, 10)
TODAY = date(2026, 11, 2)


def drafts(store: Store, count: int) -> list[Draft]:
    """Drafts of four lines, each line billing two entries."""
    county.settle(store.open_books)
    county.work(store.open_books, MONTH, 1 + count * LINES * 2 // county.CLIENTS)
    made = []
    with store.open_books() as books:
        entries = iter(books.entries.within(MONTH.days))
        for number in range(count):
            draft = Draft(
                id=DraftId(ids.new()),
                unit=make.UNIT,
                customer=CustomerId(UUID(int=20_000 + number % county.CUSTOMERS)),
                period=MONTH.days,
                lines=tuple(_line(at, next(entries), next(entries)) for at in range(LINES)),
                made_on=TODAY,
            )
            books.drafts.add(draft)
            claim(books, draft.lines)
            made.append(draft)
        books.commit()
    return made


def _line(at: int, *of: WorkEntry) -> InvoiceLine:
    """A line that bills entries."""
    return replace(
        invoice_line(at + 1),
        id=InvoiceLineId(ids.new()),
        job=of[0].job,
        phase=of[0].phase,
        supplied=MONTH.days,
        entries=tuple(entry.id for entry in of),
    )


class Run:
    """Seconds of the processor that each side has taken."""

    def __init__(self) -> None:
        self.whole = 0.0
        self.bare = 0.0
        self.keeping = 0.0
        self.numbers: list[int] = []

    def take(self, books: Books, some: list[Draft], texts_in: TextsIn) -> None:
        """Issue some drafts, then draw their pages."""
        self.whole += bench_papers.seconds(lambda: issue(books, some, texts_in))
        issued = [books.invoices.get(InvoiceId(draft.id)) for draft in some]
        self.numbers += [invoice.number for invoice in issued]
        pages = [bench_papers.recorded(invoice, make.unit()) for invoice in issued]
        plain = [bench_papers.in_plain_fonts(one) for one in pages]
        self.bare += bench_papers.seconds(lambda: [bench_papers.bare(one) for one in plain])
        self.keeping += bench_papers.seconds(lambda: [bench_papers.bare(one) for one in pages])

    def tell(self) -> None:
        """Print what came of it."""
        count = len(self.numbers)
        gapless = sorted(self.numbers) == list(range(min(self.numbers), min(self.numbers) + count))
        each = 1000 * self.whole / count
        print(f"{count} invoices, gapless: {gapless}; {each:.1f} ms each, {self.whole:.1f} s in all")
        print(f"bare drawing of the same pages {self.bare:.1f} s; ratio {self.whole / self.bare:.2f}")
        ratio = self.whole / self.keeping
        print(f"bare drawing with our fonts, which are kept, {self.keeping:.1f} s; ratio {ratio:.2f}")


def issue(books: Books, some: list[Draft], texts_in: TextsIn) -> None:
    """Issue drafts as the office does, each an act of its own in the log."""
    clock, who = standing_at(TODAY), make.worker()
    for draft in some:
        ask = IssueInvoice(draft=draft.id, version=draft.version, texts_in=texts_in)
        act_in(books, issue_invoice, ask, clock, who)


def prepared(count: int) -> tuple[Store, list[Draft], TextsIn, float]:
    """A store with drafts, and words and fonts that took so many seconds to open."""
    store = db.open_temporary()
    ready = drafts(store, count)
    texts_in = cache(CatalogueTexts)
    opening = bench_papers.seconds(lambda: papers.invoice_pdf(invoice(), make.unit(), texts_in("fi")))
    return store, ready, texts_in, opening


def memory(count: int) -> tuple[int, int]:
    """The most megabytes a process has held before it issues, and when it has issued."""
    store, ready, texts_in, _ = prepared(count)
    before = _peak()
    with store.open_books() as books:
        issue(books, ready, texts_in)
        books.commit()
    store.close()
    return before, _peak()


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with ProcessPoolExecutor(1, get_context("spawn")) as alone:
        before, most = alone.submit(memory, count).result()
    store, ready, texts_in, opening = prepared(count)
    run = Run()
    with store.open_books() as books:
        for at in range(0, count, TURN):
            run.take(books, ready[at : at + TURN], texts_in)
        run.whole += bench_papers.seconds(books.commit)
    store.close()
    run.tell()
    print(f"before the first: fonts, signs and words opened in {opening:.1f} s, once in a program's life")
    print(f"peak memory {before} MB with all drafts made, {most} MB with all invoices issued")


if __name__ == "__main__":
    main()
