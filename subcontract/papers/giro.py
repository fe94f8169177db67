"""The giro slip at the foot of an invoice, to the measures of Finance Finland ("Tilisiirto-opas", 2014).

The published measures are parts of an inch, so every edge here is a whole number of points. What is
filled in follows the guide, not the invoice's language: dates as ``1.2.2014``, amounts as ``100,00``.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from subcontract.codes import bank_barcode, print_iban, read_reference
from subcontract.money import Money
from subcontract.papers import barcode
from subcontract.papers.lettering import clip, wrap
from subcontract.papers.measures import BLACK, HEIGHT, MM, REGULAR, SEMIBOLD, WIDTH, Type
from subcontract.papers.qr import draw_qr, payment_text
from subcontract.papers.sheet import Sheet
from subcontract.problems import Refused

SLIP: Final = 288
"""Four inches."""
TOP: Final = HEIGHT - SLIP
ROWS: Final = (48, 42, 84, 12, 24, 78)
"""Account, recipient, payer, signature, from account, barcode and terms: twelfths of an inch as points."""
CAPTIONS: Final = 576 / 10
BLOCK: Final = 2592 / 10
MIDDLE: Final = CAPTIONS + BLOCK
END: Final = MIDDLE + BLOCK
RIGHT_ROW: Final = 24
CAPTION_CELL: Final = 16 * MM
DUE_END: Final = 485 * MM / 10
THIN: Final = 13 * MM / 100
THICK: Final = 50 * MM / 100
UNDER_BARCODE: Final = 48 * MM / 10
"""The guide allows 5 mm; many printers leave 4,2 mm blank."""
PAD: Final = 2 * MM
TITLE_AT: Final = 18
QR_SIDE: Final = 27 * MM
QR_CORNER: Final = (END - QR_SIDE - 3 * MM, TOP + sum(ROWS[:5]) - 2 * RIGHT_ROW - QR_SIDE - 3 * MM)
"""Right in the message area; the quiet zone of four squares is white all around."""
TERMS_LEFT: Final = CAPTIONS + barcode.WIDTH + barcode.QUIET + MM

CAPTION: Final = Type(7, REGULAR, BLACK)
TERMS: Final = Type(6, REGULAR, BLACK)
TITLE: Final = Type(8, SEMIBOLD, BLACK)
FILLED: Final = Type(10, REGULAR, BLACK)
AMOUNT: Final = Type(11, SEMIBOLD, BLACK)

TITLE_TEXT: Final = "TILISIIRTO. GIRERING"
TERMS_FI: Final = (
    "Maksu välitetään saajalle maksujenvälityksen ehtojen mukaisesti ja vain maksajan ilmoittaman "
    "tilinumeron perusteella."
)
TERMS_SV: Final = (
    "Betalningen förmedlas till mottagaren enligt villkoren för betalningsförmedling och endast till det "
    "kontonummer som betalaren angivit."
)
TERMS_EN: Final = (
    "The payment will be cleared for the recipient in accordance with the General terms for payment "
    "transmission and only on the basis of the account number given by the payer."
)
BANKS: Final = {
    "1": "Nordea",
    "2": "Nordea",
    "33": "SEB",
    "36": "S-Pankki",
    "39": "S-Pankki",
    "405": "Aktia",
    "5": "OP",
    "66": "Ålandsbanken",
    "8": "Danske Bank",
}
"""Short names by the beginning of the account number; other banks are left without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GiroFacts:
    """What is filled in on the slip."""

    iban: str
    recipient: tuple[str, ...]
    payer: tuple[str, ...]
    message: tuple[str, ...] = ()
    reference: str
    """National or international; without a valid one there is no barcode."""
    due: date | None
    amount: Money | None
    language: str = "fi"
    qr_code: bool = False
    """Whether the payment is also told as a QR code."""


def draw_giro(sheet: Sheet, facts: GiroFacts) -> None:
    """Draw the slip over the lowest four inches of the page."""
    _draw_lines(sheet)
    with sheet.element("P"):
        _draw_captions(sheet)
        _draw_left(sheet, facts)
        _draw_right(sheet, facts)
        _draw_terms(sheet, facts.language)
    if facts.qr_code:
        draw_qr(sheet, QR_CORNER, QR_SIDE, qr_text(facts))
    code = barcode_of(facts)
    if code:
        corner = (CAPTIONS, HEIGHT - UNDER_BARCODE - barcode.HEIGHT)
        barcode.draw_barcode(sheet, corner, code)


def barcode_of(facts: GiroFacts) -> str:
    """The 54 digits, or nothing when the account or the reference has no place in them."""
    try:
        return bank_barcode(
            facts.iban, facts.amount.cents if facts.amount else None, facts.reference, facts.due
        )
    except Refused:
        return ""


def qr_text(facts: GiroFacts) -> str:
    """The payment as a phone reads it; nothing without a valid reference, as with the barcode."""
    try:
        read_reference(facts.reference)
    except Refused:
        return ""
    name = facts.recipient[0] if facts.recipient else ""
    return payment_text(facts.iban, name, facts.reference, facts.due, facts.amount)


def row_top(row: int) -> float:
    """The top edge of a row of the left block."""
    return TOP + sum(ROWS[:row])


def _draw_lines(sheet: Sheet) -> None:
    """The thick frame of what the bank reads, the thin lines between."""
    table_end = row_top(5)
    sheet.across(0, WIDTH, TOP, THIN)
    for row in (1, 2, 4, 5):
        sheet.across(0, MIDDLE, row_top(row), THIN if row == 4 else THICK)  # noqa: PLR2004 - see ROWS
    sheet.down(CAPTIONS, TOP, row_top(2), THICK)
    sheet.down(CAPTIONS, row_top(4), table_end, THICK)
    sheet.down(MIDDLE, TOP, table_end, THICK)
    for rows in (2, 1, 0):
        sheet.across(MIDDLE, END, table_end - rows * RIGHT_ROW, THICK)
    sheet.down(MIDDLE + CAPTION_CELL, table_end - 2 * RIGHT_ROW, table_end, THIN)
    sheet.down(MIDDLE + DUE_END, table_end - RIGHT_ROW, table_end, THICK)


def _draw_captions(sheet: Sheet) -> None:
    """Captions in both languages, to the right against the block they belong to."""
    sheet.upwards(TITLE_AT, row_top(3) - TITLE.size, TITLE_TEXT, TITLE)
    captions = (
        (0, ("Saajan", "tilinumero", "Mottagarens", "kontonummer")),
        (1, ("Saaja", "Mottagare")),
        (2, ("Maksajan", "nimi ja", "osoite", "Betalarens", "namn och", "adress")),
        (4, ("Tililtä nro", "Från konto nr")),
    )
    for row, lines in captions:
        _stack(sheet, CAPTIONS - MM, row_top(row) + MM, lines)
    _stack(sheet, CAPTIONS - MM, row_top(3) - 7, ("Allekirjoitus", "Underskrift"))
    table_end = row_top(5)
    for y, lines in ((2 * RIGHT_ROW, ("Viitenumero", "Ref. nr")), (RIGHT_ROW, ("Eräpäivä", "Förfallodag"))):
        for at, line in enumerate(lines):
            sheet.text(MIDDLE + MM, table_end - y + CAPTION.size + 2 + at * 8, line, CAPTION)
    sheet.text(MIDDLE + DUE_END + MM, table_end - RIGHT_ROW + CAPTION.size + 2, "Euro", CAPTION)
    sheet.text(CAPTIONS + MM, TOP + CAPTION.size + 2, "IBAN", CAPTION)


def _stack(sheet: Sheet, x: float, top: float, lines: tuple[str, ...]) -> None:
    """Set captions under each other, ending at ``x``."""
    for at, line in enumerate(lines):
        sheet.right(x, top + CAPTION.size + at * 8, line, CAPTION)


def _draw_left(sheet: Sheet, facts: GiroFacts) -> None:
    """Account, recipient and payer."""
    left = CAPTIONS + PAD
    room = BLOCK - 2 * PAD
    sheet.text(left, TOP + 30, printed_account(facts.iban), FILLED)
    _lines(sheet, (left, row_top(1)), facts.recipient, (room, 3))
    _lines(sheet, (left, row_top(2) + PAD), facts.payer, (room, 5))


def _lines(
    sheet: Sheet, corner: tuple[float, float], lines: tuple[str, ...], room: tuple[float, int]
) -> None:
    """Set at most so many lines, each clipped to the room."""
    for at, line in enumerate(lines[: room[1]]):
        sheet.text(corner[0], corner[1] + 12 + at * 12, clip(line, FILLED, room[0]), FILLED)


def _draw_right(sheet: Sheet, facts: GiroFacts) -> None:
    """Message, reference, due date and amount."""
    left = MIDDLE + 2 * PAD
    _lines(sheet, (left, TOP + PAD), facts.message, (BLOCK - 3 * PAD, 4 if facts.qr_code else 8))
    base = row_top(5) - 8
    sheet.text(MIDDLE + CAPTION_CELL + PAD, base - RIGHT_ROW, printed_reference(facts.reference), FILLED)
    if facts.due:
        due = f"{facts.due.day}.{facts.due.month}.{facts.due.year}"
        sheet.text(MIDDLE + CAPTION_CELL + PAD, base, due, FILLED)
    if facts.amount:
        sheet.right(END - PAD, base, str(facts.amount).replace(".", ","), AMOUNT)


def _draw_terms(sheet: Sheet, language: str) -> None:
    """The terms of payment transmission, right of the quiet zone of the barcode."""
    y = row_top(5) + PAD + TERMS.size
    for lines in _terms("en" if language == "en" else "fi"):
        for line in lines:
            sheet.text(TERMS_LEFT, y, line, TERMS)
            y += TERMS.leading
        y += MM


@cache
def _terms(language: str) -> tuple[tuple[str, ...], ...]:
    """The terms in lines; they are the same on every slip."""
    texts = (TERMS_EN,) if language == "en" else (TERMS_FI, TERMS_SV)
    return tuple(wrap(text, TERMS, END - TERMS_LEFT) for text in texts)


def bank_name(iban: str) -> str:
    """The short name of a Finnish bank, empty when the account number does not tell."""
    number = iban.replace(" ", "").upper()
    if not number.startswith("FI"):
        return ""
    return next((name for head, name in BANKS.items() if number[4:].startswith(head)), "")


def printed_account(iban: str) -> str:
    """Bank and account number in groups of four."""
    return f"{bank_name(iban)} {print_iban(iban)}".strip()


def printed_reference(reference: str) -> str:
    """The reference in groups as on paper; as it is when it is none."""
    try:
        read = read_reference(reference)
    except Refused:
        return reference
    return read.rf_printed if reference.strip().upper().startswith("RF") else read.printed
