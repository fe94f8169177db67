"""The statement of open items: what a customer owes on a day, invoice by invoice, and where to pay.

It is the state of a day and is not archived: printed again on another day it tells something else. It has
no giro slip, as each invoice is paid by its own reference.
"""

from typing import Final

from subcontract.invoicing.collecting.ages import AGES, Age
from subcontract.invoicing.collecting.owing import OpenItem, by_age
from subcontract.money import ZERO, total
from subcontract.papers import giro, wording
from subcontract.papers.blocks import fields, paragraph
from subcontract.papers.facts import OpenItemsFacts
from subcontract.papers.flow import Block, space
from subcontract.papers.measures import BODY, BODY_WIDTH, MM, SECOND
from subcontract.papers.offer import sum_box, sum_line
from subcontract.papers.page import Letter, address_lines, print_letter
from subcontract.papers.table import Cell, Column, Side, Table, head_block, rows
from subcontract.words import N_, Texts

WIDE: Final = 20 * MM
NARROW: Final = 18 * MM
DAY: Final = 23 * MM
DUE: Final = 26 * MM


def make_open_items(facts: OpenItemsFacts, texts: Texts) -> bytes:
    """Print the statement; ``texts`` in the customer's language."""
    title = texts.say(N_("Open invoices"))
    unit, customer = facts.unit, facts.customer
    letter = Letter(
        title=title,
        subject=title,
        sender=unit.provider,
        under_sender=unit.name if unit.name != unit.provider else "",
        logo=unit.logo,
        recipient=tuple(
            line for line in (customer.name, customer.contact_name, *address_lines(customer.address)) if line
        ),
        facts=(
            (texts.say(N_("On the day")), texts.day(facts.day)),
            (texts.say(N_("Customer number")), str(customer.number)),
            (texts.say(N_("Your business id")), wording.business_id(customer.business_id)),
        ),
        foot=wording.sender_foot(unit, texts),
    )
    return print_letter(letter, _blocks(facts, texts), texts)


def _blocks(facts: OpenItemsFacts, texts: Texts) -> tuple[Block, ...]:
    """Everything under the head."""
    opening = N_("These invoices are open in our books on {day}. Payments that came later are not in it.")
    table = _table(facts, texts)
    head = head_block(table)
    cells = [_cells(item, facts, texts) for item in facts.items]
    return (
        *paragraph(texts.say(opening, day=facts.day), BODY),
        space(2 * MM),
        head,
        *rows(table, cells, head),
        space(3 * MM, with_next=True),
        *_ages(facts, texts),
        space(2 * MM, with_next=True),
        sum_box(texts.say(N_("Open in all")), texts.money(total(item.left for item in facts.items))),
        space(4 * MM),
        *_where_to_pay(facts, texts),
    )


def _has_charges(facts: OpenItemsFacts) -> bool:
    """Whether reminders have charged something."""
    return any(item.charged for item in facts.items)


def _table(facts: OpenItemsFacts, texts: Texts) -> Table:
    """The columns; that of reminders' charges only when there are some."""
    figures = [
        Column(texts.say(N_("Total €")), WIDE, Side.RIGHT),
        Column(texts.say(N_("Credited €")), NARROW, Side.RIGHT),
        Column(texts.say(N_("Paid so far €")), WIDE, Side.RIGHT),
    ]
    if _has_charges(facts):
        figures.append(Column(texts.say(N_("Costs and interest €")), NARROW, Side.RIGHT))
    figures.append(Column(texts.say(N_("Open €")), WIDE, Side.RIGHT))
    days = (Column(texts.say(N_("Issued")), DAY), Column(texts.say(N_("Due")), DUE))
    left = BODY_WIDTH - sum(column.width for column in (*days, *figures))
    return Table(columns=(Column(texts.say(N_("Invoice and its payment reference")), left), *days, *figures))


def _cells(item: OpenItem, facts: OpenItemsFacts, texts: Texts) -> tuple[Cell, ...]:
    """One invoice; its reference stands under the number, how late it is under the due day."""
    one, many = N_("{number} day late"), N_("{number} days late")
    late = texts.count(one, many, item.late) if item.late else ""
    return (
        Cell(str(item.number), giro.printed_reference(item.reference)),
        Cell(texts.day(item.day)),
        Cell(texts.day(item.due), late),
        Cell(wording.amount(texts, item.total)),
        Cell(wording.amount(texts, item.credited) if item.credited else ""),
        Cell(wording.amount(texts, item.paid) if item.paid else ""),
        *([Cell(wording.amount(texts, item.charged) if item.charged else "")] if _has_charges(facts) else []),
        Cell(wording.amount(texts, item.left)),
    )


def _ages(facts: OpenItemsFacts, texts: Texts) -> tuple[Block, ...]:
    """What is open by age."""
    sums = by_age(facts.items)
    return tuple(sum_line(texts.say(AGES[age]), texts.money(sums[age])) for age in Age if sums[age])


def _where_to_pay(facts: OpenItemsFacts, texts: Texts) -> tuple[Block, ...]:
    """The account, and that each invoice has its own reference."""
    if total(item.left for item in facts.items) <= ZERO:
        return paragraph(texts.say(N_("There is nothing to pay.")), BODY)
    sentence = N_("Please pay each invoice with its own payment reference.")
    asked = N_("If something is not right, or you have paid already, please tell us.")
    return (
        *paragraph(texts.say(sentence), BODY),
        *fields(((texts.say(N_("Account")), giro.printed_account(facts.unit.iban)),)),
        space(2 * MM),
        *paragraph(texts.say(asked), SECOND),
    )
