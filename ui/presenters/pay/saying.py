"""What is said of a pay run: what it pays, what keeps it from being paid, what the button does; no Qt."""

from collections.abc import Iterable, Mapping

from subcontract.money import Money, total
from subcontract.payout.records import Ledger, Payout
from subcontract.words import N_, Texts
from ui.presenters.pay.reading import RunFacts

LEDGERS = {Ledger.ALLOWANCE: N_("Work allowance"), Ledger.WAGE: N_("Wages and fees")}
"""The two ledgers as they are called."""
KEYS: Mapping[object, str] = {Ledger.ALLOWANCE: "F6", Ledger.WAGE: "F7"}
EMPTY_LISTS = {
    Ledger.ALLOWANCE: N_("No work has been recorded yet. When a month has been worked, pay it here."),
    Ledger.WAGE: N_(
        "No month has wages or fees to pay. They come from an employment agreement or an agreed fee: "
        "make it on the client's page, under Employments or Fees."
    ),
}


def employer_costs(payouts: Iterable[Payout]) -> Money:
    """What the employer pays on top of everybody's pay."""
    return total(payout.wage.employer_costs for payout in payouts if payout.wage)


def about(facts: RunFacts, texts: Texts, *, approved: bool) -> str:
    """Pay day, sum, who calculated, the employer's costs, and whether the month is complete."""
    run = facts.run
    if run is None:
        return ""
    to_account = N_("{paid} is paid on {day}. Calculated by {name}.")
    to_payroll = N_("{paid} of gross pay goes to the payroll, to be paid on {day}. Calculated by {name}.")
    sentence = to_payroll if facts.payroll_pays else to_account
    told = [texts.say(sentence, paid=approved_sum(facts), day=run.pay_day, name=facts.calculated_by)]
    costs = employer_costs(facts.payouts)
    if costs:
        told.append(texts.say(N_("The employer pays {amount} on top."), amount=costs))
    if facts.reopened:
        one = N_("{number} payout has been reopened: the next pay run pays it.")
        many = N_("{number} payouts have been reopened: the next pay run pays them.")
        told.append(texts.count(one, many, len(facts.reopened)))
    if not approved and not facts.complete:
        told.append(texts.say(N_("The month has not been declared complete.")))
    return " ".join(told)


def nobody(facts: RunFacts, texts: Texts) -> str:
    """What is missing, and where it is made, when a ledger has nobody to pay."""
    if facts.anybody:
        return ""
    sentence = N_(
        "Nobody has an employment agreement or an agreed fee in {month}. Make it on the client's page, under "
        "Employments or Fees. A sick pay, a fee or a ticket can be typed here as a line."
    )
    return texts.say(sentence, month=facts.month)


def approved_sum(facts: RunFacts) -> Money:
    """What is paid: what goes to accounts, or where the payroll reckons the net, the gross and costs.

    What has been reopened is not paid.
    """
    paid = [payout for payout in facts.payouts if payout.id not in facts.reopened]
    return total(payout.paid if facts.payroll_pays else payout.net for payout in paid)


def approve_verb(facts: RunFacts, texts: Texts) -> str:
    """The button that approves, with its figures."""
    one, many = N_("Approve {number} payout, {paid}"), N_("Approve {number} payouts, {paid}")
    return texts.count(one, many, len(facts.payouts), paid=approved_sum(facts))


def approve_question(facts: RunFacts, texts: Texts) -> str:
    """The question before approval, which cannot be undone."""
    one = N_("Approve {number} payout of {month}, {paid} in all? After this they are locked.")
    many = N_("Approve {number} payouts of {month}, {paid} in all? After this they are locked.")
    month = texts.month(facts.month)
    return texts.count(one, many, len(facts.payouts), month=month, paid=approved_sum(facts))
