"""Somebody was absent: does it go on? Then the plan of the coming days shows it; no Qt."""

from datetime import date, timedelta

from subcontract.actions.act import Done, Permission
from subcontract.actions.mark_away import MarkAway, mark_away
from subcontract.days import ONE_DAY, DateRange
from subcontract.hours.entry import Attendance
from subcontract.ids import ClientId
from subcontract.people.client import AbsenceKind, Client
from subcontract.problems import Refused
from subcontract.rota.warnings import away_on
from subcontract.words import N_
from ui.presenters.base import Notice
from ui.presenters.clients.fields import ABSENCES
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.recording.base import DayPresenter
from ui.presenters.recording.day import Line
from ui.presenters.tone import Tone

FIELDS = (
    FieldSpec(name="client", label=N_("Client"), kind=FieldKind.CHOICE, required=True),
    FieldSpec(
        name="last",
        label=N_("Away until"),
        kind=FieldKind.DATE,
        required=True,
        help=N_("The last day away. The rota of those days then shows it."),
    ),
    FieldSpec(
        name="kind",
        label=N_("Reason"),
        kind=FieldKind.CHOICE,
        required=True,
        choices=tuple(Choice(value=kind, label=words) for kind, words in ABSENCES.items()),
    ),
)
RECENT = timedelta(days=7)
"""What is recorded later than this is no news any more: nothing is asked."""


class AwayPresenter:
    """The question of each one who was absent and has shifts to come."""

    def __init__(self, owner: DayPresenter) -> None:
        """Belong to the day grid."""
        self.owner = owner
        self.answered: set[tuple[ClientId, date]] = set()
        """Whose absence was said to have ended that day."""
        self.form = FormPresenter(FIELDS, owner.texts, owner.door.today, name=N_("Absence goes on"))
        self.form.on_change = self._changed

    # --- whom to ask about

    @property
    def asked(self) -> tuple[Line, ...]:
        """Those absent on the shift in view who are still planned for the coming days."""
        day = self.owner.day
        if not self.owner.may(Permission.PLAN_SHIFTS) or day < self.owner.door.today() - RECENT:
            return ()
        return tuple(line for line in self.owner.lines if self._is_open(line))

    def _is_open(self, line: Line) -> bool:
        """Whether it is not known how long somebody is away."""
        if line.entry is None or line.entry.attendance is Attendance.PRESENT:
            return False
        tomorrow = self.owner.day + ONE_DAY
        if away_on(line.client, self.owner.day) is not None and away_on(line.client, tomorrow) is not None:
            return False
        return bool(self._days_of(line.client)) and (line.client.id, self.owner.day) not in self.answered

    def _days_of(self, client: Client) -> tuple[date, ...]:
        """The coming days of the client's shifts on which no absence is known."""
        days = self.owner.data.coming.get(client.id, ())
        return tuple(day for day in days if away_on(client, day) is None)

    @property
    def words(self) -> str:
        """What is asked; empty when nothing is."""
        return "\n".join(self._question(line) for line in self.asked)

    def _question(self, line: Line) -> str:
        """The question of one client."""
        days = self._days_of(line.client)
        texts = self.owner.texts
        return texts.say(
            N_("{name} was absent and has a shift next on {weekday} {day}. Does the absence go on?"),
            name=line.client.name,
            weekday=texts.weekday(days[0]),
            day=days[0],
        )

    # --- answering

    def start(self) -> None:
        """Offer the first one who is asked about; a day that has been typed stays."""
        asked = self.asked
        self.form.set_choices(
            "client", [Choice(value=line.client.id, label=line.client.name) for line in asked]
        )
        if asked and self.form.picked["client"] not in {line.client.id for line in asked}:
            self.form.pick("client", asked[0].client.id)

    def _changed(self, name: str) -> None:
        """The reason follows what was recorded of the one who is chosen."""
        if name != "client":
            return
        line = self.owner.line(self.form.picked["client"])
        if line is not None and line.entry is not None:
            sick = line.entry.attendance is Attendance.SICK
            self.form.pick("kind", AbsenceKind.SICK if sick else AbsenceKind.OTHER)

    def save(self) -> None:
        """Mark the client away from the day in view on."""
        values, day = self.form.parsed(), self.owner.day
        if values is None:
            return
        last = max(values["last"], day)
        ask = MarkAway(client=values["client"], days=DateRange(day, last), kind=values["kind"])

        def saved(_done: Done) -> None:
            self.answered.add((ask.client, day))
            self._tell(ask)

        self.owner.turns.add(lambda: (mark_away, ask), done=saved, refused=self._refused)

    def _tell(self, ask: MarkAway) -> None:
        """Say until when, and how many shifts now lack somebody."""
        known = self.owner.data.clients.get(ask.client)
        left = [day for day in self.owner.data.coming.get(ask.client, ()) if day in ask.days]
        texts = self.owner.texts
        said = texts.say(
            N_("{name} is marked away until {last}."), name=known.name if known else "", last=ask.days.last
        )
        if left:
            more = texts.count(
                N_("{number} shift now lacks somebody: look at the rota."),
                N_("{number} shifts now lack somebody: look at the rota."),
                len(left),
            )
            said = f"{said} {more}"
        self.owner.notice = Notice(said, Tone.READY)
        self.form.load({})
        self.start()

    def _refused(self, refused: Refused) -> None:
        self.owner.refused(refused, self.form)

    def ends(self) -> None:
        """The absence of the one who is chosen, or of everybody asked about, was of this day alone."""
        chosen = self.form.picked["client"]
        for line in self.asked:
            if chosen in {None, line.client.id}:
                self.answered.add((line.client.id, self.owner.day))
        self.form.load({})
        self.start()
        self.owner.tell()
