"""What the payer should look at, as stable codes kept with each payout."""

from enum import StrEnum


class PayWarning(StrEnum):
    """A warning stops nothing: a person looks and decides."""

    IBAN_MISSING = "iban_missing"
    NEAR_LIMIT = "near_limit"
    """The average of a day is close to the tax-free limit."""
    CUT_MADE = "cut_made"
    TAXABLE_PART = "taxable_part"
    NO_TARIFF = "no_tariff"
    """No tariff is in force on some attended day."""
    NO_TARIFF_CLASS = "no_tariff_class"
    """The client has no tariff class on some attended day, or the tariff has no such class."""
    NO_FORM_OF_WORK = "no_form_of_work"
    """Nothing has been agreed of the form of work for some attended day: the day is not paid."""
    DAY_NOT_COMPLETE = "day_not_complete"
    POT_NOT_SHARED = "pot_not_shared"
    """Nobody had a weight by which a pot or a group's result could be shared."""
    PAID_ELSEWHERE = "paid_elsewhere"
    """Some hours were paid in the other ledger and are left out."""
    CORRECTED = "corrected"
    """An earlier month was corrected: see the difference lines."""
    CARRIED_OVER = "carried_over"
    """The result was below zero; nothing is paid and the rest waits for the next run."""
