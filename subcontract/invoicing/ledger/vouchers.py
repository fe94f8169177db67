"""What a journal is made of: vouchers with their postings, both sides equal to the cent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from subcontract.invoicing.terms import SalesAccount
from subcontract.money import ZERO, Money, total
from subcontract.problems import Code, refuse


class VoucherKind(StrEnum):
    """What a voucher is made of."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    PAYMENT = "payment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """One row of a voucher: a sum in debit or in credit, never in both."""

    account: SalesAccount
    debit: Money = ZERO
    credit: Money = ZERO
    vat: str = ""
    """VAT code of the sum, as ``S`` or ``AE``; empty where VAT has no part, as of receivables."""
    rate: Decimal = Decimal(0)
    """VAT rate in hundredths."""
    cost_centre: str = ""
    """Of income alone: balance sheet accounts have none."""

    @property
    def owed(self) -> Money:
        """Debit less credit."""
        return self.debit - self.credit


@dataclass(frozen=True, slots=True, kw_only=True)
class Voucher:
    """An invoice, a credit note or a payment as it is booked."""

    of: UUID
    """The record it is made of."""
    kind: VoucherKind
    day: date
    invoice: int
    """Number of the invoice or credit note; of a payment, that of the invoice it pays."""
    customer: str
    """Name of the buyer, as on the invoice."""
    postings: tuple[Posting, ...]

    @property
    def debit(self) -> Money:
        """Sum of the debit side, which equals the credit side."""
        return total(one.debit for one in self.postings)


def posted(
    account: SalesAccount,
    in_credit: Money,
    *,
    vat: str = "",
    rate: Decimal = Decimal(0),
    cost_centre: str = "",
) -> Posting:
    """A posting of a sum that belongs in credit; below nought it goes in debit."""
    back = in_credit < ZERO
    return Posting(
        account=account,
        debit=-in_credit if back else ZERO,
        credit=ZERO if back else in_credit,
        vat=vat,
        rate=rate,
        cost_centre=cost_centre,
    )


def must_balance(voucher: Voucher) -> Voucher:
    """The voucher itself; refuses one whose sides differ (``ledger_unbalanced``)."""
    # Bare decimals: every voucher of ten years goes through here.
    if sum(one.debit.amount - one.credit.amount for one in voucher.postings):
        raise refuse(Code.LEDGER_UNBALANCED, number=str(voucher.invoice))
    return voucher


def all_postings(vouchers: Iterable[Voucher]) -> Iterator[Posting]:
    """Every posting of some vouchers."""
    return (posting for voucher in vouchers for posting in voucher.postings)
