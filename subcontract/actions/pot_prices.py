"""What jobs' work of a month comes to by their prices: pots may share a part of it as pay."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from subcontract.actions.pay_source import PaySource
from subcontract.days import Month
from subcontract.hours.entry import WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.ids import EntryId
from subcontract.invoicing.drafting.quantities import quantity
from subcontract.jobs.job import Job, Phase
from subcontract.money import ZERO, Money, product, ratio, total
from subcontract.payout.records import Payout, PayRun
from subcontract.payout.wage_records import PayCode, WagePot
from subcontract.payout.wages.facts import WageFacts


def price_of_month(source: PaySource, pot: WagePot, month: Month) -> Money:
    """The price without VAT of a job's work on a pot's days of a month."""
    job = source.jobs().get(pot.job)
    return ZERO if job is None else _price(job, in_force(_told(source, pot, month)))


def with_prices_as_paid(
    source: PaySource, facts: WageFacts, run: PayRun, payouts: Iterable[Payout]
) -> WageFacts:
    """A settled month's facts at the prices of then: a job's price is told anew and has no days.

    Work told since is shared at the price that the work of then was; a pot that was itself changed, or
    that nobody had a share of, goes by what stands now.
    """
    since = source.books.log.objects_since(run.calculated_at)
    pots = [pot for pot in facts.pots if pot.percent and pot.job in since and pot.id not in since]
    if not pots:
        return facts
    paid = [(line.rate, line.entries) for one in payouts for line in one.lines if line.rule == PayCode.POT]
    work = {one.id: one for one in source.books.entries.where(id=tuple({e for _, of in paid for e in of}))}
    prices = dict(facts.pot_prices)
    for pot in pots:
        shared = [Money(whole) for whole, entries in paid if _is_of(pot, entries, work)]
        if shared:
            then = Money.rounded(ratio(product((shared[0] - pot.amount).amount, 100), pot.percent))
            prices[pot.id] = _as_then(source, pot, run, prices[pot.id], then)
    return replace(facts, pot_prices=prices)


def _is_of(pot: WagePot, entries: Iterable[EntryId], work: Mapping[EntryId, WorkEntry]) -> bool:
    """Whether a share was of a pot: by the job and a day of its work."""
    return any(work[one].job == pot.job and work[one].day in pot.days for one in entries if one in work)


def _as_then(source: PaySource, pot: WagePot, run: PayRun, now: Money, then: Money) -> Money:
    """What the work of now would have cost then: in proportion, for only the sum of then is kept."""
    job = source.jobs()[pot.job]
    told = _told(source, pot, run.month)
    of_then = _price(job, in_force(_until(told, run.calculated_at)))
    return Money.rounded(ratio(product(then.amount, now.amount), of_then.amount)) if of_then else then


def _until(told: Iterable[WorkEntry], moment: datetime) -> tuple[WorkEntry, ...]:
    """The entries that were there at a moment."""
    return tuple(entry for entry in told if entry.at <= moment)


def _told(source: PaySource, pot: WagePot, month: Month) -> tuple[WorkEntry, ...]:
    """All entries of a job on a pot's days of a month."""
    days = pot.days.overlap(month.days)
    return source.books.entries.within(days, job=pot.job) if days else ()


def _price(job: Job, entries: Iterable[WorkEntry]) -> Money:
    """What work comes to by the prices of the job's phases."""
    kept = tuple(entries)
    return total(_price_of(phase, kept) for phase in job.phases)


def _price_of(phase: Phase, entries: Iterable[WorkEntry]) -> Money:
    """What the work of a phase comes to by its agreed price; a fixed price has no part of a month."""
    own = [entry for entry in entries if entry.phase == phase.id]
    return Money.rounded(product(quantity(phase.basis, own), phase.unit_price))
