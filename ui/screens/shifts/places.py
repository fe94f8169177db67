"""Pages beside the week board, in their order on the screen."""

from datetime import date
from typing import Protocol, runtime_checkable

from subcontract.actions.act import Permission
from subcontract.words import N_
from ui.screens.places import Place, PlacesBeside

PLACES: dict[str, Place] = {
    "proposal": Place(
        title=N_("Proposal of shifts"),
        where="ui.screens.shifts.proposal:ProposalPage",
        permission=Permission.PLAN_SHIFTS,
    ),
    "fairness": Place(
        title=N_("Fairness"),
        where="ui.screens.shifts.fair_page:FairPage",
        permission=Permission.PLAN_SHIFTS,
    ),
    "reality": Place(
        title=N_("Plan and reality"),
        where="ui.screens.shifts.reality:RealityPage",
        permission=Permission.RECORD_WORK,
    ),
    "papers": Place(title=N_("Printouts"), where="ui.screens.shifts.papers:RotaPapersPage"),
}
BESIDE = PlacesBeside(screen="shifts", icon="calendar", places=PLACES)


@runtime_checkable
class FollowsWeek(Protocol):
    """A page that begins at the week that the board shows."""

    def show_week(self, monday: date) -> None:
        """The page comes in sight, and the board shows this week."""
