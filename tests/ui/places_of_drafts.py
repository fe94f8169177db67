"""Places of drafting: buyers' needs, many drafts chosen, invoices that come again."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ui.screens.invoices.invoices import InvoicesScreen
from ui.screens.invoices.recurring import RecurringPage

if TYPE_CHECKING:
    from tests.ui.places import Walk


def recurring(walk: "Walk") -> Iterator[str]:
    """The register of invoices that come again: the list, a record, a new one with its mistakes."""
    screen = walk.to(InvoicesScreen, "invoices")
    screen.presenter.show_place("recurring")
    walk.rest()
    page = screen.beside.page("recurring")
    assert isinstance(page, RecurringPage)
    yield "recurring invoices"
    if page.presenter.table.visible:
        walk.open(page.presenter.table)
        yield "recurring invoice"
        page.step_back()
    page.new.click()
    walk.rest()
    yield "recurring invoice new"
    page.presenter.form.type("next_day", "30.10.2026")
    page.presenter.save()
    walk.rest()
    yield "recurring invoice mistakes"
    page.presenter.reset()
    page.step_back()
    screen.presenter.show_list()


def many_drafts(walk: "Walk") -> Iterator[str]:
    """Several rows chosen of what is to be invoiced, and of the list of drafts."""
    screen = walk.to(InvoicesScreen, "invoices")
    presenter = screen.presenter
    presenter.many.ticks.all()
    walk.rest()
    yield "drafts chosen"
    presenter.many.ticks.none()
    presenter.show_to_invoice()
    presenter.to_invoice.step(1)
    walk.rest()
    presenter.to_invoice.ticks.all()
    walk.rest()
    yield "to invoice chosen"
    presenter.to_invoice.ticks.none()
    presenter.to_invoice.step(-1)
    walk.rest()
    presenter.show_list()
    walk.rest()
