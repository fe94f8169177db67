"""What must hold when a record of employment, benefits or pay settings is written, and when it goes.

Each check reads what it needs and gives the record as it is stored. Saving and undoing use the same ones.
"""

from collections.abc import Iterable
from typing import Any

from subcontract.benefits.records import (
    OutsideEarnings,
    Pension,
    SubsidyClaim,
    SubsidyDecision,
    SubsidyFacts,
)
from subcontract.benefits.records_check import (
    checked_decision,
    checked_facts,
    checked_outside,
    checked_pension,
)
from subcontract.benefits.subsidy_period import must_start_after
from subcontract.clock import Clock
from subcontract.days import Month
from subcontract.ids import ClientId, EntryId, UnitId
from subcontract.payout.expenses import has_expenses
from subcontract.payout.records import Ledger, Payout, PayRunState
from subcontract.payout.wage_check import checked_item, checked_pot, checked_settings, pays_alike
from subcontract.payout.wage_records import (
    EXPENSES,
    WAGES,
    PayCode,
    PayItem,
    PaySettings,
    WagePot,
    settings_on,
)
from subcontract.people.client import Client
from subcontract.people.employment import Employment, FeeTerms
from subcontract.people.employment_check import (
    checked_employment,
    checked_fee_terms,
    checked_tax_card,
    is_same_card,
)
from subcontract.people.tax_card import TaxCard
from subcontract.ports import Books
from subcontract.problems import Code, refuse

# --- what they share -------------------------------------------------------------------------


def client_of(books: Books, client: ClientId) -> Client:
    """The client that a record belongs to; refuses by that field (``not_found``)."""
    found = books.clients.find(client)
    if found is None:
        raise refuse(Code.NOT_FOUND, "client")
    return found


def same_owner(stored: Any, record: Any, field: str = "client") -> None:  # noqa: ANN401 - any record of a person
    """Refuse to hand a record over to somebody else (``other_person``)."""
    if stored is not None and getattr(stored, field) != getattr(record, field):
        raise refuse(Code.OTHER_PERSON, field)


def wage_payouts(books: Books, client: ClientId) -> tuple[Payout, ...]:
    """A person's payouts in the wage ledger."""
    return books.payouts.where(client=client, ledger=Ledger.WAGE)


def anything_goes(_record: object, _books: Books) -> None:
    """Nothing rests on such a record."""


# --- agreements and tax cards ----------------------------------------------------------------


def employment(record: Employment, books: Books, _clock: Clock) -> Employment:
    """One agreement on a day, and none that begins before its subsidy was decided."""
    client_of(books, record.client)
    stored = books.pay.employments.find(record.id)
    same_owner(stored, record)
    if record.job is not None and books.jobs.find(record.job) is None:
        raise refuse(Code.NOT_FOUND, "job")
    others = books.pay.employments.where(client=record.client)
    # one that is put back was new long ago
    read = checked_employment(record, others, new=stored is None and record.version == 1)
    decisions = books.pay.subsidy_decisions.where(client=record.client)
    for decision in decisions:
        if decision.employment == record.id:
            must_start_after(decision, read, decisions)
    return read


def employment_goes(record: Employment, books: Books) -> None:
    """A decision or an approved payout of its days rests on an agreement (``in_use``)."""
    paid = any(
        one.approved and record.days.overlap(one.month.days) for one in wage_payouts(books, record.client)
    )
    if paid or books.pay.subsidy_decisions.where(employment=record.id):
        raise refuse(Code.IN_USE)


def fee_terms(record: FeeTerms, books: Books, _clock: Clock) -> FeeTerms:
    """One fee on a day."""
    client_of(books, record.client)
    same_owner(books.pay.fee_terms.find(record.id), record)
    return checked_fee_terms(record, books.pay.fee_terms.where(client=record.client))


def fee_terms_go(record: FeeTerms, books: Books) -> None:
    """An approved payout of its days was paid by a fee (``in_use``); what was typed rests on none."""
    payouts = wage_payouts(books, record.client)
    if _paid_by(PayCode.FEE, (one for one in payouts if record.days.overlap(one.month.days))):
        raise refuse(Code.IN_USE)


def _paid_by(code: PayCode, payouts: Iterable[Payout]) -> frozenset[EntryId]:
    """The work that approved payouts have paid by lines of a kind."""
    approved = (line for payout in payouts if payout.approved for line in payout.lines)
    return frozenset(entry for line in approved if line.rule == code for entry in line.entries)


def tax_card(record: TaxCard, books: Books, _clock: Clock) -> TaxCard:
    """What an approved payout was withheld by stays as it was (``in_use``); a revised card is a new one."""
    client_of(books, record.client)
    stored = books.pay.tax_cards.find(record.id)
    same_owner(stored, record)
    if stored is not None and not is_same_card(stored, record) and _withheld_by(stored, books, approved=True):
        raise refuse(Code.IN_USE)
    return checked_tax_card(record)


def tax_card_goes(record: TaxCard, books: Books) -> None:
    """A payout names the card it was withheld by."""
    if _withheld_by(record, books):
        raise refuse(Code.IN_USE)


def _withheld_by(card: TaxCard, books: Books, *, approved: bool = False) -> bool:
    """Whether a payout was withheld by a card, an approved one if asked."""
    return any(
        one.wage is not None and one.wage.tax_card == card.id and (one.approved or not approved)
        for one in books.payouts.where(client=card.client)
    )


# --- benefits --------------------------------------------------------------------------------


def pension(record: Pension, books: Books, _clock: Clock) -> Pension:
    """One pension on a day."""
    client_of(books, record.client)
    same_owner(books.pay.pensions.find(record.id), record)
    return checked_pension(record, books.pay.pensions.where(client=record.client))


def outside_earnings(record: OutsideEarnings, books: Books, _clock: Clock) -> OutsideEarnings:
    """One sum of a month and a source."""
    client_of(books, record.client)
    same_owner(books.pay.outside_earnings.find(record.id), record)
    return checked_outside(record, books.pay.outside_earnings.where(client=record.client))


def subsidy_facts(record: SubsidyFacts, books: Books, clock: Clock) -> SubsidyFacts:
    """One list of facts for a person."""
    client_of(books, record.client)
    same_owner(books.pay.subsidy_facts.find(record.id), record)
    return checked_facts(record, clock.today())


def subsidy_decision(record: SubsidyDecision, books: Books, clock: Clock) -> SubsidyDecision:
    """A decision older than the employment that it is for, alone on its days."""
    client_of(books, record.client)
    same_owner(books.pay.subsidy_decisions.find(record.id), record)
    others = books.pay.subsidy_decisions.where(client=record.client)
    agreement = None
    if record.employment is not None:
        agreement = books.pay.employments.find(record.employment)
        if agreement is None:
            raise refuse(Code.NOT_FOUND, "employment")
    read = checked_decision(record, others, agreement, clock.today())
    if agreement is not None:
        must_start_after(read, agreement, others)
    return read


def subsidy_decision_goes(record: SubsidyDecision, books: Books) -> None:
    """A claim rests on its decision (``in_use``)."""
    if books.pay.subsidy_claims.where(decision=record.id):
        raise refuse(Code.IN_USE)


def subsidy_claim(record: SubsidyClaim, _books: Books, _clock: Clock) -> SubsidyClaim:
    """A claim is reckoned and not typed: nothing to check."""
    return record


def subsidy_claim_goes(record: SubsidyClaim, _books: Books) -> None:
    """What has been sent stays (``wrong_state``)."""
    if record.sent_on is not None:
        raise refuse(Code.WRONG_STATE)


# --- pay settings, pots and items ------------------------------------------------------------


def pay_settings(record: PaySettings, books: Books, _clock: Clock) -> PaySettings:
    """Settings of the unit's own first days; what an approved month was paid by stays (``period_locked``)."""
    others = books.pay.pay_settings.where(unit=record.unit)
    read = checked_settings(record, others)
    after = (*(one for one in others if one.id != read.id), read)
    _keeps_approved_months(books, read.unit, others, after)
    return read


def pay_settings_go(record: PaySettings, books: Books) -> None:
    """An approved month was paid by them (``period_locked``)."""
    others = books.pay.pay_settings.where(unit=record.unit)
    _keeps_approved_months(books, record.unit, others, tuple(one for one in others if one.id != record.id))


def _keeps_approved_months(
    books: Books, unit: UnitId, before: tuple[PaySettings, ...], after: tuple[PaySettings, ...]
) -> None:
    """Refuse a change of what some approved wage month was paid by."""
    for run in books.pay_runs.where(unit=unit, ledger=Ledger.WAGE, state=PayRunState.APPROVED):
        if any(not pays_alike(settings_on(before, day), settings_on(after, day)) for day in run.month.days):
            raise refuse(Code.PERIOD_LOCKED, "first", month=run.month)


def wage_pot(record: WagePot, books: Books, _clock: Clock) -> WagePot:
    """One pot of a job on a day."""
    if books.jobs.find(record.job) is None:
        raise refuse(Code.NOT_FOUND, "job")
    same_owner(books.pay.wage_pots.find(record.id), record, "job")
    return checked_pot(record, books.pay.wage_pots.where(job=record.job))


def wage_pot_goes(record: WagePot, books: Books) -> None:
    """An approved payout has a share of the pot (``in_use``)."""
    runs = books.pay_runs.where(unit=record.unit, ledger=Ledger.WAGE, state=PayRunState.APPROVED)
    months = tuple(run.id for run in runs if record.days.overlap(run.month.days))
    shared = tuple(_paid_by(PayCode.POT, books.payouts.where(pay_run=months)))
    work = books.entries.where(id=shared)
    if any(entry.job == record.job and entry.day in record.days for entry in work):
        raise refuse(Code.IN_USE)


def pay_item(record: PayItem, books: Books, _clock: Clock) -> PayItem:
    """A typed line of a month that has not been approved; pay needs an agreement on its day."""
    client_of(books, record.client)
    same_owner(books.pay.pay_items.find(record.id), record)
    _month_is_open(books, record.unit, record.month)
    settings = settings_on(books.pay.pay_settings.where(unit=record.unit), record.day)
    read = checked_item(record, settings.per_kilometre) if settings else checked_item(record)
    agreements = books.pay.employments.where(client=record.client)
    if read.kind in WAGES and not any(read.day in one.days for one in agreements):
        raise refuse(Code.NO_EMPLOYMENT, "day", day=read.day)
    return read


def pay_item_goes(record: PayItem, books: Books) -> None:
    """A typed line of an approved month stays, and a cost paid with an allowance; the next one mends it."""
    _month_is_open(books, record.unit, record.month)
    if record.kind in EXPENSES and _cost_is_paid(record, books):
        raise refuse(Code.PERIOD_LOCKED, "month")


def _cost_is_paid(cost: PayItem, books: Books) -> bool:
    """Whether an approved payout that stands has paid a cost: it was typed before that was reckoned."""
    return any(
        has_expenses(payout.lines)
        and cost.at <= books.pay_runs.get(payout.pay_run).calculated_at
        and books.pay.reopenings.find(payout.id) is None
        for payout in books.payouts.where(client=cost.client, month=cost.month, approved=True)
    )


def _month_is_open(books: Books, unit: UnitId, month: Month) -> None:
    """Refuse a month whose wages are approved (``period_locked``)."""
    if books.pay_runs.where(unit=unit, ledger=Ledger.WAGE, month=month, state=PayRunState.APPROVED):
        raise refuse(Code.PERIOD_LOCKED, "month")
