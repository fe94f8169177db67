"""1 000 invoices numbered, totalled, stored with their entries, made PDF and logged, against bare drawing.

Run from the root: ``python -m tests.benchmarks.bench_invoices [how many]``. Bare drawing is what
``bench_papers`` records: the same pages by canvas calls alone, with no number, total, storage or log.
"""

import resource
import sys
import time
from dataclasses import replace
from datetime import date
from uuid import UUID

import db
from db.store import Store
from subcontract import ids
from subcontract.actions.claims import claim
from subcontract.actions.issue_invoice import IssueInvoice, issue_invoice
from subcontract.actions.perform import act_in
from subcontract.clock import standing_at
from subcontract.days import Month
from subcontract.hours.entry import WorkEntry
from subcontract.ids import CustomerId, DraftId, InvoiceLineId
from subcontract.invoicing.records import Draft, InvoiceLine
from subcontract.words import Texts
from tests import make
from tests.benchmarks import bench_papers, county
from tests.make_papers import invoice_line
from ui.texts import CatalogueTexts

COUNT = 1000
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


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    store = db.open_temporary()
    ready = drafts(store, count)
    words: dict[str, Texts] = {}

    def texts_in(language: str) -> Texts:
        return words.setdefault(language, CatalogueTexts(language))

    clock, who = standing_at(TODAY), make.worker()
    begun = time.perf_counter()
    with store.open_books() as books:
        for draft in ready:
            ask = IssueInvoice(draft=draft.id, version=draft.version, texts_in=texts_in)
            act_in(books, issue_invoice, ask, clock, who)
        books.commit()
    whole = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    with store.open_lists() as lists:
        issued = lists.invoices.within(MONTH.plus(1).days)
    store.close()
    pages = [bench_papers.recorded(invoice, make.unit()) for invoice in issued]
    bare = bench_papers.seconds(lambda: [bench_papers.bare(one) for one in pages])
    numbers = sorted(invoice.number for invoice in issued)
    gapless = numbers == list(range(numbers[0], numbers[0] + count))
    print(f"{count} invoices, gapless: {gapless}; {1000 * whole / count:.1f} ms each, {whole:.1f} s in all")
    print(f"bare drawing of the same pages {bare:.1f} s; ratio {whole / bare:.2f}; peak memory {memory} MB")


if __name__ == "__main__":
    main()
