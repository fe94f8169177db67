"""What a statement says of its sum in easy language: the limit, tax and insurance, earlier months."""

from collections.abc import Iterator

from subcontract.money import ZERO, Money, total
from subcontract.papers.facts import StatementFacts
from subcontract.payout.lines import DIFFERENCE_RULE
from subcontract.payout.records import Ledger
from subcontract.words import N_, Texts


def _euros(texts: Texts, money: Money) -> str:
    """An amount with the word for its currency."""
    return texts.say(N_("{amount} euros"), amount=texts.number(money.amount, 2))


def about_limit(facts: StatementFacts, texts: Texts) -> Iterator[str]:
    """What the tax-free limit did to the sum."""
    payout = facts.payout
    if payout.cut > ZERO:
        yield texts.say(N_("Tax-free money has an upper limit."))
        yield texts.say(N_("Your sum was over the limit."))
        yield texts.say(N_("That is why {amount} was left out."), amount=_euros(texts, payout.cut))
        yield texts.say(N_("You did nothing wrong."))
    if payout.taxable > ZERO and payout.ledger is Ledger.ALLOWANCE:
        yield texts.say(N_("Of this sum, {amount} is taxed."), amount=_euros(texts, payout.taxable))
        if payout.wage is None:
            yield texts.say(N_("Tax may be taken off it."))


def about_pay(facts: StatementFacts, texts: Texts) -> Iterator[str]:
    """What was earned, what was taken off it and why, and what is left for the account."""
    payout, wage = facts.payout, facts.payout.wage
    if wage is None:
        return
    insurance = wage.pension + wage.unemployment
    if payout.ledger is Ledger.WAGE and payout.taxable > ZERO:
        yield texts.say(N_("You earned {amount}."), amount=_euros(texts, payout.taxable))
    if wage.withholding > ZERO:
        yield texts.say(N_("Tax was taken off it: {amount}."), amount=_euros(texts, wage.withholding))
    if insurance > ZERO:
        amount = _euros(texts, insurance)
        yield texts.say(N_("Insurance was taken off it: {amount}."), amount=amount)
        yield texts.say(N_("It is for your pension and for times without work."))
    if wage.expenses > ZERO:
        yield texts.say(N_("You also get back your costs: {amount}."), amount=_euros(texts, wage.expenses))
    if wage.withheld > ZERO and facts.client.iban:
        yield texts.say(N_("This comes to your account: {amount}."), amount=_euros(texts, payout.net))


def about_payroll(facts: StatementFacts, texts: Texts) -> Iterator[str]:
    """That the sum is not what comes to the account, where a payroll reckons that."""
    if facts.by_payroll:
        yield texts.say(N_("This is before tax."))
        yield texts.say(N_("Tax and insurance are taken off it."))
        yield texts.say(N_("Your payslip tells what is left for you."))


def about_corrections(facts: StatementFacts, texts: Texts) -> Iterator[str]:
    """What belongs to an earlier month, when something was recorded or corrected late."""
    earlier = total(line.amount for line in facts.payout.lines if line.rule == DIFFERENCE_RULE)
    if earlier > ZERO:
        yield texts.say(N_("{amount} of it belongs to an earlier month."), amount=_euros(texts, earlier))
    elif earlier < ZERO:
        amount = _euros(texts, -earlier)
        yield texts.say(N_("An earlier month was paid {amount} too much."), amount=amount)
        yield texts.say(N_("That has been taken off this sum."))
