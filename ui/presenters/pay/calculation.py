"""The calculation of a month, telling how far it is; stopped, it leaves everything as it was; no Qt."""

from collections.abc import Callable
from datetime import date

from subcontract.actions.act import Done
from subcontract.actions.calculate_pay_run import CalculatePayRun, calculate_pay_run
from subcontract.days import Month
from subcontract.payout.records import Ledger
from subcontract.problems import Code, refuse
from ui.presenters.base import Cancelled, Refusable, Stepping
from ui.presenters.owner import Owner


class PayCalculation:
    """One calculation at a time."""

    def __init__(self, runs: Owner) -> None:
        """Belong to the pay runs' presenter."""
        self._runs = runs
        self._steps: Stepping | None = None
        self.done = 0
        self.of = 0
        """How many people are reckoned and stored of how many; 0 while none are."""

    @property
    def is_working(self) -> bool:
        """Whether there is progress to be shown."""
        return self._steps is not None and self.of > 0

    def start(
        self,
        month: Month,
        ledger: Ledger,
        done: Callable[[Done], None],
        *,
        pay_day: date | None = None,
        form: Refusable | None = None,
    ) -> None:
        """Calculate a month; ``form`` shows what is wrong with another ``pay_day``."""
        self._steps = steps = self._runs.door.stepping(self._stepped)

        def step(at: int, of: int) -> None:
            try:
                steps.step(at, of)
            except Cancelled:
                raise refuse(Code.STOPPED) from None

        def finished(result: Done) -> None:
            self.over()
            done(result)

        ask = CalculatePayRun(month=month, ledger=ledger, pay_day=pay_day, step=step)
        self._runs.act(calculate_pay_run, ask, done=finished, form=form)

    def _stepped(self, done: int, of: int, _what: str) -> None:
        self.done, self.of = done, of
        self._runs.tell()

    def cancel(self) -> None:
        """Stop at the next step; the act is then refused, and nothing of it is kept."""
        if self._steps is not None:
            self._steps.cancel()

    def over(self) -> None:
        """The act has ended, one way or the other."""
        self._steps, self.done, self.of = None, 0, 0
