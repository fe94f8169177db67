"""The sentences of problems with accounting; no Qt."""

from collections.abc import Mapping

from subcontract.problems import Code
from subcontract.words import N_

LEDGER_SENTENCES: Mapping[Code, tuple[str, ...]] = {
    Code.ACCOUNT_MISSING: (
        N_("{title}: no account number. Write it in the settings of invoicing. Nothing was made."),
        N_("Account numbers are missing, so nothing was made. Write them in the settings of invoicing."),
    ),
    Code.LEDGER_UNBALANCED: (
        N_(
            "The rows of invoice {number} do not come to its total, so nothing was made. "
            "Tell support the number of the invoice."
        ),
        N_("The journal does not agree with the invoices, so nothing was made. Tell support."),
    ),
    Code.TOTALS_CHANGED: (
        N_("Something was recorded meanwhile, so nothing was made. Look at the new control totals first."),
    ),
}
"""By code, as ``problem_sentences.SENTENCES``."""
