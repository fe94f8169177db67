"""The claims of wage subsidies of a unit as a report: what is due, made, sent, and how much; no Qt."""

from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from subcontract.actions.act import Permission, Worker
from subcontract.benefits.subsidy_months import ClaimMonth
from subcontract.days import DateRange
from subcontract.ids import ClientId, UnitId
from subcontract.ports import Lists
from subcontract.words import N_, Texts
from ui.presenters.subsidy.claim_words import claim_state, span
from ui.presenters.subsidy.reading import months_of
from ui.presenters.tables.table import CellKind, Column, Row

COLUMNS = (
    Column(key="name", title=N_("Client"), grows=True),
    Column(key="month", title=N_("Month"), kind=CellKind.MONTH, worth=5),
    Column(key="days", title=N_("Days of it"), worth=0),
    Column(key="decision", title=N_("Number of the decision"), worth=0),
    Column(key="state", title=N_("State"), kind=CellKind.STATE, worth=6),
    Column(key="due", title=N_("Claim at the latest"), kind=CellKind.DATE, worth=3),
    Column(key="made", title=N_("Made on"), kind=CellKind.DATE, worth=0),
    Column(key="sent", title=N_("Sent on"), kind=CellKind.DATE, worth=2),
    Column(key="eligible", title=N_("Eligible pay"), kind=CellKind.MONEY, total=True, worth=1),
    Column(key="amount", title=N_("Subsidy"), kind=CellKind.MONEY, total=True, worth=7),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimOf:
    """A month and whose it is."""

    client: ClientId
    name: str
    month: ClaimMonth


def read_claims(lists: Lists, unit: UnitId, days: DateRange, today: date, who: Worker) -> tuple[ClaimOf, ...]:
    """The months of the span that decisions cover, by client; nothing for who may not see pay."""
    if not who.may(Permission.SEE_PAY):
        return ()
    clients = {client.id: client.name for client in lists.clients.where(unit=unit)}
    decisions = tuple(
        one for one in lists.pay.subsidy_decisions.where(client=tuple(clients)) if one.days.overlap(days)
    )
    ids = tuple({one.employment for one in decisions if one.employment})
    employments = {one.id: one for one in lists.pay.employments.where(id=ids)}
    claims = lists.pay.subsidy_claims.where(decision=tuple(one.id for one in decisions))
    found = (
        ClaimOf(client=one.decision.client, name=clients[one.decision.client], month=one)
        for one in months_of(lists, unit, decisions, employments, claims, today)
        if one.month.first in days
    )
    return tuple(sorted(found, key=lambda one: (one.name, one.month.days.first)))


def subsidy_row(one: ClaimOf, today: date, texts: Texts) -> Row:
    """A month as a row."""
    month, claim = one.month, one.month.claim
    return Row(
        id=(one.client, month.decision.id, month.month),
        cells={
            "name": one.name,
            "month": month.month,
            "days": span(month.days, texts) if month.is_part else None,
            "decision": month.decision.number or None,
            "state": claim_state(month, today, texts),
            "due": month.due,
            "made": claim.made_on if claim else None,
            "sent": claim.sent_on if claim else None,
            "eligible": claim.eligible if claim else None,
            "amount": claim.amount if claim else None,
        },
    )


def client_of(row: object) -> ClientId | None:
    """Whose month a row is."""
    return cast("Any", row)[0] if isinstance(row, tuple) else None
