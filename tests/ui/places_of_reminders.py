"""Places of reminders, disputes and how the unit invoices: areas as those of ``places``."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ui.presenters.invoices.reminders.reminders import View
from ui.screens.invoices.invoices import InvoicesScreen
from ui.screens.invoices.reminders import RemindersPage
from ui.screens.settings.invoicing import InvoicingPage, ReferenceRatesPage
from ui.screens.settings.settings import SettingsScreen

if TYPE_CHECKING:
    from tests.ui.places import Walk


def reminders(walk: "Walk") -> Iterator[str]:
    """What can be reminded and of what, what was sent, and its paper."""
    screen = walk.to(InvoicesScreen, "invoices")
    screen.open_page("reminders")
    walk.rest()
    page = screen.beside.page("reminders")
    assert isinstance(page, RemindersPage)
    presenter = page.presenter
    yield "reminders"
    presenter.due.select(presenter.due.visible[0].id)
    walk.rest()
    yield "reminder card"
    presenter.due.select(None)
    presenter.show(View.SENT)
    walk.rest()
    yield "reminders sent"
    presenter.sent.select(presenter.sent.visible[0].id)
    walk.rest()
    yield "reminder sent card"
    presenter.show_paper()
    walk.until(lambda: presenter.papers.shown)
    walk.rest()
    yield "reminder paper"
    presenter.papers.close()
    presenter.look()
    walk.until(lambda: presenter.one.answer)
    walk.rest()
    yield "reminder interest"
    presenter.show(View.DUE)
    presenter.due.select(presenter.due.visible[0].id)
    presenter.look()
    walk.until(lambda: presenter.one.answer)
    presenter.one.dispute()
    walk.rest()
    yield "reminder dispute"
    presenter.one.close()


def invoicing_settings(walk: "Walk") -> Iterator[str]:
    """The terms of invoicing with mistakes, and a reference rate being written in."""
    screen = walk.to(SettingsScreen, "settings")
    screen.open_page("invoicing")
    walk.rest()
    yield "settings invoicing"
    page = screen.pages.currentWidget()
    assert isinstance(page, InvoicingPage)
    page.presenter.form.type("fee_business", "15")
    page.presenter.form.pick("standard_compensation", value=True)
    page.presenter.save()
    walk.rest()
    yield "settings invoicing mistakes"
    page.presenter.reset()
    screen.open_page("rates")
    walk.rest()
    yield "settings rates"
    rates = screen.pages.currentWidget()
    assert isinstance(rates, ReferenceRatesPage)
    rates.presenter.start_new()
    rates.presenter.save()
    walk.rest()
    yield "settings rate card"
    rates.presenter.close()
