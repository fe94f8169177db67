"""The columns of pay runs and of their people; no Qt."""

from subcontract.money import Money, ratio
from subcontract.payout.records import Payout
from subcontract.people.client import Client
from subcontract.words import N_, Texts
from ui.presenters.pay_words import gravest
from ui.presenters.table import CellKind, Column, Row

RUN_COLUMNS = (
    Column(key="month", title=N_("Month"), kind=CellKind.MONTH, grows=True),
    Column(key="state", title=N_("State"), kind=CellKind.STATE),
    Column(key="pay_day", title=N_("Pay day"), kind=CellKind.DATE),
    Column(key="calculated", title=N_("Calculated by")),
    Column(key="approved", title=N_("Approved by")),
)
PEOPLE_COLUMNS = (
    Column(key="name", title=N_("Client"), kind=CellKind.PERSON, grows=True),
    Column(key="paid", title=N_("Paid"), kind=CellKind.MONEY, total=True),
    Column(key="state", title=N_("To look at"), kind=CellKind.STATE),
    Column(key="days", title=N_("Days"), kind=CellKind.NUMBER, total=True),
    Column(key="hours", title=N_("Hours"), kind=CellKind.HOURS, total=True),
    Column(key="pieces", title=N_("Pieces"), kind=CellKind.NUMBER, total=True),
    Column(key="average", title=N_("Average of a day"), kind=CellKind.MONEY),
    Column(key="cut", title=N_("Cut"), kind=CellKind.MONEY, total=True),
    Column(key="taxable", title=N_("Taxable"), kind=CellKind.MONEY, total=True),
)


def person_row(payout: Payout, client: Client, texts: Texts) -> Row:
    """One person of a pay run."""
    average = Money.rounded(ratio(payout.tax_free.amount, payout.days)) if payout.days else None
    return Row(
        id=payout.id,
        cells={
            "name": client.name,
            "days": payout.days,
            "hours": payout.minutes,
            "pieces": payout.pieces or None,
            "average": average,
            "cut": payout.cut or None,
            "taxable": payout.taxable or None,
            "paid": payout.paid,
            "state": gravest(payout, texts),
        },
        search=str(client.number),
        photo=client.photo if client.photo_consent else b"",
    )
