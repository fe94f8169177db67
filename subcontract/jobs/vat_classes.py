"""Classes of VAT that work may have: a rate of the day, or a code that charges none, with its ground.

An exempt class may name its ground after a colon (``E:VATEX-EU-132-1G``): the code of the e-invoice, to
which a sentence for the paper belongs. Plain ``E`` leaves the ground to be written on each invoice.
"""

from dataclasses import dataclass
from typing import Final

from subcontract.words import N_

EXEMPT: Final = "E"
REVERSE_CHARGE: Final = "AE"
ZERO: Final = "Z"
VAT_CODES: Final = frozenset({EXEMPT, REVERSE_CHARGE, ZERO})


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """A ground on which a registered seller charges no VAT."""

    code: str
    """Of the code list VATEX of EN 16931."""
    name: str
    """As it is chosen from a list; marked text."""
    sentence: str
    """What the invoice says (VAT Act 1501/1993, 209 e §, point 11); marked text."""


EXEMPTIONS: Final = (
    Exemption(
        code="VATEX-EU-132-1G",
        name=N_("Exempt: social welfare services"),
        sentence=N_("social welfare service, VAT Act, sections 37 and 38"),
    ),
    Exemption(
        code="VATEX-EU-132-1C",
        name=N_("Exempt: health and medical care"),
        sentence=N_("health and medical care, VAT Act, sections 34 to 36"),
    ),
    Exemption(
        code="VATEX-EU-132-1I",
        name=N_("Exempt: education"),
        sentence=N_("education, VAT Act, sections 39 and 40"),
    ),
    Exemption(
        code="VATEX-EU-135-1",
        name=N_("Exempt: renting of premises"),
        sentence=N_("renting of premises, VAT Act, section 27"),
    ),
)
BY_CODE: Final = {one.code: one for one in EXEMPTIONS}
RATES: Final = ("general", "reduced", "reduced2")
VAT_CLASSES: Final = (
    *RATES,
    REVERSE_CHARGE,
    ZERO,
    EXEMPT,
    *(f"{EXEMPT}:{one.code}" for one in EXEMPTIONS),
)


def code_of(vat_class: str) -> str:
    """The code of a class that charges no VAT (``E``, ``AE``, ``Z``); empty when it has a rate."""
    code = vat_class.partition(":")[0]
    return code if code in VAT_CODES else ""


def ground_of(vat_class: str) -> Exemption | None:
    """The ground that an exempt class names."""
    return BY_CODE.get(vat_class.partition(":")[2])
