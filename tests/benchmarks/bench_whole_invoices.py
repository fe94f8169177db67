"""1 000 drafts issued, with their PDF kept, as Finvoice and as UBL, beside rivals and bare drawing.

Run from the root: ``python -m tests.benchmarks.bench_whole_invoices [how many [rival ...]]``; which rivals
there are and how they come onto a machine is told in ``rival``. Every side does the same invoices (four
lines, one rate, one logo) in turns within one run and is measured in seconds of the processor, so what else
the machine does counts for nobody. The slow rivals do a share of them. Rivals that only draw are handed
finished texts, sums and bars of the barcode, and none of them tags its pages for screen readers as ours are.
"""

import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from random import Random

import db
from db.store import Store
from subcontract import papers
from subcontract.actions.make_quote import TextsIn
from subcontract.ids import InvoiceId
from subcontract.invoicing.records import Draft, Invoice
from subcontract.papers.files.e_invoices.finvoice import finvoice
from subcontract.papers.files.e_invoices.ubl import ubl
from subcontract.people.unit import Unit
from subcontract.ports import Books
from tests import make
from tests.benchmarks import bench_invoices, bench_papers, bills, rival
from tests.benchmarks.rivals.turns import most_memory
from tests.make_papers import invoice, logo
from tests.random_invoices import business_id
from ui.texts import CatalogueTexts

COUNT, TURN = 1000, 250
OPERATOR = "003723327487"


def unit() -> Unit:
    """The seller, reachable by e-invoice."""
    return make.unit(
        logo=logo(),
        phone="05 123 4567",
        email="laskutus@rantapaja.example",
        e_invoice_address="003723456780",
        e_invoice_operator=OPERATOR,
    )


def prepared(count: int) -> tuple[Store, list[Draft], TextsIn]:
    """A store with drafts for firms that take e-invoices, and words and fonts that are open."""
    store = db.open_temporary()
    drafts = bench_invoices.drafts(store, count)
    rnd = Random(1)
    with store.open_books() as books:
        books.units.save(unit())
        for customer in books.customers.all():
            own = business_id(rnd)
            books.customers.save(
                replace(
                    customer,
                    business_id=own,
                    e_invoice_address=f"0037{own}",
                    e_invoice_operator=OPERATOR,
                )
            )
        books.commit()
    texts_in = cache(CatalogueTexts)
    papers.invoice_pdf(invoice(), unit(), texts_in("fi"))
    return store, drafts, texts_in


@dataclass
class Run:
    """Seconds of the processor for each part of our work, and for bare drawing."""

    texts_in: TextsIn
    rivals: list[rival.Rival]
    logo: str
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    count: int = 0

    def take(self, books: Books, some: list[Draft]) -> None:
        """Do everything for some drafts, then let the others have their turns."""
        texts = self.texts_in("fi")
        self._measure("issued", lambda: bench_invoices.issue(books, some, self.texts_in))
        issued = [books.invoices.get(InvoiceId(draft.id)) for draft in some]
        self._measure("page", lambda: [papers.invoice_pdf(one, unit(), texts) for one in issued])
        self._measure("finvoice", lambda: [finvoice(one, texts) for one in issued])
        self._measure("ubl", lambda: [ubl(one, texts) for one in issued])
        self._draw(issued)
        for other in self.rivals:
            other.take([bills.bill_of(one, self.logo, texts) for one in issued])
        self.count += len(some)

    def _measure(self, part: str, work: Callable[[], object]) -> None:
        self.seconds[part] += bench_papers.seconds(work)

    def _draw(self, issued: list[Invoice]) -> None:
        """The same pages by calls of the canvas alone, in reportlab's own fonts and in ours."""
        pages = [bench_papers.recorded(one, unit()) for one in issued]
        plain = [bench_papers.in_plain_fonts(one) for one in pages]
        self._measure("bare", lambda: [bench_papers.bare(one) for one in plain])
        self._measure("bare in our fonts", lambda: [bench_papers.bare(one) for one in pages])

    def each(self, *parts: str) -> float:
        """Milliseconds for some parts of one invoice."""
        return 1000 * sum(self.seconds[part] for part in parts) / self.count

    def tell(self) -> None:
        """Print what came of it."""
        whole = self.each("issued", "committed", "finvoice", "ubl")
        kept = self.each("issued", "committed")
        print(f"{self.count} invoices in {whole * self.count / 1000:.1f} s: {whole:.2f} ms each")
        print(f"  issued with the page drawn and kept {kept:.2f}, of which the page {self.each('page'):.2f}")
        print(f"  Finvoice {self.each('finvoice'):.2f}, UBL {self.each('ubl'):.2f}")
        for part in ("bare", "bare in our fonts"):
            bare = self.each(part)
            ratios = f"issue {kept / bare:.2f}, page {self.each('page') / bare:.2f}, whole {whole / bare:.2f}"
            print(f"{part} {bare:.2f} ms; ratios: {ratios}")
        for other in self.rivals:
            self._tell_of(other)

    def _tell_of(self, other: rival.Rival) -> None:
        parts = ", ".join(f"{part} {other.each(part):.2f}" for part in other.seconds)
        print(f"{other.name} ({other.count} invoices, {other.megabytes} MB): {parts} ms each")
        for words, ours, theirs in self._against(other):
            print(f"  {words}: {ours:.2f} against {theirs:.2f} ms, {theirs / ours:.1f} times as fast")

    def _against(self, other: rival.Rival) -> list[tuple[str, float, float]]:
        """What both do: in words, our milliseconds and theirs."""
        if "page" in other.seconds:
            return [("the page", self.each("page"), other.each("page"))]
        kept = self.each("issued", "committed")
        if "ubl" not in other.seconds:
            return [("issued, no paper", kept - self.each("page"), other.each("issued"))]
        found = [
            ("issued with a paper, theirs OpenDocument", kept, other.each("issued")),
            ("UBL", self.each("ubl"), other.each("ubl")),
        ]
        if "pdf" in other.seconds:
            found.append(("issued with a PDF", kept, other.each("issued", "pdf")))
        return found


def memory(count: int) -> tuple[int, int]:
    """The most megabytes a process has held before the run, and after it."""
    store, drafts, texts_in = prepared(count)
    before = most_memory()
    with store.open_books() as books:
        bench_invoices.issue(books, drafts, texts_in)
        for draft in drafts:
            issued = books.invoices.get(InvoiceId(draft.id))
            finvoice(issued, texts_in("fi"))
            ubl(issued, texts_in("fi"))
        books.commit()
    store.close()
    return before, most_memory()


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with ProcessPoolExecutor(1, get_context("spawn")) as alone:
        before, most = alone.submit(memory, count).result()
    store, drafts, texts_in = prepared(count)
    with tempfile.NamedTemporaryFile(suffix=".png") as picture, rival.running(*sys.argv[2:]) as rivals:
        Path(picture.name).write_bytes(logo())
        run = Run(texts_in, rivals, picture.name)
        with store.open_books() as books:
            for at in range(0, count, TURN):
                run.take(books, drafts[at : at + TURN])
            run.seconds["committed"] += bench_papers.seconds(books.commit)
    store.close()
    run.tell()
    print(f"peak memory {before} MB with all drafts made, {most} MB with all invoices made")


if __name__ == "__main__":
    main()
