"""The working of a payout in small print: each line with its basis, rate, amount and rule."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from subcontract.money import Money
from subcontract.papers import wording
from subcontract.papers.blocks import heading, paragraph
from subcontract.papers.flow import Block, space
from subcontract.papers.measures import MM, SEMIBOLD, SMALL, SMALL_STRONG, Type
from subcontract.papers.table import Cell, Column, Side, Table, head_block, rows
from subcontract.payout.lines import MINUTES, is_percentage
from subcontract.payout.records import Ledger, Payout, PayoutLine
from subcontract.payout.wage_records import PayCode
from subcontract.payout.wages.parts import parts_of
from subcontract.words import N_, Texts

KIND: Final = Type(9)
SUM: Final = Type(9, SEMIBOLD)
MOST_PLACES: Final = 4
CODES: Final = frozenset(code.value for code in PayCode)
PAID_BY_AGREEMENT: Final = CODES - {PayCode.HOLIDAY_COMPENSATION.value}
"""Lines whose source is the agreement's own pay group, no rule."""


def working_blocks(payout: Payout, texts: Texts) -> tuple[Block, ...]:
    """The lines as they were stored, their sum, and where the rules come from.

    What the employer pays on top is not the person's, so it is left out.
    """
    return (
        heading(texts.say(N_("How the sum was reckoned"))),
        *lines_and_sums(payout, texts),
        space(3 * MM),
        *source_blocks(payout, texts),
    )


def lines_and_sums(payout: Payout, texts: Texts) -> tuple[Block, ...]:
    """What is earned and its sum; where something is withheld, that and what is left."""
    parts = parts_of(payout)
    table = _table(texts, KIND)
    head = head_block(table)

    def lines(of: Iterable[PayoutLine]) -> tuple[Block, ...]:
        return rows(table, [_cells(line, texts) for line in of], head)

    def sum_of(what: str, money: Money) -> tuple[Block, ...]:
        return rows(_table(texts, SUM), [_total(texts.say(what), money, texts)], head)

    if not parts.withheld:
        return (head, *lines(parts.earned), *sum_of(N_("Paid in all"), payout.net))
    return (
        head,
        *lines(parts.earned),
        *sum_of(N_("Before what is withheld"), payout.paid),
        *lines(parts.withheld),
        *sum_of(N_("To the account"), payout.net),
    )


def source_blocks(payout: Payout, texts: Texts) -> tuple[Block, ...]:
    """Where the rules come from, in small print."""
    return tuple(block for source in _sources(payout, texts) for block in paragraph(source, SMALL, after=0))


def _table(texts: Texts, kind: Type) -> Table:
    """Day, what, basis times rate, amount."""
    return Table(
        columns=(
            Column(texts.say(N_("Day")), 24 * MM),
            Column(texts.say(N_("What was done or taken off")), 74 * MM),
            Column(texts.say(N_("Basis")), 28 * MM, Side.RIGHT),
            Column(texts.say(N_("Rate")), 20 * MM, Side.RIGHT),
            Column(texts.say(N_("Amount €")), 24 * MM, Side.RIGHT),
        ),
        kind=kind,
        note=SMALL,
        head=SMALL_STRONG,
    )


def _cells(line: PayoutLine, texts: Texts) -> tuple[Cell, ...]:
    """One line; a basis or a rate of nothing is left empty."""
    basis = _basis(line, texts) if line.basis else ""
    return (
        Cell(texts.day(line.day) if line.day else ""),
        Cell(texts.say(line.what, **dict(line.blanks))),
        Cell(basis),
        Cell(_rate(line, texts)),
        Cell(wording.amount(texts, line.amount)),
    )


def _basis(line: PayoutLine, texts: Texts) -> str:
    """What the rate is taken of: hours and minutes, euros, or so many of a unit."""
    if line.basis_unit == MINUTES and line.rule in CODES:
        return texts.length(int(line.basis))
    if is_percentage(line):
        return texts.money(Money(line.basis))
    return f"{_figure(texts, line.basis)} {texts.say(line.basis_unit)}".strip()


def _rate(line: PayoutLine, texts: Texts) -> str:
    """The price of a unit, or a percentage of euros."""
    if is_percentage(line):
        return texts.percent(line.rate)
    return wording.unit_price(texts, line.rate) if line.rate else ""


def _figure(texts: Texts, value: Decimal) -> str:
    """A number with no more decimals than it has."""
    tail = value.normalize().as_tuple().exponent
    return texts.number(value, min(max(-tail, 0), MOST_PLACES) if isinstance(tail, int) else 0)


def _total(what: str, money: Money, texts: Texts) -> tuple[Cell, ...]:
    """A sum of the lines above it."""
    return (
        Cell(""),
        Cell(what),
        Cell(""),
        Cell(""),
        Cell(wording.amount(texts, money)),
    )


def _sources(payout: Payout, texts: Texts) -> Iterator[str]:
    """Each rule once, with the day from which it is in force."""
    seen: set[str] = set()
    parts = parts_of(payout)
    for line in (*parts.earned, *parts.withheld):
        if not line.source or (payout.ledger is Ledger.WAGE and line.rule in PAID_BY_AGREEMENT):
            continue
        day = texts.day(line.valid_from) if line.valid_from else ""
        named = wording.source(texts, line.source)
        text = texts.say(N_("{source}, from {day}"), source=named, day=day) if day else named
        if text not in seen:
            seen.add(text)
            yield text
