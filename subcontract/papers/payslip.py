"""The payslip of a month of pay: what is paid, on what ground (TSL 55/2001 2:16; 162/2005 28 §).

All that the law asks stands on it: hours and rates, increments, holiday compensation with its basis, the
tax card and what was withheld by it, contributions, the net pay and its day, and whose employer this is.
"""

from collections.abc import Iterator
from typing import Final

from subcontract.papers import wording
from subcontract.papers.blocks import fields, heading, paragraph
from subcontract.papers.facts import PayslipFacts
from subcontract.papers.flow import Block, space
from subcontract.papers.measures import MM, SECOND
from subcontract.papers.page import Letter, address_lines, print_letter
from subcontract.papers.working import lines_and_sums, source_blocks
from subcontract.payout.wage_records import WageSums
from subcontract.people.employment import WHOLE_CAPACITY, Employment, EmploymentTerms, HolidayPayment, PaidBy
from subcontract.words import N_, Texts

GAP: Final = 4 * MM
PAID_BY: Final = {
    PaidBy.HOUR: N_("by the hour"),
    PaidBy.PIECE: N_("by the piece, at least by the hour"),
    PaidBy.POT: N_("a share of the group's sum, at least by the hour"),
}
HOLIDAY: Final = {
    HolidayPayment.WITH_EACH_PAYMENT: N_("paid with each payment"),
    HolidayPayment.AT_END: N_("paid when the employment ends"),
}


def make_payslip(facts: PayslipFacts, texts: Texts) -> bytes:
    """Print a payslip; ``texts`` in the person's language."""
    client = facts.client
    title = texts.say(N_("Payslip, {month}"), month=facts.run.month)
    letter = Letter(
        title=texts.say(N_("Payslip")),
        subject=title,
        sender=facts.unit.provider,
        under_sender=facts.unit.name,
        logo=facts.unit.logo,
        recipient=(f"{client.first_name} {client.last_name}", *address_lines(client.address)),
        facts=_facts(facts, texts),
        foot=wording.sender_foot(facts.unit, texts),
    )
    return print_letter(letter, tuple(_blocks(facts, texts)), texts)


def _facts(facts: PayslipFacts, texts: Texts) -> tuple[tuple[str, str], ...]:
    """The period, the day and the sum; the account by its last digits, for the paper may lie about."""
    iban = facts.client.iban.replace(" ", "")
    return (
        (texts.say(N_("Pay period")), wording.days(texts, facts.run.month.days)),
        (texts.say(N_("Pay day")), texts.day(facts.pay_day)),
        (texts.say(N_("No.")), str(facts.client.number)),
        (texts.say(N_("To the account")), texts.money(facts.payout.net)),
        (texts.say(N_("Account")), f"… {iban[-4:]}" if iban else texts.say(N_("not known"))),
        (texts.say(N_("Days at work")), texts.number(facts.payout.days)),
        (texts.say(N_("Hours at work")), texts.length(facts.payout.minutes)),
    )


def _blocks(facts: PayslipFacts, texts: Texts) -> Iterator[Block]:
    """What is paid and withheld, then on what it rests."""
    yield heading(texts.say(N_("Pay and what is withheld of it")))
    yield from lines_and_sums(facts.payout, texts)
    yield space(GAP)
    yield from _parts(facts, texts)
    yield from _card(facts, texts)
    for employment in facts.employments:
        yield from _agreement(employment, facts, texts)
    yield from source_blocks(facts.payout, texts)


def _parts(facts: PayslipFacts, texts: Texts) -> Iterator[Block]:
    """The sums that the lines make, each by its name."""
    wage = facts.payout.wage or WageSums()
    named = (
        (N_("Pay"), wage.wages),
        (N_("Holiday compensation"), wage.holiday_compensation),
        (N_("Fees"), wage.fees),
        (N_("Costs paid back"), wage.expenses),
        (N_("Tax withheld"), -wage.withholding),
        (N_("Pension contribution"), -wage.pension),
        (N_("Unemployment insurance"), -wage.unemployment),
    )
    pairs = [(texts.say(what), texts.money(amount)) for what, amount in named if amount]
    yield heading(texts.say(N_("Sums")))
    yield from fields([*pairs, (texts.say(N_("To the account")), texts.money(facts.payout.net))])
    yield space(GAP)


def _agreement(employment: Employment, facts: PayslipFacts, texts: Texts) -> Iterator[Block]:
    """The agreement that the pay rests on, with the terms in force in the month."""
    days = employment.days
    start = texts.day(days.first)
    open_ended = texts.say(N_("from {day}, for an indefinite time"), day=start)
    span = open_ended if days.is_open else wording.days(texts, days)
    yield heading(texts.say(N_("Employment")))
    yield from fields(
        [
            (texts.say(N_("Employment")), span),
            (texts.say(N_("Duties")), employment.duties),
            (texts.say(N_("Holiday compensation")), texts.say(HOLIDAY[employment.holiday])),
        ]
    )
    for terms in _terms_in(employment, facts):
        yield from fields(_terms(terms, texts))
    yield space(GAP)


def _terms_in(employment: Employment, facts: PayslipFacts) -> tuple[EmploymentTerms, ...]:
    """The terms in force on some day of the month, in their order."""
    month = facts.run.month.days
    days = (day for day in month if day in employment.days)
    found = dict.fromkeys(terms for day in days if (terms := employment.terms_on(day)) is not None)
    return tuple(found)


def _terms(terms: EmploymentTerms, texts: Texts) -> list[tuple[str, str]]:
    """What is agreed of pay and hours from a day on."""
    base = texts.say(N_("{amount} an hour, from {day}"), amount=terms.hourly_base, day=terms.first)
    lowered = terms.capacity != WHOLE_CAPACITY
    lowered_by = texts.say(
        N_("{percent} of {amount} an hour"), percent=texts.percent(terms.capacity), amount=terms.hourly
    )
    piece = texts.say(N_("{price} € a piece"), price=wording.unit_price(texts, terms.piece_rate))
    return [
        (texts.say(N_("Pay by the hour")), base),
        (texts.say(N_("Work capacity")), lowered_by if lowered else ""),
        (texts.say(N_("Paid")), texts.say(PAID_BY[terms.paid_by])),
        (texts.say(N_("Pay by the piece")), piece if terms.paid_by is PaidBy.PIECE else ""),
        (texts.say(N_("Pay group")), terms.pay_group),
        (
            texts.say(N_("Weekly working time")),
            texts.length(terms.weekly_minutes) if terms.weekly_minutes else "",
        ),
    ]


def _card(facts: PayslipFacts, texts: Texts) -> Iterator[Block]:
    """The tax card that was used, and how much of its limit."""
    card = facts.card
    wage = facts.payout.wage
    if not facts.payout.taxable or wage is None:
        return
    yield heading(texts.say(N_("Tax card")))
    if card is None:
        yield from paragraph(texts.say(N_("No tax card was used for this payment.")), SECOND)
        return
    used = facts.used_before + wage.card_used
    limit = texts.money(card.limit) if card.has_limit else texts.say(N_("none"))
    yield from fields(
        [
            (texts.say(N_("In force")), wording.days(texts, card.days)),
            (texts.say(N_("Base percentage")), texts.percent(card.base)),
            (texts.say(N_("Additional percentage")), texts.percent(card.additional)),
            (texts.say(N_("Income limit")), limit),
            (texts.say(N_("Used of the limit")), texts.money(used)),
        ]
    )
    yield space(GAP)
