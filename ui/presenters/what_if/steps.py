"""How a person's wage of the comparison comes about, line by line, for Miksi?; no Qt."""

from subcontract.money import Money
from subcontract.payout.records import PayoutLine
from subcontract.payout.wage_records import PayCode
from subcontract.payout.wages import lines
from subcontract.payout.wages.earned import hours_line
from subcontract.payout.what_if.ask import Person, WhatIfAsk
from subcontract.payout.what_if.people import net_of
from subcontract.words import N_, Texts
from ui.presenters.working import Step, step_of

OF_EMPLOYEE = 2
"""The first contributions are the employee's own; the rest are the employer's."""


def wage_steps(person: Person, ask: WhatIfAsk, texts: Texts) -> tuple[Step, ...]:
    """Hours, holiday compensation, what is withheld, and what is in hand."""
    pay = hours_line(ask.minutes, ask.hourly.amount)
    holiday = _compensation(pay.amount, ask)
    net = net_of(person, pay.amount + holiday.amount, ask)
    withheld = (*net.withheld.lines, *net.contributions.lines[:OF_EMPLOYEE])
    earned = tuple(step_of(line, texts, wage=True) for line in (pay, holiday))
    taken = tuple(step_of(line, texts, wage=True) for line in withheld)
    return (
        *earned,
        _sum(N_("Before what is withheld"), net.taxable, texts),
        *taken,
        _sum(N_("In hand in a month"), net.net, texts),
    )


def _compensation(pay: Money, ask: WhatIfAsk) -> PayoutLine:
    return PayoutLine(
        what=lines.COMPENSATION,
        basis=pay.amount,
        basis_unit=lines.EUROS,
        rate=ask.holiday,
        amount=pay.percent(ask.holiday),
        rule=PayCode.HOLIDAY_COMPENSATION.value,
    )


def _sum(what: str, amount: Money, texts: Texts) -> Step:
    return Step(what=texts.say(what), amount=texts.money(amount), is_sum=True)
