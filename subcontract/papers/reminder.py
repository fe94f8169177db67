"""A reminder of an unpaid invoice, and the payment demand that follows (Debt Collection Act 513/1999, 5 §).

The debt is itemised: what is open, the interest and how it came, the costs, the sum; until when to pay and
whom to tell if the claim is wrong. The giro slip holds the whole sum and the invoice's own reference.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from subcontract.invoicing.collecting.reference_rates import RULE
from subcontract.invoicing.collecting.reminding import ReminderKind, ReminderLine, blanks_of
from subcontract.money import Money
from subcontract.papers import giro, wording
from subcontract.papers.blocks import line_block, paragraph
from subcontract.papers.facts import ReminderFacts
from subcontract.papers.flow import Block, space
from subcontract.papers.measures import BODY, BODY_WIDTH, MM, SMALL, STRONG, Type
from subcontract.papers.offer import sum_box
from subcontract.papers.page import Letter, address_lines, print_letter
from subcontract.papers.slip import Tail, giro_facts
from subcontract.papers.table import Cell, Column, Side, Table, head_block, rows
from subcontract.words import N_, Texts

FIGURE: Final = 25 * MM
ROW: Final = Type(9)
FEE: Final = "reminder_fee"


def make_reminder(facts: ReminderFacts, texts: Texts) -> bytes:
    """Print a reminder or a payment demand; ``texts`` in the language of the invoice."""
    tail = _tail(facts, texts)
    blocks = tuple(_blocks(facts, texts))
    return print_letter(_letter(facts, texts), blocks, texts, tail=tail.height, draw_tail=tail.draw)


def _letter(facts: ReminderFacts, texts: Texts) -> Letter:
    """The frame: who reminds whom of what."""
    invoice, reminder, say = facts.invoice, facts.reminder, texts.say
    demand = reminder.kind is ReminderKind.DEMAND
    number = str(invoice.number)
    title = say(N_("Payment demand")) if demand else say(N_("Payment reminder"))
    subject = N_("Payment demand, invoice {number}") if demand else N_("Payment reminder, invoice {number}")
    buyer = invoice.buyer
    lines = (buyer.name, buyer.contact_name, *address_lines(buyer.address))
    return Letter(
        title=title,
        subject=say(subject, number=number),
        sender=invoice.seller.name,
        under_sender=facts.unit.name if facts.unit.name != invoice.seller.name else "",
        logo=facts.unit.logo,
        recipient=tuple(line for line in lines if line),
        facts=(
            (say(N_("Date of this letter")), texts.day(reminder.day)),
            (say(N_("Invoice number")), number),
            (say(N_("Date of issue")), texts.day(invoice.day)),
            (say(N_("Was due")), texts.day(invoice.due)),
            (say(N_("Pay by")), texts.day(reminder.due)),
            (say(N_("Payment reference")), giro.printed_reference(invoice.reference)),
            (say(N_("Your order")), invoice.order_number),
            (say(N_("Your reference")), invoice.buyer_reference),
        ),
        foot=wording.sender_foot(facts.unit, texts),
    )


def _blocks(facts: ReminderFacts, texts: Texts) -> Iterator[Block]:
    """What is asked, the sums, whom to tell, and the rules."""
    yield from _opening(facts, texts)
    yield from _sums(facts, texts)
    yield from paragraph(facts.reminder.text, BODY)
    yield from paragraph(_if_wrong(facts, texts), BODY)
    for source in _sources(facts, texts):
        yield from paragraph(source, SMALL, after=0)


def _opening(facts: ReminderFacts, texts: Texts) -> Iterator[Block]:
    """A polite beginning, shorter the third time."""
    reminder, say = facts.reminder, texts.say
    number, day, due = str(facts.invoice.number), facts.invoice.day, reminder.due
    if reminder.kind is ReminderKind.DEMAND:
        first = N_("Invoice {number} of {day} is still unpaid in spite of our reminders.")
        then = N_("We ask you to pay it by {due}, or to tell us by then why it is not paid.")
    elif reminder.step == 1:
        first = N_("We have not received your payment of invoice {number} of {day}.")
        then = N_("It may have been forgotten. Please pay it by {due}.")
    else:
        first = N_("Invoice {number} of {day} is still unpaid although we have reminded you of it.")
        then = N_("Please pay it by {due}.")
    paid = N_("If you have paid it in the last few days, you need not do anything.")
    yield line_block(say(first, number=number, day=day), STRONG)
    yield from paragraph(f"{say(then, due=due)} {say(paid)}", BODY, after=2 * MM)


def _sums(facts: ReminderFacts, texts: Texts) -> Iterator[Block]:
    """What the sum is made of; lines that charge nothing are not the reader's concern."""
    table = _table(texts)
    head = head_block(table)
    yield head
    charged = [line for line in facts.reminder.lines if line.amount]
    lines = rows(table, [_cells(line, texts) for line in charged], head)
    yield from (*lines[:-1], replace(lines[-1], with_next=True, closing=True))
    yield space(3 * MM, with_next=True)
    due = texts.say(N_("Due {day}"), day=facts.reminder.due)
    yield sum_box(texts.say(N_("To be paid")), texts.money(facts.reminder.total), due)
    yield space(2 * MM)


def _table(texts: Texts) -> Table:
    """What, of how much, at what rate, how much."""
    figures = (
        Column(texts.say(N_("Of €")), FIGURE, Side.RIGHT),
        Column(texts.say(N_("Interest %")), FIGURE - 5 * MM, Side.RIGHT),
        Column(texts.say(N_("Amount €")), FIGURE, Side.RIGHT),
    )
    left = BODY_WIDTH - sum(column.width for column in figures)
    return Table(columns=(Column(texts.say(N_("What")), left), *figures), kind=ROW)


def _cells(line: ReminderLine, texts: Texts) -> tuple[Cell, ...]:
    """One line; only interest is so much of something."""
    amount = Cell(wording.amount(texts, line.amount))
    if line.rule == FEE:
        return (Cell(texts.say(N_("Fee of this letter"))), Cell(""), Cell(""), amount)
    if line.rule != RULE:
        return (Cell(texts.say(line.what, **blanks_of(line))), Cell(""), Cell(""), amount)
    days = texts.say(N_("Late interest {first}–{last}, {days} days"), **blanks_of(line))
    return (
        Cell(days),
        Cell(wording.amount(texts, Money(line.basis))),
        Cell(texts.percent(line.rate)),
        amount,
    )


def _if_wrong(facts: ReminderFacts, texts: Texts) -> str:
    """Whom to tell when something is wrong, and that nothing more is sent meanwhile."""
    unit, seller = facts.unit, facts.invoice.seller
    reach = [unit.phone or seller.phone, unit.email or seller.email]
    return texts.say(
        N_(
            "If you think that the invoice or this letter is wrong, tell us by {due}: {contact}. We send no "
            "more reminders while it is looked into."
        ),
        due=facts.reminder.due,
        contact=", ".join([unit.name, *(one for one in reach if one)]),
    )


def _sources(facts: ReminderFacts, texts: Texts) -> Iterator[str]:
    """How the rate of the interest is made up, and the acts that what is charged rests on, each once."""
    said: dict[str, None] = {}
    for line in facts.reminder.lines:
        if line.amount and line.rule == RULE:
            rate = N_(
                "Late interest by {section} of the Interest Act: reference rate {reference} % and {addition} "
                "percentage points."
            )
            said[texts.say(rate, **blanks_of(line))] = None
        elif line.amount and line.source:
            said[line.source.partition("; ")[0]] = None
    return iter(said)


def _tail(facts: ReminderFacts, texts: Texts) -> Tail:
    """The slip over the whole sum."""
    of_invoice = giro_facts(facts.invoice, texts)
    if of_invoice is None:
        return Tail()
    number = str(facts.invoice.number)
    whole = replace(
        of_invoice,
        message=(
            texts.say(N_("Reminder of invoice {number}"), number=number),
            texts.say(N_("Please give the reference number when you pay.")),
        ),
        due=facts.reminder.due,
        amount=facts.reminder.total,
    )
    return Tail(giro.SLIP, lambda sheet: giro.draw_giro(sheet, whole))
