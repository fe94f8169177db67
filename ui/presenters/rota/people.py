"""Who is on a shift and who could be put on it, with what to look at; no Qt."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import cast

from subcontract.benefits.earnings_months import MonthOfEarnings
from subcontract.ids import ClientId
from subcontract.people.client import Client
from subcontract.rota.headroom import Headroom
from subcontract.rota.shift import Shift
from subcontract.rota.warnings import warnings_if_put_on
from subcontract.words import N_
from ui.presenters.recording.rows import photo_of
from ui.presenters.rota.base import WeekPresenter
from ui.presenters.rota.limits import look_of
from ui.presenters.rota.pins import with_pin
from ui.presenters.rota.words import sentence
from ui.presenters.tables.table import CellKind, Column, Empty, Row, TablePresenter
from ui.presenters.tone import State

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
    month: MonthOfEarnings | None = None
    """The month that the shift is paid in, with the shift; none without an earnings limit to watch."""

    @property
    def is_near(self) -> bool:
        """Whether the shift takes the month near its limit or over it."""
        return self.month is not None and self.month.state.is_near


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
            table.on_select = self._selected
        self.others.on_open = self.put_on
        self.on_put: Callable[[], None] | None = None
        """Called when somebody has been asked onto the shift: the next one is looked for by name."""
        self.on_chosen: Callable[[ClientId | None], None] = lambda _client: None
        """Told who was selected last in either list."""
        self.last: ClientId | None = None
        """Who was selected last in either list."""

    def _selected(self, row: Hashable | None) -> None:
        """Somebody was selected, or nobody is any more."""
        client = cast("ClientId | None", row)
        self.last = client or cast("ClientId | None", self.on.selected or self.others.selected)
        self.owner.tell()
        self.on_chosen(client)

    def show(self) -> None:
        """Show the lists of the shift in the card: without warnings first, then the fewest shifts."""
        shift, plan = self.owner.shift, self.owner.week.plan
        if shift is None:
            self.on.set_rows(())
            self.others.set_rows(())
            return
        here = {client.id for client in plan.clients_on(shift.id)} | {shift.peer_coach}
        card = self.owner.shift_card
        self.on.set_rows(
            self._row_on(plan.client_by_id[chip.client], chip.warnings, shift)
            for chip in (card.chips if card else ())
        )
        self.others.set_rows(
            self._row(each.client, each.warnings, each.shifts, each.month, told=each.is_near)
            for each in self.candidates(shift)
            if each.client.id not in here
        )

    def candidates(self, shift: Shift) -> tuple[Candidate, ...]:
        """Active clients: those without warnings first, then those with the fewest shifts."""
        plan, texts = self.owner.week.plan, self.owner.texts
        room = self._headroom
        shares = {bar.client: bar.shifts for bar in self.owner.bars}
        found = (
            Candidate(
                client=client,
                shifts=shares.get(client.id, 0),
                warnings=tuple(sentence(each, texts) for each in warnings_if_put_on(client, shift, plan)),
                month=room.month_with(client, shift) if room else None,
            )
            for client in plan.clients
            if client.active
        )
        return tuple(sorted(found, key=lambda each: (len(each.warnings), each.shifts, each.client.name)))

    @property
    def _headroom(self) -> Headroom | None:
        """Pensioners' earnings, for those who may see them."""
        room = self.owner.week.plan.headroom
        return room if room is not None and room.with_sums else None

    def _row_on(self, client: Client, warnings: tuple[str, ...], shift: Shift) -> Row:
        """Somebody who is on the shift: the light is the whole month's."""
        room = self._headroom
        if room is None:
            return self._row(client, warnings)
        turns = room.month_changed_by(client, shift)
        told = turns is not None and turns.state.is_near
        return self._row(client, warnings, month=room.month_of(client, shift), told=told)

    def _row(
        self,
        client: Client,
        warnings: tuple[str, ...],
        shifts: int | None = None,
        month: MonthOfEarnings | None = None,
        *,
        told: bool = False,
    ) -> Row:
        """One person with what to look at; ``told`` when a warning is of the limit, as its light is."""
        return Row(
            id=client.id,
            cells={
                "client": client.name,
                "shifts": shifts,
                "look": self._look(client, look_of(month, len(warnings) - told, self.owner.texts)),
            },
            photo=photo_of(client),
            hints={"look": " ".join(warnings)} if warnings else {},
        )

    def _look(self, client: Client, look: State | None) -> State | None:
        """What there is to look at, after what a coach has decided of the person and the shift."""
        shift = self.owner.shift_id
        kind = self.owner.week.pin_of.get((client.id, shift)) if shift is not None else None
        return with_pin(look, kind, self.owner.texts)

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

    def choose(self, client: ClientId | None) -> None:
        """Select somebody who is on the shift, or nobody: what is done next is done to the one selected."""
        is_on = any(row.id == client for row in self.on.rows)
        self.on.select(client if is_on else None)

    def take_off(self) -> None:
        """Take the selected person off the shift."""
        if self.on.selected is not None:
            self.owner.take_off(cast("ClientId", self.on.selected))
