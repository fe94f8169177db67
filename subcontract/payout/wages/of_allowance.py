"""Withholding from the part of an allowance that is above the tax-free limit and paid as taxable."""

from collections.abc import Mapping
from dataclasses import replace

from subcontract import rules
from subcontract.days import Month
from subcontract.ids import ClientId
from subcontract.payout.calculate import Result
from subcontract.payout.wage_records import WageSums
from subcontract.payout.wages.facts import PayingFacts
from subcontract.payout.wages.grounds import Grounds
from subcontract.payout.wages.terms import Agreements
from subcontract.payout.wages.withholding import CardUse, withhold


def with_withholding(
    results: Mapping[ClientId, Result], month: Month, paying: PayingFacts
) -> dict[ClientId, Result]:
    """Withhold by the tax card from what is taxable of each allowance.

    It is no pay of an employment, so there are no contributions of it, neither the person's nor the
    provider's: KHO 24.3.1988 (B 582) found such benefits to be no pay.
    """
    pay_day = rules.pay_day(paying.pay_day).value
    grounds = Grounds(month, Agreements(()), paying, pay_day)
    found = dict(results)
    for client, result in results.items():
        if result.taxable:
            ground = grounds.of(client, result.taxable, result.lines)
            held = withhold(result.taxable, ground.ground, pay_day)
            sums = replace(
                result.wage or WageSums(),
                withholding=held.amount,
                tax_card=ground.ground.card if isinstance(ground.ground, CardUse) else None,
                card_used=held.used,
            )
            found[client] = replace(
                result,
                lines=(*result.lines, *held.lines),
                warnings=result.warnings | ground.warnings,
                wage=sums,
            )
    return found
