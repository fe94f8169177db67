"""Prepayments: drafted by class of VAT, taken off the invoice of the work, never more than there is."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.arrange_drafts import MergeDrafts, merge_drafts
from subcontract.actions.credit_invoice import CreditInvoice, credit_invoice
from subcontract.actions.discard_draft import DiscardDraft, discard_draft
from subcontract.actions.issue_invoice import IssueInvoice, issue_invoice
from subcontract.actions.issue_invoices import IssueInvoices, issue_invoices
from subcontract.actions.make_prepayment import MakePrepayment, make_prepayment
from subcontract.actions.prepaid_facts import prepaid_of
from subcontract.actions.take_note_back import TakeNoteBack, take_note_back
from subcontract.days import DateRange
from subcontract.invoicing.credits.crediting import CreditLine
from subcontract.invoicing.drafting.prepaying import Wanted, price_of
from subcontract.invoicing.records import Draft, Invoice, LineKind
from subcontract.jobs.job import Basis, JobState
from subcontract.money import Money
from subcontract.people.staff import Role
from subcontract.ports import Books
from subcontract.problems import Code
from tests import make
from tests.billing_office import NOVEMBER, PHASES, Office, refusal
from ui.texts import CatalogueTexts

HALF = Wanted(percent=Decimal(50))


def office_of(*phases: Any, **fields: Any) -> Office:
    office = Office(phases=phases or (PHASES["piece"], PHASES["fixed"]), **fields)
    office.store.fill(lambda books: books.jobs.save(replace(office.job, state=JobState.RUNNING)))
    return office


def prepaid(office: Office, wanted: Wanted = HALF) -> Draft:
    office.do(make_prepayment, ask(office, wanted))
    return drafts(office)[-1]


def ask(office: Office, wanted: Wanted = HALF) -> MakePrepayment:
    return MakePrepayment(job=office.job.id, wanted=wanted, texts_in=CatalogueTexts)


def drafts(office: Office) -> tuple[Draft, ...]:
    with office.store.open_lists() as lists:
        return lists.drafts.all()


def left(office: Office) -> list[str]:
    with office.store.open_lists() as lists:
        return [str(one.left) for one in prepaid_of(lists, office.customer.id)]


def kinds(of: Draft | Invoice) -> list[tuple[LineKind, str, str]]:
    return [(line.kind, line.vat, str(line.net)) for line in of.lines]


def test_half_of_the_price_is_asked_for_beforehand():
    office = office_of()
    assert price_of(office.job) == Money("596.00")
    draft = prepaid(office)
    assert kinds(draft) == [(LineKind.PREPAYMENT, "25.5", "298.00")]
    assert draft.lines[0].text == "Ennakkomaksu: Pakettien tarroitus"
    assert str(office.issue(draft).total) == "373.99"


def test_a_sum_is_shared_by_classes_of_vat_to_the_cent():
    phases = (
        replace(PHASES["piece"], quantity=Decimal(100), unit_price=Decimal(1)),
        replace(PHASES["fixed"], unit_price=Decimal(200), vat_class="reduced"),
    )
    draft = prepaid(office_of(*phases), Wanted(amount=Money("100.00")))
    assert kinds(draft) == [
        (LineKind.PREPAYMENT, "25.5", "33.33"),
        (LineKind.PREPAYMENT, "13.5", "66.67"),
    ]


def test_the_rate_is_that_of_the_day_it_is_asked_for():
    office = office_of()
    office.at = datetime(2024, 8, 30, 9, tzinfo=UTC)
    assert prepaid(office).lines[0].vat == "24"


def test_the_work_is_invoiced_less_the_prepayment_at_its_own_rate():
    """Paid beforehand at 24 %, done at 25.5 %: the deduction keeps its rate (AVL 15 §)."""
    office = office_of()
    office.at = datetime(2024, 8, 30, 9, tzinfo=UTC)
    office.issue(prepaid(office, Wanted(amount=Money("60.00"))))
    office.at = datetime(2026, 11, 20, 8, tzinfo=UTC)
    office.work(pieces=1000)
    draft = office.draft()
    assert kinds(draft) == [(LineKind.WORK, "25.5", "80.00"), (LineKind.DEDUCTION, "24", "-60.00")]
    assert draft.lines[1].text == "Ennakkomaksun vähennys, lasku 1001"
    invoice = office.issue(draft)
    assert [(str(one.base), str(one.amount)) for one in invoice.vat] == [
        ("80.00", "20.40"),
        ("-60.00", "-14.40"),
    ]
    assert left(office) == ["0.00"]


def test_no_more_is_taken_off_than_the_work_costs_and_the_rest_waits():
    office = office_of()
    office.issue(prepaid(office, Wanted(amount=Money("100.00"))))
    office.work(pieces=1000)
    first = office.draft()
    assert kinds(first)[1] == (LineKind.DEDUCTION, "25.5", "-80.00")
    assert left(office) == ["20.00"]
    assert str(office.issue(first).total) == "0.00"
    office.work(day=5, pieces=1000)
    assert kinds(office.draft())[1] == (LineKind.DEDUCTION, "25.5", "-20.00")


def test_a_draft_reserves_what_it_takes_off_and_gives_it_back():
    office = office_of()
    office.issue(prepaid(office, Wanted(amount=Money("100.00"))))
    office.work(pieces=1000)
    draft = office.draft()
    assert left(office) == ["20.00"]
    office.do(discard_draft, DiscardDraft(draft=draft.id, version=1))
    assert left(office) == ["100.00"]


def test_what_was_credited_is_not_taken_off():
    office = office_of()
    invoice = office.issue(prepaid(office, Wanted(amount=Money("100.00"))))
    office.credit(invoice, CreditLine(line=invoice.lines[0].id, amount=Money("70.00")))
    office.work(pieces=1000)
    assert kinds(office.draft())[1] == (LineKind.DEDUCTION, "25.5", "-30.00")


def test_a_credit_of_the_works_invoice_gives_the_prepayment_back():
    office = office_of()
    office.issue(prepaid(office, Wanted(amount=Money("50.00"))))
    office.work(pieces=1000)
    invoice = office.issue(office.draft())
    assert left(office) == ["0.00"]
    office.credit(invoice)
    assert left(office) == ["50.00"]
    assert kinds(office.draft())[1] == (LineKind.DEDUCTION, "25.5", "-50.00")


def test_a_note_is_not_taken_back_when_its_prepayment_was_taken_off_elsewhere():
    office = office_of()
    office.issue(prepaid(office, Wanted(amount=Money("50.00"))))
    office.work(pieces=1000, day=2)
    note = office.credit(office.issue(office.draft()))
    office.work(pieces=1000, day=5)
    later = office.draft(DateRange(date(2026, 11, 5), date(2026, 11, 5)))
    assert kinds(later)[1] == (LineKind.DEDUCTION, "25.5", "-50.00")
    again = TakeNoteBack(note=note.id, texts_in=CatalogueTexts)
    assert refusal(office, take_note_back, again) is Code.PREPAYMENT_USED
    assert left(office) == ["0.00"]


def test_a_prepayment_that_has_been_taken_off_is_not_credited_besides():
    office = office_of()
    invoice = office.issue(prepaid(office, Wanted(amount=Money("50.00"))))
    office.work(pieces=1000)
    draft = office.draft()
    whole = CreditInvoice(invoice=invoice.id, texts_in=CatalogueTexts)
    assert refusal(office, credit_invoice, whole) is Code.PREPAYMENT_USED
    office.issue(draft)
    assert refusal(office, credit_invoice, whole) is Code.PREPAYMENT_USED
    with office.store.open_lists() as lists:
        assert len(lists.invoices.all()) == 2


def test_a_note_is_not_taken_back_when_its_prepayment_has_been_taken_off_elsewhere():
    office = office_of()
    office.issue(prepaid(office, Wanted(amount=Money("50.00"))))
    office.work(pieces=1000)
    invoice = office.issue(office.draft())
    note = office.credit(invoice)
    draft = office.draft()
    kept = replace(draft, lines=draft.lines[1:])

    def leave_the_work_out(books: Books) -> None:
        books.drafts.save(kept)
        for entry in draft.lines[0].entries:
            books.billings.free(entry)

    office.store.fill(leave_the_work_out)
    back = TakeNoteBack(note=note.id, texts_in=CatalogueTexts)
    assert refusal(office, take_note_back, back) is Code.PREPAYMENT_USED
    office.do(discard_draft, DiscardDraft(draft=draft.id, version=2))
    office.do(take_note_back, back)
    assert left(office) == ["0.00"]


def test_a_draft_that_takes_off_what_is_gone_is_not_issued():
    office = office_of()
    invoice = office.issue(prepaid(office, Wanted(amount=Money("50.00"))))
    office.work(pieces=2000)
    draft = office.draft()
    twice = replace(draft, lines=(*draft.lines, replace(draft.lines[1], id=ids.InvoiceLineId(ids.new()))))
    office.store.fill(lambda books: books.drafts.save(twice))
    one = IssueInvoice(draft=draft.id, version=2, texts_in=CatalogueTexts)
    assert refusal(office, issue_invoice, one) is Code.PREPAYMENT_USED
    many = IssueInvoices(drafts=((draft.id, 2),), texts_in=CatalogueTexts)
    assert refusal(office, issue_invoices, many) is Code.PREPAYMENT_USED
    assert invoice.number == 1001


def test_another_jobs_work_takes_nothing_off():
    office = office_of()
    office.issue(prepaid(office))
    phase = replace(PHASES["piece"], id=ids.PhaseId(ids.new()))
    other = make.job(number=2, name="Postitus", customer=office.customer.id, phases=(phase,))
    office.store.fill(lambda books: books.jobs.add(other))
    entry = make.entry(client=office.client.id, job=other.id, phase=phase.id, day=NOVEMBER.first, pieces=1000)
    office.store.fill(lambda books: books.entries.add(entry))
    assert kinds(office.draft()) == [(LineKind.WORK, "25.5", "80.00")]


def test_a_merged_draft_takes_off_no_more():
    office = office_of()
    office.issue(prepaid(office, Wanted(amount=Money("100.00"))))
    office.work(date=date(2026, 10, 5), pieces=1000)
    office.work(pieces=1000)
    first = office.draft(DateRange(date(2026, 10, 1), date(2026, 10, 31)))
    second = office.draft()
    office.do(merge_drafts, MergeDrafts(drafts=((first.id, 1), (second.id, 1))))
    (one,) = drafts(office)
    assert sum(line.net.amount for line in one.lines) == Decimal("60.00")
    office.issue(one)
    assert left(office) == ["0.00"]


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (Wanted(), Code.REQUIRED),
        (Wanted(amount=Money(0)), Code.TOO_SMALL),
        (Wanted(amount=Money("-1")), Code.TOO_SMALL),
        (Wanted(percent=Decimal(0)), Code.TOO_LARGE),
        (Wanted(percent=Decimal("100.01")), Code.TOO_LARGE),
    ],
)
def test_what_cannot_be_asked_for_is_refused(wanted: Wanted, code: Code):
    office = office_of()
    assert refusal(office, make_prepayment, ask(office, wanted)) is code


def test_a_job_without_a_price_has_no_share_but_may_have_a_sum():
    phase = replace(PHASES["hour"], quantity=Decimal(0), vat_class="reduced")
    office = office_of(phase)
    assert refusal(office, make_prepayment, ask(office)) is Code.PRICE_MISSING
    assert kinds(prepaid(office, Wanted(amount=Money(10)))) == [(LineKind.PREPAYMENT, "13.5", "10.00")]


def test_only_ordered_work_is_paid_beforehand_by_who_may_draft():
    office = Office()
    assert office.job.phases[0].basis is Basis.PIECE
    assert refusal(office, make_prepayment, ask(office)) is Code.WRONG_STATE
    office = office_of()
    assert refusal(office, make_prepayment, ask(office), Role.WORK_COACH) is Code.NOT_ALLOWED


def test_a_jobs_name_that_names_a_client_comes_on_no_prepayment():
    office = office_of()
    named = replace(office.job, name="Liisa Aallon siivous, Aalto", state=JobState.RUNNING, version=2)
    office.store.fill(lambda books: books.jobs.save(named))
    assert refusal(office, make_prepayment, ask(office)) is Code.NAMES_A_CLIENT


def test_a_prepayment_that_waited_over_a_change_of_rates_is_made_anew():
    office = office_of()
    office.at = datetime(2024, 8, 30, 9, tzinfo=UTC)
    draft = prepaid(office)
    office.at = datetime(2024, 9, 2, 9, tzinfo=UTC)
    one = IssueInvoice(draft=draft.id, version=1, texts_in=CatalogueTexts)
    assert refusal(office, issue_invoice, one) is Code.RATE_CHANGED
    office.at = datetime(2024, 8, 31, 9, tzinfo=UTC)
    assert office.issue(draft).vat[0].rate == Decimal(24)
