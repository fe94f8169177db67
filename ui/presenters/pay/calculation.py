"""The calculation of a month, telling how far it is; stopped, it leaves everything as it was; no Qt."""

from collections.abc import Callable
from datetime import date

from subcontract.actions.act import Done
from subcontract.actions.calculate_pay_run import CalculatePayRun, calculate_pay_run
from subcontract.days import Month
from subcontract.payout.records import Ledger
from ui.presenters.at_once import AtOnce
from ui.presenters.base import Refusable


class PayCalculation(AtOnce):
    """One calculation at a time, counted in people."""

    def calculate(
        self,
        month: Month,
        ledger: Ledger,
        done: Callable[[Done], None],
        *,
        pay_day: date | None = None,
        form: Refusable | None = None,
    ) -> None:
        """Calculate a month; ``form`` shows what is wrong with another ``pay_day``."""
        self.start(
            calculate_pay_run,
            lambda step: CalculatePayRun(month=month, ledger=ledger, pay_day=pay_day, step=step),
            done,
            form=form,
        )
