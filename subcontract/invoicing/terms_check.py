"""What must hold of a unit's terms of invoicing: no fee above the law's, no compensation without ground."""

from dataclasses import replace
from datetime import date
from typing import Final

from subcontract import rules
from subcontract.invoicing.terms import BookedOn, InvoicingTerms
from subcontract.people.findings import Findings
from subcontract.problems import Code
from subcontract.rules import Debtor, InterestAct

LONGEST_OPENING: Final = 500
LONGEST_REMINDER: Final = 1000
LONGEST_CODE: Final = 40
MOST_DAYS: Final = 365
LEAST_NEXT_DAYS: Final = 7
"""A reminder gives its reader at least a week to pay."""


def checked_terms(terms: InvoicingTerms, on: date) -> InvoicingTerms:
    """The terms as they are stored; refuses every fault beside its field."""
    found = Findings()
    fits = found.amount
    fits(terms.fee_business, "fee_business", rules.reminder_fee(Debtor.BUSINESS, on).value)
    fits(terms.fee_consumer, "fee_consumer", rules.reminder_fee(Debtor.CONSUMER, on).value)
    found.between(terms.first_reminder_days, "first_reminder_days", 1, MOST_DAYS)
    found.between(terms.next_reminder_days, "next_reminder_days", LEAST_NEXT_DAYS, MOST_DAYS)
    if terms.standard_compensation and terms.interest_act is not InterestAct.COMMERCIAL:
        found.add(Code.COMPENSATION_NOT_ALLOWED, "standard_compensation")
    read = replace(
        terms,
        opening=found.note(terms.opening, "opening", longest=LONGEST_OPENING),
        reminder_text=found.note(terms.reminder_text, "reminder_text", longest=LONGEST_REMINDER),
        cost_centre=found.line(terms.cost_centre, "cost_centre", longest=LONGEST_CODE),
        accounts=_accounts(terms, found),
    )
    found.refuse_any()
    return read


def _accounts(terms: InvoicingTerms, found: Findings) -> tuple[BookedOn, ...]:
    """The accounts that have a number or a code; each kind once."""
    kept: list[BookedOn] = []
    for one in terms.accounts:
        field = f"accounts.{one.account.value}"
        number = found.line(one.number, field, longest=LONGEST_CODE)
        vat_code = found.line(one.vat_code, f"{field}.vat_code", longest=LONGEST_CODE)
        if any(other.account is one.account for other in kept):
            found.add(Code.TWICE_IN_LIST, field)
        if number or vat_code:
            kept.append(replace(one, number=number, vat_code=vat_code))
    return tuple(kept)
