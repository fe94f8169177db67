"""The demo centre's accounts are written in, and months go to accounting; no Qt."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from subcontract.actions.export_ledger import ExportLedger, export_ledger
from subcontract.actions.ledger_facts import ledger_facts
from subcontract.actions.save_invoicing_terms import SaveInvoicingTerms, save_invoicing_terms
from subcontract.ids import InvoicingTermsId, LedgerExportId
from subcontract.invoicing.sendings import LedgerPreset
from subcontract.invoicing.terms import BookedOn, InvoicingTerms, SalesAccount
from ui.demo.beginnings import CLERK
from ui.demo.data import UNIT, Data, days, demo_id
from ui.demo.steps import Step, Teller, at


def accounting_steps(told: Data) -> Iterator[Step]:
    """Accounts first, then a journal of each month that is told of."""
    yield at(told["set"], 9, partial(_set, told=told))
    for export in told["export"]:
        yield at(export["made"], 14, partial(_send, told=export))


def _set(teller: Teller, told: Data) -> None:
    """Write the accounts in the terms of invoicing, whatever else stands in them."""
    kept = next(iter(teller.books.invoicing.terms.where(unit=UNIT)), None)
    terms = kept or InvoicingTerms(id=InvoicingTermsId(demo_id("terms", "rantapaja")), unit=UNIT)
    accounts = tuple(
        BookedOn(account=SalesAccount(name), number=number, vat_code=told["vat_codes"].get(name, ""))
        for name, number in told["accounts"].items()
    )
    now = replace(terms, accounts=accounts, cost_centre=told["cost_centre"])
    teller.act(CLERK, save_invoicing_terms, SaveInvoicingTerms(terms=now))


def _send(teller: Teller, told: Data) -> None:
    """Send what has been looked at."""
    period = days(told)
    control = ledger_facts(teller.books, UNIT, period).control
    ask = ExportLedger(
        period=period,
        preset=LedgerPreset.JOURNAL,
        language="fi",
        texts_in=teller.texts_in,
        vouchers=control.vouchers,
        debit=control.debit,
        id=LedgerExportId(demo_id("journal", str(period.first))),
    )
    teller.act(CLERK, export_ledger, ask)
