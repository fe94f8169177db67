"""Random histories of work, corrections, drafts, invoices, credits and what takes them back."""

from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from subcontract.actions.act import Undo
from subcontract.actions.correction_facts import corrected_of
from subcontract.actions.credit_corrections import CreditCorrections, credit_corrections
from subcontract.actions.discard_draft import DiscardDraft, discard_draft
from subcontract.actions.replace_invoice import ReplaceInvoice, replace_invoice
from subcontract.actions.take_note_back import TakeNoteBack, take_note_back
from subcontract.hours.entry import WorkEntry
from subcontract.invoicing.credits.crediting import CreditLine, left
from subcontract.invoicing.records import Draft, Invoice, InvoiceKind
from subcontract.money import ZERO, Money, total
from subcontract.problems import Code, Refused
from tests.billing_office import NOVEMBER, PHASES, Office
from ui.texts import CatalogueTexts

NO = st.integers(0, 9)
STEPS = (
    st.tuples(st.just("work"), st.sampled_from(["piece", "hour"]), st.integers(1, 30), st.integers(1, 99)),
    st.tuples(st.just("correct"), st.integers(0, 20), st.integers(0, 99), st.booleans()),
    st.tuples(st.just("draft")),
    st.tuples(st.just("discard"), NO),
    st.tuples(st.just("undo"), NO),
    st.tuples(st.just("issue")),
    st.tuples(st.just("credit"), NO),
    st.tuples(st.just("take back"), NO),
    st.tuples(st.just("replace"), NO),
    st.tuples(st.just("credit corrections"), NO),
)
PART = st.tuples(st.just("part"), NO, st.integers(1, 99))
FAIR = {
    Code.NOTHING_TO_DO,
    Code.NEGATIVE_TOTAL,
    Code.CREDIT_OF_CREDIT,
    Code.CORRECTED_LATER,
    Code.ALREADY_INVOICED,
    Code.CHANGED_ELSEWHERE,
    Code.NOTE_TAKEN_BACK,
    Code.NOTE_OF_CORRECTION,
    Code.WORK_BILLED_ANEW,
    Code.WRONG_STATE,
}
"""Refusals with a good reason: the step is passed over."""


def by_one() -> Office:
    """An office whose pieces and minutes cost one euro each."""
    return Office(
        phases=(
            replace(PHASES["piece"], unit_price=Decimal(1)),
            replace(PHASES["hour"], unit_price=Decimal(60)),
        )
    )


@settings(max_examples=60)
@given(steps=st.lists(st.one_of(*STEPS), max_size=30))
def test_over_any_history_the_customer_pays_for_what_stands(steps: list[tuple[Any, ...]]):
    """Invoices less credits, with what is still to be drafted, are exactly the work in force."""
    office = by_one()
    billed, due = outcome(office, steps)
    assert billed == due


@settings(max_examples=60)
@given(steps=st.lists(st.one_of(*STEPS, PART), max_size=30))
def test_with_parts_credited_the_customer_never_pays_more_than_what_stands(steps: list[tuple[Any, ...]]):
    """What was credited as a favour is never charged again by the way, and no line below nought."""
    office = by_one()
    billed, due = outcome(office, steps)
    assert billed <= due
    with office.store.open_lists() as lists:
        invoices = lists.invoices.all()
    for one in invoices:
        if one.kind is InvoiceKind.INVOICE:
            rest = left(one, [note for note in invoices if note.original == one.id])
            assert all(ZERO <= rest[line.id] <= line.net for line in one.lines if line.net > ZERO)


def outcome(office: Office, steps: list[tuple[Any, ...]]) -> tuple[Money, Money]:
    """What has been and will be billed, and what is due for the work that stands."""
    heads: list[WorkEntry] = []
    undos: list[Undo] = []
    for step in steps:
        take(office, heads, undos, step)
    drop_drafts(office)
    billed = net_billed(office)
    try:
        billed += total(line.net for line in office.draft().lines)
    except Refused as refused:
        if refused.code is not Code.NOTHING_TO_DO:
            raise
    due = sum(
        (entry.pieces if entry.phase == PHASES["piece"].id else entry.minutes)
        for entry in heads
        if not entry.void
    )
    return billed, Money(due)


def take(office: Office, heads: list[WorkEntry], undos: list[Undo], step: tuple[Any, ...]) -> None:
    """One step of a history; what is refused with a good reason is passed over."""
    with office.store.open_lists() as lists:
        drafts, invoices = lists.drafts.all(), lists.invoices.all()
    try:
        match step:
            case ("work", basis, day, number):
                told = {"pieces": number, "minutes": 0} if basis == "piece" else {"minutes": number}
                heads.append(office.work(basis, day, **told))
            case ("correct", at, number, void) if heads and not heads[at % len(heads)].void:
                old = heads[at % len(heads)]
                by_piece = old.phase == PHASES["piece"].id
                change = {"pieces": number} if by_piece else {"minutes": number}
                heads[at % len(heads)] = office.correct(old, void=void, **change)
            case ("draft",):
                office.draft()
            case ("discard", at) if drafts:
                undos.extend(discard(office, drafts[at % len(drafts)]))
            case ("undo", at) if undos:
                undo = undos.pop(at % len(undos))
                office.do(undo.action, undo.ask)
            case ("issue",) if drafts:
                office.issue(drafts[0])
            case (_, at, *rest) if invoices:
                with_invoice(office, invoices[at % len(invoices)], step[0], rest)
    except Refused as refused:
        if refused.code not in FAIR:
            raise


def with_invoice(office: Office, invoice: Invoice, what: str, rest: list[int]) -> None:
    """One step with an issued invoice."""
    with office.store.open_lists() as lists:
        notes = lists.invoices.where(original=invoice.id)
        found = corrected_of(lists, office.customer.id, lists.jobs.all(), NOVEMBER)
    match what:
        case "credit":
            office.credit(invoice, credited_before=len(notes))
        case "part":
            line, amount = next(iter(left(invoice, notes).items()))
            part = CreditLine(line=line, amount=min(amount, Money(rest[0])))
            if part.amount and part.amount > ZERO:
                office.credit(invoice, part, credited_before=len(notes))
        case "take back":
            office.do(take_note_back, TakeNoteBack(note=invoice.id, texts_in=CatalogueTexts))
        case "replace":
            ask = ReplaceInvoice(invoice=invoice.id, texts_in=CatalogueTexts, credited_before=len(notes))
            office.do(replace_invoice, ask)
        case "credit corrections":
            credits_ = [one.net for one in found if one.is_credit and one.invoice.id == invoice.id]
            asked = CreditCorrections(
                invoice=invoice.id, period=NOVEMBER, seen=total(credits_), texts_in=CatalogueTexts
            )
            office.do(credit_corrections, asked)


def discard(office: Office, draft: Draft) -> list[Undo]:
    undo = office.do(discard_draft, DiscardDraft(draft=draft.id, version=draft.version)).undo
    return [undo] if undo else []


def drop_drafts(office: Office) -> None:
    """Discard what can be, corrections before what they correct; the rest counts as billed."""
    with office.store.open_lists() as lists:
        drafts = lists.drafts.all()
    gone = len(drafts)
    while gone:
        gone = 0
        for draft in drafts:
            with suppress(Refused):
                discard(office, draft)
                gone += 1
        with office.store.open_lists() as lists:
            drafts = lists.drafts.all()


def net_billed(office: Office) -> Money:
    with office.store.open_lists() as lists:
        invoices, drafts = lists.invoices.all(), lists.drafts.all()
    drafted = total(line.net for draft in drafts for line in draft.lines)
    return drafted + total(i.net if i.kind is InvoiceKind.INVOICE else -i.net for i in invoices)
