"""At what price a line bills: corrections at the price of what they correct, fixed prices to the cent."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from subcontract.actions.billing_facts import shares_left
from subcontract.actions.credit_invoice import CreditInvoice, credit_invoice
from subcontract.actions.edit_draft import DraftLineEdit, EditDraft, edit_draft
from subcontract.hours.entry import EntryKind
from subcontract.invoicing.credits.crediting import CreditLine
from subcontract.jobs.job import Phase
from subcontract.money import Money, total
from tests.billing_office import PHASES, Office, lines
from ui.texts import CatalogueTexts

FIXED = PHASES["fixed"].id


def with_price(office: Office, phase: Phase, price: str) -> None:
    """Give a phase of the job a new price."""

    def write(books: Any) -> None:
        job = books.jobs.get(office.job.id)
        new = replace(phase, unit_price=Decimal(price))
        books.jobs.save(replace(job, phases=tuple(new if p.id == phase.id else p for p in job.phases)))

    office.store.fill(write)


def priced(price: str) -> Office:
    """An office whose job has one fixed price."""
    return Office(phases=(replace(PHASES["fixed"], unit_price=Decimal(price)),))


def test_work_is_corrected_at_the_price_at_which_it_was_billed():
    office = Office()
    entry = office.work(pieces=1000)
    office.issue(office.draft())
    with_price(office, PHASES["piece"], "0.10")
    office.correct(entry, pieces=900)
    office.work(day=5, pieces=100)
    assert lines(office.draft()) == [("Tarroitus", "-100", "-8.00"), ("Tarroitus", "100", "10.00")]


def test_corrections_of_work_billed_at_two_prices_make_two_lines():
    office = Office()
    first = office.work(pieces=1000)
    office.issue(office.draft())
    with_price(office, PHASES["piece"], "0.10")
    second = office.work(day=5, pieces=1000)
    office.issue(office.draft())
    office.correct(first, pieces=900)
    office.correct(second, pieces=1100)
    assert sorted(lines(office.draft())) == [("Tarroitus", "-100", "-8.00"), ("Tarroitus", "100", "10.00")]


def test_a_correction_has_the_discount_of_what_it_corrects():
    office = Office()
    entry = office.work(
        kind=EntryKind.MATERIAL,
        client=None,
        material="Teippi",
        quantity=Decimal(10),
        unit_price=Money("2.00"),
        minutes=0,
    )
    draft = office.draft()
    edit = DraftLineEdit(line=draft.lines[0].id, text="Teippi", discount=Decimal(50))
    office.do(edit_draft, EditDraft(draft=draft.id, version=draft.version, lines=(edit,)))
    office.issue(replace(draft, version=draft.version + 1))
    office.correct(entry, void=True)
    assert lines(office.draft()) == [("Teippi", "-10", "-10.00")]


def test_two_halves_of_an_odd_price_are_the_price():
    office = priced("500.01")
    halves = [office.issue(office.draft(shares={FIXED: Decimal(50)})) for _ in range(2)]
    assert total(invoice.net for invoice in halves) == Money("500.01")


@settings(max_examples=30)
@given(cents=st.integers(1, 99_999), parts=st.lists(st.integers(1, 9_999), max_size=6))
def test_shares_of_a_fixed_price_sum_to_the_price(cents: int, parts: list[int]):
    office = priced(str(Decimal(cents).scaleb(-2)))
    nets, left = [], 10_000
    for part in [*parts, 10_000]:
        share = min(part, left)
        if not share:
            break
        draft = office.draft(shares={FIXED: Decimal(share).scaleb(-2)})
        nets.append(office.issue(draft).net)
        left -= share
    assert total(nets) == Money.of_cents(cents)


def test_what_an_odd_credit_freed_can_be_invoiced_to_the_last_cent():
    office = priced("300.00")
    invoice = office.issue(office.draft(shares={FIXED: Decimal(100)}))
    part = CreditLine(line=invoice.lines[0].id, amount=Money("100.00"))
    office.do(credit_invoice, CreditInvoice(invoice=invoice.id, texts_in=CatalogueTexts, lines=(part,)))
    with office.store.open_lists() as books:
        left = shares_left(books, (office.job,))[FIXED]
    assert left == Decimal("33.33")
    assert office.issue(office.draft(shares={FIXED: left})).net == Money("100.00")
    with office.store.open_lists() as books:
        assert not shares_left(books, (office.job,))[FIXED]
