"""Pages beside the week board, in their order on the screen."""

from ui.screens.places import Place, PlacesBeside

PLACES: dict[str, Place] = {}
BESIDE = PlacesBeside(screen="shifts", icon="calendar", places=PLACES)
