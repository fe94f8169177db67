"""Who is on a shift and who could be put on it, with what to look at; no Qt."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import cast

from subcontract.ids import ClientId
from subcontract.people.client import Client
from subcontract.rota.shift import Shift
from subcontract.rota.warnings import warnings_if_put_on
from subcontract.words import N_
from ui.presenters.recording_rows import photo_of
from ui.presenters.rota_base import WeekPresenter
from ui.presenters.rota_words import sentence
from ui.presenters.table import CellKind, Column, Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone

ON = (
    Column(key="client", title=N_("On the shift"), kind=CellKind.PERSON, grows=True, width=12),
    Column(key="look", title=N_("To look at"), kind=CellKind.STATE, width=10),
)
OTHERS = (
    Column(
        key="client",
        title=N_("Could be put on"),
        kind=CellKind.PERSON,
        grows=True,
        width=12,
    ),
    Column(key="shifts", title=N_("4 weeks"), kind=CellKind.NUMBER, width=4),
    Column(key="look", title=N_("To look at"), kind=CellKind.STATE, width=10),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who could be put on a shift."""

    client: Client
    shifts: int
    """Shifts in four weeks."""
    warnings: tuple[str, ...]


class ShiftPeople:
    """The two lists of a shift's card."""

    def __init__(self, owner: WeekPresenter) -> None:
        """Belong to a rota."""
        self.owner = owner
        texts = owner.texts
        nobody = Empty(
            picture="group", sentence=N_("Nobody is on the shift yet. Choose from the list below.")
        )
        everybody = Empty(picture="group", sentence=N_("All clients of the unit are on the shift."))
        self.on = TablePresenter(ON, texts, name=N_("On the shift"), empty=nobody)
        self.others = TablePresenter(OTHERS, texts, name=N_("Could be put on"), empty=everybody)
        for table in (self.on, self.others):
            table.count_words = ("", "")
            table.on_select = lambda _row: owner.tell()
        self.others.on_open = self.put_on
        self.on_put: Callable[[], None] | None = None
        """Called when somebody has been asked onto the shift: the next one is looked for by name."""

    def show(self) -> None:
        """Show the lists of the shift in the card: without warnings first, then the fewest shifts."""
        shift, plan = self.owner.shift, self.owner.week.plan
        if shift is None:
            self.on.set_rows(())
            self.others.set_rows(())
            return
        here = {client.id for client in plan.clients_on(shift.id)}
        card = self.owner.shift_card
        self.on.set_rows(
            self._row(plan.client_by_id[chip.client], chip.warnings) for chip in (card.chips if card else ())
        )
        self.others.set_rows(
            self._row(each.client, each.warnings, each.shifts)
            for each in self.candidates(shift)
            if each.client.id not in here
        )

    def candidates(self, shift: Shift) -> tuple[Candidate, ...]:
        """Active clients: those without warnings first, then those with the fewest shifts."""
        plan, texts = self.owner.week.plan, self.owner.texts
        shares = {bar.client: bar.shifts for bar in self.owner.bars}
        found = (
            Candidate(
                client=client,
                shifts=shares.get(client.id, 0),
                warnings=tuple(sentence(each, texts) for each in warnings_if_put_on(client, shift, plan)),
            )
            for client in plan.clients
            if client.active
        )
        return tuple(sorted(found, key=lambda each: (len(each.warnings), each.shifts, each.client.name)))

    def _row(self, client: Client, warnings: tuple[str, ...], shifts: int | None = None) -> Row:
        """One person with what to look at."""
        number = len(warnings)
        texts = self.owner.texts
        said = texts.count(N_("{number} thing"), N_("{number} things"), number) if number else ""
        return Row(
            id=client.id,
            cells={
                "client": client.name,
                "shifts": shifts,
                "look": State(said, Tone.ATTENTION) if number else None,
            },
            photo=photo_of(client),
            hints={"look": " ".join(warnings)} if number else {},
        )

    @property
    def chosen(self) -> Row | None:
        """Who is selected of those who could be put on, while in sight: the filter may hide the row."""
        others = self.others
        return next((row for row in others.visible if row.id == others.selected), None)

    @property
    def chosen_words(self) -> str:
        """What to look at in the one who is selected, in sentences."""
        return self.chosen.hints.get("look", "") if self.chosen else ""

    def put_chosen(self) -> None:
        """Put the one who is selected and in sight on the shift."""
        if self.chosen is not None:
            self.put_on(self.chosen.id)

    def put_on(self, row: Hashable) -> None:
        """Put a person of the list on the shift, and look for the next one."""
        self.forget()
        self.owner.put_on(cast("ClientId", row))
        if self.on_put is not None:
            self.on_put()

    def forget(self) -> None:
        """Look at everybody again."""
        self.others.select(None)
        self.others.set_filter("")

    def take_off(self) -> None:
        """Take the selected person off the shift."""
        if self.on.selected is not None:
            self.owner.take_off(cast("ClientId", self.on.selected))
