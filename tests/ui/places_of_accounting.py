"""Places of accounting: areas as those of ``places``."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from subcontract.days import Month
from subcontract.invoicing.sendings import LedgerPreset
from ui.presenters.invoices.accounting.accounting import View
from ui.presenters.invoices.accounting.ledger_period import Span
from ui.screens.invoices.accounting import AccountingPage
from ui.screens.invoices.invoices import InvoicesScreen
from ui.screens.settings.invoicing import InvoicingPage
from ui.screens.settings.settings import SettingsScreen
from ui.widgets.pages import Area

if TYPE_CHECKING:
    from tests.ui.places import Walk


def accounting(walk: "Walk") -> Iterator[str]:
    """What comes next, Procountor's shape, days of one's own, and the journals that were made."""
    screen = walk.to(InvoicesScreen, "invoices")
    screen.open_page("accounting")
    walk.rest()
    page = screen.beside.page("accounting")
    assert isinstance(page, AccountingPage)
    own = page.presenter
    walk.until(lambda: own.facts)
    yield "accounting"
    own.chosen.month = Month(2026, 11)
    own.choose_preset(LedgerPreset.PROCOUNTOR)
    own.chosen.step(0)
    own.gathering.take_pay(along=True)
    walk.until(lambda: own.facts)
    yield "accounting of November for Procountor"
    own.chosen.choose(Span.DAYS)
    own.chosen.form.type("last", "1.9.2026")
    walk.rest()
    yield "accounting of days that end before they begin"
    own.chosen.choose(Span.MONTH)
    own.show(View.MADE)
    walk.until(lambda: own.facts)
    yield "accounting made"
    settings = walk.to(SettingsScreen, "settings")
    settings.open_page("invoicing")
    walk.rest()
    own_page = settings.pages.currentWidget()
    assert isinstance(own_page, InvoicingPage)
    area = own_page.form if isinstance(own_page.form, Area) else own_page.form.findChild(Area)
    assert isinstance(area, Area)
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum() * 2 // 3)
    yield "accounts in settings"
