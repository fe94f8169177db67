"""Vuorotoiveet: what a client wishes of the rota, in cards of two columns."""

from subcontract.people.client import Client
from subcontract.words import N_
from ui.presenters.clients.wish_fields import DAYS, FIELDS, LIMITS
from ui.presenters.clients.wishes import WishesPresenter
from ui.screens.bones import Desk, Screen
from ui.widgets.labels import ToneLine
from ui.widgets.lines import LinesView
from ui.widgets.sections import FieldGroup, Sections


class WishesPage(Screen):
    """The wishes of the client whose page is open."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the cards."""
        super().__init__(desk, title=N_("Wishes for shifts"))
        self.presenter = presenter = self.use(WishesPresenter(desk.door(self), desk.texts))
        say = self.texts.say
        self.sections = Sections()
        self.groups = [
            FieldGroup(presenter.form, say(title), (spec.name for spec in FIELDS if spec.group == title))
            for title in (DAYS, LIMITS)
        ]
        help_jobs = N_("What the client has said, or has been seen to like.")
        self.lines = [
            LinesView(presenter.jobs, help_text=say(help_jobs)),
            LinesView(
                presenter.company,
                help_text=say(N_("Somebody who makes it easier to come. One of them is enough on a shift.")),
            ),
            LinesView(
                presenter.coaches,
                help_text=say(N_("Empty when every coach is as good. Others are proposed too, if need be.")),
            ),
        ]
        for part, column in zip((self.lines[0], self.groups[0]), (0, 0), strict=True):
            self.sections.add(part, column)
        for part in (self.lines[1], self.lines[2], self.groups[1]):
            self.sections.add(part, 1)
        self.body.addWidget(self.sections, 1)
        self.unsaved = ToneLine("")
        self.body.addWidget(self.unsaved)
        self.undo_typing = self.add_secondary(N_("Take back what was typed"), presenter.reset)
        self.set_primary(N_("Save"), presenter.save)
        self._refusals = self._count_refusals()

    def show_client(self, client: Client | None, purpose: str) -> None:
        """Show the wishes of a client."""
        self.presenter.show_client(client, purpose)

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        self.sections.setVisible(presenter.wishes is not None)
        self.primary.setVisible(presenter.wishes is not None and presenter.can_edit)
        self.primary.setEnabled(presenter.can_save)
        self.undo_typing.setVisible(presenter.dirty)
        waiting = N_("Wishes of another client have not been saved yet.")
        self.unsaved.say(self.texts.say(waiting) if presenter.other_drafts else "")
        if (refusals := self._count_refusals()) != self._refusals:
            self._refusals = refusals
            self._focus_error()

    def _count_refusals(self) -> int:
        """How often something of the page was refused."""
        return sum(part.refusals for part in (self.presenter.form, *self.presenter.lines))

    def _focus_error(self) -> None:
        """Go to the first field with an error, down the first column and then the second."""
        parts = (self.lines[0], self.groups[0], self.lines[1], self.lines[2], self.groups[1])
        next((part for part in parts if part.focus_error()), None)
