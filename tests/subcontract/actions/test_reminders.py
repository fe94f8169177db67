"""Sending reminders, disputes, and invoices of late interest."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.act import Done
from subcontract.actions.credit_invoice import CreditInvoice, credit_invoice
from subcontract.actions.discard_draft import DiscardDraft, discard_draft
from subcontract.actions.disputes import EndDispute, OpenDispute, end_dispute, open_dispute
from subcontract.actions.issue_invoice import IssueInvoice, issue_invoice
from subcontract.actions.issue_invoices import IssueInvoices, issue_invoices
from subcontract.actions.lateness_facts import late_invoices, overdue, reminding
from subcontract.actions.make_interest_invoice import MakeInterestInvoice, make_interest_invoice
from subcontract.actions.perform import perform
from subcontract.actions.record_payment import RecordPayment, record_payment
from subcontract.actions.save_invoicing_terms import SaveInvoicingTerms, save_invoicing_terms
from subcontract.actions.send_reminders import PAPER, SendReminders, Wanted, send_reminders
from subcontract.actions.take_note_back import TakeNoteBack, take_note_back
from subcontract.clock import standing_at
from subcontract.ids import DraftId, InvoiceId, InvoiceLineId
from subcontract.invoicing.collecting.reminder_plan import Proposal, proposals
from subcontract.invoicing.collecting.reminding import Reminder
from subcontract.invoicing.records import Draft, Invoice, InvoiceLine, LineKind
from subcontract.jobs.customer import CustomerKind
from subcontract.money import Money
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make
from tests.fakes import MemoryStore
from tests.make_reminders import TERMS, TODAY, late_invoice
from tests.paper_reading import text
from ui.texts import CatalogueTexts


@dataclass
class Office:
    """A firm with one overdue invoice over 1 000,00 € of December 2025."""

    store: MemoryStore = field(default_factory=make.store)
    day: date = TODAY
    kind: CustomerKind = CustomerKind.FIRM
    invoice: Invoice = field(default_factory=late_invoice)

    def __post_init__(self) -> None:
        customer = make.customer(id=self.invoice.customer, kind=self.kind)

        def write(books: Any) -> None:
            books.customers.add(customer)
            books.invoices.add(self.invoice)

        self.store.fill(write)

    def do(self, action: Any, ask: object, *roles: Role) -> Done:
        clock = standing_at(self.day)
        return perform(action, ask, self.store.open_books, clock, make.worker(*roles))

    def plan(self) -> tuple[Proposal, ...]:
        with self.store.open_lists() as lists:
            late = late_invoices(lists, overdue(lists, self.day))
            return proposals(late, reminding(lists, make.UNIT, self.day))

    def ask(self) -> SendReminders:
        wanted = (Wanted(invoice=one.of.invoice.id, step=one.step, total=one.total) for one in self.plan())
        return SendReminders(reminders=tuple(wanted), texts_in=CatalogueTexts)

    def send(self) -> Done:
        return self.do(send_reminders, self.ask())

    def pay(self, amount: str, day: date | None = None) -> None:
        ask = RecordPayment(invoice=self.invoice.id, day=day or self.day, amount=Money(amount))
        self.do(record_payment, ask)

    def reminders(self) -> tuple[Reminder, ...]:
        with self.store.open_lists() as lists:
            return lists.invoicing.reminders.all()

    def charge(self, *invoices: InvoiceId) -> Draft:
        ask = MakeInterestInvoice(invoices=invoices or (self.invoice.id,), texts_in=CatalogueTexts)
        done = self.do(make_interest_invoice, ask)
        assert done.id
        with self.store.open_lists() as lists:
            return lists.drafts.get(DraftId(done.id))

    def issue(self, draft: Draft) -> Invoice:
        ask = IssueInvoice(draft=draft.id, version=draft.version, texts_in=CatalogueTexts)
        self.do(issue_invoice, ask)
        with self.store.open_lists() as lists:
            return lists.invoices.get(InvoiceId(draft.id))


def refusal(office: Office, action: Any, ask: object, *roles: Role) -> Code:
    with pytest.raises(Refused) as caught:
        office.do(action, ask, *roles)
    return caught.value.code


# --- reminders


def test_a_reminder_is_kept_with_its_lines_and_its_paper() -> None:
    office = Office()
    done = office.send()
    (kept,) = office.reminders()
    assert done.facts["made"] == (kept.id,)
    assert (kept.total, kept.step, kept.due) == (Money("1025.04"), 1, TODAY + timedelta(days=14))
    with office.store.open_lists() as lists:
        paper = lists.papers.find(kept.id, PAPER)
    assert paper is not None
    assert (paper.name, "1 025,04" in text(paper.content)) == ("muistutus-1007-1.pdf", True)


def test_a_second_press_makes_nothing_new() -> None:
    office = Office()
    ask = office.ask()
    office.do(send_reminders, ask)
    again = office.do(send_reminders, ask)
    assert (len(office.reminders()), again.facts["made"], again.facts["left"]) == (1, (), ())


def test_what_changed_meanwhile_is_told_and_not_sent() -> None:
    office = Office()
    ask = office.ask()
    office.pay("400.00")
    assert refusal(office, send_reminders, ask) is Code.AMOUNTS_CHANGED
    ask = office.ask()
    office.pay("600.00")
    assert refusal(office, send_reminders, ask) is Code.NOTHING_TO_DO
    assert not office.reminders()


def test_only_those_that_can_be_sent_are() -> None:
    office = Office()
    other = late_invoice(
        id=InvoiceId(make.payment().id), number=1008, day=TODAY, due=TODAY - timedelta(days=2)
    )
    office.store.fill(lambda books: books.invoices.add(other))
    done = office.send()
    left = done.facts["left"]
    assert isinstance(left, tuple)
    assert [(invoice, problem.code) for invoice, problem in left] == [(other.id, Code.REMINDER_TOO_EARLY)]
    assert len(office.reminders()) == 1


def test_who_may_not_issue_invoices_reminds_nobody() -> None:
    office = Office()
    assert refusal(office, send_reminders, office.ask(), Role.JOB_COACH) is Code.NOT_ALLOWED
    nothing = SendReminders(reminders=(), texts_in=CatalogueTexts)
    assert refusal(office, send_reminders, nothing) is Code.NOTHING_TO_DO


def test_stopped_on_the_way_nothing_is_sent() -> None:
    office = Office()

    def stop(_done: int, _of: int) -> None:
        raise Refused

    with pytest.raises(Refused):
        office.do(send_reminders, replace(office.ask(), step=stop))
    assert not office.reminders()


def test_the_units_own_terms_are_followed() -> None:
    office = Office()
    terms = replace(TERMS, fee_business=Money("9.50"), reminder_text="Soita meille!")
    office.do(save_invoicing_terms, SaveInvoicingTerms(terms=terms))
    office.send()
    (kept,) = office.reminders()
    assert (kept.fee, kept.text) == (Money("9.50"), "Soita meille!")


# --- disputes


def test_a_dispute_stops_reminders_and_its_end_lets_them_go_on() -> None:
    office = Office()
    ask = OpenDispute(invoice=office.invoice.id, reason="Määrä on väärä")
    done = office.do(open_dispute, ask)
    office.do(open_dispute, ask)
    assert refusal(office, send_reminders, office.ask()) is Code.DISPUTED
    another = OpenDispute(invoice=office.invoice.id, reason="Taas")
    assert refusal(office, open_dispute, another) is Code.DISPUTED
    ended = office.do(end_dispute, EndDispute(dispute=ask.id))
    assert office.plan()[0].hold is None
    assert ended.undo is not None
    office.do(ended.undo.action, ended.undo.ask)
    assert office.plan()[0].hold is not None
    assert done.undo is not None
    office.do(done.undo.action, done.undo.ask)
    with office.store.open_lists() as lists:
        assert not lists.invoicing.disputes.all()


def test_a_dispute_has_a_reason_and_is_about_an_invoice() -> None:
    office = Office()
    bare = OpenDispute(invoice=office.invoice.id, reason="  ")
    assert refusal(office, open_dispute, bare) is Code.REASON_NEEDED


# --- interest invoices


def test_interest_of_what_was_paid_late_each_half_year_its_line() -> None:
    office = Office()
    office.send()
    office.pay("1000.00", TODAY)
    draft = office.charge()
    told = [(line.kind, str(line.net), line.vat) for line in draft.lines]
    assert told == [
        (LineKind.INTEREST, "4.16", "O"),
        (LineKind.INTEREST, "15.88", "O"),
        (LineKind.COLLECTION, "5.00", "O"),
    ]
    invoice = office.issue(draft)
    assert (invoice.is_interest, invoice.total, invoice.net) == (True, Money("25.04"), Money("25.04"))
    with office.store.open_lists() as lists:
        paper = lists.papers.find(invoice.id, "invoice")
    assert paper is not None
    assert "arvonlisäverolain" in text(paper.content)


def test_interest_is_never_charged_twice() -> None:
    office = Office()
    draft = office.charge()
    ask = MakeInterestInvoice(invoices=(office.invoice.id,), texts_in=CatalogueTexts)
    assert refusal(office, make_interest_invoice, ask) is Code.NOTHING_TO_DO
    office.issue(draft)
    assert refusal(office, make_interest_invoice, ask) is Code.NOTHING_TO_DO
    assert [one.interest for one in office.plan()] == [Money(0)]
    office.day = TODAY + timedelta(days=30)
    more = office.charge()
    assert [str(line.net) for line in more.lines] == ["7.81"]
    assert more.lines[0].supplied.first == TODAY + timedelta(days=1)


def test_a_credited_interest_invoice_can_be_made_again() -> None:
    office = Office()
    first = office.issue(office.charge())
    office.do(credit_invoice, CreditInvoice(invoice=first.id, texts_in=CatalogueTexts))
    assert office.charge().lines[0].net == first.lines[0].net


@pytest.mark.parametrize("is_issued", [False, True])
def test_interest_that_was_charged_anew_is_not_charged_by_taking_its_credit_back(is_issued: bool) -> None:
    office = Office()
    first = office.issue(office.charge())
    note = office.do(credit_invoice, CreditInvoice(invoice=first.id, texts_in=CatalogueTexts)).id
    assert note
    anew = office.charge()
    if is_issued:
        office.issue(anew)
    ask = TakeNoteBack(note=InvoiceId(note), texts_in=CatalogueTexts)
    assert refusal(office, take_note_back, ask) is Code.ALREADY_INVOICED


def test_a_draft_of_interest_is_not_issued_beside_another_paper_of_it() -> None:
    office = Office()
    draft = office.charge()
    twin = replace(draft, id=DraftId(ids.new()), lines=tuple(_copy(line) for line in draft.lines))
    with office.store.open_books() as books:
        books.drafts.add(twin)
        books.commit()
    ask = IssueInvoice(draft=draft.id, version=draft.version, texts_in=CatalogueTexts)
    assert refusal(office, issue_invoice, ask) is Code.ALREADY_INVOICED
    many = IssueInvoices(drafts=((draft.id, 1),), texts_in=CatalogueTexts)
    assert refusal(office, issue_invoices, many) is Code.ALREADY_INVOICED


def _copy(line: InvoiceLine) -> InvoiceLine:
    return replace(line, id=InvoiceLineId(ids.new()))


def test_a_discarded_draft_does_not_come_back_beside_a_new_one() -> None:
    office = Office()
    draft = office.charge()
    gone = office.do(discard_draft, DiscardDraft(draft=draft.id, version=draft.version))
    office.charge()
    assert gone.undo is not None
    assert refusal(office, gone.undo.action, gone.undo.ask) is Code.ALREADY_INVOICED


def test_what_was_paid_besides_is_taken_off() -> None:
    office = Office()
    office.send()
    office.day = TODAY + timedelta(days=20)
    office.pay("1025.04")
    draft = office.charge()
    assert [str(line.net) for line in draft.lines] == ["4.16", "21.09", "5.00", "-25.04"]
    assert office.issue(draft).total == Money("5.21")


def test_all_paid_besides_leaves_nothing_to_charge() -> None:
    office = Office()
    office.send()
    office.pay("1025.04")
    ask = MakeInterestInvoice(invoices=(office.invoice.id,), texts_in=CatalogueTexts)
    assert refusal(office, make_interest_invoice, ask) is Code.NOTHING_TO_DO


def test_an_unknown_rate_and_invoices_of_two_customers_are_refused() -> None:
    office = Office(day=date(2026, 8, 3))
    ask = MakeInterestInvoice(invoices=(office.invoice.id,), texts_in=CatalogueTexts)
    assert refusal(office, make_interest_invoice, ask) is Code.RATE_UNKNOWN
    other = make.customer(number=9)
    invoice = late_invoice(id=InvoiceId(other.id), customer=other.id, number=1009)
    office.store.fill(lambda books: books.customers.add(other))
    office.store.fill(lambda books: books.invoices.add(invoice))
    both = replace(ask, invoices=(office.invoice.id, invoice.id))
    assert refusal(office, make_interest_invoice, both) is Code.OTHER_PERSON


def test_the_draft_can_be_taken_back() -> None:
    office = Office()
    ask = MakeInterestInvoice(invoices=(office.invoice.id,), texts_in=CatalogueTexts)
    done = office.do(make_interest_invoice, ask)
    assert done.undo is not None
    office.do(done.undo.action, done.undo.ask)
    with office.store.open_lists() as lists:
        assert not lists.drafts.all()
