"""The sentences of what a buyer asks of its invoices; no Qt."""

from collections.abc import Mapping

from subcontract.problems import Code
from subcontract.words import N_

BUYER_SENTENCES: Mapping[Code, tuple[str, ...]] = {
    Code.BUYER_VAT_ID_NEEDED: (
        N_(
            "Reverse charge needs the customer's VAT number: add the business ID or the foreign VAT number "
            "on the customer's page."
        ),
    ),
    Code.OTHER_CUSTOMER: (N_("Only drafts of the same customer can be put together. Nothing was changed."),),
    Code.RATE_CHANGED: (
        N_(
            "The rate of VAT has changed since this prepayment was drafted on {day}. Discard the draft "
            "and make it anew."
        ),
        N_("The rate of VAT has changed since this was drafted. Discard the draft and make it anew."),
    ),
    Code.ONE_OF_TWO: (N_("Write either a per cent or a sum, not both."),),
    Code.DAY_NOT_IN_EVERY_MONTH: (
        N_("Not every month has this day. Choose a day up to the 27th, or the last day of the month."),
    ),
    Code.PREPAYMENT_USED: (
        N_(
            "More would be taken off than is left of the prepayment on invoice {number}: it has been "
            "credited or taken off elsewhere. Nothing was changed."
        ),
        N_("More would be taken off than is left of the prepayment. Nothing was changed."),
    ),
    Code.ORDER_NUMBER_NEEDED: (
        N_("{name} takes no invoice without an order number. Write it here or on the job."),
        N_("The customer takes no invoice without an order number."),
    ),
    Code.BUYER_REFERENCE_NEEDED: (
        N_("{name} takes no invoice without its reference. Write it here or on the customer's page."),
        N_("The customer takes no invoice without its reference."),
    ),
    Code.COST_CENTRE_NEEDED: (
        N_("{name} takes no invoice without its cost centre. Write it here or on the customer's page."),
        N_("The customer takes no invoice without its cost centre."),
    ),
    Code.ADDRESS_NEEDED: (
        N_(
            "{name} has no address. An invoice over {limit} must have the customer's address: add it on the "
            "customer's page."
        ),
        N_("The customer's address is missing."),
    ),
    Code.E_INVOICE_ASKED: (
        N_("{name} takes e-invoices, yet its invoices are made on paper. Change it on the customer's page."),
        N_("The customer takes e-invoices."),
    ),
    Code.E_INVOICE_ADDRESS_MISSING: (
        N_(
            "{name} is a public body: it may ask for an e-invoice (act 241/2019, section 4). Its e-invoice "
            "address is missing."
        ),
        N_("A public body may ask for an e-invoice. Its e-invoice address is missing."),
    ),
}
