"""Palkkatuki: the check list, the decisions and the claims of one client, each with a look of its own."""

from collections.abc import Callable
from functools import partial
from typing import cast

from subcontract.actions.act import Kind, Permission
from subcontract.people.client import Client
from subcontract.words import N_
from ui.screens.bones import Desk, Screen
from ui.screens.clients.tabs import OfClient
from ui.screens.subsidy.check import SubsidyCheckPage
from ui.screens.subsidy.claims import SubsidyClaimsPage
from ui.screens.subsidy.decisions import SubsidyDecisionsPage
from ui.widgets.late import Late
from ui.widgets.pages import Pages
from ui.widgets.segments import Segments

PARTS: dict[str, tuple[str, Callable[[Desk], Screen], Permission, str]] = {
    "check": (N_("Check list"), SubsidyCheckPage, Permission.CHECK_SUBSIDY, "Ctrl+1"),
    "decisions": (N_("Decisions"), SubsidyDecisionsPage, Permission.SEE_PAY, "Ctrl+2"),
    "claims": (N_("Claims"), SubsidyClaimsPage, Permission.SEE_PAY, "Ctrl+3"),
}
"""By name (``clients/subsidy/claims``): words, page, who may see it, and its key."""


class SubsidyPage(Screen):
    """Three parts; who may not see one does not get it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=N_("Wage subsidy"))
        say, who = self.texts.say, desk.door(self).who
        names = [name for name, (_, _, permission, _) in PARTS.items() if who.may(permission)]
        self.which = Segments(
            say(N_("Part of the wage subsidy")),
            ((name, say(PARTS[name][0])) for name in names),
            self._choose,
            keys={name: PARTS[name][3] for name in names},
            whole_line=True,
        )
        self.body.addWidget(self.which)
        self.pages = Pages()
        self.parts: dict[str, Late[Screen]] = {
            name: Late(partial(_made, PARTS[name][1], desk)) for name in names
        }
        for late in self.parts.values():
            self.pages.addWidget(late.place)
        self.body.addWidget(self.pages, 1)
        self.at = ""
        self._client: tuple[Client | None, str] = (None, "")
        self.show_part("decisions" if "check" not in self.parts else "check")

    def be_part(self) -> None:
        """Be a page of another screen; the parts have feet of their own."""
        super().be_part()
        self._middle.setContentsMargins(0, 0, 0, 0)
        self.footer.hide()

    @property
    def part(self) -> Screen:
        """The part in sight."""
        return self.parts[self.at].part

    @property
    def made(self) -> tuple[Screen, ...]:
        """The parts that have been made."""
        return tuple(late.made for late in self.parts.values() if late.made is not None)

    def _choose(self, name: object) -> None:
        self.show_part(str(name))

    def show_part(self, name: str) -> None:
        """Bring a part in sight; it shows the client who is open."""
        if name not in self.parts:
            return
        self.at = name
        self.which.show_value(name)
        self.pages.setCurrentWidget(self.parts[name].place)
        if self._client[0] is not None:
            self._hand_on()

    def _hand_on(self) -> None:
        cast("OfClient", self.part).show_client(*self._client)

    def show_client(self, client: Client | None, purpose: str) -> None:
        """Show the client in the part in sight; the others follow when they come in sight."""
        self._client = (client, purpose)
        self._hand_on()

    def open_page(self, page: str, back: str = "") -> None:
        """Bring a part in sight by its name."""
        super().open_page(page, back)
        self.show_part(page)

    # --- the parts follow what they show

    def something_changed(self, kinds: frozenset[Kind]) -> None:
        """The parts that have been made read anew what changed."""
        for part in self.made:
            part.something_changed(kinds)

    @property
    def holds_text(self) -> bool:
        """Whether something typed on a part has not been saved."""
        return any(part.holds_text for part in self.made)

    def tell_step(self, text: str) -> None:
        """Say on the part in sight what was undone."""
        self.part.tell_step(text)

    def step_back(self) -> bool:
        """Close what is open on the part in sight."""
        return self.part.step_back()


def _made(make: Callable[[Desk], Screen], desk: Desk) -> Screen:
    page = make(desk)
    page.be_part()
    return page
