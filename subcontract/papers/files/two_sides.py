"""Debit and credit of rows that go to accounting, of sales and of pay alike."""

from collections.abc import Iterable
from typing import Protocol

from subcontract.money import Money, total
from subcontract.problems import Code, refuse


class Sided(Protocol):
    """A row with a sum on one side."""

    @property
    def debit(self) -> Money:
        """What stands in debit."""

    @property
    def credit(self) -> Money:
        """What stands in credit."""


def side_cells(row: Sided) -> tuple[Money | None, Money | None]:
    """Both cells of a row; the side without a sum is empty."""
    return row.debit or None, row.credit or None


def side_sums(rows: Iterable[Sided]) -> tuple[Money, Money]:
    """The control totals of both sides; refuses sides that differ (``ledger_unbalanced``)."""
    kept = tuple(rows)
    debit, credit = total(one.debit for one in kept), total(one.credit for one in kept)
    if debit != credit:
        raise refuse(Code.LEDGER_UNBALANCED)
    return debit, credit
