"""What the parts of a pay run's page know of the run that they belong to; no Qt."""

from collections.abc import Callable
from typing import Protocol

from subcontract.actions.act import Done, Permission
from subcontract.days import Month
from subcontract.payout.records import Ledger, Payout, PayRun
from subcontract.words import Texts
from ui.presenters.base import ActionFunction, Door, Notice, Refusable
from ui.presenters.pay_calculation import PayCalculation
from ui.presenters.pay_reading import RunFacts


class OfRun(Protocol):
    """The month that is open, and how its parts read, act and tell."""

    texts: Texts
    door: Door
    notice: Notice | None
    busy: int
    facts: RunFacts | None
    month: Month | None
    ledger: Ledger
    calculation: PayCalculation

    @property
    def run(self) -> PayRun | None:
        """The run that is open."""

    @property
    def payouts(self) -> tuple[Payout, ...]:
        """Its payouts."""

    @property
    def selected(self) -> Payout | None:
        """The payout that is selected."""

    @property
    def selected_name(self) -> str:
        """Whose it is."""

    @property
    def is_approved(self) -> bool:
        """Whether the run is locked."""

    def may(self, permission: Permission) -> bool:
        """Whether the one who is signed in may do it."""

    def act(
        self,
        action: ActionFunction,
        ask: object,
        done: Callable[[Done], None] | None = None,
        form: Refusable | None = None,
    ) -> None:
        """Do an action."""

    def load(self) -> None:
        """Read the list and the open month again."""

    def tell(self) -> None:
        """Tell that something shown has changed."""
