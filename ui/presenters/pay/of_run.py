"""What the parts of a pay run's page know of the run that they belong to; no Qt."""

from typing import Protocol

from subcontract.days import Month
from subcontract.payout.records import Ledger, Payout, PayRun
from ui.presenters.owner import Owner
from ui.presenters.pay.calculation import PayCalculation
from ui.presenters.pay.reading import RunFacts


class OfRun(Owner, Protocol):
    """The month that is open, and how its parts read, act and tell."""

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
