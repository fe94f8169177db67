"""What fairness is measured by: hours, days, euros, good jobs, and turns at each job; no Qt."""

from enum import StrEnum

from subcontract.rota.rotation.sharing.evened import Evened, Measured
from subcontract.words import N_
from ui.presenters.tables.columns import STAYS, CellKind, Column


class Measure(StrEnum):
    """What is compared."""

    HOURS = "hours"
    DAYS = "days"
    EUROS = "euros"
    GOOD = "good"
    JOBS = "jobs"


TITLES = {
    Measure.HOURS: N_("Hours of work"),
    Measure.DAYS: N_("Days at work"),
    Measure.EUROS: N_("Euros"),
    Measure.GOOD: N_("Liked jobs"),
    Measure.JOBS: N_("Turns at each job"),
}
KINDS = {
    Measure.HOURS: CellKind.HOURS,
    Measure.DAYS: CellKind.NUMBER,
    Measure.EUROS: CellKind.MONEY,
    Measure.GOOD: CellKind.NUMBER,
}
CLIENT = Column(key="client", title=N_("Client"), kind=CellKind.PERSON, grows=True, width=14)


def columns_of(measure: Measure) -> tuple[Column, ...]:
    """A person's bar with its figures beside it."""
    kind = KINDS[measure]
    return (
        CLIENT,
        Column(key="bar", title=N_("Done, planned and even"), kind=CellKind.BAR, width=24, worth=STAYS),
        Column(key="far", title=N_("From even"), kind=CellKind.STATE, worth=5),
        Column(key="whole", title=N_("Altogether"), kind=kind, total=True, worth=4),
        Column(key="had", title=N_("Done"), kind=kind, total=True, worth=2),
        Column(key="planned", title=N_("Planned"), kind=kind, total=True, worth=2),
        Column(key="even", title=N_("Even part"), kind=kind, worth=3),
        Column(key="note", title=N_("To know"), kind=CellKind.STATE, worth=1),
    )


def measured(measure: Measure, one: Evened) -> Measured:
    """A person's part of what is compared."""
    return {
        Measure.HOURS: one.minutes,
        Measure.DAYS: one.days,
        Measure.EUROS: one.cents,
        Measure.GOOD: one.good,
    }[measure]
