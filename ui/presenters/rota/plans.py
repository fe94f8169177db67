"""Shifts made by a rule, changed, called off and copied: the forms beside the board; no Qt."""

from datetime import date, timedelta

from subcontract.actions.act import Done
from subcontract.actions.cancel_shift import CancelShift, cancel_shift
from subcontract.actions.change_shift import ChangeShift, change_shift
from subcontract.actions.copy_week import CopyWeek, copy_week
from subcontract.actions.plan_shifts import plan_shifts
from subcontract.days import DateRange
from subcontract.ids import JobId
from subcontract.problems import Refused
from subcontract.rota.calendar import week_of
from subcontract.rota.shift import Shift
from subcontract.words import N_
from ui.presenters.base import Notice
from ui.presenters.forms.form import FormPresenter
from ui.presenters.rota.base import Card, WeekPresenter
from ui.presenters.rota.form import (
    CHANGE,
    COACH_FIELDS,
    NEW,
    OTHERS,
    REASON,
    change_values,
    changed,
    coach_choices,
    job_choices,
    must_differ,
    new_values,
    peer_choices,
    phase_choices,
    plan_of,
    preview,
)
from ui.presenters.tone import Tone


class ShiftForms:
    """The forms of one rota."""

    def __init__(self, owner: WeekPresenter) -> None:
        """Belong to a rota."""
        self.owner = owner
        texts, door = owner.texts, owner.door
        self.new = FormPresenter(NEW, texts, door.today, name=N_("New shifts"))
        self.new.on_change = self._new_changed
        self.new.summary = lambda values: preview(values, door.who.unit, door.today(), texts)
        self.change = FormPresenter(CHANGE, texts, door.today, name=N_("Shift"))
        self.reason = FormPresenter(REASON, texts, door.today, name=N_("Cancelling"))

    def start_new(self, job: JobId | None = None) -> None:
        """Open the form of new shifts."""
        jobs = self.owner.week.plan.jobs
        self.new.set_choices("job", job_choices(jobs))
        self._offer_guides(self.new, self.owner.monday)
        going = [choice.value for choice in self.new.specs["job"].choices]
        chosen = job if job in going else going[0] if len(going) == 1 else None
        found = next((each for each in jobs if each.id == chosen), None)
        self.new.set_choices("phase", phase_choices(found))
        self.new.load(new_values(found, self.owner.monday))
        self.owner.card, self.owner.notice = Card.NEW, None
        self.owner.tell()

    def _offer_guides(self, form: FormPresenter, day: date, shift: Shift | None = None) -> None:
        """Offer coaches, and peer coaches from a day on; those of a shift are offered still."""
        plan = self.owner.week.plan
        kept = {shift.coach, *shift.other_coaches} if shift else set()
        for name in COACH_FIELDS:
            form.set_choices(name, coach_choices(plan.staff, kept))
        form.set_choices("peer_coach", peer_choices(plan.clients, day, shift.peer_coach if shift else None))

    def _new_changed(self, name: str) -> None:
        """A job was chosen: its phases, coach, place and group size come with it."""
        if name != "job":
            return
        job = self.owner.week.plan.job_by_id.get(self.new.picked["job"])
        self.new.set_choices("phase", phase_choices(job))
        fresh = new_values(job, self.owner.monday)
        kept = {"weekdays", "every_weeks", "except_holidays", "peer_coach", *OTHERS}
        picked, typed = dict(self.new.picked), dict(self.new.typed)
        times = {"start", "end", "break_minutes", "except_days"}
        self.new.load(fresh)
        self.new.picked |= {each: picked[each] for each in kept}
        self.new.typed |= {each: typed[each] for each in times}

    def save_new(self) -> None:
        """Make the shifts of the form."""
        values = self.new.parsed()
        if values is None:
            return
        try:
            must_differ(self.new)
            ask = plan_of(values, self.owner.door.who.unit, self.owner.door.today())
        except Refused as refused:
            self.owner.refused(refused, self.new)
            return
        self.owner.act_in_turn(lambda: (plan_shifts, ask), self._planned, self.new)

    def _planned(self, done: Done) -> None:
        """Tell how many were made, and show the first week of them."""
        days, number = done.facts["days"], done.facts["number"]
        self.new.saved()
        self.owner.card = Card.NONE
        if isinstance(days, DateRange) and isinstance(number, int):
            first = days.first if days.last < self.owner.monday else max(days.first, self.owner.monday)
            self.owner.monday = week_of(first).first
            said = self.owner.texts.count(
                N_("{number} shift was made."), N_("{number} shifts were made."), number
            )
            self.owner.notice = Notice(said, Tone.READY)

    def start_change(self) -> None:
        """Open the form of the shift in the card."""
        if self.owner.shift is not None:
            self._offer_guides(self.change, self.owner.shift.day, self.owner.shift)
            self.change.set_choices(
                "phase", phase_choices(self.owner.week.plan.job_by_id.get(self.owner.shift.job))
            )
            self.change.load(change_values(self.owner.shift))
            self.owner.card = Card.CHANGE
            self.owner.tell()

    def save_change(self) -> None:
        """Store the form of the shift."""
        values, shift = self.change.parsed(), self.owner.shift
        if values is None or shift is None:
            return
        try:
            must_differ(self.change)
        except Refused as refused:
            self.owner.refused(refused, self.change)
        else:
            ask = ChangeShift(shift=changed(shift, values))
            self.owner.act_in_turn(lambda: (change_shift, ask), self._back_to_shift, self.change)

    def start_cancel(self) -> None:
        """Ask why the shift is called off."""
        self.reason.load({})
        self.owner.card = Card.CANCEL
        self.owner.tell()

    def save_cancel(self) -> None:
        """Call the shift off."""
        values, shift = self.reason.parsed(), self.owner.shift
        if values is not None and shift is not None:
            ask = CancelShift(shift=shift.id, reason=values["reason"])
            self.owner.act_in_turn(lambda: (cancel_shift, ask), self._back_to_shift, self.reason)

    def _back_to_shift(self, _done: Done) -> None:
        """Show the shift after a change of it."""
        self.owner.card = Card.SHIFT

    def copy_to_next(self) -> None:
        """Copy the week in view to the week after it, people included, and show that week."""
        next_week = self.owner.monday + timedelta(days=7)
        ask = CopyWeek(unit=self.owner.door.who.unit, from_day=self.owner.monday, to_day=next_week)
        self.owner.act_in_turn(lambda: (copy_week, ask), self._copied)

    def _copied(self, done: Done) -> None:
        """Show the new week and what was copied."""
        self.owner.monday += timedelta(days=7)
        number = done.facts["number"]
        if isinstance(number, int):
            said = self.owner.texts.count(
                N_("{number} shift was copied from the week before."),
                N_("{number} shifts were copied from the week before."),
                number,
            )
            self.owner.notice = Notice(said, Tone.READY)
        self.owner.close()
