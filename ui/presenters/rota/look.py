"""What there is to look at in a week, and which rows the filter keeps; no Qt."""

from subcontract.ids import ShiftId
from subcontract.words import Texts
from ui.collation import has_words
from ui.presenters.rota.board import BoardRow


def has_filter(row: BoardRow, words: str) -> bool:
    """Whether a row has the words of the filter: in itself, its people or its coaches."""
    if not words.strip():
        return True
    cards = [card for cell in row.cells for card in cell]
    told = [row.title, row.detail, *(card.detail for card in cards)]
    told += [chip.name for card in cards for chip in card.chips]
    return has_words(" ".join(told), words)


def warnings_in(rows: tuple[BoardRow, ...], texts: Texts) -> tuple[tuple[ShiftId, str], ...]:
    """Every warning of the week in order of time, with the shift it leads to."""
    cards = sorted(
        (card for row in rows for cell in row.cells for card in cell if card.warnings),
        key=lambda card: (card.day, card.starts),
    )
    return tuple(
        (card.shift, f"{texts.weekday(card.day)} {card.times}: {said}")
        for card in cards
        for said in card.warnings
    )
