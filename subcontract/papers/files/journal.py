"""The journal of sales: a row of each posting, as CSV for any program and as a table to read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from uuid import UUID

from subcontract.invoicing.ledger.vouchers import Posting, Voucher, VoucherKind, all_postings
from subcontract.invoicing.terms import BookedOn, SalesAccount
from subcontract.papers.files.csv_file import Cell, csv_bytes
from subcontract.papers.files.tables import CellKind, Column, Table
from subcontract.papers.files.two_sides import side_cells, side_sums
from subcontract.words import N_, Texts

HEADER: Final = (
    "tositenumero",
    "pvm",
    "tili",
    "selite",
    "debet",
    "kredit",
    "alv-%",
    "alv-koodi",
    "kustannuspaikka",
)
"""Names of the columns of the machine file, the same in every language: programs look for these."""
COLUMNS: Final = (
    Column(title=N_("Voucher"), width=12),
    Column(title=N_("Date"), kind=CellKind.DAY, width=12),
    Column(title=N_("Account"), width=10),
    Column(title=N_("Explanation"), width=46),
    Column(title=N_("Debit side"), kind=CellKind.MONEY, width=14, total=True),
    Column(title=N_("Credit side"), kind=CellKind.MONEY, width=14, total=True),
    Column(title=N_("VAT %"), kind=CellKind.RATE, width=8),
    Column(title=N_("VAT code"), width=12),
    Column(title=N_("Cost centre"), width=16),
)
WORDS: Final = {
    VoucherKind.INVOICE: N_("Invoice {number}, {name}"),
    VoucherKind.CREDIT_NOTE: N_("Credit note {number}, {name}"),
    VoucherKind.PAYMENT: N_("Payment of invoice {number}, {name}"),
}
BACK: Final = N_("Money given back or a payment taken back, invoice {number}, {name}")
LONGEST_WORDS: Final = 255
"""What the programs that take the file hold of a text."""
OUTSIDE: Final = "O"


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalFacts:
    """What goes to accounting, and the unit's own accounts."""

    vouchers: tuple[Voucher, ...]
    accounts: Mapping[SalesAccount, BookedOn]
    """A number for every account on which something is booked."""
    place: int = 1
    """Which journal of the unit this is: payments, which have no number of their own, are numbered by it."""


def journal_file(facts: JournalFacts, texts: Texts) -> bytes:
    """The journal as a machine file; no row of sums, for each row is booked.

    Refuses sides that differ (``ledger_unbalanced``).
    """
    side_sums(all_postings(facts.vouchers))
    return csv_bytes(HEADER, journal_rows(facts, texts))


def journal_table(facts: JournalFacts, texts: Texts) -> Table:
    """The journal to be read, both sides summed at the foot."""
    return Table(title=N_("Journal"), columns=COLUMNS, rows=journal_rows(facts, texts))


def journal_rows(facts: JournalFacts, texts: Texts) -> Iterator[tuple[Cell, ...]]:
    """A row of each posting."""
    numbers = voucher_numbers(facts)
    for voucher in facts.vouchers:
        words = words_of(voucher, texts)
        for posting in voucher.postings:
            booked = facts.accounts[posting.account]
            yield (
                numbers[voucher.of],
                voucher.day,
                booked.number,
                words,
                *side_cells(posting),
                vat_rate(posting),
                booked.vat_code,
                posting.cost_centre,
            )


def vat_rate(posting: Posting) -> Decimal | None:
    """The VAT rate of a row; none where VAT has no part."""
    return posting.rate if posting.vat and posting.vat != OUTSIDE else None


def voucher_numbers(facts: JournalFacts) -> dict[UUID, str]:
    """Invoices and credit notes by their own numbers, payments by the journal and a number within it."""
    found: dict[UUID, str] = {}
    payments = 0
    for voucher in facts.vouchers:
        if voucher.kind is VoucherKind.PAYMENT:
            payments += 1
            found[voucher.of] = f"S{facts.place}-{payments}"
        else:
            found[voucher.of] = str(voucher.invoice)
    return found


def words_of(voucher: Voucher, texts: Texts) -> str:
    """What a voucher is, in words."""
    back = voucher.kind is VoucherKind.PAYMENT and voucher.postings[0].credit
    said = texts.say(
        BACK if back else WORDS[voucher.kind], number=str(voucher.invoice), name=voucher.customer
    )
    return " ".join(said.split())[:LONGEST_WORDS]
