"""The papers of the rota, and their words; no Qt."""

from enum import StrEnum

from subcontract.words import N_

WEEKS = (1, 4)


class PaperKind(StrEnum):
    """Which paper."""

    WALL = "wall"
    OWN = "own"
    COACH = "coach"
    CALENDAR = "calendar"


KINDS = {
    PaperKind.WALL: N_("Wall list"),
    PaperKind.OWN: N_("Own weeks"),
    PaperKind.COACH: N_("Coach's list"),
    PaperKind.CALENDAR: N_("Calendar file"),
}
NOTES = {
    PaperKind.WALL: N_("Tick a day for a list of that day alone. Without a tick the whole week is printed."),
    PaperKind.OWN: N_("A sheet for each person, in easy language and with pictures."),
    PaperKind.COACH: N_("Phone numbers and permits are personal data: each look is logged."),
    PaperKind.CALENDAR: N_("For the coach's own calendar. No client is named in it."),
}
VERBS: dict[PaperKind, tuple[str, str]] = {
    PaperKind.OWN: (N_("Make {number} own week"), N_("Make {number} own weeks")),
    PaperKind.COACH: (N_("Make the list of {number} coach"), N_("Make the lists of {number} coaches")),
    PaperKind.CALENDAR: (N_("Save {number} calendar"), N_("Save {number} calendars")),
}


FILES = {
    PaperKind.WALL: N_("shifts-{year}-week-{week}"),
    PaperKind.OWN: N_("own-weeks-{year}-week-{week}"),
    PaperKind.COACH: N_("coach-list-{year}-week-{week}"),
    PaperKind.CALENDAR: N_("calendars-{year}-week-{week}"),
}
"""Names of files; no client is in them."""
