"""Another pay day for a month: every rate, card and limit of the year follows it; no Qt."""

from subcontract import rules
from subcontract.actions.act import Done, Permission
from subcontract.actions.calculate_pay_run import pay_day_of
from subcontract.problems import Refused
from subcontract.words import N_
from ui.presenters.forms.fields import FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.pay.days import MOVED
from ui.presenters.pay.of_run import OfRun

PAY_DAY = (
    FieldSpec(
        name="pay_day",
        label=N_("Pay day"),
        kind=FieldKind.DATE,
        required=True,
        help=N_("Tax cards and percentages are those of this day. The month is calculated again."),
    ),
)


class PayDays:
    """Asks for the day on which a month is paid."""

    def __init__(self, runs: OfRun) -> None:
        """Belong to the pay runs' presenter."""
        self.runs = runs
        self.is_open = False
        self.form = FormPresenter(PAY_DAY, runs.texts, runs.door.today, name=N_("Pay day"))
        self.form.on_change = lambda _name: self._tell_moved()

    @property
    def can_open(self) -> bool:
        """Whether the open month is still to be approved, by somebody who calculates."""
        runs = self.runs
        return runs.month is not None and not runs.is_approved and runs.may(Permission.CALCULATE_PAY)

    def start(self) -> None:
        """Ask, beginning with the day that there is."""
        month, run = self.runs.month, self.runs.run
        if month is not None and self.can_open:
            self.is_open, self.runs.notice = True, None
            self.form.load({"pay_day": run.pay_day if run else pay_day_of(month)})
            self._tell_moved()

    def close(self) -> None:
        """Leave the day as it was."""
        self.is_open = False
        self.runs.tell()

    def _tell_moved(self) -> None:
        """Say beside the field on which day the money comes, where the day is no bank day."""
        try:
            day = self.form.value("pay_day")
            moved = rules.pay_day(day).value if day else None
        except Refused:
            day = moved = None
        if moved is not None and moved != day:
            self.form.notes["pay_day"] = self.runs.texts.say(MOVED, agreed=day, day=moved)
        else:
            self.form.notes.pop("pay_day", None)
        self.runs.tell()

    def do(self) -> None:
        """Calculate the month to be paid on the day."""
        month, values = self.runs.month, self.form.parsed()
        if month is None or values is None or not self.can_open:
            self.runs.tell()
            return
        runs, day = self.runs, values["pay_day"]
        runs.calculation.calculate(month, runs.ledger, self._done, pay_day=day, form=self.form)

    def _done(self, _done: Done) -> None:
        self.is_open = False
        self.runs.load()
