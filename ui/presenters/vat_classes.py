"""The words of the VAT classes that work is sold under; no Qt."""

from subcontract.jobs.vat_classes import EXEMPT, EXEMPTIONS
from subcontract.words import N_

VAT_CLASSES = {
    "general": N_("General rate"),
    "reduced": N_("Reduced rate"),
    "reduced2": N_("Lowest rate"),
    "AE": N_("Reverse charge"),
    "Z": N_("Zero rate"),
    **{f"{EXEMPT}:{one.code}": one.name for one in EXEMPTIONS},
    "E": N_("Exempt, another ground"),
}
