"""What each place of invoicing takes at a county's size: when it opens, after a change, and its acts.

Run from the root: ``python -m tests.benchmarks.bench_county_invoicing [words of places]``. An encrypted file
of a temporary folder holds ten years; a second one holds a year, with the same number of open invoices, so
that the ratio tells whether a place grows with all the years. Aims: a list 0.2 s, an act 0.5 s of the
processor. Told too are the load of the machine and the most memory held.
"""

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import db
from db.store import Store
from subcontract.actions.issue_invoice import IssueInvoice, issue_invoice
from subcontract.actions.lateness_facts import late_invoices, overdue, reminding
from subcontract.actions.make_draft import MakeDraft
from subcontract.actions.make_drafts import MakeDrafts, make_drafts
from subcontract.actions.perform import perform
from subcontract.actions.read_bank_statement import read_bank_statement, statement_of
from subcontract.actions.record_payment import RecordPayment, record_payment
from subcontract.actions.send_reminders import SendReminders, Wanted, send_reminders
from subcontract.clock import standing_at
from subcontract.ids import CustomerId, InvoiceId
from subcontract.invoicing.collecting.reminder_plan import proposals
from tests import make
from tests.benchmarks import county, county_invoices
from tests.benchmarks.county_invoices import TODAY, WORK
from tests.make_bank_files import Told, camt, camt_entry
from ui.presenters.customers import CustomersPresenter
from ui.presenters.direct import DirectDoor
from ui.presenters.invoices.accounting.accounting import AccountingPresenter
from ui.presenters.invoices.bank.bank import BankPresenter
from ui.presenters.invoices.corrections import CorrectionsPresenter
from ui.presenters.invoices.drafts.recurring import RecurringPresenter
from ui.presenters.invoices.drafts.to_invoice import ToInvoicePresenter
from ui.presenters.invoices.e_invoices.e_invoices import EInvoicesPresenter
from ui.presenters.invoices.invoices import InvoicesPresenter
from ui.presenters.invoices.printing import PrintingPresenter
from ui.presenters.invoices.reading import read_invoice
from ui.presenters.invoices.reminders.owing import OwingPresenter
from ui.presenters.invoices.reminders.reminders import RemindersPresenter
from ui.presenters.today.today import TodayPresenter
from ui.texts import CatalogueTexts

PASSWORD = "kissankello sinivuokko"
LIST_AIM, ACT_AIM = 0.2, 0.5
SMALL = 10
"""The second file holds so many times fewer invoices that are paid."""
TEXTS = CatalogueTexts("fi")
TURNS = 3


def places(store: Store) -> dict[str, Any]:
    """The presenter of each place."""
    door = DirectDoor(store.open_books, store.open_lists, standing_at(TODAY), make.worker())
    return {
        "list": InvoicesPresenter(door, TEXTS),
        "to be invoiced": ToInvoicePresenter(door, TEXTS, lambda *_: None),
        "recurring": RecurringPresenter(door, TEXTS),
        "corrections": CorrectionsPresenter(door, TEXTS, lambda *_: None),
        "e-invoices": EInvoicesPresenter(door, TEXTS),
        "printing": PrintingPresenter(door, TEXTS),
        "payments": BankPresenter(door, TEXTS),
        "open items": OwingPresenter(door, TEXTS),
        "reminders": RemindersPresenter(door, TEXTS),
        "accounting": AccountingPresenter(door, TEXTS),
        "today": TodayPresenter(door, TEXTS),
        "customers": CustomersPresenter(door, TEXTS),
    }


def drafting(store: Store, first: int, count: int) -> Any:
    """Make drafts of November's work of so many customers."""
    drafts = tuple(
        MakeDraft(customer=CustomerId(UUID(int=20_000 + at)), period=WORK.days, texts_in=CatalogueTexts)
        for at in range(first, first + count)
    )
    return acting(store, make_drafts, MakeDrafts(drafts=drafts))


def acting(store: Store, action: Any, ask: Any) -> Any:
    """Do an act as the office does."""
    return perform(action, ask, store.open_books, standing_at(TODAY), make.worker())


def issuing(store: Store) -> Callable[[], object]:
    """Issue the draft of one customer."""
    drafting(store, 0, 1)
    with store.open_lists() as lists:
        draft = lists.drafts.all()[0]
    ask = IssueInvoice(draft=draft.id, version=draft.version, texts_in=cache(CatalogueTexts))
    return lambda: acting(store, issue_invoice, ask)


def paying(store: Store) -> Callable[[], object]:
    """Record a payment of the newest invoice."""
    with store.open_lists() as lists:
        head = lists.invoice_heads(WORK.days)[0]
    ask = RecordPayment(invoice=head.id, day=TODAY, amount=head.total)
    return lambda: acting(store, record_payment, ask)


def banking(store: Store) -> Callable[[], object]:
    """Read a bank's file of a hundred payments with references."""
    with store.open_lists() as lists:
        heads = [one for one in lists.invoice_heads(county_invoices.ALL) if not one.paid][:100]
    told = [
        Told(amount=one.total, reference=one.reference, archive_id=f"U{one.number}", text="Kiitos")
        for one in heads
    ]
    data = camt([camt_entry([one]) for one in told])
    return lambda: acting(store, read_bank_statement, statement_of("tili.xml", data))


def reminding_some(store: Store) -> Callable[[], object]:
    """Send twenty reminders."""
    with store.open_lists() as lists:
        late = late_invoices(lists, overdue(lists, TODAY))
        found = [one for one in proposals(late, reminding(lists, make.UNIT, TODAY)) if one.hold is None][-20:]
    wanted = tuple(Wanted(invoice=one.of.invoice.id, step=one.step, total=one.total) for one in found)
    ask = SendReminders(reminders=wanted, texts_in=cache(CatalogueTexts))
    return lambda: acting(store, send_reminders, ask)


ACTS: dict[str, Callable[[Store], Callable[[], object]]] = {
    "issue one": issuing,
    "record a payment": paying,
    "send 20 reminders": reminding_some,
    "read 100 bookings": banking,
    "make 50 drafts": lambda store: lambda: drafting(store, 1, 50),
}


def taken(act: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the clock and of the processor."""
    wall, own = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - wall, time.process_time() - own


def measured(store: Store, wanted: list[str]) -> dict[str, tuple[float, float]]:
    """Each place read anew: the first reading warms the words; then each act once."""
    found = {}
    chosen = {name: one for name, one in places(store).items() if _is_wanted(name, wanted)}
    for name, presenter in chosen.items():
        presenter.load()
        found[name] = min(taken(presenter.load) for _ in range(TURNS))
    if _is_wanted("an invoice", wanted):
        found["an invoice"] = min(taken(lambda: _one(store)) for _ in range(TURNS))
    for name, prepare in ACTS.items():
        if _is_wanted(name, wanted):
            found[name] = taken(prepare(store))
    return found


def _is_wanted(name: str, wanted: list[str]) -> bool:
    return not wanted or any(word in name for word in wanted)


def _one(store: Store) -> object:
    with store.open_lists() as lists:
        return read_invoice(lists, InvoiceId(UUID(int=100_500)))


def filled(folder: Path, scale: int) -> Store:
    """An encrypted file with invoices."""
    store = db.create_embedded(folder / f"{scale}.urakka", PASSWORD)
    county_invoices.fill(store.open_books, scale)
    return store


def main() -> None:
    """Measure and print."""
    wanted = sys.argv[1:]
    results = {}
    with tempfile.TemporaryDirectory() as name:
        for scale in (SMALL, 1):
            store = filled(Path(name), scale)
            results[scale] = measured(store, wanted)
            store.close()
    print(f"nice {os.nice(0)}, load {os.getloadavg()[0]:.1f}, {county.CUSTOMERS} customers")
    print(f"{'':20} {'wall':>7} {'cpu':>7} {'a year':>7}")
    for place, (wall, own) in results[1].items():
        aim = ACT_AIM if place in ACTS else LIST_AIM
        over = " over the aim" if own > aim else ""
        print(f"{place:20} {wall:7.3f} {own:7.3f} {results[SMALL][place][1]:7.3f}{over}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
