"""The columns of what can be reminded and of what was sent; no Qt."""

from subcontract.words import N_
from ui.presenters.tables.table import STAYS, CellKind, Column

DUE_COLUMNS = (
    Column(key="number", title=N_("Invoice"), kind=CellKind.NUMBER),
    Column(key="customer", title=N_("Customer"), grows=True),
    Column(key="due", title=N_("Was due"), kind=CellKind.DATE, worth=3),
    Column(key="late", title=N_("Days late"), kind=CellKind.NUMBER, worth=0),
    Column(key="step", title=N_("Which"), kind=CellKind.NUMBER, worth=1),
    Column(key="principal", title=N_("Unpaid of the invoice"), kind=CellKind.MONEY, total=True, worth=2),
    Column(key="interest", title=N_("Interest"), kind=CellKind.MONEY, total=True, worth=1),
    Column(key="costs", title=N_("Costs of reminders"), kind=CellKind.MONEY, total=True, worth=1),
    Column(key="total", title=N_("To be paid"), kind=CellKind.MONEY, total=True, worth=STAYS),
    Column(key="state", title=N_("State"), kind=CellKind.STATE, worth=4),
)
SENT_COLUMNS = (
    Column(key="day", title=N_("Sent on"), kind=CellKind.DATE),
    Column(key="number", title=N_("Invoice"), kind=CellKind.NUMBER, worth=4),
    Column(key="customer", title=N_("Customer"), grows=True),
    Column(key="kind", title=N_("Letter"), worth=2),
    Column(key="due", title=N_("Pay by"), kind=CellKind.DATE, worth=1),
    Column(key="total", title=N_("To be paid"), kind=CellKind.MONEY, worth=STAYS),
    Column(key="by", title=N_("Sent by"), worth=0),
)
