"""Reads what the bank sends: account statements and incoming payments, all or nothing.

The kind of file is told by its bytes. Anything that cannot be read refuses the whole file, with the place
and the part: a clerk must never believe that everything came when something was passed over.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from subcontract.invoicing.bank.bookings import BankFormat, Transaction
from subcontract.papers.files.bank.camt import UTF_8_MARK, read_camt
from subcontract.papers.files.bank.ktl import read_ktl
from subcontract.papers.files.bank.rows import text_of
from subcontract.papers.files.bank.tito import read_tito
from subcontract.problems import Code, refuse

MOST_BYTES: Final = 20_000_000
"""A statement of some fifteen thousand payments; a county's month is a tenth of it."""
MEGABYTE: Final = 1_000_000
KTL_BEGINNINGS: Final = (b"0", b"3", b"5")
TITO_BEGINNING: Final = b"T00"
WIDTH: Final = 20
"""So much of a reference file's first row is figures; of a head, all that has a meaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BankReading:
    """What a file of the bank told."""

    form: BankFormat
    transactions: tuple[Transaction, ...]


def read_bank_file(data: bytes, step: Callable[[int, int], None] = lambda _done, _of: None) -> BankReading:
    """Read a file of any kind that the program knows; ``step`` hears how far it is and may stop it.

    Refuses an empty file (``bank_file_empty``), one over ``MOST_BYTES`` (``bank_file_too_large``), one of
    another kind (``bank_file_unknown``) or in letters that banks do not use (``bank_file_letters``), a
    broken one (``bank_file_broken``, ``bank_file_field``), one whose sums do not agree or that was cut
    short (``bank_file_sums``), and one with a document type, which no bank sends (``bank_file_unsafe``).
    """
    if len(data) > MOST_BYTES:
        raise too_large()
    beginning = data[:200].removeprefix(UTF_8_MARK).lstrip()
    if not beginning:
        raise refuse(Code.BANK_FILE_EMPTY)
    if b"\0" in data:
        raise refuse(Code.BANK_FILE_LETTERS if beginning[:1] in b"<\xff\xfe" else Code.BANK_FILE_UNKNOWN)
    if beginning.startswith(b"<"):
        form, transactions = read_camt(data, step)
        return BankReading(form=form, transactions=transactions)
    if beginning.startswith(TITO_BEGINNING):
        return BankReading(form=BankFormat.TITO, transactions=read_tito(text_of(data)))
    if beginning.startswith(KTL_BEGINNINGS) and beginning[:11].isdigit():
        return BankReading(form=BankFormat.KTL, transactions=read_ktl(text_of(data)))
    raise refuse(Code.BANK_FILE_UNKNOWN)


def too_large() -> Exception:
    """The refusal of a file that is larger than any statement; whoever opens it need not read it all."""
    return refuse(Code.BANK_FILE_TOO_LARGE, most=MOST_BYTES // MEGABYTE)
