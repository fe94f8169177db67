"""A person's year: each payment on a row, the sums of each kind, and what was withheld."""

from collections.abc import Iterator
from typing import Final

from subcontract.money import Money, total
from subcontract.papers import wording
from subcontract.papers.blocks import fields, heading, paragraph
from subcontract.papers.facts import YearSummaryFacts
from subcontract.papers.flow import Block, space
from subcontract.papers.measures import BODY_WIDTH, MM, SECOND, SEMIBOLD, SMALL, Type
from subcontract.papers.page import Letter, address_lines, print_letter
from subcontract.papers.table import Cell, Column, Side, Table, head_block, rows
from subcontract.papers.year_words import KINDS, LEDGERS
from subcontract.payout.year import EARNED, WITHHELD, Kind, Payment, sum_of
from subcontract.words import N_, Texts

ROW: Final = Type(9)
SUM: Final = Type(9, SEMIBOLD)
NOT_KNOWN: Final = "–"


def make_year_summary(facts: YearSummaryFacts, texts: Texts) -> bytes:
    """Print a year; ``texts`` in the person's language."""
    client = facts.client
    letter = Letter(
        title=texts.say(N_("Year summary")),
        subject=texts.say(N_("Year summary, {year}"), year=str(facts.year)),
        sender=facts.unit.provider,
        under_sender=facts.unit.name,
        logo=facts.unit.logo,
        recipient=(f"{client.first_name} {client.last_name}", *address_lines(client.address)),
        facts=(
            (texts.say(N_("Year")), str(facts.year)),
            (texts.say(N_("No.")), str(client.number)),
            (texts.say(N_("Number of payments")), texts.number(len(facts.payments))),
            (texts.say(N_("Printed")), texts.day(facts.day)),
        ),
        foot=wording.sender_foot(facts.unit, texts),
    )
    return print_letter(letter, tuple(_blocks(facts, texts)), texts)


def _blocks(facts: YearSummaryFacts, texts: Texts) -> Iterator[Block]:
    """The payments, then what they come to by kind."""
    table = _table(texts, ROW)
    head = head_block(table)
    yield heading(texts.say(N_("Payments by pay day")))
    yield head
    yield from rows(table, [_cells(one, texts) for one in facts.payments], head)
    yield from rows(_table(texts, SUM), [_sums(facts, texts)], head)
    yield space(4 * MM)
    yield heading(texts.say(N_("Paid by kind")))
    yield from fields(_by_kind(facts, EARNED, texts))
    yield space(3 * MM)
    withheld = _by_kind(facts, WITHHELD, texts)
    if withheld:
        yield heading(texts.say(N_("Withheld")))
        yield from fields(withheld)
        yield space(3 * MM)
    yield from _notes(facts, texts)


def _table(texts: Texts, kind: Type) -> Table:
    """Pay day, what for, and the sums."""
    figure = 25 * MM
    return Table(
        columns=(
            Column(texts.say(N_("Pay day")), 22 * MM),
            Column(texts.say(N_("For the month")), 30 * MM),
            Column(texts.say(N_("What is paid")), BODY_WIDTH - 52 * MM - 3 * figure),
            Column(texts.say(N_("Paid €")), figure, Side.RIGHT),
            Column(texts.say(N_("Withheld €")), figure, Side.RIGHT),
            Column(texts.say(N_("To the account €")), figure, Side.RIGHT),
        ),
        kind=kind,
        note=SMALL,
    )


def _cells(payment: Payment, texts: Texts) -> tuple[Cell, ...]:
    """One payment."""
    known = not payment.by_payroll
    return (
        Cell(texts.day(payment.pay_day)),
        Cell(texts.month(payment.month)),
        Cell(texts.say(LEDGERS[payment.ledger])),
        Cell(wording.amount(texts, payment.earned)),
        Cell(wording.amount(texts, payment.withheld) if known else NOT_KNOWN),
        Cell(wording.amount(texts, payment.net) if payment.net is not None else NOT_KNOWN),
    )


def _sums(facts: YearSummaryFacts, texts: Texts) -> tuple[Cell, ...]:
    """The sums of the columns."""
    payments = facts.payments
    sums: tuple[Money, ...] = (
        total(one.earned for one in payments),
        total(one.withheld for one in payments),
        total(one.net for one in payments if one.net is not None),
    )
    words = Cell(texts.say(N_("In all")))
    return (words, Cell(""), Cell(""), *(Cell(wording.amount(texts, money)) for money in sums))


def _by_kind(facts: YearSummaryFacts, kinds: tuple[Kind, ...], texts: Texts) -> list[tuple[str, str]]:
    """The sum of each kind that there is."""
    sums = ((kind, sum_of(facts.payments, kind)) for kind in kinds)
    return [(texts.say(KINDS[kind]), texts.money(amount)) for kind, amount in sums if amount]


def _notes(facts: YearSummaryFacts, texts: Texts) -> Iterator[Block]:
    """What the figures are, and which are not known here."""
    yield from paragraph(texts.say(N_("A payment belongs to the year of its pay day.")), SECOND)
    if any(one.by_payroll for one in facts.payments):
        words = N_(
            "The payroll has reckoned what was withheld from the payments marked with a dash. "
            "Those figures are on its payslips."
        )
        yield from paragraph(texts.say(words), SECOND)
