"""The ledger file for Procountor: one file is one journal receipt, sums signed, no header row.

Source: the vendor's page of the accounting information import file (rows of entries, semicolons, the
template's header row taken away, the first cell filled, a difference booked to 8450). The page names no
order of the fields in words; the order here is to be compared with the vendor's template before first use.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from subcontract.money import Money
from subcontract.papers.files.journal import JournalFacts, vat_rate, voucher_numbers, words_of
from subcontract.words import Texts

ENCODING: Final = "iso-8859-1"
SEPARATOR: Final = ";"
LINE_END: Final = "\r\n"
BREAKS: Final = re.compile(r"[;\r\n\t\x00-\x1f\x7f-\x9f\u2028\u2029]+")
"""What would end a field or a row: the format knows no quoting."""
IN_LATIN: Final = str.maketrans(
    {
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u20ac": "EUR",
        "\u2026": "...",
    }
)


def procountor_ledger(facts: JournalFacts, texts: Texts) -> bytes:
    """Every posting: day, account, signed sum, text, VAT rate, VAT code, cost centre, voucher."""
    numbers = voucher_numbers(facts)
    rows = (
        (
            day_text(voucher.day),
            facts.accounts[posting.account].number,
            comma(posting.owed),
            words_of(voucher, texts),
            "" if (rate := vat_rate(posting)) is None else plain(rate).replace(".", ","),
            facts.accounts[posting.account].vat_code,
            posting.cost_centre,
            numbers[voucher.of],
        )
        for voucher in facts.vouchers
        for posting in voucher.postings
    )
    return procountor_bytes(rows)


def procountor_bytes(rows: Iterable[Iterable[str]]) -> bytes:
    """Rows of fields without quoting, in the encoding of the format."""
    lines = (SEPARATOR.join(field(one) for one in row) for row in rows)
    return "".join(line + LINE_END for line in lines).encode(ENCODING)


def field(text: str) -> str:
    """A field that ends neither itself nor its row, in letters that the encoding has."""
    return " ".join(latin(BREAKS.sub(" ", text)).split())


def latin(text: str) -> str:
    """Letters outside the encoding by their nearest, and a question mark for what has none."""
    known = unicodedata.normalize("NFC", text).translate(IN_LATIN)
    return "".join(_nearest(letter) for letter in known)


def _nearest(letter: str) -> str:
    if letter.encode(ENCODING, "ignore"):
        return letter
    bare = unicodedata.normalize("NFKD", letter).encode(ENCODING, "ignore").decode(ENCODING)
    return BREAKS.sub(" ", bare) or "?"


def day_text(day: date) -> str:
    """A day with its noughts: ``02.11.2026``."""
    return f"{day:%d.%m.%Y}"


def comma(amount: Money) -> str:
    """A sum with a decimal comma."""
    return str(amount).replace(".", ",")


def plain(number: Decimal) -> str:
    """A number without needless noughts: ``25.5``, ``10``."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
