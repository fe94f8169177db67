"""`urakka read bank`: the transactions of a bank's file, each as the fields of one JSON object."""

from subcontract.invoicing.bank.bookings import Transaction
from subcontract.papers.files.bank import read_bank_file


def read_bank(data: bytes) -> list[dict[str, object]]:
    """Every transaction of the file in its order; refuses the whole file when anything cannot be read.

    Amounts are texts with a decimal point, below nought when money went out; days are ``YYYY-MM-DD``, and
    ``value`` is null where the bank tells none.
    """
    return [_told(one) for one in read_bank_file(data).transactions]


def _told(one: Transaction) -> dict[str, object]:
    """One transaction."""
    return {
        "booked": one.booked.isoformat(),
        "value": one.value.isoformat() if one.value else None,
        "amount": str(one.amount),
        "currency": one.currency,
        "reference": one.reference,
        "payer": one.payer,
        "text": one.text,
        "id": one.archive_id,
        "account": one.account,
    }
