"""The sentences of problems with late interest, reminders and the terms of invoicing; no Qt."""

from collections.abc import Mapping

from subcontract.problems import Code
from subcontract.words import N_

REMINDER_SENTENCES: Mapping[Code, tuple[str, ...]] = {
    Code.RATE_UNKNOWN: (
        N_(
            "The reference rate of late interest for {first}–{last} is not known. Write it in in Settings, "
            "Invoicing, once the Bank of Finland has told it."
        ),
        N_("There is no known rate for this. Choose another or check the date."),
    ),
    Code.DISPUTED: (N_("The invoice is disputed. End the dispute first."),),
    Code.REMINDER_TOO_EARLY: (
        N_("This can be reminded from {day} on."),
        N_("It is too early to remind of this."),
    ),
    Code.NOT_A_HALF_YEAR: (N_("A half-year begins on 1 January or 1 July."),),
    Code.RATE_KNOWN: (N_("The program knows the rate of this half-year already: see Rules."),),
    Code.COMPENSATION_NOT_ALLOWED: (
        N_(
            "The compensation belongs to claims under act 30/2013. Choose late interest by 4 a § first, if "
            "that act applies to your sales."
        ),
    ),
}
