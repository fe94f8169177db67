"""A month of 1 000 invoices sent to accounting and gathered in one archive, from a real store.

Run from the root: ``python -m tests.benchmarks.bench_accounting [how many]``. The invoices and their papers
are issued first; half of them are paid. Told are the seconds of the processor of each part, and how they
compare within the run: the journal with its workbook against reading the same records alone, the archive
against copying the same bytes into a zip. Memory is told of an archive of a tenth of the papers and of one of
all of them: it must not grow as the archive does.
"""

import io
import sys
import tempfile
import tracemalloc
import zipfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from uuid import UUID

from db.store import Store
from subcontract.actions.export_ledger import ExportLedger, export_ledger
from subcontract.actions.ledger_facts import ledger_facts, sales_facts
from subcontract.actions.month_folder import FolderAsk, MonthFolder
from subcontract.actions.perform import perform
from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.ids import InvoicingTermsId, PaymentId
from subcontract.invoicing.ledger.chart import PROPOSED
from subcontract.invoicing.sendings import LedgerPreset
from subcontract.invoicing.terms import BookedOn, InvoicingTerms
from subcontract.papers.files.folder import write_folder
from subcontract.papers.files.journal import journal_file
from tests import make
from tests.benchmarks import bench_invoices, bench_papers
from ui.texts import CatalogueTexts

COUNT = 1000
TODAY = bench_invoices.TODAY
PERIOD = DateRange(
    TODAY.replace(day=1), (TODAY.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
)
TEXTS = CatalogueTexts("fi")
ASK = FolderAsk(unit=make.UNIT, period=PERIOD, made_on=TODAY)


def issued(count: int) -> Store:
    """A store with invoices, half of them paid, and with accounts."""
    store, ready, texts_in, _ = bench_invoices.prepared(count)
    accounts = tuple(BookedOn(account=one, number=number) for one, number in PROPOSED.items())
    terms = InvoicingTerms(id=InvoicingTermsId(UUID(int=1)), unit=make.UNIT, accounts=accounts)
    with store.open_books() as books:
        bench_invoices.issue(books, ready, texts_in)
        books.invoicing.terms.add(terms)
        for number, invoice in enumerate(books.invoices.where(unit=make.UNIT)[::2]):
            paid = make.payment(
                id=PaymentId(UUID(int=9000 + number)),
                invoice=invoice.id,
                day=date(2026, 11, 20),
                amount=invoice.total,
                archive_id=None,
            )
            books.payments.add(paid)
        books.commit()
    return store


def exporting(store: Store) -> None:
    """Send the month, as the office does."""
    with store.open_lists() as lists:
        control = ledger_facts(lists, make.UNIT, PERIOD).control
    ask = ExportLedger(
        period=PERIOD,
        preset=LedgerPreset.JOURNAL,
        language="fi",
        texts_in=cache(CatalogueTexts),
        vouchers=control.vouchers,
        debit=control.debit,
    )
    perform(export_ledger, ask, store.open_books, standing_at(TODAY), make.worker())


def gathering(store: Store, path: Path) -> int:
    """Write the archive."""
    with store.open_lists() as lists, path.open("wb") as out:
        return write_folder(out, MonthFolder(lists, ASK, TEXTS).folder, TEXTS, lambda _done, _of: None)


def copying(path: Path) -> None:
    """Put the same bytes into another zip: the least that an archive can take."""
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as other:
        for part in whole.infolist():
            other.writestr(part, whole.read(part))


def memory(count: int) -> tuple[int, int]:
    """Kilobytes that gathering holds at most beyond the records of invoices, and those of the archive."""
    store = issued(count)
    tracemalloc.start()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.zip"
        with store.open_lists() as lists, path.open("wb") as out:
            plan = MonthFolder(lists, ASK, TEXTS)
            known = tracemalloc.get_traced_memory()[0]
            tracemalloc.reset_peak()
            write_folder(out, plan.folder, TEXTS, lambda _done, _of: None)
            most = tracemalloc.get_traced_memory()[1]
        size = path.stat().st_size
    store.close()
    return (most - known) // 1024, size // 1024


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    store = issued(count)

    def measured(what: str, work: Callable[[], object]) -> float:
        took = bench_papers.seconds(work)
        print(f"{what}: {took:.2f} s, {1000 * took / count:.2f} ms for each invoice")
        return took

    with store.open_lists() as lists:
        reading = measured("reading the records alone", lambda: sales_facts(lists, make.UNIT))
        facts = measured(
            "vouchers and control totals, read too", lambda: ledger_facts(lists, make.UNIT, PERIOD)
        )
        journal = ledger_facts(lists, make.UNIT, PERIOD).journal
        measured("the journal as CSV", lambda: journal_file(journal, TEXTS))
    whole = measured("looked at, made, kept with its workbook", lambda: exporting(store))
    print(
        f"ratio to reading the records twice: {whole / (2 * reading):.2f}; of looking: {facts / reading:.2f}"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.zip"
        archive = measured("the archive with papers, lists and journals", lambda: gathering(store, path))
        copy = measured("copying the same files into a zip", lambda: copying(path))
        print(f"{path.stat().st_size // 1024} kB; ratio to copying {archive / copy:.2f}")
    store.close()
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as alone:
        for number in (count // 10, count):
            most, size = alone.submit(memory, number).result()
            print(f"{number} papers: an archive of {size} kB is gathered with {most} kB at most")


if __name__ == "__main__":
    main()
