"""Days, hours and pay of each client: what was done and what came of it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from subcontract.hours.pieces import is_helping, is_present
from subcontract.ids import ClientId, JobId
from subcontract.money import ZERO, Money
from subcontract.people.client import Client
from subcontract.reports.facts import ReportFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientReport:
    """One client's days in the span."""

    client: Client
    days: int
    minutes: int
    jobs: int
    """How many different jobs: work environments used."""
    paid: Money
    approved: Money
    """The part of what is paid that has been approved."""


def client_reports(facts: ReportFacts) -> tuple[ClientReport, ...]:
    """Everybody with attended days or payouts, in the order of client numbers."""
    days: dict[ClientId, set[date]] = defaultdict(set)
    jobs: dict[ClientId, set[JobId]] = defaultdict(set)
    minutes: dict[ClientId, int] = defaultdict(int)
    for entry in facts.standing:
        if (is_present(entry) or is_helping(entry)) and entry.client is not None:
            days[entry.client].add(entry.day)
            jobs[entry.client].add(entry.job)
            minutes[entry.client] += entry.minutes
    paid: dict[ClientId, Money] = defaultdict(lambda: ZERO)
    approved: dict[ClientId, Money] = defaultdict(lambda: ZERO)
    for payout in facts.payouts:
        paid[payout.client] += payout.paid
        approved[payout.client] += payout.paid if payout.approved else ZERO
    found = [
        ClientReport(
            client=client,
            days=len(days.get(client.id, ())),
            minutes=minutes.get(client.id, 0),
            jobs=len(jobs.get(client.id, ())),
            paid=paid.get(client.id, ZERO),
            approved=approved.get(client.id, ZERO),
        )
        for client in facts.clients.values()
        if client.id in days or client.id in paid
    ]
    return tuple(sorted(found, key=lambda report: report.client.number))
