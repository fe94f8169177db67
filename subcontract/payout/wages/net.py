"""From a payment to the net: withholding, contributions, employer's costs, all with their lines."""

from dataclasses import dataclass, field
from datetime import date

from subcontract import rules
from subcontract.money import ZERO, Money
from subcontract.payout.records import PayoutLine
from subcontract.payout.wages import lines
from subcontract.payout.wages.contributions import Bases, Contributions, Employer, contributions
from subcontract.payout.wages.withholding import Ground, Small, Withheld, withhold
from subcontract.problems import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class PayAsk:
    """One payment to one person. The pay day decides every rate."""

    pay_day: date
    born: date | None
    wages: Money
    """Taxable pay of an employment, holiday compensation included."""
    fees: Money = ZERO
    """Fees without employment."""
    ground: Ground
    fees_insured: bool = False
    """Whether the payer insures fees too: a public one does (JuEL 4 § 2 mom 4 k)."""
    pension_insured: bool = True
    """False for pay below a private employer's limit of insurance (TyEL 4 §)."""
    employer: Employer = field(default_factory=Employer)
    never_owing: bool = False
    """Withhold no more than the contributions leave; otherwise no more than the payment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetOfPay:
    """What one payment comes to."""

    taxable: Money
    withheld: Withheld
    contributions: Contributions
    net: Money
    protected: Money | None
    """What of the net an attachment leaves alone; ``None`` where the year's figure is not known."""
    lines: tuple[PayoutLine, ...]
    """What is withheld (below zero), then the employer's costs and what is only told."""


def net_pay(ask: PayAsk) -> NetOfPay:
    """Reckon one payment.

    No employer's health insurance contribution is paid of fees without employment, nor of a single
    occasional payment so small that nothing is withheld (771/2016 4-5 §); no unemployment insurance
    of fees (555/1998 12 §).
    """
    taxable = ask.wages + ask.fees
    pension = ask.wages + (ask.fees if ask.fees_insured else ZERO)
    bases = Bases(
        pension=pension if ask.pension_insured else ZERO,
        unemployment=ask.wages,
        health=ZERO if isinstance(ask.ground, Small) else ask.wages,
        pension_insured=ask.pension_insured,
    )
    paid = contributions(bases, ask.pay_day, ask.born, ask.employer)
    left = taxable - paid.pension - paid.unemployment
    withheld = withhold(taxable, ask.ground, ask.pay_day, left if ask.never_owing else None)
    net = left - withheld.amount
    protected = protected_line(net, ask.pay_day)
    return NetOfPay(
        taxable=taxable,
        withheld=withheld,
        contributions=paid,
        net=net,
        protected=protected.amount if protected else None,
        lines=(*withheld.lines, *paid.lines, *((protected,) if protected else ())),
    )


def protected_line(net: Money, pay_day: date) -> PayoutLine | None:
    """What of a month's net pay an attachment leaves alone, for information."""
    try:
        most = rules.protected_pay(pay_day)
    except Refused:  # of the years before it was read; nothing that is paid hangs on it
        return None
    return PayoutLine(
        what=lines.PROTECTED,
        basis=net.amount,
        basis_unit=lines.EUROS,
        amount=max(ZERO, min(net, most.value)),
        rule=most.rule,
        valid_from=most.valid_from,
        source=f"{most.basis}; {most.source}",
    )
