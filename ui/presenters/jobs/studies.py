"""Time studies of the phase on the desk; no Qt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from subcontract import ids
from subcontract.ids import PhaseId, StaffId, StudyId
from subcontract.jobs.job import Measurement, Phase, TimeStudy
from subcontract.jobs.studies import latest_study, minutes_per_unit, spread
from subcontract.people.staff import Staff
from subcontract.problems import Problem, Refused
from subcontract.words import N_, Texts
from ui.presenters.forms.fields import Choice
from ui.presenters.forms.form import FormPresenter
from ui.presenters.forms.lines import LinesPresenter
from ui.presenters.forms.lines import State as LinesState
from ui.presenters.jobs.fields import MEASUREMENT, STUDY_FIELDS


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyShown:
    """A study in words."""

    id: StudyId
    title: str
    detail: str
    in_use: bool
    """The latest one stands in place of the estimate."""


class StudiesPresenter:
    """The studies of a phase, and a new one being written."""

    def __init__(self, texts: Texts, today: Callable[[], date]) -> None:
        """Start without a phase."""
        self.texts = texts
        self.form = FormPresenter(STUDY_FIELDS, texts, today, name=N_("Time study"))
        self.lines = LinesPresenter(
            "measurements", MEASUREMENT, texts, today, name=N_("Measurements"), add=N_("Add a measurement")
        )
        self.lines.on_change = self._tell
        self.phase: Phase | None = None
        self._drafts: dict[PhaseId, tuple[dict[str, str], dict[str, Any], LinesState]] = {}
        """A study half written, by phase."""
        self._staff: dict[StaffId, str] = {}
        self._today = today
        self._listeners: list[Callable[[], None]] = []

    def listen(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` whenever the average changed."""
        self._listeners.append(listener)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()

    def set_staff(self, staff: Iterable[Staff], me: StaffId) -> None:
        """Offer those who may have measured; the one who is signed in first."""
        people = tuple(staff)
        self._staff = {one.id: one.name for one in people}
        self.form.set_choices("by", (Choice(value=one.id, label=one.name) for one in people if one.active))
        if self.form.picked["by"] is None and me in self._staff:
            clean = not self.form.dirty
            self.form.picked["by"] = me
            if clean:
                self.form.saved()

    def show(self, phase: Phase | None) -> None:
        """Show the studies of a phase; a study half written waits until its phase is shown again."""
        same = phase is not None and self.phase is not None and phase.id == self.phase.id
        if not same and self.phase is not None and self.dirty:
            kept = (dict(self.form.typed), dict(self.form.picked), self.lines.state())
            self._drafts[self.phase.id] = kept
        self.phase = phase
        if not same:
            self.start()
        draft = self._drafts.pop(phase.id, None) if phase is not None else None
        if draft is not None:
            typed, picked, lines = draft
            self.form.typed.update(typed)
            self.form.picked.update(picked)
            self.lines.restore(lines)
        self._tell()

    @property
    def dirty(self) -> bool:
        """Whether a study is half written."""
        return self.form.dirty or self.lines.dirty

    def start(self) -> None:
        """Begin an empty study of today with one line."""
        by = self.form.picked["by"]
        self.form.load({"day": self._today(), "by": by})
        self.lines.load([{}])
        self._tell()

    @property
    def shown(self) -> tuple[StudyShown, ...]:
        """The studies of the phase, latest first."""
        if self.phase is None:
            return ()
        latest = latest_study(self.phase)
        ordered = sorted(self.phase.studies, key=lambda study: study.day, reverse=True)
        return tuple(self._shown(study, in_use=study is latest) for study in ordered)

    def _shown(self, study: TimeStudy, *, in_use: bool) -> StudyShown:
        quickest, slowest = spread(study)
        say = self.texts.say
        title = say(N_("{minutes} min a piece, {day}"), minutes=minutes_per_unit(study), day=study.day)
        counted = self.texts.count(
            N_("{number} measurement"), N_("{number} measurements"), len(study.measurements)
        )
        detail = say(
            N_("{measurements}, from {quickest} to {slowest} min. {who}. {method}"),
            measurements=counted,
            quickest=quickest,
            slowest=slowest,
            who=self._staff.get(study.by, "–"),
            method=study.method,
        ).rstrip(" .")
        return StudyShown(id=study.id, title=title, detail=detail, in_use=in_use)

    @property
    def average(self) -> str:
        """The average of what has been typed so far, in words; empty while nothing can be reckoned."""
        measurements: list[Measurement] = []
        for row in self.lines.rows:
            values = row.readable()
            if any(text.strip() and name not in values for name, text in row.typed.items()):
                return ""  # a figure that is wrong would be left out of the average unseen
            pieces = values.get("pieces")
            seconds = _seconds(values.get("minutes"), values.get("seconds"))
            if pieces and seconds:
                measurements.append(Measurement(pieces=int(pieces), seconds=seconds))
        if not measurements:
            return ""
        study = self._study(self._today(), None, "", tuple(measurements))
        return self.texts.say(N_("Average {minutes} min a piece"), minutes=minutes_per_unit(study))

    def read(self) -> TimeStudy | None:
        """The study that has been written, or ``None`` with the errors beside their fields."""
        problems: list[Problem] = []
        values, rows = {}, []
        try:
            values = self.form.read()
        except Refused as refused:
            problems.extend(refused.problems)
        try:
            rows = self.lines.read()
        except Refused as refused:
            problems.extend(refused.problems)
        if problems:
            self.refuse(Refused(*problems))
            return None
        measurements = tuple(
            Measurement(pieces=int(row["pieces"]), seconds=_seconds(row["minutes"], row["seconds"]))
            for row in rows
        )
        return self._study(values["day"], values["by"], values["method"], measurements)

    def _study(
        self, day: date, by: StaffId | None, method: str, measurements: tuple[Measurement, ...]
    ) -> TimeStudy:
        return TimeStudy(
            id=StudyId(ids.new()),
            day=day,
            by=by or StaffId(ids.new()),
            method=method,
            measurements=measurements,
        )

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Show problems beside their fields and give back the rest."""
        left = self.form.refuse(refused)
        left = self.lines.refuse(Refused(*left)) if left else ()
        self._tell()
        return left


def _seconds(minutes: Decimal | None, seconds: Decimal | None) -> int:
    return int(minutes or 0) * 60 + int(seconds or 0)
