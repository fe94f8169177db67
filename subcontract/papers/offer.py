"""The priced phases of a quote, as they stand on the quote and in the agreement."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from subcontract.jobs.quote import Quote, QuoteLine
from subcontract.money import ZERO, Money
from subcontract.papers import wording
from subcontract.papers.flow import Block, space
from subcontract.papers.fonts import width
from subcontract.papers.measures import BODY, BODY_WIDTH, LEFT, MM, PINE, RIGHT, SECOND, SEMIBOLD, TINT, Type
from subcontract.papers.sheet import Sheet
from subcontract.papers.table import Cell, Column, Side, Table, head_block, rows
from subcontract.words import N_, Texts

SUM: Final = Type(15, SEMIBOLD, PINE)
SUM_LABEL: Final = Type(11, SEMIBOLD, PINE)
BOX: Final = 12 * MM


def offer_blocks(quote: Quote, texts: Texts) -> tuple[Block, ...]:
    """The phases with prices without and with VAT, and the sums."""
    table = _table(texts)
    head = head_block(table)
    cells = [_cells(line, gross, texts) for line, gross in with_gross(quote)]
    lines = rows(table, cells, head)
    if lines:
        lines = (*lines[:-1], replace(lines[-1], with_next=True))
    return (
        head,
        *lines,
        space(3 * MM, with_next=True),
        sum_line(texts.say(N_("Total without VAT")), texts.money(quote.net)),
        sum_line(texts.say(N_("VAT in all")), texts.money(quote.vat)),
        space(2 * MM, with_next=True),
        sum_box(texts.say(N_("Price with VAT")), texts.money(quote.total)),
        space(4 * MM),
    )


def with_gross(quote: Quote) -> Iterator[tuple[QuoteLine, Money]]:
    """Each phase with its price including VAT; these sum exactly to the total."""
    weights: dict[int, Decimal | int] = {at: _vat_weight(line) for at, line in enumerate(quote.lines)}
    fair = all(weight >= 0 for weight in weights.values()) and any(weights.values())
    shares = quote.vat.share_out(weights) if fair else {}
    for at, line in enumerate(quote.lines):
        yield line, line.net + shares.get(at, ZERO)


def _vat_weight(line: QuoteLine) -> Decimal:
    """What a phase weighs when the VAT is shared out."""
    return Decimal(0) if line.vat in wording.CODES else line.net.amount * Decimal(line.vat)


def _table(texts: Texts) -> Table:
    """The columns."""
    figures = (
        Column(texts.say(N_("Quantity")), 19 * MM, Side.RIGHT),
        Column(texts.say(N_("Unit")), 15 * MM),
        Column(texts.say(N_("Unit price €")), 23 * MM, Side.RIGHT),
        Column(texts.say(N_("VAT")), 18 * MM, Side.RIGHT),
        Column(texts.say(N_("Without VAT €")), 23 * MM, Side.RIGHT),
        Column(texts.say(N_("With VAT €")), 21 * MM, Side.RIGHT),
    )
    left = BODY_WIDTH - sum(column.width for column in figures)
    return Table(columns=(Column(texts.say(N_("What")), left), *figures))


def _cells(line: QuoteLine, gross: Money, texts: Texts) -> tuple[Cell, ...]:
    """One phase."""
    return (
        Cell(line.text),
        Cell(texts.number(line.quantity)),
        Cell(wording.unit(texts, line.unit)),
        Cell(wording.unit_price(texts, line.unit_price)),
        Cell(wording.vat(texts, line.vat)),
        Cell(wording.amount(texts, line.net)),
        Cell(wording.amount(texts, gross)),
    )


def sum_line(label: str, value: str) -> Block:
    """A line of sums, to the right, kept with what follows."""
    label_end = RIGHT - max(31 * MM, 5 * MM + width(value, BODY.font, BODY.size))

    def draw(sheet: Sheet, y: float) -> None:
        with sheet.element("P"):
            sheet.right(label_end, y + BODY.size, label, SECOND)
            sheet.right(RIGHT, y + BODY.size, value, BODY)

    return Block(5 * MM, draw, with_next=True)


def sum_box(label: str, value: str, left: str = "") -> Block:
    """The sum of a paper in its box; ``left`` stands at the other end."""
    label_end = RIGHT - 9 * MM - width(value, SUM.font, SUM.size)

    def draw(sheet: Sheet, y: float) -> None:
        sheet.box((LEFT, y), (BODY_WIDTH, BOX), TINT, 4)
        sheet.text(LEFT + 4 * MM, y + 15 * MM / 2, left, SUM_LABEL)
        with sheet.element("P"):
            sheet.right(label_end, y + 15 * MM / 2, label, SUM_LABEL)
            sheet.right(RIGHT - 3 * MM, y + 8 * MM, value, SUM)

    return Block(BOX, draw)
