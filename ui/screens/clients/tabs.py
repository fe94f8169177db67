"""The tabs of a client's page: the basic data, and what other areas bring by the table below.

A class is made as ``Class(desk)``; it is a ``Screen`` with ``show_client(client, purpose)``, made when it
is first shown. What it shows is written in the log as looked at by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import Protocol, cast

from subcontract.actions.act import Permission
from subcontract.people.client import Client
from subcontract.words import N_
from ui.presenters.clients.clients import ClientsPresenter
from ui.screens.bones import Desk, Screen
from ui.screens.clients.page import ClientPage
from ui.widgets.late import Late
from ui.widgets.tabs import Tabs


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientTab:
    """One tab; who may not see it does not get it."""

    title: str
    short: str
    """The title where letters are large for the window."""
    where: str
    may_see: Permission


TABS: dict[str, ClientTab] = {
    "wishes": ClientTab(
        title=N_("Wishes for shifts"),
        short=N_("Wishes"),
        where="ui.screens.clients.wishes:WishesPage",
        may_see=Permission.SEE_CARE,
    ),
    "employments": ClientTab(
        title=N_("Employments"),
        short=N_("Employments"),
        where="ui.screens.clients.employments:EmploymentsPage",
        may_see=Permission.SEE_PAY,
    ),
    "fees": ClientTab(
        title=N_("Fees"),
        short=N_("Fees"),
        where="ui.screens.clients.fees:FeesPage",
        may_see=Permission.SEE_PAY,
    ),
    "tax_cards": ClientTab(
        title=N_("Tax cards"),
        short=N_("Tax cards"),
        where="ui.screens.clients.tax_cards:TaxCardsPage",
        may_see=Permission.SEE_PAY,
    ),
    "limits": ClientTab(
        title=N_("Pension and earnings limits"),
        short=N_("Limits"),
        where="ui.screens.clients.limits:LimitsPage",
        may_see=Permission.SEE_PAY,
    ),
    "paid": ClientTab(
        title=N_("Payments and holiday"),
        short=N_("Payouts"),
        where="ui.screens.pay.client_year:ClientYearPage",
        may_see=Permission.SEE_PAY,
    ),
    "subsidy": ClientTab(
        title=N_("Wage subsidy"),
        short=N_("Subsidy"),
        where="ui.screens.subsidy.subsidy:SubsidyPage",
        may_see=Permission.SEE_PAY,
    ),
}
"""By the name of the page (``clients/tax_cards``), in their order after the basic data."""


class OfClient(Protocol):
    """What a tab can do."""

    def show_client(self, client: Client | None, purpose: str) -> None:
        """Show what belongs to a client; ``purpose`` (marked) goes into the log."""


def made_tab(tab: ClientTab, desk: Desk) -> Screen:
    """Make the page of a tab."""
    module, _, name = tab.where.partition(":")
    make = cast("Callable[[Desk], Screen]", getattr(import_module(module), name))
    page = make(desk)
    page.be_part()
    return page


class ClientTabs(Tabs):
    """The basic data, and the tabs that the one who is signed in may see."""

    def __init__(self, presenter: ClientsPresenter, desk: Desk) -> None:
        super().__init__(presenter.texts.say(N_("Parts of the client")))
        self.presenter = presenter
        say = presenter.texts.say
        self.basics = Late(lambda: ClientPage(presenter))
        self.add(self.basics.place, say(N_("Basic data")), say(N_("Basic data")))
        shown = {name: tab for name, tab in TABS.items() if presenter.may(tab.may_see)}
        self.pages: dict[str, Late[Screen]] = {}
        for name, tab in shown.items():
            self.pages[name] = late = Late(partial(made_tab, tab, desk))
            late.place.setContentsMargins(0, 8, 0, 0)
            self.add(late.place, say(tab.title), say(tab.short))

    @property
    def page(self) -> Screen | None:
        """The page in sight; ``None`` while it is the basic data."""
        at = self.currentIndex() - 1
        return tuple(self.pages.values())[at].part if at >= 0 else None

    @property
    def made(self) -> tuple[Screen, ...]:
        """The pages that have been made."""
        return tuple(late.made for late in self.pages.values() if late.made is not None)

    def show_page(self, name: str) -> bool:
        """Bring a tab, or a part of one (``subsidy/claims``), in sight; false when there is no such tab."""
        tab, _, part = name.partition("/")
        if tab not in self.pages:
            return False
        self.setCurrentIndex(list(self.pages).index(tab) + 1)
        if part:
            self.pages[tab].part.open_page(part)
        return True

    def show_client(self) -> None:
        """The page in sight shows the client who is open."""
        if self.page is not None:
            client = None if self.presenter.is_new else self.presenter.current
            cast("OfClient", self.page).show_client(client, self.presenter.purpose)

    def refresh(self) -> None:
        """Show the basic data anew; one who has not been saved has nothing else yet."""
        if self.basics.made is not None:
            self.basics.made.refresh()
        for at in range(1, self.count()):
            self.setTabVisible(at, not self.presenter.is_new)
