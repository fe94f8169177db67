"""Checks a customer's record before it is saved, and notices one that is already there."""

from collections.abc import Iterable
from dataclasses import replace

from subcontract.codes import (
    business_id,
    e_invoice_address,
    e_invoice_operator,
    vat_id_of_any_country,
)
from subcontract.jobs.customer import Customer, CustomerKind
from subcontract.people.findings import Findings
from subcontract.people.likeness import alike
from subcontract.problems import Code, Problem

MOST_TERM = 60
"""Days; longer terms are not lawful from public customers (act 30/2013, 4 §)."""
LONGEST_COST_CENTRE = 40
AGREED_TERM = 30
"""Days; a longer term must be expressly agreed (act 30/2013, 4-5 §)."""
MUST_HAVE_ID = frozenset((CustomerKind.FIRM, CustomerKind.PUBLIC))
"""An association need not be registered, and a household has no business id."""


def checked_customer(customer: Customer) -> Customer:
    """The customer as it is stored; refuses with every problem found."""
    found = Findings()
    read = replace(
        customer,
        name=found.line(customer.name, "name", required=True),
        business_id=found.read(business_id, customer.business_id, "business_id"),
        address=found.address(customer.address),
        contact_name=found.line(customer.contact_name, "contact_name"),
        email=found.email(customer.email),
        phone=found.phone(customer.phone),
        e_invoice_address=found.read(e_invoice_address, customer.e_invoice_address, "e_invoice_address"),
        e_invoice_operator=found.read(e_invoice_operator, customer.e_invoice_operator, "e_invoice_operator"),
        vat_id=found.read(vat_id_of_any_country, customer.vat_id, "vat_id"),
        buyer_reference=found.line(customer.buyer_reference, "buyer_reference"),
        cost_centre=found.line(customer.cost_centre, "cost_centre", longest=LONGEST_COST_CENTRE),
        language=found.language(customer.language),
        note=found.note(customer.note, "note"),
    )
    found.between(customer.payment_term_days, "payment_term_days", 0, MOST_TERM)
    _check_id(read, found)
    _check_e_invoice(read, found)
    found.refuse_any()
    return read


def _check_id(customer: Customer, found: Findings) -> None:
    """A Finnish firm and a public body have a business id; a household has none."""
    if customer.kind is CustomerKind.HOUSEHOLD and customer.business_id:
        found.add(Code.NOT_FOR_HOUSEHOLD, "business_id")
    if customer.kind is CustomerKind.HOUSEHOLD and customer.vat_id:
        found.add(Code.NOT_FOR_HOUSEHOLD, "vat_id")
    if customer.vat_id.startswith("FI") and customer.vat_id != f"FI{customer.business_id}":
        found.add(Code.BAD_VAT_ID, "vat_id", reason="number")
    if customer.kind in MUST_HAVE_ID and customer.address.country == "FI" and not customer.business_id:
        found.add(Code.REQUIRED, "business_id")


def _check_e_invoice(customer: Customer, found: Findings) -> None:
    """An e-invoice finds its way by address and operator together."""
    if customer.e_invoice_address and not customer.e_invoice_operator:
        found.add(Code.REQUIRED, "e_invoice_operator")
    if customer.e_invoice_operator and not customer.e_invoice_address:
        found.add(Code.REQUIRED, "e_invoice_address")


def customer_warnings(customer: Customer) -> tuple[Problem, ...]:
    """What is allowed but worth a look."""
    if customer.payment_term_days > AGREED_TERM:
        return (Problem(code=Code.LONG_PAYMENT_TERM, field="payment_term_days"),)
    return ()


def clashes(
    customer: Customer, others: Iterable[Customer], before: Customer | None = None
) -> tuple[Problem, ...]:
    """Others with the same business id (never allowed) or a similar name (to be confirmed).

    A name that stays as it was ``before`` has been confirmed already.
    """
    problems: list[Problem] = []
    renamed = before is None or before.name != customer.name
    for other in others:
        if other.id == customer.id:
            continue
        facts = {"name": f"{other.name} ({other.number})"}
        if customer.business_id and other.business_id == customer.business_id:
            problems.append(Problem(code=Code.ALREADY_EXISTS, field="business_id", facts=facts))
        elif renamed and alike(customer.name, other.name):
            problems.append(Problem(code=Code.SIMILAR_NAME, field="name", facts=facts))
    return tuple(problems)
