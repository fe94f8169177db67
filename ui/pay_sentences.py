"""The sentences of problems with employment, benefits and wage subsidies; no Qt."""

from collections.abc import Mapping

from subcontract.problems import Code
from subcontract.words import N_

PAY_SENTENCES: Mapping[Code, tuple[str, ...]] = {
    Code.OTHER_PERSON: (N_("This belongs to another person. Nothing was saved. Check whose it is."),),
    Code.NO_EMPLOYMENT: (
        N_("There is no employment agreement on {day}. Make the agreement first."),
        N_("There is no employment agreement on this day. Make the agreement first."),
    ),
    Code.EMPLOYMENT_BEFORE_DECISION: (
        N_(
            "The employment begins on {start}, and the decision is of {decided}. No subsidy is paid when the "
            "employment begins before the decision or on its day."
        ),
        N_("No subsidy is paid when the employment begins before the decision or on its day."),
    ),
    Code.OUTSIDE_PERIOD: (
        N_("This is outside the period from {first} to {last}."),
        N_("This is outside the period."),
    ),
    Code.FILE_OUT_OF_DATE: (
        N_(
            "This file no longer is what the run pays: somebody was reopened, or an account was added. "
            "Make it anew."
        ),
    ),
    Code.PAY_NOT_APPROVED: (
        N_("The wages of this month have not been approved yet. Approve the pay run first."),
    ),
}
"""By code, as ``problem_sentences.SENTENCES``."""
