"""Pages beside the list of invoices that other areas of invoicing bring, in their order on the screen.

A page is a ``Screen`` made as ``Class(desk)`` when it is first shown; it brings its own presenter and foot.
What it opens by ``desk.go("invoices", id)`` leads back to it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from subcontract.actions.act import Kind, Permission
from subcontract.words import N_
from ui.screens.bones import Desk, Screen
from ui.widgets.pages import Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One page: its marked title, where its class is, and who may see it."""

    title: str
    where: str
    permission: Permission | None = None


PLACES: dict[str, Place] = {
    "recurring": Place(
        title=N_("Recurring"),
        where="ui.screens.invoices.recurring:RecurringPage",
        permission=Permission.EDIT_INVOICES,
    ),
    "corrections": Place(
        title=N_("Corrections"),
        where="ui.screens.invoices.corrections:CorrectionsPage",
    ),
    "e_invoices": Place(
        title=N_("E-invoices"),
        where="ui.screens.invoices.e_invoices:EInvoicesPage",
        permission=Permission.ISSUE_INVOICES,
    ),
    "printing": Place(
        title=N_("Printing"),
        where="ui.screens.invoices.printing:PrintingPage",
        permission=Permission.EDIT_INVOICES,
    ),
    "payments": Place(
        title=N_("Payments received"),
        where="ui.screens.invoices.bank:BankPage",
        permission=Permission.RECORD_PAYMENTS,
    ),
    "open_items": Place(
        title=N_("Open items"),
        where="ui.screens.invoices.owing:OwingPage",
        permission=Permission.EDIT_INVOICES,
    ),
    "reminders": Place(title=N_("Reminders"), where="ui.screens.invoices.reminders:RemindersPage"),
    "accounting": Place(
        title=N_("To accounting"),
        where="ui.screens.invoices.accounting:AccountingPage",
        permission=Permission.EXPORT_LEDGER,
    ),
}
"""By name: ``desk.go("invoices/<name>")`` shows a page."""


def places_for(may: Callable[[Permission], bool]) -> dict[str, tuple[str, str]]:
    """The pages that one who ``may`` do so sees, as the search finds them: where, marked word and icon."""
    return {
        f"invoices/{name}": (place.title, "receipt")
        for name, place in PLACES.items()
        if place.permission is None or may(place.permission)
    }


class PlacePages:
    """The pages that have been made, within the pages of the screen."""

    def __init__(self, desk: Desk, pages: Pages) -> None:
        """Make pages into ``pages`` when they are asked for."""
        self._desk = desk
        self._pages = pages
        self._made: dict[str, Screen] = {}

    def __iter__(self) -> Iterator[Screen]:
        """The pages made so far."""
        return iter(self._made.values())

    def page(self, name: str) -> Screen:
        """A page, made when it is asked for the first time."""
        if name not in self._made:
            module, _, made = PLACES[name].where.partition(":")
            page = cast("Screen", getattr(import_module(module), made)(self._desk))
            page.be_part()
            self._made[name] = page
            self._pages.addWidget(page)
        return self._made[name]

    def something_changed(self, kinds: frozenset[Kind]) -> None:
        """The pages follow what they show."""
        for page in self:
            page.something_changed(kinds)

    @property
    def holds_text(self) -> bool:
        """Whether something typed on a page has not been saved."""
        return any(page.holds_text for page in self)
