"""The working of a payout in small print: each line with its basis, rate, amount and rule."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from subcontract.papers import wording
from subcontract.papers.blocks import heading, paragraph
from subcontract.papers.flow import Block, space
from subcontract.papers.measures import MM, SEMIBOLD, SMALL, SMALL_STRONG, Type
from subcontract.papers.table import Cell, Column, Side, Table, head_block, rows
from subcontract.payout.lines import is_percentage
from subcontract.payout.records import Payout, PayoutLine
from subcontract.words import N_, Texts

KIND: Final = Type(9)
SUM: Final = Type(9, SEMIBOLD)
MOST_PLACES: Final = 4


def working_blocks(payout: Payout, texts: Texts) -> tuple[Block, ...]:
    """The lines as they were stored, their sum, and where the rules come from."""
    table = _table(texts, KIND)
    head = head_block(table)
    lines = rows(table, [_cells(line, texts) for line in payout.lines], head)
    total = rows(_table(texts, SUM), [_total(payout, texts)], head)
    return (
        heading(texts.say(N_("How the sum was reckoned"))),
        head,
        *lines,
        *total,
        space(3 * MM),
        *(block for source in _sources(payout, texts) for block in paragraph(source, SMALL, after=0)),
    )


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
    basis = f"{_figure(texts, line.basis)} {texts.say(line.basis_unit)}".strip() if line.basis else ""
    return (
        Cell(texts.day(line.day) if line.day else ""),
        Cell(texts.say(line.what, **dict(line.blanks))),
        Cell(basis),
        Cell(_rate(line, texts)),
        Cell(wording.amount(texts, line.amount)),
    )


def _rate(line: PayoutLine, texts: Texts) -> str:
    """The price of a unit, or a percentage of euros."""
    if is_percentage(line):
        return texts.percent(line.rate)
    return wording.unit_price(texts, line.rate) if line.rate else ""


def _figure(texts: Texts, value: Decimal) -> str:
    """A number with no more decimals than it has."""
    tail = value.normalize().as_tuple().exponent
    return texts.number(value, min(max(-tail, 0), MOST_PLACES) if isinstance(tail, int) else 0)


def _total(payout: Payout, texts: Texts) -> tuple[Cell, ...]:
    """The sum that is paid."""
    return (
        Cell(""),
        Cell(texts.say(N_("Paid in all"))),
        Cell(""),
        Cell(""),
        Cell(wording.amount(texts, payout.paid)),
    )


def _sources(payout: Payout, texts: Texts) -> Iterator[str]:
    """Each rule once, with the day from which it is in force."""
    seen: set[str] = set()
    for line in payout.lines:
        if not line.source:
            continue
        day = texts.day(line.valid_from) if line.valid_from else ""
        text = texts.say(N_("{source}, from {day}"), source=line.source, day=day) if day else line.source
        if text not in seen:
            seen.add(text)
            yield text
