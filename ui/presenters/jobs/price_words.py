"""The words of the price sheet: warnings, what a unit is, and how each line of the working is counted."""

from subcontract.jobs.job import Basis
from subcontract.pricing.sheet import PriceWarning
from subcontract.words import N_

WARNINGS = {
    PriceWarning.TENDER_IS_COMPETITION: N_(
        "The job comes from a tender. Taking part in a tender means a competitive market (act 611/2021, "
        "section 131). Ask the county's lawyer before making an offer."
    ),
    PriceWarning.MARKET_PRICE_MISSING: N_(
        "A public seller must sell at market price (act 611/2021, section 133). Write down what others ask."
    ),
    PriceWarning.MARKET_SOURCE_MISSING: N_("Write down where the market price is from, and of what day."),
    PriceWarning.BELOW_MARKET: N_(
        "The price is below the market price. A public seller must price at market level "
        "(act 611/2021, section 133)."
    ),
    PriceWarning.BELOW_COST: N_("The agreed price does not cover the cost."),
    PriceWarning.PAY_MISSING: N_(
        "The price has no pay of people in it. Write the wage of an hour, or the allowance of a day with "
        "people and days."
    ),
}
UNIT_WORDS = {
    Basis.PIECE: N_("Price of a piece"),
    Basis.HOUR: N_("Price of an hour"),
    Basis.DAY: N_("Price of a day"),
    Basis.FIXED: N_("Price of the whole"),
}
SUMS = frozenset(
    (
        *("Direct costs", "Cost: the lowest acceptable price", "Price"),
        *("Price at the rounded unit price", "Price with VAT"),
    )
)
"""Lines of the working that are sums; their texts are marked where they are made."""
PERCENTS = ("€", "%", "€")
EUROS_OF_HOURS = ("h", "€", "€")
UNITS = {
    "Hours of work: minutes of all pieces, by 60 and by the pace": ("min", "", "h"),
    "Hours of work": ("", "", "h"),
    "Wages of the hours": EUROS_OF_HOURS,
    "Allowances: people times days": ("", "€", "€"),
    "Holiday compensation": PERCENTS,
    "Employer's costs": PERCENTS,
    "Coach's hours": EUROS_OF_HOURS,
    "Coach's hours, a social service outside the price": EUROS_OF_HOURS,
    "Overhead on direct costs": PERCENTS,
    "Margin on the cost": PERCENTS,
    "Price of a unit, rounded up to the step": ("€", "", "€"),
    "Price at the rounded unit price": ("", "€", "€"),
    "Value added tax": PERCENTS,
}
"""What the basis, the rate and the amount of a line are counted in; the others are sums of euros."""
DIVISIONS = frozenset(
    (
        "Hours of work: minutes of all pieces, by 60 and by the pace",
        "Price of a unit, rounded up to the step",
    )
)
"""Lines whose amount is the first figure divided by the second."""
