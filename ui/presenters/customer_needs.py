"""Fields of a customer that tell what must stand on its invoices; no Qt."""

from subcontract.jobs.customer import CustomerKind
from subcontract.jobs.customer_check import LONGEST_COST_CENTRE
from subcontract.words import N_
from ui.presenters.forms.fields import FieldKind, FieldSpec

GROUP = N_("What every invoice must have")
VAT_ID = FieldSpec(
    name="vat_id",
    label=N_("VAT number"),
    max_length=20,
    help=N_("Of a foreign customer, with its country: EE100931558."),
)
NEEDS = (
    FieldSpec(
        name="needs_order_number",
        label=N_("Order number is needed"),
        kind=FieldKind.FLAG,
        group=GROUP,
        help=N_("An invoice without it is not issued."),
    ),
    FieldSpec(
        name="needs_buyer_reference",
        label=N_("Buyer's reference is needed"),
        kind=FieldKind.FLAG,
        group=GROUP,
        help=N_("An invoice without it is not issued."),
    ),
    FieldSpec(
        name="needs_cost_centre",
        label=N_("Buyer's cost centre is needed"),
        kind=FieldKind.FLAG,
        group=GROUP,
        help=N_("An invoice without it is not issued."),
    ),
    FieldSpec(
        name="cost_centre",
        label=N_("Buyer's cost centre"),
        group=GROUP,
        max_length=LONGEST_COST_CENTRE,
        help=N_("Stands on every invoice unless the invoice says otherwise."),
    ),
)
PLAIN = tuple(spec.name for spec in (VAT_ID, *NEEDS))


def hidden_needs(kind: object, country: str) -> set[str]:
    """The fields that do not belong to such a customer: a household needs nothing on its invoices."""
    if kind is CustomerKind.HOUSEHOLD:
        return set(PLAIN)
    return {"vat_id"} if country.strip().upper() in {"", "FI"} else set()
