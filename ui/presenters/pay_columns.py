"""The columns of pay runs and of their people; no Qt."""

from subcontract.words import N_
from ui.presenters.table import CellKind, Column

RUN_COLUMNS = (
    Column(key="month", title=N_("Month"), kind=CellKind.MONTH, grows=True),
    Column(key="state", title=N_("State"), kind=CellKind.STATE),
    Column(key="pay_day", title=N_("Pay day"), kind=CellKind.DATE),
    Column(key="calculated", title=N_("Calculated by")),
    Column(key="approved", title=N_("Approved by")),
)
PEOPLE_COLUMNS = (
    Column(key="name", title=N_("Client"), kind=CellKind.PERSON, grows=True),
    Column(key="days", title=N_("Days"), kind=CellKind.NUMBER, total=True),
    Column(key="hours", title=N_("Hours"), kind=CellKind.HOURS, total=True),
    Column(key="pieces", title=N_("Pieces"), kind=CellKind.NUMBER, total=True),
    Column(key="average", title=N_("Average of a day"), kind=CellKind.MONEY),
    Column(key="cut", title=N_("Cut"), kind=CellKind.MONEY, total=True),
    Column(key="taxable", title=N_("Taxable"), kind=CellKind.MONEY, total=True),
    Column(key="paid", title=N_("Paid"), kind=CellKind.MONEY, total=True),
    Column(key="state", title=N_("To look at"), kind=CellKind.STATE),
)
