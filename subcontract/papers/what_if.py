"""The comparison of a job on one page: the answer, a month three ways, the people, what is assumed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from subcontract.papers import wording
from subcontract.papers.blocks import heading, line_block, paragraph
from subcontract.papers.comparing import (
    WAYS,
    answer_of,
    assumptions_of,
    compared_rows,
    price_words,
)
from subcontract.papers.facts import ComparisonFacts
from subcontract.papers.flow import Block, space
from subcontract.papers.measures import BODY_WIDTH, MM, SEMIBOLD, SMALL, Type
from subcontract.papers.page import CONTENT_GAP, FOOT_TOP, Letter, content_top, print_letter
from subcontract.papers.table import Cell, Column, Side, Table, head_block, rows
from subcontract.payout.what_if.ask import Way
from subcontract.words import N_, Texts

ROW: Final = Type(9)
SUM: Final = Type(9, SEMIBOLD)
NOTE: Final = Type(8)
MOST_PEOPLE: Final = 12
"""More are not printed, and fewer where there is no room for them; those with an earnings limit first."""
MEAN: Final = 1
"""The row of what each has in hand on average."""


def make_what_if(facts: ComparisonFacts, texts: Texts) -> bytes:
    """Print a comparison; of a large group so many people as have room on the page."""
    letter = _letter(facts, texts)
    room = FOOT_TOP - CONTENT_GAP - content_top(letter)
    people = MOST_PEOPLE
    blocks = tuple(_blocks(facts, texts, people))
    while people > 1 and sum(block.height for block in blocks) > room:
        people -= 1
        blocks = tuple(_blocks(facts, texts, people))
    return print_letter(letter, blocks, texts)


def _letter(facts: ComparisonFacts, texts: Texts) -> Letter:
    """The frame: which job, how much work, at what price."""
    ask, number = facts.comparison.ask, str(facts.job.number)
    return Letter(
        title=texts.say(N_("What if")),
        subject=texts.say(N_("Job {number}: {name}"), number=number, name=facts.job.name),
        sender=facts.unit.provider,
        under_sender=facts.unit.name,
        logo=facts.unit.logo,
        facts=(
            (texts.say(N_("Job")), f"{number} {facts.job.name}"),
            (texts.say(N_("Customer")), facts.customer),
            (texts.say(N_("People")), texts.number(len(ask.people))),
            (texts.say(N_("Work in a week")), texts.length(ask.weekly_minutes)),
            (texts.say(N_("Price")), price_words(ask.unit_price, facts, texts)),
            (texts.say(N_("Made by")), f"{facts.by}, {texts.day(facts.day)}"),
        ),
        foot=wording.sender_foot(facts.unit, texts),
    )


def _blocks(facts: ComparisonFacts, texts: Texts, people: int) -> Iterator[Block]:
    yield heading(texts.say(N_("What would paid work take?")))
    for sentence in answer_of(facts, texts):
        yield from paragraph(sentence, ROW, after=0)
    yield space(MM)
    yield heading(texts.say(N_("A month three ways")))
    yield from _compared(facts, texts)
    yield from _people(facts, texts, people)
    yield heading(texts.say(N_("What is assumed")))
    for sentence in assumptions_of(facts, texts):
        yield from paragraph(sentence, NOTE, after=0)


def _columns(texts: Texts, *more: Column) -> tuple[Column, ...]:
    """What, and a figure for each way."""
    figure = 30 * MM
    ways = tuple(Column(texts.say(WAYS[way]), figure, Side.RIGHT) for way in Way)
    left = BODY_WIDTH - sum(column.width for column in (*ways, *more))
    return (Column("", left), *ways, *more)


def _compared(facts: ComparisonFacts, texts: Texts) -> Iterator[Block]:
    """The rows of the comparison; sums semibold."""
    table = Table(columns=_columns(texts), kind=ROW)
    strong = replace(table, kind=SUM)
    yield head_block(table)
    for at, row in enumerate(compared_rows(facts, texts)):
        if at == MEAN and facts.is_named:
            continue  # each one's own follows
        cells = (Cell(row.what), *(Cell(figure) for figure in row.figures))
        yield from rows(strong if row.is_sum else table, [cells])
    yield space(MM)


def _people(facts: ComparisonFacts, texts: Texts, most: int) -> Iterator[Block]:
    """Each person's money in hand, and how much is left under the limit."""
    if not facts.is_named:
        return
    yield heading(texts.say(N_("In hand in a month")))
    table = Table(
        columns=_columns(texts, Column(texts.say(N_("Left under the limit")), 30 * MM, Side.RIGHT)), kind=ROW
    )
    yield head_block(table)
    ways = tuple(facts.comparison.ways[way] for way in Way)
    grouped = sorted(range(len(ways[0].people)), key=lambda at: ways[1].people[at].month is None)
    for at in grouped[:most]:
        month = ways[1].people[at].month
        left = month.kela.left if month else None
        nets = (Cell(texts.money(way.people[at].net)) for way in ways)
        cells = (
            Cell(ways[0].people[at].person.name),
            *nets,
            Cell(texts.money(left) if left is not None else "–"),
        )
        yield from rows(table, [cells])
    more = len(grouped) - most
    if more > 0:
        yield line_block(texts.count(N_("and {number} more"), N_("and {number} more"), more), SMALL)
    yield space(MM)
