"""The pages within screens that the search leads to."""

from collections.abc import Callable

from subcontract.actions.act import Permission
from ui.screens.invoices.places import BESIDE as INVOICES
from ui.screens.settings.settings import PAGES
from ui.screens.shifts.places import BESIDE as SHIFTS


def pages_of_screens(may: Callable[[Permission], bool]) -> dict[str, tuple[str, str]]:
    """The pages of one who ``may`` do so: where, marked word and icon."""
    settings = {f"settings/{name}": (word, icon) for name, (_, word, icon) in PAGES.items()}
    return SHIFTS.for_(may) | INVOICES.for_(may) | settings
