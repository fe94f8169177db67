"""Batches on a statement whose payments another file told one by one: nothing of them is to be placed.

Finnish banks book incoming reference payments on the statement as one sum for the day, and tell the
payments themselves in a file of their own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from subcontract.ids import BankFileId, BookingId
from subcontract.invoicing.bank.bookings import BankFormat, Booking
from subcontract.invoicing.bank.payables import EURO, national
from subcontract.invoicing.bank.placing import ACCOUNT_DIGITS
from subcontract.money import ZERO, Money, total

Day = tuple[date, str, BankFormat]
"""A booking day, the account's digits, and the kind of file."""


def batches(
    waiting: Iterable[Booking], told: Iterable[Booking], form_of: Mapping[BankFileId, BankFormat]
) -> frozenset[BookingId]:
    """Those of the waiting sums that the payments of the day, told in files of another kind, come to.

    Either all sums of a day together, or one of them alone.
    """
    single: dict[Day, Money] = defaultdict(lambda: ZERO)
    for one in told:
        if one.amount > ZERO and one.currency == EURO and national(one.reference):
            single[_day(one, form_of)] += one.amount
    sums: dict[Day, list[Booking]] = defaultdict(list)
    for one in waiting:
        if one.amount > ZERO and one.currency == EURO and not one.reference and not one.payer:
            sums[_day(one, form_of)].append(one)
    found: set[BookingId] = set()
    for (day, account, form), batch in sums.items():
        others = ((day, account, kind) for kind in BankFormat if kind is not form)
        come = {single[other] for other in others if other in single}
        whole = total(one.amount for one in batch) in come
        found.update(one.id for one in batch if whole or one.amount in come)
    return frozenset(found)


def _day(one: Booking, form_of: Mapping[BankFileId, BankFormat]) -> Day:
    return one.day, one.account[-ACCOUNT_DIGITS:], form_of[one.file]
