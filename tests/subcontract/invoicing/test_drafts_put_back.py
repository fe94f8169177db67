"""Drafts discarded, edited and put back while their work is corrected and drafted anew."""

from decimal import Decimal

import pytest

from subcontract.actions.act import Undo
from subcontract.actions.discard_draft import DiscardDraft, discard_draft
from subcontract.actions.edit_draft import EditDraft, edit_draft
from subcontract.invoicing.records import Draft
from subcontract.problems import Code
from tests.billing_office import PHASES, Office, lines, refusal


@pytest.fixture
def office() -> Office:
    return Office()


def discard(office: Office, draft: Draft) -> Undo:
    undo = office.do(discard_draft, DiscardDraft(draft=draft.id, version=draft.version)).undo
    assert undo
    return undo


def test_what_a_difference_is_drawn_from_cannot_be_discarded_first(office: Office):
    entry = office.work(pieces=100)
    first = office.draft()
    office.correct(entry, pieces=90)
    second = office.draft()
    assert lines(second) == [("Tarroitus", "-10", "-0.80")]
    ask = DiscardDraft(draft=first.id, version=first.version)
    assert refusal(office, discard_draft, ask) is Code.CORRECTED_LATER
    discard(office, second)
    discard(office, first)
    assert lines(office.draft()) == [("Tarroitus", "90", "7.20")]


def test_a_line_cannot_be_left_out_while_another_corrects_its_work(office: Office):
    entry = office.work(pieces=100)
    office.work("hour", minutes=60)
    first = office.draft()
    office.correct(entry, pieces=90)
    office.draft()
    ask = EditDraft(draft=first.id, version=first.version, removed=frozenset({first.lines[0].id}))
    assert refusal(office, edit_draft, ask) is Code.CORRECTED_LATER


def test_a_discarded_draft_stays_away_when_its_work_was_corrected_and_drafted_anew(office: Office):
    entry = office.work(pieces=100)
    undo = discard(office, office.draft())
    office.correct(entry, pieces=90)
    assert lines(office.draft()) == [("Tarroitus", "90", "7.20")]
    assert refusal(office, undo.action, undo.ask) is Code.ALREADY_INVOICED


def test_a_line_left_out_stays_away_when_its_work_was_corrected_and_drafted_anew(office: Office):
    entry = office.work(pieces=100)
    office.work("hour", minutes=60)
    first = office.draft()
    ask = EditDraft(draft=first.id, version=first.version, removed=frozenset({first.lines[0].id}))
    undo = office.do(edit_draft, ask).undo
    assert undo
    office.correct(entry, pieces=90)
    office.draft()
    assert refusal(office, undo.action, undo.ask) is Code.ALREADY_INVOICED


def test_a_difference_comes_back_only_to_what_it_was_drawn_from(office: Office):
    entry = office.work(pieces=100)
    invoice = office.issue(office.draft())
    office.correct(entry, pieces=90)
    undo = discard(office, office.draft())
    office.credit(invoice)
    assert refusal(office, undo.action, undo.ask) is Code.CHANGED_ELSEWHERE
    assert lines(office.draft()) == [("Tarroitus", "90", "7.20")]


def test_drafts_come_back_in_the_order_that_they_went(office: Office):
    entry = office.work(pieces=100)
    first = office.draft()
    office.correct(entry, pieces=90)
    second = office.draft()
    undos = (discard(office, second), discard(office, first))
    for undo in reversed(undos):
        office.do(undo.action, undo.ask)
    with office.store.open_lists() as lists_:
        assert {draft.id for draft in lists_.drafts.all()} == {first.id, second.id}
        assert lists_.billings.line_of(entry.id) == first.lines[0].id


def test_a_share_of_a_fixed_price_does_not_come_back_over_the_whole(office: Office):
    fixed = PHASES["fixed"].id
    undo = discard(office, office.draft(shares={fixed: Decimal(60)}))
    office.draft(shares={fixed: Decimal(60)})
    assert refusal(office, undo.action, undo.ask) is Code.OVER_FIXED_PRICE
