"""From an overdue invoice to its reminder, its dispute and the invoice of its interest, on every storage."""

from datetime import timedelta
from typing import Any, cast

import pytest

from subcontract.actions.credit_invoice import CreditInvoice, credit_invoice
from subcontract.actions.disputes import EndDispute, OpenDispute, end_dispute, open_dispute
from subcontract.actions.make_interest_invoice import MakeInterestInvoice, make_interest_invoice
from subcontract.actions.replace_invoice import ReplaceInvoice, replace_invoice
from subcontract.actions.send_reminders import send_reminders
from subcontract.actions.take_note_back import TakeNoteBack, take_note_back
from subcontract.days import DateRange
from subcontract.ids import DraftId, InvoiceId
from subcontract.invoicing.collecting.reminder_plan import Hold
from subcontract.invoicing.states import InvoiceState, state_of
from subcontract.money import Money
from subcontract.problems import Code
from tests import make
from tests.db.test_hand_over_actions import Filling
from tests.fakes import MemoryStore
from tests.make_reminders import TODAY, late_invoice
from tests.subcontract.actions.test_reminders import Office, refusal
from ui.texts import CatalogueTexts


@pytest.fixture
def office(store: Any) -> Office:
    with store.open_books() as books:
        books.units.add(make.unit())
        books.staff.add(make.staff())
        books.commit()
    return Office(store=cast("MemoryStore", Filling(store)), invoice=late_invoice(unit=make.UNIT))


def head(office: Office) -> Any:
    with office.store.open_lists() as lists:
        (found,) = [one for one in lists.invoice_heads(DateRange(late_invoice().day)) if one.number == 1007]
        return found


def test_what_a_reminder_demands_is_paid_and_no_more_is_charged(office: Office) -> None:
    ask = office.ask()
    office.do(send_reminders, ask)
    office.do(send_reminders, ask)
    (kept,) = office.reminders()
    assert kept.lines[0].what == "Open of the invoice"
    assert (head(office).charged, kept.total) == (Money("25.04"), Money("1025.04"))
    assert [one.hold for one in office.plan()] == [Hold.TIME_TO_PAY]
    office.pay("1025.04")
    found = head(office)
    assert state_of(found, found.settled, TODAY) is InvoiceState.PAID
    assert office.plan() == ()
    again = MakeInterestInvoice(invoices=(office.invoice.id,), texts_in=CatalogueTexts)
    assert refusal(office, make_interest_invoice, again) is Code.NOTHING_TO_DO


def test_interest_is_charged_once_and_a_dispute_stops_the_rest(office: Office) -> None:
    first = office.issue(office.charge())
    assert first.total == Money("20.04")
    office.day = TODAY + timedelta(days=30)
    assert [str(line.net) for line in office.charge().lines] == ["7.81"]
    ask = OpenDispute(invoice=office.invoice.id, reason="Määrä")
    office.do(open_dispute, ask)
    assert [one.hold for one in office.plan() if one.of.invoice.number == 1007] == [Hold.DISPUTED]
    office.do(end_dispute, EndDispute(dispute=ask.id))
    assert [one.hold for one in office.plan() if one.of.invoice.number == 1007] == [None]


def test_a_replaced_interest_invoice_is_charged_by_one_paper_only(office: Office) -> None:
    first = office.issue(office.charge())
    asked = ReplaceInvoice(invoice=first.id, texts_in=CatalogueTexts)
    anew = office.do(replace_invoice, asked).id
    assert anew
    with office.store.open_lists() as lists:
        (note,) = lists.invoices.where(original=first.id)
        draft = lists.drafts.get(DraftId(anew))
    back = TakeNoteBack(note=note.id, texts_in=CatalogueTexts)
    assert refusal(office, take_note_back, back) is Code.WORK_BILLED_ANEW
    second = office.issue(draft)
    assert refusal(office, take_note_back, back) is Code.WORK_BILLED_ANEW
    office.do(credit_invoice, CreditInvoice(invoice=second.id, texts_in=CatalogueTexts))
    done = office.do(take_note_back, back)
    with office.store.open_lists() as lists:
        assert done.id
        assert lists.invoices.get(InvoiceId(done.id)).total == first.total
