"""The gross of a month: each client's lines of wages, fees and costs, before anything is withheld."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from subcontract.ids import ClientId, EmploymentId
from subcontract.money import Money
from subcontract.payout.ledgers import expenses_of
from subcontract.payout.records import Ledger, PayoutLine
from subcontract.payout.wage_records import EXPENSES, WAGES, PayCode, PayItem, settings_on
from subcontract.payout.wages.compensation import compensation_of
from subcontract.payout.wages.earned import Earned, earned_of_stints, fee_line, typed_line
from subcontract.payout.wages.facts import WageFacts
from subcontract.payout.wages.pots import PotShare, pot_shares
from subcontract.payout.wages.terms import Agreements
from subcontract.payout.wages.work import ClientWork, Works, work_of
from subcontract.payout.warnings import PayWarning


@dataclass(frozen=True, slots=True, kw_only=True)
class Gross:
    """What one client has earned in a month in the wage ledger."""

    client: ClientId
    days: int = 0
    minutes: int = 0
    pieces: int = 0
    lines: tuple[PayoutLine, ...] = ()
    holiday_bases: Mapping[EmploymentId, Money] = field(default_factory=dict)
    """Pay for time at work of each employment: what holiday compensation at the end is reckoned of."""
    warnings: frozenset[PayWarning] = frozenset()


def gross_month(facts: WageFacts) -> dict[ClientId, Gross]:
    """Reckon the month's gross; clients in the order of their numbers."""
    agreements = Agreements(facts.employments, facts.fee_terms)
    works = work_of(facts, agreements)
    pots = pot_shares(facts, works)
    items = _items_of(facts)
    _add_others(facts, works, items)
    ordered = sorted(works.values(), key=lambda work: (work.client.number, str(work.client.id)))
    return {
        work.client.id: _gross(
            work, pots.get(work.client.id, []), items.get(work.client.id, []), facts, agreements
        )
        for work in ordered
    }


def _items_of(facts: WageFacts) -> dict[ClientId, list[PayItem]]:
    """The typed lines that this ledger pays, in the order of their days."""
    found = expenses_of(facts, Ledger.WAGE)
    for item in facts.items:
        if item.kind not in EXPENSES and item.client in facts.clients:
            found.setdefault(item.client, []).append(item)
    return {
        client: sorted(items, key=lambda item: (item.day, str(item.id))) for client, items in found.items()
    }


def _add_others(facts: WageFacts, works: Works, items: Mapping[ClientId, list[PayItem]]) -> None:
    """Add those without work in the month who have a typed line, or holiday compensation at the end."""
    ending = (
        one.client
        for one in facts.employments
        if one.id in facts.holiday_before and one.days.last in facts.month.days
    )
    for client in (*items, *ending):
        if client in facts.clients:
            works.setdefault(client, ClientWork(client=facts.clients[client]))


def _gross(
    work: ClientWork, pots: list[PotShare], items: list[PayItem], facts: WageFacts, agreements: Agreements
) -> Gross:
    """One client's lines: work, fees, typed lines, holiday compensation."""
    if settings_on(facts.settings, facts.month.first) is None:
        work.warnings.add(PayWarning.NO_PAY_SETTINGS)
    earned = earned_of_stints(work.stints.values(), pots, facts)
    if any(one.line.rule == PayCode.FLOOR for one in earned):
        work.warnings.add(PayWarning.FLOOR_TOP_UP)
    earned += [Earned(line=fee_line(fee, facts.jobs)) for fee in work.fees.values()]
    earned += [_typed(item, work, agreements) for item in items]
    compensation = compensation_of(work, earned, facts, agreements)
    return Gross(
        client=work.client.id,
        days=len(work.days),
        minutes=work.minutes,
        pieces=work.pieces,
        lines=(*(one.line for one in earned), *compensation.lines),
        holiday_bases=compensation.bases,
        warnings=frozenset(work.warnings),
    )


def _typed(item: PayItem, work: ClientWork, agreements: Agreements) -> Earned:
    """A typed line with the employment that it belongs to, if it is pay."""
    if item.kind not in WAGES:
        return Earned(line=typed_line(item))
    found = agreements.employments_on(item.client, item.day, None)
    if not found:
        work.warnings.add(PayWarning.NO_EMPLOYMENT)
    return Earned(line=typed_line(item), employment=found[0].id if found else None)
