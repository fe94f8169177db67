"""What the VAT act says of a provider of each kind, in and outside the register; no Qt."""

from datetime import date

from subcontract.invoicing.small_seller import ALWAYS_TAXABLE
from subcontract.rules import vat_small_business
from subcontract.words import N_, Texts


def law_of(kind: object, on: date, texts: Texts, *, registered: bool) -> str:
    """A sentence for the settings; nothing is said of an association or a company in the register."""
    if kind in ALWAYS_TAXABLE:
        if registered:
            return ""
        return texts.say(
            N_(
                "A wellbeing services county and a municipality pay VAT from the first euro (VAT Act, "
                "section 3, subsection 4): the limit of small business is not for them. Tick this."
            )
        )
    if registered:
        return ""
    limit = vat_small_business(on)
    return texts.say(
        N_(
            "No VAT is charged. An association and a company may stay outside the register while the sales "
            "of this calendar year and of the one before are at most {limit} each ({basis}). The program "
            "tells when the limit comes near."
        ),
        limit=limit.value,
        basis=limit.basis,
    )
