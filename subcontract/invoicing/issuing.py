"""Makes an invoice of a draft: parties are copied in, sums reckoned, nothing is changed ever after."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from subcontract.codes import make_reference
from subcontract.ids import InvoiceId, StaffId
from subcontract.invoicing.buyers import buyer_of, missing
from subcontract.invoicing.records import Draft, Invoice, InvoiceKind, InvoiceLine, LineKind, Party
from subcontract.invoicing.totals import Totals, sum_up
from subcontract.jobs.customer import Customer
from subcontract.jobs.vat_classes import EXEMPT, RATES, REVERSE_CHARGE
from subcontract.money import ZERO
from subcontract.people.unit import Unit
from subcontract.problems import Code, Problem, Refused
from subcontract.rules import vat_rate

SERIES: Final = "invoice"
BEFORE_FIRST: Final = 1000
"""The first invoice is 1001: a reference needs at least three digits before its check digit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Who issues, when, and the place in the series."""

    place: int
    """1 for the first number of the series."""
    by: StaffId
    day: date
    at: datetime

    @property
    def number(self) -> int:
        """The number that stands on the paper."""
        return BEFORE_FIRST + self.place


def seller_of(unit: Unit) -> Party:
    """The provider as it is today; the firm is never the payer of the clients, nor they its sellers."""
    return Party(
        name=unit.provider,
        business_id=unit.business_id,
        vat_id=f"FI{unit.business_id}" if unit.vat_registered and unit.business_id else "",
        address=unit.address,
        email=unit.email,
        phone=unit.phone,
        iban=unit.iban,
        e_invoice_address=unit.e_invoice_address,
        e_invoice_operator=unit.e_invoice_operator,
    )


def totals_of(lines: tuple[InvoiceLine, ...]) -> Totals:
    """Sums of lines: VAT once for each rate."""
    return sum_up((line.vat, line.net) for line in lines)


def issued(
    draft: Draft, customer: Customer, unit: Unit, issue: Issue, replaced: Invoice | None = None
) -> Invoice:
    """The invoice of a draft; it keeps the draft's id, so a second press finds it.

    ``replaced`` is the credited invoice in whose place it comes.
    """
    totals = totals_of(draft.lines)
    return Invoice(
        id=InvoiceId(draft.id),
        kind=InvoiceKind.INVOICE,
        unit=draft.unit,
        customer=draft.customer,
        number=issue.number,
        day=issue.day,
        due=issue.day + timedelta(days=customer.payment_term_days),
        reference=make_reference(str(issue.number)).national,
        language=customer.language,
        seller=seller_of(unit),
        buyer=buyer_of(customer),
        lines=draft.lines,
        vat=totals.vat,
        net=totals.net,
        total=totals.total,
        order_number=draft.order_number,
        buyer_reference=draft.buyer_reference,
        note=draft.note,
        exemption=draft.exemption,
        exemption_code=draft.exemption_code,
        buyer_cost_centre=draft.buyer_cost_centre,
        attachments=draft.attachments,
        replaces=draft.replaces,
        original_number=replaced.number if replaced else None,
        original_day=replaced.day if replaced else None,
        by=issue.by,
        at=issue.at,
    )


def unissued(
    draft: Draft, customer: Customer, unit: Unit, issue: Issue, replaced: Invoice | None = None
) -> Invoice:
    """The invoice that a draft would be, to be looked at: it has no number and no reference."""
    return replace(issued(draft, customer, unit, issue, replaced), number=0, reference="")


def problems_of(draft: Draft, customer: Customer, unit: Unit, on: date) -> tuple[Problem, ...]:
    """What keeps a draft from being issued on a day."""
    problems: list[Problem] = []
    if not draft.lines:
        problems.append(Problem(code=Code.REQUIRED, field="lines"))
        return tuple(problems)
    total = totals_of(draft.lines).total
    if total < ZERO:
        problems.append(Problem(code=Code.NEGATIVE_TOTAL))
    codes = {line.vat for line in draft.lines}
    if REVERSE_CHARGE in codes and not buyer_of(customer).vat_id:
        problems.append(Problem(code=Code.BUYER_VAT_ID_NEEDED))
    if EXEMPT in codes and unit.vat_registered and not draft.exemption.strip():
        problems.append(Problem(code=Code.REQUIRED, field="exemption"))
    problems.extend(missing(draft, customer, total, on))
    problems.extend(_changed_rates(draft, on))
    return tuple(problems)


def _changed_rates(draft: Draft, on: date) -> Iterator[Problem]:
    """A prepayment is taxed by the day it is asked for: a draft that waited over a change is made anew."""
    for line in draft.lines:
        day = line.supplied.last
        if line.kind is LineKind.PREPAYMENT and not line.vat.isalpha():
            classes = [one for one in RATES if vat_rate(one, day).value == Decimal(line.vat)]
            if classes and all(vat_rate(one, on).value != Decimal(line.vat) for one in classes):
                yield Problem(code=Code.RATE_CHANGED, facts={"day": day})
                return


def must_be_issuable(draft: Draft, customer: Customer, unit: Unit, on: date) -> None:
    """Refuse with everything that is wrong."""
    problems = problems_of(draft, customer, unit, on)
    if problems:
        raise Refused(*problems)
