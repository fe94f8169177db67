"""The wording of wage lines: marked texts, so that old lines are read the same for ever.

A line's ``rule`` tells its kind. Of what is earned it is the ``PayCode``; of what is withheld, of the
employer's costs and of information it is the dated rule, or the setting, that it follows. Where the
basis is in euros, the rate is in per cent. What is withheld stands below zero, so that the lines that
are earned, paid back and withheld sum to the net pay.
"""

from decimal import Decimal
from typing import Final

from subcontract.days import Month
from subcontract.money import Money
from subcontract.payout import lines as ledger_lines
from subcontract.payout.expenses import WORDS as EXPENSE_WORDS
from subcontract.payout.records import PayoutLine
from subcontract.payout.wage_records import PayCode
from subcontract.rules import Ruled
from subcontract.words import N_

MINUTES, PIECES, SHARE = ledger_lines.MINUTES, ledger_lines.PIECES, ledger_lines.SHARE
EUROS, is_percentage = ledger_lines.EUROS, ledger_lines.is_percentage
DIFFERENCE_RULE, CARRY_RULE = ledger_lines.DIFFERENCE_RULE, ledger_lines.CARRY_RULE
TIMES: Final = N_("times")

# --- earned ----------------------------------------------------------------------------------

HOURS: Final = N_("Hours: {job}")
HOURS_ALONE: Final = N_("Minutes at the pay of an hour")
SUM_ALONE: Final = N_("Sum as typed")
HOURS_LOWERED: Final = N_("Hours: {job}; the hourly base is lowered by the agreed work capacity")
PIECES_MADE: Final = N_("Pieces: {job}")
POT_SHARE: Final = ledger_lines.POT_SHARE
FLOOR: Final = N_("Made up to the hourly base: {job}")
SUNDAY: Final = N_("Sunday work, increment of {percent} per cent: {job}")
HOLIDAY: Final = N_("Work on a public holiday, increment of {percent} per cent: {job}")
FEE_OF_TIMES: Final = N_("Fee of each time: {job}")
FEE_OF_HOURS: Final = N_("Fee by the hour: {job}")
COMPENSATION: Final = N_("Holiday compensation of pay for time at work")
COMPENSATION_AT_END: Final = N_("Holiday compensation at the end of the employment, {first}-{last}")
COMPENSATION_LATER: Final = N_("Counts into holiday compensation, which is paid at the end")

TYPED: Final = {
    PayCode.SICK_PAY: (N_("Sick pay"), N_("Sick pay: {text}")),
    PayCode.PAID_ABSENCE: (N_("Paid absence"), N_("Paid absence: {text}")),
    PayCode.OTHER_WAGE: (N_("Other wage"), N_("Other wage: {text}")),
    PayCode.OVERTIME_INCREMENT: (N_("Increment of overtime"), N_("Increment of overtime: {text}")),
    PayCode.FEE: (N_("Fee"), N_("Fee: {text}")),
    **EXPENSE_WORDS,
}
"""Without and with what was typed beside the sum."""

# --- withheld, employer's costs, information -------------------------------------------------

WITHHELD_RULES: Final = ledger_lines.WITHHELD_RULES
HEALTH_COST: Final = "health_employer"
UNEMPLOYMENT_COST: Final = "unemployment_employer"
PENSION_COST: Final = "employer_pension"
OTHER_COST: Final = "other_employer"
EMPLOYER_RULES: Final = frozenset({HEALTH_COST, UNEMPLOYMENT_COST, PENSION_COST, OTHER_COST})
PROTECTED_RULE: Final = "protected_pay"

BY_CARD: Final = N_("Withheld by the tax card, base percentage")
ABOVE_LIMIT: Final = N_("Withheld by the tax card above its income limit, additional percentage")
NO_CARD: Final = N_("Withheld without a tax card")
LAST_YEARS: Final = N_("Withheld in January by last year's percentage: this year's is not known")
SMALL: Final = N_("Single occasional payment: nothing is withheld")
PENSION: Final = N_("Employee's pension contribution")
PENSION_NOT_AT_AGE: Final = N_("Employee's pension contribution: not at this age")
PENSION_UNDER_THRESHOLD: Final = N_("Employee's pension contribution: pay below the limit of insurance")
UNEMPLOYMENT: Final = N_("Employee's unemployment insurance contribution")
UNEMPLOYMENT_NOT_AT_AGE: Final = N_("Employee's unemployment insurance contribution: not at this age")
HEALTH_OF_EMPLOYER: Final = N_("Employer's health insurance contribution")
UNEMPLOYMENT_OF_EMPLOYER: Final = N_("Employer's unemployment insurance contribution")
PENSION_OF_EMPLOYER: Final = N_("Employer's own share of the pension contribution")
OTHER_OF_EMPLOYER: Final = N_("Employer's accident and group life insurance")
PROTECTED: Final = N_("Part of the net pay that attachment leaves alone; no dependants counted")

# --- corrections and rests -------------------------------------------------------------------

DIFFERENCES: Final = {
    PayCode.HOURS: N_("Correction of an earlier month: hours"),
    PayCode.PIECES: N_("Correction of an earlier month: pieces"),
    PayCode.POT: N_("Correction of an earlier month: share of the group's sum"),
    PayCode.FLOOR: N_("Correction of an earlier month: made up to the hourly base"),
    PayCode.SUNDAY: N_("Correction of an earlier month: Sunday increment"),
    PayCode.HOLIDAY: N_("Correction of an earlier month: increment of a public holiday"),
    PayCode.SICK_PAY: N_("Correction of an earlier month: sick pay"),
    PayCode.PAID_ABSENCE: N_("Correction of an earlier month: paid absence"),
    PayCode.OTHER_WAGE: N_("Correction of an earlier month: other wage"),
    PayCode.OVERTIME_INCREMENT: N_("Correction of an earlier month: increment of overtime"),
    PayCode.HOLIDAY_COMPENSATION: N_("Correction of an earlier month: holiday compensation"),
    PayCode.FEE: N_("Correction of an earlier month: fee"),
    PayCode.BUS_TICKET: N_("Correction of an earlier month: tickets"),
    PayCode.KILOMETRES: N_("Correction of an earlier month: kilometres"),
}
CODE_OF_DIFFERENCE: Final = {what: code for code, what in DIFFERENCES.items()}
CARRIED_PAY: Final = N_("Pay below zero: carried over to the next pay run")
CARRIED_FEES: Final = N_("Fees below zero: carried over to the next pay run")
CARRIED_EXPENSES: Final = N_("Costs below zero: carried over to the next pay run")
BROUGHT_PAY: Final = N_("Pay carried over from an earlier pay run")
BROUGHT_FEES: Final = N_("Fees carried over from an earlier pay run")
BROUGHT_EXPENSES: Final = N_("Costs carried over from an earlier pay run")


def code_of(line: PayoutLine) -> PayCode | None:
    """What of a line is earned or paid back: its own kind, or the kind that a correction is of."""
    if line.rule == DIFFERENCE_RULE:
        return CODE_OF_DIFFERENCE.get(line.what)
    return PayCode(line.rule) if line.rule in CODES else None


CODES: Final = frozenset(code.value for code in DIFFERENCES)


def is_told_only(line: PayoutLine) -> bool:
    """Whether a line changes no payment: the employer's costs, and what is for information."""
    return line.rule in EMPLOYER_RULES or line.rule == PROTECTED_RULE


def difference(code: PayCode, month: Month, amount: Money) -> PayoutLine:
    """What an earlier month now gives above, or below, what was paid for it, of one kind."""
    return PayoutLine(what=DIFFERENCES[code], day=month.first, amount=amount, rule=DIFFERENCE_RULE)


def ruled(what: str, basis: Money, by: Ruled[Decimal], amount: Money) -> PayoutLine:
    """A percentage that a dated rule gives."""
    return PayoutLine(
        what=what,
        basis=basis.amount,
        basis_unit=EUROS,
        rate=by.value,
        amount=amount,
        rule=by.rule,
        valid_from=by.valid_from,
        source=f"{by.basis}; {by.source}",
    )
