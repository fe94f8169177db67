"""Who came though not planned: beside the others, or in somebody's place; no Qt."""

from collections.abc import Hashable

from subcontract.actions.record_entry import RecordEntry, record_entry
from subcontract.actions.record_swap import RecordSwap, record_swap
from subcontract.hours.entry import Attendance
from subcontract.hours.planned import as_planned
from subcontract.ids import ClientId
from subcontract.problems import Refused
from subcontract.words import N_
from ui.presenters.forms.fields import Choice
from ui.presenters.forms.form import FormPresenter
from ui.presenters.recording.base import DayPresenter
from ui.presenters.recording.day import Line
from ui.presenters.recording.fields import CLIENT_FIELDS, NOBODY

KEY = N_("I came instead")
"""What a letter typed on a row says: somebody else came in this one's place."""


class InsteadPresenter:
    """The card of one more client."""

    def __init__(self, owner: DayPresenter) -> None:
        """Belong to the day grid."""
        self.owner = owner
        self.form = FormPresenter(CLIENT_FIELDS, owner.texts, owner.door.today, name=N_("One more client"))
        self.form.on_change = lambda _name: self._follow()

    # --- showing

    def show(self) -> None:
        """Offer those who are not on the shift, and those of it who did not come."""
        self.form.hidden = set() if self.owner.is_locked else {"reason"}
        self.form.set_choices("client", self._others())
        missing = [Choice(value=line.client.id, label=line.client.name) for line in self._missing()]
        self.form.set_choices("instead", [Choice(value=NOBODY, label=N_("Nobody's")), *missing])
        self._follow()

    def _others(self) -> list[Choice]:
        """Active clients of the unit who are not on the shift."""
        here = {line.client.id for line in self.owner.lines}
        others = [c for c in self.owner.data.clients.values() if c.active and c.id not in here]
        others.sort(key=lambda client: (client.name, client.number))
        return [Choice(value=client.id, label=client.name) for client in others]

    def _missing(self) -> list[Line]:
        """Those of the group who were not recorded as at work."""
        return [
            line
            for line in self.owner.lines
            if not line.helps and (line.entry is None or line.entry.attendance is not Attendance.PRESENT)
        ]

    def _follow(self) -> None:
        """Why somebody did not come is asked only where it has not been told."""
        absent = self._absent
        asked = absent is not None and absent.entry is None
        (self.form.hidden.discard if asked else self.form.hidden.add)("attendance")

    @property
    def _absent(self) -> Line | None:
        """In whose place somebody came."""
        return next((line for line in self._missing() if line.client.id == self.form.picked["instead"]), None)

    # --- doing

    def start(self, row: Hashable) -> bool:
        """Begin with who did not come; false for somebody who was at work or only helps."""
        if all(line.client.id != row for line in self._missing()):
            return False
        self.form.pick("instead", row)
        return True

    def is_key(self, letter: str) -> bool:
        """Whether a letter typed on a row says that somebody came in its place."""
        return letter.casefold() == self.owner.texts.say(KEY)[:1].casefold()

    def add(self) -> None:
        """Record who came, and in the same act who did not."""
        shift, values = self.owner.shift, self.form.parsed()
        if shift is None or values is None:
            return
        came, absent, reason = ClientId(values["client"]), self._absent, values["reason"]
        if absent is not None:
            why = values["attendance"] or Attendance.AWAY
            swap = RecordSwap(
                shift=shift.id, absent=absent.client.id, attendance=why, came=came, reason=reason
            )
            self.owner.turns.add(lambda: (record_swap, swap), done=self._added, refused=self._refused)
            return
        ask = RecordEntry(told=as_planned(shift, self.owner.data.clients[came]), reason=reason)
        self.owner.turns.add(lambda: (record_entry, ask), done=self._added, refused=self._refused)

    def _added(self, _done: object) -> None:
        """Make room for the next one."""
        self.form.load({})
        self._follow()

    def _refused(self, refused: Refused) -> None:
        """Show what is wrong beside its field; a reason that is needed after all can then be written."""
        if any(problem.field == "reason" for problem in refused.problems):
            self.form.hidden.discard("reason")
        self.owner.refused(refused, self.form)
