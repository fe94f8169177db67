"""Places of papers of invoices: crediting, replacing, taking back, corrections."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from subcontract.actions.void_entries import VoidEntries, void_entries
from subcontract.ids import EntryId
from subcontract.invoicing.records import InvoiceKind
from subcontract.ports import Lists
from ui.screens.invoices.corrections import CorrectionsPage
from ui.screens.invoices.invoices import InvoicesScreen
from ui.screens.invoices.owing import OwingPage
from ui.screens.invoices.printing import PrintingPage

if TYPE_CHECKING:
    from tests.ui.places import Walk


def invoice_papers(walk: "Walk") -> Iterator[str]:
    """A sum credited over all lines, a mistake in it, a replacement, and the page of corrections."""
    screen = walk.to(InvoicesScreen, "invoices")
    page = screen.presenter.invoice
    with_lines = next(row.id for row in screen.presenter.table.visible if row.cells.get("open"))
    screen.presenter.open_row(with_lines)
    walk.rest()
    page.start_credit()
    page.form.type("amount", "100000")
    walk.rest()
    yield "invoice credit a sum"
    page.stop_credit()
    page.start_replacing()
    walk.rest()
    yield "invoice replacing"
    page.stop_credit()
    page.start_credit()
    page.form.type("note", "Väärä tilausnumero")
    page.credit()
    walk.until(lambda: page.invoice and page.invoice.kind is InvoiceKind.CREDIT_NOTE and page.paper)
    walk.rest()
    yield "credit note"
    page.start_taking_back()
    walk.rest()
    yield "credit note taken back"
    page.credit()
    walk.until(lambda: page.invoice and page.invoice.kind is InvoiceKind.INVOICE and page.links)
    walk.rest()
    yield "invoice taking back"
    screen.presenter.show_list()
    yield from _corrections(walk, screen)
    yield from _open_items(walk, screen)
    yield from _printing(walk, screen)


def _corrections(walk: "Walk", screen: InvoicesScreen) -> Iterator[str]:
    """Nothing corrected yet; then some work is taken back after its invoice, and its line chosen."""
    screen.open_page("corrections")
    walk.rest()
    yield "invoice corrections none"
    found: list[tuple[EntryId, ...]] = []
    door = screen.presenter.door
    door.ask(_billed_hours, found.append)
    walk.until(lambda: found)
    door.act(void_entries, VoidEntries(entries=found[0], reason="Kirjattiin väärälle päivälle"))
    place = screen.beside.page("corrections")
    assert isinstance(place, CorrectionsPage)
    walk.until(lambda: place.presenter.table.visible)
    yield "invoice corrections"
    place.presenter.table.select(place.presenter.table.visible[0].id)
    walk.rest()
    yield "invoice corrections why"


def _billed_hours(lists: Lists) -> tuple[EntryId, ...]:
    """Two entries of work that an issued invoice bills by the hour."""
    by_hour = (
        entry
        for invoice in lists.invoices.all()
        for line in invoice.lines
        if line.unit == "h"
        for entry in line.entries
        if lists.billings.line_of(entry) == line.id and lists.entries.get(entry).minutes
    )
    return tuple(islice(by_hour, 2))


def _open_items(walk: "Walk", screen: InvoicesScreen) -> Iterator[str]:
    """What customers owe, one chosen, its statement, and the making of all."""
    screen.open_page("open_items")
    walk.rest()
    yield "open items"
    place = screen.beside.page("open_items")
    assert isinstance(place, OwingPage)
    place.presenter.table.select(place.presenter.table.visible[0].id)
    walk.rest()
    yield "open items of one"
    place.presenter.show_statement()
    walk.until(lambda: place.presenter.paper)
    walk.rest()
    yield "open items statement"
    place.step_back()
    place.progress.show_step(3, 12, "Saldoilmoitukset")
    yield "open items progress"
    place.progress.finish()


def _printing(walk: "Walk", screen: InvoicesScreen) -> Iterator[str]:
    """Which invoices are printed, a wrong day, and the file."""
    screen.open_page("printing")
    walk.rest()
    place = screen.beside.page("printing")
    assert isinstance(place, PrintingPage)
    place.presenter.form.type("first", "1.8.2026")
    walk.rest()
    yield "print many"
    place.presenter.ticks.turn(place.presenter.table.visible[0].id)
    walk.rest()
    yield "print many ticked"
    place.presenter.make()
    walk.until(lambda: place.presenter.paper)
    walk.rest()
    yield "print many file"
    place.step_back()
