"""The wording of payout lines: marked texts, so that old lines are read the same for ever."""

from decimal import Decimal
from typing import Final

from subcontract.days import Month
from subcontract.money import Money
from subcontract.payout.records import PayoutLine
from subcontract.payout.tariffs import ClassRates
from subcontract.payout.work import WorkDay
from subcontract.words import N_

TARIFF_RULE: Final = "tariff"
POT_RULE: Final = "pot"
DIFFERENCE_RULE: Final = "difference"
CARRY_RULE: Final = "carry"
WITHHELD_RULES: Final = frozenset(
    {
        "withholding_limit_use",
        "withholding_without_card",
        "withholding_january",
        "withholding_small_payment",
        "pension_employee",
        "unemployment_employee",
    }
)
"""Rules by which a part of a payment is withheld: such lines stand below zero."""

WHOLE_DAY: Final = N_("Whole day")
HALF_DAY: Final = N_("Half day")
BY_HOUR: Final = N_("Hours of the day")
BY_PIECE: Final = N_("Pieces of the day")
POT_SHARE: Final = N_("Share of the group's sum: {job}")
CUT_OF_DAY: Final = N_("Above the tax-free limit of the day: cut")
CUT_OF_PERIOD: Final = N_("Above the tax-free average of the period: cut")
TAXABLE_OF_DAY: Final = N_("Above the tax-free limit of the day: taxable")
TAXABLE_OF_PERIOD: Final = N_("Above the tax-free average of the period: taxable")
TAXABLE: Final = frozenset({TAXABLE_OF_DAY, TAXABLE_OF_PERIOD})
DIFFERENCE: Final = N_("Correction of an earlier month, tax-free")
DIFFERENCE_TAXABLE: Final = N_("Correction of an earlier month, taxable")
CARRIED_ON: Final = N_("Below zero: carried over to the next pay run")
BROUGHT: Final = N_("Carried over from an earlier pay run")

DAY: Final = N_("day")
DAYS: Final = N_("days")
MINUTES: Final = N_("minutes")
PIECES: Final = N_("pieces")
SHARE: Final = N_("shares")
EUROS: Final = N_("euros")
"""The basis of a percentage: where a line's basis is in euros, its rate is in per cent."""


def earned(
    what: str,
    work: WorkDay,
    rates: ClassRates,
    *,
    basis: int,
    basis_unit: str,
    rate: Money,
    amount: Money,
) -> PayoutLine:
    """A line earned on a day by the tariff."""
    return PayoutLine(
        what=what,
        day=work.day,
        basis=Decimal(basis),
        basis_unit=basis_unit,
        rate=rate.amount,
        amount=amount,
        rule=TARIFF_RULE,
        valid_from=rates.tariff.days.first,
        source=rates.name,
        entries=work.sources,
    )


def difference(month: Month, amount: Money, *, taxable: bool) -> PayoutLine:
    """What an earlier month now gives above, or below, what was paid for it."""
    return PayoutLine(
        what=DIFFERENCE_TAXABLE if taxable else DIFFERENCE,
        day=month.first,
        amount=amount,
        rule=DIFFERENCE_RULE,
    )


def carry(what: str, amount: Money) -> PayoutLine:
    """A rest below zero, on its way from one run to the next."""
    return PayoutLine(what=what, amount=amount, rule=CARRY_RULE)


def is_percentage(line: PayoutLine) -> bool:
    """Whether a line's rate is in per cent of its basis; otherwise it is euros of a unit."""
    return line.basis_unit == EUROS


def is_taxable_difference(line: PayoutLine) -> bool:
    """Whether a difference line belongs to the taxable part."""
    return line.what == DIFFERENCE_TAXABLE


def month_of_difference(line: PayoutLine) -> Month | None:
    """The earlier month that a line corrects, ``None`` for every other line."""
    return Month.of(line.day) if line.rule == DIFFERENCE_RULE and line.day else None
