"""The columns of the reports, and the rows of jobs and clients; no Qt."""

from subcontract.reports.clients import ClientReport
from subcontract.reports.jobs import JobReport
from subcontract.words import N_
from ui.presenters.tables.table import CellKind, Column, Row
from ui.presenters.tone import Tone

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
OF_PAY = frozenset({"paid", "approved"})
"""Columns of clients for those alone who may see what people are paid."""
CHECK_COLUMNS = (
    Column(key="what", title=N_("What does not agree"), kind=CellKind.STATE, grows=True),
    Column(key="month", title=N_("Month"), kind=CellKind.MONTH),
    Column(key="of", title=N_("Job or client"), grows=True),
    Column(key="number", title=N_("How many"), kind=CellKind.NUMBER, total=True),
)


def job_row(report: JobReport) -> Row:
    """One job; nothing planned or done stands as a dash."""
    plan, actual = report.planned, report.actual
    return Row(
        id=report.job.id,
        cells={
            "number": report.job.number,
            "job": report.job.name,
            "planned_minutes": plan.minutes or None,
            "minutes": actual.minutes or None,
            "planned_pieces": plan.pieces or None,
            "pieces": actual.pieces or None,
            "planned_revenue": plan.revenue or None,
            "revenue": actual.revenue or None,
            "planned_pay": plan.pay or None,
            "pay": actual.pay or None,
            "margin": actual.margin or None,
            "coach": actual.coach_minutes or None,
        },
        tone=Tone.WRONG if actual.margin.amount < 0 else Tone.NONE,
    )


def client_row(report: ClientReport) -> Row:
    """One client."""
    return Row(
        id=report.client.id,
        cells={
            "number": report.client.number,
            "name": report.client.name,
            "days": report.days,
            "hours": report.minutes,
            "jobs": report.jobs,
            "paid": report.paid,
            "approved": report.approved,
        },
    )
