"""Ei tule: who steps in for somebody who does not come, in up to three ways, the best first; no Qt.

Opening is one key, Enter on the best way the other; all of it goes back with one undo.
"""

from collections.abc import Callable, Hashable
from datetime import date, timedelta
from functools import partial

from subcontract.actions.act import Done
from subcontract.actions.mark_away import MarkAway
from subcontract.actions.rotation_facts import RotationFacts
from subcontract.actions.step_in import StepIn, step_in
from subcontract.days import DateRange
from subcontract.ids import ClientId, ShiftId
from subcontract.people.client import AbsenceKind, Client
from subcontract.problems import Code, Refused, refuse
from subcontract.rota.calendar import DAYS_IN_WEEK
from subcontract.words import N_
from ui.presenters.base import Notice
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.rota.base import Card, WeekPresenter
from ui.presenters.rota.ways import Gone, WayOn, WaysOn, WaysTold
from ui.presenters.tables.table import CellKind, Column, Row, TablePresenter
from ui.presenters.tone import Tone
from ui.presenters.turns import Act

LONGEST = 8 * DAYS_IN_WEEK
"""Days that are looked at; a longer absence is written on the client's page."""
FIELDS = (
    FieldSpec(
        name="until",
        label=N_("Does not come until"),
        kind=FieldKind.DATE,
        required=True,
        help=N_("The last day away. The ways above are for all the days."),
    ),
    FieldSpec(
        name="kind",
        label=N_("Why"),
        kind=FieldKind.CHOICE,
        required=True,
        choices=(
            Choice(value=AbsenceKind.SICK, label=N_("Sick")),
            Choice(value=AbsenceKind.HOLIDAY, label=N_("Holiday")),
            Choice(value=AbsenceKind.OTHER, label=N_("Other absence")),
        ),
    ),
)
WAYS = (
    Column(key="comes", title=N_("Who comes"), grows=True, width=12),
    Column(key="short", title=N_("What changes"), width=10),
    Column(key="gets", title=N_("Work more"), kind=CellKind.HOURS, width=6),
)


class NotComing:
    """The card of one who does not come."""

    def __init__(self, owner: WeekPresenter) -> None:
        """Belong to a rota."""
        self.owner = owner
        texts = owner.texts
        self.client: ClientId | None = None
        self.found: WaysOn | None = None
        self.form = FormPresenter(FIELDS, texts, owner.door.today, name=N_("Not coming"))
        self.form.on_change = lambda _name: self._ask()
        self.table = TablePresenter(WAYS, texts, name=N_("Ways to go on"))
        self.table.count_words = ("", "")
        self.table.on_select = lambda _row: owner.tell()
        self.table.on_open = self.accept
        self.on_done: Callable[[], None] = lambda: None
        """Called when a way has been carried out: whoever was selected is not on the shift any more."""
        self._wanted: object = None

    # --- asking

    def open(self, client: ClientId | None, shift: ShiftId | None = None) -> None:
        """Ask what there is to do when a client does not come to the shift in the card, or to another."""
        owner = self.owner
        if shift is not None:
            owner.shift_id = shift
        if owner.shift is None or not owner.can_plan:
            return
        if client is None:
            owner.notice = Notice(owner.texts.say(N_("Choose first who does not come.")), Tone.ATTENTION)
            owner.tell()
            return
        self.client, self.found, owner.card, owner.notice = client, None, Card.AWAY, None
        self.table.set_rows(())
        self.form.load({"until": owner.shift.day, "kind": AbsenceKind.SICK})
        self._ask()
        owner.tell()

    def reread(self) -> None:
        """The week was read anew: the ways are sought again while the card is in sight."""
        if self.owner.card is Card.AWAY:
            self._ask()

    def _ask(self) -> None:
        """Find the ways for the days in the form, away from the window."""
        owner, shift, gone = self.owner, self.owner.shift, self._gone()
        if shift is None or gone is None:
            return
        wanted = self._wanted = object()
        texts = owner.texts
        jobs = {job.id: job.name for job in owner.week.plan.jobs}
        day, last = shift.day, gone.days.last

        def done(found: WaysOn) -> None:
            if wanted is self._wanted:
                self._fill(found)

        def find(question: RotationFacts) -> None:
            if wanted is self._wanted:
                owner.door.ask(lambda _lists: WaysTold(question, gone, texts, jobs).found(), done)

        owner.questions.of(day, find, last)

    def _gone(self, *, tells: bool = False) -> Gone | None:
        """Who does not come and until when; ``None`` while the form has a mistake."""
        shift, client = self.owner.shift, self.client
        values = self.form.parsed() if tells else self.form.readable()
        last = values.get("until") if values is not None else None
        if shift is None or client is None or values is None or last is None:
            return None
        if refused := _refused(shift.day, last):
            if tells:
                self.form.refuse(refused)
            return None
        return Gone(client=client, days=DateRange(shift.day, last), kind=values["kind"])

    def _fill(self, found: WaysOn) -> None:
        """Show the ways, the best one selected."""
        self.found = found
        self.table.set_rows(self._row(at, way) for at, way in enumerate(found.ways))
        self.table.select(0)
        self.owner.tell()

    def _row(self, at: int, way: WayOn) -> Row:
        words = " ".join(way.words)
        return Row(
            id=at,
            cells={
                "comes": self._names(way) or self.owner.texts.say(N_("Nobody")),
                "short": way.short,
                "gets": way.gets,
            },
            icon="user-plus" if way.come else "prohibit",
            hints={"comes": words} if words else {},
        )

    def _names(self, way: WayOn) -> str:
        """Who comes: one by the whole name, several as they are called; empty when nobody does."""
        come = [client for client in map(self._of, way.come) if client is not None]
        return come[0].name if len(come) == 1 else ", ".join(one.called for one in come)

    # --- what is shown

    @property
    def title(self) -> str:
        """Who does not come, and when."""
        client, shift = self._of(self.client), self.owner.shift
        if client is None or shift is None:
            return ""
        texts, gone = self.owner.texts, self._gone()
        if gone is None or gone.days.last == shift.day:
            day = texts.day(shift.day)
            return texts.say(N_("{name} does not come on {day}"), name=client.called, day=day)
        days = f"{texts.day(gone.days.first)}–{texts.day(gone.days.last)}"
        return texts.say(N_("{name} does not come {days}"), name=client.called, days=days)

    def _of(self, client: ClientId | None) -> Client | None:
        """The client of an id, when there is one."""
        return self.owner.week.plan.client_by_id.get(client) if client is not None else None

    @property
    def way(self) -> WayOn | None:
        """The way that is selected."""
        at = self.table.selected
        ways = self.found.ways if self.found else ()
        return ways[at] if isinstance(at, int) and at < len(ways) else None

    @property
    def words(self) -> tuple[str, ...]:
        """The selected way in whole sentences."""
        return self.way.words if self.way else ()

    @property
    def nobody(self) -> tuple[str, ...]:
        """What it would take, when nobody can come."""
        return self.found.nobody if self.found else ()

    @property
    def verb(self) -> str:
        """What the button does."""
        way = self.way
        client = self._of(way.comes) if way else None
        if way is None or client is None:
            return self.owner.texts.say(N_("Mark away"))
        if len(way.come) > 1:
            return self.owner.texts.say(N_("Do it this way"))
        return self.owner.texts.say(N_("{name} steps in"), name=client.called)

    # --- carrying out

    def accept(self, row: Hashable | None = None) -> None:
        """Carry out the selected way, or that of a row: the absence, who leaves and who comes, in one act."""
        if row is not None:
            self.table.select(row)
        found, way, gone = self.found, self.way, self._gone(tells=True)
        if found is None or way is None or gone is None or gone != found.gone:  # still being sought
            return
        self.owner.act_in_turn(partial(self._act, found, way), partial(self._done, found, way), self.form)

    @staticmethod
    def _act(found: WaysOn, way: WayOn) -> Act:
        gone = found.gone
        away = MarkAway(client=gone.client, days=gone.days, kind=gone.kind)
        return step_in, StepIn(away=away, put=way.put, taken=way.taken, seen=found.seen)

    def _done(self, found: WaysOn, way: WayOn, _done: Done) -> None:
        """Back to the shift, with what was done in words."""
        owner, say = self.owner, self.owner.texts.say
        gone = self._of(found.gone.client)
        told = [say(N_("{name} is marked away."), name=gone.called)] if gone else []
        come = (self._of(client) for client in dict.fromkeys(client for client, _ in way.put))
        told += [say(N_("{name} steps in."), name=one.called) for one in come if one is not None]
        self.found = None
        self.on_done()
        owner.card = Card.SHIFT
        owner.notice = Notice(" ".join(told), Tone.READY)


def _refused(first: date, last: date) -> Refused | None:
    """What is wrong with the last day, if anything."""
    latest = first + timedelta(days=LONGEST - 1)
    if last < first:
        return refuse(Code.ENDS_BEFORE_START, "until", first=first, last=last)
    return refuse(Code.TOO_LARGE, "until", most=latest) if last > latest else None
