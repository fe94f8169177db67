"""A pay run for accounting, as a table: costs by job in debit, what is owed in credit, both sides equal.

Nobody's name stands in it: what one person was paid is the pay register's business, not the ledger's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from subcontract.days import Month
from subcontract.ids import JobId
from subcontract.money import Money, total
from subcontract.papers.files.csv_file import Cell, csv_bytes
from subcontract.papers.files.two_sides import side_cells, side_sums
from subcontract.payout.accounts import Account, Posting
from subcontract.words import N_, Texts

WORDS: Final = {
    Account.WAGES: N_("Wages"),
    Account.HOLIDAY_COMPENSATION: N_("Holiday compensation"),
    Account.FEES: N_("Fees"),
    Account.ALLOWANCE: N_("Work allowance, tax-free"),
    Account.ALLOWANCE_TAXABLE: N_("Work allowance, taxable"),
    Account.EXPENSES: N_("Costs paid back"),
    Account.EMPLOYER_HEALTH: N_("Employer's health insurance contribution"),
    Account.EMPLOYER_UNEMPLOYMENT: N_("Employer's unemployment insurance contribution"),
    Account.EMPLOYER_PENSION: N_("Employer's own share of the pension contribution"),
    Account.EMPLOYER_OTHER: N_("Employer's accident and group life insurance"),
    Account.WITHHOLDING: N_("Tax withheld"),
    Account.PENSION: N_("Employee's pension contribution"),
    Account.UNEMPLOYMENT: N_("Employee's unemployment insurance contribution"),
    Account.NET: N_("To people's accounts"),
}
HEADER: Final = (
    N_("Id of the file"),
    N_("Month"),
    N_("Pay day"),
    N_("Kind"),
    N_("Explanation"),
    N_("Cost place"),
    N_("Job"),
    N_("Debit €"),
    N_("Credit €"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFacts:
    """A run's postings, with the numbers and names of jobs."""

    reference: str
    month: Month
    pay_day: date
    postings: tuple[Posting, ...]
    jobs: Mapping[JobId, tuple[int, str]]

    @property
    def total(self) -> Money:
        """The control total: the sum of each side."""
        return total(posting.debit for posting in self.postings)


def ledger_file(facts: LedgerFacts, texts: Texts) -> bytes:
    """The table, and the sums of both sides as its last row."""
    header = [texts.say(title) for title in HEADER]
    return csv_bytes(header, [*_rows(facts, texts), _sums(facts, texts)])


def _rows(facts: LedgerFacts, texts: Texts) -> Iterator[tuple[Cell, ...]]:
    """A row of each posting."""
    for posting in facts.postings:
        number, name = facts.jobs.get(posting.job, (None, "")) if posting.job else (None, "")
        yield (
            facts.reference,
            texts.month(facts.month),
            facts.pay_day,
            posting.account.value,
            texts.say(WORDS[posting.account]),
            number,
            name,
            *side_cells(posting),
        )


def _sums(facts: LedgerFacts, texts: Texts) -> tuple[Cell, ...]:
    """The control total of both sides."""
    nothing = [None] * (len(HEADER) - 3)
    return (texts.say(N_("Control total of both sides")), *nothing, *side_sums(facts.postings))
