"""The lines of a payout in their parts: earned, withheld, the employer's costs, and what is only told."""

from dataclasses import dataclass, replace

from subcontract.payout.lines import WITHHELD_RULES
from subcontract.payout.records import Payout, PayoutLine
from subcontract.payout.wages.lines import EMPLOYER_RULES, PROTECTED_RULE


@dataclass(frozen=True, slots=True, kw_only=True)
class LineParts:
    """Lines in the order in which they were stored."""

    earned: tuple[PayoutLine, ...]
    """What is earned or paid back, with corrections, cuts and rests: these sum to what is paid."""
    withheld: tuple[PayoutLine, ...]
    employer: tuple[PayoutLine, ...]
    told: tuple[PayoutLine, ...]


def parts_of(payout: Payout) -> LineParts:
    """Tell the lines of a payout apart."""
    apart = WITHHELD_RULES | EMPLOYER_RULES | {PROTECTED_RULE}
    return LineParts(
        earned=tuple(line for line in payout.lines if line.rule not in apart),
        withheld=tuple(line for line in payout.lines if line.rule in WITHHELD_RULES),
        employer=tuple(line for line in payout.lines if line.rule in EMPLOYER_RULES),
        told=tuple(line for line in payout.lines if line.rule == PROTECTED_RULE),
    )


def gross_alone(payout: Payout) -> Payout:
    """A payout without what is withheld and paid on top: where a payroll reckons these, ours are no facts."""
    return replace(payout, lines=parts_of(payout).earned, wage=None)
