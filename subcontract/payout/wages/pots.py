"""A job's pot, shared over the month's people who are paid from it; the hourly base is their floor."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from subcontract.ids import ClientId
from subcontract.jobs.job import SplitRule
from subcontract.money import ZERO, Money, share_out
from subcontract.payout.wage_records import WagePot
from subcontract.payout.wages import lines
from subcontract.payout.wages.facts import WageFacts
from subcontract.payout.wages.work import Stint, Works
from subcontract.payout.warnings import PayWarning
from subcontract.people.employment import PaidBy

UNITS = {
    SplitRule.MINUTES: lines.MINUTES,
    SplitRule.PIECES: lines.PIECES,
    SplitRule.AGREED: lines.SHARE,
    SplitRule.EQUAL: lines.SHARE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PotShare:
    """What a pot gives a client's stint."""

    pot: WagePot
    sum: Money
    """The whole pot of the month."""
    weight: Decimal
    unit: str
    stint: Stint
    amount: Money


Members = dict[ClientId, list[Stint]]


def pot_shares(facts: WageFacts, works: Works) -> dict[ClientId, list[PotShare]]:
    """Share every pot to the cent; somebody paid by a pot that is not there has only the floor."""
    found: dict[ClientId, list[PotShare]] = defaultdict(list)
    members = _members(works)
    for pot in sorted(facts.pots, key=lambda pot: (pot.days, str(pot.id))):
        of_pot = _on_days(members.get(pot.job, {}), pot)
        if of_pot:
            for client, shares in _shared(pot, of_pot, facts).items():
                found[client].extend(shares)
    _warn_without(works, found)
    return found


def _members(works: Works) -> Mapping[object, Members]:
    """Stints paid by a pot, by job and client."""
    jobs: dict[object, Members] = defaultdict(lambda: defaultdict(list))
    for client, work in works.items():
        for stint in work.stints.values():
            if stint.terms.paid_by is PaidBy.POT:
                jobs[stint.job][client].append(stint)
    return jobs


def _on_days(members: Members, pot: WagePot) -> Members:
    """Those who worked on a day of the pot, with the stints that did: a stint never crosses its end."""
    found = {
        client: [stint for stint in stints if stint.first in pot.days] for client, stints in members.items()
    }
    return {client: stints for client, stints in found.items() if stints}


def _shared(pot: WagePot, members: Members, facts: WageFacts) -> dict[ClientId, list[PotShare]]:
    """Each member's shares; nothing when there is no sum, or nobody weighs anything."""
    whole = _sum_of(pot, facts)
    weights = {client: _weight(pot, client, stints) for client, stints in members.items()}
    if whole is None or not any(weights.values()):
        return {}
    clients = {facts.clients[client].number: client for client in weights}
    parts = share_out(whole, {number: weights[client] for number, client in clients.items()})
    return {
        client: _on_stints(pot, whole, weights[client], parts[number], members[client])
        for number, client in clients.items()
    }


def _sum_of(pot: WagePot, facts: WageFacts) -> Money | None:
    """The pot of the month: the fixed sum, and the agreed part of the price where it is known."""
    if not pot.percent:
        return pot.amount
    price = facts.pot_prices.get(pot.id)
    return None if price is None else pot.amount + max(ZERO, price).percent(pot.percent)


def _weight(pot: WagePot, client: ClientId, stints: list[Stint]) -> Decimal:
    """A member's weight by the pot's rule."""
    match pot.split:
        case SplitRule.MINUTES:
            return Decimal(sum(stint.minutes for stint in stints))
        case SplitRule.PIECES:
            return Decimal(sum(stint.pieces for stint in stints))
        case SplitRule.AGREED:
            return dict(pot.shares).get(client, Decimal(0))
        case SplitRule.EQUAL:
            return Decimal(1)


def _on_stints(
    pot: WagePot, whole: Money, weight: Decimal, share: Money, stints: list[Stint]
) -> list[PotShare]:
    """A member's share laid on the stints by minutes: terms may have changed in mid-month."""
    by_minutes = any(stint.minutes for stint in stints)
    parts = share_out(share, {at: stint.minutes if by_minutes else 1 for at, stint in enumerate(stints)})
    return [
        PotShare(pot=pot, sum=whole, weight=weight, unit=UNITS[pot.split], stint=stint, amount=parts[at])
        for at, stint in enumerate(stints)
    ]


def _warn_without(works: Works, found: Mapping[ClientId, list[PotShare]]) -> None:
    """Tell of those who are paid by a pot and got no share of one."""
    for client, work in works.items():
        with_share = {id(share.stint) for share in found.get(client, ())}
        for stint in work.stints.values():
            if stint.terms.paid_by is PaidBy.POT and id(stint) not in with_share:
                work.warnings.add(PayWarning.POT_NOT_SHARED)
