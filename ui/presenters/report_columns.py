"""The columns of the reports; no Qt."""

from subcontract.words import N_
from ui.presenters.table import CellKind, Column

JOB_COLUMNS = (
    Column(key="job", title=N_("Job"), grows=True),
    Column(
        key="planned_minutes",
        title=N_("Hours planned"),
        kind=CellKind.HOURS,
        total=True,
        worth=0,
        under="minutes",
    ),
    Column(key="minutes", title=N_("Hours actual"), kind=CellKind.HOURS, total=True, worth=2),
    Column(key="planned_pieces", title=N_("Pieces planned"), kind=CellKind.NUMBER, worth=0, under="pieces"),
    Column(key="pieces", title=N_("Pieces actual"), kind=CellKind.NUMBER),
    Column(
        key="planned_revenue",
        title=N_("Price planned"),
        kind=CellKind.MONEY,
        total=True,
        worth=0,
        under="revenue",
    ),
    Column(key="revenue", title=N_("Invoiced"), kind=CellKind.MONEY, total=True, worth=3),
    Column(key="planned_pay", title=N_("Pay planned"), kind=CellKind.MONEY, total=True, worth=0, under="pay"),
    Column(key="pay", title=N_("Pay actual"), kind=CellKind.MONEY, total=True, worth=2),
    Column(key="margin", title=N_("Left after pay"), kind=CellKind.MONEY, total=True, worth=4),
    Column(key="coach", title=N_("Guidance"), kind=CellKind.HOURS, total=True),
)
CLIENT_COLUMNS = (
    Column(key="number", title=N_("No."), kind=CellKind.NUMBER),
    Column(key="name", title=N_("Client"), grows=True),
    Column(key="days", title=N_("Days"), kind=CellKind.NUMBER, total=True),
    Column(key="hours", title=N_("Hours"), kind=CellKind.HOURS, total=True),
    Column(key="jobs", title=N_("Different jobs"), kind=CellKind.NUMBER),
    Column(key="paid", title=N_("Paid"), kind=CellKind.MONEY, total=True),
    Column(key="approved", title=N_("Of it approved"), kind=CellKind.MONEY, total=True),
)
CHECK_COLUMNS = (
    Column(key="what", title=N_("What does not agree"), kind=CellKind.STATE, grows=True),
    Column(key="month", title=N_("Month"), kind=CellKind.MONTH),
    Column(key="of", title=N_("Job or client"), grows=True),
    Column(key="number", title=N_("How many"), kind=CellKind.NUMBER, total=True),
)
