"""The unit's own account numbers: which are proposed, which are needed and which are still missing."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from subcontract.invoicing.ledger.vouchers import Voucher, all_postings
from subcontract.invoicing.terms import BookedOn, SalesAccount
from subcontract.words import N_

PROPOSED: Mapping[SalesAccount, str] = MappingProxyType(
    {
        SalesAccount.RECEIVABLES: "1700",
        SalesAccount.BANK: "1910",
        SalesAccount.SALES: "3000",
        SalesAccount.SALES_EXEMPT: "3400",
        SalesAccount.SALES_REVERSE: "3350",
        SalesAccount.SALES_ZERO: "3300",
        SalesAccount.SALES_UNREGISTERED: "3450",
        SalesAccount.VAT: "2939",
        SalesAccount.PREPAYMENTS: "2870",
        SalesAccount.INTEREST: "9150",
        SalesAccount.COLLECTION: "3900",
    }
)
"""Numbers in the manner of common Finnish charts. Charts differ, so they are offered, never used unasked."""

ACCOUNT_WORDS: Mapping[SalesAccount, str] = MappingProxyType(
    {
        SalesAccount.RECEIVABLES: N_("Receivables from customers"),
        SalesAccount.BANK: N_("Bank account"),
        SalesAccount.SALES: N_("Sales with VAT"),
        SalesAccount.SALES_EXEMPT: N_("Sales free of VAT"),
        SalesAccount.SALES_REVERSE: N_("Sales of reverse charge"),
        SalesAccount.SALES_ZERO: N_("Sales of VAT 0 %"),
        SalesAccount.SALES_UNREGISTERED: N_("Sales of a seller outside the VAT register"),
        SalesAccount.VAT: N_("VAT to be paid"),
        SalesAccount.PREPAYMENTS: N_("Prepayments received"),
        SalesAccount.INTEREST: N_("Late interest"),
        SalesAccount.COLLECTION: N_("Reminder fees and other collection costs"),
    }
)
"""What each account is called on the screen and in lists."""


def numbers(accounts: Iterable[BookedOn]) -> dict[SalesAccount, BookedOn]:
    """The accounts that have a number."""
    return {one.account: one for one in accounts if one.number.strip()}


def needed(vouchers: Iterable[Voucher]) -> frozenset[SalesAccount]:
    """The accounts on which something is booked."""
    return frozenset(posting.account for posting in all_postings(vouchers))


def missing(vouchers: Iterable[Voucher], accounts: Iterable[BookedOn]) -> tuple[SalesAccount, ...]:
    """Accounts without a number on which something would be booked, in their own order."""
    lacking = needed(vouchers) - numbers(accounts).keys()
    return tuple(account for account in SalesAccount if account in lacking)
