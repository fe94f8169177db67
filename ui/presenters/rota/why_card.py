"""Miksi on the board: one sentence of who is selected in a shift's lists, and everybody and why; no Qt."""

from typing import cast

from subcontract.actions.act import Permission
from subcontract.actions.rotation_facts import RotationFacts
from subcontract.ids import ClientId, ShiftId
from subcontract.words import N_
from ui.presenters.recording.rows import photo_of
from ui.presenters.rota.base import Card, WeekPresenter
from ui.presenters.rota.why import Told, WhySaid
from ui.presenters.tables.table import CellKind, Column, Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone

EVERYBODY = (
    Column(key="client", title=N_("Client"), kind=CellKind.PERSON, grows=True, width=10),
    Column(key="place", title=N_("On the shift"), kind=CellKind.STATE),
    Column(key="why", title=N_("Why"), kind=CellKind.STATE, width=16),
)


HAPPENED = N_("This is told of shifts to come: work has already been recorded on this one.")


class WhyOfShift:
    """Answers about the shift in the card; they are read when first asked for."""

    def __init__(self, owner: WeekPresenter) -> None:
        """Belong to a rota."""
        self.owner = owner
        self.client: ClientId | None = None
        """Whom the sentence is about."""
        self.sentence = ""
        self.follows = False
        """Whether the sentence goes with the selection: it was asked for once."""
        self.everybody = TablePresenter(
            EVERYBODY,
            owner.texts,
            name=N_("Everybody and why"),
            empty=Empty(picture="group", sentence=N_("Nobody to tell of: no clients on these days.")),
        )
        self.everybody.on_select = lambda _row: owner.tell()
        self._wanted: tuple[ShiftId, object] | None = None
        self._said: WhySaid | None = None

    def ask(self, client: ClientId | None) -> None:
        """Why a client is on the shift in the card or not."""
        if client is not None:
            self.client, self.follows = client, True
            self._with_answers()

    def ask_everybody(self) -> None:
        """Open the list of everybody and why."""
        if self.owner.shift is not None:
            self.owner.card = Card.WHY
            self._with_answers()

    def follow(self, client: ClientId | None) -> None:
        """Another one was selected."""
        if self.follows and client is not None and client != self.client:
            self.ask(client)

    def forget(self) -> None:
        """Something changed, or another shift is looked at: what was told holds no more."""
        self._wanted = self._said = None
        self.sentence = ""

    def reread(self) -> None:
        """The week was read anew: tell again what is in sight."""
        self.forget()
        if self.owner.card is Card.WHY or (self.owner.card is Card.SHIFT and self.follows):
            self._with_answers()

    def leave(self) -> None:
        """Stop telling."""
        self.forget()
        self.client, self.follows = None, False

    def _with_answers(self) -> None:
        """Tell, reading first what has not been read."""
        owner, shift = self.owner, self.owner.shift
        if shift is None:
            return
        if self._said is not None and self._wanted is not None and self._wanted[0] == shift.id:
            self._show()
            return
        wanted = self._wanted = (shift.id, object())
        owner.questions.of(shift.day, lambda found: self._read(wanted, found))

    def _read(self, wanted: tuple[ShiftId, object], found: RotationFacts) -> None:
        """Keep what was read, unless something else is asked meanwhile."""
        if wanted is not self._wanted:
            return
        owner = self.owner
        self._said = WhySaid(
            found.problem,
            found.pairs,
            owner.texts,
            jobs={job.id: job.name for job in owner.week.plan.jobs},
            with_sums=owner.may(Permission.SEE_PAY),
        )
        self._show()

    def _show(self) -> None:
        said, shift = self._said, self.owner.shift
        if said is None or shift is None:
            return
        if self.client is not None:
            self.sentence = said.sentence(self.client, shift.id) or self.owner.texts.say(HAPPENED)
        if self.owner.card is Card.WHY:
            self.everybody.set_rows(self._row(each) for each in said.everyone(shift.id))
        self.owner.tell()

    def _row(self, told: Told) -> Row:
        """One person and why."""
        say = self.owner.texts.say
        client = self.owner.week.plan.client_by_id.get(told.client)
        place = State(say(N_("cannot come")), Tone.QUIET)
        if told.is_on:
            place = State(say(N_("on the shift")), Tone.READY)
        elif told.could_come:
            place = State(say(N_("could come")), Tone.INFO)
        return Row(
            id=told.client,
            cells={
                "client": client.name if client else told.name,
                "place": place,
                "why": State(told.sentence),
            },
            photo=photo_of(client) if client else b"",
        )

    @property
    def chosen(self) -> str:
        """The sentence of who is selected in the list of everybody."""
        row = self.everybody.row(cast("ClientId | None", self.everybody.selected))
        told = row.cells["why"] if row else None
        return told.text if isinstance(told, State) else ""
