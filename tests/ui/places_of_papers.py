"""Places of papers of invoices: crediting, replacing, taking back, corrections."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from subcontract.invoicing.records import InvoiceKind
from ui.screens.invoices.corrections import CorrectionsPage
from ui.screens.invoices.invoices import InvoicesScreen

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


def _corrections(walk: "Walk", screen: InvoicesScreen) -> Iterator[str]:
    """Work that was corrected after its invoice, one line chosen."""
    screen.open_page("corrections")
    walk.rest()
    yield "invoice corrections"
    place = screen.beside.page("corrections")
    assert isinstance(place, CorrectionsPage)
    if place.presenter.table.visible:
        place.presenter.table.select(place.presenter.table.visible[0].id)
        walk.rest()
        yield "invoice corrections why"
