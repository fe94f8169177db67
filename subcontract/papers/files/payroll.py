"""Gross lines for the provider's own payroll, as a table: it reckons the net pay, withholds and reports.

Each row is a line of a person's pay with the payroll's own pay code. The last row is the control total,
to be compared with what the payroll has read in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from subcontract.days import DateRange
from subcontract.money import Money, total
from subcontract.papers.files.csv_file import Cell, csv_bytes
from subcontract.words import N_, Texts

HEADER: Final = (
    N_("Payment id"),
    N_("No."),
    N_("Identity code"),
    N_("Last name"),
    N_("First name"),
    N_("Pay code"),
    N_("Explanation"),
    N_("From"),
    N_("Until"),
    N_("Quantity"),
    N_("Unit"),
    N_("Unit price"),
    N_("Sum €"),
    N_("Cost place"),
    N_("Job"),
    N_("Pay day"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PayrollRow:
    """One line of one person's gross pay."""

    payment: str
    """The payout's own id: the same in a file that is made again."""
    number: int
    """The client's number."""
    identity_code: str
    last_name: str
    first_name: str
    code: str
    what: str
    """In the words of the asker's language."""
    days: DateRange
    quantity: Decimal = Decimal(0)
    """Hours, pieces, kilometres or times; 0 where there is a sum alone."""
    unit: str = ""
    rate: Decimal = Decimal(0)
    amount: Money
    cost_place: int = 0
    """The job's number; 0 where the line is of no one job."""
    job: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PayrollFacts:
    """A run as the payroll gets it."""

    pay_day: date
    rows: tuple[PayrollRow, ...]

    @property
    def total(self) -> Money:
        """The control total."""
        return total(row.amount for row in self.rows)

    @property
    def people(self) -> int:
        """How many people there are."""
        return len({row.payment for row in self.rows})


def payroll_file(facts: PayrollFacts, texts: Texts) -> bytes:
    """The table with its control total."""
    header = [texts.say(title) for title in HEADER]
    return csv_bytes(header, [*_rows(facts), _control(facts, texts)])


def _rows(facts: PayrollFacts) -> Iterator[tuple[Cell, ...]]:
    """Each line as it was handed in."""
    for row in facts.rows:
        yield (
            row.payment,
            row.number,
            row.identity_code,
            row.last_name,
            row.first_name,
            row.code,
            row.what,
            row.days.first,
            row.days.last,
            row.quantity or None,
            row.unit,
            row.rate or None,
            row.amount,
            row.cost_place or None,
            row.job,
            facts.pay_day,
        )


def _control(facts: PayrollFacts, texts: Texts) -> tuple[Cell, ...]:
    """How many people and what in all."""
    one, many = N_("Control total, {number} person"), N_("Control total, {number} people")
    at = HEADER.index("Sum €")
    words = texts.count(one, many, facts.people)
    return (words, *([None] * (at - 1)), facts.total, *([None] * (len(HEADER) - at - 1)))
