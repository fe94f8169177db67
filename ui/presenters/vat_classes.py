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
SOCIAL = "E:VATEX-EU-132-1G"
VAT_LAW = {
    "AE": N_(
        "Only for construction work, also cleaning of a building site, sold to a buyer who itself sells "
        "construction work (VAT Act, section 8 c). The buyer must have a VAT number. Packing, assembly, yard "
        "work and ordinary cleaning are not construction work."
    ),
    "E": N_("The ground is written on each invoice (VAT Act, section 209 e)."),
    SOCIAL: N_(
        "Only what is social care itself (VAT Act, sections 37 and 38). Results of work sold to outside "
        "customers are not: they are taxable (KHO 1995 T 4976, KHO 1989/268)."
    ),
}
"""What the law says beside a choice."""
