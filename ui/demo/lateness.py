"""What the demo centre does of late payment: reminders, a dispute, a reference rate written in; no Qt."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Any

from subcontract import ids
from subcontract.actions.disputes import OpenDispute, open_dispute
from subcontract.actions.lateness_facts import late_invoices, reminding
from subcontract.actions.save_invoicing_terms import (
    SaveInvoicingTerms,
    SaveReferenceRate,
    save_invoicing_terms,
    save_reference_rate,
)
from subcontract.actions.send_reminders import SendReminders, Wanted, send_reminders
from subcontract.clock import FixedClock
from subcontract.ids import DraftId, InvoiceId, InvoicingTermsId, ReferenceRateId, StaffId
from subcontract.invoicing.collecting.reference_rates import ReferenceRate
from subcontract.invoicing.collecting.reminder_plan import proposals
from subcontract.invoicing.terms import InvoicingTerms
from ui.demo.beginnings import CLERK
from ui.demo.data import UNIT, Data, demo_id
from ui.demo.steps import Step, Teller, acting, at


def terms_steps(autumn: dict[str, Any]) -> Iterator[Step]:
    """How the unit reminds, and reference rates that the clerk writes in."""
    told = autumn["invoicing_terms"]
    terms = InvoicingTerms(
        id=InvoicingTermsId(demo_id("terms", "invoicing")),
        unit=UNIT,
        first_reminder_days=told["first_reminder_days"],
        reminder_text=told["reminder_text"],
    )
    yield at(told["on"], 9, acting(CLERK, save_invoicing_terms, SaveInvoicingTerms(terms=terms)))
    for rate in autumn.get("reference_rate", ()):
        yield at(rate["on"], 9, partial(_write_in, data=rate))


def _write_in(teller: Teller, data: Data) -> None:
    """One rate with where it comes from."""
    rate = ReferenceRate(
        id=ReferenceRateId(ids.new()),
        unit=UNIT,
        first=data["first"],
        rate=Decimal(data["rate"]),
        source=data["source"],
        by=StaffId(demo_id("staff", CLERK)),
        at=teller.moment,
    )
    teller.act(CLERK, save_reference_rate, SaveReferenceRate(rate=rate))


def late_steps(data: Data, made: list[DraftId]) -> Iterator[Step]:
    """An invoice is reminded, or its customer contests it."""
    if "reminded" in data:
        yield at(data["reminded"], 13, lambda teller: _remind(teller, InvoiceId(made[0])))
    if "disputed" in data:
        ask = data["disputed"]
        yield at(
            ask["on"],
            14,
            lambda teller: teller.act(
                CLERK, open_dispute, OpenDispute(invoice=InvoiceId(made[0]), reason=ask["reason"])
            ),
        )


def _remind(teller: Teller, invoice: InvoiceId) -> None:
    """Send what would be sent on that day."""
    by = reminding(teller.books, UNIT, FixedClock(teller.moment).today())
    wanted = tuple(
        Wanted(invoice=invoice, step=one.step, total=one.total)
        for one in proposals(late_invoices(teller.books, (invoice,)), by)
    )
    teller.act(CLERK, send_reminders, SendReminders(reminders=wanted, texts_in=teller.texts_in))
