"""Pages beside the week board, in their order on the screen."""

from subcontract.words import N_
from ui.screens.places import Place, PlacesBeside

PLACES: dict[str, Place] = {
    "papers": Place(title=N_("Printouts"), where="ui.screens.shifts.papers:RotaPapersPage"),
}
BESIDE = PlacesBeside(screen="shifts", icon="calendar", places=PLACES)
