"""What a buyer asks of its invoices: what must stand on them, and how it takes them."""

from collections.abc import Iterator
from datetime import date

from subcontract.invoicing.records import Draft, Party
from subcontract.jobs.customer import Customer, CustomerKind, EInvoiceFormat
from subcontract.money import Money
from subcontract.problems import Code, Problem
from subcontract.rules import simplified_invoice


def buyer_of(customer: Customer) -> Party:
    """The customer as it is today; a household has no business id and no VAT id."""
    household = customer.kind is CustomerKind.HOUSEHOLD
    business_id = "" if household else customer.business_id
    return Party(
        name=customer.name,
        business_id=business_id,
        vat_id="" if household else vat_id_of(customer),
        address=customer.address,
        contact_name=customer.contact_name,
        email=customer.email,
        phone=customer.phone,
        e_invoice_address=customer.e_invoice_address,
        e_invoice_operator=customer.e_invoice_operator,
    )


def vat_id_of(customer: Customer) -> str:
    """The VAT id that was written down, else the Finnish one that follows from the business id."""
    return customer.vat_id or (f"FI{customer.business_id}" if customer.business_id else "")


def missing(draft: Draft, customer: Customer, total: Money, on: date) -> Iterator[Problem]:
    """What the buyer, or the law, asks to stand on the invoice and does not.

    A buyer's name is enough up to the limit of the simplified invoice (VAT Act 209 e § and 209 f §).
    """
    if customer.needs_order_number and not draft.order_number.strip():
        yield Problem(code=Code.ORDER_NUMBER_NEEDED, field="order_number", facts={"name": customer.name})
    if customer.needs_buyer_reference and not draft.buyer_reference.strip():
        yield Problem(
            code=Code.BUYER_REFERENCE_NEEDED, field="buyer_reference", facts={"name": customer.name}
        )
    if customer.needs_cost_centre and not draft.buyer_cost_centre.strip():
        yield Problem(code=Code.COST_CENTRE_NEEDED, field="buyer_cost_centre", facts={"name": customer.name})
    if not customer.address.town.strip() and total > simplified_invoice(on).value:
        limit = simplified_invoice(on).value
        yield Problem(code=Code.ADDRESS_NEEDED, facts={"name": customer.name, "limit": limit})


def warnings(customer: Customer) -> tuple[Problem, ...]:
    """What is allowed and worth a look: a buyer who takes e-invoices gets paper.

    A public buyer may ask for an e-invoice by the European standard (act 241/2019, 4 §).
    """
    if customer.e_invoice_format is not EInvoiceFormat.PAPER:
        return ()
    if customer.kind is CustomerKind.PUBLIC or customer.e_invoice_address:
        code = Code.E_INVOICE_ASKED if customer.e_invoice_address else Code.E_INVOICE_ADDRESS_MISSING
        return (Problem(code=code, field="e_invoice_address", facts={"name": customer.name}),)
    return ()
