"""The payment as a QR code on the giro slip, so that a phone fills the payment in.

Published: European Payments Council, EPC069-12 "Quick Response Code: Guidelines to Enable Data Capture for
the Initiation of a SEPA Credit Transfer", version 002; the line of the due day is Finnish practice (Finance
Finland, "QR-koodin käyttö tilisiirtolomakkeella", 2015). Code, barcode and plain text say the same.
"""

from datetime import date
from typing import Final

import segno

from subcontract.money import ZERO, Money
from subcontract.papers.lettering import plain
from subcontract.papers.measures import BLACK
from subcontract.papers.sheet import Sheet

MOST_BYTES: Final = 331
MOST_VERSION: Final = 13
LONGEST_NAME: Final = 70
MOST_MONEY: Final = Money("999999999.99")


def payment_text(iban: str, name: str, reference: str, due: date | None, amount: Money | None) -> str:
    """The lines of the code; empty when the payment has no place in one."""
    account = iban.replace(" ", "")
    if not account or not name or amount is None or not ZERO < amount <= MOST_MONEY:
        return ""
    lines = (
        "BCD",
        "002",
        "1",
        "SCT",
        "",
        plain(name)[:LONGEST_NAME].strip(),
        account,
        f"EUR{amount}",
        "",
        reference.replace(" ", ""),
        "",
        f"ReqdExctnDt/{due.isoformat()}" if due else "",
    )
    text = "\n".join(lines).rstrip("\n")
    return text if len(text.encode()) <= MOST_BYTES else ""


def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The dark and light squares, without the quiet zone; none when the text needs too large a code."""
    code = segno.make(text, error="m", mode="byte", encoding="utf-8", micro=False, boost_error=False)
    if not isinstance(code.version, int) or code.version > MOST_VERSION:
        return ()
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def draw_qr(sheet: Sheet, corner: tuple[float, float], side: float, text: str) -> None:
    """Draw the code in a square from its top left corner: one shape, dark neighbours in a row together."""
    squares = modules(text)
    if not squares:
        return
    step = side / len(squares)
    runs = [
        (corner[0] + first * step, corner[1] + at * step, (last - first) * step, step)
        for at, row in enumerate(squares)
        for first, last in _runs(row)
    ]
    sheet.rectangles(runs, BLACK)


def _runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Where the dark squares of a row begin and end."""
    found: list[tuple[int, int]] = []
    for at, dark in enumerate(row):
        if dark and found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        elif dark:
            found.append((at, at + 1))
    return found
