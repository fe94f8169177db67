"""How late an open sum is, in the steps that the screen, the papers and the lists all show."""

from enum import StrEnum
from typing import Final

from subcontract.words import N_


class Age(StrEnum):
    """How long ago an invoice was due."""

    NOT_DUE = "not_due"
    TO_14 = "1-14"
    TO_30 = "15-30"
    TO_60 = "31-60"
    OVER_60 = "over_60"


ENDS: Final = ((0, Age.NOT_DUE), (14, Age.TO_14), (30, Age.TO_30), (60, Age.TO_60))
"""The last day after the due day of each age but the oldest."""
AGES: Final = {
    Age.NOT_DUE: N_("Not due yet"),
    Age.TO_14: N_("1–14 days late"),
    Age.TO_30: N_("15–30 days late"),
    Age.TO_60: N_("31–60 days late"),
    Age.OVER_60: N_("Over 60 days late"),
}
"""Each age in words."""


def age_of(late: int) -> Age:
    """The age of what was due so many days ago; nought or below is not due."""
    return next((age for end, age in ENDS if late <= end), Age.OVER_60)
