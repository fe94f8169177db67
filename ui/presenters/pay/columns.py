"""The columns of pay runs and of their people; no Qt."""

from subcontract.actions.calculate_pay_run import pay_day_of
from subcontract.money import Money, ratio
from subcontract.payout.records import Ledger, Payout, PayRunState
from subcontract.payout.wage_records import WageSums
from subcontract.people.client import Client
from subcontract.words import N_, Texts
from ui.presenters.pay.reading import RunsFacts
from ui.presenters.pay.words import gravest, run_state
from ui.presenters.tables.table import STAYS, CellKind, Column, Row
from ui.presenters.tone import State, Tone

RUN_COLUMNS = (
    Column(key="month", title=N_("Month"), kind=CellKind.MONTH, grows=True),
    Column(key="state", title=N_("State"), kind=CellKind.STATE, worth=3),
    Column(key="pay_day", title=N_("Pay day"), kind=CellKind.DATE, worth=2),
    Column(key="calculated", title=N_("Calculated by")),
    Column(key="approved", title=N_("Approved by")),
)
PEOPLE_COLUMNS = (
    Column(key="name", title=N_("Client"), kind=CellKind.PERSON, grows=True),
    Column(key="paid", title=N_("Paid"), kind=CellKind.MONEY, total=True, worth=STAYS),
    Column(key="state", title=N_("To look at"), kind=CellKind.STATE, worth=STAYS),
    Column(key="days", title=N_("Days"), kind=CellKind.NUMBER, total=True, worth=2),
    Column(key="hours", title=N_("Hours"), kind=CellKind.HOURS, total=True),
    Column(key="pieces", title=N_("Pieces"), kind=CellKind.NUMBER, total=True),
    Column(key="average", title=N_("Average of a day"), kind=CellKind.MONEY, worth=0),
    Column(key="cut", title=N_("Cut"), kind=CellKind.MONEY, total=True, worth=0),
    Column(key="taxable", title=N_("Taxable"), kind=CellKind.MONEY, total=True, worth=0),
)
WAGE_COLUMNS = (
    Column(key="name", title=N_("Client"), kind=CellKind.PERSON, grows=True),
    Column(key="net", title=N_("To the account"), kind=CellKind.MONEY, total=True, worth=STAYS),
    Column(key="state", title=N_("To look at"), kind=CellKind.STATE, worth=STAYS),
    Column(key="gross", title=N_("Gross pay"), kind=CellKind.MONEY, total=True, worth=3),
    Column(key="withheld", title=N_("Withheld"), kind=CellKind.MONEY, total=True),
    Column(key="expenses", title=N_("Costs paid back"), kind=CellKind.MONEY, total=True, worth=0),
    Column(key="employer", title=N_("Employer's costs"), kind=CellKind.MONEY, total=True, worth=0),
    Column(key="hours", title=N_("Hours"), kind=CellKind.HOURS, total=True),
)
COLUMNS = {Ledger.ALLOWANCE: PEOPLE_COLUMNS, Ledger.WAGE: WAGE_COLUMNS}


def person_row(payout: Payout, client: Client, texts: Texts, *, reopened: bool = False) -> Row:
    """One person of a pay run."""
    state = State(texts.say(N_("Reopened")), Tone.ATTENTION) if reopened else gravest(payout, texts)
    cells = _wage_cells(payout) if payout.ledger is Ledger.WAGE else _allowance_cells(payout)
    return Row(
        id=payout.id,
        cells={"name": client.name, "state": state, **cells},
        search=str(client.number),
        photo=client.photo if client.photo_consent else b"",
        tone=Tone.QUIET if reopened else Tone.NONE,
    )


def _wage_cells(payout: Payout) -> dict[str, object]:
    """What a month of wages and fees comes to."""
    wage = payout.wage or WageSums()
    return {
        "net": payout.net,
        "gross": payout.taxable,
        "withheld": wage.withheld or None,
        "expenses": payout.tax_free or None,
        "employer": wage.employer_costs or None,
        "hours": payout.minutes,
    }


def _allowance_cells(payout: Payout) -> dict[str, object]:
    """What a month of allowance comes to."""
    average = Money.rounded(ratio(payout.tax_free.amount, payout.days)) if payout.days else None
    return {
        "days": payout.days,
        "hours": payout.minutes,
        "pieces": payout.pieces or None,
        "average": average,
        "cut": payout.cut or None,
        "taxable": payout.taxable or None,
        "paid": payout.net,
    }


def month_rows(facts: RunsFacts, texts: Texts) -> list[Row]:
    """Months that wait to be calculated, then the runs, the newest first."""
    names = {one.id: one.name for one in facts.staff}
    rows = [
        Row(
            id=month,
            cells={"month": month, "state": run_state(None, texts), "pay_day": pay_day_of(month)},
            tone=Tone.ATTENTION,
        )
        for month in facts.missing
    ]
    for run in sorted(facts.runs, key=lambda one: one.month, reverse=True):
        approver = names.get(run.approved_by, "") if run.approved_by else None
        cells = {
            "month": run.month,
            "state": run_state(run.state, texts),
            "pay_day": run.pay_day,
            "calculated": names.get(run.calculated_by, ""),
            "approved": approver,
        }
        tone = Tone.NONE if run.state is PayRunState.APPROVED else Tone.INFO
        rows.append(Row(id=run.month, cells=cells, tone=tone))
    return rows
