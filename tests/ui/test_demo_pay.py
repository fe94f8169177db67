"""The demo centre pays in every way, and every situation of wages is there to be seen."""

from datetime import date

import pytest

from subcontract.days import Month
from subcontract.money import Money, total
from subcontract.payout.records import Ledger, Payout, PayoutLine, PayRunState
from subcontract.payout.wage_records import EXPENSES, HandOverKind, PayCode
from subcontract.payout.warnings import PayWarning
from subcontract.people.employment import PaidBy
from tests.fakes import MemoryStore
from ui.demo import make_demo

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)


@pytest.fixture(scope="module")
def centre() -> MemoryStore:
    store = MemoryStore()
    make_demo(store.open_books)
    return store


def wages(centre: MemoryStore, month: Month) -> dict[str, Payout]:
    """Everybody's wage of a month by last name."""
    with centre.open_lists() as lists:
        run = lists.pay_runs.where(ledger=Ledger.WAGE, month=month)[0]
        payouts = lists.payouts.where(pay_run=run.id)
        return {lists.clients.get(one.client).last_name: one for one in payouts}


def test_two_wage_runs_are_approved_and_one_waits(centre: MemoryStore) -> None:
    with centre.open_lists() as lists:
        runs = {run.month: run for run in lists.pay_runs.where(ledger=Ledger.WAGE)}
    assert [runs[Month(2026, number)].state for number in (8, 9, 10)] == [
        PayRunState.APPROVED,
        PayRunState.APPROVED,
        PayRunState.OPEN,
    ]
    assert all(run.approved_by != run.calculated_by for run in runs.values())


def test_wage_subsidised_wage_pot_and_fee_are_in_one_run(centre: MemoryStore) -> None:
    october = wages(centre, OCTOBER)
    assert set(october) == {"Mäkinen", "Niemi", "Oksa", "Palo", "Salo"}
    rules = {name: {line.rule for line in payout.lines} for name, payout in october.items()}
    assert PayCode.HOURS.value in rules["Niemi"]
    assert PayCode.POT.value in rules["Palo"]
    assert PayCode.FEE.value in rules["Salo"]
    assert PayCode.SICK_PAY.value in rules["Mäkinen"]
    assert all(payout.net == payout.paid - payout.wage.withheld for payout in october.values() if payout.wage)


def test_one_has_no_tax_card_and_another_a_revised_one(centre: MemoryStore) -> None:
    october = wages(centre, OCTOBER)
    assert PayWarning.NO_TAX_CARD in october["Oksa"].warnings
    with centre.open_lists() as lists:
        cards = lists.pay.tax_cards.where(client=october["Mäkinen"].client)
    used = {wages(centre, month)["Mäkinen"].wage.tax_card for month in (SEPTEMBER, OCTOBER)}  # type: ignore[union-attr]
    assert used == {max(cards, key=lambda card: card.days.first).id}, (
        "the card of the pay day, not of the work"
    )


def test_a_correction_of_a_paid_wage_is_a_difference_of_the_next_run(centre: MemoryStore) -> None:
    october = wages(centre, OCTOBER)
    names = [name for name, payout in october.items() if _differences(payout)]
    assert names == ["Mäkinen"]
    assert total(line.amount for line in _differences(october["Mäkinen"])) > Money(12)


def _differences(payout: Payout) -> list[PayoutLine]:
    return [line for line in payout.lines if line.rule == PayCode.DIFFERENCE.value]


def test_costs_are_paid_back_beside_the_allowance(centre: MemoryStore) -> None:
    with centre.open_lists() as lists:
        run = lists.pay_runs.where(ledger=Ledger.ALLOWANCE, month=OCTOBER)[0]
        payouts = lists.payouts.where(pay_run=run.id)
    kinds = {kind.value for kind in EXPENSES}
    paid_back = [line for payout in payouts for line in payout.lines if line.rule in kinds]
    assert total(line.amount for line in paid_back) == Money("53.40")


def test_a_claim_is_sent_one_waits_and_the_cap_was_not_reached(centre: MemoryStore) -> None:
    with centre.open_lists() as lists:
        claims = lists.pay.subsidy_claims.all()
        decisions = {one.id: one for one in lists.pay.subsidy_decisions.all()}
    assert [claim.sent_on for claim in claims] == [date(2026, 9, 9), None]
    for claim in claims:
        share = decisions[claim.decision].percentage
        assert claim.amount == claim.eligible.percent(share)
        assert not claim.capped


def test_files_left_the_house_and_one_waits_for_its_tick(centre: MemoryStore) -> None:
    with centre.open_lists() as lists:
        handed = lists.pay.hand_overs.all()
        papers = [lists.papers.find(one.id, one.kind) for one in handed]
    assert {one.kind for one in handed} == {HandOverKind.BANK_FILE, HandOverKind.INCOMES_REGISTER}
    assert [one.kind for one in handed if one.ticked_by is None] == [HandOverKind.INCOMES_REGISTER]
    assert all(paper is not None and paper.content.startswith(b"<?xml") for paper in papers)


def test_every_way_of_pay_of_an_agreement_but_pieces_is_shown(centre: MemoryStore) -> None:
    with centre.open_lists() as lists:
        ways = {terms.paid_by for one in lists.pay.employments.all() for terms in one.terms}
        pensions = lists.pay.pensions.all()
    assert ways == {PaidBy.HOUR, PaidBy.POT}
    assert len(pensions) == 2
