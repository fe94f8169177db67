"""How one comes to the places of e-invoices."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ui.presenters.invoices.e_invoices.e_invoice_words import Shown
from ui.screens.invoices.e_invoices import EInvoicesPage
from ui.screens.invoices.invoices import InvoicesScreen

if TYPE_CHECKING:
    from tests.ui.places import Walk


def e_invoices(walk: "Walk") -> Iterator[str]:
    """What waits, what is missing of one, what has gone, and what its file says."""
    screen = walk.to(InvoicesScreen, "invoices")
    screen.open_page("e_invoices")
    walk.rest()
    page = screen.beside.page("e_invoices")
    assert isinstance(page, EInvoicesPage)
    presenter = page.presenter
    yield "e-invoices"
    walk.open(presenter.table)
    yield "e-invoice waiting"
    presenter.close()
    presenter.show(Shown.SENT)
    walk.rest()
    yield "e-invoices sent"
    walk.open(presenter.table)
    walk.until(lambda: presenter.card.file)
    yield "e-invoice sent"
    presenter.close()
    presenter.show(Shown.ALL)
    walk.rest()
    yield "e-invoices all"
    presenter.show(Shown.WAITING)
    screen.presenter.show_list()
    walk.rest()
